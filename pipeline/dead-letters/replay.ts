// Replays dead letters through the chain, the entity store and the sink. IDs derive from the records and facts merge,
// so a second replay changes nothing. A letter that fails again is reported and remains, without a second letter.
import { groupBy } from '../../mappings/kernel/group-by.ts'
import { messageOf } from '../../mappings/kernel/thrown.ts'
import type { Chain } from '../chain.ts'
import { inParallel } from '../clients/in-parallel.ts'
import type { UpdateEntities } from '../entity-store/update-entities.ts'
import type { DeadLetter, DeadLetterCode, Event, Outcome } from '../outcome.ts'
import { isolate } from '../service/isolate.ts'
import { type Sink, sumOf } from '../sink/sink.ts'
import { findRanges, type KafkaRange } from '../source/kafka-ranges.ts'
import type { RawKafkaValue } from '../source/source.ts'
import { letterId, needsOriginal, outcomesOf, outcomesOfOriginal } from './letter.ts'
import { type KafkaReading, readInOwnGroup } from './read-letters.ts'

export interface ReplayStages {
  readonly chain: Chain
  readonly updateEntities: UpdateEntities
  readonly sink: Pick<Sink, 'store'>
  readonly signal: AbortSignal
}

/**
 * `stored`: at least one new document. `duplicate`: every document existed. `dead_letter`: fails again. `empty`: no
 * document, and none needed. `lost`: the letter holds only a part of the record, and the topic no longer has it.
 */
export type ReplayOutcome = 'stored' | 'duplicate' | 'dead_letter' | 'empty' | 'lost'

export interface Replayed {
  readonly id: string
  /** Why the letter was written. */
  readonly code: DeadLetterCode
  readonly outcome: ReplayOutcome
  readonly stored: number
  readonly duplicates: number
  /** Why it fails again. */
  readonly failures: readonly { readonly code: DeadLetterCode; readonly detail: string }[]
}

/** Number of letters that are processed concurrently. */
const atATime = 8

export class Replay {
  private readonly stages: ReplayStages
  private readonly report: (replayed: Replayed) => void
  /** Letters whose original value is needed. */
  private readonly waiting: DeadLetter[] = []

  constructor(stages: ReplayStages, report: (replayed: Replayed) => void) {
    this.stages = stages
    this.report = report
  }

  /** Replays the letters that hold their record, and keeps the others for `originals`. */
  async take(letters: readonly DeadLetter[]): Promise<void> {
    const { chain } = this.stages
    await this.each(letters, async (letter) => {
      if (needsOriginal(letter)) this.waiting.push(letter)
      else await this.process(letter, outcomesOf(letter, chain))
    })
  }

  /** Replays the other letters from the topics. If the record is gone, uses the part in the letter. */
  async originals(reading: KafkaReading | undefined): Promise<void> {
    const found = reading === undefined ? new Set<DeadLetter>() : await this.fromTopics(reading)
    const left = this.waiting.filter((letter) => !found.has(letter))
    await this.each(left, async (letter) => {
      if (letter.incomplete === true) this.tell(letter, 'lost', {})
      else await this.process(letter, outcomesOf(letter, this.stages.chain))
    })
  }

  private async fromTopics(reading: KafkaReading): Promise<Set<DeadLetter>> {
    const { kafka, telemetry } = reading
    const wanted = new Wanted(this.waiting, kafka.topics)
    const found = new Map<DeadLetter, Outcome[]>()
    const add = (letter: DeadLetter, outcomes: readonly Outcome[]) =>
      found.set(letter, [...(found.get(letter) ?? []), ...outcomes])
    if (wanted.topics.length === 0) return new Set()
    const ranges = wanted.within(await findRanges({ kafka, log: telemetry.log }, { topics: wanted.topics }))
    await readInOwnGroup({ ...reading, ranges }, async ({ values, failures }) => {
      for (const value of values)
        for (const letter of wanted.of(value)) add(letter, outcomesOfOriginal(letter, value, this.stages.chain))
      // A record batch that still cannot be read.
      for (const failure of failures) for (const letter of wanted.of(failure)) add(letter, [failure])
    })
    await this.each([...found], ([letter, outcomes]) => this.process(letter, outcomes))
    return new Set(found.keys())
  }

