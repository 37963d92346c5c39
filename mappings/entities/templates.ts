// The entity tables as index templates, so that the entity store can be searched in Kibana.
import { createHash } from 'node:crypto'
import type { Artifact } from '../kernel/artifact.ts'
import { canonicalJson, type JsonObject, prettyJson } from '../kernel/json.ts'
import { setPath, splitPath } from '../kernel/path.ts'
import { type IndexTemplate, managedBy, templatePriority } from '../lib/templates.ts'
import type { EntityField, EntityType } from './entity.ts'
import { entityTypes } from './types.ts'

const keyword: JsonObject = { type: 'keyword', ignore_above: 1024 }
const stored: JsonObject = { type: 'keyword', index: false, doc_values: false }
const date: JsonObject = { type: 'date', format: 'epoch_millis' }
const identity: JsonObject = { vendor: keyword, tenant: keyword }
/** Marks of facts recorded after documents may have been annotated. Absent once those documents are correct. */
const late: JsonObject = { late: { properties: { from: date, first_recorded: date, last_recorded: date } } }

function fieldProperties(name: string, field: EntityField): JsonObject {
  switch (field.rule) {
    case 'earliest':
    case 'moments':
      return { [name]: date }
    case 'transitions':
      return {
        [name]: {
          properties: { at: date, value: keyword, by: keyword, detail: keyword, event: stored, bundle: stored },
        },
      }
    case 'members':
      return { [name]: { properties: { value: keyword, first: date } }, [`${name}_more`]: { type: 'boolean' } }
    default:
      return field satisfies never
  }
}

/** Returns the vocabulary names as field aliases, so that one filter works on documents and on the entity store. */
function vocabularyProperties({ vocabulary = {} }: EntityType): JsonObject {
  const properties: JsonObject = {}
  for (const [name, path] of Object.entries(vocabulary))
    setPath(properties, splitPath(name.replaceAll('.', '.properties.')), { type: 'alias', path })
  return properties
}

export function entityIndex(name: keyof typeof entityTypes, namespace: string): string {
  return `consentry-${name}-${namespace}`
}

interface IndexBody {
  readonly fingerprint: string
  /** Settings and mappings. */
  readonly template: JsonObject
}

function toIndexBody(properties: JsonObject): IndexBody {
  const settings: JsonObject = { index: { number_of_shards: 1, refresh_interval: '10s', codec: 'best_compression' } }
  const mappings: JsonObject = { dynamic: false, date_detection: false, properties }
  const fingerprint = createHash('sha256').update(canonicalJson(mappings)).digest('hex').slice(0, 16)
  return {
    fingerprint,
    template: { settings, mappings: { ...mappings, _meta: { managed_by: managedBy, fingerprint } } },
  }
}

/** An index of acts. Acts are claimed and not merged: only the first writer of an act succeeds. */
export const actsIndexBody: JsonObject = toIndexBody({
  ...identity,
  dataset: keyword,
  event: stored,
  at: date,
  claimed: date,
}).template

function toTemplate(
  name: keyof typeof entityTypes,
  properties: JsonObject,
  namespace: string,
  about: string,
): IndexTemplate {
  const index = entityIndex(name, namespace)
  const { fingerprint, template } = toIndexBody(properties)
  const body: JsonObject = {
    index_patterns: [index],
    priority: templatePriority,
    // Elasticsearch returns this member, and `setup` compares it.
    composed_of: [],
    template,
    _meta: { managed_by: managedBy, description: about },
  }
  return { name: index, stream: index, fingerprint, body }
}

/** One template for each index of the entity store in a namespace; `stream` is the name of the index. */
export function buildEntityTemplates({ namespace }: { readonly namespace: string }): IndexTemplate[] {
  return Object.values(entityTypes).map((type) => {
    const keys = Object.fromEntries(type.keys.map((key) => [key, keyword]))
    const fields = Object.entries(type.fields as Readonly<Record<string, EntityField>>)
    const properties = Object.assign(
      {},
      identity,
      late,
      keys,
      ...fields.map(([name, field]) => fieldProperties(name, field)),
      vocabularyProperties(type),
    )
    return toTemplate(type.name, properties, namespace, `Entity store: ${type.name}`)
  })
}

/** The templates as files to review, or to install by hand. */
export function renderEntityTemplates(options: { readonly namespace: string }): Artifact[] {
  return buildEntityTemplates(options).map(({ name, body }) => {
    const meta = { ...(body._meta as JsonObject), made_by: 'npm run generate' }
    return { path: `mappings/generated/index-templates/${name}.json`, text: prettyJson({ ...body, _meta: meta }) }
  })
}
