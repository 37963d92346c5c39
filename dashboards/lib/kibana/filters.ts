// The pill under the search bar that dashboards start with. Its reader may take it away, so nothing hangs on it.
import type { JsonObject } from '../../../mappings/kernel/json.ts'
import type { Dashboard } from '../dashboard.ts'
import { filterReference, type Reference, toDataView } from './references.ts'

export type Pill = {
  $state: { store: 'appState' }
  meta: {
    alias: string
    disabled: boolean
    field: string
    key: string
    negate: boolean
    params: { query: boolean }
    type: 'phrase'
    indexRefName: string
  }
  query: JsonObject
}

const echoField = 'oauth.act.echo'
const isEcho: JsonObject = { match_phrase: { [echoField]: true } }

/** The pills, and the references to the data view that they go by. */
export function pills({ echoes }: Pick<Dashboard, 'echoes'>): { filters: Pill[]; references: Reference[] } {
  if (echoes === 'shown') return { filters: [], references: [] }
  const meta = {
    alias: 'Each act once',
    disabled: false,
    field: echoField,
    key: echoField,
    negate: true,
    params: { query: true },
    type: 'phrase',
    indexRefName: filterReference(0),
  } as const
  return {
    filters: [{ $state: { store: 'appState' }, meta, query: isEcho }],
    references: [toDataView(filterReference(0))],
  }
}

/** The same as clauses of a search. */
export function pillClauses({ echoes }: Pick<Dashboard, 'echoes'>): JsonObject[] {
  return echoes === 'shown' ? [] : [{ bool: { must_not: [isEcho] } }]
}
