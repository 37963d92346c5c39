// An export that ends at a moment, or covers a few days: the records of diagnostic settings in that window.
import type { RawRecord } from './campaign.ts'

const idOf = (record: RawRecord): string => {
  const inner = (record.properties ?? {}) as RawRecord
  return `${record.Id ?? inner.requestId ?? inner.id ?? record.id ?? ''}`
}

export interface ExportWindow {
  readonly from: number
  readonly to: number
  /** The diagnostic categories that the responder received; all, if absent. */
  readonly categories?: readonly string[]
}

/** Keeps the records in the window, in their order. */
export const inWindow = (records: readonly RawRecord[], wanted: ExportWindow): readonly RawRecord[] =>
  records.filter((record) => {
    const at = Date.parse(`${record.time}`)
    const known = wanted.categories?.includes(`${record.category}`) ?? true
    return known && at >= wanted.from && at < wanted.to
  })

/** Those of `ids` that are in `records`. An id of a Graph call is its request id. */
export const remaining = (ids: readonly string[], records: readonly RawRecord[]): readonly string[] => {
  const known = new Set(records.map(idOf))
  return ids.filter((id) => known.has(id))
}
