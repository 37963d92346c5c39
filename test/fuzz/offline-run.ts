// Processes records from bytes to alerts in this process, with every stage that the service and a hunt have.
import { decodeBuffer } from '../../pipeline/decode/decode.ts'
import { InMemoryStore } from '../../pipeline/entity-store/in-memory-store.ts'
import { makeUpdateEntities } from '../../pipeline/entity-store/update-entities.ts'
import type { Event, Outcome } from '../../pipeline/outcome.ts'
import { toDeadLetters } from '../../pipeline/sink/dead-letter.ts'
import { engineOf, product, rules } from '../support/product.ts'

export interface FuzzTotals {
  records: number
  bytes: number
  documents: number
  deadLetters: number
  alerts: number
  /** Records without content. */
  empty: number
  /** Number and reason of records: no document or dead letter (`lost`), an error (`crashed`), too slow (`stalled`). */
  readonly lost: string[]
  readonly crashed: string[]
  readonly stalled: string[]
  /** The record with the most CPU time in proportion to its bytes. */
  slowest: { n: number; bytes: number; ms: number }
}

/** Added to the bytes of every record, because even a record of a few bytes takes some time. */
const bytesOfAnyRecord = 2_000
const batchRecords = 500

const cpuMs = (since?: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1000
}

/** Returns the CPU milliseconds of the longest step: the least of three, because the machine may have been busy. */
function longestMs(steps: () => Iterable<unknown>): number {
  const longest = Array.from({ length: 3 }, () => {
    let most = 0
    let before = process.cpuUsage()
    for (const _ of steps()) {
      most = Math.max(most, cpuMs(before))
      before = process.cpuUsage()
    }
    return Math.max(most, cpuMs(before))
  })
  return Math.min(...longest)
}

/** Returns the CPU time of all steps together. */
const sumMs = (steps: () => Iterable<unknown>): number =>
  longestMs(function* () {
    yield [...steps()].length
  })

/** Whether a record may have no outcome: blanks and brackets, an empty page, or possibly empty Google activities. */
function mayBeEmpty(record: Buffer): boolean {
  const text = record.toString('utf8')
  return (
    /^[\s[\]]*$/.test(text) ||
    /"(?:value|items|users|records|alerts|rows)":\s*\[\]|uniqueQ|admin#reports|ownerDomain/.test(text)
  )
}

export class OfflineRun {
  readonly totals: FuzzTotals = {
    records: 0,
    bytes: 0,
    documents: 0,
    deadLetters: 0,
    alerts: 0,
    empty: 0,
    lost: [],
    crashed: [],
    stalled: [],
    slowest: { n: -1, bytes: 1, ms: 0 },
  }
  readonly #engine = engineOf(rules)
  readonly #stallMs: number
  #batch: { n: number; event: Event }[] = []

  constructor(stallMs: number) {
    this.#stallMs = stallMs
  }

  async take(n: number, record: Buffer): Promise<void> {
    const { totals } = this
    totals.records++
    totals.bytes += record.length
    const started = performance.now()
    try {
      const outcomes = this.#process(record)
      const elapsed = performance.now() - started
      if (outcomes.length === 0 && mayBeEmpty(record)) totals.empty++
      else if (outcomes.length === 0) totals.lost.push(`${n}: no outcome of ${record.length} bytes`)
      for (const outcome of outcomes) {
        if (outcome.ok) this.#batch.push({ n, event: outcome })
        else totals.deadLetters++
      }
      this.#time(n, record, elapsed)
    } catch (error) {
      totals.crashed.push(`${n}: ${(error as Error).stack?.slice(0, 400)}`)
    }
    if (this.#batch.length >= batchRecords) await this.flush()
  }

  /** Annotates collected events and runs the rules. Retries a failed batch record by record to find the faulty one. */
  async flush(): Promise<void> {
    const batch = this.#batch
    this.#batch = []
    try {
      this.totals.alerts += await this.#judge(batch.map(({ event }) => event))
    } catch (error) {
      const bad: number[] = []
      for (const { n, event } of batch) await this.#judge([event]).catch(() => bad.push(n))
      this.totals.crashed.push(`${bad.join(' ') || 'together'}: ${(error as Error).stack?.slice(0, 400)}`)
    }
    this.totals.documents += batch.length
  }

  /** Yields after each step, because the service lets other work run between two of these steps. */
  *#steps(record: Buffer): Generator<Outcome[]> {
    for (const decoded of decodeBuffer(record, { source: 'fuzz', offset: '0' })) {
      if (!decoded.ok) {
        yield [decoded]
        continue
      }
      for (const outcome of product.chain.outcomes(decoded)) {
        if (outcome.ok) JSON.stringify(outcome.document)
        yield [outcome]
      }
    }
  }

  #process(record: Buffer): Outcome[] {
    const outcomes = [...this.#steps(record)].flat()
    const failures = outcomes.filter((outcome) => !outcome.ok)
    JSON.stringify(toDeadLetters(failures, new Date().toISOString()))
    return outcomes
  }

  async #judge(events: readonly Event[]): Promise<number> {
    const annotated = await makeUpdateEntities(new InMemoryStore(), product.environment)(events)
    const run = this.#engine.start()
    let alerts = 0
    const entries = annotated.map((event) => ({ ...event, visible: Date.parse(event.document['@timestamp'] ?? '') }))
    for (const entry of entries.sort((a, b) => a.visible - b.visible)) {
      JSON.stringify(entry.document)
      alerts += run.take(entry).length
    }
    return alerts + run.end().length
  }

  #time(n: number, record: Buffer, elapsed: number): void {
    const { slowest } = this.totals
    const isWorst = elapsed / (record.length + bytesOfAnyRecord) > slowest.ms / (slowest.bytes + bytesOfAnyRecord)
    if (!isWorst && elapsed < this.#stallMs) return
    const steps = () => this.#steps(record)
    const longest = longestMs(steps)
    if (longest > this.#stallMs) this.totals.stalled.push(`${n}: ${Math.round(longest)} ms for ${record.length} bytes`)
    const ms = sumMs(steps)
    if (ms / (record.length + bytesOfAnyRecord) > slowest.ms / (slowest.bytes + bytesOfAnyRecord))
      this.totals.slowest = { n, bytes: record.length, ms }
  }
}
