// Builders of an organization whose people sign in to Google Workspace with Entra ID: its quiet days, and the acts of a thief on an account.
import type { RawRecord } from './campaign.ts'
import { background } from './google-background.ts'
import { samlSignIn } from './google-grants.ts'
import { DAY, ids, type Org } from './google-layouts.ts'
import { orgOf } from './google-outside.ts'
import { seenIn } from './google-vault.ts'
import { working } from './microsoft-background.ts'
import { account, audit } from './microsoft-entra.ts'
import type { Scene } from './microsoft-scene.ts'
import type { Log, Person } from './microsoft-tenant.ts'
import { cmdlet } from './microsoft-workloads.ts'

interface GoogleSide {
  readonly org: Org
  readonly records: readonly RawRecord[]
  readonly quiet: readonly string[]
}

/** The Google half of a scene: the same people, who sign in through the identity provider. */
export const googleSide = (stage: Scene, days: number, records: number): GoogleSide => {
  const { log, tenant, start } = stage
  const org = orgOf(log.random, tenant)
  const plain = seenIn(background(org, { until: start + 5 * DAY, days: days + 5, records }), [
    'token',
    'drive',
    'admin',
  ])
  const logins = Array.from({ length: Math.round(records / 3) }, () =>
    samlSignIn(org, {
      at: working(log, start - days * DAY, days),
      who: log.random.pick(org.people),
      from: org.office,
    }),
  )
  return { org, records: [...plain.records, ...logins], quiet: [...plain.quiet, ...ids(logins.slice(10, 18))] }
}

/** A person removes a method on the security info page, from the address `ip`. Returns the ID. */
export const removesMethod = (log: Log, at: number, person: Person, method: string, ip: string = person.ip): string =>
  audit(log, at, {
    activity: 'User deleted security info',
    category: 'UserManagement',
    by: person,
    ip,
    displayName: person.name,
    type: 'Delete',
    service: 'Authentication Methods',
    reason: `User deleted ${method}`,
    targets: [account(person)],
  })

/** A mailbox rule deletes security notices. Returns the ID. */
export const deletesNotices = (log: Log, at: number, person: Person, ip: string): string =>
  cmdlet(log, at, {
    by: person,
    operation: 'New-InboxRule',
    objectId: `${person.upn}\\.`,
    ip,
    clientAppId: '9199bf20-a13f-4107-85dc-02114787ef48',
    parameters: {
      AlwaysDeleteOutlookRulesBlob: 'False',
      Force: 'False',
      Name: '.',
      SubjectContainsWords: 'security info;new device;sign-in method;authenticator',
      DeleteMessage: 'True',
      StopProcessingRules: 'True',
    },
  })
