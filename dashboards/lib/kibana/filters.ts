// The pills under the search bar that every dashboard starts with.
import type { JsonObject } from '../../../mappings/kernel/json.ts'
import type { Dashboard } from '../dashboard.ts'
import { datasetField } from '../datasets.ts'
import { filterReference, type Reference, toDataView } from './references.ts'

export type Pill = {
  $state: { store: 'appState' }
  meta: {
    alias: string
    disabled: boolean
    field: string
    key: string
    negate: boolean
    params: string[] | { query: boolean }
    type: 'phrases' | 'phrase'
    indexRefName: string
  }
  query: JsonObject
}

type Bare = { meta: Omit<Pill['meta'], 'disabled' | 'indexRefName'>; query: JsonObject }

const echoField = 'oauth.act.echo'

function barePills({ datasets, echoes }: Pick<Dashboard, 'datasets' | 'echoes'>): Bare[] {
  const inDatasets: Bare = {
    meta: {
      alias: 'Data sets',
      field: datasetField,
      key: datasetField,
      negate: false,
      params: [...datasets],
      type: 'phrases',
    },
    query: {
      bool: { minimum_should_match: 1, should: datasets.map((name) => ({ match_phrase: { [datasetField]: name } })) },
    },
  }
  const onceEach: Bare = {
    meta: {
      alias: 'Each act once',
      field: echoField,
      key: echoField,
      negate: true,
      params: { query: true },
      type: 'phrase',
    },
    query: { match_phrase: { [echoField]: true } },
  }
  return echoes === 'shown' ? [inDatasets] : [inDatasets, onceEach]
}

/** The pills, and the references to the data view that they go by. */
export function pills(dashboard: Pick<Dashboard, 'datasets' | 'echoes'>): { filters: Pill[]; references: Reference[] } {
  const bare = barePills(dashboard)
  return {
    filters: bare.map(({ meta, query }, place) => ({
      $state: { store: 'appState' },
      meta: { ...meta, disabled: false, indexRefName: filterReference(place) },
      query,
    })),
    references: bare.map((_, place) => toDataView(filterReference(place))),
  }
}

/** The same as clauses of a search. */
export function pillClauses(dashboard: Pick<Dashboard, 'datasets' | 'echoes'>): JsonObject[] {
  return barePills(dashboard).map(({ meta, query }) => (meta.negate ? { bool: { must_not: [query] } } : query))
}
