// The position in each partition, the committed offset, and the distance to the end: the basis of lag and of
// `--until-idle`.
import type { Offsets, TopicPartitionOffset } from 'kafkajs'
import { DependencyError } from '../errors/dependency-error.ts'
import type { Metrics } from '../telemetry/telemetry.ts'
import { metadataOf, type OffsetQueries, type Start, startOf } from './kafka-start.ts'

export type Assignment = Readonly<Record<string, readonly number[]>>

interface Place {
  readonly topic: string
  readonly partition: number
  /** The next offset to read; undefined until it is known. */
  next: bigint | undefined
  committed: bigint | undefined
}

/** The reason why a partition lacks records before its first readable record. */
export type Gap = Extract<Start, { kind: 'removed' | 'replaced' }> & {
  readonly topic: string
  readonly partition: number
}

export interface PositionsOptions {
  readonly metrics: Metrics
  readonly now: () => number
  /** Called with each position that moves forward. */
  readonly reached?: ((topic: string, partition: number, next: string) => void) | undefined
  /** Called for partitions without a commit. The broker deletes the commits of a topic together with the topic. */
  readonly onFirst?: (topic: string, partitions: readonly number[]) => void
  /** Called if a topic gets further partitions. */
  readonly onGrown?: (topic: string, partitions: number) => void
  /** Called once for records that cannot be read any more. */
  readonly onGap?: (gap: Gap) => void
}

export class Positions {
  private places = new Map<string, Place>()
  private readonly options: PositionsOptions
  /** The ID of each topic at the start of reading. */
  private ids: ReadonlyMap<string, string> = new Map()
  /** The ID of each topic, including the topics of earlier assignments. */
  private readonly known = new Map<string, string>()
  /** The number of partitions of each topic. */
  private readonly sizes = new Map<string, number>()
  /** The number of assignments: results from an older assignment no longer count. */
  generation = 0
  assigned: number | undefined
  lag: number | undefined
  atEndSince: number | undefined

  constructor(options: PositionsOptions) {
    this.options = options
  }

  assign(assignment: Assignment): void {
    this.forget()
    for (const [topic, partitions] of Object.entries(assignment))
      for (const partition of partitions)
        this.places.set(`${topic}/${partition}`, { topic, partition, next: undefined, committed: undefined })
    this.assigned = this.places.size
    this.options.metrics.assigned.set(this.places.size)
  }

  /**
   * Finds where reading continues in the assigned partitions. Returns the positions that differ from the commits, or
   * undefined if the assignment changed during the queries.
   */
  async begin(queries: OffsetQueries): Promise<TopicPartitionOffset[] | undefined> {
    const { generation } = this
    const topics = this.topics()
    const ids = await queries.ids(topics)
    const commits = await queries.committed(topics)
    const starts: { place: Place; start: Start }[] = []
    for (const topic of topics) {
      const commitsOfTopic = commits.find((each) => each.topic === topic)?.partitions
      const ends = await queries.ends(topic)
      this.sizes.set(topic, ends.length)
      for (const end of ends) {
        const place = this.places.get(`${topic}/${end.partition}`)
        const commit = commitsOfTopic?.find(({ partition }) => partition === end.partition)
        if (place !== undefined)
          starts.push({ place, start: startOf(commit, end, { id: ids.get(topic), before: this.known.get(topic) }) })
      }
    }
    if (generation !== this.generation) return undefined
    this.ids = ids
    for (const [topic, id] of ids) this.known.set(topic, id)
    for (const topic of topics) {
      const firsts = starts.filter(({ place, start }) => place.topic === topic && start.kind === 'first')
      const partitions = firsts.map(({ place }) => place.partition)
      if (partitions.length > 0) this.options.onFirst?.(topic, partitions)
    }
    const seeks: TopicPartitionOffset[] = []
    for (const { place, start } of starts) {
      const { topic, partition } = place
      place.next = start.at
      if (start.kind === 'first' || (start.kind === 'continue' && start.proven)) place.committed = start.at
      // Otherwise, the position is committed with the ID of the topic.
      if (start.kind === 'first' || start.kind === 'continue') continue
      this.options.onGap?.({ topic, partition, ...start })
      seeks.push({ topic, partition, offset: start.at.toString() })
    }
    return seeks
  }

  /** Records of one fetch arrived, so the idle time starts again. A fetch that begins after the position shows lost records. */
  arrived(topic: string, partition: number, fetchedOffset: string | undefined): void {
    this.stir()
    const place = this.places.get(`${topic}/${partition}`)
    if (place !== undefined && fetchedOffset !== undefined) this.skip(place, BigInt(fetchedOffset))
  }

