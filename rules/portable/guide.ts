// The investigation guide of a portable rule: the edition's losses, the full edition's guide, and where its fields are.
import { triageOf } from '../lib/guide.ts'
import { parseKql } from '../lib/query/kql/parse.ts'
import { requiredValues } from '../lib/required-values.ts'
import type { PortableRule } from './edition.ts'
import { lacksAlternative } from './native.ts'

export function guideOf({ rule, source, lost, general }: PortableRule): string {
  const losses = [...lost, ...general]
  const triage = triageOf(rule)
  const fields = [
    ...new Set(
      [...triage.matchAll(/`((?:oauth|saas|service|user\.email|error\.code)[\w.]*)`/g)].map(
        (match) => match[1] as string,
      ),
    ),
  ]
  const known = fields.filter((field) => source.reads[field] !== undefined).sort()
  const unknown = fields
    .filter((field) => source.reads[field] === undefined && /^(?:oauth|saas|service)/.test(field))
    .sort()
  const parts = [
    '## Triage and analysis',
    `### Investigating ${rule.name}`,
    losses.length === 0
      ? ''
      : `#### What this edition loses\n\nCompared with the full edition of Consentry, this rule:\n\n${losses.map((loss) => `- ${loss}`).join('\n')}`,
    lacksAlternative(lost) ? operationsOf(rule.query) : '',
    rule.conditions === undefined ? '' : `#### Conditions\n\n${rule.conditions}`,
    triage,
    rule.evasion === undefined ? '' : `#### How an intruder avoids this rule\n\n${rule.evasion}`,
    known.length === 0
      ? ''
      : `#### Fields of this guide\n\n${known.map((field) => `- \`${field}\`: read ${source.reads[field]}`).join('\n')}`,
    unknown.length === 0 ? '' : `Only the full edition has ${unknown.map((field) => `\`${field}\``).join(', ')}.`,
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

/** Markdown: the operations of which a rule needs one. */
function operationsOf(query: string): string {
  const parsed = parseKql(query)
  const needed = parsed.ok ? requiredValues(parsed.node, 'event.action') : undefined
  if (needed === undefined) return ''
  const names = [...needed].sort().map((name) => `\`${name}\``)
  return `#### Operations\n\nThis form reads only these operations: ${names.join(', ')}.`
}
