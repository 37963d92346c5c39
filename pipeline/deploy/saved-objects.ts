// Deploys dashboards, Discover sessions, data views and their tag with Kibana's import and export of saved objects
// (https://www.elastic.co/docs/api/doc/kibana/group/endpoint-saved-objects). The description of the tag ends with a
// hash of the imported pack. A second import writes the hash after Kibana accepted all objects. An import sets
// `created_at` and `updated_at` to the same instant. A save by a user changes only `updated_at`, which reveals the change.
import { File } from 'node:buffer'
import { createHash } from 'node:crypto'
import { tagId } from '../../dashboards/lib/kibana/ids.ts'
import { type SavedObject, toLine } from '../../dashboards/lib/kibana/saved-object.ts'
import { isObject, type JsonObject } from '../../mappings/kernel/json.ts'
import { type Kibana, refusal } from '../clients/kibana.ts'
import { refusedBy, type Writer, type Written } from './writer.ts'

/**
 * `create`: Kibana has no such object. `update`: a different pack is deployed. `same`: nothing to write. `drifted`: a
 * Kibana user changed the object, and a deployment leaves it unchanged.
 */
type ObjectPlanKind = 'create' | 'update' | 'same' | 'drifted'

export interface ObjectPlan {
  readonly kind: ObjectPlanKind
  readonly object: SavedObject
}

/** Our object in Kibana that the pack does not contain. */
export interface RetiredObject {
  readonly type: string
  readonly id: string
  readonly title: string
  /** A Kibana user changed the object: only a deployment that overwrites deletes it. */
  readonly changed?: true
}

export interface ObjectsPlan {
  readonly objects: readonly ObjectPlan[]
  /** The tag with the hash of the pack. */
  readonly completed?: SavedObject
  readonly retired: readonly RetiredObject[]
}

export async function planObjects(
  kibana: Kibana,
  wanted: readonly SavedObject[],
  { overwrite = false }: { readonly overwrite?: boolean } = {},
): Promise<ObjectsPlan> {
  const held = await readOurObjects(kibana, wanted)
  const byKey = new Map(held.map((object) => [keyOf(object), object]))
  const completed = tagWithHash(wanted)
  const isSamePack =
    completed !== undefined && descriptionOf(byKey.get(keyOf(completed))) === completed.attributes.description
  const objects = wanted.map((object): ObjectPlan => {
    const current = byKey.get(keyOf(object))
    if (current === undefined) return { kind: 'create', object }
    if (object.type !== 'tag' && isChangedByUser(current)) return { kind: overwrite ? 'update' : 'drifted', object }
    return { kind: isSamePack ? 'same' : 'update', object }
  })
  const known = new Set(wanted.map(keyOf))
  const retired = held
    .filter((object) => !known.has(keyOf(object)))
    .map((object) => ({
      ...toRetired(object),
      ...(!overwrite && isChangedByUser(object) && { changed: true as const }),
    }))
  return { objects, retired, ...(completed !== undefined && { completed }) }
}

export function isDeployed({ objects }: ObjectsPlan): boolean {
  return objects.every(({ kind }) => kind === 'same')
}

/** Imports the objects of a plan. If `prune` is set, then deletes the unchanged objects that the pack retired. */
export async function applyObjects(
  kibana: Kibana,
  { objects, completed, retired }: ObjectsPlan,
  { prune, writer }: { readonly prune: boolean; readonly writer: Writer },
): Promise<void> {
  const written = objects.filter(({ kind }) => kind === 'create' || kind === 'update')
  const imported = written.length > 0 ? await importObjects(kibana, written) : []
  for (const one of imported) writer.note(one)
  const isComplete = !imported.some(isRefused) && written.some(({ object }) => object.type === 'tag')
  if (isComplete && completed !== undefined) {
    const [hash] = await importObjects(kibana, [{ kind: 'update', object: completed }])
    if (hash !== undefined && isRefused(hash)) writer.note(hash)
  }
  if (prune) for (const object of retired) if (!object.changed) await deleteObject(object, writer)
}

