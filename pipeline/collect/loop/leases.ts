// Assigns lanes to collectors. All collectors of an organization form one consumer group on the state topic. The
// partition of a lane contains its cursors, and the assignment of the partition is the lease of the lane.
import { type KafkaSettings, makeKafka, withAdmin } from '../../clients/kafka.ts'
import { Retry, realRuntime } from '../../clients/retry.ts'
import { within } from '../../clients/within.ts'
import { DependencyError } from '../../errors/dependency-error.ts'
import { type KafkaSelection, makeKafkaSource } from '../../source/kafka.ts'
import type { Source, SourceBatch, SourceStatus } from '../../source/source.ts'
import { describeError, makeMetrics, type Telemetry } from '../../telemetry/telemetry.ts'
import { type Lane, laneNames } from '../sources.ts'
import { type Cursor, readState, stateKey, stateValue } from './cursor.ts'
import { StateWriter } from './state-writer.ts'

export interface Lease {
  readonly lane: Lane['name']
  readonly signal: AbortSignal
  cursor(source: string): Cursor | undefined
  /** Resolves when the state topic has the cursor; rejects if another collector has taken the lane. */
  write(source: string, cursor: Cursor): Promise<void>
}

export interface LeasesOptions {
  readonly kafka: KafkaSettings
  readonly telemetry: Telemetry
  readonly organization: string
  readonly lanes: readonly Lane['name'][]
  /** Collects a lane until its signal is aborted. */
  readonly work: (lease: Lease) => Promise<void>
  /** Called with a retryable failure, and with undefined after recovery. */
  readonly onFailure: (lane: Lane['name'], failure: DependencyError | undefined) => void
  readonly onSign: () => void
}

const retryPolicy = { baseMs: 2000, capMs: 30_000 }
const pollMs = 100

export class Leases {
  readonly #options: LeasesOptions
  readonly #settings: KafkaSettings
  readonly #source: Source
  /** The cursor of each log source, with the offset of its record. */
  readonly #cursors = new Map<string, { readonly offset: bigint; readonly cursor: Cursor }>()
  /** The position of each partition: every record before this offset was read. */
  readonly #reached = new Map<number, bigint>()
  readonly #work = new Map<Lane['name'], Promise<void>>()
  readonly #failed = new AbortController()

