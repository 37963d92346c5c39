// The fields that rules of the portable edition may read: fields that Elastic's integrations write, and names with
// wildcards for the numbered members of Entra's audit log.
import { didYouMean } from '../../mappings/kernel/suggest.ts'
import type { FieldCatalog } from '../lib/query/catalog.ts'
import { checkKql } from '../lib/query/check.ts'
import { checkEql } from '../lib/query/eql/check.ts'
import type { QueryProblem } from '../lib/query/problem.ts'
import type { PortableRule } from './edition.ts'
import { isWritten, ownName } from './elastic-fields.ts'

/** Returns our catalog, extended by the names with wildcards and the names that only the integrations use. */
export function portableCatalog(catalog: FieldCatalog): FieldCatalog {
  return {
    names: () => catalog.names(),
    get: (name) => catalog.get(ownName(name).replaceAll('*', '0')),
  }
}

/** Returns the problems of the query and the groups of a rule. */
export function checkPortable({ rule }: PortableRule, catalog: FieldCatalog): QueryProblem[] {
  const isKnown = (name: string) => rule.datasets.some((dataset) => isWritten(dataset, name))
  const elastic: FieldCatalog = {
    names: () => [...catalog.names()].filter(isKnown),
    get: (name) => (isKnown(name) ? portableCatalog(catalog).get(name) : undefined),
  }
  if (rule.type === 'eql') return checkEql(rule.query, elastic)
  const groups =
    rule.type === 'threshold'
      ? [...rule.threshold.field, ...(rule.threshold.cardinality ?? []).map(({ field }) => field)]
      : rule.type === 'new_terms'
        ? rule.newTermsFields
        : []
  const unknown = groups.filter((field) => elastic.get(field) === undefined)
  return [
    ...checkKql(rule.query, elastic),
    ...unknown.map(
      (field): QueryProblem => ({
        code: 'Q002',
        span: { start: 0, end: 0 },
        message: `the integration does not write ${field}`,
        ...didYouMean(field, elastic.names()),
      }),
    ),
  ]
}