const isRefused = ({ refused }: Written): boolean => refused !== undefined

async function importObjects(kibana: Kibana, plans: readonly ObjectPlan[]): Promise<Written[]> {
  const file = new File([plans.map(({ object }) => toLine(object)).join('')], 'consentry.ndjson')
  const answer = await kibana.send('POST', '/saved_objects/_import?overwrite=true', file)
  const result = answer.ok && isObject(answer.body) ? answer.body : {}
  if (answer.ok && typeof result.success !== 'boolean')
    throw refusal(kibana, 'saved objects cannot be imported', answer)
  const errors = Array.isArray(result.errors) ? result.errors : []
  const reasons = new Map(errors.filter(isObject).map((error) => [keyOf(error), JSON.stringify(error.error)]))
  return plans.map(({ kind, object }) => {
    const refused = reasons.get(keyOf(object))
    const what = `${kind} ${nameOf(object)}`
    return { what, ...(answer.ok ? refused !== undefined && { refused } : refusedBy(answer)) }
  })
}

/** Deletes one object. A missing object is not an error. */
export async function deleteObject({ type, id, title }: RetiredObject, writer: Writer): Promise<void> {
  await writer.send(
    `delete ${typeNames[type] ?? type} ${title}`,
    'DELETE',
    `/saved_objects/${type}/${encodeURIComponent(id)}`,
  )
}

/** Returns our objects in Kibana: objects with our tag, our data views, and the tag. */
export async function readOurObjects(kibana: Kibana, wanted: readonly SavedObject[]): Promise<JsonObject[]> {
  const ids = new Set(wanted.map(keyOf))
  const shared = await exportObjects(kibana, { type: ['index-pattern', 'tag'] })
  const ours = shared.filter((object) => ids.has(keyOf(object)))
  if (!ours.some(({ type }) => type === 'tag')) return ours
  const tagged = { type: ['dashboard', 'search'], hasReference: [{ type: 'tag', id: tagId }] }
  return [...ours, ...(await exportObjects(kibana, tagged))]
}

async function exportObjects(kibana: Kibana, chosen: JsonObject): Promise<JsonObject[]> {
  const answer = await kibana.send('POST', '/saved_objects/_export', { ...chosen, excludeExportDetails: true })
  if (answer.ok && Array.isArray(answer.body) && answer.body.every(isObject)) return answer.body
  throw refusal(kibana, 'saved objects cannot be exported', answer)
}

/** The tag of the pack, with a hash of the whole pack in its description. */
function tagWithHash(objects: readonly SavedObject[]): SavedObject | undefined {
  const tag = objects.find(({ type }) => type === 'tag')
  if (tag === undefined) return undefined
  const hash = createHash('sha256').update(objects.map(toLine).join('')).digest('hex').slice(0, 8)
  return { ...tag, attributes: { ...tag.attributes, description: `${tag.attributes.description} (${hash})` } }
}

function isChangedByUser({ created_at: created, updated_at: updated }: JsonObject): boolean {
  return typeof created === 'string' && typeof updated === 'string' && created < updated
}

function descriptionOf(object: JsonObject | undefined): unknown {
  return isObject(object?.attributes) ? object.attributes.description : undefined
}

export const keyOf = ({ type, id }: JsonObject | SavedObject) => `${type}/${id}`

const typeNames: Readonly<Record<string, string>> = {
  dashboard: 'dashboard',
  search: 'Discover session',
  'index-pattern': 'data view',
  tag: 'tag',
}

export function toRetired(object: JsonObject): RetiredObject {
  return { type: String(object.type), id: String(object.id), title: titleOf(object) }
}

export function nameOf(object: JsonObject | SavedObject): string {
  return `${typeNames[String(object.type)] ?? object.type} ${titleOf(object)}`
}

function titleOf({ attributes, id }: JsonObject | SavedObject): string {
  const { name, title } = isObject(attributes) ? attributes : {}
  return String(name ?? title ?? id)
}
