// The organization's information about itself: one file for the normalizer, hunt, rules build and deploy.
import { typedGuid } from '../kernel/guid.ts'
import { lookedUp } from '../kernel/looked-up.ts'

/** The uses that an approval allows: the entry of the application into the tenant, consent to it, and its use. */
export type ApprovedUse = 'entry' | 'consent' | 'use'

/** An application that someone has reviewed and allowed, for certain uses and for a limited time. */
export interface Approval {
  readonly id: string
  readonly name?: string
  /** Tenant of the application's registration. Documents with another owner tenant are not covered. */
  readonly ownerTenant?: string
  /** The highest tier of permissions that was allowed. */
  readonly tier: 'low' | 'medium' | 'high' | 'critical'
  readonly uses: readonly ApprovedUse[]
  /** The person responsible for the approval. */
  readonly owner: string
  readonly reason: string
  /** A day or an instant. A day includes its last millisecond. */
  readonly expires: string
}

/** The forms of application IDs: GUIDs of Microsoft; clients, projects and service accounts of Google. */
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const googleForms = [
  /^\d{6,30}(-[0-9a-z]+)?$/i,
  /^\d{1,30}(-[0-9a-z]+)?\.apps\.googleusercontent\.com$/i,
  /^[a-z0-9._-]+@[a-z0-9.-]+\.gserviceaccount\.com$/i,
]

/** Checks for a GUID. Also in braces, in a URN, or without dashes. */
export const isTypedGuid = (text: string): boolean => guid.test(typedGuid(text))

/** Checks for the format of an application ID. A display name is not an ID, because attackers can choose it freely. */
export function isApplicationId(text: string): boolean {
  return isTypedGuid(text) || googleForms.some((form) => form.test(text.trim()))
}

/** Returns the last instant of an approval in epoch milliseconds. A day is valid until its end. */
export function endOfApproval({ expires }: Pick<Approval, 'expires'>): number {
  return Date.parse(expires.length === 10 ? `${expires}T23:59:59.999Z` : expires)
}

/** The contents of environment.yaml after validation; every member has its default filled in. */
export interface Environment {
  readonly version: 1
  /** The organization's tenants: Entra tenant ids and Google customer ids. */
  readonly tenants: readonly { readonly id: string; readonly name?: string; readonly vendor: 'microsoft' | 'google' }[]
  /** Own names (company, brands, domains) that a foreign application could imitate. */
  readonly names: readonly string[]
  /** Own mail domains. */
  readonly domains: readonly string[]
  /** Accounts that administer the tenants, lower case. */
  readonly administrators: readonly string[]
  /** Own networks, CIDR. */
  readonly networks: readonly string[]
  readonly approvedApps: readonly Approval[]
  /** Pairs of accounts of the same person, one for each vendor. */
  readonly identities: readonly { readonly microsoft: string; readonly google: string }[]
  /** Logs, licenses and data in addition to the audit logs. A rule that requires anything else detects nothing. */
  readonly available: readonly string[]
  readonly rules: {
    /** Ids of rules, and names of groups of rules, that are switched off. */
    readonly disabled: readonly string[]
    /** Ids of experimental rules that Kibana runs. */
    readonly enabled: readonly string[]
    /** Rule id → severity that replaces the rule's own. */
    readonly severities: Readonly<Record<string, 'low' | 'medium' | 'high' | 'critical'>>
    /** Rule id → parameter → value. */
    readonly thresholds: Readonly<Record<string, Readonly<Record<string, number>>>>
  }
}

/** Computes a value once for each environment. Lists may be long, and each rule and document needs the value. */
export function perEnvironment<T>(make: (environment: Environment) => T): (environment: Environment) => T {
  const made = new WeakMap<Environment, { readonly value: T }>()
  return (environment) => lookedUp(made, environment, () => ({ value: make(environment) })).value
}

/** The approvals by client ID, in lower case. */
export const approvalsById = perEnvironment(({ approvedApps }) => {
  const byId = new Map<string, Approval[]>()
  for (const approval of approvedApps) {
    lookedUp(byId, approval.id.toLowerCase(), () => []).push(approval)
  }
  return byId as ReadonlyMap<string, readonly Approval[]>
})

export const isApproved = (environment: Environment, ids: readonly string[]): boolean =>
  ids.some((id) => approvalsById(environment).has(id.toLowerCase()))

/** The environment as of a moment (epoch milliseconds): expired approvals suppress no rule. */
export function withoutEnded(environment: Environment, now: number): Environment {
  const approvedApps = environment.approvedApps.filter((approval) => endOfApproval(approval) >= now)
  return { ...environment, approvedApps }
}

export const emptyEnvironment: Environment = {
  version: 1,
  tenants: [],
  names: [],
  domains: [],
  administrators: [],
  networks: [],
  approvedApps: [],
  identities: [],
  available: [],
  rules: { disabled: [], enabled: [], severities: {}, thresholds: {} },
}
