// Builders of members that widen access without a consent: service accounts of others in groups and on shared drives, and Chat apps in spaces.
import type { RawRecord } from './campaign.ts'
import type { Background } from './google-background.ts'
import { file } from './google-events.ts'
import {
  type App,
  activity,
  idOf,
  type Network,
  network,
  type Org,
  type Person,
  text,
  timeOf,
} from './google-layouts.ts'
import { parameters } from './google-parameters.ts'

/** A service account of some project, as an account in the Workspace logs. */
export const robot = (org: Org, name: string, project: string): Person => ({
  email: `${name}@${project}.iam.gserviceaccount.com`,
  name,
  profileId: `1${org.random.digits(20)}`,
  unit: '',
  home: network('192.0.2.1', 15169, 'US'),
})

interface GroupParts {
  readonly at: number
  readonly who: Person
  readonly from?: Network | null | undefined
  readonly group: string
  readonly member: Person
  readonly kind: 'user' | 'service_account'
  readonly removed?: boolean
}

/** A manager of a group adds or removes a member in the groups site; this is no act of an administrator. */
export const groupMember = (org: Org, parts: GroupParts): RawRecord =>
  activity(org, {
    at: parts.at,
    application: 'groups_enterprise',
    who: parts.who,
    from: parts.from,
    events: [
      {
        type: 'moderator_action',
        name: parts.removed ? 'remove_member' : 'add_member',
        parameters: parameters({
          group_id: `${parts.group}@${org.domain}`,
          member_id: parts.member.email,
          member_type: parts.kind,
          ...(parts.removed ? {} : { member_role: 'member' }),
        }),
      },
    ],
  })

interface SharedDrive {
  readonly id: string
  readonly name: string
}

export const sharedDrive = (org: Org, name: string): SharedDrive => ({ id: `0A${text(org.random, 17)}`, name })

/** Somebody adds a member to a shared drive, or removes one. */
export const driveMember = (
  org: Org,
  parts: {
    readonly at: number
    readonly who: Person
    readonly from?: Network | null | undefined
    readonly drive: SharedDrive
    readonly member: Person
    readonly role: 'reader' | 'content_manager' | 'organizer'
    readonly removed?: boolean
  },
): RawRecord =>
  activity(org, {
    at: parts.at,
    application: 'drive',
    who: parts.who,
    from: parts.from,
    events: [
      {
        type: 'acl_change',
        name: 'shared_drive_membership_change',
        parameters: parameters({
          primary_event: true,
          billable: true,
          membership_change_type: parts.removed ? 'remove_from_shared_drive' : 'add_to_shared_drive',
          target: parts.member.email,
          [parts.removed ? 'removed_role' : 'added_role']: parts.role,
          doc_id: parts.drive.id,
          doc_type: 'shared_drive',
          doc_title: parts.drive.name,
          visibility: 'shared_internally',
          originating_app_id: '691301496089',
          actor_is_collaborator_account: false,
          owner: parts.drive.name,
          owner_is_shared_drive: true,
          owner_is_team_drive: true,
          shared_drive_id: parts.drive.id,
          team_drive_id: parts.drive.id,
        }),
      },
    ],
  })

/** A member works with a file of a shared drive. */
export const driveFile = (
  org: Org,
  parts: {
    readonly at: number
    readonly who: Person
    readonly from?: Network | null | undefined
    readonly drive: SharedDrive
    readonly name: 'view' | 'download' | 'edit'
    readonly title: string
    readonly kind?: string
    readonly app?: App
  },
): RawRecord =>
  file(org, {
    at: parts.at,
    who: parts.who,
    from: parts.from,
    name: parts.name,
    title: parts.title,
    kind: parts.kind ?? 'spreadsheet',
    ...(parts.app ? { app: parts.app } : {}),
    more: {
      owner: parts.drive.name,
      owner_is_shared_drive: true,
      owner_is_team_drive: true,
      shared_drive_id: parts.drive.id,
      team_drive_id: parts.drive.id,
      visibility: parts.who.email.endsWith(`@${org.domain}`) ? 'shared_internally' : 'shared_externally',
    },
  })

/** A person adds a Chat app to a space. */
export const chatApp = (
  org: Org,
  parts: { readonly at: number; readonly who: Person; readonly space: string; readonly id: string },
): RawRecord =>
  activity(org, {
    at: parts.at,
    application: 'chat',
    who: parts.who,
    from: null,
    events: [
      {
        type: 'user_action',
        name: 'app_added',
        parameters: parameters({
          room_id: parts.id,
          actor: parts.who.email,
          room_name: parts.space,
          external_room: 'DISABLED',
          actor_type: 'NON_ADMIN',
          conversation_type: 'SPACE',
          conversation_ownership: 'INTERNALLY_OWNED',
        }),
      },
    ],
  })

/** The quiet days without what these people did while their accounts were suspended. */
export const absent = (
  days: Background,
  people: readonly Person[],
  from: number,
  until = Number.POSITIVE_INFINITY,
): Background => {
  const emails = people.map((one) => one.email)
  const records = days.records.filter((record) => {
    const { actor } = record as { actor?: { email?: string } }
    const at = timeOf(record)
    return !(emails.includes(actor?.email ?? '') && at >= from && at < until)
  })
  const known = new Set(records.map(idOf))
  return { records, quiet: days.quiet.filter((id) => known.has(id)) }
}
