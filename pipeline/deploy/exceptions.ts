// The exception lists of the rules in Kibana (approved applications, administrators, networks): created once, with
// items kept in line with the environment file.
import { isDeepStrictEqual } from 'node:util'
import { isObject, type JsonObject } from '../../mappings/kernel/json.ts'
import { withoutEmpty } from '../../rules/lib/behavior.ts'
import { isChangedByOthers, isOurs } from '../../rules/lib/deploy/item-note.ts'
import { type Kibana, readPages, refusal } from '../clients/kibana.ts'

export interface ExceptionPlan {
  /** `drifted_item`: a Kibana user changed our item, or created one with its ID. A deployment leaves it unchanged. */
  readonly kind: 'create_list' | 'create_item' | 'update_item' | 'drifted_item' | 'delete_item'
  readonly list: string
  /** Name of the item; absent for a list. */
  readonly item?: string
  readonly method: 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly body?: JsonObject
}

export interface ExceptionState {
  /** References to our exception lists by `list_id`, for use in rules. Excludes lists that do not exist yet. */
  readonly references: ReadonlyMap<string, JsonObject>
  readonly plans: readonly ExceptionPlan[]
}

function referenceTo(list: JsonObject): JsonObject {
  return { id: list.id ?? list.list_id, list_id: list.list_id, type: list.type, namespace_type: list.namespace_type }
}

export async function readList(kibana: Kibana, id: string): Promise<JsonObject | undefined> {
  const answer = await kibana.send('GET', `/exception_lists?list_id=${encodeURIComponent(id)}&namespace_type=single`)
  if (answer.ok && isObject(answer.body) && answer.body.list_id === id) return answer.body
  if (!answer.ok && answer.status === 404) return undefined
  throw refusal(kibana, `exception list ${id} cannot be read`, answer)
}

/** Reads our lists and their items, and returns the necessary changes. Foreign items in our lists are kept. */
export async function planExceptions(
  kibana: Kibana,
  lists: readonly JsonObject[],
  items: readonly JsonObject[],
  { overwrite }: { readonly overwrite: boolean },
): Promise<ExceptionState> {
  const references = new Map<string, JsonObject>()
  const plans: ExceptionPlan[] = []
  for (const list of lists) {
    const listId = String(list.list_id)
    const found = await readList(kibana, listId)
    references.set(listId, referenceTo(found ?? list))
    if (found === undefined)
      plans.push({ kind: 'create_list', list: listId, method: 'POST', path: '/exception_lists', body: list })
    const wanted = items.filter((item) => item.list_id === listId)
    const current = found === undefined ? [] : await readItems(kibana, listId)
    plans.push(...planItems(listId, wanted, current, overwrite))
  }
  return { references, plans }
}

function planItems(
  list: string,
  wanted: readonly JsonObject[],
  current: readonly JsonObject[],
  overwrite: boolean,
): ExceptionPlan[] {
  const byId = new Map(current.map((item) => [item.item_id, item]))
  const path = '/exception_lists/items'
  const written = wanted.flatMap((item): ExceptionPlan[] => {
    const name = String(item.name)
    const found = byId.get(item.item_id)
    if (found === undefined) return [{ kind: 'create_item', list, item: name, method: 'POST', path, body: item }]
    if (isSame(item, found)) return []
    const { list_id: _, ...changed } = item
    const kind = isChangedByOthers(found) && !overwrite ? 'drifted_item' : 'update_item'
    return [{ kind, list, item: name, method: 'PUT', path, body: { ...changed, ...commentsOf(found) } }]
  })
  const kept = new Set(wanted.map(({ item_id }) => item_id))
  const withdrawn = current
    .filter((item) => isOurs(item) && !kept.has(item.item_id))
    .map((item): ExceptionPlan => {
      const query = `item_id=${encodeURIComponent(String(item.item_id))}&namespace_type=single`
      const kind = isChangedByOthers(item) && !overwrite ? 'drifted_item' : 'delete_item'
      return { kind, list, item: String(item.name), method: 'DELETE', path: `${path}?${query}` }
    })
  return [...written, ...withdrawn]
}

function isSame(wanted: JsonObject, found: JsonObject): boolean {
  const members = Object.keys(wanted)
  const pick = (item: JsonObject) => withoutEmpty(Object.fromEntries(members.map((name) => [name, item[name]])))
  return isDeepStrictEqual(pick(wanted), pick(found))
}

/** Returns the comments that an update must repeat: Kibana deletes omitted comments or refuses the update. */
function commentsOf({ comments }: JsonObject): JsonObject {
  const kept = Array.isArray(comments) ? comments.filter(isObject) : []
  return kept.length === 0 ? {} : { comments: kept.map(({ id = null, comment = '' }) => ({ id, comment })) }
}

export function readItems(kibana: Kibana, listId: string): Promise<JsonObject[]> {
  const path = `/exception_lists/items/_find?list_id=${encodeURIComponent(listId)}&namespace_type=single`
  return readPages(kibana, path, 100, `the items of exception list ${listId} cannot be read`)
}
