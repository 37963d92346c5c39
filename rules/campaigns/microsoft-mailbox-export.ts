// The mailbox export API of Microsoft Graph, application use of Exchange Web Services, and removed application permissions.
import { provenCall } from './microsoft-client-kinds.ts'
import { directory, principalTarget } from './microsoft-layouts.ts'
import { mailRead } from './microsoft-mail.ts'
import type { Role } from './microsoft-oauth.ts'
import type { App, Log, Person, Resource } from './microsoft-tenant.ts'

/** Public IDs of application permissions of Microsoft Graph. */
export const exportRoles = {
  items: {
    id: '937550e9-33a3-494b-88ae-d9cd394b1fbb',
    value: 'MailboxItem.Export.All',
    title: 'Allows the app to export items in all mailboxes',
  },
  folders: {
    id: '99280d24-a782-4793-93cc-0888549957f6',
    value: 'MailboxFolder.Read.All',
    title: "Read all the users' mailbox folders",
  },
} as const satisfies Readonly<Record<string, Role>>

/** The application lists the items of a folder, or exports up to 20 of them. Returns the ID. */
export const exportCall = (
  log: Log,
  at: number,
  app: App,
  owner: Person,
  act: 'list' | 'export',
  from: { readonly tokenId: string; readonly ip?: string },
): string => {
  const mailbox = `/admin/exchange/mailboxes/MBX:${owner.mailbox}@${log.tenant.id}`
  const exported = act === 'export'
  return provenCall(log, at, '1', {
    client: app,
    ip: from.ip ?? app.ip,
    agent: app.agent,
    method: exported ? 'POST' : 'GET',
    uri: exported ? `${mailbox}/exportItems` : `${mailbox}/folders/inbox/items/delta`,
    size: exported ? log.random.integer(200_000, 6_000_000) : log.random.integer(4000, 40_000),
    permissions: 'Files.Read.All Mail.Read MailboxFolder.Read.All MailboxItem.Export.All Sites.Read.All',
    tokenId: from.tokenId,
  })
}

/** The application reads messages with Exchange Web Services, in the unified audit log. Returns the ID. */
export const webServicesRead = (log: Log, at: number, app: App, owner: Person, count: number): string =>
  mailRead(
    log,
    at,
    {
      owner,
      client: app,
      appOnly: app,
      ip: app.ip,
      info: `Client=WebServices;${app.agent};`,
      api: log.tenant.exchange.appId,
    },
    count,
  )

/** An application permission of `app` on `resource` is removed. Returns the ID. */
export const endAppRole = (log: Log, at: number, by: Person, app: App, resource: Resource, role: Role): string => {
  const ended = (name: string, before: string) => ({ name, now: '', before })
  return directory(log, at, {
    operation: 'Remove app role assignment from service principal.',
    by,
    target: principalTarget(resource),
    objectId: resource.names,
    category: 'ServicePrincipal',
    details: { 'User-Agent': by.agent, AppId: resource.appId },
    changes: [
      ended('AppRole.Id', role.id),
      ended('AppRole.Value', role.value),
      ended('AppRole.DisplayName', role.title),
      { name: 'ServicePrincipal.ObjectID', now: app.spId },
      { name: 'ServicePrincipal.DisplayName', now: app.name },
      { name: 'ServicePrincipal.AppId', now: app.appId },
      { name: 'ServicePrincipal.Name', now: app.appId },
      { name: 'TargetId.ServicePrincipalNames', now: resource.names },
    ],
  })
}
