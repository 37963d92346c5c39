import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { collect } from '../../../pipeline/collect/collect.ts'
import { CollectFolder } from '../../../pipeline/collect/folder.ts'
import type { LogSource } from '../../../pipeline/collect/log-source.ts'
import { collectionName } from '../../../pipeline/framing/collections.ts'
import { collectBench } from '../../support/collect-bench.ts'

const bench = collectBench()
const day = 86_400_000
const filesOf = async (source: string) => (await readdir(bench.out())).filter((name) => name.startsWith(source)).sort()
const contentsOf = (names: readonly string[]) => Promise.all(names.map((name) => readFile(join(bench.out(), name))))

it('a collection replaces files that are missing, truncated or empty, also before the overlap, and names them', async () => {
  const { time } = await bench.open({ seed: 2, records: 2000, days: 6 })
  await bench.sourceOf('google-drive')
  const names = (await filesOf('google-drive')).slice(0, 3)
  const [missing, short, empty] = names.map((name) => join(bench.out(), name)) as [string, string, string]
  const before = await contentsOf(names)
  await rm(missing)
  await truncate(short, 40)
  await truncate(empty, 0)
  time.at += 3_600_000
  const source = await bench.sourceOf('google-drive')
  expect(source?.failure).toBeUndefined()
  const notes = source?.notes.join('\n')
  expect(notes).toMatch(new RegExp(`${names[0]} is missing: its period was collected again`))
  expect(notes).toContain(`${names[1]} has 40 bytes instead of`)
  expect(notes).toContain(`${names[2]} has 0 bytes instead of`)
  expect(await contentsOf(names)).toEqual(before)
  time.at += 3_600_000
  expect((await bench.sourceOf('google-drive'))?.notes).toEqual([])
})

it('a collection is not complete while a file is missing whose records the vendor no longer keeps', async () => {
  const { time } = await bench.open({ seed: 2, records: 2000, days: 6 })
  await bench.sourceOf('m365-azureactivedirectory')
  const [name] = (await filesOf('m365-azureactivedirectory')) as [string]
  await rm(join(bench.out(), name))
  for (let run = 0; run < 2; run++) {
    time.at += 3 * day
    expect((await bench.sourceOf('m365-azureactivedirectory'))?.failure).toContain(
      `${name} is missing: the vendor no longer keeps these records; restore`,
    )
  }
})

it('a collection is not complete if the vendor returns no records for the period of a missing file', async () => {
  let [now, isEmpty] = [Date.parse('2026-11-01T12:00:00Z'), false]
  const source: LogSource = {
    id: 'entra-signins',
    vendor: 'microsoft',
    retentionMs: 30 * day,
    refusesOlder: false,
    windowMs: day,
    overlapMs: 0,
    collect: async ({ from }, out) => {
      if (!isEmpty) await out.write([`{"from":${from}}`])
    },
  }
  const sources = {
    organizations: { microsoft: 'tenant' },
    lanes: [{ name: 'entra-logs' as const, sources: [source] }],
    limits: [],
  }
  const run = () => collect({ folder: new CollectFolder(bench.out()), sources, since: now - 3 * day, now: () => now })
  await run()
  const [name] = (await filesOf('entra-signins')) as [string]
  await rm(join(bench.out(), name))
  isEmpty = true
  now += 12 * day
  expect((await run()).sources[0]?.failure).toContain(`${name} is missing: the vendor no longer keeps these records`)
})

it('a collection continues a folder whose state lists no files', async () => {
  const { time } = await bench.open({ seed: 2, records: 200, days: 2 })
  await bench.sourceOf('google-drive')
  const path = join(bench.out(), collectionName)
  const { files, ...state } = JSON.parse(await readFile(path, 'utf8'))
  await writeFile(path, JSON.stringify(state))
  expect(Object.keys(files).length).toBeGreaterThan(2)
  time.at += 3_600_000
  expect((await bench.sourceOf('google-drive'))?.failure).toBeUndefined()
})
