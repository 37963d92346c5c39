// Elasticsearch rejects an EQL query with a field that no index under its patterns maps. A tenant may have only some of
// the log sources of a rule. There, an optional field (`?field`) is null instead.
import { type FieldCatalog, resolveField } from '../catalog.ts'
import type { QueryProblem } from '../problem.ts'
import { type EqlQuery, eventQueries, expressionsOf, type FieldRef, fieldRefs, leaves } from './ast.ts'

/**
 * Returns Q008 for each field that is missing from all log sources of some tenant. One dataset without the field is
 * enough: some tenants have only such log sources.
 */
export function checkMapped(
  query: EqlQuery,
  datasets: readonly string[],
  ofDataset: (dataset: string) => FieldCatalog,
): QueryProblem[] {
  const catalogs = datasets.map((dataset) => ({ dataset, fields: ofDataset(dataset) }))
  const read = eventQueries(query).flatMap(({ condition }) =>
    leaves(condition).flatMap(expressionsOf).flatMap(fieldRefs),
  )
  return [
    ...eachOnce(read).flatMap((field) => check(field, `write ?${field.name}`)),
    ...eachOnce(keysIn(query)).flatMap((field) => check(field, 'join by a field that every dataset has')),
  ]

  function check({ name, optional, span }: FieldRef, hint: string): QueryProblem[] {
    const without = catalogs.flatMap(({ dataset, fields }) =>
      resolveField(name, fields).kind === 'unknown' ? [dataset] : [],
    )
    if (without.length === datasets.length)
      return [
        { code: 'Q008', span, message: `no dataset of the rule has ${name}`, hint: 'add the dataset that has it' },
      ]
    if (optional || without.length === 0) return []
    const message = `Elasticsearch rejects the query in a tenant with only ${without.join(', ')}: ${name} is not mapped there`
    return [{ code: 'Q008', span, message, hint }]
  }
}

function keysIn(query: EqlQuery): readonly FieldRef[] {
  if (query.kind === 'event') return []
  const steps = [...query.steps, ...(query.until === undefined ? [] : [query.until])]
  return [...query.by, ...steps.flatMap(({ by }) => by)]
}

/** Returns each field once: a required occurrence takes precedence over optional occurrences. */
function eachOnce(fields: readonly FieldRef[]): FieldRef[] {
  const required = fields.filter(({ optional }) => !optional)
  // The last entry of a name wins, so required fields come last.
  return [...new Map([...fields, ...required.reverse()].map((field) => [field.name, field])).values()]
}
