// Guests that an application invites and puts into groups: Graph activity with the records of the Entra directory audit.
import type { Group } from './microsoft-directory.ts'
import { auditMember } from './microsoft-directory.ts'
import { account, audit } from './microsoft-entra.ts'
import { graphCall } from './microsoft-graph.ts'
import { type App, type Log, minute, type Person } from './microsoft-tenant.ts'

/** Public ids of the application permissions. */
export const inviteRoles = {
  invite: {
    id: '09850681-111b-4a89-9bed-3f2cae46d706',
    value: 'User.Invite.All',
    title: 'Invite guest users to the organization',
  },
  members: {
    id: 'dbaae8cf-10b5-4b86-a4a1-f871c94c6695',
    value: 'GroupMember.ReadWrite.All',
    title: 'Read and write all group memberships',
  },
} as const

const permissions = 'User.Invite.All GroupMember.ReadWrite.All'

export interface AppInvite {
  readonly app: App
  readonly ip: string
  readonly agent: string
  readonly tokenId: string
  readonly guest: Person
  readonly mail: string
}

/** The application invites the guest. Returns the ids of the call and of both audit records. */
export const invites = (log: Log, at: number, wanted: AppInvite): readonly string[] => {
  const { app, ip, agent, tokenId, guest, mail } = wanted
  const common = { category: 'UserManagement', type: 'Add', by: app } as const
  return [
    graphCall(log, at, {
      client: app,
      ip,
      agent,
      tokenId,
      permissions,
      method: 'POST',
      status: 201,
      uri: '/invitations',
    }),
    audit(log, at + 400, {
      ...common,
      activity: 'Add user',
      targets: [
        account(
          guest,
          [
            { name: 'AccountEnabled', now: '[true]', before: '[]' },
            { name: 'CreationType', now: '["Invitation"]', before: '[]' },
            { name: 'UserPrincipalName', now: JSON.stringify([guest.upn]), before: '[]' },
            { name: 'UserType', now: '["Guest"]', before: '[]' },
            {
              name: 'Included Updated Properties',
              now: '"AccountEnabled, CreationType, UserPrincipalName, UserType"',
            },
          ],
          true,
        ),
      ],
    }),
    audit(log, at + 900, {
      ...common,
      activity: 'Invite external user',
      service: 'Invited Users',
      targets: [{ ...account(guest), displayName: guest.name }],
      details: { invitedUserEmailAddress: mail },
    }),
  ]
}

/** The application puts the guest into the group. Returns the ids of the call and of the audit record. */
export const joins = (log: Log, at: number, wanted: AppInvite, group: Group): readonly string[] => [
  graphCall(log, at, {
    client: wanted.app,
    ip: wanted.ip,
    agent: wanted.agent,
    tokenId: wanted.tokenId,
    permissions,
    method: 'POST',
    status: 204,
    uri: `/groups/${group.id}/members/$ref`,
  }),
  auditMember(log, at + 500, wanted.app, group, wanted.guest),
]

/** The guest accepts the invitation. Returns the id. */
export const redeems = (log: Log, at: number, guest: Person, mail: string, ip: string): string =>
  audit(log, at, {
    activity: 'Redeem external user invite',
    category: 'UserManagement',
    by: { ...guest, upn: mail },
    ip,
    type: 'Update',
    service: 'B2B Auth',
    targets: [
      {
        ...account(guest),
        displayName: `UPN: ${guest.upn}, Email: ${mail}, InvitationId: ${log.random.uuid()}, Source: One Time Passcode`,
      },
    ],
  })

/** What a supplier portal does on a working day: it signs in and looks for accounts of suppliers. */
export const portalLook = (log: Log, at: number, app: App): string =>
  graphCall(log, at + minute, {
    client: app,
    ip: app.ip,
    agent: app.agent,
    permissions,
    uri: `/users?$filter=userType eq 'Guest'&$select=id,mail&$top=50`,
  })
