// Lists the sample for each field that Elastic's prebuilt rules read. A rule on a field that the product never fills is
// blind, and no other check finds this.
import type { EcsDocument } from '../../mappings/fields/document.ts'
import type { FieldTable } from '../../mappings/fields/field.ts'
import { notOfARecord, prebuiltFields } from '../../mappings/fields/prebuilt.ts'
import type { Artifact } from '../../mappings/kernel/artifact.ts'
import { isObject, type Json, prettyJson } from '../../mappings/kernel/json.ts'
import { present } from '../../mappings/kernel/present.ts'
import { fitsType } from '../../mappings/lib/check-document.ts'

export interface SampleDocument {
  readonly ref: string
  readonly dataset: string
  readonly document: EcsDocument
}

export interface PrebuiltRow {
  readonly dataset: string
  readonly field: string
  readonly type: string
  /** The first sample with the field and that type in its document; absent if there is none. */
  readonly sample?: string
  /** A sample with the field and another type in its document. */
  readonly misfit?: string
  /** The reason why no sample can have the field. */
  readonly why?: string
}

function valuesAt(value: Json | undefined, steps: readonly string[]): Json[] {
  if (value === undefined || value === null) return []
  if (Array.isArray(value)) return value.flatMap((member) => valuesAt(member, steps))
  const [first, ...rest] = steps
  if (first === undefined) return [value]
  return isObject(value) ? valuesAt(value[first], rest) : []
}

/** Returns true if a value fits a type. A keyword field accepts every scalar; other types must match. */
function isOfType(type: FieldTable[string]['type'], value: Json): boolean {
  if (type === 'keyword') return typeof value !== 'object'
  return type === 'flattened' ? isObject(value) : fitsType(type, value)
}

const covers = (pattern: string, dataset: string): boolean =>
  pattern.endsWith('.*') ? dataset.startsWith(pattern.slice(0, -1)) : dataset === pattern

export function prebuiltTable(documents: readonly SampleDocument[]): PrebuiltRow[] {
  return prebuiltFields.flatMap(({ dataset, fields }) => {
    const those = documents.filter((one) => covers(dataset, one.dataset))
    if (those.length === 0) return []
    return Object.entries(fields).map(([field, { type }]): PrebuiltRow => {
      const held = those
        .map(({ ref, document }) => ({ ref, values: valuesAt(document as unknown as Json, field.split('.')) }))
        .filter(({ values }) => values.length > 0)
      const sample = held.find(({ values }) => values.every((value) => isOfType(type, value)))?.ref
      const misfit = held.find(({ values }) => !values.every((value) => isOfType(type, value)))?.ref
      const why = notOfARecord[field]
      return {
        dataset,
        field,
        type,
        ...present({ sample, misfit }),
        ...(sample === undefined && why !== undefined && { why }),
      }
    })
  })
}

/** The table as a file to review: dataset → field → type and sample. */
export function renderPrebuiltTable(rows: readonly PrebuiltRow[]): Artifact {
  const table: Record<string, Record<string, Json>> = {}
  for (const { dataset, field, ...row } of rows) {
    table[dataset] ??= {}
    table[dataset][field] = { ...row }
  }
  return { path: 'mappings/generated/prebuilt-rule-fields.json', text: prettyJson(table) }
}
