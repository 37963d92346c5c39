// The cases of a verification: documents of evidence, the rules that read them, and the alerts of our own engine. A
// rule on single documents has one case with all its evidence, including evidence that must not match. A rule that
// counts or looks back has a case for each piece of evidence, because it would also count documents of other evidence.
import { type Environment, emptyEnvironment } from '../../mappings/environment/environment.ts'
import type { EcsDocument } from '../../mappings/fields/document.ts'
import type { JsonObject } from '../../mappings/kernel/json.ts'
import type { AttackRelease } from '../../rules/lib/attack-release.ts'
import { behaviorOf } from '../../rules/lib/behavior.ts'
import { alertsDataset, indexPattern } from '../../rules/lib/datasets.ts'
import { noteOf } from '../../rules/lib/deploy/comparable.ts'
import { emitRule } from '../../rules/lib/emit.ts'
import { compileRules, type Entry, type RuleEngine } from '../../rules/lib/engine.ts'
import { readsAlerts } from '../../rules/lib/filters.ts'
import type { KibanaFilter, KibanaRule } from '../../rules/lib/kibana-rule.ts'
import type { FieldCatalog } from '../../rules/lib/query/catalog.ts'
import { type Evidence, type Rule, ruleType } from '../../rules/lib/rule.ts'
import { clockOf } from '../../rules/lib/schedule.ts'
import { inKibana } from '../../rules/lib/suppression.ts'
import type { Chain } from '../chain.ts'
import { alertsOf, counts, type EvidenceStore, type RenderedEvidence, renderScenarios } from '../content-check/proof.ts'
import { type ComparedAlert, documentsOfKey, ourAlert } from './alert-key.ts'
import { inOrder, replay } from './replay-times.ts'
import type { Scratch } from './scratch.ts'

/** A document of a case. Its times assume that now is the instant for which the cases were built. */
export interface CaseDocument {
  readonly id: string
  readonly dataset: string
  readonly document: EcsDocument
  /** `event.ingested`, epoch milliseconds. */
  readonly ingested: number
  readonly evidence: string
}

export interface Probe {
  readonly rule: Rule
  /** The ID of the deployed copy. */
  readonly id: string
  readonly body: JsonObject
  readonly expected: readonly ExpectedAlert[]
  /** The evidence of each document of the case, by the ID of the document. */
  readonly evidenceOf: ReadonlyMap<string, string>
  /** True for a rule that reads alerts. It is deployed after these alerts exist. */
  readonly readsAlerts: boolean
  /** Names of the evidence of its rule in this case; empty for a rule that only raises alerts for another to read. */
  readonly evidence: readonly string[]
}

interface ExpectedAlert extends ComparedAlert {
  readonly evidence: readonly string[]
}

export interface Cases {
  readonly documents: readonly CaseDocument[]
  readonly probes: readonly Probe[]
}

export interface CaseOptions {
  readonly scratch: Scratch
  readonly rules: readonly Rule[]
  /** The rules that Kibana runs: a rule omits matches of the rules that precede it. */
  readonly running: readonly Rule[]
  /** Every deployable rule. A rule on alerts is verified with the alerts of all of them. */
  readonly shipped: readonly Rule[]
  readonly store: EvidenceStore
  readonly chain: Chain
  readonly catalog: FieldCatalog
  readonly environment: Environment
  readonly attack?: AttackRelease
  /** The time at which the documents are ingested, in epoch milliseconds. */
  readonly now: number
}

export async function buildCases(options: CaseOptions): Promise<Cases> {
  const { rules, running, shipped, catalog, store, chain, environment } = options
  const together = company(running, catalog)
  const documents: CaseDocument[] = []
  const probes: Probe[] = []
  let cases = 0
  for (const rule of rules) {
    // Other rules may precede the rule for all of its evidence. In this case, its query is verified alone.
    const alone = () => company(readsAlerts(rule) ? shipped : [rule], catalog)
    for (const [i, evidence] of evidenceByCase(rule).entries()) {
      const tag = `verify-${++cases}`
      const rendered = await renderScenarios(evidence, store, chain, environment, shipped, 'as it arrives')
      const make = (among: Company) => makeCase(rule, among, { rendered, tag, copy: i }, options)
      const first = make(together)
      const chosen = first.probes.at(-1)?.expected.length === 0 ? make(alone()) : first
      probes.push(...chosen.probes)
      documents.push(...chosen.documents)
    }
  }
  return { documents, probes }
}

/** Rules that run together, and the engine that runs them. */
interface Company {
  readonly rules: readonly Rule[]
  readonly engine: RuleEngine
}

function company(rules: readonly Rule[], catalog: FieldCatalog): Company {
  return { rules, engine: compileRules(rules, emptyEnvironment, catalog, 'kibana') }
}

type CaseEntry = Entry & { readonly evidence: string }

/** A sample can be evidence of several rules: its documents are stored once for each. */
function inCase({ events: _, ...entry }: Entry, prefix: string, evidence: string): CaseEntry {
  return { ...entry, id: `${prefix}-${entry.id}`, evidence }
}

function toDocument({ id, dataset, document, visible, evidence }: CaseEntry, tag: string): CaseDocument {
  const tagged = { ...document, tags: [...(document.tags ?? []), tag] }
  return { id, dataset, document: tagged, ingested: visible, evidence }
}

function evidenceByCase(rule: Rule): (readonly Evidence[])[] {
  const { match, noMatch } = rule.tests
  return isSingle(rule) ? [[...match, ...noMatch]] : match.map((evidence) => [evidence])
}

