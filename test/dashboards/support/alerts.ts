// The alerts that rules raise on the documents of a scenario, in the form in which Kibana stores them.
import { createHash } from 'node:crypto'
import { emptyEnvironment } from '../../../mappings/environment/environment.ts'
import type { JsonObject } from '../../../mappings/kernel/json.ts'
import { setPath } from '../../../mappings/kernel/path.ts'
import { toAlert } from '../../../rules/lib/alert.ts'
import { toAlertDocuments } from '../../../rules/lib/alert-document.ts'
import { compileRule } from '../../../rules/lib/compile-rule.ts'
import { alertsDataset } from '../../../rules/lib/datasets.ts'
import { compileRules, type Entry } from '../../../rules/lib/engine.ts'
import type { Finding } from '../../../rules/lib/evaluate/evaluator.ts'
import { readsAlerts } from '../../../rules/lib/filters.ts'
import type { FieldCatalog } from '../../../rules/lib/query/catalog.ts'
import type { Rule } from '../../../rules/lib/rule.ts'
import type { StoredDocument } from './documents.ts'

/** One alert: its documents in Kibana (several for a sequence) and the log documents that triggered it. */
export interface KibanaAlert {
  readonly rule: Rule
  /** The alert itself, then the building blocks of a sequence. */
  readonly stored: readonly StoredDocument[]
  readonly about: readonly JsonObject[]
}

/** The statuses of the alerts of a rule, in turn, as if analysts had set them. */
const statuses = ['open', 'acknowledged', 'open', 'closed'] as const

/** Raises the alerts on documents, which are in the order in which they became visible. */
type RaiseAlerts = (entries: readonly Entry[]) => KibanaAlert[]

export function alertsWith(rules: readonly Rule[], catalog: FieldCatalog): RaiseAlerts {
  const onEvents = findingsWith(
    rules.filter((rule) => !readsAlerts(rule)),
    catalog,
  )
  const onAlerts = findingsWith(rules.filter(readsAlerts), catalog)
  const counts = new Map<Rule, number>()
  const status = (rule: Rule) => {
    const count = counts.get(rule) ?? 0
    counts.set(rule, count + 1)
    return statuses[count % statuses.length] as string
  }
  return (entries) => {
    const first = onEvents(entries).map(toRaised)
    const seen = first.flatMap(({ entries: own }) => own).sort((a, b) => a.visible - b.visible)
    return [...first, ...onAlerts(seen).map(toRaised)].map(({ found, entries: own }) => ({
      rule: found.rule,
      stored: toStored(own, status(found.rule)),
      about: aboutOf(found.finding).map(({ document }) => document as unknown as JsonObject),
    }))
  }
}

interface Found {
  readonly rule: Rule
  readonly finding: Finding
}

function findingsWith(rules: readonly Rule[], catalog: FieldCatalog): (entries: readonly Entry[]) => Found[] {
  const engine = compileRules(rules, emptyEnvironment, catalog)
  const compiled = rules.map((rule) => compileRule(rule, emptyEnvironment, catalog))
  return (entries) => {
    const begin = entries[0]?.visible ?? 0
    const states = compiled.map(({ rule, start }) => ({ rule, evaluator: start({ begin: () => begin }) }))
    const found: Found[] = []
    const runBefore = (instant: number) => {
      for (const { rule, evaluator } of states)
        while (evaluator.due < instant) found.push(...evaluator.run().map((finding) => ({ rule, finding })))
    }
    for (const entry of entries) {
      runBefore(entry.visible)
      const selecting = new Set(engine.match(entry.document, entry.dataset).map(({ id }) => id))
      for (const { rule, evaluator } of states)
        if (selecting.has(rule.id)) found.push(...evaluator.take(entry).map((finding) => ({ rule, finding })))
    }
    runBefore(Number.POSITIVE_INFINITY)
    return found
  }
}

function aboutOf({ entries }: Finding): readonly Entry[] {
  return entries.flatMap((entry) => entry.behind ?? [entry])
}

/** Returns the documents of an alert in the form that rules on alerts read. */
function toRaised(found: Found): { readonly found: Found; readonly entries: readonly Entry[] } {
  const { rule, finding } = found
  const identity = [rule.id, ...finding.entries.map(({ id }) => id), ...Object.values(finding.terms ?? {})]
  const key = createHash('sha256').update(identity.join(' ')).digest('hex')
  const entries = toAlertDocuments(rule, finding, toAlert(rule, finding)).map(({ document, behind }, i) => ({
    document,
    behind,
    id: `${key}-${i}`,
    dataset: alertsDataset,
    visible: finding.at + 1,
  }))
  return { found, entries }
}

function toStored(entries: readonly Entry[], status: string): StoredDocument[] {
  return entries.map(({ id, dataset, document }) => {
    const source = structuredClone(document) as unknown as JsonObject
    setPath(source, ['kibana', 'alert', 'workflow_status'], status)
    return { view: 'alerts', dataset, id, source }
  })
}
