// Events into data streams: `_bulk` with `create` and our own `_id`, so that whatever is delivered twice is stored once.
import { setImmediate } from 'node:timers/promises'
import type { Client } from '@elastic/elasticsearch'
import { toWorldError, whereIs } from '../elasticsearch.ts'
import { type Storable, WorldError } from '../outcome.ts'
import { BackingIndices } from './backing-indices.ts'
import { BulkBody, type BulkBodySettings, type Chunk } from './bulk-body.ts'
import { type BulkAnswer, type BulkItem, bulkFilterPath, classifyItem } from './bulk-response.ts'
import { toFailure } from './dead-letter.ts'
import { defaultRetryPolicy, Retry, type RetryPolicy, type Runtime, realRuntime } from './retry.ts'
import { type Sink, type StoreOptions, type StoreResult, Tally } from './sink.ts'
import { Slots } from './slots.ts'

export interface ElasticsearchSinkSettings extends BulkBodySettings {
  readonly client: Client
  /** Most bytes of one request; smaller after the server has called one too large. */
  readonly maxBytes?: number
  /** Most requests at a time, over all calls of `store`. */
  readonly concurrency?: number
  readonly retry?: Partial<RetryPolicy>
  readonly runtime?: Runtime
}

/** What one answer leaves to do. */
interface Settled {
  /** Events to send again, and why. */
  readonly again: Storable[]
  readonly reason: string
  /** Events that were created in a backing index other than the known write index, and in which. */
  readonly surprises: ReadonlyMap<Storable, string>
  readonly world: WorldError | undefined
}

class ElasticsearchSink implements Sink {
  private readonly client: Client
  private readonly body: BulkBody
  private readonly indices: BackingIndices
  private readonly slots: Slots
  private readonly policy: RetryPolicy
  private readonly runtime: Runtime
  private limit: number

  constructor(settings: ElasticsearchSinkSettings) {
    this.limit = settings.maxBytes ?? 5_000_000
    this.client = settings.client
    this.body = new BulkBody(settings, this.limit)
    this.slots = new Slots(settings.concurrency ?? 4)
    this.policy = { ...defaultRetryPolicy, ...settings.retry }
    this.runtime = settings.runtime ?? realRuntime
    this.indices = new BackingIndices(settings.client, this.runtime.now)
  }

  async store(events: readonly Storable[], { signal }: StoreOptions = {}): Promise<StoreResult> {
    const tally = new Tally()
    let queue = await this.withoutStored(events, tally, signal)
    const running: Promise<void>[] = []
    let failed = false
    while (queue.length > 0 && !failed) {
      await this.slots.take(signal)
      let chunk: Chunk
      try {
        chunk = this.body.encode(queue, this.now(), this.limit)
      } catch (error) {
        this.slots.give()
        running.push(Promise.reject(error))
        break
      }
      const delivery = this.deliver(chunk, tally, signal)
        .catch((error) => {
          failed = true
          throw error
        })
        .finally(() => this.slots.give())
      delivery.catch(() => undefined)
      running.push(delivery)
      queue = queue.slice(chunk.count)
      // Bodies are written in one go: between two of them others have their turn.
      await setImmediate()
    }
    for (const outcome of await Promise.allSettled(running)) {
      if (outcome.status === 'rejected') throw outcome.reason
    }
    return tally
  }

  /** Ends after the requests under way; the client belongs to the caller. */
  async close(): Promise<void> {
    await this.slots.idle()
  }

  private now(): string {
    return new Date(this.runtime.now()).toISOString()
  }

  private byStream(events: readonly Storable[]): Map<string, Storable[]> {
    const groups = new Map<string, Storable[]>()
    for (const event of events) {
      const stream = this.body.stream(event.dataset)
      const group = groups.get(stream)
      if (group === undefined) groups.set(stream, [event])
      else group.push(event)
    }
    return groups
  }

  /** The events less those that an earlier backing index has. */
  private async withoutStored(
    events: readonly Storable[],
    tally: Tally,
    signal: AbortSignal | undefined,
  ): Promise<readonly Storable[]> {
    const retry = new Retry(this.policy, this.runtime, signal)
    const groups = this.byStream(events)
    await this.indices.load(groups.keys(), retry)
    const stored = new Set<Storable>()
    for (const [stream, group] of groups) {
      for (const event of await this.indices.findStored(stream, group, retry)) stored.add(event)
    }
    if (stored.size === 0) return events
    for (const event of stored) tally.count('duplicates', event.dataset)
    return events.filter((event) => !stored.has(event))
  }

