// All checks of a rule except running its evidence.
import { isDeepStrictEqual } from 'node:util'
import { emptyEnvironment } from '../../mappings/environment/environment.ts'
import type { Diagnostic, DiagnosticCode } from '../../mappings/kernel/diagnostic.ts'
import type { Content } from '../../mappings/kernel/discover.ts'
import { isObject } from '../../mappings/kernel/json.ts'
import { didYouMean } from '../../mappings/kernel/suggest.ts'
import { techniques } from '../attack/techniques.ts'
import { refusedApproval } from './approvals.ts'
import { seenRequirements } from './blind-rules.ts'
import { checkChanges } from './changelog.ts'
import { checkCounting } from './check-counting.ts'
import { checkMembers } from './check-members.ts'
import { checkRuleQuery } from './check-query.ts'
import { datasets } from './datasets.ts'
import { emitRule } from './emit.ts'
import { type KnownOrigin, refusedOrigin } from './known-origins.ts'
import { checkNoiseBudget } from './noise.ts'
import { checkParameters } from './parameters.ts'
import { checkYields } from './precedence.ts'
import { commonCatalog, type FieldCatalog } from './query/catalog.ts'
import { toDiagnostic } from './query/problem.ts'
import { requirements } from './requirements.ts'
import { isShipped, type Rule } from './rule.ts'
import { validateKibanaRule } from './validate-kibana-rule.ts'

/** Returns all findings for all rules, including those that depend on more than one rule. */
export function checkRules(contents: readonly Content<Rule>[], catalog: FieldCatalog = commonCatalog): Diagnostic[] {
  const rules = contents.filter(({ value }) => isRuleShaped(value))
  return [
    ...contents.flatMap((content) => checkRule(content, catalog)),
    ...rules.flatMap((content) => life(content, rules)),
    ...rules.flatMap(({ file, value }) =>
      checkYields(
        value,
        rules.map((content) => content.value),
      ).map((problem): Diagnostic => ({ code: 'R026', level: 'error', file, ...problem })),
    ),
    ...duplicates(rules, 'id', 'C003', 'the ID is not unique'),
    ...duplicates(rules, 'name', 'R007', 'the name is not unique'),
  ]
}

export function checkRule(content: Content<Rule>, catalog: FieldCatalog = commonCatalog): Diagnostic[] {
  const { file, value } = content
  const report: Report = (code, path, message, hint) => ({
    code,
    level: 'error',
    file,
    path,
    message,
    ...(hint === undefined ? {} : { hint }),
  })
  if (!isRuleShaped(value))
    return [report('C001', '', 'the default export is not a rule', 'export default rule({ … })')]
  const found = [
    ...plainData(value, report),
    ...names(value, report),
    ...evidence(value, report),
    ...tuning(value, report),
    ...needs(value, report),
    ...checkMembers(value).map(({ path, message, hint }) => report('R022', path, message, hint)),
    ...checkChanges(value).map(({ path, message, hint }) => report('R019', path, message, hint)),
    ...checkNoiseBudget(content),
  ]
  const queries = checkRuleQuery(value, catalog).map((problem) => toDiagnostic(problem, value.query, file))
  // Results derived from unknown names are only noise: check the names first, then the derived form.
  const derived = found.some(isUnknownName)
    ? []
    : [
        ...counting(value, catalog, report),
        // An unreadable query names no fields; another check already reports it.
        ...emitted(value, catalog, report).filter(({ path }) => path !== 'required_fields' || queries.length === 0),
      ]
  return [...found, ...queries, ...derived]
}

function counting(rule: Rule, catalog: FieldCatalog, report: Report): Diagnostic[] {
  return checkCounting(rule, catalog).map(({ code, path, message, hint }) => report(code, path, message, hint))
}

/** Checks that a deprecated rule names its successor, and only rules for entry, consent and use honor approvals. */
function life({ file, value: rule }: Content<Rule>, rules: readonly Content<Rule>[]): Diagnostic[] {
  const report = (code: 'R013' | 'R014', path: string, message: string, hint: string): Diagnostic[] => [
    { code, level: 'error', file, path, message, hint },
  ]
  const { state, successor, id } = rule
  const found = rules.some(({ value }) => value.id === successor && value.id !== id && isShipped(value))
  const wrong = state === 'deprecated' ? !found : successor !== undefined
  const refused = rule.skipsApprovedApps ? refusedApproval(rule) : undefined
  return [
    ...(wrong
      ? report(
          'R013',
          'successor',
          'a deprecated rule names an active rule as its successor; other rules have no successor',
          'write the ID of the successor',
        )
      : []),
    ...(refused === undefined
      ? []
      : report(
          'R014',
          'skipsApprovedApps',
          `${refused}; an approved application is the most valuable target`,
          'remove skipsApprovedApps, or limit the query to entry, consent or use',
        )),
  ]
}

