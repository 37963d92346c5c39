import { randomUUID } from 'node:crypto'
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

/** A sample that does something to an application, and one of the same data set that does something else. */
function chooseEvidence(folder: string, samples: readonly KnownSample[], like: readonly string[]) {
  const own = samples.filter(({ sample }) => folder === 'cross' || sample.ref.startsWith(`${folder}/`))
  const fires = like[0] === undefined ? own.find(({ action }) => action !== undefined) : sampleOf(like[0], samples)
  const isMiss = (other: KnownSample) => other.dataset === fires?.dataset && other.action !== fires.action
  const quiet = like[1] === undefined ? samples.find(isMiss) : sampleOf(like[1], samples)
  if (fires?.action === undefined || quiet === undefined)
    throw new UsageError('name a sample with an oauth.action and a near miss of it: --like VENDOR/SAMPLE VENDOR/OTHER')
  return { fires, action: fires.action, quiet }
}

/** A rule that fires on one sample and stays quiet on another. */
export function emitRuleScaffold(text: string, { like = [] }: ScaffoldOptions): Scaffold {
  const { folder, name } = splitName(text, vendors)
  const { fires, action, quiet } = chooseEvidence(folder, knownSamples(), like)
  const path = `rules/${folder}/${name}.rule.ts`
  const content = `import { rule } from '../lib/rule.ts'

export default rule({
  id: '${randomUUID()}',
  name: '${toTitle(name)}',
  severity: 'medium',
  attack: ['T1671'],
  datasets: ['${fires.dataset}'],
  language: 'kuery',
  query: 'oauth.action: "${action}"',
  description: 'What happened, and why it matters, for someone who sees the alert for the first time.',
  falsePositives: ['What looks the same and is legitimate.'],
  triage: \`#### What to look at

- **Which application**: \\\`oauth.app.name\\\` and \\\`oauth.app.id\\\`.

#### What to do

1. Ask the owner of the application.\`,
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
      'npm run generate, then npx consentry validate',
      `when it stays quiet: npx consentry explain ${fires.sample.rawFile} --rule "${toTitle(name)}"`,
    ],
  }
}
