// The Kafka consumer group as a Source. kafkajs fetches records and keeps the membership. After a crash of kafkajs,
// this module makes a new consumer. Offsets are resolved and committed only after their records are stored.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Offsets, TopicPartitionOffset } from 'kafkajs'
import { addressHint, type Kafka, makeKafka, toDependencyError } from '../clients/kafka.ts'
import { Retry, realRuntime } from '../clients/retry.ts'
import { within } from '../clients/within.ts'
import type { Config } from '../config/settings.ts'
import { DependencyError } from '../errors/dependency-error.ts'
import { describeError, type Telemetry } from '../telemetry/telemetry.ts'
import type { MemberFacts } from './kafka-assigner.ts'
import { fetchedOffsetOf, following } from './kafka-batches.ts'
import { heartbeatOf, makeConsumer } from './kafka-consumer.ts'
import { keepBatchesClosed } from './kafka-fetch.ts'
import { reportGap } from './kafka-gap.ts'
import { Membership } from './kafka-membership.ts'
import { Overload } from './kafka-overload.ts'
import { consumePartition } from './kafka-partition.ts'
import { type Assignment, Positions } from './kafka-positions.ts'
import { type OffsetQueries, openOffsetQueries } from './kafka-start.ts'
import { checkTopics } from './kafka-topics.ts'
import type { BatchHandler, Source, SourceStatus } from './source.ts'

export interface KafkaSourceOptions {
  readonly kafka: Config['kafka']
  readonly batch: Pick<Config['batch'], 'records' | 'bytes'>
  readonly telemetry: Telemetry
  /** Shown to the other members of the group. */
  readonly facts?: MemberFacts
  /** The interval in seconds at which positions are compared with the ends. `--until-idle` needs a short interval. */
  readonly measureSeconds?: number
  /** Called whenever the consumer loop shows that it runs, even while a server does not respond. */
  readonly onSign?: () => void
  /** Consecutive failures that end the reading. Without it, only a stop or a configuration error ends the reading. */
  readonly attempts?: number
  /** Topics that record processing needs. Reading does not begin while one of them is missing. */
  readonly needs?: readonly string[]
  /** A part of the topics; without it, reading starts at the committed offsets and has no end. */
  readonly selection?: KafkaSelection
}

/** Decides where reading starts in each partition, and tracks the progress. */
export interface KafkaSelection {
  /**
   * The offset of the first record to read in each assigned partition. Throws if the assignment is not sufficient. The
   * signal is aborted when the assignment ends.
   */
  startsOf(assignment: Assignment, signal: AbortSignal): readonly TopicPartitionOffset[]
  /** Everything below `next` is stored. */
  reached(topic: string, partition: number, next: string): void
}

/** Partitions processed at a time: while the last chunk of one is being stored, the next is transformed. */
const partitionsAtATime = 2

/** kafkajs waits longer for a broker that accepts a connection and does not answer, and reports nothing. */
const firstAnswerMs = 10_000

