// The test report of rules: one line for each piece of evidence, and the facts for fixing a failure.
import { type Environment, emptyEnvironment } from '../../mappings/environment/environment.ts'
import type { Diagnostic } from '../../mappings/kernel/diagnostic.ts'
import type { Content } from '../../mappings/kernel/discover.ts'
import { fieldValues, splitPath } from '../../mappings/kernel/path.ts'
import { explainRule, nearestMiss } from '../../rules/lib/explain.ts'
import { ruleFields } from '../../rules/lib/portable.ts'
import type { FieldCatalog } from '../../rules/lib/query/catalog.ts'
import type { Evidence, Rule } from '../../rules/lib/rule.ts'
import type { Chain } from '../chain.ts'
import { type AllEvidence, proveMutations } from './mutation-proof.ts'
import {
  type EvidenceStore,
  evidenceName,
  evidencePath,
  proveRules,
  type RenderedEntry,
  renderEvidence,
  renderScenarios,
} from './proof.ts'

export interface RuleTest {
  readonly path: string
  readonly evidence: string
  readonly mustMatch: boolean
  readonly failure?: Diagnostic
  /** The documents of failed evidence, with the result of each clause. */
  readonly documents: readonly FailedDocument[]
}

interface FailedDocument {
  readonly record: string
  readonly id: string
  readonly dataset: string
  /** The fields that the rule reads, with their values in the document. */
  readonly fields: Readonly<Record<string, unknown>>
  /** Failed clauses in the text of the query; none for evidence that must not match. */
  readonly failed: readonly string[]
}

export interface RuleTestResult {
  readonly file: string
  readonly id: string
  readonly name: string
  readonly tests: readonly RuleTest[]
  /** The number of mutations of the rule, and the mutations that no evidence detects. */
  readonly changes: number
  readonly unnoticed: readonly Diagnostic[]
}

export interface RuleTestOptions {
  readonly store: EvidenceStore
  readonly chain: Chain
  readonly catalog: FieldCatalog
  readonly environment: Environment
  /** All rules, because a rule on alerts reads the alerts of other rules. */
  readonly pack: readonly Rule[]
  readonly mutations: boolean
}

/** Runs the tests of rules. The content checks report rules with invalid queries. */
export async function testRules(rules: readonly Content<Rule>[], options: RuleTestOptions): Promise<RuleTestResult[]> {
  const { store, chain, catalog, environment, pack, mutations } = options
  let all: AllEvidence | undefined
  const results: RuleTestResult[] = []
  for (const content of rules) {
    const { file, value: rule } = content
    const findings = await proveRules([content], store, chain, catalog, environment, pack)
    const tests: RuleTest[] = []
    for (const kind of ['match', 'noMatch'] as const)
      for (const evidence of rule.tests[kind]) {
        const path = evidencePath(kind, evidence)
        const failure = findings.find((finding) => finding.path === path)
        const entries =
          failure === undefined ? [] : await renderEvidence(evidence, 'as it happened', store, chain, environment, pack)
        tests.push({
          path,
          evidence: evidenceName(evidence),
          mustMatch: kind === 'match',
          ...(failure === undefined ? {} : { failure }),
          documents: failure === undefined ? [] : describe(rule, entries ?? [], options),
        })
      }
    // A rule that fails its tests is corrected first.
    const isTried = mutations && findings.length === 0
    if (isTried) all ??= await observeAll(options)
    const tried = isTried && all ? proveMutations(content, all, catalog, pack) : undefined
    const { id, name } = rule
    results.push({ file, id, name, tests, changes: tried?.mutants ?? 0, unnoticed: tried?.findings ?? [] })
  }
  return results
}

async function observeAll({ store, chain, environment, pack }: RuleTestOptions): Promise<AllEvidence> {
  const samples = [...store.samples.keys()].map((sample) => ({ sample }) as Evidence)
  const scenarios = [...store.scenarios.keys()].map((scenario) => ({ scenario }) as Evidence)
  return {
    samples: await renderScenarios(samples, store, chain, environment, pack),
    scenarios: await renderScenarios(scenarios, store, chain, environment, pack),
  }
}

function describe(rule: Rule, entries: readonly RenderedEntry[], { catalog }: RuleTestOptions): FailedDocument[] {
  const explain = explainRule(rule, emptyEnvironment, catalog)
  const paths = ruleFields(rule).map((field) => [field, splitPath(field)] as const)
  return entries.map(({ document, id, dataset, raw }) => {
    const { query, verdict } = explain(document, dataset)
    const found = paths.map(([field, path]) => [field, fieldValues(document, path)] as const)
    const elsewhere = verdict === 'other_dataset' ? [`the rule does not look at ${dataset}`] : []
    return {
      record: raw ?? '',
      id,
      dataset,
      fields: Object.fromEntries(found.map(([field, values]) => [field, values.length === 1 ? values[0] : values])),
      failed: [...elsewhere, ...nearestMiss(query).map(({ text }) => text)],
    }
  })
}