/** Checks whether a rule evaluates each document separately. */
function isSingle(rule: Rule): boolean {
  return ruleType(inKibana(rule)) === 'query' && !readsAlerts(rule)
}

interface CaseOfRule {
  readonly rendered: readonly RenderedEvidence[]
  readonly tag: string
  /** The number of earlier cases of the rule. */
  readonly copy: number
}

function makeCase(rule: Rule, among: Company, { rendered, tag, copy }: CaseOfRule, options: CaseOptions): Cases {
  const moved = rendered.flatMap(({ name, entries }, n) =>
    movedInTime(rule, among.engine, entries, options.now).map((entry) => inCase(entry, `${tag}-${n}`, name)),
  )
  const entries = inOrder(moved)
  const names = rendered.map(({ name }) => name)
  return {
    documents: entries.map((entry) => toDocument(entry, tag)),
    probes: probesOf(rule, among, { entries, tag, copy, names }, options),
  }
}

function movedInTime(rule: Rule, engine: RuleEngine, entries: readonly Entry[], now: number): readonly Entry[] {
  const pivot = isSingle(rule) ? Math.max(...entries.map(({ visible }) => visible)) : pivotOf(rule, engine, entries)
  const reachMs = isSingle(rule) ? Number.POSITIVE_INFINITY : clockOf(inKibana(rule)).reach
  return read(rule, replay(entries, { pivot, reachMs, now }))
}

/** The documents that a rule can read; all of them for a rule that reads the alerts on them. */
function read(rule: Rule, entries: readonly Entry[]): readonly Entry[] {
  const names: readonly string[] = rule.datasets
  return readsAlerts(rule) ? entries : entries.filter(({ dataset }) => names.includes(dataset))
}

/** Returns the time when the last document of the last counted alert became visible. */
function pivotOf(rule: Rule, engine: RuleEngine, entries: readonly Entry[]): number {
  const bare = entries.map(({ events: _, ...entry }): Entry => entry)
  const last = alertsOf(engine, bare).findLast((alert) => alert.rule.id === rule.id && counts(rule, alert))
  const ids = new Set(last?.events.map(({ _id }) => _id))
  const counted = ids.size === 0 ? entries : entries.filter(({ id }) => ids.has(id))
  return Math.max(...counted.map(({ visible }) => visible))
}

interface Entries {
  readonly entries: readonly CaseEntry[]
  readonly tag: string
  readonly copy: number
  readonly names: readonly string[]
}

function probesOf(rule: Rule, among: Company, { entries, tag, copy, names }: Entries, options: CaseOptions): Probe[] {
  const { catalog, attack, scratch, now } = options
  const fresh = new Set(entries.filter(({ visible }) => visible === now).map(({ id }) => id))
  const documents = new Map(entries.map(({ id, document }) => [id, document]))
  const evidenceOf = new Map(entries.map(({ id, evidence }) => [id, evidence]))
  // The first run of the rules in Kibana does not raise alerts that only an earlier run would have raised.
  const alerts = alertsOf(among.engine, entries).filter(({ events }) => events.some(({ _id }) => fresh.has(_id)))
  const firing = new Set<string>(alerts.map((alert) => alert.rule.id))
  const feeding = readsAlerts(rule) ? among.rules.filter((each) => each.id !== rule.id && firing.has(each.id)) : []
  return [...feeding, rule].map((each): Probe => {
    const isProven = each === rule
    const form = inKibana(each)
    const id = isProven && copy === 0 ? each.id : `${each.id}-${tag}`
    const emitted = emitRule(each, emptyEnvironment, catalog, {
      running: among.rules,
      ...(attack !== undefined && { attack }),
    })
    const expected = alerts
      .filter((alert) => alert.rule.id === each.id)
      .map((alert): ExpectedAlert => {
        const ours = ourAlert(form, alert, documents)
        const named = [...new Set(documentsOfKey(ours.key).flatMap((found) => evidenceOf.get(found) ?? []))]
        return { ...ours, evidence: named.length === 0 ? names : named }
      })
    return {
      rule: form,
      id,
      body: toScratchRule(each, emitted, { id, tag, scratch }),
      expected,
      evidenceOf,
      readsAlerts: readsAlerts(each),
      evidence: isProven ? names : [],
    }
  })
}

/** Returns the rule with its index patterns in the scratch namespace, limited to documents with the tag of a case. */
function toScratchRule(
  rule: Rule,
  emitted: KibanaRule,
  { id, tag, scratch }: { readonly id: string; readonly tag: string; readonly scratch: Scratch },
): JsonObject {
  const readsAlerts = rule.datasets.includes(alertsDataset)
  const { meta: _, ...body } = {
    ...emitted,
    rule_id: id,
    name: `${emitted.name} (${tag})`,
    enabled: true,
    index: rule.datasets.map((name) => indexPattern(name, scratch.space).replace(/\*$/, scratch.namespace)),
    filters: [...emitted.filters, ofCase(readsAlerts ? 'kibana.alert.rule.tags' : 'tags', tag)],
    tags: [...emitted.tags, tag],
  }
  return { ...body, meta: noteOf(body, behaviorOf(body)) }
}

function ofCase(field: string, tag: string): KibanaFilter {
  return {
    meta: {
      alias: 'documents of this verification case',
      disabled: false,
      field,
      key: field,
      negate: false,
      params: { query: tag },
      type: 'phrase',
    },
    query: { match_phrase: { [field]: tag } },
    $state: { store: 'appState' },
  }
}
