// CPU time per record of the service, in a separate process, and of Elasticsearch: from a Kafka topic into
// Elasticsearch, and into a sink that discards. `npm run bench:service -- [--records N] [--partitions N] [--sink
// elasticsearch|discard]… [--load live|backfill]… [--accounts N]… [--runs N] [--profile] [--node OPTION]… [PATH…]`,
// with KAFKA_BROKERS and ES_URL. Records are made from the files, or the bundled samples, with new ids and accounts.
// Their times are now (live), or those in the files (backfill, read with --backfill). Figures are for the steady state,
// from a quarter of the records to the last; the start is separate. Other work of the server counts: use an idle one.
// --profile adds shares of stages. Only the service gets Node options: --node=--max-semi-space-size=64.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import kafkajs from 'kafkajs'
import { emptyEnvironment } from '../../mappings/environment/environment.ts'
import { loadMappings, makeChain } from '../../pipeline/chain.ts'
import { makeKafka } from '../../pipeline/clients/kafka.ts'
import { type Deployment, ServiceBench } from '../integration/service/service-bench.ts'
import { readTexts } from './common.ts'
import { cpuOf } from './elasticsearch-cost.ts'
import { freshRecord, toMoulds } from './fresh-records.ts'
import { stagesOf } from './profile.ts'

/** Below the default limit of brokers, one megabyte. */
const requestChars = 600_000
const clockTicksPerSecond = 100
const pollMs = 100

interface Usage {
  readonly cpuSeconds: number
  readonly peakMegabytes: number
}

/** Reads the kernel's usage counts of a process; undefined if the process has ended, or where there is no /proc. */
function usageOf(pid: number): Usage | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // Fields after the process name, which may contain blanks: user and system time are fields 14 and 15 of the line.
    const members = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const peak = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    if (peak === undefined) return undefined
    return {
      cpuSeconds: (Number(members[11]) + Number(members[12])) / clockTicksPerSecond,
      peakMegabytes: Number(peak) / 1024,
    }
  } catch {
    return undefined
  }
}

async function produce(bench: ServiceBench, topic: string, moulds: readonly string[][], { accounts, load }: Load) {
  const producer = makeKafka({ kafka: bench.kafka.config.kafka, log: bench.kafka.telemetry.log }).producer({
    createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
  })
  await producer.connect()
  for (let n = 0; n < count; ) {
    const messages: { value: string; partition: number }[] = []
    for (let size = 0; n < count && size < requestChars; n++) {
      const value = freshRecord(moulds, n, accounts, load === 'live' ? Date.now() : undefined)
      size += value.length
      messages.push({ value, partition: n % partitions })
    }
    await producer.send({ topic, messages })
  }
  await producer.disconnect()
}

/** The progress of a run at one moment. */
interface Moment {
  readonly records: number
  readonly seconds: number
  readonly ours: number
  readonly theirs: number
}

interface Measured {
  /** The moment when the run had read a first part; `last` is the moment when it had read everything. */
  readonly first: Moment
  readonly last: Moment
  readonly peakMegabytes: number
  readonly stages: readonly [stage: string, share: number][]
}

async function measure(bench: ServiceBench, deployment: Deployment, args: string[]): Promise<Measured> {
  const group = bench.kafka.group()
  const folder = mkdtempSync(join(tmpdir(), 'bench-service-'))
  const command = ['run', '--until-idle', '3', ...args]
  const node = [...values.node, ...(values.profile ? ['--cpu-prof', `--cpu-prof-dir=${folder}`] : [])]
  const { child, log, ended } = bench.start(deployment, command, { KAFKA_GROUP: group }, node)
  let peakMegabytes = Number.NaN
  let first: Moment | undefined
  let last: Moment | undefined
  while (last === undefined && child.exitCode === null) {
    await new Promise((resolve) => setTimeout(resolve, pollMs))
    if (!log.some(({ msg }) => msg === 'joined the group')) continue
    const offsets = await bench.kafka.committed(group, deployment.topic)
    const records = offsets.reduce((sum, offset) => sum + Math.max(0, Number(offset)), 0)
    const usage = usageOf(child.pid ?? 0)
    if (usage === undefined) continue
    peakMegabytes = usage.peakMegabytes
    const seconds = Number(process.hrtime.bigint()) / 1e9
    const moment = { records, seconds, ours: usage.cpuSeconds, theirs: (await cpuOf(bench.client)) / 1e6 }
    if (records >= count / 4) first ??= moment
    if (records >= count) last = moment
  }
  const { code, summary, stderr } = await ended
  if (code !== 0 || summary === undefined || first === undefined || last === undefined)
    throw new Error(`run ended with ${code}: ${stderr.slice(-2_000)}`)
  if (summary.records !== count || summary.stored < count)
    throw new Error(`not all was stored: ${JSON.stringify(summary)}`)
  const stages = values.profile ? stagesOf(folder, first.seconds * 1e6, last.seconds * 1e6) : []
  rmSync(folder, { recursive: true })
  return { first, last, peakMegabytes, stages }
}