/** Whether a diagnostic is about a name that no table contains: nothing can be derived from such a name. */
function isUnknownName({ code, path }: Diagnostic): boolean {
  return code === 'R002' || code === 'R008' || (code === 'R017' && path !== 'requires')
}

type Report = (code: DiagnosticCode, path: string, message: string, hint?: string) => Diagnostic

function isRuleShaped(value: unknown): value is Rule {
  return (
    isObject(value) &&
    ['id', 'name', 'query', 'description', 'investigation', 'response'].every(
      (member) => typeof value[member] === 'string',
    ) &&
    ['attack', 'datasets', 'falsePositives'].every((member) => Array.isArray(value[member])) &&
    isObject(value.tests)
  )
}

function plainData(rule: Rule, report: Report): Diagnostic[] {
  return isDeepStrictEqual(rule, JSON.parse(JSON.stringify(rule)))
    ? []
    : [report('C002', '', 'the rule is not identical after a round trip through JSON')]
}

/** Reports the entries of a list member that are missing from a table. */
function unknown(
  report: Report,
  [code, member, noun]: readonly [code: DiagnosticCode, member: string, noun: string],
  names: readonly string[],
  known: object,
): Diagnostic[] {
  return names.flatMap((name, i) =>
    Object.hasOwn(known, name)
      ? []
      : [report(code, `${member}.${i}`, `there is no ${noun} ${name}`, didYouMean(name, Object.keys(known)).hint)],
  )
}

function names(rule: Rule, report: Report): Diagnostic[] {
  return [
    ...unknown(report, ['R002', 'attack', 'ATT&CK technique'], rule.attack, techniques),
    ...unknown(report, ['R008', 'datasets', 'dataset'], rule.datasets, datasets),
  ]
}

/** Checks an environment: parameters point to existing numbers; exclusions do not remove the subject of the rule. */
function tuning(rule: Rule, report: Report): Diagnostic[] {
  const skipped: readonly (readonly [member: 'skipsAdministrators' | 'skipsOwnNetworks', origin: KnownOrigin])[] = [
    ['skipsAdministrators', 'administrators'],
    ['skipsOwnNetworks', 'networks'],
  ]
  return [
    ...checkParameters(rule).map(({ path, message, hint }) => report('R015', path, message, hint)),
    ...skipped.flatMap(([member, origin]) => {
      const refused = rule[member] ? refusedOrigin(rule, origin) : undefined
      return refused === undefined ? [] : [report('R016', member, refused, `remove ${member}`)]
    }),
  ]
}

/** Checks that a rule lists all its requirements, by names that an environment file can declare. */
function needs(rule: Rule, report: Report): Diagnostic[] {
  const declared: readonly string[] = rule.requires ?? []
  return [
    ...unknown(report, ['R017', 'requires', 'requirement'], declared, requirements),
    ...seenRequirements(rule).flatMap((name) =>
      declared.includes(name)
        ? []
        : [report('R017', 'requires', `the rule cannot alert without ${name}`, `add '${name}' to requires`)],
    ),
  ]
}

function evidence(rule: Rule, report: Report): Diagnostic[] {
  return (['match', 'noMatch'] as const).flatMap((kind) => {
    const entries: readonly unknown[] = rule.tests[kind] ?? []
    if (entries.length > 0) return []
    const [wanted, folder] =
      kind === 'match' ? ['a record that it must match', 'match'] : ['a near miss that it must not match', 'no-match']
    const hint = `name ${wanted}, or add a scenario to ${folder}/`
    return [report('R006', `tests.${kind}`, `the rule has no ${kind} evidence`, hint)]
  })
}

function emitted(rule: Rule, catalog: FieldCatalog, report: Report): Diagnostic[] {
  const json: unknown = JSON.parse(JSON.stringify(emitRule(rule, emptyEnvironment, catalog)))
  return validateKibanaRule(json).map(({ path, message }) => report('R001', path, message))
}

function duplicates(
  contents: readonly Content<Rule>[],
  member: 'id' | 'name',
  code: DiagnosticCode,
  message: string,
): Diagnostic[] {
  const first = new Map<string, string>()
  return contents.flatMap(({ file, value }) => {
    const other = first.get(value[member])
    if (other === undefined) {
      first.set(value[member], file)
      return []
    }
    return [
      {
        code,
        level: 'error' as const,
        file,
        path: member,
        message: `${message}: ${value[member]}`,
        hint: `see ${other}`,
      },
    ]
  })
}
