// Moves evidence in time, so that the first run of a rule reads the same documents as the run that would have alerted.
import type { EcsDocument } from '../../mappings/fields/document.ts'
import { isObject, type Json } from '../../mappings/kernel/json.ts'
import type { Entry } from '../../rules/lib/engine.ts'

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z$/

/** Returns the document with all its times moved by the same amount. */
export function moveTimes(document: EcsDocument, byMs: number): EcsDocument {
  return moved(document as unknown as Json, byMs) as unknown as EcsDocument
}

function moved(value: Json, byMs: number): Json {
  if (typeof value === 'string') return instant.test(value) ? new Date(Date.parse(value) + byMs).toISOString() : value
  if (Array.isArray(value)) return value.map((each) => moved(each, byMs))
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, each = null]) => [name, moved(each, byMs)]))
}

/**
 * Returns the entries as one run at `now` finds them. Entries that became visible within `reachMs` before `pivot` are
 * ingested now. Older entries keep their distance, as history. Later entries are omitted.
 */
export function replay<E extends Entry>(
  entries: readonly E[],
  { pivot, reachMs, now }: { readonly pivot: number; readonly reachMs: number; readonly now: number },
): E[] {
  return entries
    .filter(({ visible }) => visible <= pivot)
    .map((entry) => ({
      ...entry,
      document: moveTimes(entry.document, now - pivot),
      visible: entry.visible >= pivot - reachMs ? now : entry.visible + now - pivot,
    }))
}

/** Entries in the order in which rules see them. */
export function inOrder<E extends Entry>(entries: readonly E[]): E[] {
  const time = ({ document }: Entry) => document['@timestamp'] ?? ''
  return [...entries].sort(
    (a, b) => a.visible - b.visible || (time(a) < time(b) ? -1 : time(a) > time(b) ? 1 : a.id < b.id ? -1 : 1),
  )
}
