// Replaces stored documents with regenerated ones. A document keeps its ID, index and `event.ingested`: rules read by
// `event.ingested`, and Kibana makes an alert's ID from index, document and rule, so no rule raises its alert again.
import { isDeepStrictEqual } from 'node:util'
import type { Client, estypes } from '@elastic/elasticsearch'
import type { EcsDocument } from '../../mappings/fields/document.ts'
import { groupBy } from '../../mappings/kernel/group-by.ts'
import { isObject } from '../../mappings/kernel/json.ts'
import { lookedUp } from '../../mappings/kernel/looked-up.ts'
import { messageOf } from '../../mappings/kernel/thrown.ts'
import { type BulkItem, bulkItems, mgetDocs } from '../clients/answers.ts'
import { requestWithRetry, whereIs } from '../clients/elasticsearch.ts'
import { reasonOf } from '../clients/error-reason.ts'
import { inParts } from '../clients/in-parts.ts'
import { Retry, type RetryPolicy, type Runtime, realRuntime } from '../clients/retry.ts'
import { claimed } from '../entity-store/remove-annotations.ts'
import { DependencyError } from '../errors/dependency-error.ts'
import type { DeadLetterCode, Event, Failure } from '../outcome.ts'
import { BackingIndices } from '../sink/backing-indices.ts'
import { BulkBody } from '../sink/bulk-body.ts'
import { toFailure } from '../sink/failure.ts'
import type { Sink } from '../sink/sink.ts'

export interface DatasetDifferences {
  unchanged: number
  changed: number
  created: number
}

/** The maximum number of failures that are listed with their place. */
const listed = 20

class Failures {
  readonly codes = new Map<DeadLetterCode, number>()
  readonly listed: { readonly code: DeadLetterCode; readonly place: string; readonly detail: string }[] = []

  add({ code, detail, delivery: { source, partition, offset } }: Failure): void {
    this.codes.set(code, (this.codes.get(code) ?? 0) + 1)
    if (this.listed.length < listed) this.listed.push({ code, place: `${source}/${partition ?? ''}/${offset}`, detail })
  }
}

export class ReprocessTally {
  readonly datasets = new Map<string, DatasetDifferences>()
  /** The number of documents in which a field differs, by field. */
  readonly fields = new Map<string, number>()
  /** Records without a document: the service has written their dead letters. */
  readonly undocumented = new Failures()
  /** Documents that could not be written: an earlier document stays as it was. */
  readonly refused = new Failures()

  count(what: keyof DatasetDifferences, dataset: string, times = 1): void {
    lookedUp(this.datasets, dataset, () => ({ unchanged: 0, changed: 0, created: 0 }))[what] += times
  }

  differs(paths: readonly string[]): void {
    for (const path of paths) this.fields.set(path, (this.fields.get(path) ?? 0) + 1)
  }

  get total(): DatasetDifferences {
    const total = { unchanged: 0, changed: 0, created: 0 }
    for (const counts of this.datasets.values())
      for (const what of ['unchanged', 'changed', 'created'] as const) total[what] += counts[what]
    return total
  }
}

/** Members that are set when a document is stored. They are not facts about the event. */
const whenStored: ReadonlySet<string> = new Set(['event.ingested'])

/** Returns the dotted paths of the members that differ. Skips `ignored` paths. */
function differingPaths(stored: unknown, now: unknown, ignored: ReadonlySet<string>): string[] {
  const paths: string[] = []
  const compare = (left: unknown, right: unknown, path: string): void => {
    if (ignored.has(path)) return
    if (isObject(left) && isObject(right)) {
      for (const name of new Set([...Object.keys(left), ...Object.keys(right)]))
        compare(left[name], right[name], path === '' ? name : `${path}.${name}`)
    } else if (!isDeepStrictEqual(left, right) && !isEmptyGroup(left, right)) paths.push(path)
  }
  compare(stored, now, '')
  return paths
}

