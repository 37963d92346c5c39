// Two collectors in a loop into a real Kafka (KAFKA_BROKERS), on the fake vendors with faults. One of them is killed again and
// again. Then a hunt reads the records of the topic.
import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { makeKafka } from '../../pipeline/clients/kafka.ts'
import type { Runtime } from '../../pipeline/clients/retry.ts'
import { CollectLoop } from '../../pipeline/collect/loop/loop.ts'
import { makeCollectMetrics } from '../../pipeline/collect/loop/metrics.ts'
import { loadConfig } from '../../pipeline/config/config.ts'
import { stopOnSignals } from '../../pipeline/service/signals.ts'
import { setupKafka } from '../../pipeline/setup/kafka.ts'
import { makeTelemetry } from '../../pipeline/telemetry/telemetry.ts'
import { start, type VirtualTime, wholeAt } from '../support/collect-run.ts'
import { dice } from '../support/dice.ts'
import { type BenchOptions, compare, hunt, openFakes } from './collect-parts.ts'

const everyMs = 1_800_000
const hour = 3_600_000
/** Those of the fakes. */
const logSources = 15
/** The clocks of the collectors are some hours apart: less than the 30 days that Entra keeps. */
const days = 20

function config() {
  const outcome = loadConfig({ env: process.env })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  return outcome.config
}

/** Waits between rounds take a moment in truth, so that both collectors do some rounds, and end where the records end. */
function slowedDown(time: VirtualTime): Runtime {
  return {
    now: time.now,
    random: time.random,
    sleep: async (ms, signal) => {
      if (ms < everyMs / 2) return time.sleep(ms, signal)
      await wait(1000, undefined, signal === undefined ? {} : { signal }).catch(() => undefined)
      time.at = Math.max(time.at, Math.min(time.at + ms, wholeAt))
    },
  }
}

/** One collector. With `whole`, it begins after everything became visible, and ends when all log sources are complete. */
export async function collector(folder: string, options: Omit<BenchOptions, 'kills'>, whole: boolean): Promise<void> {
  const setup = await openFakes(folder, options, days)
  if (whole) setup.time.at = wholeAt + 2 * hour
  const began = setup.time.at
  const telemetry = makeTelemetry({ level: process.env.LOG_LEVEL ?? 'silent' })
  const metrics = makeCollectMetrics(telemetry.metrics.registry)
  const ended = new AbortController()
  const { signal } = stopOnSignals()
  const timer = setInterval(async () => {
    const { values } = await metrics.complete.get()
    if (whole && values.filter(({ value }) => value * 1000 >= began).length >= logSources) ended.abort()
  }, 200)
  const loop = new CollectLoop({
    ...{ settings: setup.settings, kafka: config().kafka, subscribes: true, since: start - days * 24 * hour },
    ...{ everyMs, drainSeconds: 5, telemetry, metrics, runtime: slowedDown(setup.time) },
    signal: AbortSignal.any([signal, ended.signal]),
    ...{ onFailure: () => undefined, onSign: () => undefined },
  })
  await loop.run()
  clearInterval(timer)
  const { vendors } = setup
  const refused = Object.fromEntries(Object.entries(vendors.quotas).map(([name, quota]) => [name, quota.refused]))
  console.log(
    `faults: ${JSON.stringify(Object.fromEntries(vendors.faulted))}; over a documented limit: ${JSON.stringify(refused)}`,
  )
  await vendors.close()
}

export async function benchLoop(folder: string, options: BenchOptions): Promise<number> {
  const { records, kills, seed } = options
  const name = `bench-${randomUUID()}`
  const names = { KAFKA_TOPICS: name, KAFKA_DEAD_LETTER_TOPIC: `${name}-dead`, KAFKA_GROUP: name }
  Object.assign(process.env, names, { KAFKA_COLLECT_STATE_TOPIC: `${name}-state`, KAFKA_SESSION_SECONDS: '6' })
  const { kafka } = config()
  const { log } = makeTelemetry({ level: 'silent' })
  await setupKafka({ kafka, log, dryRun: false })
  const self = fileURLToPath(new URL('./collect.js', import.meta.url))
  const spawnOne = (whole: boolean): ChildProcess => {
    const args = [self, '--run', folder, '--records', String(records), '--seed', String(seed), '--loop']
    const stdio = ['ignore', 'inherit', 'inherit'] as const
    return spawn(process.execPath, [...args, ...(whole ? ['--whole'] : [])], { stdio: [...stdio] })
  }
  const roll = dice(seed)
  const both = [spawnOne(false), spawnOne(false)]
  // Until both hold lanes.
  await wait(12_000)
  for (let kill = 0; kill < kills; kill++) {
    await wait(2000 + roll(6000))
    const at = roll(2)
    both[at]?.kill('SIGKILL')
    both[at] = spawnOne(false)
  }
  await wait(8000)
  for (const child of both) {
    child.kill('SIGTERM')
    await once(child, 'close')
  }
  const last = spawnOne(true)
  const [code] = (await once(last, 'close')) as [number | null]
  const messages = await download(folder, kafka)
  console.log(
    `killed with SIGKILL: ${kills}; exit code of the last collector: ${code}; exit code of the hunt: ${await hunt(folder)}`,
  )
  console.log(`messages in Kafka: ${messages.sent}, of them sent again: ${messages.again}`)
  const { vendors } = await openFakes(folder, options, days)
  await vendors.close()
  return compare(folder, vendors.published)
}

/** Writes the records of the topic into a file for a hunt, and deletes the topics. */
async function download(folder: string, kafka: ReturnType<typeof config>['kafka']) {
  const client = makeKafka({ kafka, log: makeTelemetry({ level: 'silent' }).log })
  const admin = client.admin()
  await admin.connect()
  const topic = kafka.topics[0] as string
  const ends = await admin.fetchTopicOffsets(topic)
  const sent = ends.reduce((sum, { high }) => sum + Number(high), 0)
  // A consumer may deliver a message twice.
  const found = new Map<string, string>()
  const consumer = client.consumer({ groupId: `${kafka.group}-reader` })
  await consumer.connect()
  await consumer.subscribe({ topics: [topic], fromBeginning: true })
  await consumer.run({
    eachMessage: async ({ partition, message: { offset, value } }) =>
      void found.set(`${partition}/${offset}`, String(value)),
  })
  while (found.size < sent) await wait(200)
  await consumer.disconnect()
  const texts = [...found.values()]
  await mkdir(join(folder, 'collected'), { recursive: true })
  await writeFile(join(folder, 'collected', 'records.ndjson'), `${texts.join('\n')}\n`)
  await admin.deleteTopics({ topics: [topic, kafka.deadLetterTopic, kafka.collectStateTopic] })
  await admin.disconnect()
  return { sent, again: sent - new Set(texts).size }
}
