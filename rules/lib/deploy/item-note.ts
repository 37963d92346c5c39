// The note in an exception item: shows a later deployment its own items and the changes made by Kibana users.
import { isObject, type JsonObject } from '../../../mappings/kernel/json.ts'
import { hashOf } from '../behavior.ts'

/** The members that define what an item does; comments belong to the users of Kibana. */
const written = ['description', 'entries', 'expire_time', 'name', 'tags'] as const

/** Adds a note to an item: the item is ours, and a hash of what the deployment wrote. */
export function noteItem(item: JsonObject): JsonObject {
  return { ...item, meta: { managed_by: 'consentry', written: hashOfItem(item) } }
}

/** Whether a deployment wrote an item: deployments remove only such items. */
export function isOurs(item: JsonObject): boolean {
  return isObject(item.meta) && item.meta.managed_by === 'consentry'
}

/** Whether a person changed an item after the deployment wrote it, or created it by hand. */
export function isChangedByOthers(item: JsonObject): boolean {
  return !isOurs(item) || !isObject(item.meta) || item.meta.written !== hashOfItem(item)
}

function hashOfItem(item: JsonObject): string {
  return hashOf(Object.fromEntries(written.map((name) => [name, item[name]])))
}
