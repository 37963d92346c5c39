import { UsageError } from '../../errors/usage-error.ts'
import {
  checkName,
  knownSamples,
  type Scaffold,
  type ScaffoldOptions,
  sampleOf,
  splitName,
  toTitle,
  vendors,
} from './names.ts'

/** `<vendor>/<name>` for a shared scenario, `<vendor>/<rule>/match/<name>` or `<vendor>/<rule>/no-match/<name>` for one rule. */
function splitPlace(text: string): { folder: string; rule?: string; name: string } {
  const [folder, rule, kind, name, ...more] = text.split('/')
  if (rule === undefined || kind === undefined) return splitName(text, vendors)
  if (name === undefined || more.length > 0 || (kind !== 'match' && kind !== 'no-match'))
    throw new UsageError(`give the name as VENDOR/NAME or VENDOR/RULE/match/NAME; not ${JSON.stringify(text)}`)
  const own = splitName(`${folder}/${rule}`, vendors)
  return { folder: own.folder, rule: `${own.name}/${kind}`, name: checkName(name) }
}

/** A scenario of the given samples, an hour apart. */
export function emitScenarioScaffold(text: string, { like = [] }: ScaffoldOptions): Scaffold {
  const { folder, rule, name } = splitPlace(text)
  const samples = knownSamples()
  const own = samples.filter(({ sample }) => folder === 'cross' || sample.ref.startsWith(`${folder}/`))
  const chosen = like.length > 0 ? like.map((reference) => sampleOf(reference, samples)) : own.slice(0, 2)
  const [first] = chosen
  if (first === undefined) throw new UsageError('name the samples to tell: --like VENDOR/SAMPLE …')
  const steps = chosen.map(({ sample }, hour) => `    { sample: '${sample.ref}', at: 'PT${hour}H' },\n`)
  const path = `rules/${folder}/${rule ?? 'scenarios'}/${name}.scenario.ts`
  const content = `import { scenario } from '${rule === undefined ? '../..' : '../../..'}/lib/scenario.ts'

export default scenario({
  id: '${folder}/${name}',
  title: '${toTitle(name)}',
  start: '${first.time}',
  steps: [
${steps.join('')}  ],
})
`
  return {
    files: [{ path, text: content }],
    next: [
      `write the steps in ${path}: samples, when each happens, what is delivered late or twice, who takes whose place`,
      ...(rule === undefined ? [`name it under tests of the rules: { scenario: '${folder}/${name}' }`] : []),
      'npx consentry validate',
    ],
  }
}
