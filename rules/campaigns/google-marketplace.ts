// Builders of Marketplace applications that an administrator installs for all users, and of their tokens.
import type { RawRecord } from './campaign.ts'
import { admin, type ImpersonationParts, impersonation } from './google-events.ts'
import type { Network, Org, Person } from './google-layouts.ts'

interface InstallParts {
  readonly at: number
  readonly who: Person
  readonly from?: Network | null | undefined
  readonly name: 'ADD_APPLICATION_TO_WHITELIST' | 'ADD_APPLICATION' | 'REMOVE_APPLICATION'
  /** The number and name of the listing in the Marketplace. */
  readonly listing: string
  readonly label: string
}

/** The administrator allows, installs or removes a Marketplace listing. */
export const marketplace = (org: Org, parts: InstallParts): RawRecord =>
  admin(org, {
    at: parts.at,
    who: parts.who,
    from: parts.from,
    type: 'DOMAIN_SETTINGS',
    name: parts.name,
    values: {
      APP_ID: parts.listing,
      APPLICATION_NAME: parts.label,
      ...(parts.name === 'ADD_APPLICATION' ? { APPLICATION_ENABLED: 'true' } : {}),
      DOMAIN_NAME: org.domain,
    },
  })

/** A Marketplace application got a token on behalf of the person, without a manual delegation. */
export const marketplaceToken = (org: Org, parts: ImpersonationParts): RawRecord =>
  impersonation(org, { ...parts, source: 'GOOGLE_WORKSPACE_MARKETPLACE' })
