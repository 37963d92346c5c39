// Proves rules on their evidence: from the raw record, through the real mapping and the real query, to the alert.
import { type Environment, emptyEnvironment } from '../../mappings/environment/environment.ts'
import { eventTime } from '../../mappings/fields/document.ts'
import type { Diagnostic } from '../../mappings/kernel/diagnostic.ts'
import type { Content } from '../../mappings/kernel/discover.ts'
import { hourMs } from '../../mappings/kernel/durations.ts'
import { lookedUp } from '../../mappings/kernel/looked-up.ts'
import { didYouMean } from '../../mappings/kernel/suggest.ts'
import { type Alert, compileRules, type Entry, type RuleEngine, type RuleRun } from '../../rules/lib/engine.ts'
import { fieldsRead } from '../../rules/lib/fields-read.ts'
import { readsAlerts } from '../../rules/lib/filters.ts'
import type { FieldCatalog } from '../../rules/lib/query/catalog.ts'
import type { Evidence, Rule } from '../../rules/lib/rule.ts'
import { renderScenario, type Scenario } from '../../rules/lib/scenario.ts'
import type { Chain } from '../chain.ts'
import { UsageError } from '../errors/usage-error.ts'
import { defaultLookBackMs, makeInMemoryRun, type VirtualPassesOptions } from '../findings/virtual-passes.ts'
import { foundEntries } from '../hunt/evaluate.ts'
import { processText, type Sample } from './samples.ts'

/** All samples and scenarios that rules can name as evidence. */
export interface EvidenceStore {
  readonly samples: ReadonlyMap<string, Sample>
  readonly scenarios: ReadonlyMap<string, Scenario>
}

export function makeEvidenceStore(samples: readonly Sample[], scenarios: readonly Scenario[]): EvidenceStore {
  return {
    samples: new Map(samples.map((sample) => [sample.ref, sample])),
    scenarios: new Map(scenarios.map((scenario) => [scenario.id, scenario])),
  }
}

export function evidenceName(evidence: Evidence): string {
  return 'sample' in evidence ? evidence.sample : evidence.scenario
}

/** A raw record of a piece of evidence; `delivered` is an ISO instant, absent when it arrives as it happens. */
interface Delivered {
  readonly raw: string
  readonly delivered?: string
}

/** The path of a piece of evidence in diagnostics: by name, because a scenario in the folder of a rule has no index. */
export function evidencePath(kind: 'match' | 'noMatch', evidence: Evidence): string {
  return `tests.${kind}[${evidenceName(evidence)}]`
}

/** Cache of rendered records by scenario, because many rules name the same scenario. */
const rendered = new WeakMap<EvidenceStore, Map<Scenario, readonly Delivered[]>>()

/** The raw records of a piece of evidence in the order of delivery; undefined when there is no such evidence. */
export function evidenceRecords(evidence: Evidence, store: EvidenceStore): readonly Delivered[] | undefined {
  if ('sample' in evidence) {
    const sample = store.samples.get(evidence.sample)
    return sample === undefined ? undefined : [{ raw: sample.text }]
  }
  const scenario = store.scenarios.get(evidence.scenario)
  if (scenario === undefined) return undefined
  const known = lookedUp(rendered, store, () => new Map<Scenario, readonly Delivered[]>())
  return lookedUp(known, scenario, () => renderScenario(scenario, (ref) => sampleText(store, ref)))
}

/** The raw text of a sample. Throws a UsageError with the nearest name when there is none. */
export function sampleText(store: EvidenceStore, ref: string): string {
  const sample = store.samples.get(ref)
  if (sample !== undefined) return sample.text
  const { hint = 'samples are in mappings/vendors/*/samples' } = didYouMean(ref, store.samples.keys())
  throw new UsageError(`there is no sample ${ref}; ${hint}`)
}