/** An empty object equals a missing object. */
function isEmptyGroup(left: unknown, right: unknown): boolean {
  const isNothing = (value: unknown) => value === undefined || (isObject(value) && Object.keys(value).length === 0)
  return isNothing(left) && isNothing(right)
}

/** A dry run claims no acts, so it cannot know which event is a duplicate or a further file. */
const ignoredInDryRun: ReadonlySet<string> = new Set([...whenStored, ...claimed])

export interface OverwriteSettings {
  readonly client: Client
  readonly namespace: string
  readonly tags: readonly string[]
  readonly preserveOriginal: boolean
  readonly retry: RetryPolicy
  readonly sink: Pick<Sink, 'store'>
  /** Compares documents, but writes nothing. */
  readonly dryRun: boolean
  /** Sets `event.ingested` of changed documents to now, so that rules read them again. */
  readonly alert: boolean
  readonly tally: ReprocessTally
  readonly runtime?: Runtime
}

interface Regenerated {
  readonly event: Event
  readonly document: EcsDocument
}

type Found = estypes.GetGetResult<EcsDocument>

interface Write {
  readonly regenerated: Regenerated
  readonly paths: readonly string[]
  readonly operations: readonly [object, object]
}

const documentsAtATime = 200

export class Overwrite {
  private readonly settings: OverwriteSettings
  private readonly body: BulkBody
  private readonly indices: BackingIndices
  private readonly runtime: Runtime

  constructor(settings: OverwriteSettings) {
    const { client, namespace, tags, preserveOriginal, runtime = realRuntime } = settings
    this.settings = settings
    this.runtime = runtime
    this.body = new BulkBody({ namespace, tags, preserveOriginal, backfill: false }, 0)
    this.indices = new BackingIndices(client, runtime.now)
  }

  /** Resolves when every event is compared and, if its document differs, stored. Counts the events in the tally. */
  async store(events: readonly Event[], signal: AbortSignal): Promise<void> {
    const { tally } = this.settings
    const ingested = new Date(this.runtime.now()).toISOString()
    let open: Regenerated[] = []
    for (const event of events) {
      const text = this.body.document(event, ingested)
      if (typeof text === 'string') open.push({ event, document: JSON.parse(text) as EcsDocument })
      else tally.refused.add(text)
    }
    for (; open.length > 0; open = open.slice(documentsAtATime))
      await this.storePart(open.slice(0, documentsAtATime), signal)
  }

  private async storePart(part: readonly Regenerated[], signal: AbortSignal): Promise<void> {
    const { tally, dryRun, retry: policy } = this.settings
    const retry = new Retry(policy, this.runtime, signal)
    for (let open = part; open.length > 0; ) {
      const found = await this.find(open, retry)
      const writes: Write[] = []
      const absent: Regenerated[] = []
      for (const [i, regenerated] of open.entries()) {
        const stored = found[i]
        if (stored?._source === undefined) absent.push(regenerated)
        else {
          const write = this.compare(regenerated, stored)
          if (write === undefined) tally.count('unchanged', regenerated.event.dataset)
          else writes.push(write)
        }
      }
      if (dryRun) {
        for (const { regenerated, paths } of writes) this.changed(regenerated, paths)
        for (const { event } of absent) tally.count('created', event.dataset)
        return
      }
      await this.create(absent, signal)
      open = await this.overwrite(writes, retry)
    }
  }

  private changed({ event }: Regenerated, paths: readonly string[]): void {
    this.settings.tally.count('changed', event.dataset)
    this.settings.tally.differs(paths)
  }

