// Requirements of rules beyond their ingested logs, derived from the rules, and the rules that are blind without them.
import type { Environment } from '../../mappings/environment/environment.ts'
import { table } from '../../mappings/kernel/table.ts'
import type { DatasetName } from './datasets.ts'
import { ruleFields } from './portable.ts'
import { requiredActions, requiredOf } from './required-actions.ts'
import { type Requirement, requirements } from './requirements.ts'
import type { Rule } from './rule.ts'

/** Datasets that not everybody gets. */
const neededBy: Readonly<Partial<Record<DatasetName, readonly Requirement[]>>> = table({
  'azure.aadgraphactivitylogs': ['license:entra-id-p1'],
  'azure.graphactivitylogs': ['license:entra-id-p1', 'log:azure.graphactivitylogs'],
  'azure.signinlogs': ['license:entra-id-p1'],
})

/** Returns the requirements that are met if documents of these datasets are stored. */
export const provenBy = (datasets: readonly string[]): Requirement[] =>
  datasets.flatMap((name) => neededBy[name as DatasetName] ?? [])

/** Only an inventory contains these. A rule that merely excludes a verified publisher also alerts without it. */
const ofInventory = ['oauth.app.verified', 'oauth.app.publisher']

/** Returns requirements evident from a rule: common to its datasets, of edition-specific acts, of enriched fields. */
export function seenRequirements(rule: Rule): Requirement[] {
  const [first = [], ...others] = rule.datasets.map((name) => neededBy[name] ?? [])
  const fields = ruleFields(rule)
  const onlyCalls =
    rule.datasets.every((name) => name === 'google_workspace.token') &&
    requiredActions(rule)?.every((action) => action === 'app_use') === true
  const found: Requirement[] = [
    ...first.filter((need) => others.every((needs) => needs.includes(need))),
    ...(onlyCalls ? (['license:google-enterprise'] as const) : []),
    ...(fields.some((name) => name.startsWith('source.as.')) ? (['asn'] as const) : []),
    ...(ofInventory.some((name) => requiredOf(rule, name) !== undefined) ? (['inventory'] as const) : []),
  ]
  return found.sort()
}

/** A requirement that is not met, and the rules that find nothing without it. */
export interface Blindness {
  readonly requirement: Requirement
  readonly rules: readonly Rule[]
}

/**
 * The rules that an environment leaves blind, grouped by the missing requirement. `sees` returns true for a rule if its
 * records exist anyway.
 */
export function blindRules(
  environment: Environment,
  rules: readonly Rule[],
  sees: (rule: Rule) => boolean = () => false,
): Blindness[] {
  const available = new Set<string>(environment.available)
  return (Object.keys(requirements) as Requirement[]).sort().flatMap((requirement) => {
    const blind = available.has(requirement)
      ? []
      : rules.filter((rule) => rule.requires?.includes(requirement) === true && !sees(rule))
    return blind.length === 0 ? [] : [{ requirement, rules: blind }]
  })
}