/** R003 to R005 for every rule with missing or contradicting evidence. */
export async function proveRules(
  contents: readonly Content<Rule>[],
  store: EvidenceStore,
  chain: Chain,
  catalog: FieldCatalog,
  environment: Environment,
  // A rule on alerts is tested on the alerts of the other rules.
  pack: readonly Rule[] = contents.map(({ value }) => value),
): Promise<Diagnostic[]> {
  let all: RuleEngine | undefined
  function engineOf(rule: Rule): RuleEngine {
    if (!readsAlerts(rule)) return compileRules([rule], emptyEnvironment, catalog)
    all ??= compileRules(pack, emptyEnvironment, catalog)
    return all
  }

  async function judge(
    { file, value: rule }: Content<Rule>,
    engine: RuleEngine,
    evidence: Evidence,
    kind: 'match' | 'noMatch',
  ): Promise<Diagnostic[]> {
    const name = evidenceName(evidence)
    const report = (code: 'R003' | 'R004' | 'R005', message: string, hint?: string): Diagnostic[] => [
      {
        code,
        level: 'error',
        file,
        path: evidencePath(kind, evidence),
        message,
        ...(hint === undefined ? {} : { hint }),
      },
    ]
    const mustMatch = kind === 'match'
    for (const order of orders) {
      const entries = await renderEvidence(evidence, order, store, chain, environment, pack)
      if (entries === undefined)
        return report('R003', `there is no evidence ${name}`, 'name a file <name>.raw.json or <name>.scenario.ts')
      const run = engine.start()
      const fired = alertsOfRun(run, entries).some((alert) => alert.rule.id === rule.id && counts(rule, alert))
      if (fired === mustMatch) continue
      const where = entries.length === 1 ? name : `${name} ${order}`
      return mustMatch
        ? report(
            'R004',
            `"${rule.name}" does not match ${where}`,
            run.shortfall(rule) ??
              'compare the golden file of the sample with the query: which field does the document lack?',
          )
        : report('R005', `"${rule.name}" matches ${where}`)
    }
    return []
  }

  const findings: Diagnostic[] = []
  for (const content of contents) {
    const engine = engineOf(content.value)
    for (const kind of ['match', 'noMatch'] as const)
      for (const evidence of content.value.tests[kind]) findings.push(...(await judge(content, engine, evidence, kind)))
  }
  return findings
}

/** True if an alert is evidence. A scenario begins empty: new terms count only after a sufficient history. */
export function counts(rule: Rule, alert: Alert): boolean {
  return rule.type !== 'new_terms' || alert.settled
}

/** A document of evidence; a finding has no record. */
export interface RenderedEntry extends Entry {
  readonly raw?: string
}

/**
 * The orders in which rules see documents. The service stores documents in arrival order, and Kibana reads them in this
 * order. A hunt sorts them by event time first.
 */
const orders = ['as it arrives', 'as it happened'] as const
export type Order = (typeof orders)[number]

/** Rendered evidence of a chain: all content checks read the same evidence. */
interface Rendering {
  readonly store: EvidenceStore
  readonly environment: Environment
  readonly pack: readonly Rule[]
  readonly fields: ReadonlyMap<string, readonly string[]>
  readonly known: Map<string, Promise<readonly RenderedEntry[] | undefined>>
}

/** The last rendering of each chain. */
const renderings = new WeakMap<Chain, Rendering>()

/**
 * Returns the documents of a piece of evidence without duplicates, or undefined if it does not exist. The entity store
 * annotates a scenario's documents and adds due findings. A rule must give the same result in both orders. Do not
 * change the documents, because later calls return them again.
 */
export async function renderEvidence(
  evidence: Evidence,
  order: Order,
  store: EvidenceStore,
  chain: Chain,
  environment: Environment,
  pack: readonly Rule[],
): Promise<readonly RenderedEntry[] | undefined> {
  let rendering = renderings.get(chain)
  if (rendering?.store !== store || rendering.environment !== environment || !isSame(rendering.pack, pack)) {
    rendering = { store, environment, pack, fields: fieldsRead(pack), known: new Map() }
    renderings.set(chain, rendering)
  }
  const { fields, known } = rendering
  return lookedUp(known, `${order} ${JSON.stringify(evidence)}`, async () => {
    if (evidenceRecords(evidence, store) === undefined) return undefined
    const arrived = readEvidence(evidence, store, chain)
    const entries = order === 'as it arrives' ? arrived : asItHappened(arrived)
    if ('sample' in evidence) return entries
    return updated(entries, fields, { environment, ...(order === 'as it arrives' && arrival) })
  })
}

