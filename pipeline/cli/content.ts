// The product's own content as the commands load it.
import { type Content, loadContent } from '../../mappings/kernel/discover.ts'
import { nearest } from '../../mappings/kernel/suggest.ts'
import { checkRule } from '../../rules/lib/check-rules.ts'
import type { Rule } from '../../rules/lib/rule.ts'
import { noContent, readContentFolder } from './content-folder.ts'
import { formatDiagnostic } from './diagnostics.ts'
import { UsageError } from './exit.ts'

/** Rules with the files they stand in, sorted by file name; those of an organisation's own folder behind. */
export async function loadRuleContents(folder?: string): Promise<Content<Rule>[]> {
  const own = folder === undefined ? noContent : readContentFolder(folder)
  return [...(await loadContent<Rule>('rules', 'rule')), ...own.rules]
}

/** What is wrong with a rule whatever the mappings are: it is none, or names what there is not. */
const withoutMappings: readonly string[] = ['C001', 'R002', 'R008']

/**
 * Every rule of the pack, and those of an organisation's own folder. Throws a UsageError where one of these cannot be used;
 * `consentry rules validate` says all that can be said against it.
 */
export async function loadRules(folder?: string): Promise<Rule[]> {
  const contents = await loadRuleContents(folder)
  const refused = contents
    .filter(({ file }) => folder !== undefined && !file.startsWith('rules/'))
    .flatMap((content) => checkRule(content).filter(({ code }) => withoutMappings.includes(code)))
  if (refused.length > 0) throw new UsageError(refused.map(formatDiagnostic).join('\n'))
  return contents.map((content) => content.value)
}

/** The rule of an id or of the beginning of one, of a name, or of a file (`m365/credential-added`). */
export function chooseRule(rules: readonly Content<Rule>[], wanted: string): Content<Rule> {
  const fileName = (file: string) => file.replace(/\.rule\.\w+$/, '')
  const matches = rules.filter(
    ({ file, value: { id, name } }) =>
      id.startsWith(wanted.toLowerCase()) || name === wanted || `/${fileName(file)}`.endsWith(`/${fileName(wanted)}`),
  )
  const [rule] = matches
  if (rule !== undefined && matches.length === 1) return rule
  if (matches.length > 1)
    throw new UsageError(`--rule ${wanted}: ${matches.length} rules are called or begin so; give the whole id`)
  const known = rules.flatMap(({ file, value: { id, name } }) => [id, name, fileName(file).replace(/^rules\//, '')])
  const meant = nearest(wanted, known)
  const hint = meant === undefined ? '`consentry rules list --json` shows the ids' : `did you mean ${meant}?`
  throw new UsageError(`--rule ${wanted}: there is no such rule; ${hint}`)
}
