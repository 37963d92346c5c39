// What a rule needs beyond its logs being fed in: what each of these is, how to get it, and which rules are blind without.
import type { Environment } from '../../mappings/environment/environment.ts'
import type { DatasetName } from './datasets.ts'
import { ruleFields } from './portable.ts'
import { requiredActions } from './required-actions.ts'
import type { Rule } from './rule.ts'

/** Name in `available` of the environment file → what it is, and what to do to have it. */
export const requirements = {
  asn: {
    is: 'networks by number and owner (`source.as`)',
    todo: 'give the pipeline a database of autonomous systems (`geo.asnDatabase`)',
  },
  inventory: {
    is: 'facts of the application itself (publisher, verification) that no audit log has',
    todo: 'feed in an inventory of the applications',
  },
  'licence:entra-id-p1': {
    is: 'Microsoft Entra ID P1 or P2',
    todo: 'without that licence Microsoft exports neither sign-ins nor Graph activity; get one, or switch the rule off',
  },
  'licence:google-enterprise': {
    is: 'a Google Workspace edition of the Enterprise kind, or Cloud Identity Premium',
    todo: 'other editions do not log the API calls of applications (`activity` in the token log); switch the rule off there',
  },
  'log:azure.graphactivitylogs': {
    is: 'the activity log of Microsoft Graph',
    todo: 'export MicrosoftGraphActivityLogs in the diagnostic settings of Entra ID',
  },
  'log:azure.signinlogs.service-principals': {
    is: 'sign-ins of service principals',
    todo: 'export ServicePrincipalSignInLogs in the diagnostic settings of Entra ID',
  },
  'log:mailbox-send': {
    is: 'mailbox auditing of what is sent',
    todo: 'see that Send is among the audited actions of owners (`Get-Mailbox | select AuditOwner`) and that the licence covers it',
  },
} as const satisfies Readonly<Record<string, { readonly is: string; readonly todo: string }>>

/** Something that an organisation has or has not (`available` in environment.yaml). */
export type Requirement = keyof typeof requirements

/** Data sets that not everybody gets. */
const neededBy: Readonly<Partial<Record<DatasetName, readonly Requirement[]>>> = {
  'azure.graphactivitylogs': ['licence:entra-id-p1', 'log:azure.graphactivitylogs'],
  'azure.signinlogs': ['licence:entra-id-p1'],
}

/** What a rule is seen to need: by all data sets that it reads, by acts that only some editions log, by fields that are joined in. */
export function seenRequirements(rule: Rule): Requirement[] {
  const [first = [], ...others] = rule.datasets.map((name) => neededBy[name] ?? [])
  const fields = ruleFields(rule)
  const onlyCalls =
    rule.datasets.every((name) => name === 'google_workspace.token') &&
    requiredActions(rule)?.every((action) => action === 'app_use') === true
  const found: Requirement[] = [
    ...first.filter((need) => others.every((needs) => needs.includes(need))),
    ...(onlyCalls ? (['licence:google-enterprise'] as const) : []),
    ...(fields.some((name) => name.startsWith('source.as.')) ? (['asn'] as const) : []),
    ...(fields.some((name) => name === 'oauth.app.verified' || name === 'oauth.app.publisher')
      ? (['inventory'] as const)
      : []),
  ]
  return found.sort()
}

/** A requirement that is not met, and the rules that see nothing without. */
export interface Blindness {
  readonly requirement: Requirement
  readonly rules: readonly Rule[]
}

/** The rules that an environment leaves blind, by what they lack. `sees` says of a rule that its records are there after all. */
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
