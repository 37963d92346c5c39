// What the organisation knows about itself: one file for the normalizer, hunt, rules build and deploy.

/** The contents of environment.yaml after validation; every member has its default filled in. */
export interface Environment {
  readonly version: 1
  /** The organisation's tenants: Entra tenant ids and Google customer ids. */
  readonly tenants: readonly { readonly id: string; readonly name?: string; readonly vendor: 'microsoft' | 'google' }[]
  /** Own names (company, brands, domains) that a foreign application could imitate. */
  readonly names: readonly string[]
  /** Own mail domains. */
  readonly domains: readonly string[]
  /** Accounts that administer the tenants, lower case. */
  readonly administrators: readonly string[]
  /** Own networks, CIDR. */
  readonly networks: readonly string[]
  /** Applications that were looked at and allowed: client ids. */
  readonly approvedApps: readonly {
    readonly id: string
    readonly name?: string
    readonly reason?: string
    /** Who answers for it. */
    readonly owner?: string
    /** The day on which the approval ends, `2027-03-31`. */
    readonly expires?: string
  }[]
  /** The same person on both vendors. */
  readonly identities: readonly { readonly microsoft: string; readonly google: string }[]
  readonly rules: {
    /** Rule ids that are switched off. */
    readonly disabled: readonly string[]
    /** Rule id → severity that replaces the rule's own. */
    readonly severities: Readonly<Record<string, 'low' | 'medium' | 'high' | 'critical'>>
    /** Rule id → knob → value. */
    readonly thresholds: Readonly<Record<string, Readonly<Record<string, number>>>>
  }
}

/** The environment of an organisation that has said nothing about itself. */
export const emptyEnvironment: Environment = {
  version: 1,
  tenants: [],
  names: [],
  domains: [],
  administrators: [],
  networks: [],
  approvedApps: [],
  identities: [],
  rules: { disabled: [], severities: {}, thresholds: {} },
}
