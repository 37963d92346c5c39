// The investigation guide of a rule as Kibana shows it.
import { investigationSection } from './investigation.ts'
import { isExperimental, type Rule } from './rule.ts'

const experimentalNote =
  '> This rule is experimental: so far, only its own tests have triggered it. To run the rule, add its ID to `rules.enabled` in the environment file.'

/** Markdown of the investigation and the response. */
export function triageOf({ investigation, response }: Rule): string {
  return `#### Investigation\n\n${investigation.trim()}\n\n#### Response\n\n${response.trim()}`
}

/** Markdown: what to look at and what to do, then the queries. */
export function guideOf(rule: Rule): string {
  const parts = [
    '## Triage and analysis',
    `### Investigating ${rule.name}`,
    ...(isExperimental(rule) ? [experimentalNote] : []),
    rule.conditions === undefined ? '' : `#### Conditions\n\n${rule.conditions}`,
    triageOf(rule),
    rule.evasion === undefined ? '' : `#### Evasion\n\n${rule.evasion}`,
    investigationSection(rule),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}
