import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { huntCommand } from '../../../pipeline/cli/hunt.ts'
import {
  documentsOf,
  expectedOf,
  manyFaults,
  runCollect,
  type Setup,
  serviceAccount,
  setUp,
  wholeAt,
} from '../../support/collect-run.ts'
import { dice } from '../../support/dice.ts'

let folder: string
let setup: Setup

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'consentry-collect-'))
  await writeFile(join(folder, 'key.json'), JSON.stringify(serviceAccount))
})

afterEach(async () => {
  await setup.vendors.close()
  await rm(folder, { recursive: true, force: true })
})

const open = async (options: Parameters<typeof setUp>[0]) => {
  setup = await setUp(options, join(folder, 'key.json'))
  return setup
}

const hunt = (out: string) => huntCommand([join(folder, 'collected')], { out, quiet: true }, { version: 'test' })

describe('a collection with faults', () => {
  it('has every record once after the hunt, also after interruptions', async () => {
    const { vendors, time } = await open({ seed: 7, records: 3000, days: 7, faults: manyFaults, tokenCalls: 40 })
    const out = join(folder, 'collected')
    const roll = dice(3)
    let interrupted = 0
    for (const runs = { left: 4 }; runs.left > 0; runs.left--) {
      const stop = new AbortController()
      let progress = 0
      const after = 5 + roll(30)
      const run = runCollect(setup, out, {
        signal: stop.signal,
        onProgress: () => {
          if (++progress === after) stop.abort(new Error('stopped'))
        },
      })
      await run.catch((error) => {
        expect(String(error)).toContain('stopped')
        interrupted++
      })
    }
    expect(interrupted).toBeGreaterThan(2)
    const first = await runCollect(setup, out)
    expect(first.sources.filter(({ failure }) => failure !== undefined)).toEqual([])
    expect(first.sources.reduce((sum, { resumed }) => sum + resumed, 0)).toBeGreaterThan(20)
    // Late records: the same command again, hours later.
    time.at = wholeAt
    const last = await runCollect(setup, out)
    expect(last.sources.filter(({ failure }) => failure !== undefined)).toEqual([])
    for (const kind of ['throttled', 'proxy', 'half', 'doubtful'])
      expect(vendors.faulted.get(kind), kind).toBeGreaterThan(0)
    const gone = vendors.published.blobs.filter((blob) => blob.gone !== undefined)
    const lost = new Set([...first.sources, ...last.sources].flatMap((source) => source.lost))
    expect(lost.size).toBe(gone.length)

    await hunt(join(folder, 'hunt'))
    const found = await documentsOf(join(folder, 'hunt'))
    for (const { source, ids } of expectedOf(vendors.published)) {
      const counts = found.get(source) ?? new Map<string, number>()
      expect(ids.size, source).toBeGreaterThan(100)
      expect(
        [...ids].filter((id) => !counts.has(id)),
        `${source}: lost`,
      ).toEqual([])
      expect(
        [...counts].filter(([, times]) => times > 1),
        `${source}: duplicates`,
      ).toEqual([])
    }
    const deadLetters = await readFile(join(folder, 'hunt', 'dead-letters.ndjson'), 'utf8')
    expect(deadLetters).toBe('')
  })
})
