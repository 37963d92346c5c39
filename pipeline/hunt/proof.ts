// Proves rules on their evidence: from the raw record, through the real mapping and the real query, to the alert.
import { emptyEnvironment } from '../../mappings/environment/environment.ts'
import type { EcsDocument } from '../../mappings/fields/document.ts'
import type { Diagnostic } from '../../mappings/kernel/diagnostic.ts'
import type { Content } from '../../mappings/kernel/discover.ts'
import { type Alert, compileRules, type Entry, type RuleEngine } from '../../rules/lib/engine.ts'
import type { FieldCatalogue } from '../../rules/lib/query/catalogue.ts'
import type { Evidence, Rule } from '../../rules/lib/rule.ts'
import { retell, type Story } from '../../rules/lib/story.ts'
import type { Chain } from '../chain.ts'
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
export function proveRules(
  contents: readonly Content<Rule>[],
  store: EvidenceStore,
  chain: Chain,
  catalogue: FieldCatalogue,
): Diagnostic[] {
  return contents.flatMap(({ file, value: rule }) => {
    const engine = compileRules([rule], emptyEnvironment, catalogue)
    const judge = (evidence: Evidence, path: string, mustFire: boolean): Diagnostic[] => {
      const name = 'sample' in evidence ? evidence.sample : evidence.story
      const records = evidenceRecords(evidence, store)
      if (records === undefined) {
        return [
          {
            code: 'R003',
            level: 'error',
            file,
            path,
            message: `there is no evidence ${name}`,
            hint: 'name a file <name>.raw.json or <name>.story.ts',
          },
        ]
      }
      const entries = toEntries(records, file, chain)
      return orders
        .flatMap(({ as, sort }): Diagnostic[] => {
          const fired = alertsOf(engine, sort(entries)).some((alert) => alert.rule.id === rule.id)
          if (fired === mustFire) return []
          const told = records.length === 1 ? name : `${name} ${as}`
          return mustFire
            ? [
                {
                  code: 'R004',
                  level: 'error',
                  file,
                  path,
                  message: `"${rule.name}" stays quiet on ${told}`,
                  hint: 'look at the golden beside the sample: which field of the query does the document lack?',
                },
              ]
            : [{ code: 'R005', level: 'error', file, path, message: `"${rule.name}" fires on ${told}` }]
        })
        .slice(0, 1)
    }
    return [
      ...rule.tests.fires.flatMap((evidence, i) => judge(evidence, `tests.fires[${i}]`, true)),
      ...rule.tests.quiet.flatMap((evidence, i) => judge(evidence, `tests.quiet[${i}]`, false)),
    ]
  })
}

/** The documents of a piece of evidence in the order of delivery, each once. */
function toEntries(records: readonly Delivered[], source: string, chain: Chain): Entry[] {
  const byId = new Map<string, Entry>()
  for (const { raw, delivered } of records) {
    for (const outcome of processText(raw, source, chain)) {
      if (!outcome.ok || byId.has(outcome.id)) continue
      const { document, id, dataset } = outcome
      byId.set(id, { document, id, dataset, visible: Date.parse(delivered ?? eventTime(document)) })
    }
  }
  return [...byId.values()]
}

function eventTime(document: EcsDocument): string {
  return document['@timestamp'] as string
}

/** A rule has to say the same in Kibana, which sees documents as they arrive, and in a hunt, which sorts them first. */
const orders: readonly { as: string; sort: (entries: readonly Entry[]) => Entry[] }[] = [
  { as: 'as it arrives', sort: (entries) => [...entries] },
  {
    as: 'as it happened',
    sort: (entries) =>
      entries
        .map((entry) => ({ ...entry, visible: Date.parse(eventTime(entry.document)) }))
        .sort((a, b) => a.visible - b.visible || (a.id < b.id ? -1 : 1)),
  },
]

function alertsOf(engine: RuleEngine, entries: readonly Entry[]): Alert[] {
  const run = engine.start()
  return [...entries.flatMap((entry) => run.take(entry)), ...run.end()]
}
