// Runs a detection rule, in Kibana's form, over stored documents with the evaluators of the product, and makes alerts
// in the form in which Kibana stores them: the members of `kibana.alert` have names with dots
// (https://www.elastic.co/docs/reference/security/fields-and-objects/alert-schema).
import { createHash } from 'node:crypto'
import { emptyEnvironment } from '../../mappings/environment/environment.ts'
import type { EcsDocument } from '../../mappings/fields/document.ts'
import { fieldValues, splitPath } from '../../mappings/kernel/path.ts'
import { alertsDataset } from '../../rules/lib/datasets.ts'
import { type Alert, compileRules, type Entry } from '../../rules/lib/engine.ts'
import type { FieldCatalog } from '../../rules/lib/query/catalog.ts'
import type { Rule } from '../../rules/lib/rule.ts'
import { durationOf } from '../../rules/lib/schedule.ts'
import { sharedMembers } from '../../rules/lib/shared-members.ts'

export type Stored = Record<string, unknown>

export interface StoredDocument {
  readonly index: string
  readonly id: string
  readonly source: Stored
}

export function runRule(
  rule: Stored,
  documents: readonly StoredDocument[],
  { now, catalog }: { readonly now: number; readonly catalog: FieldCatalog },
): Stored[] {
  const patterns = (rule.index as string[]).map(toPattern)
  const override = typeof rule.timestamp_override === 'string' ? rule.timestamp_override : '@timestamp'
  const since = now - durationOf(String(rule.from))
  const entries = documents
    .filter(({ index, source }) => patterns.some((pattern) => pattern.test(index)) && passes(rule, source))
    .map((document) => toEntry(document, override))
    .filter(({ visible }) => visible <= now)
    .sort((a, b) => a.visible - b.visible || (a.id < b.id ? -1 : 1))
  const run = compileRules([toRule(rule)], emptyEnvironment, catalog).start()
  const alerts = [...entries.flatMap((entry) => run.take(entry)), ...run.end()]
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  return alerts
    .filter(({ events }) => events.some(({ _id }) => (byId.get(_id)?.visible ?? 0) >= since))
    .flatMap((alert) => toStoredAlerts(rule, alert, byId, now))
}

function toPattern(text: string): RegExp {
  return new RegExp(`^${text.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`)
}

/** The filters in addition to the query. */
function passes({ filters }: Stored, source: Stored): boolean {
  return (filters as { meta: { negate: boolean }; query: { match_phrase: Stored } }[]).every(({ meta, query }) =>
    Object.entries(query.match_phrase).every(
      ([field, value]) => fieldValues(source, splitPath(field)).includes(value as never) !== meta.negate,
    ),
  )
}

function toEntry({ id, index, source }: StoredDocument, override: string): Entry {
  // The alert of a threshold has the values of its group only.
  const document = { event: {}, ...source } as unknown as EcsDocument
  const time = fieldValues(source, splitPath(override))[0] ?? document['@timestamp']
  const dataset = index.startsWith('.alerts') ? alertsDataset : /^logs-(.+)-[^-]+$/.exec(index)?.[1]
  return { document, id, dataset: dataset ?? index, visible: Date.parse(String(time)) }
}

function toRule(rule: Stored): Rule {
  const datasets = (rule.index as string[]).map((name) =>
    name.startsWith('.alerts') ? alertsDataset : (/^logs-(.+)-[^-]+$/.exec(name)?.[1] ?? name),
  )
  const { rule_id: id, name, type, query, language, severity, interval, from, threshold } = rule
  return {
    id,
    name,
    type,
    query,
    language,
    severity,
    interval,
    from,
    datasets,
    ...(threshold !== undefined && { threshold }),
    ...(rule.new_terms_fields !== undefined && { newTermsFields: rule.new_terms_fields }),
    ...(rule.history_window_start !== undefined && { historyWindowStart: rule.history_window_start }),
    attack: [],
    description: '',
    falsePositives: [],
    investigation: '',
    response: '',
    evasion: '',
    tests: { match: [], noMatch: [] },
  } as unknown as Rule
}

function toStoredAlerts(rule: Stored, alert: Alert, byId: ReadonlyMap<string, Entry>, now: number): Stored[] {
  const entries = alert.events.flatMap(({ _id }) => byId.get(_id) ?? [])
  const sources = entries.map(({ document }) => document as unknown as Stored)
  const [first, ...others] = sources
  if (first === undefined) return []
  const common = (source: Stored): Stored => ({
    '@timestamp': new Date(now).toISOString(),
    'kibana.alert.rule.rule_id': rule.rule_id,
    'kibana.alert.rule.name': rule.name,
    'kibana.alert.rule.type': rule.type,
    'kibana.alert.rule.tags': rule.tags,
    'kibana.alert.severity': severityOf(rule, source),
    'kibana.alert.workflow_status': 'open',
  })
  const ancestor = ({ id, dataset }: Entry) => ({ id, type: 'event', index: dataset, depth: 0 })
  const terms = Object.entries(alert.terms ?? {})
  if (rule.type === 'threshold') {
    const group = Object.fromEntries(terms)
    const result = { count: entries.length, terms: terms.map(([field, value]) => ({ field, value })) }
    const id = createHash('sha256')
      .update(JSON.stringify([rule.rule_id, terms]))
      .digest('hex')
    return [
      {
        ...group,
        ...common(group),
        'kibana.alert.ancestors': [{ id, type: 'event', index: 'logs', depth: 0 }],
        'kibana.alert.threshold_result': result,
      },
    ]
  }
  if (others.length > 0) {
    const blocks = entries.map(
      (entry): Stored => ({
        ...(entry.document as unknown as Stored),
        ...common(entry.document as unknown as Stored),
        'kibana.alert.building_block_type': 'default',
        'kibana.alert.ancestors': [ancestor(entry)],
      }),
    )
    const parts = entries.map(({ id }) => ({ id: `block-${id}`, type: 'signal', index: '', depth: 1 }))
    const shell = sharedMembers([first, ...others])
    return [{ ...shell, ...common(shell), 'kibana.alert.ancestors': [...parts, ...entries.map(ancestor)] }, ...blocks]
  }
  return [
    {
      ...first,
      ...common(first),
      'kibana.alert.ancestors': entries.map(ancestor),
      ...(rule.type === 'new_terms' && { 'kibana.alert.new_terms': terms.map(([, value]) => value) }),
    },
  ]
}

function severityOf({ severity, severity_mapping: mapping }: Stored, source: Stored): unknown {
  const mapped = (mapping as { field: string; value: string; severity: string }[]).find(({ field, value }) =>
    fieldValues(source, splitPath(field)).includes(value),
  )
  return mapped?.severity ?? severity
}
