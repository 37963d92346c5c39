// A customer that collects only some logs: the other records never reach the pack.
import type { RawRecord } from './campaign.ts'

const categoryOf = (record: RawRecord): string => `${record.category ?? ''}`

const idOf = (record: RawRecord): string => {
  const inner = (record.properties ?? {}) as RawRecord
  return `${record.Id ?? inner.requestId ?? inner.id ?? record.id ?? ''}`
}

/** Keeps the records of the diagnostic `categories`, and of `ids` those that remain. */
export const only = (
  records: readonly RawRecord[],
  ids: readonly string[],
  categories: readonly string[],
): { readonly records: readonly RawRecord[]; readonly ids: readonly string[] } => {
  const kept = records.filter((record) => categories.includes(categoryOf(record)))
  const known = new Set(kept.map(idOf))
  return { records: kept, ids: ids.filter((id) => known.has(id)) }
}
