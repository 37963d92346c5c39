// Renders the changelog of the rules for analysts from the `changes` of each rule.
import type { Artifact } from '../../mappings/kernel/artifact.ts'
import type { Problem } from '../../mappings/kernel/diagnostic.ts'
import { isExperimental, isShipped, type Rule, type RuleChange } from './rule.ts'

const effects: Readonly<Record<RuleChange['alerts'], string>> = {
  more: 'more alerts',
  fewer: 'fewer alerts',
  other: 'other alerts',
}

/** Returns a change as one line: its version, its effect on the number of alerts, and its description. */
function changeLine({ version, alerts, what }: RuleChange): string {
  return `version ${version}, ${effects[alerts]}: ${what}`
}

/**
 * Problems of the version history: each version above the first needs exactly one change, and no other version may have
 * one.
 */
export function checkChanges(rule: Rule): Problem[] {
  const version = rule.version ?? 1
  const recorded = (rule.changes ?? []).map((change) => change.version)
  const missing = Array.from({ length: version - 1 }, (_, i) => i + 2).filter((each) => !recorded.includes(each))
  const wrong = recorded.flatMap((each, i) => (each < 2 || each > version || recorded.indexOf(each) !== i ? [i] : []))
  return [
    ...missing.map((each) => ({
      path: 'changes',
      message: `version ${each} has no change`,
      hint: `add { version: ${each}, alerts: 'more' | 'fewer' | 'other', what: '…' }`,
    })),
    ...wrong.map((i) => ({
      path: `changes.${i}.version`,
      message: `there is no version ${recorded[i]}, or it has two changes`,
      hint: `add exactly one change for each of the versions 2 to ${version}`,
    })),
  ]
}

/** Renders the changelog of a pack as a Markdown page: shipped rules by name, newest changes first. */
export function renderChangelog(rules: readonly Rule[]): Artifact {
  const byName = [...rules].sort((a, b) => (a.name < b.name ? -1 : 1))
  const shipped = byName.filter(isShipped)
  const changed = shipped.filter(({ version = 1 }) => version > 1)
  const first = shipped.filter(({ version = 1 }) => version === 1)
  const given = byName.filter(({ state }) => state === 'deprecated')
  const lines = [
    '<!-- Made by `npm run generate` from the `changes` of each rule. -->',
    '',
    '# Changes of the rules',
    '',
    'A change to the alerts raises the version of a rule. Texts, evidence and exceptions change without a new version.',
    '',
    ...changed.flatMap((rule) => [
      `## ${rule.name}`,
      '',
      `Version ${rule.version}, severity ${rule.severity}${experimental(rule)}, \`${rule.id}\``,
      '',
      ...[...(rule.changes ?? [])].sort((a, b) => b.version - a.version).map((change) => `- ${changeLine(change)}`),
      '',
    ]),
    ...section('Deprecated', given, (rule) => {
      const successor = rules.find(({ id }) => id === rule.successor)
      return `- ${rule.name}, \`${rule.id}\`: ${successor === undefined ? 'no successor' : `**${successor.name}** replaces it`}`
    }),
    ...section(
      'Unchanged since the first version',
      first,
      (rule) => `- ${rule.name}, severity ${rule.severity}${experimental(rule)}, \`${rule.id}\``,
    ),
  ]
  return { path: 'rules/generated/CHANGELOG.md', text: `${lines.join('\n').trimEnd()}\n` }
}

function experimental(rule: Rule): string {
  return isExperimental(rule) ? ', experimental' : ''
}

function section(title: string, rules: readonly Rule[], line: (rule: Rule) => string): string[] {
  return rules.length === 0 ? [] : [`## ${title}`, '', ...rules.map(line), '']
}