  private async find(open: readonly Regenerated[], retry: Retry): Promise<(Found | undefined)[]> {
    const { client } = this.settings
    const places = new Map<Event, string>()
    const streams = groupBy(open, ({ event }) => this.body.stream(event.dataset))
    for (const [stream, group] of streams) {
      const events = group.map(({ event }) => event)
      // A stream may roll over at any time.
      await this.indices.refresh(stream, retry)
      const held = await this.indices.locate(this.indices.view(stream), events, 'all', retry)
      for (const event of events) {
        const [index] = held.get(event) ?? []
        if (index !== undefined) places.set(event, index)
      }
    }
    const docs = open.flatMap(({ event }) => {
      const index = places.get(event)
      return index === undefined ? [] : [{ _index: index, _id: event.id }]
    })
    if (docs.length === 0) return []
    const items = await inParts(docs, (some) =>
      requestWithRetry(client, retry, async (options) =>
        mgetDocs<Found>(client, await client.mget({ docs: [...some] }, options), some.length),
      ),
    )
    let next = 0
    return open.map(({ event }) => (places.has(event) ? items[next++] : undefined))
  }

  /** Returns the write that a document needs; undefined if nothing differs. */
  private compare(regenerated: Regenerated, stored: Found): Write | undefined {
    const { dryRun, alert } = this.settings
    const { _index, _id, _seq_no, _primary_term, _source } = stored
    // The topic may contain a record twice. The document keeps the time when the record first arrived.
    const created = _source?.event.created ?? regenerated.document.event.created
    const document = {
      ...regenerated.document,
      event: { ...regenerated.document.event, ...(created !== undefined && { created }) },
    }
    const paths = differingPaths(_source, document, dryRun ? ignoredInDryRun : whenStored)
    if (paths.length === 0) return undefined
    const ingested = alert ? document.event.ingested : _source?.event.ingested
    const event = ingested === undefined ? document.event : { ...document.event, ingested }
    const action = { index: { _index, _id, if_seq_no: _seq_no, if_primary_term: _primary_term } }
    return { regenerated, paths, operations: [action, { ...document, event }] }
  }

  private async create(absent: readonly Regenerated[], signal: AbortSignal): Promise<void> {
    if (absent.length === 0) return
    const { sink, tally } = this.settings
    const { byDataset, failures } = await sink.store(
      absent.map(({ event }) => event),
      { signal },
    )
    for (const [dataset, { stored, duplicates }] of byDataset) {
      tally.count('created', dataset, stored)
      // Another record of this batch, or the service, has stored it meanwhile.
      tally.count('unchanged', dataset, duplicates)
    }
    for (const failure of failures) tally.refused.add(failure)
  }

  /** Writes documents. Returns those that another writer changed, or that Elasticsearch temporarily rejects. */
  private async overwrite(writes: readonly Write[], retry: Retry): Promise<Regenerated[]> {
    if (writes.length === 0) return []
    const { client, tally } = this.settings
    const send = (part: readonly Write[]) => {
      const request = { operations: part.flatMap(({ operations }) => operations) } as unknown as estypes.BulkRequest
      return requestWithRetry(client, retry, async (options) =>
        bulkItems(client, await client.bulk(request, options), part.length),
      )
    }
    const tooLarge = (error: unknown) => ({ status: 413, error: { type: 'too_large', reason: messageOf(error) } })
    const items = await inParts(writes, send, tooLarge)
    const again: Regenerated[] = []
    let busy: string | undefined
    for (const [i, { regenerated, paths }] of writes.entries()) {
      const { status, error } = items[i] as BulkItem
      if (status < 300) this.changed(regenerated, paths)
      else if (status === 409 || status === 404) again.push(regenerated)
      else if (status === 429 || status >= 500 || error?.type === 'cluster_block_exception') {
        again.push(regenerated)
        busy = reasonOf(error)
      } else tally.refused.add(toFailure(regenerated.event, 'document_rejected', reasonOf(error)))
    }
    if (busy !== undefined) {
      const message = `Elasticsearch at ${whereIs(client)} does not take ${again.length} documents now: ${busy}.`
      await retry.pause(new DependencyError('es_unavailable', message, { retryable: true }))
    }
    return again
  }
}
