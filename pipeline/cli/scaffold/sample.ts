import { join } from 'node:path'
import { renderScenario } from '../../../rules/lib/scenario.ts'
import { UsageError } from '../../errors/usage-error.ts'
import { type Known, type Scaffold, type ScaffoldOptions, sampleOf, splitName } from './names.ts'

/** Creates a copy of a sample with new IDs, for manual editing. */
export function emitSampleScaffold(
  text: string,
  { like = [], content }: ScaffoldOptions,
  { samples }: Known,
): Scaffold {
  const isOwn = content !== undefined
  const folders = new Set(samples.map(({ sample }) => sample.ref.slice(0, sample.ref.indexOf('/'))))
  const { folder, name } = splitName(text, isOwn ? undefined : [...folders])
  const [reference] = like
  if (reference === undefined) {
    const offered = new Map(
      samples
        .filter(({ sample }) => isOwn || sample.ref.startsWith(`${folder}/`))
        .map((known) => [known.dataset, known.sample.ref]),
    )
    throw new UsageError(
      `name a sample to copy with --like VENDOR/SAMPLE; one sample of each dataset:\n${[...offered].map(([dataset, ref]) => `    ${dataset}: ${ref}`).join('\n')}`,
    )
  }
  const origin = sampleOf(reference, samples)
  if (!isOwn && !origin.sample.ref.startsWith(`${folder}/`))
    throw new UsageError(`${reference} belongs to another vendor; create the new sample in ${origin.folder}`)
  const [recorded] = renderScenario(
    { id: text, title: text, start: origin.time, steps: [{ sample: reference, at: 'PT0S' }] },
    () => origin.sample.text,
  )
  const path = isOwn ? `${text}.raw.json` : `${origin.folder}/${name}.raw.json`
  return {
    files: [{ path, text: recorded?.raw ?? origin.sample.text }],
    next: [
      `edit ${join(content ?? '', path)}; use fictional people and addresses from the documentation ranges`,
      isOwn
        ? `name it as evidence of a rule: { "sample": "${text}" }`
        : `run npm run generate, then review ${path.replace('.raw.json', '.ecs.json')}`,
    ],
  }
}
