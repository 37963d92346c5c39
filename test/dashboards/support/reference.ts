// The expected content of a panel, computed from documents: no search, no aggregation, the rules' evaluator for KQL.

import type { Bucket, Layer } from '../../../dashboards/lib/layer.ts'
import type { EventsPanel } from '../../../dashboards/lib/panels/events.ts'
import { type DataPanel, type LensPanel, lensView } from '../../../dashboards/lib/panels/kinds.ts'
import type { Scope } from '../../../dashboards/lib/scope.ts'
import { entityTypes } from '../../../mappings/entities/types.ts'
import { commonFields } from '../../../mappings/fields/document.ts'
import { kibanaAlertFields } from '../../../mappings/fields/kibana-alert.ts'
import type { Json, JsonObject } from '../../../mappings/kernel/json.ts'
import { lookedUp } from '../../../mappings/kernel/looked-up.ts'
import { fieldValues, setPath, splitPath } from '../../../mappings/kernel/path.ts'
import { catalogOf } from '../../../rules/lib/query/catalog.ts'
import { kqlFormula } from '../../../rules/lib/query/kql/evaluate.ts'
import { parseKql } from '../../../rules/lib/query/kql/parse.ts'
import type { StoredDocument } from './documents.ts'
import type { AnswerRow } from './rows.ts'
import type { TimeRange } from './search/aggregation.ts'

export interface Question<P extends DataPanel = LensPanel> {
  readonly dashboard: Scope
  readonly panel: P
  readonly time: TimeRange
  /** Length of a bar in milliseconds. */
  readonly bar: number
}

type LayerMetric = Layer['metrics'][number]

const catalog = catalogOf(commonFields, kibanaAlertFields)

/** Returns the documents that a panel covers. */
export function seenBy(
  { dashboard, panel, time }: Question<DataPanel>,
  documents: readonly StoredDocument[],
): JsonObject[] {
  const { view: wanted = 'events', filter } = panel
  const shown: readonly string[] | undefined = dashboard.datasets
  const isShown = ({ view = 'events', dataset, source }: StoredDocument): boolean => {
    switch (view) {
      case 'events':
        return (
          (shown?.includes(dataset) ?? true) &&
          (dashboard.duplicates === 'shown' || !valuesOf(source, 'oauth.act.duplicate').includes(true))
        )
      case 'alerts':
        return valuesOf(source, 'kibana.alert.rule.tags').includes('Consentry')
      case 'apps':
        return true
    }
  }
  return documents
    .filter((document) => (document.view ?? 'events') === wanted && isShown(document))
    .map(({ source }) => source)
    .filter(
      (source) =>
        wanted === 'apps' || (timeOf(source) >= Date.parse(time.from) && timeOf(source) <= Date.parse(time.to)),
    )
    .map((source) => (wanted === 'apps' ? inVocabulary(source) : source))
    .filter(predicate(filter))
}

export function referenceRows(question: Question, documents: readonly StoredDocument[]): AnswerRow[] {
  const { layer } = lensView(question.panel)
  return rows(layer.buckets, layer, seenBy(question, documents), question)
}

/** The documents of a panel that lists them: the time, then the values of each column, in no order. */
export function referenceEvents(
  question: Question<EventsPanel>,
  documents: readonly StoredDocument[],
): { total: number; columns: string[] } {
  const seen = seenBy(question, documents)
  const columns = ['@timestamp', ...question.panel.columns]
  return { total: seen.length, columns: seen.map((source) => columns.map((name) => cell(source, name)).join(' | ')) }
}

function cell(source: JsonObject, name: string): string {
  return [...new Set(valuesOf(source, name).map(String))].sort().join(', ')
}

/** Returns the content of the entity store under the names by which its index is searched. */
function inVocabulary(source: JsonObject): JsonObject {
  const named = structuredClone(source)
  for (const [name, path] of Object.entries(entityTypes.apps.vocabulary))
    setPath(named, splitPath(name), valuesOf(source, path))
  return named
}

function rows(
  [bucket, ...inner]: readonly Bucket[],
  layer: Layer,
  seen: JsonObject[],
  question: Question,
): AnswerRow[] {
  if (bucket === undefined) return [{ keys: [], values: layer.metrics.map((metric) => metricValue(metric, seen)) }]
  const groups = bucket.kind === 'terms' ? termGroups(bucket, layer, seen) : barGroups(seen, question)
  return groups.flatMap(([key, members]) =>
    rows(inner, layer, members, question).map((row) => ({ ...row, keys: [key, ...row.keys] })),
  )
}

