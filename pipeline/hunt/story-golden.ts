// The golden of a story: which rules alert on it, and on which stretch of it. Regenerated and reviewed like those of samples,
// so a rule that alerts on more or on less than it did shows in a difference, whoever's story it is.
import type { Artifact } from '../../mappings/kernel/artifact.ts'
import type { Content } from '../../mappings/kernel/discover.ts'
import { type Json, prettyJson } from '../../mappings/kernel/json.ts'
import type { Alert, RuleEngine } from '../../rules/lib/engine.ts'
import type { Story } from '../../rules/lib/story.ts'
import { alertsOf, asItHappened, type ToldEvidence } from './proof.ts'

/** `<name>.alerts.json` beside `<name>.story.ts`. */
export function storyGoldenFile(file: string): string {
  return file.replace(/\.story\.(?:ts|json)$/, '.alerts.json')
}

/** The golden of a story that has been told. */
export function renderStoryGolden({ file }: Content<Story>, { entries }: ToldEvidence, engine: RuleEngine): Artifact {
  const alerts = alertsOf(engine, asItHappened(entries)).map(toLine).sort(byText)
  return { path: storyGoldenFile(file), text: prettyJson({ alerts: alerts as unknown as Json }) }
}

/** One alert: what it counts, by the times of its first and last event. */
function toLine({ rule, settled, events }: Alert): object {
  const times = events.map((event) => event['@timestamp']).sort()
  return { rule: rule.name, settled, from: times[0] ?? '', to: times.at(-1) ?? '', events: events.length }
}

function byText(a: object, b: object): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1
}
