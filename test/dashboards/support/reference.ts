// What a panel has to show, computed over the documents themselves: no search, no aggregation, and the rules' evaluator for KQL.
import type { Dashboard } from '../../../dashboards/lib/dashboard.ts'
import type { TimeRange } from '../../../dashboards/lib/elasticsearch/aggregation.ts'
import type { Bucket, Layer } from '../../../dashboards/lib/layer.ts'
import { type DataPanel, lensView } from '../../../dashboards/lib/panels/kinds.ts'
import type { Json, JsonObject } from '../../../mappings/kernel/json.ts'
import { fieldValues, splitPath } from '../../../mappings/kernel/path.ts'
import { commonCatalogue } from '../../../rules/lib/query/catalogue.ts'
import { compileKql } from '../../../rules/lib/query/kql/evaluate.ts'
import { parseKql } from '../../../rules/lib/query/kql/parse.ts'
import type { StoredDocument } from './documents.ts'
import type { AnswerRow } from './rows.ts'

interface Question {
  readonly dashboard: Pick<Dashboard, 'datasets' | 'echoes'>
  readonly panel: DataPanel
  readonly time: TimeRange
  /** Milliseconds of a bar. */
  readonly bar: number
}

type LayerMetric = Layer['metrics'][number]

export function referenceRows(question: Question, documents: readonly StoredDocument[]): AnswerRow[] {
  const { dashboard, panel, time } = question
  const datasets: readonly string[] = dashboard.datasets
  const seen = documents
    .filter(({ dataset }) => datasets.includes(dataset))
    .map(({ source }) => source)
    .filter((source) => dashboard.echoes === 'shown' || !valuesOf(source, 'oauth.act.echo').includes(true))
    .filter((source) => timeOf(source) >= Date.parse(time.from) && timeOf(source) <= Date.parse(time.to))
    .filter(predicate(panel.filter))
  const { layer } = lensView(panel)
  return rows(layer.buckets, layer, seen, question)
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
    for (const key of own) groups.set(key, [...(groups.get(key) ?? []), source])
  }
  const metric = terms.orderBy === 'value' ? undefined : layer.metrics[terms.orderBy ?? 0]
  const rank = (group: Group) =>
    metric === undefined ? 0 : (metricValue(metric, group[1]) ?? Number.NEGATIVE_INFINITY)
  return [...groups].sort((a, b) => rank(b) - rank(a) || (a[0] < b[0] ? -1 : 1)).slice(0, terms.size)
}

/** Bars from one end of the range to the other, empty ones too. */
function barGroups(seen: readonly JsonObject[], { time, bar }: Question): Group[] {
  const start = (milliseconds: number) => Math.floor(milliseconds / bar) * bar
  const groups: Group[] = []
  for (let at = start(Date.parse(time.from)); at <= Date.parse(time.to); at += bar) {
    groups.push([String(at), seen.filter((source) => start(timeOf(source)) === at)])
  }
  return groups
}

function metricValue(metric: LayerMetric, all: readonly JsonObject[]): number | null {
  const seen = all.filter(predicate(metric.filter))
  if (metric.of === 'count') return seen.length
  const values = seen.flatMap((source) => valuesOf(source, metric.field))
  const numbers = values.map((value) => (typeof value === 'string' ? Date.parse(value) : Number(value)))
  switch (metric.of) {
    case 'unique_count':
      return new Set(values).size
    case 'sum':
      return numbers.reduce((sum, value) => sum + value, 0)
    case 'max':
      return numbers.length === 0 ? null : Math.max(...numbers)
    case 'last_value':
      throw new Error('not part of the reference: the test server has no top_metrics')
  }
}

function predicate(kql: string | undefined): (source: JsonObject) => boolean {
  if (kql === undefined) return () => true
  const parsed = parseKql(kql)
  if (!parsed.ok) throw new Error(parsed.problem.message)
  return compileKql(parsed.node, commonCatalogue)
}

function valuesOf(source: JsonObject, field: string): Json[] {
  return fieldValues(source, splitPath(field))
}

function timeOf(source: JsonObject): number {
  return Date.parse(String(source['@timestamp']))
}
