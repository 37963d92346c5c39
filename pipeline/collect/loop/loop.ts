// Collects into Kafka until stopped. A cursor moves when the broker has acknowledged all records before it.
import { hourMs } from '../../../mappings/kernel/durations.ts'
import type { KafkaSettings } from '../../clients/kafka.ts'
import { KafkaProducer } from '../../clients/kafka-producer.ts'
import type { Runtime } from '../../clients/retry.ts'
import { within } from '../../clients/within.ts'
import type { DependencyError } from '../../errors/dependency-error.ts'
import type { SourceStatus } from '../../source/source.ts'
import { describeError, type Telemetry } from '../../telemetry/telemetry.ts'
import { collectWindow, takeTurns } from '../lane.ts'
import { type LogSource, NotAvailable, presentOf, toSecond, windowsOf } from '../log-source.ts'
import type { CollectSettings } from '../settings.ts'
import { makeSources, type Sources } from '../sources.ts'
import { longWaitMs } from '../vendor-client.ts'
import { advance, nextPass } from './cursor.ts'
import { KafkaWindow } from './kafka-window.ts'
import { type Lease, Leases } from './leases.ts'
import type { CollectMetrics } from './metrics.ts'
import { RecentRecords } from './recent-records.ts'

export interface LoopOptions {
  readonly settings: CollectSettings
  readonly kafka: KafkaSettings
  readonly subscribes: boolean
  /** The start of a log source without a cursor. */
  readonly since: number
  readonly everyMs: number
  readonly drainSeconds: number
  readonly telemetry: Telemetry
  readonly metrics: CollectMetrics
  readonly runtime: Runtime
  readonly signal: AbortSignal
  /** Called with the failure of a log source or a lane, and with undefined after recovery. */
  readonly onFailure: (where: string, failure: DependencyError | undefined) => void
  readonly onSign: () => void
}

/** The interval before another request for a log source that the tenant lacks. */
const unavailableMs = hourMs

export class CollectLoop {
  readonly #options: LoopOptions
  readonly #producer: KafkaProducer
  readonly #recent = new RecentRecords()
  readonly #leases: readonly Leases[]
  /** The time of the next request for each log source that the tenant lacks. */
  readonly #askAgain = new Map<string, number>()

