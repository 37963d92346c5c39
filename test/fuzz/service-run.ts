// Sends records through a real Kafka and two instances of the service into a real Elasticsearch. Each record ends as
// documents or as a dead letter, as it does offline, and no instance ends or stops responding meanwhile.
import { setTimeout as sleep } from 'node:timers/promises'
import { loadProduct } from '../../pipeline/content-check/check.ts'
import { decodeBuffer } from '../../pipeline/decode/decode.ts'
import type { Failure } from '../../pipeline/outcome.ts'
import { toDeadLetters } from '../../pipeline/sink/dead-letter.ts'
import { Progress } from '../chaos/progress.ts'
import { inRequests } from '../integration/kafka/kafka-bench.ts'
import { type Deployment, type Running, requireWorlds, ServiceBench } from '../integration/service/service-bench.ts'
import { freePort } from '../support/local-server.ts'
import { fuzzRecord } from './fuzz-records.ts'

interface Range {
  readonly seed: number
  readonly from: number
  readonly records: number
}

const partitions = 4
const chunkRecords = 500
/** An instance that does not respond within this time hangs. */
const answersWithinMs = 5_000

export async function serviceRun({ seed, from, records }: Range): Promise<boolean> {
  const { worlds, stop } = await requireWorlds()
  const world = worlds.find(({ missing }) => !missing)
  if (world === undefined) throw new Error('set KAFKA_BROKERS and ES_URL')
  const bench = new ServiceBench(world)
  await bench.open()
  const ports = [await freePort(), await freePort()]
  const health = new Health()
  try {
    const deployment = await bench.deploy({ KAFKA_TOPIC_PARTITIONS: String(partitions) })
    const group = bench.kafka.group()
    const instances = ports.map((port) =>
      bench.start(deployment, ['run'], { KAFKA_GROUP: group, HEALTH_PORT: String(port) }),
    )
    health.watch(ports)
    const expected = await produceRecords(bench, deployment, { seed, from, records })
    const progress = new Progress({ bench, deployment, group })
    const haveEnded = () => instances.every(({ child }) => child.exitCode !== null)
    await progress.until('every record is committed', async () => haveEnded() || progress.isDrained())
    progress.stop()
    health.stop()
    const { problems, outcomes } = await end(instances)
    const documents = await bench.documents(deployment.namespace)
    const missing = [...expected.ids].filter((id) => !documents.has(id))
    const ends = await bench.kafka.admin.fetchTopicOffsets(deployment.deadLetterTopic)
    const letters = await bench.deadLetters(
      deployment,
      ends.reduce((sum, { high }) => sum + Number(high), 0),
    )
    // Elasticsearch refuses some documents: each of them is a dead letter, too.
    const refused = letters.filter(({ code }) => code === 'document_rejected' || code === 'failure_store').length
    console.log(
      `seed ${seed}: ${records} records through Kafka: ${documents.size} documents, ${letters.length} dead letters ` +
        `(${refused} refused); ${outcomes} outcomes, ${expected.outcomes} offline; ${missing.length} documents not stored; ` +
        `slowest answer of /healthz ${health.worstMs.toFixed(0)} ms`,
    )
    for (const problem of problems) console.log(`  ${problem}`)
    const complete = outcomes >= expected.outcomes && missing.length <= refused
    return complete && problems.length === 0 && health.worstMs < answersWithinMs
  } finally {
    health.stop()
    await bench.close()
    await stop()
  }
}

/** Produces the records. Returns their offline outcomes. */
async function produceRecords(bench: ServiceBench, { topic }: Deployment, { seed, from, records }: Range) {
  const { chain } = await loadProduct()
  const ids = new Set<string>()
  let outcomes = 0
  for (let start = from; start < from + records; start += chunkRecords) {
    const messages = []
    for (let n = start; n < Math.min(start + chunkRecords, from + records); n++) {
      const value = fuzzRecord(seed, n)
      const failures: Failure[] = []
      for (const decoded of decodeBuffer(value, { source: topic, offset: '0' })) {
        for (const outcome of decoded.ok ? chain.process(decoded) : [decoded]) {
          if (outcome.ok) {
            ids.add(outcome.id)
            outcomes++
          } else failures.push(outcome)
        }
      }
      // A record with several failed events is one dead letter.
      outcomes += toDeadLetters(failures, '').length
      messages.push({ partition: n % partitions, value })
    }
    for (const each of inRequests(messages)) await bench.kafka.produce(topic, each)
  }
  return { ids, outcomes }
}

/** Ends the instances. Returns the problems with how they ended, and the number of outcomes that they counted. */
async function end(instances: readonly Running[]) {
  const problems: string[] = []
  let outcomes = 0
  for (const { child, ended } of instances) {
    child.kill('SIGTERM')
    const { code, stderr, summary } = await ended
    if (code !== 0 || summary === undefined) problems.push(`an instance ended with ${code}: ${stderr.slice(-600)}`)
    else outcomes += summary.stored + summary.duplicates + summary.deadLetters
  }
  return { problems, outcomes }
}

/** Asks each instance for its health continuously, and keeps the longest wait for a response. */
class Health {
  worstMs = 0
  #stopped = false

  watch(ports: readonly number[]): void {
    for (const port of ports) void this.#ask(port)
  }

  stop(): void {
    this.#stopped = true
  }

  async #ask(port: number): Promise<void> {
    let answered = false
    while (!this.#stopped) {
      const started = performance.now()
      const ok = await fetch(`http://127.0.0.1:${port}/healthz`).then(
        () => true,
        () => false,
      )
      // Before its first response, the instance is still starting.
      if (answered) this.worstMs = Math.max(this.worstMs, performance.now() - started)
      answered ||= ok
      await sleep(100)
    }
  }
}
