// Checks a finished document against the catalogs: every field is known, has its type and a value of its closed set,
// and event.category and event.type are a combination that ECS allows.
import { isIP } from 'node:net'
import { expectedEventTypes } from '../ecs/catalog.gen.ts'
import { commonFields } from '../fields/document.ts'
import type { Field, FieldTable, FieldType } from '../fields/field.ts'
import type { Diagnostic } from '../kernel/diagnostic.ts'
import { isObject, type Json } from '../kernel/json.ts'

export type DocumentFinding = Pick<Diagnostic, 'code' | 'path' | 'message'>

/** Returns true if a value has the type, in the format for documents. */
export function fitsType(type: FieldType, value: Json): boolean {
  switch (type) {
    case 'keyword':
    case 'text':
    case 'match_only_text':
    case 'wildcard':
    case 'constant_keyword':
      return typeof value === 'string'
    case 'date':
      return typeof value === 'string' && !Number.isNaN(Date.parse(value))
    case 'ip':
      return typeof value === 'string' && isIP(value) !== 0
    case 'long':
      return typeof value === 'number' && Number.isInteger(value)
    case 'double':
      return typeof value === 'number'
    case 'boolean':
      return typeof value === 'boolean'
    case 'geo_point':
    case 'flattened':
    case 'object':
    case 'nested':
      return true
    default:
      return type satisfies never
  }
}

function checkField(name: string, field: Field, value: Json): DocumentFinding[] {
  const findings: DocumentFinding[] = []
  if (Array.isArray(value) !== (field.list === true) && field.type !== 'nested') {
    const message = field.list
      ? 'contains a single value, but the catalog defines a list'
      : 'contains a list, but the catalog defines a single value'
    findings.push({ code: 'M004', path: name, message })
  }
  for (const member of Array.isArray(value) ? value : [value]) {
    if (!fitsType(field.type, member)) {
      findings.push({ code: 'M004', path: name, message: `${JSON.stringify(member)} is no ${field.type}` })
    } else if (field.values !== undefined && !field.values.includes(String(member))) {
      findings.push({ code: 'M002', path: name, message: `${JSON.stringify(member)} is not one of its values` })
    }
  }
  return findings
}

function walk(name: string, value: Json | undefined, vendorRoots: readonly string[]): DocumentFinding[] {
  if (value === undefined || vendorRoots.includes(name)) return []
  const field: Field | undefined = (commonFields as FieldTable)[name]
  if (field !== undefined) return checkField(name, field, value)
  if (!isObject(value)) return [{ code: 'M001', path: name, message: 'is in no catalog' }]
  return Object.entries(value).flatMap(([key, member]) =>
    walk(name === '' ? key : `${name}.${key}`, member, vendorRoots),
  )
}

/**
 * Checks the ECS rules: every type must be allowed by one of the categories, and every category must have one of its
 * types. If ECS has no category for an event (a message in a chat), the document has only the type.
 */
export function checkCategories(categories: readonly string[], types: readonly string[]): DocumentFinding[] {
  if (categories.length === 0 && types.length > 0) return []
  const expected = expectedEventTypes as Readonly<Record<string, readonly string[]>>
  const findings: DocumentFinding[] = []
  for (const type of types) {
    if (!categories.some((category) => expected[category]?.includes(type))) {
      findings.push({
        code: 'M003',
        path: 'event.type',
        message: `${type} is expected for none of ${categories.join(', ')}`,
      })
    }
  }
  for (const category of categories) {
    if (!types.some((type) => expected[category]?.includes(type))) {
      findings.push({ code: 'M003', path: 'event.category', message: `${category} has none of its types` })
    }
  }
  return findings
}

/** Returns all problems of a document. Does not check the vendor block below `vendorRoot`. */
export function checkDocument(document: object, vendorRoot: string): DocumentFinding[] {
  const { event } = document as { event?: { category?: string[]; type?: string[] } }
  return [
    ...walk('', document as Json, [vendorRoot.split('.')[0] as string]),
    ...checkCategories(event?.category ?? [], event?.type ?? []),
  ]
}
