import type { Diagnostic } from '../../mappings/kernel/diagnostic.ts'
import type { Content } from '../../mappings/kernel/discover.ts'
import { didYouMean } from '../../mappings/kernel/suggest.ts'
import { checkActs } from '../../rules/lib/check-acts.ts'
import { checkRules } from '../../rules/lib/check-rules.ts'
import { isShipped, type Rule, ruleType } from '../../rules/lib/rule.ts'
import { checkPlaces } from '../../rules/lib/rule-folder.ts'
import { checkReplacements, checkScenario, type Scenario } from '../../rules/lib/scenario.ts'
import { actsByDataset, fieldCatalog } from '../catalog.ts'
import type { Product } from './check.ts'
import { evidenceName, evidencePath } from './proof.ts'
import type { Golden } from './samples.ts'

export function checkRuleContent(product: Product): Diagnostic[] {
  return [
    ...checkRules(product.rules, fieldCatalog(product.mappings)),
    ...checkActs(product.rules, actsByDataset(product.mappings)),
    ...product.scenarios.flatMap(checkScenario),
    ...product.scenarios.flatMap((content) =>
      checkReplacements(content, (name) => product.evidence.samples.get(name)?.text),
    ),
    ...checkPlaces(product.rules, product.scenarios),
    ...product.scenarios.flatMap((scenario) => missingSamples(scenario, product)),
    ...product.rules.flatMap((rule) => missingEvidence(rule, product)),
  ]
}

function missingEvidence({ file, value }: Content<Rule>, { evidence }: Product): Diagnostic[] {
  return (['match', 'noMatch'] as const).flatMap((kind) =>
    value.tests[kind].flatMap((one): Diagnostic[] => {
      const name = evidenceName(one)
      const known: ReadonlyMap<string, unknown> = 'sample' in one ? evidence.samples : evidence.scenarios
      if (known.has(name)) return []
      const hint = didYouMean(name, [...known.keys()]).hint ?? 'name a file <name>.raw.json or <name>.scenario.ts'
      const path = evidencePath(kind, one)
      return [{ code: 'R003', level: 'error', file, path, message: `there is no evidence ${name}`, hint }]
    }),
  )
}

function missingSamples({ file, value }: Content<Scenario>, { evidence }: Product): Diagnostic[] {
  return value.steps.flatMap(({ sample }, i): Diagnostic[] => {
    if (evidence.samples.has(sample)) return []
    const path = `steps.${i}.sample`
    const hint = didYouMean(sample, [...evidence.samples.keys()]).hint ?? 'use the name of a file <name>.raw.json'
    return [{ code: 'R003', level: 'error', file, path, message: `there is no sample ${sample}`, hint }]
  })
}

/** Reports R028 for each sample document on which several rules alert. Rules that count or wait do not alert on a single document. */
export function checkSeveralAlerts(file: string, goldens: readonly Golden[], rules: readonly Rule[]): Diagnostic[] {
  const single = rules.filter((rule) => isShipped(rule) && ruleType(rule) === 'query').map(({ name }) => name)
  return goldens.flatMap(({ hits }, i): Diagnostic[] => {
    const names = single.filter((name) => hits.includes(name))
    if (names.length < 2) return []
    const message = `${names.length} rules alert on one act: ${names.join(', ')}`
    const hint = 'add the more severe rule to `yields` of the other rule, or narrow one of the queries'
    return [{ code: 'R028', level: 'warning', file, path: goldens.length === 1 ? '' : String(i), message, hint }]
  })
}
