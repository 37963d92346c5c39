// Builders of the Email Audit API: an administrator's client has copies of a person's mail sent to another account, or asks for an export.
import type { RawRecord } from './campaign.ts'
import type { App, Org, Parts, Person } from './google-layouts.ts'
import { userSetting } from './google-lifecycle.ts'

interface Watch extends Parts {
  readonly through: App
  readonly source: Person
  readonly begin: string
  readonly end: string
}

/** All mail of `source` goes to `receiver` as a blind copy. */
export const emailMonitor = (org: Org, parts: Watch & { readonly receiver: string }): RawRecord =>
  userSetting(org, {
    at: parts.at,
    who: parts.who,
    from: parts.from,
    through: parts.through,
    name: 'CREATE_EMAIL_MONITOR',
    values: {
      USER_EMAIL: parts.source.email,
      EMAIL_MONITOR_DEST_EMAIL: parts.receiver,
      EMAIL_MONITOR_LEVEL_INCOMING_EMAIL: 'FULL_MESSAGE',
      EMAIL_MONITOR_LEVEL_OUTGOING_EMAIL: 'FULL_MESSAGE',
      EMAIL_MONITOR_LEVEL_DRAFT_EMAIL: 'NONE',
      EMAIL_MONITOR_LEVEL_CHAT: 'NONE',
      BEGIN_DATE_TIME: parts.begin,
      END_DATE_TIME: parts.end,
    },
  })

/** An export of the whole mailbox of `source`. */
export const mailboxDump = (org: Org, parts: Watch): RawRecord =>
  userSetting(org, {
    at: parts.at,
    who: parts.who,
    from: parts.from,
    through: parts.through,
    name: 'REQUEST_MAILBOX_DUMP',
    values: {
      USER_EMAIL: parts.source.email,
      EMAIL_EXPORT_INCLUDE_DELETED: 'true',
      EMAIL_EXPORT_PACKAGE_CONTENT: 'FULL_MESSAGE',
      BEGIN_DATE_TIME: parts.begin,
      END_DATE_TIME: parts.end,
    },
  })
