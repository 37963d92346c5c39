import { spawnSync } from 'node:child_process'
import { watch } from 'node:fs'
import { join, relative } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { checkDashboards } from '../../dashboards/lib/check-dashboards.ts'
import { type Diagnostic, hasErrors } from '../../mappings/kernel/diagnostic.ts'
import type { Content } from '../../mappings/kernel/discover.ts'
import { packageRoot } from '../../mappings/kernel/package-root.ts'
import { formatWithLine } from '../../mappings/kernel/source-lines.ts'
import type { Rule } from '../../rules/lib/rule.ts'
import { fieldCatalog } from '../catalog.ts'
import { loadProduct, type Product } from '../content-check/check.ts'
import { ContentError } from '../content-check/content-folder.ts'
import { checkRuleContent } from '../content-check/rule-content.ts'
import { type RuleTestResult, testRules } from '../content-check/rule-tests.ts'
import { count } from '../hunt/report/words.ts'
import type { CommonOptions } from './common-options.ts'
import { chooseRule } from './content.ts'
import { reportDiagnostics } from './diagnostics.ts'
import { type ExitCode, exitCodes } from './exit.ts'
import { refuseUnwritable, writeOutFile } from './output.ts'
import { failureLines, junitOf, junitOfErrors, sarifOf } from './report-files.ts'
import { printResult } from './result.ts'

export interface RulesCheckOptions extends CommonOptions {
  readonly sarif?: string
}

export interface RulesTestOptions extends RulesCheckOptions {
  readonly rule?: string
  readonly junit?: string
  readonly watch?: boolean
  readonly mutations: boolean
}

export async function rulesValidateCommand(options: RulesCheckOptions, version: string): Promise<ExitCode> {
  const { diagnostics, checked } = await checkContent(options.content)
  return report(diagnostics, checked, options, version)
}

/** Writes the reports of content that cannot be tested: a pipeline must not read the report of an earlier run. */
async function writeReports(
  diagnostics: readonly Diagnostic[],
  { junit, sarif }: RulesCheckOptions & { readonly junit?: string },
  version: string,
): Promise<void> {
  if (junit !== undefined) await writeOutFile(junit, junitOfErrors(diagnostics))
  if (sarif !== undefined) await writeOutFile(sarif, sarifOf(diagnostics, version))
}

async function report(
  diagnostics: readonly Diagnostic[],
  checked: string,
  options: RulesCheckOptions,
  version: string,
): Promise<ExitCode> {
  await writeReports(diagnostics, options, version)
  return reportDiagnostics(diagnostics, checked, options)
}

/** Returns the problems of the content, including files that do not match the schema of their kind. */
async function checkContent(content?: string): Promise<{ diagnostics: readonly Diagnostic[]; checked: string }> {
  try {
    const product = await loadProduct(content)
    const checked = `${count(product.rules.length, 'rule')}, ${count(product.scenarios.length, 'scenario')}, ${count(product.dashboards.length, 'dashboard')}`
    const dashboards = checkDashboards(product.dashboards, fieldCatalog(product.mappings))
    return { diagnostics: [...checkRuleContent(product), ...dashboards], checked }
  } catch (error) {
    if (error instanceof ContentError) return { diagnostics: error.diagnostics, checked: `${content}` }
    throw error
  }
}

export async function rulesTestCommand(options: RulesTestOptions, version: string): Promise<ExitCode> {
  if (options.watch) return watchAndTest(options)
  for (const path of [options.junit, options.sarif]) if (path !== undefined) await refuseUnwritable(path)
  const product = await loadProduct(options.content).catch(async (error: unknown) => {
    if (error instanceof ContentError) await writeReports(error.diagnostics, options, version)
    throw error
  })
  const rules = options.rule === undefined ? rulesOf(product, options) : [chooseRule(product.rules, options.rule)]
  // Checks a rule together with all others: it may refer to another rule, or have the same ID.
  const files = new Set(rules.map(({ file }) => file))
  const wrong = checkRuleContent(product).filter(({ file }) => options.rule === undefined || files.has(file))
  if (hasErrors(wrong)) return report(wrong, 'the rules', options, version)
  const results = await testRules(rules, {
    store: product.evidence,
    chain: product.chain,
    catalog: fieldCatalog(product.mappings),
    environment: product.environment,
    pack: product.rules.map((content) => content.value),
    mutations: options.mutations,
  })
  const diagnostics = results.flatMap(({ tests, unnoticed }) => [
    ...tests.flatMap(({ failure }) => failure ?? []),
    ...unnoticed,
  ])
  printResult(options, { ok: !hasErrors(diagnostics), rules: results }, () => textOf(results))
  if (options.junit !== undefined) await writeOutFile(options.junit, junitOf(results))
  if (options.sarif !== undefined) await writeOutFile(options.sarif, sarifOf(diagnostics, version))
  return hasErrors(diagnostics) ? exitCodes.found : exitCodes.done
}

/** With `--content`, only the rules of the organization: the rules of the pack are tested before release. */
function rulesOf({ rules }: Product, { content }: RulesTestOptions): readonly Content<Rule>[] {
  return content === undefined ? rules : rules.filter(({ file }) => !relative(content, file).startsWith('..'))
}

function textOf(results: readonly RuleTestResult[]): string[] {
  const tests = results.flatMap((result) => result.tests)
  const failed = tests.filter(({ failure }) => failure !== undefined)
  const unnoticed = results.flatMap((result) => result.unnoticed)
  const changes = results.reduce((sum, result) => sum + result.changes, 0)
  const mutations = changes === 0 ? [] : [`${changes} mutations, ${changes - unnoticed.length} detected by a test`]
  return [
    ...unnoticed.map(formatWithLine),
    ...failed.flatMap(failureLines),
    `${count(results.length, 'rule')}, ${count(tests.length, 'test')}: ${failed.length === 0 ? 'all passed' : `${failed.length} failed`}`,
    ...mutations,
  ]
}

/**
 * Repeats the tests whenever a content file changes. A rule of the checkout is TypeScript and must be compiled first,
 * so the tests run in a separate process. Runs until the process ends.
 */
async function watchAndTest(options: RulesTestOptions): Promise<ExitCode> {
  const folder = options.content ?? join(packageRoot, 'rules')
  const args = process.argv.slice(2).filter((argument) => argument !== '--watch')
  let changed = true
  watch(folder, { recursive: true }, (_, name) => {
    if (name !== null && /(?:\brule|\.scenario|\.raw)\.(?:ts|json)$/.test(name)) changed = true
  })
  for (;;) {
    if (changed) {
      changed = false
      const built = options.content !== undefined || run('npm', ['run', '--silent', 'build'])
      if (built) run(process.execPath, [process.argv[1] as string, ...args])
      console.warn(`waiting for a change in ${folder}`)
    }
    await sleep(200)
  }
}

function run(command: string, args: readonly string[]): boolean {
  return (
    spawnSync(command, args, { cwd: command === 'npm' ? packageRoot : process.cwd(), stdio: 'inherit' }).status === 0
  )
}
