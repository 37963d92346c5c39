// Writes events into data streams, with `_bulk`, `create` and our `_id`: an event delivered twice is stored once.
import { setImmediate } from 'node:timers/promises'
import type { Client } from '@elastic/elasticsearch'
import { groupBy } from '../../mappings/kernel/group-by.ts'
import { type BulkItem, bulkItems } from '../clients/answers.ts'
import { isTooLarge, toDependencyError, whereIs } from '../clients/elasticsearch.ts'
import { smallestLimit } from '../clients/in-parts.ts'
import { type OnPause, Retry, type RetryPolicy, type Runtime, realRuntime } from '../clients/retry.ts'
import { defaultRetryPolicies } from '../clients/retry-policies.ts'
import { DependencyError } from '../errors/dependency-error.ts'
import type { Storable } from '../outcome.ts'
import { BackingIndices, type OnClosed, type View } from './backing-indices.ts'
import { BulkBody, type BulkBodySettings, bulkFilterPath, type Chunk, classifyItem } from './bulk-body.ts'
import { toFailure } from './failure.ts'
import { type OnLimit, RequestLimit } from './request-limit.ts'
import { type Sink, type StoreOptions, type StoreResult, Tally } from './sink.ts'
import { Slots } from './slots.ts'

export interface ElasticsearchSinkSettings extends BulkBodySettings {
  readonly client: Client
  /** The maximum number of bytes of one request. Requests are smaller while the server rejects this size. */
  readonly maxBytes?: number
  readonly onLimit?: OnLimit
  readonly onClosed?: OnClosed
  /** The maximum number of parallel requests, over all calls of `store`. */
  readonly concurrency?: number
  readonly retry?: Partial<RetryPolicy>
  readonly runtime?: Runtime
}

/** The work that remains after a response. */
interface Settled {
  readonly again: Storable[]
  readonly reason: string
  /** Events in a backing index other than the write index of their view, and how they were counted. */
  readonly surprises: ReadonlyMap<Storable, Surprise>
  readonly failure: DependencyError | undefined
}

interface Surprise {
  readonly index: string
  readonly counted: 'stored' | 'duplicates'
}

interface Call {
  readonly tally: Tally
  /** The backing indices in which the events of the call were looked up, by stream. */
  readonly views: Map<string, View>
  readonly signal: AbortSignal | undefined
  /** Aborts running requests a while after `signal`. */
  readonly grace: AbortSignal | undefined
  readonly onPause: OnPause | undefined
}

/**
 * How long a running bulk request may still take after an abort. Its documents may be in a new backing index while
 * another instance has stored and committed them. In this case, no other instance would remove the second copies.
 */
const graceMs = 5_000

class ElasticsearchSink implements Sink {
  private readonly client: Client
  private readonly body: BulkBody
  private readonly indices: BackingIndices
  private readonly slots: Slots
  private readonly policy: RetryPolicy
  private readonly runtime: Runtime
  private readonly limit: RequestLimit

  constructor(settings: ElasticsearchSinkSettings) {
    const { maxBytes = 5_000_000 } = settings
    this.limit = new RequestLimit(maxBytes, settings.onLimit)
    this.client = settings.client
    this.body = new BulkBody(settings, maxBytes)
    this.slots = new Slots(settings.concurrency ?? 4)
    this.policy = { ...defaultRetryPolicies.elasticsearch, ...settings.retry }
    this.runtime = settings.runtime ?? realRuntime
    this.indices = new BackingIndices(settings.client, this.runtime.now, settings.onClosed ?? (() => undefined))
  }

  async store(events: readonly Storable[], { signal, onPause }: StoreOptions = {}): Promise<StoreResult> {
    const tally = new Tally()
    const done = new AbortController()
    const call: Call = { tally, views: new Map(), signal, grace: this.grace(signal, done.signal), onPause }
    try {
      await this.storeAll(events, call)
    } finally {
      done.abort()
    }
    return tally
  }

  private async storeAll(events: readonly Storable[], call: Call): Promise<void> {
    const { signal } = call
    let queue = await this.withoutStored(events, call)
    const running: Promise<void>[] = []
    let failed = false
    while (queue.length > 0 && !failed) {
      await this.slots.take(signal)
      let chunk: Chunk
      try {
        chunk = this.body.encode(queue, this.now(), this.limit.bytes)
      } catch (error) {
        this.slots.give()
        running.push(Promise.reject(error))
        break
      }
      const delivery = this.deliver(chunk, call)
        .catch((error) => {
          failed = true
          throw error
        })
        .finally(() => this.slots.give())
      delivery.catch(() => undefined)
      running.push(delivery)
      queue = queue.slice(chunk.count)
      // Writing a body does not yield. Between two bodies, other tasks can run.
      await setImmediate()
    }
    for (const outcome of await Promise.allSettled(running)) {
      if (outcome.status === 'rejected') throw outcome.reason
    }
  }

