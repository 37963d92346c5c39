// Builders for records of people who join an open group, and of changes to the recovery address of an account.
import type { RawRecord } from './campaign.ts'
import { userAccounts } from './google-events.ts'
import { activity, type Org, type Parts } from './google-layouts.ts'
import { parameters } from './google-parameters.ts'

/** A person joins a group that is open to the whole organization; nobody approves it. */
export const joinGroup = (org: Org, parts: Parts & { readonly group: string }): RawRecord =>
  activity(org, {
    at: parts.at,
    application: 'groups_enterprise',
    who: parts.who,
    from: parts.from,
    events: [
      { type: 'moderator_action', name: 'join', parameters: parameters({ group_id: `${parts.group}@${org.domain}` }) },
    ],
  })

/** A person changes the recovery address or the recovery phone of the account; the log does not contain the new value. */
export const recoveryChange = (org: Org, parts: Parts & { readonly what: 'email' | 'phone' }): RawRecord =>
  userAccounts(org, {
    at: parts.at,
    who: parts.who,
    from: parts.from,
    type: 'recovery_info_change',
    name: `recovery_${parts.what}_edit`,
    values: {},
  })
