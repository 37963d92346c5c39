// Requests in the Microsoft Graph activity log, and roles of applications with their ids.
import { type App, graphId, type Tenant } from './quiet-microsoft.ts'
import { type Place, type Scene, toTick } from './quiet-scene.ts'

export const roles = {
  directory: ['7ab1d382-f21e-4acd-a863-ba3e13f7da61', 'Directory.Read.All', 'Read directory data'],
  users: ['df021288-bdef-4463-88db-98f22de89214', 'User.Read.All', "Read all users' full profiles"],
  reports: ['230c1aed-a721-4c5d-9cb4-a90514e508ef', 'Reports.Read.All', 'Read all usage reports'],
  organization: ['498476ce-e0fe-48b0-b801-37ba7e2685c6', 'Organization.Read.All', 'Read organization information'],
  presence: ['a70e0c2d-e793-494c-94c4-118fa0a67f42', 'Presence.Read.All', 'Read presence information of all users'],
  calls: [
    '4c277553-8a09-487b-8023-29ee378d8324',
    'Calls.InitiateGroupCall.All',
    'Initiate outgoing group calls from the app',
  ],
} as const satisfies Record<string, readonly [string, string, string]>

/** A request of an application with its own permissions. */
export const request = (
  scene: Scene,
  t: Tenant,
  time: number,
  app: App,
  where: Place,
  path: string,
  permissions: readonly string[],
): string => {
  const id = scene.random.uuid()
  const duration = scene.random.integer(60_000, 900_000)
  return scene.put(time, id, {
    time: `${toTick(time)}Z`,
    resourceId: `/TENANTS/${t.id.toUpperCase()}/PROVIDERS/MICROSOFT.AADIAM`,
    operationName: 'Microsoft Graph Activity',
    operationVersion: 'v1.0',
    category: 'MicrosoftGraphActivityLogs',
    resultSignature: '200',
    durationMs: String(duration),
    callerIpAddress: where.address,
    correlationId: id,
    level: 'Informational',
    location: 'West Europe',
    properties: {
      timeGenerated: `${toTick(time)}Z`,
      location: 'West Europe',
      requestId: id,
      operationId: id,
      clientRequestId: scene.random.uuid(),
      apiVersion: 'v1.0',
      requestMethod: 'GET',
      responseStatusCode: 200,
      tenantId: t.id,
      durationMs: duration,
      responseSizeBytes: scene.random.integer(2_000, 90_000),
      signInActivityId: Buffer.from(scene.random.uuid()).toString('base64url').slice(0, 22),
      roles: permissions.join(' '),
      scopes: '',
      appId: app.appId,
      UserPrincipalObjectID: null,
      userId: null,
      servicePrincipalId: app.principal,
      identityProvider: `https://sts.windows.net/${t.id}/`,
      clientAuthMethod: '1',
      wids: '0997a1d0-0d1d-4acb-b408-d5ca73121e90',
      isReplay: false,
      C_Idtyp: 'app',
      ipAddress: where.address,
      userAgent: 'node-fetch/1.0',
      requestUri: `https://graph.microsoft.com/v1.0/${path}`,
      tokenIssuedAt: `${toTick(time - 240_000)}Z`,
    },
    tenantId: t.id,
  })
}

export const graphApp: App = {
  name: 'Microsoft Graph',
  appId: graphId,
  owner: 'f8cdef31-a31e-4b4a-93e4-5f571e91255a',
  principal: graphId,
}
