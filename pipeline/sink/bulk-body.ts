// Bodies of `_bulk`: documents as JSON text, written into reusable buffers.
import { table } from '../../mappings/kernel/table.ts'
import { messageOf } from '../../mappings/kernel/thrown.ts'
import type { BulkItem } from '../clients/answers.ts'
import { closedIndex, reasonOf } from '../clients/error-reason.ts'
import type { Failure, Storable } from '../outcome.ts'
import { toFailure } from './failure.ts'

/** The members of the response that are used. Elasticsearch omits the others. */
export const bulkFilterPath = ['_index', 'status', 'failure_store', 'error.type', 'error.reason', 'error.caused_by']
  .map((member) => `items.create.${member}`)
  .join(',')

export type ItemClass =
  | { readonly is: 'stored' | 'duplicate' }
  | { readonly is: 'retry'; readonly reason: string }
  /** The document is at fault and becomes a dead letter. */
  | { readonly is: 'failure'; readonly code: 'document_rejected' | 'failure_store'; readonly reason: string }
  /** The cluster is at fault, not the document: the service stops and loses nothing. */
  | { readonly is: 'dependency'; readonly reason: string; readonly advice: string }

const stored: ItemClass = { is: 'stored' }
const duplicate: ItemClass = { is: 'duplicate' }

/** Errors with a status below 500 that would affect every document. */
const clusterTrouble: Readonly<Record<string, string>> = table({
  index_not_found_exception:
    'Run `consentry setup` to install the templates, or `consentry doctor` to find a template of higher priority. Then start again.',
  resource_not_found_exception:
    'An index or an alias has the name of the data stream. Rename or remove it, then start again.',
  security_exception: 'Grant the API key or the user the privileges auto_configure and index on the data streams.',
  [closedIndex]: 'Open the write index of the data stream, then start again.',
  validation_exception: 'The cluster cannot create the write index. Check the shard limit, then start again.',
})

export function classifyItem(item: BulkItem): ItemClass {
  const { status, error } = item
  if (status < 300) {
    if (item.failure_store !== 'used') return stored
    return { is: 'failure', code: 'failure_store', reason: 'the document went to the failure store of its data stream' }
  }
  if (status === 409) return duplicate
  const reason = reasonOf(error)
  // A person must remove a block (a full disk, a read-only index). The document is not at fault.
  if (status === 429 || status >= 500 || error?.type === 'cluster_block_exception') return { is: 'retry', reason }
  const advice = error?.type === undefined ? undefined : clusterTrouble[error.type]
  if (advice !== undefined) return { is: 'dependency', reason, advice }
  const code = item.failure_store === 'used' ? 'failure_store' : 'document_rejected'
  return { is: 'failure', code, reason }
}

export interface BulkBodySettings {
  readonly namespace: string
  /** Sets `event.ingested` to the event time, so that history does not alert. */
  readonly backfill: boolean
  /** With `backfill`: sets `event.ingested` so long before the event time that no rule reads even a recent event. */
  readonly historyMs?: number
  readonly tags?: readonly string[]
  readonly preserveOriginal?: boolean
}

const preserved = 'preserve_original_event'

/** The first `count` events of a queue: the encoded events as the body of one request, and the others' failures. */
export interface Chunk {
  readonly buffer: Buffer
  readonly length: number
  readonly count: number
  readonly events: readonly Storable[]
  readonly failures: readonly Failure[]
}

interface Target {
  readonly stream: string
  readonly action: string
  readonly dataStream: { readonly type: string; readonly dataset: string; readonly namespace: string }
}

const lineFeed = 10

export class BulkBody {
  private readonly settings: BulkBodySettings
  private readonly targets = new Map<string, Target>()
  private readonly free: Buffer[] = []
  private readonly bufferBytes: number

  constructor(settings: BulkBodySettings, bufferBytes: number) {
    this.settings = settings
    this.bufferBytes = bufferBytes
  }

  private target(dataset: string): Target {
    let target = this.targets.get(dataset)
    if (target === undefined) {
      const stream = `logs-${dataset}-${this.settings.namespace}`
      target = {
        stream,
        action: `{"create":{"_index":${JSON.stringify(stream)},"_id":`,
        dataStream: { type: 'logs', dataset, namespace: this.settings.namespace },
      }
      this.targets.set(dataset, target)
    }
    return target
  }

  stream(dataset: string): string {
    return this.target(dataset).stream
  }

  /** Returns the document as stored, or a failure. Sets the members that only the sink knows in place. */
  document(event: Storable, ingested: string): string | Failure {
    try {
      return this.write(event, ingested)
    } catch (error) {
      return toFailure(event, 'not_serializable', messageOf(error))
    }
  }

  private write(event: Storable, ingested: string): string {
    const document = event.document as typeof event.document & { data_stream?: unknown }
    document.data_stream = this.target(event.dataset).dataStream
    this.mark(event)
    document.event.ingested = this.settings.backfill ? this.history(document['@timestamp'] ?? ingested) : ingested
    return JSON.stringify(document)
  }

  private history(time: string): string {
    const { historyMs = 0 } = this.settings
    return historyMs === 0 ? time : new Date(Date.parse(time) - historyMs).toISOString()
  }

  /** Applies the settings to a document. A second call changes nothing: repeated requests encode documents again. */
  private mark({ document, original }: Storable): void {
    const { tags = [], preserveOriginal = false } = this.settings
    const keeps = preserveOriginal && original !== undefined && document.event.original === undefined
    if (keeps) document.event.original = JSON.stringify(original())
    const own = document.tags ?? []
    const missing = (keeps ? [...tags, preserved] : tags).filter((tag) => !own.includes(tag))
    if (missing.length > 0) document.tags = [...missing, ...own]
  }

  /** As many events from the head of the queue as fit into `limit` bytes, but at least one. */
  encode(queue: readonly Storable[], ingested: string, limit: number): Chunk {
    let buffer = this.free.pop() ?? Buffer.allocUnsafeSlow(this.bufferBytes)
    const end = Math.min(limit, buffer.length)
    let length = 0
    let count = 0
    const events: Storable[] = []
    const failures: Failure[] = []
    for (const event of queue) {
      const text = this.document(event, ingested)
      if (typeof text !== 'string') {
        failures.push(text)
        count++
        continue
      }
      const head = `${this.target(event.dataset).action}${JSON.stringify(event.id)}}}\n`
      // A UTF-16 unit takes at most three bytes, so bytes are only counted near the end of the buffer.
      if (length + (head.length + text.length) * 3 + 1 > end) {
        const bytes = Buffer.byteLength(head) + Buffer.byteLength(text) + 1
        if (length + bytes > end) {
          if (events.length > 0) break
          if (bytes > buffer.length) {
            this.release(buffer)
            buffer = Buffer.allocUnsafeSlow(bytes)
          }
        }
      }
      length += buffer.write(head, length, 'utf8')
      length += buffer.write(text, length, 'utf8')
      buffer[length++] = lineFeed
      events.push(event)
      count++
    }
    return { buffer, length, count, events, failures }
  }

  /** Releases a buffer for reuse. Do not call it after a broken request: the socket may still use the buffer. */
  release(buffer: Buffer): void {
    if (buffer.length === this.bufferBytes) this.free.push(buffer)
  }
}