export function makeKafkaSource(options: KafkaSourceOptions): Source {
  const { kafka: settings, telemetry, measureSeconds = 10, onSign = () => undefined, selection } = options
  const { log, metrics } = telemetry
  const positions = new Positions({
    metrics,
    now: () => performance.now(),
    reached: selection?.reached,
    onGap: (gap) => reportGap(gap, telemetry),
    onFirst: (topic, partitions) => {
      const hint =
        'this is normal for a new group; a topic that was deleted while the service was stopped lost its commits'
      log.info({ topic, partitions, hint }, 'the group has no commits: reading starts at the earliest offset')
    },
    onGrown: (topic, partitions) =>
      log.info({ topic, partitions }, 'the topic has new partitions: reading them starts within a minute'),
  })
  const stopping = new AbortController()
  const giveUp = new AbortController()
  let trouble: SourceStatus['trouble']
  let everRead = false
  let held: readonly string[] = []
  const { retryBaseMs: baseMs, retryCapMs: capMs, topics, group } = settings
  const policy = { baseMs, capMs, ...(options.attempts !== undefined && { attempts: options.attempts }) }
  const retry = new Retry(policy, realRuntime, stopping.signal)
  const acls = `Read on topic ${topics.join(', ')} and Read on group ${group}`
  let finished: Promise<void> | undefined

  const allIsWell = () => {
    trouble = undefined
    retry.progress(1)
  }

  /** Runs one consumer from its connection to its end. Fulfilled if stopped; rejected with the error that ended it. */
  async function consume(client: Kafka, handler: BatchHandler): Promise<void> {
    const consumer = makeConsumer(client, settings, options.facts)
    const queries = openOffsetQueries(client, settings.group)
    const end = makeEnd()
    const heartbeatMs = heartbeatOf(settings)
    const membership = new Membership({ sessionMs: settings.sessionSeconds * 1000, now: () => performance.now() })
    /** True from an assignment until its offsets are known. Its partitions are paused meanwhile. */
    let isBeginning = false
    const overload = new Overload({
      metrics,
      pause: () => {
        const assigned = positions.partitions()
        log.info('fetching paused because storing is behind')
        consumer.pause(assigned)
        return assigned.reduce((sum, { partitions }) => sum + partitions.length, 0)
      },
      resume: () => {
        // Otherwise kafkajs would fetch from partitions whose offsets are not yet known.
        if (!isBeginning) consumer.resume(consumer.paused())
      },
    })
    consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
      membership.joined()
      positions.assign(payload.memberAssignment)
      const now = namesOf(payload.memberAssignment)
      const [gained, lost] = [without(now, held), without(held, now)]
      held = now
      log.info({ group: settings.group, partitions: positions.assigned, gained, lost }, 'joined the group')
      if (selection === undefined) {
        // Otherwise kafkajs would fetch at the committed offset, and replace it if the records no longer exist.
        consumer.pause(positions.partitions())
        isBeginning = true
        begun = positions.begin(queries).then((starts) => {
          // The next assignment resumes its own partitions.
          if (starts === undefined) return
          for (const start of starts) consumer.seek(start)
          isBeginning = false
          consumer.resume(positions.partitions())
        })
        begun.catch(end.reject)
        return
      }
      try {
        const { signal } = membership.assignment
        for (const start of selection.startsOf(payload.memberAssignment, signal)) consumer.seek(start)
      } catch (error) {
        end.reject(new Unstorable(error))
      }
    })
    consumer.on(consumer.events.HEARTBEAT, () => membership.heard())
    consumer.on(consumer.events.REBALANCING, () => {
      membership.lost(new Error('the group is rebalancing'))
      positions.forget()
    })
    const { FETCH_START, HEARTBEAT, GROUP_JOIN } = consumer.events
    consumer.on(consumer.events.FETCH, () => {
      everRead = true
    })
    for (const sign of [FETCH_START, HEARTBEAT, GROUP_JOIN] as const) consumer.on(sign, onSign)
    consumer.on(consumer.events.CRASH, ({ payload }) => end.reject(payload.error))
    // Batches with only control records or aborted transactions never reach eachBatch, but still move the position.
    consumer.on(consumer.events.END_BATCH_PROCESS, ({ payload }) => {
      if (Number(payload.batchSize) > 0) return
      positions.stir()
      positions.advance(payload.topic, payload.partition, following(payload.lastOffset))
    })
    const onFailure = (error: unknown) => {
      end.reject(new Unstorable(error))
      // The current batches of other partitions would wait for the same dependency.
      giveUp.abort(error)
    }
    const partition = {
      handler,
      limits: { ...options.batch, expandedBytes: settings.expandedBytes },
      heartbeatMs,
      positions,
      membership,
      overload,
      telemetry,
      giveUp: giveUp.signal,
      onFailure,
    }
    const stop = () => end.resolve()
    stopping.signal.addEventListener('abort', stop, { once: true })
    if (stopping.signal.aborted) stop()
    const measuring = new AbortController()
    // A selection starts at its own offsets and commits nothing: a group without commits ends with its last member.
    const none: Commit = async () => undefined
    let begun = Promise.resolve()
    let joining: Promise<void> | undefined
    let commit: Commit = selection === undefined ? (offsets) => consumer.commitOffsets(flatten(offsets)) : none
    try {
      const start = async () => {
        const waiting = setTimeout(
          () => log.warn({ brokers: settings.brokers, hint: addressHint }, 'waiting for an answer from Kafka'),
          firstAnswerMs,
        )
        await consumer.connect().finally(() => clearTimeout(waiting))
        await checkTopics(client, options.needs ?? [])
        await consumer.subscribe({ topics: [...settings.topics], fromBeginning: true })
        // The stop request came while connecting: a disconnected consumer would connect again and join.
        if (stopping.signal.aborted) return
        joining = consumer.run({
          autoCommit: false,
          eachBatchAutoResolve: false,
          partitionsConsumedConcurrently: partitionsAtATime,
          eachBatch: async (given) => {
            const payload = selection === undefined ? given : { ...given, commitOffsetsIfNecessary: none }
            await begun
            positions.arrived(payload.batch.topic, payload.batch.partition, fetchedOffsetOf(payload.batch))
            // This function does not retry like `consumer.commitOffsets`, whose retries may outlast the assignment.
            commit = payload.commitOffsetsIfNecessary
            await overload.whileInHand(() => consumePartition(payload, partition))
            allIsWell()
          },
        })
        await joining
      }
      start().catch(end.reject)
      void measure(queries, overload, (offsets) => commit(offsets), measuring.signal, end.reject)
      await end.promise
    } finally {
      measuring.abort()
      stopping.signal.removeEventListener('abort', stop)
      // A disconnection while kafkajs joins does not leave the group: the other members would wait for the session timeout.
      await joining?.catch(() => undefined)
      // Waits for the current batches, which commit their finished chunks.
      await consumer.disconnect().catch((error: unknown) => log.debug(describeError(error), 'disconnecting failed'))
      await queries.close()
      membership.close()
      positions.forget()
    }
  }

  /** Compares positions with the ends while a consumer runs, and commits offsets that no batch has committed. */
  async function measure(
    queries: OffsetQueries,
    overload: Overload,
    commit: Commit,
    signal: AbortSignal,
    onReplaced: (error: unknown) => void,
  ): Promise<void> {
    while (!signal.aborted) {
      await sleep(measureSeconds * 1000, undefined, { signal }).catch(() => undefined)
      if (signal.aborted || positions.assigned === undefined) continue
      try {
        await positions.measure(queries, () => overload.isBusy)
        if (positions.lag === 0) allIsWell()
        const offsets = overload.isBusy ? undefined : positions.uncommitted()
        if (offsets !== undefined) {
          await commit(offsets)
          positions.markCommitted(offsets)
        }
      } catch (error) {
        positions.unknown()
        if (error instanceof DependencyError && error.code === 'kafka_topic_replaced') return onReplaced(error)
        log.debug(describeError(error), 'the lag could not be measured')
      }
    }
  }

  async function run(handler: BatchHandler): Promise<void> {
    keepBatchesClosed()
    const client = makeKafka({ kafka: settings, log })
    while (!stopping.signal.aborted) {
      try {
        await consume(client, handler)
      } catch (error) {
        onSign()
        if (error instanceof Unstorable) throw error.cause
        const failure = toDependencyError(error, acls, client.addresses)
        // Before the first records, the cause is the configuration. After that, the source waits for recovery.
        if (!everRead && !failure.retryable) throw failure
        trouble = { code: failure.code, message: failure.message }
        metrics.restarts.inc({ code: failure.code })
        const waitMs = retry.next()
        if (waitMs === undefined) throw failure
        log.error({ code: failure.code, error: failure.message, waitMs }, 'reading from Kafka failed; retrying')
        await retry.wait(waitMs)
      }
    }
  }

  return {
    run(handler) {
      finished = run(handler)
      return finished
    },
    async stop(drainSeconds) {
      stopping.abort()
      const timer = setTimeout(
        () => giveUp.abort(new DependencyError('drain_timeout', 'the drain time has expired')),
        drainSeconds * 1000,
      )
      const ended = (finished ?? Promise.resolve()).catch(() => undefined)
      // A broker that hangs may delay the disconnection. The group then notices our end by the missing heartbeats.
      await within(drainSeconds * 1000 + 5000, ended)
      clearTimeout(timer)
    },
    status: () => ({ assigned: positions.assigned, lag: positions.lag, atEndSince: positions.atEndSince, trouble }),
  }
}

/** Ends the source with its cause: the handler could not store a batch, and waiting does not help. */
class Unstorable extends Error {
  constructor(cause: unknown) {
    super('a batch could not be stored', { cause })
  }
}

function makeEnd() {
  let resolve: () => void = () => undefined
  let reject: (error: unknown) => void = () => undefined
  const promise = new Promise<void>((fulfil, refuse) => {
    resolve = fulfil
    reject = refuse
  })
  return { promise, resolve, reject }
}

const namesOf = (assignment: Assignment): string[] =>
  Object.entries(assignment).flatMap(([topic, partitions]) => partitions.map((partition) => `${topic}/${partition}`))

const without = (names: readonly string[], others: readonly string[]) => names.filter((name) => !others.includes(name))

type Commit = (offsets: Offsets) => Promise<void>

function flatten(offsets: Offsets) {
  return offsets.topics.flatMap(({ topic, partitions }) => partitions.map((place) => ({ topic, ...place })))
}
