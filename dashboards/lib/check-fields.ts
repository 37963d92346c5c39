// Checks that the fields of a dashboard exist, and that their types allow their use.
import type { Field, FieldType } from '../../mappings/fields/field.ts'
import { didYouMean } from '../../mappings/kernel/suggest.ts'
import { type FieldCatalog, resolveField } from '../../rules/lib/query/catalog.ts'
import type { FieldRole, FieldUse } from './layer.ts'

const words = ['keyword', 'constant_keyword', 'wildcard'] as const satisfies readonly FieldType[]
const numbers = ['long', 'double'] as const satisfies readonly FieldType[]
const values = [...words, 'boolean', 'ip', ...numbers] as const

/** The field types that Lens accepts for each use. Date values appear as bars over time, not as a list. */
const allowed: Readonly<Record<FieldRole, readonly FieldType[]>> = {
  terms: values,
  terms_with_missing: words,
  control: values,
  unique_count: [...values, 'date'],
  sum: numbers,
  min: [...numbers, 'date'],
  max: [...numbers, 'date'],
  last_value: [...values, 'date'],
  date_histogram: ['date'],
  column: [...values, 'date', 'text', 'match_only_text', 'flattened'],
}

const roleNames: Readonly<Record<FieldRole, string>> = {
  terms: 'list the values',
  terms_with_missing: 'list the values, the missing one among them,',
  control: 'offer the values',
  unique_count: 'count the distinct values',
  sum: 'add up the values',
  min: 'take the lowest value',
  max: 'take the highest value',
  last_value: 'take the last value',
  date_histogram: 'draw bars over time',
  column: 'show the value',
}

/** Fields that are stored for reading only: the index has no doc values for them. */
export const notAggregatable: ReadonlySet<string> = new Set(['event.original'])

export interface FieldProblem {
  readonly message: string
  readonly hint?: string
}

export function fieldProblem({ field, as }: FieldUse, catalog: FieldCatalog): FieldProblem | undefined {
  const resolved = resolveField(field, catalog)
  switch (resolved.kind) {
    case 'unknown':
      return { message: `no mapping writes ${field}`, ...didYouMean(field, catalog.names()) }
    case 'flattened_key':
      return { message: `${field} is a key of the flattened field ${resolved.root}: a data view does not know it` }
    case 'in_nested':
      return { message: `${field} lies inside the nested field ${resolved.root}: Lens cannot reach it` }
    case 'field':
      return typeProblem(field, as, resolved.field)
  }
}

function typeProblem(name: string, as: FieldRole, { type }: Field): FieldProblem | undefined {
  if (notAggregatable.has(name)) return { message: `${name} is kept to be read: nothing can be computed from it` }
  if (allowed[as].includes(type)) return undefined
  return {
    message: `cannot ${roleNames[as]} of ${name}, which is of type ${type}`,
    hint: `works on ${allowed[as].join(', ')}`,
  }
}
