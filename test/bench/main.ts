// Speed of the middle of the pipeline, one core: parse → map → enrich → id → serialize, beside parsing alone.
// `npm run bench` measures the bundled samples; `npm run bench -- PATH…` measures the records of files.
import { Buffer } from 'node:buffer'
import { emptyEnvironment } from '../../mappings/environment/environment.ts'
import { loadMappings, makeChain } from '../../pipeline/chain.ts'
import { decode } from '../../pipeline/decode/decode.ts'
import { loadSamples } from '../../pipeline/hunt/samples.ts'
import { readInputs } from '../../pipeline/source/files.ts'

const pairs = 7
const recordsPerRun = 20_000

async function readRecords(paths: readonly string[]): Promise<string[]> {
  if (paths.length === 0) return loadSamples().map((sample) => JSON.stringify(JSON.parse(sample.text)))
  const records: string[] = []
  for await (const values of readInputs([...paths], {})) {
    for (const value of values) records.push(value.text ?? JSON.stringify(value.value))
  }
  return records
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] as number
}

/** Microseconds of CPU per record. */
function timed(buffers: readonly Buffer[], work: (buffer: Buffer) => number): number {
  let sink = 0
  const before = process.cpuUsage()
  for (let i = 0; i < recordsPerRun; i++) sink += work(buffers[i % buffers.length] as Buffer)
  const { user, system } = process.cpuUsage(before)
  if (sink === 0) throw new Error('the work did nothing')
  return (user + system) / recordsPerRun
}

const chain = makeChain(await loadMappings(), emptyEnvironment)
const delivery = { source: 'bench', offset: '0' }

function parseOnly(buffer: Buffer): number {
  return Object.keys(JSON.parse(buffer.toString('utf8')) as object).length
}

function whole(buffer: Buffer): number {
  let length = 1
  for (const decoded of decode({ delivery, text: buffer.toString('utf8') })) {
    if (!decoded.ok) continue
    for (const outcome of chain.process(decoded)) if (outcome.ok) length += JSON.stringify(outcome.document).length
  }
  return length
}

/** The dataset of a record's first document; undefined for what becomes none. */
function datasetOf(text: string): string | undefined {
  for (const decoded of decode({ delivery, text })) {
    if (!decoded.ok) continue
    for (const outcome of chain.process(decoded)) if (outcome.ok) return outcome.dataset
  }
  return undefined
}

const byDataset = new Map<string, Buffer[]>()
for (const text of await readRecords(process.argv.slice(2))) {
  const dataset = datasetOf(text)
  if (dataset === undefined) continue
  const buffers = byDataset.get(dataset)
  if (buffers === undefined) byDataset.set(dataset, [Buffer.from(text)])
  else buffers.push(Buffer.from(text))
}
if (byDataset.size > 1) byDataset.set('all', [...byDataset.values()].flat())

console.log('dataset                       distinct  mean bytes  parse µs  whole µs   share')
for (const [dataset, buffers] of [...byDataset].sort(([a], [b]) => (a < b ? -1 : 1))) {
  timed(buffers, parseOnly)
  timed(buffers, whole)
  const runs = Array.from({ length: pairs }, () => ({ parse: timed(buffers, parseOnly), whole: timed(buffers, whole) }))
  const parse = median(runs.map((run) => run.parse))
  const all = median(runs.map((run) => run.whole))
  const share = median(runs.map((run) => run.parse / run.whole))
  const bytes = buffers.reduce((sum, buffer) => sum + buffer.length, 0) / buffers.length
  console.log(
    [
      dataset.padEnd(28),
      String(buffers.length).padStart(9),
      bytes.toFixed(0).padStart(11),
      parse.toFixed(2).padStart(9),
      all.toFixed(2).padStart(9),
      share.toFixed(2).padStart(7),
    ].join(' '),
  )
}
