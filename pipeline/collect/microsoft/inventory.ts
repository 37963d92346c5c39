// The directory of a tenant as Microsoft Graph lists it: applications, grants and accounts.
import { isObject, type JsonObject } from '../../../mappings/kernel/json.ts'
import { inParallel } from '../../clients/in-parallel.ts'
import { graphList, nextLink, objectsIn } from '../answers.ts'
import { type LogSource, presentState, toSecond } from '../log-source.ts'
import { isGone, type VendorClient } from '../vendor-client.ts'

const listedAtOnce = 4

const servicePrincipalMembers = [
  ...['id', 'appId', 'displayName', 'appDisplayName', 'servicePrincipalType', 'servicePrincipalNames', 'tags'],
  ...['appOwnerOrganizationId', 'accountEnabled', 'createdDateTime', 'verifiedPublisher', 'publisherName', 'replyUrls'],
  ...['homepage', 'signInAudience', 'keyCredentials', 'passwordCredentials', 'appRoles', 'disabledByMicrosoftStatus'],
]
const userMembers = [
  ...['id', 'displayName', 'userPrincipalName', 'mail', 'proxyAddresses', 'userType', 'accountEnabled'],
  ...['createdDateTime', 'lastPasswordChangeDateTime', 'signInSessionsValidFromDateTime'],
]

/** Lists without a page size use the server's default. */
export const inventoryLists = {
  servicePrincipals: `/v1.0/servicePrincipals?$top=999&$select=${servicePrincipalMembers.join(',')}`,
  applications: '/v1.0/applications?$top=999',
  grants: '/v1.0/oauth2PermissionGrants',
  roles: '/v1.0/roleManagement/directory/roleAssignments?$expand=principal',
  users: `/v1.0/users?$top=999&$select=${userMembers.join(',')}`,
} as const

export const inventoryObjects = objectsIn(graphList)

/** Keeps only the naming members of a role holder: the list returns every member of the holder. */
function namedHolder({ principal, ...assignment }: JsonObject): JsonObject {
  if (!isObject(principal)) return assignment
  const names = ['@odata.type', 'id', 'appId', 'displayName', 'userPrincipalName']
  const kept = names.flatMap((name) => (principal[name] === undefined ? [] : [[name, principal[name]]]))
  return { ...assignment, principal: Object.fromEntries(kept) }
}

export function microsoftInventory(client: VendorClient, tenant: string): LogSource {
  return {
    id: 'entra-inventory',
    vendor: 'microsoft',
    ...presentState,
    collect: async ({ to }, out) => {
      const snapshotTime = toSecond(to)
      /** Writes a line for each page of a list: its objects, changed by `kept`, and the start time of the whole list. */
      const list = async (path: string, kept: (object: JsonObject) => JsonObject = (object) => object) => {
        const call = { url: `${client.base}${path}`, read: inventoryObjects }
        for await (const { value } of client.pages(call, nextLink))
          if (value.length > 0)
            await out.write([JSON.stringify({ snapshotTime, tenantId: tenant, value: value.map(kept) })])
      }
      // Service principals that offer permissions. Each lists the applications that hold one of its permissions.
      const resources: string[] = []
      await list(inventoryLists.servicePrincipals, ({ appRoles, ...object }) => {
        if (Array.isArray(appRoles) && appRoles.length > 0 && typeof object.id === 'string') resources.push(object.id)
        return object
      })
      await list(inventoryLists.applications)
      await list(inventoryLists.grants)
      await inParallel(resources, listedAtOnce, (id) =>
        list(`/v1.0/servicePrincipals/${id}/appRoleAssignedTo`).catch((error) => {
          if (!isGone(error)) throw error
        }),
      )
      await list(inventoryLists.roles, namedHolder)
      await list(inventoryLists.users)
    },
  }
}
