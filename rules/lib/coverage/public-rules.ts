// Our counterparts of the public detection rules: whether each one exists, and how many public rules have one.
import type { Diagnostic } from '../../../mappings/kernel/diagnostic.ts'
import type { Content } from '../../../mappings/kernel/discover.ts'
import { type PublicRuleSet, publicRuleSets } from '../../attack/public-rules.ts'
import type { Rule } from '../rule.ts'
import { folderOf } from '../rule-folder.ts'

export interface PublicRule {
  readonly name: string
  readonly path: string
  /** Folders of our rules; empty if there is no counterpart. */
  readonly ours: readonly string[]
  /** The reason why there is no counterpart. */
  readonly reason?: string
}

export interface PublicSetCoverage {
  readonly set: string
  readonly repository: string
  readonly counts: Readonly<Record<Answer, number>>
  readonly rules: readonly PublicRule[]
}

export const answers = ['counterpart', 'missing', 'no log', 'out of scope'] as const
export type Answer = (typeof answers)[number]

/** Returns each rule set with its rules, sorted by path, and the number of rules for each kind of answer. */
export function publicCoverage(sets: readonly PublicRuleSet[] = publicRuleSets): PublicSetCoverage[] {
  return sets.map(({ name, repository, folder, rules }) => {
    const counts: Record<Answer, number> = { counterpart: 0, missing: 0, 'no log': 0, 'out of scope': 0 }
    const listed = Object.entries(rules).flatMap(([ours, group = {}]) => {
      counts[answerOf(ours)] += Object.keys(group).length
      return Object.entries(group).map(([path, title]) => ({
        name: title,
        path: folder === '' ? path : `${folder}/${path}`,
        ...(answerOf(ours) === 'counterpart' ? { ours: ours.split(',') } : { ours: [], reason: ours }),
      }))
    })
    return { set: name, repository, counts, rules: listed.sort((a, b) => (a.path < b.path ? -1 : 1)) }
  })
}

function answerOf(ours: string): Answer {
  if (ours === 'missing') return 'missing'
  if (ours === 'no log that Consentry reads') return 'no log'
  return ours.startsWith('out of scope: ') ? 'out of scope' : 'counterpart'
}

/** Returns R025 for a counterpart that is not an alerting rule of the pack, and for a public rule listed twice. */
export function checkPublicRules(
  rules: readonly Content<Rule>[],
  sets: readonly PublicRuleSet[] = publicRuleSets,
): Diagnostic[] {
  const states = new Map(rules.map((content) => [folderOf(content.file), content.value.state ?? 'active']))
  const report = (path: string, message: string, hint: string): Diagnostic => ({
    code: 'R025',
    level: 'error',
    file: 'rules/attack/public-rules.ts',
    path,
    message,
    hint,
  })
  return sets.flatMap(({ name, rules: listed }) => {
    const paths = Object.values(listed).flatMap((group = {}) => Object.keys(group))
    const twice = new Set(paths.filter((path, i) => paths.indexOf(path) !== i))
    const counterparts = Object.keys(listed).filter((ours) => answerOf(ours) === 'counterpart')
    const folders = new Set(counterparts.flatMap((ours) => ours.split(',')))
    return [
      ...[...folders].flatMap((folder) => {
        const state = states.get(`rules/${folder}`)
        if (state === undefined)
          return [report(name, `there is no rule ${folder}`, 'name another rule, or the reason for the gap')]
        if (state === 'draft' || state === 'deprecated')
          return [report(name, `the rule ${folder} is ${state} and raises no alerts`, 'name a rule that alerts')]
        return []
      }),
      ...[...twice].map((path) => report(name, `${path} is listed twice`, 'remove one of the entries')),
    ]
  })
}
