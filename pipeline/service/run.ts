// The loop of the service: it reads records, stores documents, writes dead letters for failures, and only then commits.
import { messageOf } from '../../mappings/kernel/thrown.ts'
import { type OnPause, Retry, type RetryPolicy, type Runtime, realRuntime } from '../clients/retry.ts'
import { defaultRetryPolicies } from '../clients/retry-policies.ts'
import { DependencyError } from '../errors/dependency-error.ts'
import type { DeadLetter, DeadLetterCode, Event, Failure, Outcome } from '../outcome.ts'
import { type DeadLetterSink, toDeadLetters } from '../sink/dead-letter.ts'
import { toFailure } from '../sink/failure.ts'
import { type StoreOptions, type StoreResult, sumOf } from '../sink/sink.ts'
import type { BatchHandler, RawKafkaValue, Source, SourceBatch } from '../source/source.ts'
import type { Telemetry } from '../telemetry/telemetry.ts'
import { type Isolated, isolate } from './isolate.ts'
import { Progress } from './progress.ts'
import { transformBatch } from './transform-batch.ts'

export interface ServiceOptions {
  readonly source: Source
  /** Decodes, normalizes, enriches and routes a value synchronously. Does not throw: a throw dead-letters the value. */
  readonly transform: (value: RawKafkaValue) => Iterable<Outcome | undefined>
  readonly updateEntities: (events: readonly Event[], options?: StoreOptions) => Promise<readonly Event[]>
  readonly sink: { store(events: readonly Event[], options?: StoreOptions): Promise<StoreResult> }
  readonly deadLetters: Pick<DeadLetterSink, 'put'>
  readonly telemetry: Telemetry
  /** Ends the service: it drains, and then `runService` is fulfilled. */
  readonly signal: AbortSignal
  readonly drainSeconds: number
  /** Also ends the service after this long without new records, if everything was read. */
  readonly untilIdleSeconds?: number | undefined
  readonly progress?: Progress
  readonly retry?: RetryPolicy
  readonly runtime?: Runtime
}

export interface ServiceSummary {
  readonly ended: 'stopped' | 'idle'
  readonly records: number
  readonly stored: number
  readonly duplicates: number
  readonly deadLetters: number
}

const idlePollMs = 200
/** A request without a response fails only after a minute. */
const silentMs = 15_000
/** The share of the time in which a process computes, or collects garbage, instead of waiting for a server. */
const busyShare = 0.8

/** Runs until stopped or idle. Rejects with a DependencyError that persists. No uncommitted record is lost. */
export async function runService(options: ServiceOptions): Promise<ServiceSummary> {
  const { source, telemetry, signal, drainSeconds } = options
  const { log } = telemetry
  const progress = options.progress ?? new Progress(performance.now())
  let ended: ServiceSummary['ended'] = 'stopped'
  let stopped: Promise<void> | undefined
  let isDraining = false
  let isSilent = false
  /** The use of the processor up to the start of the oldest batch in hand. */
  let before = performance.eventLoopUtilization()
  let leave: () => void = () => undefined
  const left = new Promise<void>((resolve) => {
    leave = resolve
  })
  const stop = (why: ServiceSummary['ended']) => {
    if (stopped !== undefined) return
    ended = why
    progress.phase = 'draining'
    // Batches that wait for a server would probably waste all of the time; running requests have their own grace period.
    const canDrain = !progress.isStuck && source.status().assigned !== undefined
    const seconds = canDrain ? drainSeconds : 0
    isDraining = canDrain
    log.info({ why, drainSeconds: seconds }, 'draining')
    stopped = source.stop(seconds)
    stopped.then(leave, leave)
  }
  const onSignal = () => stop('stopped')
  signal.addEventListener('abort', onSignal, { once: true })
  const idle = setInterval(() => {
    const { assigned, atEndSince } = source.status()
    const seconds = Math.round((performance.now() - (progress.silentSince() ?? Number.POSITIVE_INFINITY)) / 1000)
    const wasSilent = isSilent
    isSilent = seconds * 1000 >= silentMs
    if (isSilent && !wasSilent)
      log.warn(
        { code: 'no_response', seconds },
        performance.eventLoopUtilization(before).utilization > busyShare
          ? 'the service is too busy to finish a batch: check its CPU limit, and raise its memory limit and --max-old-space-size'
          : 'the service is waiting for a response, probably from Elasticsearch',
      )
    if (!Number.isFinite(seconds) || seconds <= 1) before = performance.eventLoopUtilization()
    // The server may fail after the stop, or the first attempt of a batch may have ended after it.
    if (isDraining && progress.isStuck) {
      isDraining = false
      source.stop(0).catch(() => undefined)
    }
    if (progress.phase === 'starting' && assigned !== undefined) progress.phase = 'consuming'
    if (options.untilIdleSeconds === undefined || atEndSince === undefined) return
    if (performance.now() - atEndSince >= options.untilIdleSeconds * 1000) stop('idle')
  }, idlePollMs)
  try {
    if (!signal.aborted) {
      const running = source.run(makeHandler(options, progress))
      running.catch(() => undefined) // a source that hangs while it stops is left behind
      await Promise.race([running, left])
    }
    await stopped
  } finally {
    clearInterval(idle)
    signal.removeEventListener('abort', onSignal)
    progress.phase = 'stopped'
  }
  const batches = progress.left
  if (batches > 0) log.warn({ batches }, 'batches were not stored within the drain time; the next start rereads them')
  log.info({ ended, ...progress.counts }, 'stopped')
  return { ended, ...progress.counts }
}

