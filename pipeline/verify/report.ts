// The report of a verification, for an issue: versions, the pack, and the outcome of each rule. It names only our
// evidence, and no server, account or document of the user.
import { redact } from '../errors/redact.ts'
import { inertProse } from '../safe-output/inert-markdown.ts'
import { type Defect, outcomes, type RuleOutcome } from './compare.ts'
import type { ObjectOutcome } from './objects.ts'
import type { Scratch } from './scratch.ts'
import type { Leftover } from './store.ts'
import type { Proof } from './verify.ts'

export interface ReportFacts {
  readonly proof: Proof
  readonly scratch: Scratch
  readonly version: string
  /** A hash of the rules and saved objects of the pack. */
  readonly pack: string
  readonly documents: number
  readonly keep: boolean
  /** Texts that must not be in the report: the addresses of the servers. */
  readonly hidden: readonly string[]
}

/** Checks that there are no defects and no leftovers. */
export function isProven({ rules, objects, leftovers }: Proof): boolean {
  return (
    rules.every(({ defects }) => defects.length === 0) &&
    objects.every(({ defects }) => defects.length === 0) &&
    leftovers.length === 0
  )
}

export function summaryOf({ rules, objects, leftovers }: Proof): string {
  const passed = rules.filter(({ defects }) => defects.length === 0).length
  const opened = objects.filter(({ defects }) => defects.length === 0).length
  const expected = rules.reduce((sum, rule) => sum + rule.expected, 0)
  const raised = rules.reduce((sum, rule) => sum + rule.raised, 0)
  return `${passed} of ${rules.length} rules pass (${raised} of ${expected} alerts), ${opened} of ${objects.length} saved objects open, ${leftovers.length} left to remove`
}

export function reportOf(facts: ReportFacts): string {
  const { proof, scratch, version, pack, documents, keep } = facts
  const { versions, rules, objects, leftovers } = proof
  const inert = (text: string) => inertProse(redact(hide(text, facts.hidden)))
  const row = (...cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const lines = [
    '# Consentry verification',
    '',
    `**${isProven(proof) ? 'Passed' : 'Failed'}**: ${summaryOf(proof)}`,
    '',
    row('', ''),
    row('---', '---'),
    row('Consentry', inert(version)),
    row('Pack', inert(pack)),
    row('Kibana', versions.kibana === '' ? 'unknown' : inert(versions.kibana)),
    row('Elasticsearch', inert(versions.elasticsearch)),
    row('Documents replayed', String(documents)),
    row('Space', inert(scratch.space)),
    row('Namespace', inert(scratch.namespace)),
    '',
    '## Rules',
    '',
    row('Rule', 'Evidence', 'Alerts expected', 'Alerts raised', 'Outcome'),
    row('---', '---:', '---:', '---:', '---'),
    ...rules.map(({ rule, evidence, expected, raised, defects }) =>
      row(inert(rule.name), String(evidence), String(expected), String(raised), outcomeOf(defects)),
    ),
    '',
    ...ruleDetails(rules, inert),
    ...objectLines(objects, inert),
    ...leftoverLines(leftovers, keep, scratch, inert),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}

function outcomeOf(defects: readonly Defect[]): string {
  return defects.length === 0 ? 'passed' : [...new Set(defects.map(({ kind }) => outcomes[kind]))].join(', ')
}

/** More lines of one rule or object add no information. */
const mostLines = 20

function details(name: string, messages: readonly string[], inert: (text: string) => string): string[] {
  const shown = messages.slice(0, mostLines).map((message) => `- ${inert(message)}`)
  const more = messages.length > mostLines ? [`- and ${messages.length - mostLines} more`] : []
  return [`### ${inert(name)}`, '', ...shown, ...more, '']
}

function ruleDetails(rules: readonly RuleOutcome[], inert: (text: string) => string): string[] {
  return rules
    .filter(({ defects }) => defects.length > 0)
    .flatMap(({ rule, defects }) =>
      details(
        rule.name,
        defects.map(({ message }) => message),
        inert,
      ),
    )
}

function objectLines(objects: readonly ObjectOutcome[], inert: (text: string) => string): string[] {
  const wrong = objects.filter(({ defects }) => defects.length > 0)
  return [
    '## Saved objects',
    '',
    `${objects.length - wrong.length} of ${objects.length} dashboards, Discover sessions, data views, tags and templates open.`,
    '',
    ...wrong.flatMap(({ name, defects }) => details(name, defects, inert)),
  ]
}

function leftoverLines(
  leftovers: readonly Leftover[],
  keep: boolean,
  { space, namespace }: Scratch,
  inert: (text: string) => string,
): string[] {
  const title = ['## Clean-up', '']
  if (keep)
    return [...title, `Nothing was removed (--keep): the space ${space} and the namespace ${namespace} remain.`, '']
  if (leftovers.length === 0) return [...title, 'Everything that the verification made is removed.', '']
  return [
    ...title,
    'Remove these by hand:',
    '',
    ...leftovers.map(({ what, reason }) => `- ${inert(what)}: ${inert(reason)}`),
    '',
  ]
}

function hide(text: string, hidden: readonly string[]): string {
  return hidden.reduce((rest, secret) => (secret === '' ? rest : rest.replaceAll(secret, '(server)')), text)
}
