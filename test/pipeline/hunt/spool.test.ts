import { existsSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Spool, type Spooled } from '../../../pipeline/hunt/spool.ts'

async function sortedBy(spool: Spool, documents: readonly Spooled[]): Promise<Spooled[]> {
  for (const document of documents) await spool.add(document)
  const sorted: Spooled[] = []
  for await (const document of spool.sorted()) sorted.push(document)
  return sorted
}

const document = fc.record({ minute: fc.integer({ min: 10, max: 59 }), id: fc.stringMatching(/^[a-z]{1,2}$/) }).map(
  ({ minute, id }): Spooled => ({
    key: `2026-03-11T09:${minute}:00.000Z ${id}`,
    text: JSON.stringify({ minute, id, text: 'línea\tone' }),
  }),
)

describe('the spool', () => {
  it('gives every key once and in order, whatever the size of its runs', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(document, { maxLength: 60 }),
        fc.integer({ min: 1, max: 2000 }),
        async (documents, runCharacters) => {
          const spool = new Spool({ runCharacters })
          try {
            const sorted = await sortedBy(spool, documents)
            const expected = [...new Map(documents.map((d) => [d.key, d])).values()].sort((a, b) =>
              a.key < b.key ? -1 : 1,
            )
            expect(sorted).toEqual(expected)
            expect(spool.duplicates).toBe(documents.length - expected.length)
          } finally {
            await spool.close()
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  it('reads text with line separators back as the JSON that it was', async () => {
    const name = 'Invoice\u2028Sync\u2029Helper'
    const spool = new Spool({ runCharacters: 10 })
    try {
      const sorted = await sortedBy(spool, [{ key: '2026-03-11T09:10:00.000Z a', text: JSON.stringify({ name }) }])
      expect(sorted.map(({ text }) => JSON.parse(text))).toEqual([{ name }])
    } finally {
      await spool.close()
    }
  })

  it('says which folder cannot hold the documents, and what to do', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'spool-test-')), 'missing')
    const spool = new Spool({ runCharacters: 1, folder })
    await expect(spool.add({ key: '2026-03-11T09:10:00.000Z a', text: '{}' })).rejects.toMatchObject({
      code: 'file_not_written',
      message: expect.stringMatching(/missing cannot hold .* TMPDIR$/),
    })
  })

  it('leaves nothing behind in the temporary folder', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'spool-test-'))
    const spool = new Spool({ runCharacters: 10, folder })
    await sortedBy(spool, [
      { key: '2026-03-11T09:10:00.000Z b', text: '{}' },
      { key: '2026-03-11T09:10:00.000Z a', text: '{}' },
    ])
    expect(readdirSync(folder)).toHaveLength(1)
    await spool.close()
    expect(readdirSync(folder)).toEqual([])
    expect(existsSync(folder)).toBe(true)
  })
})
