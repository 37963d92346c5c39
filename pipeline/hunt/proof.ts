// Proves rules on their evidence: from the raw record, through the real mapping and the real query, to the alert.

import { emptyEnvironment } from '../../mappings/environment/environment.ts'
import type { Diagnostic } from '../../mappings/kernel/diagnostic.ts'
import type { Content } from '../../mappings/kernel/discover.ts'
import { compileRules } from '../../rules/lib/engine.ts'
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

/** The raw texts of a piece of evidence in the order of delivery; undefined when there is no such evidence. */
export function evidenceTexts(evidence: Evidence, store: EvidenceStore): string[] | undefined {
  if ('sample' in evidence) {
    const sample = store.samples.get(evidence.sample)
    return sample === undefined ? undefined : [sample.text]
  }
  const story = store.stories.get(evidence.story)
  return story === undefined ? undefined : retell(story, (ref) => sampleText(store, ref)).map((step) => step.raw)
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
    const fires = (text: string) =>
      processText(text, file, chain).some(
        (outcome) => outcome.ok && engine.match(outcome.document, outcome.dataset).length > 0,
      )
    const judge = (evidence: Evidence, path: string, mustFire: boolean): Diagnostic[] => {
      const name = 'sample' in evidence ? evidence.sample : evidence.story
      const texts = evidenceTexts(evidence, store)
      if (texts === undefined) {
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
      if (texts.some(fires) === mustFire) return []
      return mustFire
        ? [
            {
              code: 'R004',
              level: 'error',
              file,
              path,
              message: `"${rule.name}" stays quiet on ${name}`,
              hint: 'look at the golden beside the sample: which field of the query does the document lack?',
            },
          ]
        : [{ code: 'R005', level: 'error', file, path, message: `"${rule.name}" fires on ${name}` }]
    }
    return [
      ...rule.tests.fires.flatMap((evidence, i) => judge(evidence, `tests.fires[${i}]`, true)),
      ...rule.tests.quiet.flatMap((evidence, i) => judge(evidence, `tests.quiet[${i}]`, false)),
    ]
  })
}