  /** Sends until each event of the chunk has a final answer. */
  private async deliver(first: Chunk, tally: Tally, signal: AbortSignal | undefined): Promise<void> {
    const retry = new Retry(this.policy, this.runtime, signal)
    let rest: readonly Storable[] = []
    for (let chunk: Chunk | undefined = first; chunk !== undefined; ) {
      const sent: readonly Storable[] = chunk.events
      let queue: Storable[] = [...sent, ...rest]
      for (const failure of chunk.failures) tally.failures.push(failure)
      const answer = sent.length === 0 ? [] : await this.post(chunk, retry)
      if (answer === 'too large') {
        queue = this.split(queue, chunk, tally)
      } else if (answer instanceof WorldError) {
        await retry.pause(answer)
      } else {
        const { again, reason, surprises, world } = this.settle(sent, answer, tally)
        if (surprises.size > 0) await this.undoDoubles(surprises, tally, retry)
        if (world !== undefined) throw world
        queue = [...again, ...rest]
        if (again.length < sent.length) retry.progress(again.length === 0 ? 'reset' : 'kept')
        if (again.length > 0) {
          const message = `Elasticsearch at ${whereIs(this.client)} does not take ${again.length} documents now: ${reason}.`
          await retry.pause(new WorldError('es_unavailable', message, { retryable: true }))
        }
      }
      chunk = queue.length > 0 ? this.body.encode(queue, this.now(), this.limit) : undefined
      rest = chunk === undefined ? [] : queue.slice(chunk.count)
    }
  }

  private async post(chunk: Chunk, retry: Retry): Promise<readonly BulkItem[] | WorldError | 'too large'> {
    retry.check()
    try {
      const answer = await this.client.transport.request<BulkAnswer>(
        {
          method: 'POST',
          path: '/_bulk',
          // Without this, a missing template would make an ordinary index with guessed types.
          querystring: { require_data_stream: true, filter_path: bulkFilterPath },
          bulkBody: chunk.buffer.subarray(0, chunk.length) as unknown as string,
        },
        { maxRetries: 0, ...retry.options },
      )
      const items = (answer.items ?? []).flatMap(({ create }) => (create === undefined ? [] : [create]))
      if (items.length !== chunk.events.length) {
        const message = `Elasticsearch at ${whereIs(this.client)} answered ${items.length} items to ${chunk.events.length} documents.`
        return new WorldError('es_answer', message, { retryable: true })
      }
      this.body.release(chunk.buffer)
      return items
    } catch (error) {
      if ((error as { statusCode?: number }).statusCode === 413) return 'too large'
      return toWorldError(error, whereIs(this.client))
    }
  }

  /** After a 413: a smaller limit from now on, or a dead letter when one document alone is too large. */
  private split(queue: Storable[], chunk: Chunk, tally: Tally): Storable[] {
    const [first, ...rest] = queue
    if (chunk.events.length > 1 || first === undefined) {
      this.limit = Math.min(this.limit, Math.ceil(chunk.length / 2))
      return queue
    }
    const detail = `the server takes no request of ${chunk.length} bytes (http.max_content_length, or a proxy's limit)`
    tally.failures.push(toFailure(first, 'document_rejected', detail))
    return rest
  }

  private settle(sent: readonly Storable[], items: readonly BulkItem[], tally: Tally): Settled {
    const again: Storable[] = []
    const surprises = new Map<Storable, string>()
    let reason = ''
    let world: WorldError | undefined
    sent.forEach((event, position) => {
      const item = items[position] as BulkItem
      const outcome = classifyItem(item)
      switch (outcome.is) {
        case 'stored':
          tally.count('stored', event.dataset)
          if (item._index !== undefined && item._index !== this.indices.writeIndex(this.body.stream(event.dataset))) {
            surprises.set(event, item._index)
          }
          break
        case 'duplicate':
          tally.count('duplicates', event.dataset)
          break
        case 'retry':
          again.push(event)
          reason = outcome.reason
          break
        case 'failure':
          tally.failures.push(toFailure(event, outcome.code, outcome.reason))
          break
        case 'world': {
          const what = `${this.body.stream(event.dataset)} at ${whereIs(this.client)}: ${outcome.reason}. ${outcome.advice}`
          world = new WorldError('es_stream', `Documents cannot be stored in ${what}`, { retryable: false })
          break
        }
        default:
          outcome satisfies never
      }
    })
    return { again, reason, surprises, world }
  }

  /**
   * The stream rolled over since its backing indices were read: what was created in the new one and is in an earlier
   * one too is removed again.
   */
  private async undoDoubles(surprises: ReadonlyMap<Storable, string>, tally: Tally, retry: Retry): Promise<void> {
    for (const [stream, group] of this.byStream([...surprises.keys()])) {
      await this.indices.refresh(stream, retry)
      const doubled = [...(await this.indices.findStored(stream, group, retry, surprises))]
      if (doubled.length === 0) continue
      const documents = doubled.map((event) => ({ index: surprises.get(event) ?? '', id: event.id }))
      const kept = await this.indices.remove(documents, retry)
      for (const event of doubled) {
        if (kept.has(event.id)) tally.doubled++
        else tally.recount(event.dataset)
      }
    }
  }
}

export function makeElasticsearchSink(settings: ElasticsearchSinkSettings): Sink {
  return new ElasticsearchSink(settings)
}
