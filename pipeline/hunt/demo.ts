// The bundled demo: stories of an invented tenant, told as raw records.
import { loadContent } from '../../mappings/kernel/discover.ts'
import { retell, type Story, type Told } from '../../rules/lib/story.ts'
import { makeEvidenceStore, sampleText } from './proof.ts'
import { loadSamples } from './samples.ts'

/** The stories that the demo is made of. */
export const demoStories = ['cross/demo-week', 'cross/demo-attack']

/** The raw records of the demo in the order in which they are delivered, one JSON text each. */
export async function tellDemo(): Promise<Told[]> {
  const stories = (await loadContent<Story>('rules', 'scenario')).map((content) => content.value)
  const store = makeEvidenceStore(loadSamples(), stories)
  return stories
    .filter((story) => demoStories.includes(story.id))
    .flatMap((story) => retell(story, (reference) => sampleText(store, reference)))
    .map((told) => ({ ...told, raw: JSON.stringify(JSON.parse(told.raw)) }))
    .sort((a, b) => (a.delivered < b.delivered ? -1 : a.delivered > b.delivered ? 1 : 0))
}
