// Microsoft Graph activity (diagnostic settings only).
import { token } from './microsoft-entra-signin.ts'
import type { App, Log, Named, Person } from './microsoft-tenant.ts'

export interface Call {
  /** The client; an application without a user, if `person` is absent. */
  readonly client: Named | App
  readonly person?: Person
  readonly ip: string
  readonly uri: string
  readonly method?: string
  readonly status?: number
  readonly size?: number
  /** Scopes of a delegated token, or application permissions. */
  readonly permissions: string
  readonly agent: string
  readonly tokenId?: string
  readonly wids?: string
}

/** One call. Its vendor id is the request id. Returns it. */
export const graphCall = (log: Log, at: number, call: Call): string => {
  const { random, tenant } = log
  const id = random.uuid()
  const time = new Date(at).toISOString().replace('Z', '0000Z')
  const { person, client } = call
  const status = call.status ?? 200
  const duration = random.integer(60_000, 500_000)
  return log.add(at, id, {
    time,
    resourceId: `/TENANTS/${tenant.id.toUpperCase()}/PROVIDERS/MICROSOFT.AADIAM`,
    operationName: 'Microsoft Graph Activity',
    operationVersion: 'v1.0',
    category: 'MicrosoftGraphActivityLogs',
    resultSignature: `${status}`,
    durationMs: `${duration}`,
    callerIpAddress: call.ip,
    correlationId: id,
    level: 'Informational',
    location: 'West Europe',
    properties: {
      timeGenerated: time,
      location: 'West Europe',
      requestId: id,
      operationId: id,
      clientRequestId: random.uuid(),
      apiVersion: 'v1.0',
      requestMethod: call.method ?? 'GET',
      responseStatusCode: status,
      tenantId: tenant.id,
      durationMs: duration,
      responseSizeBytes: call.size ?? random.integer(900, 9_000),
      signInActivityId: call.tokenId ?? token(log),
      roles: person ? '' : call.permissions,
      scopes: person ? call.permissions : '',
      appId: client.appId,
      UserPrincipalObjectID: person?.oid ?? '',
      ...(person ? { userId: person.oid } : { servicePrincipalId: 'spId' in client ? client.spId : '' }),
      identityProvider: `https://sts.windows.net/${tenant.id}/`,
      clientAuthMethod: person ? '0' : '1',
      wids: call.wids ?? (person ? 'b79fbf4d-3ef9-4689-8143-76b194e85509' : '0997a1d0-0d1d-4acb-b408-d5ca73121e90'),
      isReplay: false,
      C_Idtyp: person ? 'user' : 'app',
      ipAddress: call.ip,
      userAgent: call.agent,
      requestUri: `https://graph.microsoft.com/v1.0${call.uri}`,
      tokenIssuedAt: new Date(at - random.integer(60, 2400) * 1000).toISOString().replace('Z', '0000Z'),
    },
    tenantId: tenant.id,
  })
}
