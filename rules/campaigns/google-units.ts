// Builders of organizational units: an administrator creates a unit, or moves a person from one unit to another.
import type { RawRecord } from './campaign.ts'
import { admin } from './google-events.ts'
import type { Org, Parts, Person } from './google-layouts.ts'
import { userSetting } from './google-lifecycle.ts'

/** An administrator creates a unit. */
export const createUnit = (org: Org, parts: Parts & { readonly unit: string }): RawRecord =>
  admin(org, {
    at: parts.at,
    who: parts.who,
    from: parts.from,
    type: 'ORG_SETTINGS',
    name: 'CREATE_ORG_UNIT',
    values: { ORG_UNIT_NAME: parts.unit },
  })

/** A person gets the settings of another unit. */
export const moveUser = (
  org: Org,
  parts: Parts & { readonly target: Person; readonly before: string; readonly after: string },
): RawRecord =>
  userSetting(org, {
    at: parts.at,
    who: parts.who,
    from: parts.from,
    name: 'MOVE_USER_TO_ORG_UNIT',
    values: { USER_EMAIL: parts.target.email, ORG_UNIT_NAME: parts.before, NEW_VALUE: parts.after },
  })
