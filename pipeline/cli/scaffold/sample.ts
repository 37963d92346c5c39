import { renderScenario } from '../../../rules/lib/scenario.ts'
import { UsageError } from '../../errors/usage-error.ts'
import { knownSamples, type Scaffold, type ScaffoldOptions, sampleOf, splitName } from './names.ts'

/** A sample like another one, with ids of its own, to be changed by hand. */
export function emitSampleScaffold(text: string, { like = [] }: ScaffoldOptions): Scaffold {
  const samples = knownSamples()
  const folders = new Set(samples.map(({ sample }) => sample.ref.slice(0, sample.ref.indexOf('/'))))
  const { folder, name } = splitName(text, [...folders])
  const [reference] = like
  if (reference === undefined) {
    const offered = new Map(
      samples
        .filter(({ sample }) => sample.ref.startsWith(`${folder}/`))
        .map((known) => [known.dataset, known.sample.ref]),
    )
    throw new UsageError(
      `name a sample to copy with --like VENDOR/SAMPLE; one sample of each dataset:\n${[...offered].map(([dataset, ref]) => `    ${dataset}: ${ref}`).join('\n')}`,
    )
  }
  const origin = sampleOf(reference, samples)
  if (!origin.sample.ref.startsWith(`${folder}/`))
    throw new UsageError(`${reference} belongs to another vendor; create the new sample in ${origin.folder}`)
  const [recorded] = renderScenario(
    { id: text, title: text, start: origin.time, steps: [{ sample: reference, at: 'PT0S' }] },
    () => origin.sample.text,
  )
  const path = `${origin.folder}/${name}.raw.json`
  return {
    files: [{ path, text: recorded?.raw ?? origin.sample.text }],
    next: [
      `edit ${path}; use fictional people and addresses from the documentation ranges`,
      `run npm run generate, then review ${path.replace('.raw.json', '.ecs.json')}`,
    ],
  }
}
