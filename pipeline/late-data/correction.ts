// Late-data correction: a use may be stored before the log contains the end of its account. Every instance periodically
// looks for entities with late facts and annotates the documents of these entities again, in place, so that rules match
// them.
import { setTimeout as sleep } from 'node:timers/promises'
import { hourMs } from '../../mappings/kernel/durations.ts'
import { isTooLarge, toDependencyError, whereIs } from '../clients/elasticsearch.ts'
import { type Retry, type RetryPolicy, type Runtime, realRuntime } from '../clients/retry.ts'
import { defaultRetryPolicies } from '../clients/retry-policies.ts'
import type { DependencyError } from '../errors/dependency-error.ts'
import type { Telemetry } from '../telemetry/telemetry.ts'
import { type Fact, inQueries } from './concerned.ts'
import { factsOf } from './facts.ts'
import { LateEntities, type LateEntity, lateFrom } from './late-entities.ts'
import { Attempts } from './requests.ts'
import { placeOf, StoredDocuments, type StoredDocumentsSettings } from './stored-documents.ts'

export interface CorrectSettings extends Omit<StoredDocumentsSettings, 'now'> {
  /** The minimum age of a late fact for a pass: longer than a batch takes from reading entities to storing. */
  readonly afterMs: number
  readonly now?: () => number
  readonly retry?: Partial<RetryPolicy>
  readonly runtime?: Runtime
}

interface Corrected {
  readonly entities: number
  readonly documents: number
  /** Entities that keep their mark for the next pass. */
  readonly waiting: number
  /** The number of documents that Elasticsearch did not accept. */
  readonly refused: number
  /** The last error, because of which entities wait. */
  readonly failure?: { readonly code: string; readonly message: string }
}

/** Runs a pass, which the signal aborts. It never rejects: the next pass of any instance does the remaining work. */
export type Correct = (signal?: AbortSignal) => Promise<Corrected>

/** Logs are late by a day or two. Older stored documents are history, and so would be their alerts. */
export const storedWithinMs = 48 * hourMs
const entitiesAtATime = 2_000
/** After this many pages, a large query's progress is saved, so that a new process does not start it again. */
const pagesPerCheckpoint = 10
/** Entities per page between two saves: saving the progress of many entities costs more than a page. */
const entitiesPerPage = 50

const keyOf = ({ stored: { index, id } }: LateEntity): string => `${index}/${id}`

export function makeCorrect(settings: CorrectSettings): Correct {
  const { client, namespace, store, afterMs, now = Date.now, runtime = realRuntime } = settings
  const policy = { ...defaultRetryPolicies.lateData, ...settings.retry }
  const entities = new LateEntities(client, namespace)
  const documents = new StoredDocuments({ client, namespace, store, environment: settings.environment, now })
  /** Entities that failed in the last pass come last in the next pass. */
  let postponed: ReadonlySet<string> = new Set()

  return async (signal) => {
    const attempts = new Attempts(client, policy, runtime, signal)
    const pass = new Pass({ ...settings, now, entities, documents, attempts, retry: attempts.retry() })
    const before = now() - afterMs
    const later: LateEntity[] = []
    let marked = 0
    try {
      marked = await entities.count(before, attempts)
      for await (const found of entities.due(before, entitiesAtATime, attempts)) {
        const [last, first] = split(found, (entity) => postponed.has(keyOf(entity)))
        later.push(...last)
        await pass.take(first)
      }
      for (let from = 0; from < later.length; from += entitiesAtATime)
        await pass.take(later.slice(from, from + entitiesAtATime))
    } catch (error) {
      if (!signal?.aborted) pass.fail(toDependencyError(error, whereIs(client)))
    }
    postponed = new Set(pass.failed)
    return pass.summary(marked)
  }
}

function split<T>(items: readonly T[], isFirst: (item: T) => boolean): [T[], T[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))]
}

interface PassOptions extends Omit<CorrectSettings, 'retry'> {
  readonly now: () => number
  readonly entities: LateEntities
  readonly documents: StoredDocuments
  readonly attempts: Attempts
  /** Shared by all writes: if a server accepts no writes for a while, the pass ends. */
  readonly retry: Retry
}

class Pass {
  readonly failed = new Set<string>()
  /** The places of correct documents. They stay correct during the pass: due facts were recorded before its start. */
  private readonly compared = new Set<string>()
  private readonly options: PassOptions
  private settled = 0
  private stored = 0
  private refused = 0
  private failure: Corrected['failure']

  constructor(options: PassOptions) {
    this.options = options
  }

  fail({ code, message }: DependencyError): void {
    this.failure = { code, message }
  }

