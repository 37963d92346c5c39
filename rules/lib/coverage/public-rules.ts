// Our counterparts of the public detection rules: whether each one exists, and how many public rules have one.
import type { Diagnostic } from '../../../mappings/kernel/diagnostic.ts'
import type { Content } from '../../../mappings/kernel/discover.ts'
import { type PublicRuleSet, publicRuleSets } from '../../attack/public-rules.ts'
import { isExperimental, type Rule } from '../rule.ts'
import { folderOf } from '../rule-folder.ts'

export interface PublicRule {
  readonly name: string
  readonly path: string
  /** Folders of our rules; empty if there is no counterpart. */
  readonly ours: readonly string[]
  /** The counterparts that Kibana runs only if the environment names them. */
  readonly experimental: readonly string[]
  /** The reason why there is no counterpart. */
  readonly reason?: string
}

export interface PublicSetCoverage {
  readonly set: string
  readonly repository: string
  readonly counts: Readonly<Record<Answer, number>>
  readonly rules: readonly PublicRule[]
}

/** `experimental`: all counterparts are experimental. */
export const answers = ['counterpart', 'experimental', 'no rule', 'out of scope'] as const
export type Answer = (typeof answers)[number]

/** Returns each rule set with its rules, sorted by path, and the number of rules for each kind of answer. */
export function publicCoverage(
  rules: readonly Content<Rule>[],
  sets: readonly PublicRuleSet[] = publicRuleSets,
): PublicSetCoverage[] {
  const experimental = new Set(rules.filter(({ value }) => isExperimental(value)).map(({ file }) => folderOf(file)))
  return sets.map(({ name, repository, folder, rules: listed }) => {
    const counts: Record<Answer, number> = { counterpart: 0, experimental: 0, 'no rule': 0, 'out of scope': 0 }
    const all = Object.entries(listed).flatMap(([key, group = {}]) => {
      const gap = gapOf(key)
      const ours = gap === undefined ? key.split(',') : []
      const off = ours.filter((one) => experimental.has(`rules/${one}`))
      const answer = gap ?? (off.length === ours.length ? 'experimental' : 'counterpart')
      counts[answer] += Object.keys(group).length
      return Object.entries(group).map(([path, title]) => ({
        name: title,
        path: folder === '' ? path : `${folder}/${path}`,
        ours,
        experimental: off,
        ...(gap !== undefined && { reason: key }),
      }))
    })
    return { set: name, repository, counts, rules: all.sort((a, b) => (a.path < b.path ? -1 : 1)) }
  })
}

/** Returns the kind of gap that the key of a group names; undefined if the key names counterparts. */
function gapOf(key: string): 'no rule' | 'out of scope' | undefined {
  return (['no rule', 'out of scope'] as const).find((gap) => key.startsWith(`${gap}: `))
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
    const counterparts = Object.keys(listed).filter((key) => gapOf(key) === undefined)
    const folders = new Set(counterparts.flatMap((key) => key.split(',')))
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
