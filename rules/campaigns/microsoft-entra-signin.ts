// Entra sign-ins of users and of applications, and calls of Microsoft Graph.
import { microsoftServices } from './microsoft-clients.ts'
import { entraTime, envelope } from './microsoft-entra.ts'
import { type App, type Log, type Named, type Person, systemOf } from './microsoft-tenant.ts'

interface Place {
  readonly city: string
  readonly state: string
  readonly countryOrRegion: string
  readonly geoCoordinates: { readonly latitude: number; readonly longitude: number }
}

const place = (city: string, state: string, country: string, latitude: number, longitude: number): Place => ({
  city,
  state,
  countryOrRegion: country,
  geoCoordinates: { latitude, longitude },
})

/** The home networks are in Rotterdam, 192.0.2.0/24 and IPv6 addresses are elsewhere. */
const placeOf = (ip: string): Place =>
  ip.startsWith('192.0.2.')
    ? place('Chisinau', 'Chisinau', 'MD', 47.01, 28.86)
    : ip.includes(':')
      ? place('Dallas', 'Texas', 'US', 32.78, -96.8)
      : place('Rotterdam', 'Zuid-Holland', 'NL', 51.92, 4.48)

const numberOf = (ip: string): number => (ip.startsWith('192.0.2.') ? 64511 : ip.includes(':') ? 64510 : 64500)

export const token = (log: Log): string => log.random.uuid().replaceAll('-', '').slice(0, 22)

const add = (log: Log, at: number, category: string, properties: Readonly<Record<string, unknown>>): string => {
  const id = log.random.uuid()
  const record = { id, createdDateTime: entraTime(log, at), ...properties }
  if (log.entra === 'polled') return log.add(at, id, record)
  const status = properties.status as { errorCode: number }
  return log.add(
    at,
    id,
    envelope(log, at + log.random.integer(60, 400) * 1000, {
      operationName: 'Sign-in activity',
      category,
      resultType: `${status.errorCode}`,
      resultSignature: status.errorCode === 0 ? 'SUCCESS' : 'FAILURE',
      callerIpAddress: properties.ipAddress,
      correlationId: properties.correlationId,
      level: '4',
      location: placeOf(`${properties.ipAddress}`).countryOrRegion,
      properties: record,
    }),
  )
}

export interface UserSignIn {
  readonly person: Person
  readonly client: Named
  readonly resource: Named
  readonly ip: string
  readonly agent?: string
  readonly interactive?: boolean
  readonly error?: number
  readonly reason?: string
  readonly protocol?: string
  readonly session?: string
  readonly tokenId?: string
  readonly incoming?: string
  readonly ownerTenant?: string
  readonly risk?: string
  readonly device?: string
  readonly singleFactor?: boolean
}

/** A sign-in of a user. Returns its id. */
export const userSignIn = (log: Log, at: number, signIn: UserSignIn): string => {
  const { person, client, resource } = signIn
  const interactive = signIn.interactive ?? true
  const agent = signIn.agent ?? person.agent
  return add(log, at, interactive ? 'SignInLogs' : 'NonInteractiveUserSignInLogs', {
    userDisplayName: person.name,
    userPrincipalName: person.upn,
    userId: person.oid,
    appId: client.appId,
    appDisplayName: client.name,
    ipAddress: signIn.ip,
    status: {
      errorCode: signIn.error ?? 0,
      ...(signIn.error ? { failureReason: signIn.reason ?? 'Invalid username or password.' } : {}),
      additionalDetails: null,
    },
    clientAppUsed: agent.startsWith('Mozilla') ? 'Browser' : 'Mobile Apps and Desktop clients',
    userAgent: agent,
    deviceDetail: {
      deviceId: signIn.device ?? '',
      displayName: '',
      operatingSystem: systemOf(agent),
      browser: agent.includes('Chrome') ? 'Chrome 141.0.0' : '',
      isCompliant: false,
      isManaged: false,
      trustType: signIn.device ? 'Azure AD joined' : '',
    },
    location: placeOf(signIn.ip),
    correlationId: log.random.uuid(),
    conditionalAccessStatus: 'notApplied',
    originalRequestId: '',
    isInteractive: interactive,
    tokenIssuerType: 'AzureAD',
    authenticationRequirement: signIn.singleFactor ? 'singleFactorAuthentication' : 'multiFactorAuthentication',
    authenticationProtocol: signIn.protocol ?? 'oAuth2',
    incomingTokenType: signIn.incoming ?? 'none',
    riskLevelAggregated: 'none',
    riskLevelDuringSignIn: signIn.risk ?? 'none',
    riskState: 'none',
    riskDetail: 'none',
    resourceDisplayName: resource.name,
    resourceId: resource.appId,
    sessionId: signIn.session ?? log.random.uuid(),
    uniqueTokenIdentifier: signIn.tokenId ?? token(log),
    autonomousSystemNumber: numberOf(signIn.ip),
    crossTenantAccessType: 'none',
    homeTenantId: log.tenant.id,
    resourceTenantId: log.tenant.id,
    appOwnerTenantId: signIn.ownerTenant ?? microsoftServices,
  })
}

export interface AppSignIn {
  readonly app: App
  readonly resource: Named
  readonly ip?: string
  readonly keyId?: string
  readonly kind?: 'clientSecret' | 'clientAssertion' | 'federatedIdentityCredential'
  readonly tokenId?: string
}

/** A sign-in of an application without a user. Returns its id. */
export const appSignIn = (log: Log, at: number, signIn: AppSignIn): string => {
  const { app, resource } = signIn
  const ip = signIn.ip ?? app.ip
  return add(log, at, 'ServicePrincipalSignInLogs', {
    userDisplayName: '',
    userPrincipalName: '',
    userId: '',
    appId: app.appId,
    appDisplayName: app.name,
    ipAddress: ip,
    status: { errorCode: 0 },
    clientAppUsed: 'Unknown',
    location: placeOf(ip),
    correlationId: log.random.uuid(),
    conditionalAccessStatus: 'notApplied',
    resourceDisplayName: resource.name,
    resourceId: resource.appId,
    servicePrincipalId: app.spId,
    servicePrincipalName: app.name,
    servicePrincipalCredentialKeyId: signIn.keyId ?? app.keyId,
    clientCredentialType: signIn.kind ?? 'clientSecret',
    uniqueTokenIdentifier: signIn.tokenId ?? token(log),
    autonomousSystemNumber: numberOf(ip),
    signInEventTypes: ['servicePrincipal'],
    appOwnerTenantId: app.ownerTenant,
    resourceTenantId: log.tenant.id,
  })
}
