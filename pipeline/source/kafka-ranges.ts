// Reads a part of the topics, from one offset to another in each partition, for a replay or a reprocess. The reader has
// a separate consumer group, so the service and its offsets are not affected.
import type { Offsets } from 'kafkajs'
import { type KafkaClientOptions, makeKafka, withAdmin } from '../clients/kafka.ts'
import type { Config } from '../config/settings.ts'
import { DependencyError } from '../errors/dependency-error.ts'
import type { Failure } from '../outcome.ts'
import type { Telemetry } from '../telemetry/telemetry.ts'
import { type KafkaSelection, makeKafkaSource } from './kafka.ts'
import type { Assignment } from './kafka-positions.ts'
import type { BatchHandler, RawKafkaValue } from './source.ts'

/** Records of one partition, from `from` (inclusive) to `to` (exclusive). */
export interface KafkaRange {
  readonly topic: string
  readonly partition: number
  readonly from: bigint
  readonly to: bigint
}

/** The requested offsets of one partition; both ends are inclusive. */
export interface OffsetsAsked {
  /** Absent for every topic. */
  readonly topic?: string
  readonly partition: number
  readonly first?: bigint
  readonly last?: bigint
}

export interface RangeQuery {
  readonly topics: readonly string[]
  /** The period in which the records reached Kafka, epoch milliseconds; excludes `until`. */
  readonly since?: number | undefined
  readonly until?: number | undefined
  /** If present, nothing is read from other partitions. */
  readonly offsets?: readonly OffsetsAsked[]
}

type Ends = Offsets['topics'][number]['partitions']

const later = (a: bigint, b: bigint): bigint => (a > b ? a : b)
const earlier = (a: bigint, b: bigint): bigint => (a < b ? a : b)

/** Returns the current ranges of all partitions, empty without requested records. Throws a DependencyError. */
export async function findRanges(client: KafkaClientOptions, query: RangeQuery): Promise<KafkaRange[]> {
  return withAdmin(makeKafka(client), `Read on topic ${query.topics.join(', ')}`, async (admin) => {
    const ranges: KafkaRange[] = []
    for (const topic of query.topics) {
      const at = async (time: number | undefined): Promise<Ends | undefined> =>
        time === undefined ? undefined : await admin.fetchTopicOffsetsByTimestamp(topic, time)
      const since = await at(query.since)
      const until = await at(query.until)
      for (const { partition, low, high } of await admin.fetchTopicOffsets(topic)) {
        const offsetIn = (ends: Ends | undefined, fallback: string) =>
          BigInt(ends?.find((end) => end.partition === partition)?.offset ?? fallback)
        let from = later(BigInt(low), offsetIn(since, low))
        let to = earlier(BigInt(high), offsetIn(until, high))
        if (query.offsets !== undefined) {
          const asked = query.offsets.find(
            (one) => one.partition === partition && (one.topic === undefined || one.topic === topic),
          )
          from = asked === undefined ? to : later(from, asked.first ?? from)
          to = asked?.last === undefined ? to : earlier(to, asked.last + 1n)
        }
        ranges.push({ topic, partition, from: earlier(from, to), to })
      }
    }
    return ranges
  })
}

export const recordsIn = (ranges: readonly KafkaRange[]): bigint =>
  ranges.reduce((sum, { from, to }) => sum + to - from, 0n)

export interface ReadRangesOptions {
  readonly kafka: Config['kafka']
  readonly batch: Pick<Config['batch'], 'records' | 'bytes'>
  readonly telemetry: Telemetry
  readonly group: string
  readonly ranges: readonly KafkaRange[]
  /** Ends the reading with an error. Stored records stay stored. */
  readonly signal: AbortSignal
  /** Called with the number of records of the ranges that are finished. */
  readonly onProgress?: (records: bigint) => void
}

const placeOf = (topic: string, partition: number): string => `${topic}/${partition}`
const drainSeconds = 20
/** A small number, because a person waits for the command. */
const attempts = 5

