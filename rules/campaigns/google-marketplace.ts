// Builders of Marketplace applications that an administrator installs for all users, and of their tokens.
import type { RawRecord } from './campaign.ts'
import { admin } from './google-events.ts'
import { type App, activity, type Network, type Org, type Person } from './google-layouts.ts'
import { parameters, scopeData } from './google-parameters.ts'

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

interface TokenParts {
  readonly at: number
  readonly who: Person
  readonly from: Network
  readonly app: App
  readonly account: string
}

/** A Marketplace application got a token on behalf of the person, without a manual delegation. */
export const marketplaceToken = (org: Org, parts: TokenParts): RawRecord =>
  activity(org, {
    at: parts.at,
    application: 'access_evaluation',
    who: parts.who,
    from: parts.from,
    through: parts.app,
    impersonates: true,
    events: [
      {
        type: 'access_token_evaluation',
        name: 'allow_token_impersonation',
        parameters: [
          ...parameters({
            client_type: parts.app.type,
            configuration_source: 'GOOGLE_WORKSPACE_MARKETPLACE',
            scopes_requested: parts.app.scopes,
            service_account: parts.account,
          }),
          scopeData(parts.app.scopes),
        ],
      },
    ],
  })
