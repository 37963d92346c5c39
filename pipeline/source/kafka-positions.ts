// The position in each partition, the committed offset, and the distance to the end: the basis of lag and of
// `--until-idle`.
import type { Offsets } from 'kafkajs'
import type { Metrics } from '../telemetry/telemetry.ts'

export type Assignment = Readonly<Record<string, readonly number[]>>

interface Place {
  readonly topic: string
  readonly partition: number
  /** The next offset to read; undefined until it is known. */
  next: bigint | undefined
  committed: bigint | undefined
}

/** The two questions that only the cluster can answer. */
export interface OffsetQueries {
  ends(topic: string): Promise<readonly { partition: number; low: string; high: string }[]>
  /** The committed offsets of the group; `-1` if the group never committed. */
  committed(
    topics: string[],
  ): Promise<readonly { topic: string; partitions: readonly { partition: number; offset: string }[] }[]>
}

export class Positions {
  private places = new Map<string, Place>()
  private readonly metrics: Metrics
  private readonly now: () => number
  /** The number of assignments: results from an older assignment no longer count. */
  generation = 0
  assigned: number | undefined
  lag: number | undefined
  atEndSince: number | undefined

  private readonly reached: (topic: string, partition: number, next: string) => void

  /** `reached` is called with each position that moves forward. */
  constructor(metrics: Metrics, now: () => number, reached: Positions['reached'] = () => undefined) {
    this.metrics = metrics
    this.now = now
    this.reached = reached
  }

  assign(assignment: Assignment): void {
    this.forget()
    for (const [topic, partitions] of Object.entries(assignment))
      for (const partition of partitions)
        this.places.set(`${topic}/${partition}`, { topic, partition, next: undefined, committed: undefined })
    this.assigned = this.places.size
    this.metrics.assigned.set(this.places.size)
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
    for (const { topic, partition } of this.places.values()) this.metrics.lag.remove(topic, String(partition))
    this.places = new Map()
    this.assigned = undefined
    this.lag = undefined
    this.atEndSince = undefined
    this.metrics.assigned.set(0)
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
    this.reached(topic, partition, next)
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
      list.push({ partition, offset: next.toString() })
      topics.set(topic, list)
    }
    if (topics.size === 0) return undefined
    return { topics: [...topics].map(([topic, partitions]) => ({ topic, partitions })) }
  }

  /** Compares our positions with the ends. `inHand` is true while a batch is being processed. */
  async measure(queries: OffsetQueries, inHand: () => boolean): Promise<void> {
    const { generation } = this
    const topics = [...new Set([...this.places.values()].map((place) => place.topic))]
    const ends = new Map<string, { low: bigint; high: bigint }>()
    for (const topic of topics)
      for (const { partition, low, high } of await queries.ends(topic))
        ends.set(`${topic}/${partition}`, { low: BigInt(low), high: BigInt(high) })
    await this.learnCommitted(queries, topics, generation)
    // The assignment changed during the queries. The next measurement covers it.
    if (generation !== this.generation) return
    let lag = 0n
    for (const [name, { topic, partition, next }] of this.places) {
      const end = ends.get(name)
      if (end === undefined) return this.unknown()
      // Retention may have removed the record at our position: reading continues at the first remaining record.
      const at = next === undefined || next < end.low ? end.low : next
      const behind = end.high > at ? end.high - at : 0n
      this.metrics.lag.set({ topic, partition: String(partition) }, Number(behind))
      lag += behind
    }
    this.lag = Number(lag)
    if (lag > 0n || this.places.size === 0 || inHand()) this.atEndSince = undefined
    else this.atEndSince ??= this.now()
  }

  /** The cluster does not respond: the end is unknown. */
  unknown(): void {
    this.lag = undefined
    this.atEndSince = undefined
  }

  private async learnCommitted(queries: OffsetQueries, topics: string[], generation: number): Promise<void> {
    if (topics.length === 0 || [...this.places.values()].every((place) => place.next !== undefined)) return
    const answer = await queries.committed(topics)
    if (generation !== this.generation) return
    for (const { topic, partitions } of answer)
      for (const { partition, offset } of partitions) {
        const place = this.places.get(`${topic}/${partition}`)
        if (place === undefined || place.next !== undefined || BigInt(offset) < 0n) continue
        place.next = BigInt(offset)
        place.committed = place.next
      }
  }
}
