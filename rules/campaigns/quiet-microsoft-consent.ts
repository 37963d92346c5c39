// Consents and application permissions as the unified audit log writes them.
import { type App, agentAt, graphId, type Person, type Tenant } from './quiet-microsoft.ts'
import { directory, graphTarget, principalTarget } from './quiet-microsoft-directory.ts'
import { type Scene, toTick } from './quiet-scene.ts'

const guidBytes = (guid: string): Buffer => {
  const b = Buffer.from(guid.replaceAll('-', ''), 'hex')
  return Buffer.concat([
    b.subarray(0, 4).reverse(),
    b.subarray(4, 6).reverse(),
    b.subarray(6, 8).reverse(),
    b.subarray(8),
  ])
}
const grantId = (...guids: string[]): string => Buffer.concat(guids.map(guidBytes)).toString('base64url')

export interface Consent {
  readonly everyone?: boolean
  readonly admin?: boolean
  /** The service principal is new in the tenant. */
  readonly firstTime?: boolean
  readonly actorTenant?: string
}

/** Consent of a user, or of an administrator for everyone, with the records that Entra writes beside it. */
export const consent = (
  scene: Scene,
  t: Tenant,
  time: number,
  who: Person,
  app: App,
  scope: string,
  o: Consent = {},
): string => {
  const correlation = scene.random.uuid()
  const everyone = o.everyone ?? false
  const admin = everyone || (o.admin ?? false)
  const agent = everyone ? agentAt(who.desktop, time) : 'EvoSTS'
  const more = o.actorTenant === undefined ? { correlation } : { correlation, actorTenant: o.actorTenant }
  const type = everyone ? 'AllPrincipals' : 'Principal'
  const spn = `https://graph.microsoft.com/;${graphId}`
  const details = { 'User-Agent': agent, AppId: app.appId }
  const base = { actor: who, category: 'ServicePrincipal', details, ...more }
  if (o.firstTime)
    directory(scene, t, time, {
      ...base,
      operation: 'Add service principal.',
      object: app.appId,
      target: principalTarget(app),
      changes: [
        ['AccountEnabled', '[\r\n  true\r\n]', '[]'],
        ['AppPrincipalId', `[\r\n  "${app.appId}"\r\n]`, '[]'],
        ['DisplayName', `[\r\n  "${app.name}"\r\n]`, '[]'],
        ['ServicePrincipalName', `[\r\n  "${app.appId}"\r\n]`, '[]'],
        ['Included Updated Properties', 'AccountEnabled, AppPrincipalId, DisplayName, ServicePrincipalName'],
        ['TargetId.ServicePrincipalNames', app.appId],
      ],
    })
  directory(scene, t, time + 180, {
    ...base,
    operation: 'Add delegated permission grant.',
    object: spn,
    target: graphTarget(t),
    details: { 'User-Agent': agent, AppId: graphId },
    changes: [
      ['DelegatedPermissionGrant.Scope', ` ${scope}`],
      ['DelegatedPermissionGrant.ConsentType', type],
      ['ServicePrincipal.ObjectID', app.principal],
      ['ServicePrincipal.DisplayName', ''],
      ['ServicePrincipal.AppId', ''],
      ['ServicePrincipal.Name', ''],
      ['TargetId.ServicePrincipalNames', spn],
    ],
  })
  if (!everyone)
    directory(scene, t, time + 240, {
      ...base,
      operation: 'Add app role assignment grant to user.',
      object: app.appId,
      target: principalTarget(app),
      changes: [
        ['AppRole.Id', '00000000-0000-0000-0000-000000000000'],
        ['AppRole.Value', ''],
        ['User.ObjectID', who.oid],
        ['User.UPN', who.upn],
        ['User.PUID', who.puid],
        ['TargetId.ServicePrincipalNames', app.appId],
      ],
    })
  const id = everyone ? grantId(app.principal, t.graph) : grantId(app.principal, t.graph, who.oid)
  const fields = `Id: ${id}, ClientId: ${app.principal}, PrincipalId: ${everyone ? '' : who.oid}, ResourceId: ${t.graph}, ConsentType: ${type}, Scope:  ${scope}, CreatedDateTime: , LastModifiedDateTime `
  return directory(scene, t, time + 300, {
    ...base,
    operation: 'Consent to application.',
    object: app.appId,
    target: principalTarget(app),
    changes: [
      ['ConsentContext.IsAdminConsent', admin ? 'True' : 'False'],
      ['ConsentContext.IsAppOnly', 'False'],
      ['ConsentContext.OnBehalfOfAll', everyone ? 'True' : 'False'],
      ['ConsentContext.Tags', everyone ? '' : 'WindowsAzureActiveDirectoryIntegratedApp'],
      ['ConsentAction.Permissions', `[] => [[${fields}]]; `],
      ['TargetId.ServicePrincipalNames', app.appId],
    ],
  })
}

/** An application permission on Microsoft Graph. */
export const appRole = (
  scene: Scene,
  t: Tenant,
  time: number,
  who: Person,
  app: App,
  role: readonly [id: string, value: string, text: string],
  actorTenant?: string,
) =>
  directory(scene, t, time, {
    operation: 'Add app role assignment to service principal.',
    actor: who,
    category: 'ServicePrincipal',
    object: `https://graph.microsoft.com/;${graphId}`,
    target: graphTarget(t),
    details: { 'User-Agent': agentAt(who.desktop, time), AppId: graphId },
    ...(actorTenant === undefined ? {} : { actorTenant }),
    changes: [
      ['AppRole.Id', role[0]],
      ['AppRole.Value', role[1]],
      ['AppRole.DisplayName', role[2]],
      ['AppRoleAssignment.CreatedDateTime', `${toTick(time)}Z`],
      ['AppRoleAssignment.LastModifiedDateTime', `${toTick(time)}Z`],
      ['ServicePrincipal.ObjectID', app.principal],
      ['ServicePrincipal.DisplayName', app.name],
      ['ServicePrincipal.AppId', app.appId],
      ['ServicePrincipal.Name', app.appId],
      ['TargetId.ServicePrincipalNames', `https://graph.microsoft.com/;${graphId}`],
    ],
  })
