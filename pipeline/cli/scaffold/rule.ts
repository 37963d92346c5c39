import { randomUUID } from 'node:crypto'
import { type ActsByDataset, datasetsWith } from '../../../rules/lib/check-acts.ts'
import { type DatasetName, datasetFacts, datasets } from '../../../rules/lib/datasets.ts'
import { UsageError } from '../../errors/usage-error.ts'
import {
  type KnownSample,
  knownSamples,
  type Scaffold,
  type ScaffoldOptions,
  sampleOf,
  splitName,
  toTitle,
  vendors,
} from './names.ts'

/** A sample that does something to an application, or the one asked for, and one of its dataset that does something else. */
function chooseEvidence(folder: string, samples: readonly KnownSample[], like: readonly string[]) {
  const own = samples.filter(({ sample }) => folder === 'cross' || sample.ref.startsWith(`${folder}/`))
  const match = like[0] === undefined ? own.find(({ act }) => act.field === 'oauth.action') : sampleOf(like[0], samples)
  const isMiss = ({ dataset, act }: KnownSample) => dataset === match?.dataset && act.value !== match.act.value
  const noMatch = like[1] === undefined ? samples.find(isMiss) : sampleOf(like[1], samples)
  if (match === undefined || noMatch === undefined)
    throw new UsageError(
      'name a sample that must match and a near miss: --like VENDOR/SAMPLE VENDOR/OTHER (`consentry new sample` lays one)',
    )
  return { match, noMatch }
}

/** The datasets that tell what the sample tells: all of the vendor that carry its act. */
function datasetsLike({ dataset, act }: KnownSample, acts: ActsByDataset): readonly string[] {
  if (!Object.hasOwn(datasets, dataset) || act.field !== 'oauth.action') return [dataset]
  return datasetsWith(String(act.value), datasetFacts(dataset as DatasetName).vendor, acts)
}

/** A rule that matches one sample and does not match another. */
export function emitRuleScaffold(text: string, { like = [] }: ScaffoldOptions, acts: ActsByDataset): Scaffold {
  const { folder, name } = splitName(text, vendors)
  if (name === 'scenarios') throw new UsageError('rules/<vendor>/scenarios holds the scenarios that rules share')
  const { match, noMatch } = chooseEvidence(folder, knownSamples(), like)
  const path = `rules/${folder}/${name}/rule.ts`
  const content = `import { rule } from '../../lib/rule.ts'

export default rule({
  id: '${randomUUID()}',
  name: '${toTitle(name)}',
  severity: 'medium',
  attack: ['T1671'],
  datasets: [${datasetsLike(match, acts)
    .map((dataset) => `'${dataset}'`)
    .join(', ')}],
  language: 'kuery',
  query: '${match.act.field}: ${JSON.stringify(match.act.value)}',
  description: 'What happened, and why it matters, for someone who sees the alert for the first time.',
  falsePositives: ['What looks the same and is legitimate.'],
  triage: \`#### What to look at

- **Which application**: \\\`oauth.app.name\\\` and \\\`oauth.app.id\\\`.

#### What to do

1. Ask the owner of the application.\`,
  state: 'draft',
  tests: {
    match: [{ sample: '${match.sample.ref}' }],
    noMatch: [{ sample: '${noMatch.sample.ref}' }],
  },
})
`
  return {
    files: [{ path, text: content }],
    next: [
      `write the query in ${path}, and what it means to the person who gets the alert`,
      'name the samples that must match and their near misses under tests (`consentry new sample` lays one more)',
      `npm run build, then npx consentry rules test --rule "${toTitle(name)}"; with --watch it builds and tests at every save`,
      `if it does not match: npx consentry explain ${match.sample.rawFile} --rule "${toTitle(name)}"`,
      "when it is ready: take state: 'draft' out, npm run generate, review the difference, npx consentry validate",
    ],
  }
}
