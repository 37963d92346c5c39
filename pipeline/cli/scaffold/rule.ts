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
      'name a sample that must match and a near miss: --like VENDOR/SAMPLE VENDOR/OTHER (run `consentry new sample` to create one)',
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
  if (name === 'scenarios')
    throw new UsageError(
      'the name "scenarios" is reserved: rules/<vendor>/scenarios contains the scenarios that rules share',
    )
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
  description: 'The event and its impact, for an analyst who sees the alert for the first time.',
  falsePositives: ['Legitimate activity that looks the same.'],
  triage: \`#### Possible investigation steps

- **Which application**: \\\`oauth.app.name\\\` and \\\`oauth.app.id\\\`.

#### Response and remediation

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
      `write the query, the description and the triage notes in ${path}`,
      'list the samples that must match and their near misses under tests (run `consentry new sample` to create a sample)',
      `run npm run build and npx consentry rules test --rule "${toTitle(name)}"; add --watch to build and test at each save`,
      `if the rule does not match, run npx consentry explain ${match.sample.rawFile} --rule "${toTitle(name)}"`,
      "when the rule is ready, remove state: 'draft', run npm run generate, review the difference, and run npx consentry validate",
    ],
  }
}
