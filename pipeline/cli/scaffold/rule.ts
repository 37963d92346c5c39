import { randomUUID } from 'node:crypto'
import { type ActsByDataset, datasetsWith } from '../../../rules/lib/check-acts.ts'
import { type DatasetName, datasetFacts, datasets } from '../../../rules/lib/datasets.ts'
import { UsageError } from '../exit.ts'
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

/** A sample that does something to an application, or the one asked for, and one of its data set that does something else. */
function chooseEvidence(folder: string, samples: readonly KnownSample[], like: readonly string[]) {
  const own = samples.filter(({ sample }) => folder === 'cross' || sample.ref.startsWith(`${folder}/`))
  const fires = like[0] === undefined ? own.find(({ act }) => act.field === 'oauth.action') : sampleOf(like[0], samples)
  const isMiss = ({ dataset, act }: KnownSample) => dataset === fires?.dataset && act.value !== fires.act.value
  const quiet = like[1] === undefined ? samples.find(isMiss) : sampleOf(like[1], samples)
  if (fires === undefined || quiet === undefined)
    throw new UsageError(
      'name the sample that fires and a near miss: --like VENDOR/SAMPLE VENDOR/OTHER (`consentry new sample` lays one)',
    )
  return { fires, quiet }
}

/** The data sets that tell what the sample tells: all of the vendor that carry its act. */
function datasetsLike({ dataset, act }: KnownSample, acts: ActsByDataset): readonly string[] {
  if (!Object.hasOwn(datasets, dataset) || act.field !== 'oauth.action') return [dataset]
  return datasetsWith(String(act.value), datasetFacts(dataset as DatasetName).vendor, acts)
}

/** A rule that fires on one sample and stays quiet on another. */
export function emitRuleScaffold(text: string, { like = [] }: ScaffoldOptions, acts: ActsByDataset): Scaffold {
  const { folder, name } = splitName(text, vendors)
  if (name === 'scenarios') throw new UsageError('rules/<vendor>/scenarios holds the scenarios that rules share')
  const { fires, quiet } = chooseEvidence(folder, knownSamples(), like)
  const path = `rules/${folder}/${name}/rule.ts`
  const content = `import { rule } from '../../lib/rule.ts'

export default rule({
  id: '${randomUUID()}',
  name: '${toTitle(name)}',
  severity: 'medium',
  attack: ['T1671'],
  datasets: [${datasetsLike(fires, acts)
    .map((dataset) => `'${dataset}'`)
    .join(', ')}],
  language: 'kuery',
  query: '${fires.act.field}: ${JSON.stringify(fires.act.value)}',
  description: 'What happened, and why it matters, for someone who sees the alert for the first time.',
  falsePositives: ['What looks the same and is legitimate.'],
  triage: \`#### What to look at

- **Which application**: \\\`oauth.app.name\\\` and \\\`oauth.app.id\\\`.

#### What to do

1. Ask the owner of the application.\`,
  state: 'draft',
  tests: {
    fires: [{ sample: '${fires.sample.ref}' }],
    quiet: [{ sample: '${quiet.sample.ref}' }],
  },
})
`
  return {
    files: [{ path, text: content }],
    next: [
      `write the query in ${path}, and what it means to the person who gets the alert`,
      'name the samples that must fire and their near misses under tests (`consentry new sample` lays one more)',
      `npm run build, then npx consentry rules test --rule "${toTitle(name)}"; with --watch it builds and tests at every save`,
      `when it stays quiet: npx consentry explain ${fires.sample.rawFile} --rule "${toTitle(name)}"`,
      "when it is ready: take state: 'draft' out, npm run generate, review the difference, npx consentry validate",
    ],
  }
}