  summary(marked: number): Corrected {
    const { settled, stored, refused, failure } = this
    const waiting = Math.max(this.failed.size, failure === undefined ? 0 : marked - settled)
    return { entities: settled, documents: stored, waiting, refused, ...(failure !== undefined && { failure }) }
  }

  /** Corrects the documents that some entities concern, and removes the marks of the finished part. */
  async take(found: readonly LateEntity[]): Promise<void> {
    const { entities, attempts } = this.options
    if (found.length === 0) return
    const facts = await this.factsOf(found)
    const number = new Map<LateEntity, number>()
    for (const { entity } of facts) number.set(entity, (number.get(entity) ?? 0) + 1)
    for (const group of inQueries(facts))
      await this.tryFacts(
        group,
        group.filter(({ entity }) => number.get(entity) === 1),
      )
    const done = found.filter((entity) => !this.failed.has(keyOf(entity)))
    await entities.settle(
      done.map((entity) => ({ entity, until: Number.POSITIVE_INFINITY })),
      attempts,
    )
    this.settled += done.length
  }

  /** `alone` are the facts of entities with only one fact: the progress of these entities is saved during the query. */
  private async tryFacts(facts: readonly Fact[], alone: readonly Fact[]): Promise<void> {
    try {
      await this.correct(facts, alone)
    } catch (error) {
      const { attempts, client } = this.options
      const failure = toDependencyError(error, whereIs(client))
      const mayPass = failure.retryable && !isTooLarge(failure)
      if (!attempts.signal?.aborted && !mayPass && facts.length > 1) {
        // One fact, or too many, may cause the error. Halves are tried separately, so that other facts do not wait.
        const middle = Math.ceil(facts.length / 2)
        for (const half of [facts.slice(0, middle), facts.slice(middle)])
          await this.tryFacts(
            half,
            alone.filter((fact) => half.includes(fact)),
          )
        return
      }
      for (const { entity } of facts) this.failed.add(keyOf(entity))
      if (mayPass || attempts.signal?.aborted) throw failure
      this.fail(failure)
    }
  }

  private async correct(facts: readonly Fact[], alone: readonly Fact[]): Promise<void> {
    const { entities, documents, attempts, retry, now } = this.options
    const checkpoint = Math.max(pagesPerCheckpoint, alone.length / entitiesPerPage)
    let count = 0
    for await (const page of documents.concernedBy(facts, now() - storedWithinMs, this.compared, attempts)) {
      if (page.differing.length > 0) {
        const { stored, left, reason, busy } = await documents.correct(page.differing, retry, attempts)
        this.stored += stored
        this.refused += left.length
        for (const { entity } of left.flatMap((place) => place.facts)) this.failed.add(keyOf(entity))
        if (busy !== undefined) throw busy
        const open = new Set(left.map(placeOf))
        for (const place of page.differing.map(placeOf)) if (!open.has(place)) this.compared.add(place)
        if (left.length > 0) this.failure = { code: 'document_rejected', message: reason }
      }
      if (++count < checkpoint) continue
      count = 0
      const done = alone.filter(({ entity }) => !this.failed.has(keyOf(entity)) && lateFrom(entity) < page.until)
      await entities.settle(
        done.map(({ entity }) => ({ entity, until: page.until })),
        attempts,
      )
    }
  }

  private async factsOf(found: readonly LateEntity[]): Promise<Fact[]> {
    const { store, environment, attempts, entities } = this.options
    const { signal } = attempts
    return factsOf(found, {
      environment,
      read: (of) => store.updateEntities(() => undefined, of, { signal }),
      naming: (tenant, ids, fields) => entities.naming(tenant, ids, fields, attempts),
    })
  }
}

/** Repeats the pass in parallel with the service, and never stops the service. Resolves soon after the signal. */
export async function keepCorrecting(
  correct: Correct,
  everyMs: number,
  { log, metrics }: Telemetry,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    // The pause varies randomly, so that the instances do not all process the same entities at the same moment.
    await sleep(everyMs * (0.5 + Math.random() / 2), undefined, { signal }).catch(() => undefined)
    if (signal.aborted) return
    const { entities, documents, waiting, refused, failure } = await correct(signal)
    metrics.corrected.inc({ outcome: 'stored' }, documents)
    metrics.corrected.inc({ outcome: 'refused' }, refused)
    metrics.lateEntities.set(waiting)
    metrics.lateDocuments.set(refused)
    if (documents > 0) log.info({ entities, documents }, 'late-data correction updated stored documents')
    if (failure !== undefined) {
      const { code, message } = failure
      metrics.retries.inc({ stage: 'late data', code })
      log.warn(
        { stage: 'late data', code, waiting, refused, error: message },
        'late-data correction failed; the next pass tries again',
      )
    }
  }
}
