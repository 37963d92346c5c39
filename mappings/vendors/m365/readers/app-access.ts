// Application access outside the directory: Teams apps with their resource-specific permissions, and Exchange
// roles, rights and policies, and paths to other organizations, which give access to mailboxes without a consent record.
import type { OauthGroup } from '../../../fields/document.ts'
import { words } from '../../../fields/field.ts'
import { isObject } from '../../../kernel/json.ts'
import { table } from '../../../kernel/table.ts'
import { actId } from '../../../lib/oauth/act.ts'
import { setOauth, setService } from '../../../lib/oauth/document.ts'
import { distinctScopes } from '../../../lib/oauth/scopes.ts'
import { put } from '../../../lib/put.ts'
import { toAccount } from '../../microsoft/readers/directory-act.ts'
import { isGuid } from '../../microsoft/readers/entity.ts'
import { idOf, textOf } from '../../microsoft/readers/values.ts'
import type { AuditDraft, AuditRecord } from './audit-record.ts'
import { parameterOf } from './collections.ts'
import { readOutsidePath } from './outside-paths.ts'
import { operationOf, recordType } from './record.ts'

type Grant = NonNullable<OauthGroup['grant']>

const teamsActions: ReadonlyMap<string, 'app_install' | 'app_uninstall'> = new Map([
  ['appinstalled', 'app_install'],
  ['appuninstalled', 'app_uninstall'],
])

const breadths: Readonly<Record<string, NonNullable<Grant['breadth']>>> = table({
  user: 'user',
  team: 'group',
  chat: 'group',
  channel: 'group',
  tenant: 'tenant',
})

function permissionsOf(record: AuditRecord): string[] {
  const list = record.ResourceSpecificApplicationPermissions
  if (!Array.isArray(list)) return []
  return distinctScopes(list.flatMap((entry) => textOf(isObject(entry) ? (entry.Name ?? entry.Value) : entry) ?? []))
}

function readTeamsApp(record: AuditRecord, action: 'app_install' | 'app_uninstall'): OauthGroup {
  const app: NonNullable<OauthGroup['app']> = { kind: 'addon' }
  put(app, 'id', idOf(record.AzureADAppId) ?? idOf(record.AppExternalId) ?? idOf(record.AddOnGuid))
  put(app, 'name', textOf(record.AddOnName))
  const grant: Grant = { kind: 'install' }
  put(grant, 'breadth', breadths[textOf(record.OperationScope)?.toLowerCase() ?? ''])
  const scopes = permissionsOf(record)
  if (scopes.length > 0) {
    if (action === 'app_install') Object.assign(grant, { scopes, scopes_added: scopes })
    else grant.scopes_removed = scopes
  }
  const oauth: OauthGroup = { action, app, grant }
  const user = textOf(record.UserId)
  if (user?.includes('@')) oauth.account = toAccount(undefined, user)
  return oauth
}

const exchange = '00000002-0000-0ff1-ce00-000000000000'
const applicationRole = /^Application (\S{1,100})$/
/** Parameters that limit the role of an application, or the roles of a new group, to some mailboxes. */
const roleScopes = [
  ...['CustomResourceScope', 'RecipientAdministrativeUnitScope'],
  ...['CustomRecipientWriteScope', 'RecipientOrganizationalUnitScope'],
]

const breadthOfRole = (draft: AuditDraft): 'group' | 'tenant' =>
  roleScopes.some((name) => parameterOf(draft, name) !== undefined) ? 'group' : 'tenant'

function readExchangeRole(draft: AuditDraft): OauthGroup | undefined {
  const client = parameterOf(draft, 'App')
  if (client === undefined) return undefined
  const role = parameterOf(draft, 'Role')
  const app: NonNullable<OauthGroup['app']> = {}
  // The parameter takes an app id, the object id of a service principal, or a name.
  if (isGuid(client)) put(app, 'id', idOf(client))
  else app.name = client
  const grant: Grant = {
    kind: 'application',
    breadth: breadthOfRole(draft),
    app_only: true,
    self: false,
    resource: { id: [exchange] },
  }
  const scope = role === undefined ? undefined : applicationRole.exec(role)?.[1]
  if (scope !== undefined) {
    Object.assign(grant, { scopes: [scope], scopes_added: [scope], scopes_qualified: [`${exchange}:${scope}`] })
  }
  return { action: 'app_role_grant', app, grant, ...(role !== undefined && { role: { name: role } }) }
}

/** Names of the parameter for the accounts that gain or lose a right. */
const granteeNames = ['User', 'Trustee', 'Member', 'Members']

/**
 * The object IDs among the holders of a right, in their order. `Members` and `Trustee` take lists
 * (https://learn.microsoft.com/powershell/module/exchangepowershell/update-rolegroupmember).
 */
