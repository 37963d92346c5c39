// The product's own content as the commands load it.
import type { Content } from '../../mappings/kernel/discover.ts'
import { nearest } from '../../mappings/kernel/suggest.ts'
import type { Rule } from '../../rules/lib/rule.ts'
import { folderOf, loadPack } from '../../rules/lib/rule-folder.ts'
import { UsageError } from '../errors/usage-error.ts'
import { printable } from './terminal.ts'
import { severalMatch } from './unread.ts'

/** Rules with their files, sorted by file name; the rules of an organization's folder follow. */
export async function loadRuleContents(folder?: string): Promise<Content<Rule>[]> {
  const pack = await loadPack()
  if (folder === undefined) return pack
  const { loadFolderRules } = await import('../content-check/content-folder.ts')
  return [...pack, ...(await loadFolderRules(folder, pack))]
}

/** The reasons why hunts and deployments omit rules in these states, each with the fix. */
export const restingStates = {
  draft: 'it is a draft; remove "state": "draft" when the rule is ready',
  deprecated: 'it is deprecated; use its successor',
} as const

/** Prints the rules of an organization's folder that do not run: somebody may expect their alerts. */
export async function reportRestingRules(
  contents: readonly Content<Rule>[],
  folder: string | undefined,
): Promise<void> {
  if (folder === undefined) return
  const pack = new Set((await loadPack()).map(({ file }) => file))
  for (const { file, value } of contents)
    if (!pack.has(file) && (value.state === 'draft' || value.state === 'deprecated'))
      console.error(
        `consentry: the rule "${printable(value.name)}" (${printable(file)}) does not run, because ${restingStates[value.state]}`,
      )
}

export async function loadRules(folder?: string): Promise<Rule[]> {
  return (await loadRuleContents(folder)).map((content) => content.value)
}

/** Returns the rule for an ID or its beginning, a name or part of one, or a file (`m365/credential-added`). */
export function chooseRule(rules: readonly Content<Rule>[], wanted: string, option = '--rule'): Content<Rule> {
  const called = rules.filter(
    ({ file, value: { name } }) => name === wanted || `/${folderOf(file)}`.endsWith(`/${folderOf(wanted)}`),
  )
  const text = wanted.toLowerCase()
  const byId = rules.filter(({ value }) => value.id.startsWith(text))
  const byPart = rules.filter(({ value }) => value.name.toLowerCase().includes(text))
  const matches = [called, byId, byPart].find((found) => found.length > 0) ?? []
  const [rule] = matches
  if (rule !== undefined && matches.length === 1) return rule
  if (matches.length > 1)
    throw severalMatch(
      `${option} ${wanted}`,
      'rules',
      matches.map(({ value: { id, name } }) => `${id}  ${name}`),
    )
  const known = rules.flatMap(({ file, value: { id, name } }) => [id, name, folderOf(file).replace(/^rules\//, '')])
  const meant = nearest(wanted, known)
  const hint = meant === undefined ? 'run `consentry rules list --json` to list the IDs' : `did you mean ${meant}?`
  throw new UsageError(`${option} ${wanted}: unknown rule; ${hint}`)
}
