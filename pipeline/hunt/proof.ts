// Proves rules on their evidence: from the raw record, through the real mapping and the real query, to the alert.
import { type Environment, emptyEnvironment } from '../../mappings/environment/environment.ts'
import type { EcsDocument } from '../../mappings/fields/document.ts'
import type { Diagnostic } from '../../mappings/kernel/diagnostic.ts'
import type { Content } from '../../mappings/kernel/discover.ts'
import { type Alert, compileRules, type Entry, type RuleEngine } from '../../rules/lib/engine.ts'
import { readsAlerts } from '../../rules/lib/filters.ts'
import type { FieldCatalogue } from '../../rules/lib/query/catalogue.ts'
import type { Evidence, Rule } from '../../rules/lib/rule.ts'
import { retell, type Story } from '../../rules/lib/story.ts'
import type { Chain } from '../chain.ts'
import { InMemoryStore } from '../remember/memory-store.ts'
import { makeRemember } from '../remember/remember.ts'
import { processText } from './golden.ts'
import type { Sample } from './samples.ts'

/** Everything rules can name as evidence. */
export interface EvidenceStore {
  readonly samples: ReadonlyMap<string, Sample>
  readonly stories: ReadonlyMap<string, Story>
}

export function makeEvidenceStore(samples: readonly Sample[], stories: readonly Story[]): EvidenceStore {
  return {
    samples: new Map(samples.map((sample) => [sample.ref, sample])),
    stories: new Map(stories.map((story) => [story.id, story])),
  }
}

/** What a person calls a piece of evidence. */
export function evidenceName(evidence: Evidence): string {
  return 'sample' in evidence ? evidence.sample : evidence.story
}

/** A raw record of a piece of evidence; `delivered` is an ISO instant, absent when it arrives as it happens. */
interface Delivered {
  readonly raw: string
  readonly delivered?: string
}

/** The raw records of a piece of evidence in the order of delivery; undefined when there is no such evidence. */
export function evidenceRecords(evidence: Evidence, store: EvidenceStore): Delivered[] | undefined {
  if ('sample' in evidence) {
    const sample = store.samples.get(evidence.sample)
    return sample === undefined ? undefined : [{ raw: sample.text }]
  }
  const story = store.stories.get(evidence.story)
  return story === undefined ? undefined : retell(story, (ref) => sampleText(store, ref))
}

/** The raw text of a sample. Throws when there is none: a story that names it cannot be told. */
export function sampleText(store: EvidenceStore, ref: string): string {
  const sample = store.samples.get(ref)
  if (sample === undefined) throw new Error(`there is no sample ${ref}`)
  return sample.text
}

/** R003 to R005 for every rule whose evidence is missing, or does not do what the rule says. */
export async function proveRules(
  contents: readonly Content<Rule>[],
  store: EvidenceStore,
  chain: Chain,
  catalogue: FieldCatalogue,
  environment: Environment,
  // A rule on alerts is proven on the alerts that the others raise.
  pack: readonly Rule[] = contents.map(({ value }) => value),
): Promise<Diagnostic[]> {
  const told = new Map<string, Promise<Entry[] | undefined>>()
  const entriesOf = (evidence: Evidence) => {
    const key = JSON.stringify(evidence)
    const entries = told.get(key) ?? toEntries(evidence, store, chain, environment)
    told.set(key, entries)
    return entries
  }

  async function judge(
    { file, value: rule }: Content<Rule>,
    evidence: Evidence,
    path: string,
    mustFire: boolean,
  ): Promise<Diagnostic[]> {
    const name = evidenceName(evidence)
    const report = (code: 'R003' | 'R004' | 'R005', message: string, hint?: string): Diagnostic[] => [
      { code, level: 'error', file, path, message, ...(hint === undefined ? {} : { hint }) },
    ]
    const entries = await entriesOf(evidence)
    if (entries === undefined)
      return report('R003', `there is no evidence ${name}`, 'name a file <name>.raw.json or <name>.story.ts')
    const engine = compileRules(readsAlerts(rule) ? pack : [rule], emptyEnvironment, catalogue)
    for (const { as, sort } of orders) {
      const fired = alertsOf(engine, sort(entries)).some((alert) => alert.rule.id === rule.id && counts(rule, alert))
      if (fired === mustFire) continue
      const where = entries.length === 1 ? name : `${name} ${as}`
      return mustFire
        ? report(
            'R004',
            `"${rule.name}" stays quiet on ${where}`,
            'look at the golden beside the sample: which field of the query does the document lack?',
          )
        : report('R005', `"${rule.name}" fires on ${where}`)
    }
    return []
  }

  const findings: Diagnostic[] = []
  for (const content of contents)
    for (const kind of ['fires', 'quiet'] as const)
      for (const [i, evidence] of content.value.tests[kind].entries())
        findings.push(...(await judge(content, evidence, `tests.${kind}[${i}]`, kind === 'fires')))
  return findings
}

