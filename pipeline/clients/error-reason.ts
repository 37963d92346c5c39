// The reason in an error of Elasticsearch.
import { isObject } from '../../mappings/kernel/json.ts'

/** The type of the error of an index that is closed: a person must open it. */
export const closedIndex = 'index_closed_exception'

/** Limits a message: a search can fail on every index. */
const mostIndices = 3

/** The indices on which a search failed, each with the reason of its first failed shard. */
export function failedIndices(error: unknown): string[] {
  const { failed_shards: shards } = (error ?? {}) as { failed_shards?: unknown }
  const failed = Array.isArray(shards) ? shards.filter(isObject).filter(({ index }) => typeof index === 'string') : []
  // Of equal keys, a map keeps the last value.
  const reasons = new Map(failed.reverse().map(({ index, reason }) => [String(index), ownReason(reason)]))
  return [...reasons].reverse().map(([index, reason]) => `index ${index}: ${reason}`)
}

/** Type and reason of an error, without its causes. */
function ownReason(error: unknown): string {
  const { type, reason } = (error ?? {}) as { type?: unknown; reason?: unknown }
  return [type, reason].filter((text) => typeof text === 'string').join(': ')
}

/** Returns type and reason of an Elasticsearch error, followed by the indices on which it occurred and its causes. */
export function reasonOf(error: unknown): string {
  if (typeof error === 'string') return error
  const parts: string[] = []
  for (let here = error; typeof here === 'object' && here !== null; ) {
    const part = [ownReason(here), ...failedIndices(here).slice(0, mostIndices)]
      .filter((text) => text !== '')
      .join('; ')
    if (part !== '') parts.push(part)
    here = (here as { caused_by?: unknown }).caused_by
  }
  return parts.join('; caused by ') || 'no reason given'
}
