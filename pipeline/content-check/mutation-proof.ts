// Tests the evidence with mutations: changes a rule in one place, and expects some evidence to detect the change. An
// undetected mutation shows a clause without a proven effect, or a field that no evidence needs.
import { emptyEnvironment } from '../../mappings/environment/environment.ts'
import type { EcsDocument } from '../../mappings/fields/document.ts'
import type { Diagnostic } from '../../mappings/kernel/diagnostic.ts'
import type { Content } from '../../mappings/kernel/discover.ts'
import { isObject, type Json, type JsonObject } from '../../mappings/kernel/json.ts'
import { splitPath } from '../../mappings/kernel/path.ts'
import { compileRules } from '../../rules/lib/engine.ts'
import { readsAlerts } from '../../rules/lib/filters.ts'
import { mutateRule } from '../../rules/lib/mutate/mutate-rule.ts'
import { ruleFields } from '../../rules/lib/portable.ts'
import type { FieldCatalog } from '../../rules/lib/query/catalog.ts'
import { type Rule, ruleType } from '../../rules/lib/rule.ts'
import { alertsOf, asItHappened, counts, evidenceName, type RenderedEvidence } from './proof.ts'

/** All evidence with golden files. */
export interface AllEvidence {
  readonly samples: readonly RenderedEvidence[]
  readonly scenarios: readonly RenderedEvidence[]
}

export interface MutationResult {
  readonly mutants: number
  /** R011 for each mutation that no evidence detects. */
  readonly findings: readonly Diagnostic[]
}

/**
 * Tries every mutation of a rule on all evidence with a recorded result: all scenarios, and samples if the rule reads
 * single documents or names the samples itself.
 */
export function proveMutations(
  { file, value: rule }: Content<Rule>,
  evidence: AllEvidence,
  catalog: FieldCatalog,
  pack: readonly Rule[] = [rule],
): MutationResult {
  const others = readsAlerts(rule) ? pack.filter(({ id }) => id !== rule.id) : []
  const own = new Set([...rule.tests.match, ...rule.tests.noMatch].map(evidenceName))
  const { samples, scenarios } = evidence
  const recorded = [...samples.filter(({ name }) => readsSingleDocuments(rule) || own.has(name)), ...scenarios]
  const looked = recorded.map(({ name, entries }) => ({
    name,
    entries: entries.filter(
      ({ dataset }) => readsAlerts(rule) || (rule.datasets as readonly string[]).includes(dataset),
    ),
  }))
  const verdicts = judge(rule, looked, catalog, others)
  const findings: Diagnostic[] = []
  const report = (path: string, message: string) =>
    findings.push({
      code: 'R011',
      level: 'warning',
      file,
      path,
      message: `no evidence notices that ${message}`,
      hint: 'list evidence that distinguishes the two',
    })

  const mutants = mutateRule(rule)
  for (const { rule: changed, change, what, path } of mutants)
    if (judge(changed, looked, catalog, others) === verdicts) report(path, `${JSON.stringify(what)} is ${change}`)

  // The engine creates the documents for a rule on alerts during the run, so their fields are not tested.
  const fields = readsAlerts(rule) ? [] : ruleFields(rule)
  for (const field of fields) {
    const segments = splitPath(field)
    const without = looked.map(({ name, entries }) => ({
      name,
      entries: entries.map((entry) => ({ ...entry, document: drop(entry.document, segments) as EcsDocument })),
    }))
    if (judge(rule, without, catalog, others) === verdicts) report('query', `the documents have lost ${field}`)
  }
  return { mutants: mutants.length + fields.length, findings }
}

function readsSingleDocuments(rule: Rule): boolean {
  return ruleType(rule) === 'query'
}

/**
 * The results of a rule on every piece of evidence, as one text; a changed rule that cannot run is a separate result.
 */
function judge(
  rule: Rule,
  recorded: readonly RenderedEvidence[],
  catalog: FieldCatalog,
  others: readonly Rule[],
): string {
  const engine = tryCompile([...others, rule], catalog)
  if (engine === undefined) return 'cannot be run'
  const verdicts = recorded.map(({ entries }) =>
    readsSingleDocuments(rule)
      ? entries.filter(({ document, dataset }) => engine.match(document, dataset).length > 0).map(({ id }) => id)
      : alertsOf(engine, asItHappened(entries))
          .filter((alert) => alert.rule.id === rule.id && counts(rule, alert))
          .map(({ events }) => events.map(({ _id }) => _id).join('+')),
  )
  return JSON.stringify(verdicts)
}

function tryCompile(rules: readonly Rule[], catalog: FieldCatalog) {
  try {
    return compileRules(rules, emptyEnvironment, catalog)
  } catch {
    return undefined
  }
}

/** Returns a document without a field. Copies only the changed parts. */
function drop(value: Json | EcsDocument | undefined, segments: readonly string[], from = 0): unknown {
  if (Array.isArray(value)) return value.map((element) => drop(element, segments, from))
  if (!isObject(value)) return value
  const object: JsonObject = { ...value }
  let name = ''
  for (let i = from; i < segments.length; i++) {
    name = i === from ? (segments[i] as string) : `${name}.${segments[i]}`
    if (object[name] === undefined) continue
    if (i === segments.length - 1) delete object[name]
    else object[name] = drop(object[name], segments, i + 1) as Json
  }
  return object
}