export const granteesOf = (parameter: (name: string) => unknown): string[] =>
  granteeNames
    .flatMap((name) => textOf(parameter(name))?.split(/[,;]\s*/) ?? [])
    .filter(isGuid)
    .flatMap((id) => idOf(id) ?? [])

/**
 * Reads a right to one mailbox, or membership in a role group. Exchange identifies a service principal by object ID, and
 * a person usually by address or alias. Only the entity store knows whether the ID belongs to an application.
 */
function readRight(draft: AuditDraft): OauthGroup | undefined {
  const [grantee] = granteesOf((name) => parameterOf(draft, name))
  if (grantee === undefined || parameterOf(draft, 'Deny') === 'True') return undefined
  const app = { object_id: grantee }
  const operation = operationOf(draft.record)
  const isGroup = operation.includes('rolegroup')
  const grant: Grant = {
    kind: 'application',
    breadth: isGroup ? breadthOfRole(draft) : 'user',
    app_only: true,
    self: false,
    resource: { id: [exchange] },
  }
  const target = parameterOf(draft, 'Identity') ?? parameterOf(draft, 'Name')
  const right = isGroup ? target : parameterOf(draft, 'AccessRights')
  const isRemoved = operation.startsWith('remove-') || right === 'None'
  const oauth: OauthGroup = { action: isRemoved ? 'app_role_revoke' : 'app_role_grant', app, grant }
  if (right !== undefined) oauth.role = { name: right }
  const mailbox = target?.split(':')[0]
  if (!isGroup && mailbox?.includes('@')) oauth.account = toAccount(undefined, mailbox)
  return oauth
}

/** Reads an Exchange service principal with all its IDs. Exchange has its own list of service principals. */
function readExchangePrincipal(draft: AuditDraft): OauthGroup | undefined {
  const app: NonNullable<OauthGroup['app']> = {}
  put(app, 'id', idOf(parameterOf(draft, 'AppId')))
  put(app, 'object_id', idOf(parameterOf(draft, 'ObjectId') ?? parameterOf(draft, 'ServiceId')))
  put(app, 'name', parameterOf(draft, 'DisplayName'))
  return app.id === undefined ? undefined : { action: 'sp_update', app }
}

/** Format: tenant, application, and the group to which the policy restricts the application. */
const accessPolicy = /^[^\\]{1,100}\\([0-9a-f-]{36}):/i

function readAccessPolicy(draft: AuditDraft): OauthGroup | undefined {
  const identity = parameterOf(draft, 'Identity') ?? textOf(draft.record.ObjectId)
  const client = accessPolicy.exec(identity ?? '')?.[1]
  if (client === undefined || !isGuid(client)) return undefined
  const policy = { setting: 'ApplicationAccessPolicy', direction: 'loosened' } as const
  return { action: 'policy_change', app: { id: client.toLowerCase() }, policy }
}

/** Cmdlets that give or take a right to a mailbox, or membership in a role group. */
const rightCmdlets = words(`
  add-mailboxpermission add-recipientpermission add-mailboxfolderpermission set-mailboxfolderpermission
  remove-mailboxpermission remove-recipientpermission remove-mailboxfolderpermission add-rolegroupmember
  remove-rolegroupmember update-rolegroupmember new-rolegroup`)

const exchangeActs = new Map<string, (draft: AuditDraft) => OauthGroup | undefined>([
  ...rightCmdlets.map((name) => [name, readRight] as const),
  ['new-managementroleassignment', readExchangeRole],
  ['new-serviceprincipal', readExchangePrincipal],
  ['remove-applicationaccesspolicy', readAccessPolicy],
])

function readAccess(draft: AuditDraft): OauthGroup | undefined {
  const { record } = draft
  const operation = operationOf(record)
  switch (recordType(record)) {
    case 1:
      return (exchangeActs.get(operation) ?? readOutsidePath)(draft)
    case 25: {
      const action = teamsActions.get(operation)
      return action === undefined ? undefined : readTeamsApp(record, action)
    }
    default:
      return undefined
  }
}

export function readAppAccess(draft: AuditDraft): void {
  const { record, document } = draft
  const oauth = readAccess(draft)
  if (oauth?.action === undefined) return
  oauth.act = {
    id: actId({
      vendor: 'microsoft',
      tenant: idOf(record.OrganizationId),
      correlation: idOf(record.Id),
      action: oauth.action,
      app: oauth.app?.id ?? oauth.app?.name,
      target: idOf(record.TeamGuid) ?? idOf(record.ObjectId),
      discriminator: oauth.grant?.scopes ?? [],
    }),
  }
  if (oauth.app?.object_id === undefined || oauth.app.id !== undefined) setService(document, oauth.app)
  setOauth(document, oauth)
}