  constructor(options: LeasesOptions) {
    const { kafka, organization, telemetry, onSign } = options
    this.#options = options
    this.#settings = { ...kafka, topics: [kafka.collectStateTopic], group: `${kafka.group}.collect.${organization}` }
    const selection: KafkaSelection = {
      startsOf: (assignment, signal) => this.#assign(assignment[kafka.collectStateTopic] ?? [], signal),
      reached: (_topic, partition, next) => {
        const reached = BigInt(next)
        if (reached > (this.#reached.get(partition) ?? 0n)) this.#reached.set(partition, reached)
      },
    }
    const batch = { records: 1000, bytes: 1024 * 1024 }
    // Cursors are not records: they must not count in the metrics of the service.
    const ownTelemetry = { log: telemetry.log, metrics: makeMetrics() }
    this.#source = makeKafkaSource({ kafka: this.#settings, batch, telemetry: ownTelemetry, onSign, selection })
  }

  status(): SourceStatus {
    return this.#source.status()
  }

  /** Holds leases until stopped; rejects with an error that waiting does not correct. */
  async run(): Promise<void> {
    await this.#checkTopic()
    const { signal } = this.#failed
    const failed = new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
    })
    await Promise.race([this.#source.run((batch) => this.#read(batch)), failed])
  }

  /** Ends the work on all lanes, and releases the leases. */
  async stop(drainSeconds: number): Promise<void> {
    await this.#source.stop(drainSeconds)
    await within(drainSeconds * 1000, Promise.allSettled(this.#work.values()))
  }

  async #checkTopic(): Promise<void> {
    const { collectStateTopic } = this.#settings
    const partitions = (await this.#ends()).length
    if (partitions >= laneNames.length) return
    const message = `topic ${collectStateTopic} has ${partitions} partitions, but requires ${laneNames.length}; add partitions, or delete the topic and run \`consentry setup\``
    throw new DependencyError('kafka_state_topic', message)
  }

  async #ends(): Promise<{ partition: number; low: string; high: string }[]> {
    const { telemetry, kafka } = this.#options
    const topic = kafka.collectStateTopic
    return withAdmin(makeKafka({ kafka, log: telemetry.log }), `Read on topic ${topic}`, (admin) =>
      admin.fetchTopicOffsets(topic),
    )
  }

  async #read({ values }: SourceBatch): Promise<void> {
    const { organization, telemetry, kafka } = this.#options
    for (const { buffer, delivery } of values) {
      const state = readState(buffer)
      if (state === undefined) {
        const { partition, offset } = delivery
        telemetry.log.warn(
          { topic: kafka.collectStateTopic, partition, offset },
          'a state that cannot be read: ignored',
        )
        continue
      }
      const offset = BigInt(delivery.offset)
      const known = this.#cursors.get(state.source)
      if (state.organization === organization && (known === undefined || known.offset < offset))
        this.#cursors.set(state.source, { offset, cursor: state.cursor })
    }
  }

  #assign(partitions: readonly number[], signal: AbortSignal): ReturnType<KafkaSelection['startsOf']> {
    for (const lane of this.#options.lanes) {
      const partition = laneNames.indexOf(lane)
      if (!partitions.includes(partition)) continue
      const before = this.#work.get(lane) ?? Promise.resolve()
      const work = before.then(() => this.#hold(lane, partition, signal))
      this.#work.set(
        lane,
        work.catch((error: unknown) => this.#failed.abort(error)),
      )
    }
    const topic = this.#options.kafka.collectStateTopic
    return partitions.map((partition) => ({ topic, partition, offset: String(this.#reached.get(partition) ?? 0n) }))
  }

  async #hold(lane: Lane['name'], partition: number, signal: AbortSignal): Promise<void> {
    const { telemetry, kafka, organization, work, onFailure } = this.#options
    const { log } = telemetry
    const retry = new Retry(retryPolicy, realRuntime, signal)
    const id = `${kafka.group}.collect.${organization}.${lane}`
    try {
      while (!signal.aborted) {
        let writer: StateWriter | undefined
        try {
          writer = await StateWriter.open({ kafka, log }, id)
          // Reads only after the writer is open: no earlier owner can then add a newer cursor.
          await this.#readToEnd(partition, signal)
          if (signal.aborted) return
          log.info({ organization, lane }, 'collecting')
          onFailure(lane, undefined)
          await work(this.#lease(lane, partition, signal, writer))
        } catch (error) {
          if (signal.aborted) return
          if (!(error instanceof DependencyError) || !error.retryable) throw error
          onFailure(lane, error)
          const waitMs = retry.next() ?? retryPolicy.capMs
          log.error({ organization, lane, ...describeError(error), waitMs }, 'collecting failed; retrying')
          await retry.wait(waitMs)
        } finally {
          await writer?.close()
        }
      }
    } finally {
      // Another collector may have the lane now.
      onFailure(lane, undefined)
    }
  }

  #lease(lane: Lane['name'], partition: number, signal: AbortSignal, writer: StateWriter): Lease {
    const { organization } = this.#options
    const written = new Map<string, Cursor>()
    return {
      lane,
      signal,
      cursor: (source) => written.get(source) ?? this.#cursors.get(source)?.cursor,
      write: async (source, cursor) => {
        signal.throwIfAborted()
        await writer.write(partition, stateKey(organization, source), stateValue({ organization, source, cursor }))
        written.set(source, cursor)
      },
    }
  }

  /** Waits until the consumer has read what the partition holds now. */
  async #readToEnd(partition: number, signal: AbortSignal): Promise<void> {
    const end = (await this.#ends()).find((one) => one.partition === partition)
    if (end === undefined || end.low === end.high) return
    const high = BigInt(end.high)
    while (!signal.aborted && (this.#reached.get(partition) ?? 0n) < high) await realRuntime.sleep(pollMs, signal)
  }
}