  /** The commit of one position, with the ID of the topic that was read. */
  commitOf(topic: string, partition: number, offset: string): Offsets {
    const entry = { partition, offset, ...metadataOf(this.ids.get(topic)) }
    return { topics: [{ topic, partitions: [entry] }] }
  }

  partitions(): { topic: string; partitions: number[] }[] {
    const topics = new Map<string, number[]>()
    for (const { topic, partition } of this.places.values()) {
      topics.set(topic, [...(topics.get(topic) ?? []), partition])
    }
    return [...topics].map(([topic, partitions]) => ({ topic, partitions }))
  }

  /** Clears the state: this instance has no partitions for now. */
  forget(): void {
    this.generation++
    for (const { topic, partition } of this.places.values()) this.options.metrics.lag.remove(topic, String(partition))
    this.places = new Map()
    this.ids = new Map()
    this.assigned = undefined
    this.lag = undefined
    this.atEndSince = undefined
    this.options.metrics.assigned.set(0)
  }

  /** Records arrived, so the idle time starts again. */
  stir(): void {
    this.atEndSince = undefined
  }

  /** Everything below `next` is stored, or needs no storing. */
  advance(topic: string, partition: number, next: string): void {
    const place = this.places.get(`${topic}/${partition}`)
    if (place === undefined) return
    const offset = BigInt(next)
    if (place.next === undefined || offset > place.next) place.next = offset
    this.options.reached?.(topic, partition, next)
  }

  markCommitted(offsets: Offsets): void {
    for (const { topic, partitions } of offsets.topics)
      for (const { partition, offset } of partitions) {
        const place = this.places.get(`${topic}/${partition}`)
        if (place !== undefined) place.committed = BigInt(offset)
      }
  }

  /** Returns the stored offsets that are not yet committed, in the form of a commit; undefined if there are none. */
  uncommitted(): Offsets | undefined {
    const topics = new Map<string, { partition: number; offset: string }[]>()
    for (const { topic, partition, next, committed } of this.places.values()) {
      if (next === undefined || next === committed) continue
      const list = topics.get(topic) ?? []
      list.push({ partition, offset: next.toString(), ...metadataOf(this.ids.get(topic)) })
      topics.set(topic, list)
    }
    if (topics.size === 0) return undefined
    return { topics: [...topics].map(([topic, partitions]) => ({ topic, partitions })) }
  }

  /** Compares our positions with the ends. `inHand` is true while a batch is being processed. */
  async measure(queries: OffsetQueries, inHand: () => boolean): Promise<void> {
    const { generation } = this
    const topics = this.topics()
    const ids = await queries.ids(topics)
    const ends = new Map<string, { low: bigint; high: bigint }>()
    for (const topic of topics) {
      const found = await queries.ends(topic)
      if (found.length > (this.sizes.get(topic) ?? found.length)) this.options.onGrown?.(topic, found.length)
      this.sizes.set(topic, found.length)
      for (const { partition, low, high } of found)
        ends.set(`${topic}/${partition}`, { low: BigInt(low), high: BigInt(high) })
    }
    // The assignment changed during the queries. The next measurement covers it.
    if (generation !== this.generation) return
    const replaced = topics.filter(
      (topic) => this.ids.has(topic) && ids.has(topic) && ids.get(topic) !== this.ids.get(topic),
    )
    if (replaced.length > 0) {
      const message = `topic ${replaced.join(', ')} was deleted and created again`
      throw new DependencyError('kafka_topic_replaced', message, { retryable: true })
    }
    let lag = 0n
    for (const [name, place] of this.places) {
      const end = ends.get(name)
      if (end === undefined) return this.unknown()
      // A fetched batch may contain records that retention has removed since.
      if (!inHand()) this.skip(place, end.low)
      const { topic, partition, next } = place
      const at = next === undefined || next < end.low ? end.low : next
      const behind = end.high > at ? end.high - at : 0n
      this.options.metrics.lag.set({ topic, partition: String(partition) }, Number(behind))
      lag += behind
    }
    this.lag = Number(lag)
    if (lag > 0n || this.places.size === 0 || inHand()) this.atEndSince = undefined
    else this.atEndSince ??= this.options.now()
  }

  /** The cluster does not respond: the end is unknown. */
  unknown(): void {
    this.lag = undefined
    this.atEndSince = undefined
  }

  private topics(): string[] {
    return [...new Set([...this.places.values()].map(({ topic }) => topic))]
  }

  /** Reading continues at the first remaining record, because retention removed the records at the position. */
  private skip(place: Place, at: bigint): void {
    const { topic, partition, next: from } = place
    if (from === undefined || from >= at) return
    place.next = at
    this.options.onGap?.({ topic, partition, kind: 'removed', from, at })
  }
}
