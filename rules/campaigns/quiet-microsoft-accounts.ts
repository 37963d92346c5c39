// Accounts of people, guests and telephone queues, second factors and partners.
import { agentAt, type Person, type Tenant } from './quiet-microsoft.ts'
import { audit, directory, userTarget } from './quiet-microsoft-directory.ts'
import { file } from './quiet-microsoft-files.ts'
import { hour, type Place, type Scene } from './quiet-scene.ts'

const array = (value: string): string => `[\r\n  ${value}\r\n]`

export const addUser = (
  scene: Scene,
  t: Tenant,
  time: number,
  actor: Person,
  who: Person,
  o: { readonly department?: string; readonly enabled?: boolean; readonly agent?: string } = {},
): string =>
  directory(scene, t, time, {
    operation: 'Add user.',
    actor,
    category: 'User',
    object: who.upn,
    target: userTarget(who),
    details: { UserType: 'Member', 'User-Agent': o.agent ?? 'O365AdminPortal' },
    changes: [
      ['AccountEnabled', array(String(o.enabled ?? true)), '[]'],
      ['Department', array(`"${o.department ?? 'Administration'}"`), '[]'],
      ['DisplayName', array(`"${who.name}"`), '[]'],
      ['UserPrincipalName', array(`"${who.upn}"`), '[]'],
      ['Included Updated Properties', 'AccountEnabled, Department, DisplayName, UserPrincipalName'],
    ],
  })

export const deleteUser = (scene: Scene, t: Tenant, time: number, actor: Person, who: Person): string =>
  directory(scene, t, time, {
    operation: 'Delete user.',
    actor,
    category: 'User',
    object: who.upn,
    target: userTarget(who),
    changes: [['Is Hard Deleted', 'False']],
  })

/** A reset ends the sessions: two records. */
export const resetPassword = (
  scene: Scene,
  t: Tenant,
  time: number,
  actor: Person,
  who: Person,
  actorTenant = t.id,
) => {
  for (const operation of ['Reset user password.', 'Update StsRefreshTokenValidFrom Timestamp.'])
    directory(scene, t, time, {
      operation,
      actor,
      category: 'User',
      object: who.upn,
      target: userTarget(who),
      actorTenant,
    })
}

export const updateTitle = (
  scene: Scene,
  t: Tenant,
  time: number,
  actor: Person,
  who: Person,
  job: string,
  actorTenant = t.id,
) =>
  directory(scene, t, time, {
    operation: 'Update user.',
    actor,
    category: 'User',
    object: who.upn,
    target: userTarget(who),
    actorTenant,
    details: { UserType: 'Member', 'User-Agent': 'O365AdminPortal' },
    changes: [
      ['JobTitle', array(`"${job}"`), '[]'],
      ['Included Updated Properties', 'JobTitle'],
    ],
  })

export const addPartner = (
  scene: Scene,
  t: Tenant,
  time: number,
  actor: Person,
  partner: string,
  name: string,
): string =>
  directory(scene, t, time, {
    operation: 'Add partner to company.',
    actor,
    category: 'Company',
    object: 'Not Available',
    target: [
      { ID: `Company_${partner}`, Type: 2 },
      { ID: partner, Type: 2 },
      { ID: 'Company', Type: 2 },
      { ID: name, Type: 1 },
    ],
    changes: [
      ['Partner.TenantId', partner],
      ['Partner.DisplayName', name],
      ['Included Updated Properties', ''],
    ],
  })

const userResource = (who: Person) => [
  { id: who.oid, displayName: who.name, userPrincipalName: who.upn, type: 'User', modifiedProperties: [] },
]

export const securityInfo = (scene: Scene, t: Tenant, time: number, who: Person, where: Place): string =>
  audit(scene, t, time, {
    activity: 'User registered security info',
    category: 'UserManagement',
    service: 'Authentication Methods',
    operationType: 'Update',
    actor: who,
    where,
    targets: userResource(who),
    reason: 'User registered Authenticator App with Notification and Code',
  })

/** An account of another organization in this tenant. */
export const asGuest = (scene: Scene, t: Tenant, home: Person): Person => ({
  ...home,
  oid: scene.random.uuid(),
  upn: `${home.upn.replace('@', '_')}#EXT#@${t.initial}`,
})

/** An invitation to a site: the account, the rights of the site, and hours later the acceptance. */
export const invite = (
  scene: Scene,
  t: Tenant,
  time: number,
  actor: Person,
  home: Person,
  guest: Person,
  site: string,
  where: Place,
): void => {
  const base = { category: 'UserManagement', service: 'Invited Users', targets: userResource(guest) }
  audit(scene, t, time, {
    ...base,
    activity: 'Invite external user',
    operationType: 'Add',
    actor,
    where: t.office,
    details: [
      { key: 'invitedUserEmailAddress', value: home.upn },
      { key: 'User-Agent', value: agentAt(actor.desktop, time) },
    ],
  })
  for (const [operation, data] of [
    ['SharingInvitationCreated', '<Permissions granted>Read</Permissions granted>'],
    ['AddedToGroup', `<Group>${site} Visitors</Group>`],
  ] as const)
    file(
      scene,
      t,
      time + 20_000,
      actor,
      operation,
      {
        site,
        folder: 'General',
        name: 'Contents.xlsx',
        where: t.office,
        more: {
          TargetUserOrGroupName: guest.upn.toLowerCase(),
          TargetUserOrGroupType: 'Guest',
          EventData: data,
          UniqueSharingId: scene.random.uuid(),
        },
      },
      14,
    )
  audit(scene, t, Math.floor(time + (1 + 4 * scene.random.number()) * hour), {
    ...base,
    activity: 'Redeem external user invite',
    operationType: 'Update',
    actor: guest,
    where,
  })
}