  private async each<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
    await inParallel(items, atATime, async (item) => {
      this.stages.signal.throwIfAborted()
      await work(item)
    })
  }

  private async process(letter: DeadLetter, outcomes: readonly Outcome[]): Promise<void> {
    const { updateEntities, sink, signal } = this.stages
    const events = outcomes.filter((outcome) => outcome.ok)
    const failures = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome]))
    const annotated = await isolate(events, (some: readonly Event[]) => updateEntities(some, { signal }), signal)
    const kept = await isolate(
      annotated.results.flat(),
      (some: readonly Event[]) => sink.store(some, { signal }),
      signal,
    )
    const { stored, duplicates, failures: refused } = sumOf(kept.results)
    const codes = [
      ...[...failures, ...refused].map(({ code, detail }) => ({ code, detail })),
      ...annotated.failed.map(({ error }) => ({ code: 'annotation_failed' as const, detail: messageOf(error) })),
      ...kept.failed.map(({ error }) => ({ code: 'storing_failed' as const, detail: messageOf(error) })),
    ]
    const outcome = codes.length > 0 ? 'dead_letter' : stored > 0 ? 'stored' : duplicates > 0 ? 'duplicate' : 'empty'
    this.tell(letter, outcome, { stored, duplicates, failures: codes })
  }

  private tell(
    letter: DeadLetter,
    outcome: ReplayOutcome,
    { stored = 0, duplicates = 0, failures = [] }: Partial<Pick<Replayed, 'stored' | 'duplicates' | 'failures'>>,
  ): void {
    this.report({ id: letterId(letter), code: letter.code, outcome, stored, duplicates, failures })
  }
}

/** The places of letters in the source topics. */
class Wanted {
  private readonly letters: readonly DeadLetter[]
  private readonly records: ReadonlyMap<string, readonly DeadLetter[]>
  /** Letters for whole record batches, each of which contains many records. */
  private readonly batches: readonly DeadLetter[]

  constructor(letters: readonly DeadLetter[], topics: readonly string[]) {
    this.letters = letters.filter(({ source, partition }) => partition !== undefined && topics.includes(source))
    this.batches = this.letters.filter(({ lastOffset }) => lastOffset !== undefined)
    this.records = groupBy(this.letters, placeOf)
  }

  get topics(): string[] {
    return [...new Set(this.letters.map(({ source }) => source))]
  }

  /** Limits the available ranges to the range from the first to the last letter of each partition. */
  within(held: readonly KafkaRange[]): KafkaRange[] {
    return held.map(({ topic, partition, from, to }) => {
      const mine = this.letters.filter((letter) => letter.source === topic && letter.partition === partition)
      const firsts = mine.map(({ offset }) => BigInt(offset))
      const lasts = mine.map(({ offset, lastOffset }) => BigInt(lastOffset ?? offset))
      const end = mine.length === 0 ? from : min(to, lasts.reduce(max) + 1n)
      const start = mine.length === 0 ? from : max(from, firsts.reduce(min))
      return { topic, partition, from: min(start, end), to: max(from, end) }
    })
  }

  of({ delivery }: Pick<RawKafkaValue, 'delivery'>): readonly DeadLetter[] {
    const offset = BigInt(delivery.offset)
    const inBatches = this.batches.filter(
      ({ source, partition, offset: first, lastOffset = first }) =>
        source === delivery.source &&
        partition === delivery.partition &&
        offset > BigInt(first) &&
        offset <= BigInt(lastOffset),
    )
    return [...(this.records.get(placeOf(delivery)) ?? []), ...inBatches]
  }
}

const placeOf = ({ source, partition, offset }: Pick<DeadLetter, 'source' | 'partition' | 'offset'>): string =>
  `${source}/${partition ?? ''}/${offset}`
const min = (a: bigint, b: bigint): bigint => (a < b ? a : b)
const max = (a: bigint, b: bigint): bigint => (a > b ? a : b)
