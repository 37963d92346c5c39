// Checks that a response of Elasticsearch has one item for each sent item. A proxy may return any other response. The
// next attempt may then reach Elasticsearch, and the records are not the cause.
import type { Client } from '@elastic/elasticsearch'
import { isObject, type JsonObject } from '../../mappings/kernel/json.ts'
import { DependencyError } from '../errors/dependency-error.ts'
import { whereIs } from './elasticsearch.ts'

export interface BulkItem {
  readonly _index?: string
  readonly _seq_no?: number
  readonly _primary_term?: number
  readonly status: number
  readonly failure_store?: string
  readonly error?: { readonly type?: string; readonly reason?: string }
}

function checked<T>(
  client: Client,
  items: unknown,
  count: number,
  isItem: (item: JsonObject) => boolean,
): readonly T[] {
  if (!Array.isArray(items))
    throw unexpected(client, 'returned an answer that is not from Elasticsearch; check ES_URL and the proxy')
  const list: readonly unknown[] = items
  const good = list.filter((item) => isObject(item) && isItem(item))
  if (good.length === count && list.length === count) return good as readonly T[]
  throw unexpected(client, `answered ${good.length} items to ${count} documents`)
}

const unexpected = (client: Client, what: string): DependencyError =>
  new DependencyError('es_answer', `Elasticsearch at ${whereIs(client)} ${what}.`, { retryable: true })

const member = (answer: unknown, name: string): unknown => (isObject(answer) ? answer[name] : undefined)

export function bulkItems(client: Client, answer: unknown, count: number) {
  const items = member(answer, 'items')
  const bare = Array.isArray(items) ? items.map((item) => (isObject(item) ? Object.values(item)[0] : item)) : items
  return checked<BulkItem>(client, bare, count, ({ status }) => typeof status === 'number')
}

/** Returns the `_mget` result for each document: found, not found, or an error. */
export const mgetDocs = <T>(client: Client, answer: unknown, count: number) =>
  checked<T>(client, member(answer, 'docs'), count, ({ found, error }) => typeof found === 'boolean' || isObject(error))

export function searchHits<T extends object>(client: Client, answer: { readonly hits: T }): T {
  const hits = member(answer, 'hits')
  if (Array.isArray(member(hits, 'hits'))) return answer.hits
  throw unexpected(client, 'answered a search without hits')
}
