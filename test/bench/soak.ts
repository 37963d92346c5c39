// Memory and lag of the service over minutes in which Elasticsearch is slow: records come at a steady rate, and in the
// middle half of the time each request to Elasticsearch waits.
// `npm run soak -- [--minutes N] [--rate RECORDS-PER-SECOND] [--delay SECONDS]`, with KAFKA_BROKERS and ES_URL. Samples go
// to out/soak.csv.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import kafkajs from 'kafkajs'
import { emptyEnvironment } from '../../mappings/environment/environment.ts'
import { packageRoot } from '../../mappings/kernel/package-root.ts'
import { loadMappings, makeChain } from '../../pipeline/chain.ts'
import { makeKafka } from '../../pipeline/clients/kafka.ts'
import { loadSamples } from '../../pipeline/content-check/samples.ts'
import { ServiceBench } from '../integration/service/service-bench.ts'
import { HttpProxy } from '../support/http-proxy.ts'
import { freePort } from '../support/local-server.ts'
import { freshRecord, toMoulds } from './fresh-records.ts'

const sampleMs = 5000
const partitions = 6

const columns = ['seconds', 'slow', 'rss_mb', 'heap_mb', 'produced', 'stored', 'lag', 'paused'] as const
type Sample = Record<(typeof columns)[number], number>

/** The sum of a metric over its labels. */
function metric(text: string, name: string): number {
  let sum = 0
  for (const [, value] of text.matchAll(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, 'gm'))) sum += Number(value)
  return sum
}

function rssOf(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kilobytes) / 1024
}

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '20' },
    rate: { type: 'string', default: '500' },
    delay: { type: 'string', default: '10' },
  },
})
const milliseconds = Number(values.minutes) * 60_000
const rate = Number(values.rate)
const url = process.env.ES_URL ?? 'http://127.0.0.1:9200'

const chain = makeChain(await loadMappings(), emptyEnvironment)
const moulds = toMoulds(
  loadSamples().map(({ text }) => text),
  (decoded) => {
    const outcomes = [...chain.process(decoded)]
    return outcomes.length === 1 && outcomes.every(({ ok }) => ok)
  },
)

const brokers = process.env.KAFKA_BROKERS ?? '127.0.0.1:9092'
const bench = new ServiceBench({ name: 'soak', compatibility: 9, url, brokers, missing: false })
const proxy = await HttpProxy.before(url)
await bench.open()
const producer = makeKafka({ kafka: bench.kafka.config.kafka, log: bench.kafka.telemetry.log }).producer({
  createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
})
await producer.connect()

try {
  const deployment = await bench.deploy({
    KAFKA_TOPIC_PARTITIONS: String(partitions),
    KAFKA_SESSION_SECONDS: '30',
    CONSENTRY_FINDINGS: 'false',
  })
  const port = await freePort()
  const service = bench.start(deployment, ['run'], {
    ES_URL: proxy.url,
    KAFKA_GROUP: bench.kafka.group(),
    HEALTH_PORT: String(port),
  })
  const pid = service.child.pid ?? 0
  const start = performance.now()
  const samples: Sample[] = []
  let produced = 0

  const isSlow = (now: number) => now >= milliseconds / 4 && now < (milliseconds * 3) / 4
  const produce = async () => {
    const due = Math.floor((Math.min(performance.now() - start, milliseconds) / 1000) * rate)
    while (produced < due) {
      const messages: { value: string; partition: number }[] = []
      for (; produced < due && messages.length < 200; produced++) {
        messages.push({ value: freshRecord(moulds, produced), partition: produced % partitions })
      }
      await producer.send({ topic: deployment.topic, messages })
    }
  }
  const sample = async () => {
    const now = performance.now() - start
    proxy.delayMs = isSlow(now) ? Number(values.delay) * 1000 : 0
    const signal = AbortSignal.timeout(sampleMs)
    const text = await fetch(`http://127.0.0.1:${port}/metrics`, { signal })
      .then((answer) => answer.text())
      .catch(() => undefined)
    if (text === undefined) return
    samples.push({
      seconds: Math.round(now / 1000),
      slow: isSlow(now) ? 1 : 0,
      rss_mb: Math.round(rssOf(pid)),
      heap_mb: Math.round(metric(text, 'nodejs_heap_size_used_bytes') / 1024 / 1024),
      produced,
      // A document stored by a request with a late response counts as a duplicate at the next attempt.
      stored: metric(text, 'consentry_documents_stored_total') + metric(text, 'consentry_duplicates_total'),
      lag: metric(text, 'consentry_lag_records'),
      paused: metric(text, 'consentry_paused_partitions'),
    })
  }

  // The service gets the same time again to catch up.
  const isCaughtUp = () => (samples.at(-1)?.stored ?? 0) >= produced
  for (let next = sampleMs; performance.now() - start < milliseconds * 2; ) {
    await produce()
    if (service.child.exitCode !== null)
      throw new Error(`the service ended: ${(await service.ended).stderr.slice(-2000)}`)
    if (performance.now() - start >= next) {
      await sample()
      next += sampleMs
      if (next > milliseconds && isCaughtUp()) break
    }
    await sleep(100)
  }
  service.child.kill('SIGTERM')
  const { code } = await service.ended
  const documents = (await bench.documents(deployment.namespace)).size

  const folder = join(packageRoot, 'out')
  mkdirSync(folder, { recursive: true })
  const rows = samples.map((each) => columns.map((column) => each[column]).join(','))
  writeFileSync(join(folder, 'soak.csv'), `${[columns.join(','), ...rows].join('\n')}\n`)

  const peak = (of: 'rss_mb' | 'heap_mb' | 'lag', some: readonly Sample[]) =>
    Math.max(0, ...some.map((each) => each[of]))
  const slow = samples.filter((each) => each.slow === 1)
  const other = samples.filter((each) => each.slow === 0)
  console.log(
    `${produced} records at ${rate}/s; each request to Elasticsearch ${values.delay} s late for half of ${values.minutes} min`,
  )
  console.log(`peak RSS   ${peak('rss_mb', slow)} MB while slow, ${peak('rss_mb', other)} MB otherwise`)
  console.log(`peak heap  ${peak('heap_mb', slow)} MB while slow, ${peak('heap_mb', other)} MB otherwise`)
  console.log(`peak lag   ${peak('lag', samples)} records`)
  console.log(`paused     in ${samples.filter(({ paused }) => paused > 0).length} of ${samples.length} samples`)
  console.log(`documents  ${documents} of ${produced}; the service ended with ${code}`)
  if (documents !== produced || code !== 0) process.exitCode = 1
} finally {
  await producer.disconnect()
  await bench.close()
  await proxy.close()
}
