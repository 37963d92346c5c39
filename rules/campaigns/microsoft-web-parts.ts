// SharePoint web parts: packages in the app catalog, and the grants of the shared client of all web parts, in the unified audit log.
import { microsoftServices } from './microsoft-clients.ts'
import { directory, principalTarget } from './microsoft-layouts.ts'
import { type App, addChanged, type Log, makeApp, type Person } from './microsoft-tenant.ts'
import { file } from './microsoft-workloads.ts'

/** The client through which all web parts of a tenant obtain tokens. */
export const webPartClient = (log: Log): App =>
  makeApp(log.random, 'SharePoint Online Web Client Extensibility', microsoftServices, {
    appId: '08e18876-6177-487e-b8b5-cf950c1e598c',
    objectId: '',
    reply: '',
  })

export interface Approval {
  readonly client: App
  readonly before: string
  readonly scopes: string
  readonly agent?: string
}

/** An administrator approves a request on the API access page. No consent accompanies it. Returns the ID. */
export const approveAccess = (log: Log, at: number, by: Person, approval: Approval): string => {
  const { client } = approval
  const { graph } = log.tenant
  return directory(log, at, {
    operation: 'Add delegated permission grant.',
    by,
    target: principalTarget(graph),
    objectId: graph.names,
    category: 'ServicePrincipal',
    details: { 'User-Agent': approval.agent ?? by.agent, AppId: graph.appId },
    changes: [
      { name: 'DelegatedPermissionGrant.Scope', now: approval.scopes, before: approval.before },
      {
        name: 'DelegatedPermissionGrant.ConsentType',
        now: 'AllPrincipals',
        before: approval.before && 'AllPrincipals',
      },
      { name: 'ServicePrincipal.ObjectID', now: client.spId },
      { name: 'ServicePrincipal.DisplayName', now: '' },
      { name: 'ServicePrincipal.AppId', now: '' },
      { name: 'ServicePrincipal.Name', now: '' },
      { name: 'TargetId.ServicePrincipalNames', now: graph.names },
    ],
  })
}

/** A package is added to the app catalog. Returns the ID. */
export const uploadPackage = (
  log: Log,
  at: number,
  person: Person,
  name: string,
  from: { readonly ip?: string; readonly agent?: string; readonly again?: boolean } = {},
): string =>
  addChanged(
    log,
    at,
    (side) =>
      file(side, at, {
        person,
        client: log.tenant.sharepoint,
        ip: from.ip ?? person.ip,
        agent: from.agent ?? person.agent,
        file: name,
        site: 'appcatalog',
        operation: from.again ? 'FileModified' : 'FileUploaded',
      }),
    (record) => ({
      ...record,
      ObjectId: `${record.SiteUrl}AppCatalog/${name}`,
      SourceRelativeUrl: 'AppCatalog',
    }),
  )
