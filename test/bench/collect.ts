// Collects from the fake vendors with faults. The process is killed several times and continues, then a hunt reads the
// files. Prints a table that compares all published records with the documents of the hunt. npm run bench:collect --
// --records 110000 --kills 6 --seed 42
import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { CollectSummary } from '../../pipeline/collect/collect.ts'
import {
  compare as compareRecords,
  documentsOf,
  manyFaults,
  runCollect,
  serviceAccount,
  setUp,
  start,
  wholeAt,
} from '../support/collect-run.ts'
import { dice } from '../support/dice.ts'
import type { Published } from '../support/vendor-records.ts'

const { values } = parseArgs({
  options: {
    records: { type: 'string', default: '110000' },
    kills: { type: 'string', default: '6' },
    seed: { type: 'string', default: '42' },
    /** Set by the parent: this process makes one run, in this folder, at this time of the virtual clock. */
    run: { type: 'string' },
    at: { type: 'string' },
  },
})
const records = Number(values.records)
const seed = Number(values.seed)

interface Run {
  readonly summary: CollectSummary
  readonly faulted: Readonly<Record<string, number>>
  /** Requests that the fakes refused because they exceeded the documented limits. */
  readonly refused: Readonly<Record<string, number>>
  readonly tokens: number
}

/** Starts the fakes with all faults. Each process has its own fakes; all fakes publish the same records. */
const open = (folder: string) =>
  setUp({ seed, records, days: 30, faults: manyFaults, tokenCalls: 200 }, join(folder, 'key.json'))

async function runOnce(folder: string, at: number): Promise<void> {
  const setup = await open(folder)
  setup.time.at = at
  const summary = await runCollect(setup, join(folder, 'collected'))
  const { vendors } = setup
  const refused = Object.fromEntries(Object.entries(vendors.quotas).map(([name, quota]) => [name, quota.refused]))
  const run: Run = { summary, faulted: Object.fromEntries(vendors.faulted), refused, tokens: vendors.tokens.issued }
  process.stdout.write(JSON.stringify(run))
  await vendors.close()
}

/** Makes one run in a separate process. Kills the process after `killMs` unless it ends earlier. */
function spawnRun(folder: string, at: number, killMs?: number): Promise<Run | undefined> {
  const self = fileURLToPath(import.meta.url)
  const args = [self, '--run', folder, '--at', String(at), '--records', String(records), '--seed', String(seed)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const began = Date.now()
  const timer = killMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killMs)
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  return new Promise((resolve, reject) => {
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      console.error(`run: ${signal ?? `code ${code}`} after ${Math.round((Date.now() - began) / 1000)} s`)
      if (signal === 'SIGKILL') resolve(undefined)
      else if (code === 0) resolve(JSON.parse(Buffer.concat(chunks).toString('utf8')) as Run)
      else reject(new Error(`a run ended with code ${code}`))
    })
  })
}

function hunt(folder: string): Promise<number | null> {
  const command = fileURLToPath(new URL('../../pipeline/main.js', import.meta.url))
  const args = [command, 'hunt', join(folder, 'collected'), '--out', join(folder, 'hunt'), '--quiet']
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] })
  return new Promise((resolve) => child.on('close', resolve))
}

/** Prints a table of published records and the hunt's documents. Returns the number of lost or duplicated records. */
async function compare(folder: string, published: Published): Promise<number> {
  const found = await documentsOf(join(folder, 'hunt'))
  console.log('| log source | published | documents | lost | duplicated |\n| --- | --- | --- | --- | --- |')
  let faults = 0
  for (const { source, published: all, documents, lost, duplicated } of compareRecords(found, published)) {
    faults += lost.length + duplicated.length
    console.log(`| ${source} | ${all} | ${documents} | ${lost.length} | ${duplicated.length} |`)
  }
  return faults
}

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'consentry-collect-'))
  try {
    await writeFile(join(folder, 'key.json'), JSON.stringify(serviceAccount))
    const roll = dice(seed)
    const runs: Run[] = []
    let killed = 0
    for (let run = 0; run < Number(values.kills); run++) {
      const done = await spawnRun(folder, start + run * 600_000, 3000 + roll(9000))
      if (done === undefined) killed++
      else runs.push(done)
    }
    for (const at of [start + 5_400_000, wholeAt]) runs.push((await spawnRun(folder, at)) as Run)
    const code = await hunt(folder)
    const { vendors } = await open(folder)
    await vendors.close()
    const last = runs.at(-1) as Run
    console.log(`killed with SIGKILL: ${killed}; complete runs: ${runs.length}; exit code of the hunt: ${code}`)
    const faults = await compare(folder, vendors.published)
    const gone = vendors.published.blobs.filter((blob) => blob.gone !== undefined).length
    const all = runs.flatMap(({ summary }) => summary.sources.flatMap((source) => source.lost))
    const reported = new Set(all.filter((what) => what.startsWith('blob '))).size
    console.log(`\nblobs that vanished: ${gone}, reported: ${reported}`)
    for (const { faulted, refused, tokens } of runs)
      console.log(
        `faults: ${JSON.stringify(faulted)}; over a documented limit: ${JSON.stringify(refused)}; tokens: ${tokens}`,
      )
    console.log(
      '\n| API (last run) | requests | throttled | repeated | peak | documented limit |\n| --- | --- | --- | --- | --- | --- |',
    )
    for (const { api, requests, throttled, repeated, peak, limit, periodMs } of last.summary.requests)
      console.log(`| ${api} | ${requests} | ${throttled} | ${repeated} | ${peak} | ${limit} in ${periodMs / 1000} s |`)
    const failures = runs.flatMap(({ summary }) =>
      summary.sources.flatMap(({ id, failure }) => (failure === undefined ? [] : [`${id}: ${failure}`])),
    )
    for (const failure of failures) console.log(`not complete: ${failure}`)
    if (faults > 0 || failures.length > 0) process.exitCode = 1
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

if (values.run === undefined) await main()
else await runOnce(values.run, Number(values.at))