const isSame = (pack: readonly Rule[], other: readonly Rule[]): boolean =>
  pack.length === other.length && pack.every((rule, i) => rule === other[i])

const read = new WeakMap<EvidenceStore, WeakMap<Chain, Map<string, readonly RenderedEntry[]>>>()

/** The documents of a piece of evidence, each once, before the entity store annotates them. */
export function readEvidence(evidence: Evidence, store: EvidenceStore, chain: Chain): RenderedEntry[] {
  const byChain = lookedUp(read, store, () => new WeakMap())
  const known = lookedUp(byChain, chain, () => new Map<string, readonly RenderedEntry[]>())
  const entries = lookedUp(known, JSON.stringify(evidence), () => readOnce(evidence, store, chain))
  // The entity store writes only to these members.
  return entries.map(({ document, ...entry }) => {
    const { oauth, service } = document
    const copy = { ...document, ...structuredClone({ ...(oauth && { oauth }), ...(service && { service }) }) }
    return { ...entry, document: copy }
  })
}

function readOnce(evidence: Evidence, store: EvidenceStore, chain: Chain): RenderedEntry[] {
  const byId = new Map<string, RenderedEntry>()
  for (const { raw, delivered } of evidenceRecords(evidence, store) ?? []) {
    for (const outcome of processText(raw, evidenceName(evidence), chain)) {
      if (!outcome.ok || byId.has(outcome.id)) continue
      const { document, id, dataset } = outcome
      byId.set(id, { document, id, dataset, raw, visible: Date.parse(delivered ?? eventTime(document)) })
    }
  }
  return [...byId.values()]
}

/** Rendered documents of evidence: `entries` belong to the evidence `name`, sorted by time. */
export interface RenderedEvidence {
  readonly name: string
  readonly entries: readonly Entry[]
}

/** Returns the documents of several pieces of evidence. Unknown evidence has no documents. */
export async function renderScenarios(
  evidence: readonly Evidence[],
  store: EvidenceStore,
  chain: Chain,
  environment: Environment,
  pack: readonly Rule[],
  order: Order = 'as it happened',
): Promise<RenderedEvidence[]> {
  const recorded: RenderedEvidence[] = []
  for (const each of evidence) {
    const entries = (await renderEvidence(each, order, store, chain, environment, pack)) ?? []
    recorded.push({ name: evidenceName(each), entries })
  }
  return recorded
}

/** Returns the same documents for a hunt: each becomes visible at its event time. */
export function asItHappened<E extends Entry>(entries: readonly E[]): E[] {
  return entries
    .map((entry) => ({ ...entry, visible: Date.parse(eventTime(entry.document)) }))
    .sort((a, b) => a.visible - b.visible || (a.id < b.id ? -1 : 1))
}

const arrival = { latenessMs: 6 * hourMs, lookBackMs: defaultLookBackMs }

/** Applies a scenario's documents to the entity store in this order, and adds findings due up to its last event. */
async function updated(
  entries: readonly RenderedEntry[],
  fields: ReadonlyMap<string, readonly string[]>,
  options: Pick<VirtualPassesOptions, 'environment' | 'latenessMs' | 'lookBackMs'>,
): Promise<RenderedEntry[]> {
  const { updateEntities, passes } = makeInMemoryRun({ fields, ...options })
  const recorded: RenderedEntry[] = []
  for (const entry of entries) {
    for (const result of await passes.until(entry.visible)) recorded.push(...foundEntries(result))
    await updateEntities([entry])
    passes.see([entry])
    recorded.push(entry)
  }
  const last = Math.max(...entries.map(({ document }) => Date.parse(eventTime(document))))
  for (const result of await passes.until(last + (options.latenessMs ?? 0))) recorded.push(...foundEntries(result))
  const at = Math.max(last, ...recorded.map(({ visible }) => visible))
  recorded.push(...foundEntries({ at, findings: await passes.late(at) }))
  return recorded
}

export function alertsOf(engine: RuleEngine, entries: readonly Entry[]): Alert[] {
  return alertsOfRun(engine.start(), entries)
}

function alertsOfRun(run: RuleRun, entries: readonly Entry[]): Alert[] {
  return [...entries.flatMap((entry) => run.take(entry)), ...run.end()]
}