  constructor(options: LoopOptions) {
    const { kafka, telemetry, onFailure, onSign } = options
    this.#options = options
    this.#producer = new KafkaProducer({ kafka, log: telemetry.log })
    const { lanes, organizations } = this.#sources()
    this.#leases = Object.entries(organizations).map(([vendor, organization]) => {
      const own = lanes.filter(({ sources }) => sources.some((source) => source.vendor === vendor))
      const work = (lease: Lease) => this.#collectLane(lease, organization)
      return new Leases({
        kafka,
        telemetry,
        organization,
        work,
        onFailure,
        onSign,
        lanes: own.map(({ name }) => name),
      })
    })
  }

  #sources(signal?: AbortSignal): Sources {
    const { settings, subscribes, runtime, telemetry } = this.#options
    const onRetry = (reason: string, waitMs: number) => {
      if (waitMs > longWaitMs) telemetry.log.warn({ waitSeconds: Math.round(waitMs / 1000) }, `trying again: ${reason}`)
    }
    return makeSources(settings, { subscribes, runtime, signal, onRetry })
  }

  /** Returns the combined status of the consumer groups, one for each organization. */
  status(): SourceStatus {
    const all = this.#leases.map((leases) => leases.status())
    const joined = all.every(({ assigned }) => assigned !== undefined)
    return {
      assigned: joined ? all.reduce((sum, { assigned = 0 }) => sum + assigned, 0) : undefined,
      lag: undefined,
      atEndSince: undefined,
      trouble: all.find(({ trouble }) => trouble !== undefined)?.trouble,
    }
  }

  /** Resolves when stopped; rejects with an error that waiting does not correct. */
  async run(): Promise<void> {
    const { signal, drainSeconds } = this.#options
    const stop = () => Promise.all(this.#leases.map((leases) => leases.stop(drainSeconds)))
    const stopped = new Promise<void>((resolve) => {
      if (signal.aborted) resolve()
      signal.addEventListener('abort', () => resolve(), { once: true })
    })
    try {
      await Promise.race([stopped, Promise.all(this.#leases.map((leases) => leases.run()))])
    } finally {
      await stop()
      await within(drainSeconds * 1000, this.#producer.close())
    }
  }

  async #collectLane(lease: Lease, organization: string): Promise<void> {
    const { everyMs, runtime, metrics, telemetry, onFailure } = this.#options
    const { lanes, limits } = this.#sources(lease.signal)
    const sources = lanes.find(({ name }) => name === lease.lane)?.sources ?? []
    const counted = limits.map((limit) => ({ limit, requests: 0, throttled: 0 }))
    metrics.lanes.inc()
    try {
      while (!lease.signal.aborted) {
        const began = runtime.now()
        await takeTurns(
          sources,
          async (source) => {
            if (runtime.now() < (this.#askAgain.get(source.id) ?? 0)) return
            await this.#collectSource(source, lease, organization)
            onFailure(source.id, undefined)
          },
          (source, failed) => {
            // A log source with a cursor answered before: a refusal leaves a gap in its records.
            const isGap = failed instanceof NotAvailable && !failed.isStated && lease.cursor(source.id) !== undefined
            const error = isGap ? failed.refusal : failed
            if (error instanceof NotAvailable) {
              telemetry.log.warn({ source: source.id }, error.message)
              this.#askAgain.set(source.id, runtime.now() + unavailableMs)
              onFailure(source.id, undefined)
              metrics.complete.remove({ source: source.id })
              return
            }
            const failure = describeError(error)
            telemetry.log.error({ source: source.id, ...failure }, 'a log source failed; the next round continues')
            metrics.failures.inc({ source: source.id, code: failure.code })
            onFailure(source.id, error)
          },
        )
        for (const note of new Set(sources.flatMap(({ clock }) => clock?.clockNotes() ?? [])))
          telemetry.log.warn({ lane: lease.lane }, note)
        for (const one of counted) {
          const { api, requests, throttled } = one.limit.count
          metrics.requests.inc({ api }, requests - one.requests)
          metrics.throttled.inc({ api }, throttled - one.throttled)
          Object.assign(one, { requests, throttled })
        }
        await runtime.sleep(Math.max(0, began + everyMs - runtime.now()), lease.signal)
      }
    } finally {
      metrics.lanes.dec()
      for (const { id } of sources) {
        // Another collector now reports the metrics of these log sources.
        metrics.complete.remove({ source: id })
        onFailure(id, undefined)
      }
    }
  }

  async #collectSource(source: LogSource, lease: Lease, organization: string): Promise<void> {
    const { since, runtime, metrics, telemetry, kafka } = this.#options
    const { id } = source
    const began = runtime.now()
    const pass = nextPass(source, lease.cursor(id), since, presentOf(source, began))
    if (pass === undefined) return
    if (lease.cursor(id) === undefined && pass.from > since)
      telemetry.log.warn({ source: id, from: toSecond(pass.from) }, 'the vendor keeps no older records')
    for (const note of (await source.prepare?.()) ?? []) telemetry.log.info({ source: id }, note)
    const open = async () =>
      new KafkaWindow({
        producer: this.#producer,
        topic: kafka.topics[0] as string,
        key: `${organization}/${id}`,
        recent: this.#recent,
        signal: lease.signal,
        onSent: (sent, repeated) => {
          metrics.records.inc({ source: id }, sent)
          metrics.repeats.inc({ source: id }, repeated)
        },
      })
    // The vendor's first response shows that this clock is ahead. If it is behind, the next round continues to the vendor's time.
    const end = () => Math.min(pass.until, presentOf(source, began))
    for (const window of windowsOf(source, pass.from, pass.until)) {
      if (window.from >= end()) break
      const { records, lost } = await collectWindow(source, window, open, runtime.now)
      for (const what of lost) telemetry.log.warn({ source: id, what }, 'lost: the vendor no longer has it')
      metrics.lost.inc({ source: id }, lost.length)
      // Repeating an empty window costs only a request, which is cheaper than a transaction.
      if (window.to < end() && records + lost.length > 0)
        await lease.write(id, advance(lease.cursor(id), pass, window.to))
    }
    const until = end()
    await lease.write(id, advance(lease.cursor(id), { ...pass, until }, until))
    metrics.complete.set({ source: id }, until / 1000)
  }
}