function print(name: string, { first, last, peakMegabytes, stages }: Measured): void {
  const records = last.records - first.records
  const ours = ((last.ours - first.ours) / records) * 1e6
  const theirs = ((last.theirs - first.theirs) / records) * 1e6
  // Subtracts what the first part would cost at the rate of the later parts.
  const start = first.ours - (ours * first.records) / 1e6
  const cells = [
    (records / (last.seconds - first.seconds)).toFixed(0).padStart(9),
    start.toFixed(1).padStart(8),
    ours.toFixed(1).padStart(9),
    theirs.toFixed(1).padStart(14),
    (ours + theirs).toFixed(1).padStart(9),
    peakMegabytes.toFixed(0).padStart(8),
  ]
  console.log([name.padEnd(34), ...cells].join(' '))
  for (const [stage, share] of stages.filter(([, share]) => share >= 0.005))
    console.log(
      `  ${stage.padEnd(32)} ${(100 * share).toFixed(1).padStart(9)} % ${(share * ours).toFixed(1).padStart(8)}`,
    )
}

const loads = ['live', 'backfill'] as const

interface Load {
  readonly load: (typeof loads)[number]
  readonly accounts: number
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    records: { type: 'string', default: '100000' },
    partitions: { type: 'string', default: '6' },
    sink: { type: 'string', multiple: true, default: ['elasticsearch', 'discard'] },
    load: { type: 'string', multiple: true, default: [...loads] },
    accounts: { type: 'string', multiple: true, default: ['1000', '100000'] },
    runs: { type: 'string', default: '1' },
    profile: { type: 'boolean', default: false },
    node: { type: 'string', multiple: true, default: [] },
  },
})
const count = Number(values.records)
const partitions = Number(values.partitions)
const chain = makeChain(await loadMappings(), emptyEnvironment)
const isKept = (decoded: Parameters<typeof chain.process>[0]) => {
  const outcomes = chain.process(decoded)
  return outcomes.length > 0 && outcomes.every(({ ok }) => ok)
}
const moulds = toMoulds(await readTexts(positionals), isKept, true)
if (moulds.length === 0) throw new Error('there is no record in these files that becomes a document')

const bench = new ServiceBench({
  name: 'bench',
  compatibility: process.env.ES_COMPATIBILITY === '8' ? 8 : 9,
  url: process.env.ES_URL ?? 'http://127.0.0.1:9200',
  brokers: process.env.KAFKA_BROKERS ?? '127.0.0.1:9092',
  missing: false,
})
await bench.open()
try {
  console.log(`Node ${process.version}, ${count} records made from ${moulds.length}, in ${partitions} partitions`)
  console.log('load, accounts, sink                records/s start s  ours µs  Elasticsearch      sum  peak MB')
  for (let run = 0; run < Number(values.runs); run++)
    for (const load of loads.filter((each) => values.load.includes(each)))
      for (const accounts of values.accounts.map(Number)) {
        const settings = { KAFKA_TOPIC_PARTITIONS: String(partitions), KAFKA_SESSION_SECONDS: '30' }
        const deployment = await bench.deploy(settings)
        await produce(bench, deployment.topic, moulds, { load, accounts })
        for (const sink of values.sink) {
          const args = [...(load === 'backfill' ? ['--backfill'] : []), ...(sink === 'discard' ? ['--discard'] : [])]
          print(`${load}, ${accounts}, ${sink}`, await measure(bench, deployment, args))
        }
      }
} finally {
  await bench.close()
}
