// Builders for context-aware access: an administrator assigns levels to an application, and sets the coverage of the rule.
import type { RawRecord } from './campaign.ts'
import { admin } from './google-events.ts'
import type { Org, Parts } from './google-layouts.ts'

/** The website, Google's programs, and the APIs that other clients call; with or without trusted clients. */
export type Covered =
  | 'CAA_WEB_VERSION'
  | 'CAA_WEB_VERSION_AND_1P_OAUTH_CLIENTS'
  | 'CAA_WEB_VERSION_AND_1P_OAUTH_CLIENTS_AND_APIS'
  | 'CAA_WEB_VERSION_AND_1P_OAUTH_CLIENTS_AND_APIS_WITH_EXEMPTION'

interface Rule {
  readonly levels: readonly string[]
  readonly covered: Covered
}

/** The rule of one application changes for an organizational unit. */
export const contextRule = (
  org: Org,
  parts: Parts & {
    readonly application: 'Gmail' | 'Drive and Docs' | 'Google Calendar'
    readonly unit: string
    readonly before: Rule
    readonly after: Rule
  },
): RawRecord =>
  admin(org, {
    at: parts.at,
    who: parts.who,
    from: parts.from,
    type: 'SECURITY_SETTINGS',
    name: 'CHANGE_CAA_APP_ASSIGNMENTS',
    values: {
      APPLICATION_NAME: parts.application,
      CAA_ACCESS_ASSIGNMENTS_NEW: parts.after.levels.join(', '),
      CAA_ACCESS_ASSIGNMENTS_OLD: parts.before.levels.join(', '),
      CAA_ENFORCEMENT_ENDPOINTS_NEW: parts.after.covered,
      CAA_ENFORCEMENT_ENDPOINTS_OLD: parts.before.covered,
      MODE: 'ACTIVE',
      ORG_UNIT_NAME: parts.unit,
      TARGET_ENTITY_NAME: parts.unit,
      TARGET_ENTITY_TYPE: 'ORG_UNIT',
    },
  })