  /** Returns a signal that aborts a while after another signal, unless all work is finished by then. */
  private grace(signal: AbortSignal | undefined, done: AbortSignal): AbortSignal | undefined {
    if (signal === undefined) return undefined
    const controller = new AbortController()
    const end = () => {
      this.runtime.sleep(graceMs, done).then(() => controller.abort(signal.reason))
    }
    if (signal.aborted) end()
    else signal.addEventListener('abort', end, { once: true, signal: done })
    return controller.signal
  }

  /** Resolves after the running requests. The client belongs to the caller. */
  async close(): Promise<void> {
    await this.slots.idle()
  }

  private now(): string {
    return new Date(this.runtime.now()).toISOString()
  }

  private byStream(events: readonly Storable[]): Map<string, Storable[]> {
    return groupBy(events, ({ dataset }) => this.body.stream(dataset))
  }

  /** Returns the events without those that an earlier backing index contains. */
  private async withoutStored(events: readonly Storable[], call: Call): Promise<readonly Storable[]> {
    const retry = this.retry(call, call.signal)
    const groups = this.byStream(events)
    await this.indices.load(groups.keys(), retry)
    const stored = new Set<Storable>()
    for (const [stream, group] of groups) {
      const view = this.indices.view(stream)
      call.views.set(stream, view)
      for (const event of (await this.indices.locate(view, group, 'ended', retry)).keys()) stored.add(event)
    }
    if (stored.size === 0) return events
    // An instance that stopped at the wrong moment may have left second copies of these events.
    await this.keepFirst([...stored], call.tally, retry)
    for (const event of stored) call.tally.count('duplicates', event.dataset)
    return events.filter((event) => !stored.has(event))
  }

  /** Sends the events of the chunk until each of them has a final response. */
  private async deliver(first: Chunk, call: Call): Promise<void> {
    const { tally, signal } = call
    const retry = this.retry(call, signal)
    let rest: readonly Storable[] = []
    let unsure: readonly Storable[] = []
    try {
      for (let chunk: Chunk | undefined = first; chunk !== undefined; ) {
        const sent: readonly Storable[] = chunk.events
        let queue: Storable[] = [...sent, ...rest]
        for (const failure of chunk.failures) tally.failures.push(failure)
        const answer = sent.length === 0 ? [] : await this.post(chunk, retry, call)
        if (answer === 'too large') {
          queue = this.split(queue, chunk, tally)
        } else if (answer instanceof DependencyError) {
          unsure = sent
          await retry.pause(answer)
        } else {
          unsure = []
          const { again, reason, surprises, failure } = this.settle(sent, answer, call)
          if (surprises.size > 0) await this.undoDoubles(surprises, call)
          if (failure !== undefined) throw failure
          queue = [...again, ...rest]
          if (sent.length > 0) retry.progress(1 - again.length / sent.length)
          if (again.length > 0) {
            const message = `Elasticsearch at ${whereIs(this.client)} does not take ${again.length} documents now: ${reason}.`
            await retry.pause(new DependencyError('es_unavailable', message, { retryable: true }))
          }
        }
        chunk = queue.length > 0 ? this.body.encode(queue, this.now(), this.limit.bytes) : undefined
        rest = chunk === undefined ? [] : queue.slice(chunk.count)
      }
    } catch (error) {
      // These events may be stored, and after an abort perhaps no instance delivers them again.
      if (signal?.aborted) await this.keepFirst(unsure, tally, this.graceful(call)).catch(() => undefined)
      throw error
    }
  }

  private retry({ onPause }: Call, signal: AbortSignal | undefined): Retry {
    return new Retry(this.policy, this.runtime, signal, onPause)
  }

  private graceful(call: Call): Retry {
    return this.retry(call, call.grace)
  }

