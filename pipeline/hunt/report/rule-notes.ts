// The rules of a report: what each of them means, and what to do about its alerts.
import { createHash } from 'node:crypto'
import type { Environment } from '../../../mappings/environment/environment.ts'
import { severityOf } from '../../../rules/lib/emit.ts'
import { compareSeverity, type Rule, severities } from '../../../rules/lib/rule.ts'
import type { HuntSummary } from '../hunt.ts'
import type { RuleNote } from './model.ts'

/** Rules and versions in a few signs: equal for equal packs. */
export function packOf(rules: readonly Rule[]): string {
  const names = rules.map(({ id, version = 1 }) => `${id} ${version}`).sort()
  return createHash('sha256').update(names.join('\n')).digest('hex').slice(0, 12)
}

/** The field that an alert in Kibana is about: the report shows its value. */
const groupField = /`[^`]+` \(group-by field\)(?:[;,.] ?)?/g

/** The items of a list in the Markdown of a rule, as plain text. */
export function itemsOf(list = ''): string[] {
  const items: string[] = []
  for (const line of list.split('\n')) {
    const [, marked = ''] = /^(?:\d+\.|-) (.*)/.exec(line) ?? []
    const item = marked.replace(groupField, '').replace(/[`*]/g, '')
    // A long list of rules would separate an answer from its question.
    if (/^If (?:not|so|it was not)\b/.test(item)) items.push([...items.splice(-1), item].join(' '))
    else if (item !== '') items.push(item)
  }
  return items
}

export function ruleNotes(
  { alerts }: HuntSummary,
  rules: readonly Rule[],
  environment: Environment,
  shown: ReadonlySet<string>,
): RuleNote[] {
  return alerts.byRule
    .flatMap(({ id, alerts: count, severity: highest }) => {
      const rule = rules.find((each) => each.id === id)
      if (rule === undefined) return []
      const { name, version = 1, attack, description, falsePositives } = rule
      // A fact of a record can raise the severity of an alert above that of its rule.
      const severity = severities.find((each) => each === highest) ?? severityOf(rule, environment)
      const conditions = itemsOf(rule.conditions)
      const investigation = itemsOf(rule.investigation)
      const response = shown.has(id) ? [] : itemsOf(rule.response)
      return [
        {
          id,
          name,
          severity,
          alerts: count,
          version,
          attack,
          description,
          falsePositives,
          conditions,
          investigation,
          response,
        },
      ]
    })
    .sort((a, b) => compareSeverity(b.severity, a.severity) || b.alerts - a.alerts || (a.name < b.name ? -1 : 1))
}
