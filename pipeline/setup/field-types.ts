// Compares the field types of the installed streams and indices with ours. A component template of an operator or a
// template of higher priority can change a type; Elasticsearch then stores documents without the field, and no error.
import type { Client } from '@elastic/elasticsearch'
import { isObject, type JsonObject } from '../../mappings/kernel/json.ts'
import type { IndexTemplate, TemplateSet } from '../../mappings/lib/templates.ts'
import { request } from '../clients/elasticsearch.ts'

export interface ChangedField {
  readonly index: string
  /** The stream of the index; for an index without a stream, the name of the index. */
  readonly stream: string
  /** False for an earlier index of a stream: it gets no new documents, but searches and late-data correction read it. */
  readonly isWritten: boolean
  readonly field: string
  readonly type: string
  readonly ours: string
}

export const typeInWords = ({ index, field, type, ours }: ChangedField): string =>
  `${field} of ${index} is ${type}, not ${ours}`

/** The effect of other types in older indices, and the next step: `setup` cannot change the types of an index. */
export const olderTypes = {
  effect: 'searches and late-data correction can fail on older indices with fields of another type',
  todo: 'reindex these indices, or delete them and run `consentry reprocess` for their period',
} as const

/** Elasticsearch reports these types as one family: queries treat them alike. */
const families: Readonly<Record<string, string>> = {
  constant_keyword: 'keyword',
  wildcard: 'keyword',
  match_only_text: 'text',
}
const familyOf = (type: string): string => families[type] ?? type

/** The type of each field of a mapping, by its dotted path. */
function typesOf(mapping: unknown, out = new Map<string, string>(), prefix = ''): Map<string, string> {
  const properties = isObject(mapping) && isObject(mapping.properties) ? mapping.properties : {}
  for (const [name, field] of Object.entries(properties)) {
    if (!isObject(field)) continue
    if (typeof field.type === 'string') out.set(prefix + name, field.type)
    typesOf(field, out, `${prefix}${name}.`)
  }
  return out
}

const mappingsOf = (body: JsonObject | undefined): unknown => isObject(body?.template) && body.template.mappings

/** The name that a backing index had before Kibana's Upgrade Assistant reindexed it. */
const firstNameOf = (index: string): string => index.replace(/^\.migrated-/, '.')

/** The stream of a backing index; of any other index, its own name. */
const streamOf = (index: string): string => /^\.ds-(.+)-\d{4}\.\d\d\.\d\d-\d{6}$/.exec(firstNameOf(index))?.[1] ?? index

/** Returns the write index of each stream: the last backing index in the order of the original names. */
export const writeIndices = (indices: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    indices
      .toSorted((a, b) => (firstNameOf(a) < firstNameOf(b) ? -1 : 1))
      .map((index): [string, string] => [streamOf(index), index]),
  )

/** Returns the type of each field in our templates, by stream. */
function ourTypes({ components, indexTemplates }: TemplateSet, indices: readonly IndexTemplate[] = []) {
  const bodies = new Map(components.map(({ name, body }) => [name, body]))
  return new Map(
    [...indexTemplates, ...indices].map(({ stream, body }) => {
      const parts = Array.isArray(body.composed_of) ? body.composed_of.map((name) => bodies.get(String(name))) : []
      return [stream, new Map([...parts, body].flatMap((part) => [...typesOf(mappingsOf(part))]))] as const
    }),
  )
}

type OtherType = Pick<ChangedField, 'field' | 'type' | 'ours'>

const otherTypes = (mappings: unknown, ours: ReadonlyMap<string, string> | undefined): OtherType[] =>
  [...typesOf(mappings)].flatMap(([field, type]) => {
    const wanted = ours?.get(field)
    return wanted === undefined || familyOf(wanted) === familyOf(type) ? [] : [{ field, type, ours: wanted }]
  })

/** Checks whether all installed templates together would give a new index of the stream types that differ from ours. */
export async function templateTypesDiffer(client: Client, stream: string, templates: TemplateSet): Promise<boolean> {
  const { template } = await request(client, () => client.indices.simulateIndexTemplate({ name: stream }))
  return otherTypes(template?.mappings, ourTypes(templates).get(stream)).length > 0
}

export async function changedFields(
  client: Client,
  templates: TemplateSet,
  indices: readonly IndexTemplate[],
): Promise<ChangedField[]> {
  const targets = ourTypes(templates, indices)
  const answer = await request(client, () =>
    client.indices.getMapping({ index: [...targets.keys()], ignore_unavailable: true, allow_no_indices: true }),
  )
  const names = Object.keys(answer)
  const written = new Set(writeIndices(names).values())
  // The response contains the names of the indices behind aliases, but not the aliases.
  const aliased = new Map<string, string>()
  for (const { stream } of names.some((index) => !targets.has(streamOf(index))) ? indices : []) {
    const only = await request(client, () => client.indices.getMapping({ index: stream, ignore_unavailable: true }))
    for (const index of Object.keys(only)) aliased.set(index, stream)
  }
  return [...targets].flatMap(([stream, ours]) =>
    Object.entries(answer).flatMap(([index, { mappings }]) =>
      (aliased.get(index) ?? streamOf(index)) === stream
        ? otherTypes(mappings, ours).map((each) => ({ index, stream, isWritten: written.has(index), ...each }))
        : [],
    ),
  )
}