/** Everything is new at the begin of a story: what has never been there counts once the history is long enough. */
export function counts(rule: Rule, alert: Alert): boolean {
  return rule.type !== 'new_terms' || alert.settled
}

/**
 * The documents of a piece of evidence in the order of delivery, each once; undefined when there is no such evidence.
 * A sample stands for itself; a story is remembered as a hunt would remember it, in order of event time.
 */
export async function toEntries(
  evidence: Evidence,
  store: EvidenceStore,
  chain: Chain,
  environment: Environment,
): Promise<Entry[] | undefined> {
  const records = evidenceRecords(evidence, store)
  if (records === undefined) return undefined
  const name = evidenceName(evidence)
  const byId = new Map<string, Entry>()
  for (const { raw, delivered } of records) {
    for (const outcome of processText(raw, name, chain)) {
      if (!outcome.ok || byId.has(outcome.id)) continue
      const { document, id, dataset } = outcome
      byId.set(id, { document, id, dataset, visible: Date.parse(delivered ?? eventTime(document)) })
    }
  }
  const entries = [...byId.values()]
  if ('story' in evidence) await makeRemember(new InMemoryStore(), environment)(asItHappened(entries))
  return entries
}

/** Documents of evidence, told once: `entries` of a name, in the order of delivery. */
export interface ToldEvidence {
  readonly name: string
  readonly entries: readonly Entry[]
}

/** The documents of several pieces of evidence; what there is none of has no documents. */
export async function tell(
  evidence: readonly Evidence[],
  store: EvidenceStore,
  chain: Chain,
  environment: Environment,
): Promise<ToldEvidence[]> {
  const told: ToldEvidence[] = []
  for (const each of evidence)
    told.push({ name: evidenceName(each), entries: (await toEntries(each, store, chain, environment)) ?? [] })
  return told
}

function eventTime(document: EcsDocument): string {
  return document['@timestamp'] as string
}

/** A rule has to say the same in Kibana, which sees documents as they arrive, and in a hunt, which sorts them first. */
const orders: readonly { as: string; sort: (entries: readonly Entry[]) => Entry[] }[] = [
  { as: 'as it arrives', sort: (entries) => [...entries] },
  { as: 'as it happened', sort: asItHappened },
]

/** The same documents for a hunt: each seen when it happened. */
export function asItHappened(entries: readonly Entry[]): Entry[] {
  return entries
    .map((entry) => ({ ...entry, visible: Date.parse(eventTime(entry.document)) }))
    .sort((a, b) => a.visible - b.visible || (a.id < b.id ? -1 : 1))
}

/** Every alert of a run over a stream of documents. */
export function alertsOf(engine: RuleEngine, entries: readonly Entry[]): Alert[] {
  const run = engine.start()
  return [...entries.flatMap((entry) => run.take(entry)), ...run.end()]
}
