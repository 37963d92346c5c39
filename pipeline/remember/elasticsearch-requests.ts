// The two requests that memory makes: realtime reads by id, and writes that fail when somebody was faster.
import type { Client } from '@elastic/elasticsearch'
import type { JsonObject } from '../../mappings/kernel/json.ts'
import { reasonOf, toWorldError, whereIs } from '../elasticsearch.ts'
import { WorldError } from '../outcome.ts'

/** The version that a document was read in, or written to. */
export interface Versioned {
  readonly seqNo: number
  readonly primaryTerm: number
}

export interface Write {
  readonly index: string
  readonly id: string
  /** The version to replace; undefined to create. */
  readonly version: Versioned | undefined
  readonly source: JsonObject
}

/** A document to read, and the version that is known of it. */
export interface Wanted {
  readonly index: string
  readonly id: string
  readonly known?: Versioned | undefined
}

export interface Found {
  readonly source: JsonObject
  readonly version: Versioned
}

interface GetItem {
  readonly found?: boolean
  readonly _source?: JsonObject
  readonly _seq_no?: number
  readonly _primary_term?: number
  readonly error?: { readonly type?: string }
}

interface WriteItem {
  readonly status: number
  readonly _seq_no?: number
  readonly _primary_term?: number
  readonly error?: { readonly type?: string }
}

const documentsAtATime = 1_000
const charactersAtATime = 5_000_000

const isVersion = ({ found, _seq_no, _primary_term }: GetItem, known: Versioned | undefined): boolean =>
  found === true && known !== undefined && _seq_no === known.seqNo && _primary_term === known.primaryTerm

export class MemoryRequests {
  private readonly client: Client

  constructor(client: Client) {
    this.client = client
  }

  /** The documents as they are now, refreshed or not, in the order asked for; undefined for those that are not there. */
  async read(wanted: readonly { readonly index: string; readonly id: string }[]): Promise<(Found | undefined)[]> {
    const items = await this.get(wanted.map(({ index, id }) => ({ _index: index, _id: id })))
    return items.map((item) => this.toFound(item))
  }

  /** As `read`, with `same` for documents that have the known version: of those the version alone is transferred. */
  async readChanged(wanted: readonly Wanted[]): Promise<(Found | 'same' | undefined)[]> {
    const items = await this.get(
      wanted.map(({ index, id, known }) => ({
        _index: index,
        _id: id,
        ...(known !== undefined && { _source: false }),
      })),
    )
    const found = items.map((item, i) => (isVersion(item, wanted[i]?.known) ? 'same' : this.toFound(item)))
    const changed = items.flatMap((item, i) =>
      item.found && item._source === undefined && found[i] !== 'same' ? i : [],
    )
    const again = await this.read(changed.map((i) => wanted[i] as Wanted))
    for (const [n, i] of changed.entries()) found[i] = again[n]
    return found
  }

  private async get(docs: readonly JsonObject[]): Promise<GetItem[]> {
    const found: GetItem[] = []
    for (let from = 0; from < docs.length; from += documentsAtATime) {
      const body = { docs: docs.slice(from, from + documentsAtATime) }
      const { docs: items } = await this.send<{ docs: GetItem[] }>('/_mget', { body })
      for (const item of items) {
        const { error } = item
        if (error !== undefined) throw this.itemError(error.type === 'index_not_found_exception' ? 404 : 503, error)
        found.push(item)
      }
    }
    return found
  }

  private toFound({ found, _source, _seq_no, _primary_term }: GetItem): Found | undefined {
    if (found !== true || _source === undefined) return undefined
    return { source: _source, version: { seqNo: _seq_no ?? 0, primaryTerm: _primary_term ?? 0 } }
  }

  /** What became of each write: its new version, or a conflict. */
  async write(writes: readonly Write[]): Promise<(Versioned | 'conflict')[]> {
    const results: (Versioned | 'conflict')[] = []
    let lines: string[] = []
    let characters = 0
    const flush = async () => {
      if (lines.length === 0) return
      const bulkBody = `${lines.join('\n')}\n`
      lines = []
      characters = 0
      const { items } = await this.send<{ items: Record<string, WriteItem>[] }>('/_bulk', { bulkBody })
      for (const item of items) results.push(this.toResult(Object.values(item)[0] as WriteItem))
    }
    for (const { index, id, version, source } of writes) {
      const at = { _index: index, _id: id }
      const action =
        version === undefined
          ? { create: at }
          : { index: { ...at, if_seq_no: version.seqNo, if_primary_term: version.primaryTerm } }
      const line = JSON.stringify(source)
      lines.push(JSON.stringify(action), line)
      characters += line.length
      if (characters >= charactersAtATime || lines.length >= 2 * documentsAtATime) await flush()
    }
    await flush()
    return results
  }

  private toResult({ status, _seq_no, _primary_term, error }: WriteItem): Versioned | 'conflict' {
    if (status < 300) return { seqNo: _seq_no ?? 0, primaryTerm: _primary_term ?? 0 }
    if (status === 409) return 'conflict'
    throw this.itemError(status, error)
  }

  private itemError(status: number, error: WriteItem['error']): WorldError {
    const reason = reasonOf(error)
    const isBlocked = error?.type === 'cluster_block_exception'
    const retryable = status === 429 || status >= 500 || isBlocked
    const advice = status === 404 ? ' Run `consentry setup` to make the indices of memory, then start again.' : ''
    return new WorldError('memory_refused', `Memory at ${whereIs(this.client)} cannot be used: ${reason}.${advice}`, {
      retryable,
    })
  }

  /** Indices of these names that are not there. */
  async missing(indices: readonly string[]): Promise<string[]> {
    const path = `/${indices.join(',')}`
    const querystring = { ignore_unavailable: 'true', filter_path: '*.mappings._meta' }
    try {
      const answer = await this.client.transport.request<JsonObject>({ method: 'GET', path, querystring })
      return indices.filter((index) => answer[index] === undefined)
    } catch (error) {
      throw toWorldError(error, whereIs(this.client))
    }
  }

  /** Makes an index; another instance may be faster. */
  async makeIndex(index: string, body: JsonObject): Promise<void> {
    try {
      await this.client.transport.request({ method: 'PUT', path: `/${index}`, body })
    } catch (error) {
      const { body: answer } = error as { body?: { error?: { type?: string } } }
      if (answer?.error?.type !== 'resource_already_exists_exception') throw toWorldError(error, whereIs(this.client))
    }
  }

  private async send<T>(path: string, content: { body: JsonObject } | { bulkBody: string }): Promise<T> {
    try {
      return await this.client.transport.request<T>({ method: 'POST', path, ...content })
    } catch (error) {
      throw toWorldError(error, whereIs(this.client))
    }
  }
}
