// Sign-ins of people of a partner, and risk of workload identities, as diagnostic settings write them.
import { microsoftServices } from './microsoft-clients.ts'
import { entraTime, envelope } from './microsoft-entra.ts'
import { token } from './microsoft-entra-signin.ts'
import { type App, type Log, type Named, type Person, systemOf } from './microsoft-tenant.ts'

export interface PartnerSignIn {
  readonly person: Person
  readonly homeTenant: string
  readonly client: Named
  readonly resource: Named
  readonly ip: string
  readonly country: readonly [city: string, state: string, country: string, latitude: number, longitude: number]
}

/** Somebody of a service provider signs in to the customer. Returns the id. */
export const partnerSignIn = (log: Log, at: number, signIn: PartnerSignIn): string => {
  const { person, client, resource, ip } = signIn
  const id = log.random.uuid()
  const correlationId = log.random.uuid()
  const [city, state, countryOrRegion, latitude, longitude] = signIn.country
  return log.add(
    at,
    id,
    envelope(log, at + log.random.integer(60, 400) * 1000, {
      operationName: 'Sign-in activity',
      category: 'SignInLogs',
      resultType: '0',
      resultSignature: 'SUCCESS',
      callerIpAddress: ip,
      correlationId,
      level: '4',
      location: countryOrRegion,
      properties: {
        id,
        createdDateTime: entraTime(log, at),
        userDisplayName: person.name,
        userPrincipalName: person.upn,
        userId: person.oid,
        appId: client.appId,
        appDisplayName: client.name,
        ipAddress: ip,
        status: { errorCode: 0, additionalDetails: null },
        clientAppUsed: 'Browser',
        userAgent: person.agent,
        deviceDetail: {
          deviceId: '',
          displayName: '',
          operatingSystem: systemOf(person.agent),
          browser: 'Chrome 141.0.0',
          isCompliant: false,
          isManaged: false,
          trustType: '',
        },
        location: { city, state, countryOrRegion, geoCoordinates: { latitude, longitude } },
        correlationId,
        conditionalAccessStatus: 'notApplied',
        originalRequestId: '',
        isInteractive: true,
        tokenIssuerType: 'AzureAD',
        authenticationRequirement: 'multiFactorAuthentication',
        authenticationProtocol: 'oAuth2',
        incomingTokenType: 'none',
        riskLevelAggregated: 'none',
        riskLevelDuringSignIn: 'none',
        riskState: 'none',
        riskDetail: 'none',
        resourceDisplayName: resource.name,
        resourceId: resource.appId,
        sessionId: log.random.uuid(),
        uniqueTokenIdentifier: token(log),
        autonomousSystemNumber: ip.startsWith('192.0.2.') ? 64511 : 64500,
        crossTenantAccessType: 'serviceProvider',
        homeTenantId: signIn.homeTenant,
        resourceTenantId: log.tenant.id,
        appOwnerTenantId: microsoftServices,
      },
    }),
  )
}

export interface WorkloadRisk {
  readonly app: App
  readonly kind: 'leakedCredentials' | 'suspiciousSignins' | 'anomalousServicePrincipalActivity'
  readonly level: 'low' | 'medium' | 'high'
  readonly keyIds: readonly string[]
  readonly ip?: string
}

/** A verdict of identity protection on a service principal. Returns the id. */
export const workloadRisk = (log: Log, at: number, risk: WorkloadRisk): string => {
  const id = log.random.uuid()
  const found = at + log.random.integer(20, 90) * 60_000
  return log.add(
    at,
    id,
    envelope(log, found, {
      operationName: 'Service Principal Risk Detection',
      category: 'ServicePrincipalRiskEvents',
      resultSignature: 'None',
      callerIpAddress: risk.ip ?? null,
      correlationId: log.random.uuid(),
      level: '4',
      properties: {
        id,
        requestId: null,
        correlationId: null,
        riskEventType: risk.kind,
        riskState: 'atRisk',
        riskLevel: risk.level,
        riskDetail: 'none',
        source: 'IdentityProtection',
        detectionTimingType: 'offline',
        activity: 'servicePrincipal',
        tokenIssuerType: 'AzureAD',
        ipAddress: risk.ip ?? null,
        location: null,
        activityDateTime: entraTime(log, at),
        detectedDateTime: entraTime(log, found),
        lastUpdatedDateTime: entraTime(log, found),
        servicePrincipalId: risk.app.spId,
        servicePrincipalDisplayName: risk.app.name,
        appId: risk.app.appId,
        keyIds: risk.keyIds,
        additionalInfo: '[]',
      },
    }),
  )
}