/** Tracks the progress of a reader through its ranges. */
class Ranges implements KafkaSelection {
  private readonly ranges = new Map<string, KafkaRange>()
  private readonly next = new Map<string, bigint>()
  private readonly moved: (done: boolean, records: bigint) => void

  constructor(ranges: readonly KafkaRange[], moved: (done: boolean, records: bigint) => void) {
    for (const range of ranges) this.ranges.set(placeOf(range.topic, range.partition), range)
    for (const [place, { from }] of this.ranges) this.next.set(place, from)
    this.moved = moved
  }

  startsOf = (assignment: Assignment) => {
    const mine = Object.entries(assignment).flatMap(([topic, partitions]) =>
      partitions.map((partition) => ({ topic, partition })),
    )
    const places = new Set(mine.map(({ topic, partition }) => placeOf(topic, partition)))
    const elsewhere = [...this.ranges].some(([place, { from, to }]) => from < to && !places.has(place))
    // With two readers in one group, each would wait for the records that the other reader gets.
    if (elsewhere) {
      const message = 'another reader is in this consumer group. Wait until it ends, or choose another group.'
      throw new DependencyError('kafka_group_shared', message)
    }
    return mine.map(({ topic, partition }) => ({
      topic,
      partition,
      offset: String(this.next.get(placeOf(topic, partition)) ?? 0n),
    }))
  }

  reached = (topic: string, partition: number, next: string): void => {
    const place = placeOf(topic, partition)
    const range = this.ranges.get(place)
    if (range === undefined) return
    this.next.set(place, later(this.next.get(place) ?? 0n, earlier(BigInt(next), range.to)))
    let records = 0n
    let done = true
    for (const [at, { from, to }] of this.ranges) {
      const position = this.next.get(at) ?? from
      records += position - from
      if (position < to) done = false
    }
    this.moved(done, records)
  }

  /** Returns the remaining ranges in the format of `--offsets`. */
  left(): string[] {
    return [...this.ranges].flatMap(([place, { to }]) => {
      const next = this.next.get(place) ?? to
      return next < to ? [`${place}:${next}-${to - 1n}`] : []
    })
  }

  holds = ({ delivery }: RawKafkaValue): boolean => {
    const range = this.ranges.get(placeOf(delivery.source, delivery.partition ?? 0))
    const offset = BigInt(delivery.offset)
    return range !== undefined && offset >= range.from && offset < range.to
  }

  touches = ({ delivery }: Failure): boolean => {
    const range = this.ranges.get(placeOf(delivery.source, delivery.partition ?? 0))
    if (range === undefined) return false
    return BigInt(delivery.lastOffset ?? delivery.offset) >= range.from && BigInt(delivery.offset) < range.to
  }
}

/** Passes on the records of the ranges, and then ends. Rejects with a DependencyError, also if interrupted. */
export async function readRanges(options: ReadRangesOptions, handler: BatchHandler): Promise<void> {
  const { ranges, signal, group, onProgress = () => undefined } = options
  if (recordsIn(ranges) === 0n) return
  let complete = false
  let stopped: Promise<void> | undefined
  const stop = () => {
    stopped ??= source.stop(drainSeconds)
  }
  const selection = new Ranges(ranges, (done, records) => {
    onProgress(records)
    if (!done) return
    complete = true
    stop()
  })
  const topics = [...new Set(ranges.map(({ topic }) => topic))]
  const { batch, telemetry } = options
  const source = makeKafkaSource({ kafka: { ...options.kafka, topics, group }, batch, telemetry, selection, attempts })
  signal.addEventListener('abort', stop, { once: true })
  try {
    if (!signal.aborted) {
      await source.run(async (given) => {
        const values = given.values.filter(selection.holds)
        const failures = given.failures.filter(selection.touches)
        if (values.length > 0 || failures.length > 0) await handler({ ...given, values, failures })
      })
    }
    await stopped
  } finally {
    signal.removeEventListener('abort', stop)
  }
  if (complete) return
  const left = selection.left().map((range) => `--offsets ${range}`)
  const message = `interrupted before the last record. Not read yet: ${left.join(' ')}`
  throw new DependencyError('interrupted', message)
}
