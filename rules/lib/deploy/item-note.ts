// What a deployment notes in an exception item, so that a later one knows its own and sees what somebody changed in Kibana.
import { isObject, type JsonObject } from '../../../mappings/kernel/json.ts'
import { hashOf } from '../behavior.ts'

/** The members that say what an item does; comments belong to the users of Kibana. */
const written = ['description', 'entries', 'expire_time', 'name', 'tags'] as const

/** An item with the note that it is ours, and what was written. */
export function noteItem(item: JsonObject): JsonObject {
  return { ...item, meta: { managed_by: 'consentry', written: hashOfItem(item) } }
}

/** Whether a deployment wrote an item: only such a one is ever taken away. */
export function isOurs(item: JsonObject): boolean {
  return isObject(item.meta) && item.meta.managed_by === 'consentry'
}

/** Whether somebody changed an item since it was written, or made it by hand. */
export function isChangedByOthers(item: JsonObject): boolean {
  return !isOurs(item) || !isObject(item.meta) || item.meta.written !== hashOfItem(item)
}

function hashOfItem(item: JsonObject): string {
  return hashOf(Object.fromEntries(written.map((name) => [name, item[name]])))
}
