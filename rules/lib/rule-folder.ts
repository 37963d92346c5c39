// A rule is a folder: `rule.ts`, its evidence (`match/` and `no-match/`), and `expected.json`. A scenario in an
// evidence folder is evidence of this rule; `rule.ts` only names samples, and scenarios that several rules share.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Diagnostic } from '../../mappings/kernel/diagnostic.ts'
import { type Content, loadFolders } from '../../mappings/kernel/discover.ts'
import { codeRoot } from '../../mappings/kernel/package-root.ts'
import type { Evidence, Rule, RuleFile } from './rule.ts'
import type { Scenario } from './scenario.ts'

/** All rules of the build in one file: importing each rule separately takes thirty times as long as reading it. */
const packFile = join(codeRoot, 'rules/pack.json')

/** The rules of the pack with the evidence that they name, sorted by folder. */
export async function loadPack(): Promise<Content<Rule>[]> {
  if (!existsSync(packFile)) return withIds(await loadFolders<RuleFile>('rules', 'rule'))
  return JSON.parse(readFileSync(packFile, 'utf8')) as Content<Rule>[]
}

/** Writes the file with all rules for the build. */
export async function savePack(): Promise<void> {
  writeFileSync(packFile, JSON.stringify(withIds(await loadFolders<RuleFile>('rules', 'rule'))))
}

/** Returns the rules with IDs instead of folders in `yields`. The rule check reports a folder without a rule. */
function withIds(files: readonly Content<RuleFile>[]): Content<Rule>[] {
  const ids = new Map<string, string>(
    files.map(({ file, value }) => [folderOf(file).replace(/^rules\//, ''), value.id]),
  )
  return files.map(({ file, value }) => {
    const yields = value.yields?.map((name) => ids.get(name) ?? name)
    const tests = { match: [], noMatch: [], ...value.tests }
    return { file, value: { ...value, ...(yields !== undefined && { yields }), tests } as Rule }
  })
}

/** Returns the folder of a rule file: `rules/m365/owner-added` for `rules/m365/owner-added/rule.ts`. */
export function folderOf(file: string): string {
  return file.replace(/[\\/]rule\.\w+$/, '')
}

const kinds = { match: 'match', 'no-match': 'noMatch' } as const

/** Returns the rule folder of a scenario, and the kind of evidence that it is; undefined for a shared scenario. */
function placeOf(file: string): { folder: string; kind: (typeof kinds)[keyof typeof kinds] } | undefined {
  const [, folder, name] = /^(.*)[\\/](match|no-match)[\\/][^\\/]+$/.exec(file) ?? []
  return folder === undefined ? undefined : { folder, kind: kinds[name as keyof typeof kinds] }
}

/** Returns the rules with the scenarios of their folders as evidence, after the evidence that the rules name. */
export function withOwnScenarios(
  rules: readonly Content<Rule>[],
  scenarios: readonly Content<Scenario>[],
): Content<Rule>[] {
  const placed = scenarios.map(({ file, value }) => ({
    ...placeOf(file),
    evidence: { scenario: value.id } as Evidence,
  }))
  return rules.map(({ file, value }) => {
    const own = placed.filter(({ folder }) => folder === folderOf(file))
    const of = (kind: 'match' | 'noMatch') => [
      ...(value.tests?.[kind] ?? []),
      ...own.filter((each) => each.kind === kind).map(({ evidence }) => evidence),
    ]
    return { file, value: { ...value, tests: { match: of('match'), noMatch: of('noMatch') } } }
  })
}

/**
 * Checks the locations of scenarios, given rules with the scenarios of their folders. C003: two scenarios share an ID.
 * R023: no rule finds a scenario at its location, or a rule names a scenario that is already in a rule folder.
 */
export function checkPlaces(rules: readonly Content<Rule>[], scenarios: readonly Content<Scenario>[]): Diagnostic[] {
  const folders = new Set(rules.map(({ file }) => folderOf(file)))
  const named = rules.flatMap(({ value: { tests } }) =>
    [...tests.match, ...tests.noMatch].flatMap((each) => ('scenario' in each ? [each.scenario as string] : [])),
  )
  const first = new Map<string, string>()
  return scenarios.flatMap(({ file, value: { id } }): Diagnostic[] => {
    const report = (code: 'C003' | 'R023', message: string, hint: string): Diagnostic[] => [
      { code, level: 'error', file, path: '', message, hint },
    ]
    const other = first.get(id)
    if (other !== undefined) return report('C003', `the scenario ID ${id} is not unique`, `see ${other}`)
    first.set(id, file)
    const place = placeOf(file)
    if (place === undefined)
      return [...folders].some((folder) => /^[\\/]/.test(file.slice(folder.length)) && file.startsWith(folder))
        ? report(
            'R023',
            'the scenario is in the folder of a rule that does not use it',
            'move it to match/ or no-match/',
          )
        : []
    if (!folders.has(place.folder))
      return report('R023', 'the parent folder has no rule.ts', `add the rule, or move the scenario`)
    return named.filter((each) => each === id).length === 1
      ? []
      : report(
          'R023',
          `the scenario is in the folder of a rule, but a rule also lists it`,
          'move it to the shared scenarios',
        )
  })
}