function makeHandler(options: ServiceOptions, progress: Progress): BatchHandler {
  const { telemetry, updateEntities, sink, deadLetters } = options
  const { metrics } = telemetry

  return async (batch) => {
    const start = performance.now()
    const finish = progress.begin(start)
    try {
      const { events, failures } = await transformBatch(batch, options.transform, telemetry)
      const attempt = <T>(stage: string, work: (onPause: OnPause) => Promise<T>) =>
        persist(stage, work, batch, options, progress)
      const { signal } = batch
      const annotated = await attempt('update entities', (onPause) => {
        const annotate = (some: readonly Event[]) => updateEntities(some, { signal, onPause })
        return timed(metrics.entityUpdateSeconds, () => isolate(events, annotate, signal))
      })
      const updated = annotated.results.flat()
      const stored = await attempt('store', (onPause) => {
        const store = (some: readonly Event[]) => sink.store(some, { signal, onPause })
        return timed(metrics.storeSeconds, () => isolate(updated, store, signal))
      })
      const result = sumOf(stored.results)
      const failed = [
        ...batch.failures,
        ...failures,
        ...defects(annotated.failed, 'annotation_failed'),
        ...defects(stored.failed, 'storing_failed'),
        ...result.failures,
      ]
      const letters = toDeadLetters(failed, new Date().toISOString())
      if (letters.length > 0) await attempt('dead_letter', () => deadLetters.put(letters, { signal }))
      account(batch, updated, result, letters)
      metrics.batchSeconds.observe((performance.now() - start) / 1000)
      finish('finished', performance.now())
    } catch (error) {
      finish('given up', performance.now())
      throw error
    }
  }

  /** The message may quote the record, so it is only written to the dead letter and not to a log. */
  function defects(failed: Isolated<Event, unknown>['failed'], code: DeadLetterCode): Failure[] {
    return failed.map(({ item, error }) => {
      const name = error instanceof DependencyError ? error.code : error instanceof Error ? error.name : 'unknown'
      telemetry.log.error({ ...item.decoded.delivery, code, error: name }, 'a stage cannot process an event')
      return toFailure(item, code, messageOf(error))
    })
  }

  async function timed<T>(seconds: typeof metrics.storeSeconds, work: () => Promise<T>): Promise<T> {
    const start = performance.now()
    const result = await work()
    seconds.observe((performance.now() - start) / 1000)
    return result
  }

  function account(
    batch: SourceBatch,
    events: readonly Event[],
    result: StoreResult,
    letters: readonly DeadLetter[],
  ): void {
    const { counts } = progress
    counts.records += batch.values.length
    counts.stored += result.stored
    counts.duplicates += result.duplicates
    counts.deadLetters += letters.length
    metrics.batchRecords.observe(batch.values.length)
    for (const [dataset, { stored, duplicates }] of result.byDataset) {
      if (stored > 0) metrics.documentsStored.inc({ dataset }, stored)
      if (duplicates > 0) metrics.duplicates.inc({ dataset }, duplicates)
    }
    for (const { code } of letters) metrics.deadLetters.inc({ code })
    if (letters.length > 0) {
      const { topic, partition } = batch
      const codes = [...new Set(letters.map(({ code }) => code))]
      telemetry.log.warn({ topic, partition, deadLetters: letters.length, codes }, 'records became dead letters')
    }
    let newest = ''
    const now = new Date()
    for (const { document, dataset } of events) {
      if (document.event.outcome === 'unknown') metrics.unknownOutcomes.inc({ dataset })
      const time = document['@timestamp']
      // A time in the future comes from a wrong clock.
      if (typeof time === 'string' && time > newest && time <= now.toISOString()) newest = time
    }
    if (newest !== '') metrics.lastEventAge.set((now.getTime() - Date.parse(newest)) / 1000)
  }
}

/** Repeats one stage of a batch while the dependency may recover and the batch is still wanted. */
async function persist<T>(
  stage: string,
  work: (onPause: OnPause) => Promise<T>,
  batch: SourceBatch,
  { telemetry, retry: policy = defaultRetryPolicies.batch, runtime = realRuntime }: ServiceOptions,
  progress: Progress,
): Promise<T> {
  const { topic, partition, signal } = batch
  const retry = new Retry(policy, runtime, signal)
  let paused = false
  const onPause: OnPause = ({ code, message }, waitMs) => {
    paused = true
    progress.waiting.add(batch)
    telemetry.metrics.retries.inc({ stage, code })
    progress.fail(stage, code, message, performance.now())
    telemetry.log.warn({ stage, code, topic, partition, waitMs, error: message }, 'a batch is waiting for a dependency')
  }
  try {
    for (;;) {
      signal.throwIfAborted()
      try {
        const result = await work(onPause)
        if (paused) telemetry.log.info({ stage, topic, partition }, 'the dependency answers again')
        return result
      } catch (error) {
        if (signal.aborted || !(error instanceof DependencyError && error.retryable)) throw error
        const waitMs = retry.next(error.retryAfterMs)
        if (waitMs === undefined) throw error
        onPause(error, waitMs)
        await retry.wait(waitMs)
      }
    }
  } finally {
    progress.waiting.delete(batch)
  }
}
