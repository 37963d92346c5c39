import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Spool } from '../../../pipeline/hunt/spool.ts'
import { rounds } from '../../support/deep.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

interface Document {
  readonly key: string
  readonly label: string
  readonly text: string
}

async function sortedBy(spool: Spool, documents: readonly Document[]): Promise<Document[]> {
  for (const { key, label, text } of documents) await spool.add(key, label, text)
  const sorted: Document[] = []
  for await (const batch of spool.sorted())
    for (const { key, label, line } of batch) {
      expect(line.toString()).toMatch(/[^\n]\n$/)
      sorted.push({ key, label, text: line.toString().slice(0, -1) })
    }
  return sorted
}

const document = fc.record({ minute: fc.integer({ min: 10, max: 59 }), id: fc.stringMatching(/^[a-z]{1,2}$/) }).map(
  ({ minute, id }): Document => ({
    key: `2026-03-11T09:${minute}:00.000Z ${id}`,
    label: `label of ${id}`,
    text: JSON.stringify({ minute, id, text: 'línea\tone' }),
  }),
)

const folder = temporaryFolder()

it('the spool returns every key once and in order, whatever the size of its runs', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(document, { maxLength: 60 }),
      fc.integer({ min: 1, max: 2000 }),
      async (documents, runBytes) => {
        const spool = new Spool({ runBytes })
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
    { numRuns: rounds(60) },
  )
})

it('the spool returns the longest document of a key, or the first of equal length, from any run', async () => {
  const key = '2026-03-11T09:10:00.000Z a'
  for (const runBytes of [1, 80, 1_000_000]) {
    const spool = new Spool({ runBytes })
    const documents = ['short', 'longer', 'latter', 'less'].map((text) => ({ key, label: text, text }))
    expect(await sortedBy(spool, documents)).toEqual([documents[1]])
    await spool.close()
  }
})

it('the spool reads documents of any size back from the disk', async () => {
  const texts = [1, 100_000, 150_000, 300_000, 2_000_000, 5_000_000].map((length) => 'é'.repeat(length))
  const documents = texts.map((text, i) => ({ key: `2026-03-11T09:1${i}:00.000Z a`, label: '', text }))
  const spool = new Spool({ runBytes: 1_000_000 })
  const sorted = await sortedBy(spool, documents)
  expect(sorted.map(({ text }, i) => text === texts[i])).toEqual(texts.map(() => true))
  await spool.close()
})

it('the spool keeps the lines of a batch while it reads further pieces of its runs', async () => {
  const documents = Array.from({ length: 900 }, (_, i) => ({
    key: `2026-03-11T09:10:00.000Z ${String((i * 7) % 900).padStart(3, '0')}`,
    label: '',
    text: String(i).padEnd(5_000, '.'),
  }))
  const spool = new Spool({ runBytes: 1_000_000 })
  const sorted = await sortedBy(spool, documents)
  expect(sorted).toEqual([...documents].sort((a, b) => (a.key < b.key ? -1 : 1)))
  await spool.close()
})

it('the spool reads text with line separators back as the same JSON', async () => {
  const name = 'Invoice\u2028Sync\u2029Helper'
  const spool = new Spool({ runBytes: 10 })
  try {
    const sorted = await sortedBy(spool, [
      { key: '2026-03-11T09:10:00.000Z a', label: '', text: JSON.stringify({ name }) },
    ])
    expect(sorted.map(({ text }) => JSON.parse(text))).toEqual([{ name }])
  } finally {
    await spool.close()
  }
})

it('the spool names a folder that cannot store the documents, with a hint', async () => {
  const spool = new Spool({ runBytes: 1, folder: join(folder, 'missing') })
  await expect(sortedBy(spool, [{ key: '2026-03-11T09:10:00.000Z a', label: '', text: '{}' }])).rejects.toMatchObject({
    code: 'file_not_written',
    message: expect.stringMatching(/missing has no space .* set TMPDIR to another folder$/),
  })
})

it('the spool never has a named file in the temporary folder, even during its use', async () => {
  const spool = new Spool({ runBytes: 10, folder })
  const key = (letter: string) => `2026-03-11T09:10:00.000Z ${letter}`
  for (const letter of ['b', 'a']) await spool.add(key(letter), '', JSON.stringify({ letter }))
  const sorted: string[] = []
  for await (const batch of spool.sorted()) {
    expect(readdirSync(folder)).toEqual([])
    for (const { line } of batch) sorted.push(line.toString().trim())
  }
  await spool.close()
  expect(sorted).toEqual(['{"letter":"a"}', '{"letter":"b"}'])
})