  private async post(
    chunk: Chunk,
    retry: Retry,
    call: Call,
  ): Promise<readonly BulkItem[] | DependencyError | 'too large'> {
    retry.check()
    try {
      const answer = await this.client.transport.request(
        {
          method: 'POST',
          path: '/_bulk',
          // Without this parameter, a missing template would create an ordinary index with guessed types.
          querystring: { require_data_stream: true, filter_path: bulkFilterPath },
          bulkBody: chunk.buffer.subarray(0, chunk.length) as unknown as string,
        },
        { maxRetries: 0, ...this.graceful(call).options },
      )
      const items = bulkItems(this.client, answer, chunk.events.length)
      this.body.release(chunk.buffer)
      this.limit.accepted(chunk.length)
      return items
    } catch (error) {
      const failure = toDependencyError(error, whereIs(this.client))
      if (!isTooLarge(failure)) return failure
      if (chunk.length > smallestLimit) return 'too large'
      const message = `Elasticsearch at ${whereIs(this.client)} rejected a request of only ${chunk.length} bytes because of its size (413). Increase the limit of the proxy in front of the server.`
      return new DependencyError('es_unavailable', message, { cause: error, retryable: true })
    }
  }

  /** Handles a 413: reduces the limit for later requests, or makes a dead letter if one document alone is too large. */
  private split(queue: Storable[], chunk: Chunk, tally: Tally): Storable[] {
    const [first, ...rest] = queue
    if (chunk.events.length > 1 || first === undefined) {
      this.limit.refused(chunk.length)
      return queue
    }
    const detail = `the server takes no request of ${chunk.length} bytes (http.max_content_length, or a proxy's limit)`
    tally.failures.push(toFailure(first, 'document_rejected', detail))
    return rest
  }

  private settle(sent: readonly Storable[], items: readonly BulkItem[], { tally, views }: Call): Settled {
    const again: Storable[] = []
    const surprises = new Map<Storable, Surprise>()
    const count = (event: Storable, counted: Surprise['counted'], index: string | undefined): void => {
      tally.count(counted, event.dataset)
      const view = views.get(this.body.stream(event.dataset))
      if (index !== undefined && index !== view?.at(-1)?.name) surprises.set(event, { index, counted })
    }
    let reason = ''
    let failure: DependencyError | undefined
    sent.forEach((event, position) => {
      const item = items[position] as BulkItem
      const outcome = classifyItem(item)
      switch (outcome.is) {
        case 'stored':
          count(event, 'stored', item._index)
          break
        case 'duplicate':
          count(event, 'duplicates', item._index)
          break
        case 'retry':
          again.push(event)
          reason = outcome.reason
          break
        case 'failure':
          tally.failures.push(toFailure(event, outcome.code, outcome.reason))
          break
        case 'dependency': {
          const what = `${this.body.stream(event.dataset)} at ${whereIs(this.client)}: ${outcome.reason}.`
          failure = new DependencyError('es_stream', `Documents cannot be stored in ${what}`, { todo: outcome.advice })
          break
        }
        default:
          outcome satisfies never
      }
    })
    return { again, reason, surprises, failure }
  }

  /** Removes second copies: the stream rolled over after the lookup, so an earlier backing index may contain them. */
  private async undoDoubles(surprises: ReadonlyMap<Storable, Surprise>, call: Call): Promise<void> {
    const kept = await this.keepFirst([...surprises.keys()], call.tally, this.graceful(call))
    for (const [event, { index, counted }] of surprises) {
      if (counted === 'stored' && (kept.get(event) ?? index) !== index) call.tally.recount(event.dataset)
    }
  }

  /**
   * Removes all copies but the first of each event that several backing indices contain. Returns the index of the only
   * remaining copy. Omits an event if the credentials do not allow the removal of a copy.
   */
  private async keepFirst(
    events: readonly Storable[],
    tally: Tally,
    retry: Retry,
  ): Promise<ReadonlyMap<Storable, string>> {
    const left = new Map<Storable, string>()
    for (const [stream, group] of this.byStream(events)) {
      await this.indices.refresh(stream, retry)
      const view = this.indices.view(stream)
      if (view.length < 2) continue
      const held = await this.indices.locate(view, group, 'all', retry)
      const later = [...held].flatMap(([{ id }, [, ...indices]]) => indices.map((index) => ({ index, id })))
      const kept = later.length === 0 ? new Set() : await this.indices.remove(later, retry)
      for (const [event, [first = '']] of held) {
        if (kept.has(event.id)) tally.doubled++
        else left.set(event, first)
      }
    }
    return left
  }
}

export function makeElasticsearchSink(settings: ElasticsearchSinkSettings): Sink {
  return new ElasticsearchSink(settings)
}
