// Speed of the middle of the pipeline on one core: parse → map → enrich → id → serialize, as a share of parsing alone.
// `npm run bench` measures the bundled samples, `npm run bench -- PATH…` the records of files: each dataset, and a mix of
// both vendors. Records are taken out of their wrappers first, as they come through Kafka.
import { Buffer } from 'node:buffer'
import { emptyEnvironment } from '../../mappings/environment/environment.ts'
import { loadMappings, makeChain } from '../../pipeline/chain.ts'
import { decode } from '../../pipeline/decode/decode.ts'
import { median, readTexts, round } from './common.ts'

const pairs = 9
const recordsPerRun = 8_000
/** One of four records in the mix is from Google. */
const googleEvery = 4

/** A native record in the form in which its source sends it, and the common properties of its documents. */
interface BenchRecord {
  readonly bytes: Buffer
  readonly dataset: string
  readonly documents: number
  /** Number of characters in the documents of the record. */
  readonly written: number
}

const chain = makeChain(await loadMappings(), emptyEnvironment)
const delivery = { source: 'bench', offset: '0' }

/** Yields the native records in a text that become documents of a single dataset even without their wrapper. */
function* toRecords(text: string): Generator<BenchRecord> {
  for (const outer of decode({ delivery, text })) {
    if (!outer.ok) continue
    const native = JSON.stringify(outer.record)
    const events = decode({ delivery, text: native })
      .flatMap((decoded) => (decoded.ok ? chain.process(decoded) : []))
      .filter((outcome) => outcome.ok)
    const [first] = events
    if (first === undefined) continue
    const written = events.reduce((sum, event) => sum + JSON.stringify(event.document).length, 0)
    yield { bytes: Buffer.from(native), dataset: first.dataset, documents: events.length, written }
  }
}

function parseOnly({ bytes }: BenchRecord): number {
  return JSON.parse(bytes.toString('utf8')) === null ? 0 : 1
}

function whole({ bytes }: BenchRecord): number {
  let length = 0
  for (const decoded of decode({ delivery, text: bytes.toString('utf8') })) {
    if (!decoded.ok) continue
    for (const outcome of chain.process(decoded)) if (outcome.ok) length += JSON.stringify(outcome.document).length
  }
  return length
}

/** Returns the CPU time per record in microseconds. */
function timed(records: readonly BenchRecord[], work: (record: BenchRecord) => number): number {
  let sink = 0
  const before = process.cpuUsage()
  for (let i = 0; i < recordsPerRun; i++) sink += work(records[i % records.length] as BenchRecord)
  const { user, system } = process.cpuUsage(before)
  if (sink === 0) throw new Error('the work did nothing')
  return (user + system) / recordsPerRun
}

function mean(records: readonly BenchRecord[], of: (record: BenchRecord) => number): number {
  return records.reduce((sum, record) => sum + of(record), 0) / records.length
}

function measure(name: string, records: readonly BenchRecord[]): object {
  for (let warm = 0; warm < 3; warm++) timed(records, whole)
  timed(records, parseOnly)
  const runs = Array.from({ length: pairs }, () => ({ parse: timed(records, parseOnly), whole: timed(records, whole) }))
  const documents = mean(records, (record) => record.documents)
  return {
    dataset: name,
    records: records.length,
    'bytes each': Math.round(mean(records, ({ bytes }) => bytes.length)),
    documents: round(documents),
    'bytes/document': Math.round(mean(records, (record) => record.written) / documents),
    'parse µs': round(median(runs.map(({ parse }) => parse))),
    'whole µs': round(median(runs.map((run) => run.whole))),
    share: round(median(runs.map(({ parse, whole }) => parse / whole))),
  }
}

/** Mixes records of both vendors, as many as one run takes. */
function mixed(google: readonly BenchRecord[], others: readonly BenchRecord[]): BenchRecord[] {
  return Array.from({ length: recordsPerRun }, (_, i) => {
    const from = i % googleEvery === 0 ? google : others
    // Each list has its own index: a common index would pair the same records again and again.
    return from[Math.floor(i % googleEvery === 0 ? i / googleEvery : i - i / googleEvery) % from.length] as BenchRecord
  })
}

const byDataset = new Map<string, BenchRecord[]>()
for (const text of await readTexts(process.argv.slice(2))) {
  for (const record of toRecords(text)) {
    const records = byDataset.get(record.dataset)
    if (records === undefined) byDataset.set(record.dataset, [record])
    else records.push(record)
  }
}

const rows = [...byDataset].sort(([a], [b]) => (a < b ? -1 : 1)).map(([dataset, records]) => measure(dataset, records))
const all = [...byDataset.values()].flat()
const google = all.filter(({ dataset }) => dataset.startsWith('google_workspace.'))
const audit = byDataset.get('o365.audit') ?? []
const mix = google.length > 0 && audit.length > 0 ? [measure('75 % o365.audit, 25 % Google', mixed(google, audit))] : []
console.table([...rows, ...mix])
