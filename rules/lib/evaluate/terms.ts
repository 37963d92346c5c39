// The values by which Elasticsearch assigns a document to buckets.
import { isIP, SocketAddress } from 'node:net'
import { longestIndexed } from '../../../mappings/fields/field.ts'
import { boundedCache } from '../../../mappings/kernel/bounded-cache.ts'
import { isObject, type Json } from '../../../mappings/kernel/json.ts'
import { type FieldCatalog, resolveField } from '../query/catalog.ts'
import { fieldReader } from '../query/field-reader.ts'

/** Returns the distinct values of one field in a document, as text; empty if the field is missing. */
export type TermsOf = (document: object) => string[]

/** Returns a reader of bucket values of a field: one for each distinct array value; none for text too long to index. */
export function termsOf(name: string, catalog: FieldCatalog): TermsOf {
  const { values: valuesOf } = fieldReader(name)
  const resolved = resolveField(name, catalog)
  const type = resolved.kind === 'field' ? resolved.field.type : 'flattened'
  const longest = type === 'keyword' || type === 'flattened' || type === 'wildcard' ? longestIndexed[type] : undefined
  const read = type === 'ip' ? address : (value: Json) => term(value, longest)
  return (document) => {
    const values = valuesOf(document)
    if (values.length === 1) {
      const only = read(values[0] as Json)
      return only === undefined ? [] : [only]
    }
    return [...new Set(values.flatMap((value) => read(value) ?? []))]
  }
}

function term(value: Json, longest = Number.POSITIVE_INFINITY): string | undefined {
  if (value === null || isObject(value)) return undefined
  const text = String(value)
  return text.length > longest ? undefined : text
}

const oneSpelling = boundedCache<string>()

/** Returns one canonical spelling for each address. */
function address(value: Json): string | undefined {
  if (typeof value !== 'string') return undefined
  const family = isIP(value)
  if (family !== 6) return family === 4 ? value : undefined
  return oneSpelling(value, spelled)
}

function spelled(address: string): string {
  return new SocketAddress({ address, family: 'ipv6' }).address.replace(/^::ffff:(?=\d+\.)/, '')
}
