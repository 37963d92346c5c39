// The golden file of a rule: its alerts on every scenario of the pack, with the time span and the number of events of
// each alert. After a change of a rule, review the difference, as for the golden files of samples.
import type { Artifact } from '../../mappings/kernel/artifact.ts'
import type { Content } from '../../mappings/kernel/discover.ts'
import { type Json, prettyJson } from '../../mappings/kernel/json.ts'
import type { Alert, RuleEngine } from '../../rules/lib/engine.ts'
import type { Rule } from '../../rules/lib/rule.ts'
import { folderOf } from '../../rules/lib/rule-folder.ts'
import { alertsOf, asItHappened, type RenderedEvidence } from './proof.ts'

export function renderExpected(
  rules: readonly Content<Rule>[],
  scenarios: readonly RenderedEvidence[],
  engine: RuleEngine,
): Artifact[] {
  const recorded = scenarios.map(({ name, entries }) => ({ name, alerts: alertsOf(engine, asItHappened(entries)) }))
  return rules.map(({ file, value }) => {
    const found = recorded.flatMap(({ name, alerts }): [string, Json][] => {
      const own = alerts.filter(({ rule }) => rule.id === value.id)
      return own.length === 0 ? [] : [[name, own.map(toLine).sort(byText) as unknown as Json]]
    })
    return { path: `${folderOf(file)}/expected.json`, text: prettyJson(Object.fromEntries(found)) }
  })
}

function toLine({ settled, events }: Alert): object {
  const times = events.map((event) => event['@timestamp']).sort()
  return { settled, from: times[0] ?? '', to: times.at(-1) ?? '', events: events.length }
}

function byText(a: object, b: object): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1
}
