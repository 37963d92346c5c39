// Opens every dashboard, data view, Discover session and tag in the scratch space: by the export of saved objects with all
// that they refer to, by the data views API, and from Kibana 9.5 on by the dashboards API, which reads each panel.
import type { SavedObject } from '../../dashboards/lib/kibana/saved-object.ts'
import { isObject, type JsonObject } from '../../mappings/kernel/json.ts'
import { type Kibana, refusal } from '../clients/kibana.ts'
import { isSince } from '../deploy/kibana-version.ts'
import { keyOf, nameOf } from '../deploy/saved-objects.ts'

export interface ObjectOutcome {
  readonly name: string
  readonly defects: readonly string[]
}

/** `version` is the version of Kibana. */
export async function openObjects(
  kibana: Kibana,
  objects: readonly SavedObject[],
  { version }: { readonly version: string },
): Promise<ObjectOutcome[]> {
  const { held, missing } = await exportAll(kibana, objects)
  const outcomes: ObjectOutcome[] = []
  for (const object of objects) {
    const found = held.get(keyOf(object))
    const defects =
      found === undefined
        ? ['Kibana does not have it']
        : [
            ...referenceDefects(object, found, missing),
            ...panelDefects(object, found),
            ...(await readAlone(kibana, object, version)),
          ]
    outcomes.push({ name: nameOf(object), defects })
  }
  return outcomes
}

/** Returns the objects as Kibana stores them, and the references without a target. */
async function exportAll(
  kibana: Kibana,
  objects: readonly SavedObject[],
): Promise<{ held: ReadonlyMap<string, JsonObject>; missing: ReadonlySet<string> }> {
  const chosen = objects.map(({ type, id }) => ({ type, id }))
  const answer = await kibana.send('POST', '/saved_objects/_export', { objects: chosen, includeReferencesDeep: true })
  // One missing object makes the whole export fail. In this case, each object is exported separately.
  if (!answer.ok && answer.status === 400 && objects.length > 1) {
    const parts = []
    for (const object of objects) parts.push(await exportAll(kibana, [object]))
    return {
      held: new Map(parts.flatMap(({ held }) => [...held])),
      missing: new Set(parts.flatMap(({ missing }) => [...missing])),
    }
  }
  if (!answer.ok && answer.status === 400) return { held: new Map(), missing: new Set() }
  if (!answer.ok || !Array.isArray(answer.body)) throw refusal(kibana, 'saved objects cannot be read', answer)
  const lines = answer.body.filter(isObject)
  const details = lines.find(({ exportedCount }) => exportedCount !== undefined)
  const dangling = Array.isArray(details?.missingReferences) ? details.missingReferences.filter(isObject) : []
  return {
    held: new Map(lines.filter(({ type }) => type !== undefined).map((line) => [keyOf(line), line])),
    missing: new Set(dangling.map(keyOf)),
  }
}

const referencesOf = ({ references }: JsonObject | SavedObject): JsonObject[] =>
  Array.isArray(references) ? (references as JsonObject[]).filter(isObject) : []

function referenceDefects(object: SavedObject, found: JsonObject, missing: ReadonlySet<string>): string[] {
  const held = new Map(referencesOf(found).map((reference) => [reference.name, keyOf(reference)]))
  return referencesOf(object).flatMap((reference) => {
    const { name } = reference
    const target = keyOf(reference)
    if (held.get(name) !== target) return [`the reference ${name} to ${target} is missing`]
    return missing.has(target) ? [`the reference ${name} leads to ${target}, which Kibana does not have`] : []
  })
}

function panelDefects(object: SavedObject, found: JsonObject): string[] {
  const [ours, theirs] = [panelsOf(object), panelsOf(found)]
  // Newer versions of Kibana may store panels in another form, which the dashboards API reads.
  return ours === undefined || theirs === undefined || ours === theirs ? [] : [`it has ${theirs} panels, not ${ours}`]
}

function panelsOf({ attributes }: JsonObject | SavedObject): number | undefined {
  const text = isObject(attributes) ? attributes.panelsJSON : undefined
  if (typeof text !== 'string') return undefined
  const panels: unknown = JSON.parse(text)
  return Array.isArray(panels) ? panels.length : undefined
}

async function readAlone(kibana: Kibana, { type, id }: SavedObject, version: string): Promise<string[]> {
  if (type === 'index-pattern') {
    const answer = await kibana.send('GET', `/data_views/data_view/${encodeURIComponent(id)}`)
    if (!answer.ok) return [`it cannot be opened: ${answer.status} ${answer.reason}`]
    const view = isObject(answer.body) ? answer.body.data_view : undefined
    const fields = isObject(view) && isObject(view.fields) ? Object.keys(view.fields).length : 0
    return fields === 0 ? ['it has no fields'] : []
  }
  // The dashboards API is generally available since 9.5.
  if (type !== 'dashboard' || !isSince(version, 9, 5)) return []
  const answer = await kibana.send('GET', `/dashboards/${encodeURIComponent(id)}`)
  if (!answer.ok) return [`it cannot be opened: ${answer.status} ${answer.reason}`]
  const warnings = isObject(answer.body) && Array.isArray(answer.body.warnings) ? answer.body.warnings : []
  return warnings.map(
    (warning) => `Kibana warns: ${isObject(warning) ? (warning.message ?? JSON.stringify(warning)) : warning}`,
  )
}
