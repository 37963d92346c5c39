// AzureHound in Microsoft Graph activity logs: it lists the directory to find attack paths.
import { graphCall } from './microsoft-graph.ts'
import type { App, Log, Named, Person } from './microsoft-tenant.ts'

/** The client that AzureHound uses, unless it has its own registration. */
export const azurePowerShell: Named = {
  name: 'Microsoft Azure PowerShell',
  appId: '1950a258-227b-4e31-a9cf-717495945fc2',
}

export interface Collection {
  readonly client: Named | App
  /** The user of the token; without it, the client acts as an application. */
  readonly person?: Person
  readonly ip: string
  readonly version: string
  readonly permissions: string
  readonly tokenId: string
  /** The number of objects whose members and owners the run requests. */
  readonly objects: number
}

const lists = [
  '/organization',
  '/users?$select=id,displayName,userPrincipalName,accountEnabled,onPremisesSyncEnabled&$top=999',
  '/groups?$filter=securityEnabled eq true&$top=999',
  '/devices?$top=999',
  '/applications?$top=999',
  '/servicePrincipals?$top=999',
  '/directoryRoles',
  '/roleManagement/directory/roleDefinitions',
]

const details = [
  (id: string) => `/groups/${id}/members?$select=id&$top=999`,
  (id: string) => `/groups/${id}/owners?$select=id&$top=999`,
  (id: string) => `/applications/${id}/owners?$top=999`,
  (id: string) => `/servicePrincipals/${id}/owners?$top=999`,
  (id: string) => `/servicePrincipals/${id}/appRoleAssignedTo?$top=999`,
  (id: string) => `/roleManagement/directory/roleAssignments?$filter=roleDefinitionId eq '${id}'`,
]

/** One run: the lists, and then the members and owners of objects. Returns the IDs. */
export const collectPaths = (log: Log, start: number, run: Collection): readonly string[] => {
  let at = start
  const call = (uri: string, size: number): string => {
    at += log.random.integer(200, 1800)
    return graphCall(log, at, {
      client: run.client,
      ...(run.person ? { person: run.person } : {}),
      ip: run.ip,
      agent: `azurehound/${run.version}`,
      uri,
      size,
      permissions: run.permissions,
      tokenId: run.tokenId,
    })
  }
  return [
    ...lists.map((uri) => call(uri, log.random.integer(20_000, 400_000))),
    ...Array.from({ length: run.objects }, () =>
      call(log.random.pick(details)(log.random.uuid()), log.random.integer(400, 9000)),
    ),
  ]
}
