// Each query of an investigation guide finds the documents of the alert, on the evidence of the rule: an analyst who starts with
// the alert must not get an empty list.
import { expect, it } from 'vitest'
import { emptyEnvironment } from '../../mappings/environment/environment.ts'
import type { EcsDocument } from '../../mappings/fields/document.ts'
import { alertsOf, evidenceName, type RenderedEntry } from '../../pipeline/content-check/proof.ts'
import { processText } from '../../pipeline/content-check/samples.ts'
import { type Alert, compileRules } from '../../rules/lib/engine.ts'
import { termsOf } from '../../rules/lib/evaluate/terms.ts'
import { readsAlerts } from '../../rules/lib/filters.ts'
import { type InvestigationQuery, investigationQueries, kqlOf } from '../../rules/lib/investigation.ts'
import { kqlFormula } from '../../rules/lib/query/kql/evaluate.ts'
import { parseKql } from '../../rules/lib/query/kql/parse.ts'
import type { Rule } from '../../rules/lib/rule.ts'
import { catalog, entriesOf, product, shippedRules } from '../support/product.ts'

/** Returns the log and act of a document, which decide the fields of the record. */
const kindOf = ({ event, oauth }: EcsDocument) => `${event.dataset} ${oauth?.action ?? event.action}`

/** Samples by the kind of their documents: evidence is one record, and others of the same kind may have more fields. */
const documents = product.samples.flatMap((sample) =>
  [...processText(sample.text, sample.ref, product.chain)].flatMap((outcome) => (outcome.ok ? [outcome.document] : [])),
)

/** Whether a document of these kinds has a value for a query. Only some records of a log have an address. */
function canAnswer({ field }: InvestigationQuery, { datasets }: Rule, kinds: ReadonlySet<string>): boolean {
  const valuesOf = termsOf(field, catalog)
  const isSame = (document: EcsDocument) =>
    field === 'source.ip' ? datasets.some((name) => name === document.event.dataset) : kinds.has(kindOf(document))
  // A finding has the address of the records that it describes, if they have an address.
  const isFound = field === 'source.ip' && datasets.includes('consentry.findings')
  return isFound || documents.some((document) => isSame(document) && valuesOf(document).length > 0)
}

/** Returns the documents that a query of the guide finds when the value of the alert is inserted. */
function found(query: InvestigationQuery, value: string, entries: readonly RenderedEntry[]): RenderedEntry[] {
  const parsed = parseKql(kqlOf(query).replace('VALUE', value.replace(/[\\"]/g, '\\$&')))
  if (!parsed.ok) throw new Error(`${kqlOf(query)} is no KQL`)
  const matches = kqlFormula(parsed.node, catalog).holds
  return entries.filter(({ document }) => matches(document))
}

/** Returns values that open a query, and the documents to show: a group has one value, a single document its own. */
function opened(rule: Rule, alert: Alert, { field }: InvestigationQuery, behind: readonly RenderedEntry[]) {
  const group = alert.terms?.[field]
  if (rule.type === 'threshold') return group === undefined ? [] : [{ value: group, documents: behind }]
  const values = behind.map(({ document }) => termsOf(field, catalog)(document))
  if (rule.type === 'eql') {
    const [shared] = values[0]?.filter((value) => values.every((each) => each.includes(value))) ?? []
    return shared === undefined ? [] : [{ value: shared, documents: behind }]
  }
  return behind.flatMap((document, i) => (values[i] ?? []).map((value) => ({ value, documents: [document] })))
}

/** Returns the faults of the queries of a rule, and the queries without a value in any alert of the rule. */
async function faultsOf(rule: Rule): Promise<string[]> {
  const engine = compileRules([rule], emptyEnvironment, catalog)
  const unanswered = new Set(investigationQueries(rule))
  const faults: string[] = []
  const kinds = new Set<string>()
  for (const evidence of rule.tests.match) {
    const entries = await entriesOf(evidence, 'as it arrives')
    for (const alert of alertsOf(engine, entries)) {
      const ids = new Set(alert.events.map(({ _id }) => _id))
      const behind = entries.filter(({ id }) => ids.has(id))
      for (const { document } of behind) kinds.add(kindOf(document))
      for (const query of investigationQueries(rule))
        for (const { value, documents } of opened(rule, alert, query, behind)) {
          unanswered.delete(query)
          const answer = found(query, value, entries)
          const missing = documents.filter((document) => !answer.includes(document)).length
          if (query.also === undefined && missing > 0)
            faults.push(
              `${query.label} misses ${missing} of ${documents.length} documents of ${evidenceName(evidence)}`,
            )
        }
    }
  }
  const idle = kinds.size === 0 ? [] : [...unanswered].filter((query) => !canAnswer(query, rule, kinds))
  return [...faults, ...idle.map(({ label }) => `no alert has a value for: ${label}`)]
}

it.each(shippedRules.filter((rule) => !readsAlerts(rule)).map((rule) => [rule.name, rule] as const))(
  'the queries in the guide of %s find the documents of its alerts',
  async (_, rule) => {
    expect(await faultsOf(rule)).toEqual([])
  },
)
