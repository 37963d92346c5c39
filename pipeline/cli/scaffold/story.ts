import { UsageError } from '../exit.ts'
import { knownSamples, type Scaffold, type ScaffoldOptions, sampleOf, splitName, toTitle, vendors } from './names.ts'

/** A story of the given samples, an hour apart. */
export function emitStoryScaffold(text: string, { like = [] }: ScaffoldOptions): Scaffold {
  const { folder, name } = splitName(text, vendors)
  const samples = knownSamples()
  const own = samples.filter(({ sample }) => folder === 'cross' || sample.ref.startsWith(`${folder}/`))
  const chosen = like.length > 0 ? like.map((reference) => sampleOf(reference, samples)) : own.slice(0, 2)
  const [first] = chosen
  if (first === undefined) throw new UsageError('name the samples to tell: --like VENDOR/SAMPLE …')
  const steps = chosen.map(({ sample }, hour) => `    { sample: '${sample.ref}', at: 'PT${hour}H' },\n`)
  const path = `rules/${folder}/${name}.story.ts`
  const content = `import { story } from '../lib/story.ts'

export default story({
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
      `name it under tests of a rule: { story: '${folder}/${name}' }`,
      'npx consentry validate',
    ],
  }
}