type Group = [string, JsonObject[]]

function termGroups(terms: Extract<Bucket, { kind: 'terms' }>, layer: Layer, seen: readonly JsonObject[]): Group[] {
  const groups = new Map<string, JsonObject[]>()
  for (const source of seen) {
    const own = [...new Set(valuesOf(source, terms.field).map(String))]
    if (own.length === 0 && terms.missing === true) own.push('__missing__')
    for (const key of own) lookedUp(groups, key, () => []).push(source)
  }
  const metric = terms.orderBy === 'value' ? undefined : layer.metrics[terms.orderBy ?? 0]
  const ranked = [...groups].map((group) => ({
    group,
    rank: metric === undefined ? 0 : Number(metricValue(metric, group[1]) ?? Number.NEGATIVE_INFINITY),
  }))
  return ranked
    .sort(
      (a, b) =>
        (terms.lowestFirst === true ? a.rank - b.rank : b.rank - a.rank) ||
        (inOrder(a.group[0]) < inOrder(b.group[0]) ? -1 : 1),
    )
    .slice(0, terms.size)
    .map(({ group }) => group)
}

/** A key as a text that sorts as Elasticsearch sorts it: addresses by their bytes, IPv4 first. */
function inOrder(key: string): string {
  if (/^[0-9a-f]+:[0-9a-f:]*$/.test(key)) return `~${key}`
  if (!/^\d+\.\d+\.\d+\.\d+$/.test(key)) return key
  return key
    .split('.')
    .map((octet) => octet.padStart(3, '0'))
    .join('.')
}

/** Returns all bars from one end of the range to the other, including empty bars. */
function barGroups(seen: readonly JsonObject[], { time, bar }: Question): Group[] {
  const start = (milliseconds: number) => Math.floor(milliseconds / bar) * bar
  const byBar = new Map<number, JsonObject[]>()
  for (let at = start(Date.parse(time.from)); at <= Date.parse(time.to); at += bar) byBar.set(at, [])
  for (const source of seen) byBar.get(start(timeOf(source)))?.push(source)
  return [...byBar].map(([at, group]) => [String(at), group])
}

function metricValue(metric: LayerMetric, all: readonly JsonObject[]): AnswerRow['values'][number] {
  const seen = all.filter(predicate(metric.filter))
  if (metric.of === 'count') return seen.length
  if (metric.of === 'last_value') return lastValue(metric.field, seen)
  const values = seen.flatMap((source) => valuesOf(source, metric.field))
  const numbers = values.map((value) => (typeof value === 'string' ? Date.parse(value) : Number(value)))
  switch (metric.of) {
    case 'unique_count':
      return new Set(values).size
    case 'sum':
      return numbers.reduce((sum, value) => sum + value, 0)
    case 'min':
      return numbers.length === 0 ? null : Math.min(...numbers)
    case 'max':
      return numbers.length === 0 ? null : Math.max(...numbers)
  }
}

/** Returns the values in the latest document that has any; for several documents of that time, the values of each. */
function lastValue(field: string, seen: readonly JsonObject[]): readonly string[] | null {
  const having = seen.filter((source) => valuesOf(source, field).length > 0)
  const latest = Math.max(...having.map(timeOf))
  const last = having.filter((source) => timeOf(source) === latest)
  return last.length === 0 ? null : [...new Set(last.map((source) => cell(source, field)))]
}

const compiled = new Map<string, (source: JsonObject) => boolean>()

function predicate(kql: string | undefined): (source: JsonObject) => boolean {
  if (kql === undefined) return () => true
  return lookedUp(compiled, kql, () => {
    const parsed = parseKql(kql)
    if (!parsed.ok) throw new Error(parsed.problem.message)
    return kqlFormula(parsed.node, catalog).holds
  })
}

const paths = new Map<string, readonly string[]>()

export function valuesOf(source: JsonObject, field: string): Json[] {
  return fieldValues(
    source,
    lookedUp(paths, field, () => splitPath(field)),
  )
}

function timeOf(source: JsonObject): number {
  return Date.parse(String(source['@timestamp']))
}
