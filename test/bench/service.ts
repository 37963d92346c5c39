// Speed of the service as a process of its own: from a Kafka topic into Elasticsearch, and into a sink that discards.
// `npm run bench:service -- [--records N] [--partitions N] [--sink elasticsearch|discard]… [--node OPTION]… [PATH…]`,
// with KAFKA_BROKERS and ES_URL; records are made from the files, or from the bundled samples, with fresh ids. Options of
// Node reach the service alone: --node=--cpu-prof, --node=--max-semi-space-size=64.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import kafkajs from 'kafkajs'
import { emptyEnvironment } from '../../mappings/environment/environment.ts'
import { loadMappings, makeChain } from '../../pipeline/chain.ts'
import { makeKafka } from '../../pipeline/clients/kafka.ts'
import { loadSamples } from '../../pipeline/content-check/samples.ts'
import { readInputs } from '../../pipeline/framing/files.ts'
import { type Deployment, ServiceBench } from '../integration/service/service-bench.ts'
import { freshRecord, toMoulds } from './fresh-records.ts'

/** Below the megabyte that brokers take by default. */
const requestChars = 600_000
const clockTicksPerSecond = 100
const pollMs = 100

interface Usage {
  readonly cpuSeconds: number
  readonly peakMegabytes: number
}

/** What the kernel has counted of a process; undefined when it is gone, or where there is no /proc. */
function usageOf(pid: number): Usage | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // Behind the name, which may hold blanks: user and system time are members 14 and 15 of the whole.
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

async function readTexts(paths: readonly string[]): Promise<string[]> {
  if (paths.length === 0) return loadSamples().map(({ text }) => text)
  const texts: string[] = []
  for await (const values of readInputs([...paths], {}))
    for (const { text, value } of values) texts.push(text ?? JSON.stringify(value))
  return texts
}

async function produce(
  bench: ServiceBench,
  topic: string,
  moulds: readonly string[][],
  count: number,
  partitions: number,
) {
  const producer = makeKafka({ kafka: bench.kafka.config.kafka, log: bench.kafka.telemetry.log }).producer({
    createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
  })
  await producer.connect()
  let bytes = 0
  for (let n = 0; n < count; ) {
    const messages: { value: string; partition: number }[] = []
    for (let size = 0; n < count && size < requestChars; n++) {
      const value = freshRecord(moulds, n)
      size += value.length
      bytes += value.length
      messages.push({ value, partition: n % partitions })
    }
    await producer.send({ topic, messages })
  }
  await producer.disconnect()
  return bytes
}

interface Measured extends Usage {
  readonly seconds: number
  readonly stored: number
}

/** One run over all of the topic; the time counts from joining the group to the last commit. */
async function measure(bench: ServiceBench, deployment: Deployment, count: number, args: string[]): Promise<Measured> {
  const group = bench.kafka.group()
  const command = ['run', '--until-idle', '3', ...args]
  const { child, log, ended } = bench.start(deployment, command, { KAFKA_GROUP: group }, values.node)
  let usage: Usage = { cpuSeconds: Number.NaN, peakMegabytes: Number.NaN }
  let joined: number | undefined
  let done: number | undefined
  while (done === undefined && child.exitCode === null) {
    await new Promise((resolve) => setTimeout(resolve, pollMs))
    if (joined === undefined && log.some(({ msg }) => msg === 'joined the group')) joined = performance.now()
    const offsets = joined === undefined ? [] : await bench.kafka.committed(group, deployment.topic)
    if (offsets.reduce((sum, offset) => sum + Math.max(0, Number(offset)), 0) >= count) done = performance.now()
    usage = usageOf(child.pid ?? 0) ?? usage
  }
  const { code, summary, stderr } = await ended
  if (code !== 0 || summary === undefined || joined === undefined || done === undefined)
    throw new Error(`run ended with ${code}: ${stderr.slice(-2_000)}`)
  if (summary.records !== count || summary.stored < count)
    throw new Error(`not all was stored: ${JSON.stringify(summary)}`)
  return { ...usage, seconds: (done - joined) / 1000, stored: summary.stored }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    records: { type: 'string', default: '200000' },
    partitions: { type: 'string', default: '6' },
    sink: { type: 'string', multiple: true, default: ['elasticsearch', 'discard'] },
    node: { type: 'string', multiple: true, default: [] },
  },
})
const count = Number(values.records)
const partitions = Number(values.partitions)
const chain = makeChain(await loadMappings(), emptyEnvironment)
const moulds = toMoulds(await readTexts(positionals), (decoded) => {
  const outcomes = chain.process(decoded)
  return outcomes.length > 0 && outcomes.every(({ ok }) => ok)
})
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
  const deployment = await bench.deploy({ KAFKA_TOPIC_PARTITIONS: String(partitions), KAFKA_SESSION_SECONDS: '30' })
  const bytes = await produce(bench, deployment.topic, moulds, count, partitions)
  console.log(
    `${count} records of ${Math.round(bytes / count)} characters, made from ${moulds.length}, in ${partitions} partitions`,
  )
  console.log('sink            documents   seconds  records/s   CPU s  CPU µs/record  peak MB')
  for (const name of values.sink) {
    const args = name === 'discard' ? ['--discard'] : []
    const { stored, seconds, cpuSeconds, peakMegabytes } = await measure(bench, deployment, count, args)
    console.log(
      [
        name.padEnd(14),
        String(stored).padStart(10),
        seconds.toFixed(1).padStart(9),
        (count / seconds).toFixed(0).padStart(10),
        cpuSeconds.toFixed(1).padStart(7),
        ((cpuSeconds / count) * 1e6).toFixed(1).padStart(14),
        peakMegabytes.toFixed(0).padStart(8),
      ].join(' '),
    )
  }
} finally {
  await bench.close()
}
