// The periodic pass of the service. Every instance runs it. A finding has one ID, so it is stored once. A failing part
// of a pass does not affect the other parts, and the next pass covers the same time again.
import { setTimeout as sleep } from 'node:timers/promises'
import { groupBy } from '../../mappings/kernel/group-by.ts'
import type { Finding } from '../findings/finding.ts'
import type { PassOptions } from '../findings/history.ts'
import { findDue, findLate, findUnusual } from '../findings/pass.ts'
import type { Storable } from '../outcome.ts'
import type { StoreOptions, StoreResult } from '../sink/sink.ts'
import { describeError, type Telemetry } from '../telemetry/telemetry.ts'

export interface PeriodicPassOptions extends PassOptions {
  readonly sink: { store(events: readonly Storable[], options?: StoreOptions): Promise<StoreResult> }
  readonly telemetry: Telemetry
  /** How long after its due time something is judged, because facts that excuse it may arrive late. */
  readonly latenessMs: number
  /** How far back each pass looks again, because data may have arrived since. */
  readonly lookBackMs: number
  /** Checks whether all records except late ones are read. A lagging instance would take unread records for missing. */
  readonly isCaughtUp: () => boolean
  readonly housekeeping?: (now: number) => Promise<void>
}

export class PeriodicPass {
  readonly #options: PeriodicPassOptions
  /** The last due time that has been compared with the past. */
  #counted: number | undefined

  constructor(options: PeriodicPassOptions) {
    this.#options = options
  }

  /** Runs one pass as of a time. Never rejects. Returns true if everything was checked and stored. */
  async run(now: number, signal?: AbortSignal): Promise<boolean> {
    const { telemetry, housekeeping, isCaughtUp } = this.#options
    const { metrics, log } = telemetry
    const start = performance.now()
    let well = true
    const attempt = async (part: string, work: () => Promise<void>) => {
      if (signal?.aborted) return
      try {
        await work()
      } catch (error) {
        if (signal?.aborted) return
        well = false
        const { code, message } = describeError(error)
        metrics.passFailures.inc({ part, code })
        log.warn({ part, code, error: message }, 'a part of the periodic pass failed; the next pass tries again')
      }
    }
    await attempt('late', () => this.#late(now, signal))
    if (isCaughtUp()) {
      await attempt('due', () => this.#due(now, signal))
      await attempt('unusual', () => this.#unusual(now, signal))
    } else log.debug('records are waiting: this pass does not check for absent records')
    if (housekeeping !== undefined) await attempt('housekeeping', () => housekeeping(now))
    metrics.passSeconds.observe((performance.now() - start) / 1000)
    if (well) metrics.lastPass.set(now / 1000)
    return well
  }

  async #late(now: number, signal: AbortSignal | undefined): Promise<void> {
    const { lookBackMs } = this.#options
    await this.#store(await findLate(this.#options, { from: now - lookBackMs, until: now }), signal)
  }

  async #due(now: number, signal: AbortSignal | undefined): Promise<void> {
    const { lookBackMs, latenessMs } = this.#options
    const until = now - latenessMs
    await this.#store(await findDue(this.#options, { from: until - lookBackMs, until }), signal)
  }

  async #unusual(now: number, signal: AbortSignal | undefined): Promise<void> {
    const { lookBackMs, latenessMs } = this.#options
    const until = now - latenessMs
    // An instance does not know what was judged before it started.
    const from = this.#counted ?? until - lookBackMs
    if (until <= from) return
    await this.#store(await findUnusual(this.#options, { from, until }, lookBackMs), signal)
    this.#counted = until
  }

  async #store(findings: readonly Finding[], signal: AbortSignal | undefined): Promise<void> {
    const { sink, telemetry } = this.#options
    for (const [kind, group] of groupBy(findings, ({ document }) => document.oauth?.finding?.kind ?? '')) {
      const result = await sink.store(group.map(toStorable), signal === undefined ? {} : { signal })
      if (result.stored > 0) {
        telemetry.metrics.findings.inc({ kind }, result.stored)
        telemetry.log.info({ kind, stored: result.stored }, 'findings')
      }
      for (const { code, detail } of result.failures)
        telemetry.log.error({ kind, code, error: detail }, 'Elasticsearch rejected a finding')
    }
  }
}

/** A finding has no record. */
function toStorable({ dataset, document, id }: Finding): Storable {
  const delivery = { source: dataset, offset: '0' }
  return { dataset, document, id, decoded: { element: '', delivery } }
}

export interface PassLoop {
  /** Stops after the current pass. */
  stop(): Promise<void>
}

/** Runs passes one after another, the first after one interval, because a starting service must first catch up. */
export function startPasses(pass: PeriodicPass, everyMs: number): PassLoop {
  const ending = new AbortController()
  const { signal } = ending
  const loop = async () => {
    while (!signal.aborted) {
      // Random variation, so that instances that start together drift apart.
      await sleep(everyMs * (0.9 + Math.random() * 0.2), undefined, { signal, ref: false }).catch(() => undefined)
      if (!signal.aborted) await pass.run(Date.now(), signal)
    }
  }
  const running = loop()
  return {
    async stop() {
      ending.abort()
      await running
    },
  }
}
