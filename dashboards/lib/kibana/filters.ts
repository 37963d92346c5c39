// The filter pill with which a dashboard opens. The user can remove the pill, so no panel depends on it.
import type { JsonObject } from '../../../mappings/kernel/json.ts'
import type { Dashboard } from '../dashboard.ts'
import { filterReference, type Reference, toDataView } from './references.ts'

const duplicateField = 'oauth.act.duplicate'
const isDuplicate: JsonObject = { match_phrase: { [duplicateField]: true } }

export function pills({ duplicates }: Pick<Dashboard, 'duplicates'>): {
  filters: JsonObject[]
  references: Reference[]
} {
  if (duplicates === 'shown') return { filters: [], references: [] }
  const meta = {
    alias: 'Each act once',
    disabled: false,
    field: duplicateField,
    key: duplicateField,
    negate: true,
    params: { query: true },
    type: 'phrase',
    indexRefName: filterReference,
  } as const
  return {
    filters: [{ $state: { store: 'appState' }, meta, query: isDuplicate }],
    references: [toDataView(filterReference)],
  }
}

/** Returns the same filters as clauses of a search. */
export function pillClauses({ duplicates }: Pick<Dashboard, 'duplicates'>): JsonObject[] {
  return duplicates === 'shown' ? [] : [{ bool: { must_not: [isDuplicate] } }]
}
