// A Microsoft 365 tenant with its people and applications, and sign-ins as Entra sends them to an event hub.
import type { RawRecord } from './campaign.ts'
import { deviceDetail } from './quiet-devices.ts'
import { Line, type Place, type ProviderName, type Scene, type Town, toTick } from './quiet-scene.ts'
import type { Random } from './random.ts'

export interface App {
  readonly name: string
  readonly appId: string
  /** Tenant that owns the registration. */
  readonly owner: string
  /** Object id of the service principal in the customer's tenant. */
  readonly principal: string
}

export interface Person {
  readonly name: string
  readonly upn: string
  readonly oid: string
  readonly puid: string
  readonly sid: string
  readonly mailbox: string
  readonly desktop: string
  readonly phone: string
  readonly device: string
  readonly deviceName: string
  readonly home: Line
  readonly mobile: Line
}

export interface Tenant {
  readonly id: string
  readonly domain: string
  readonly initial: string
  /** Short name of the SharePoint host. */
  readonly host: string
  readonly office: Place
  readonly graph: string
  readonly people: readonly Person[]
}

const microsoftTenant = 'f8cdef31-a31e-4b4a-93e4-5f571e91255a'
const firstParty = (name: string, appId: string): App => ({ name, appId, owner: microsoftTenant, principal: appId })

export const graphId = '00000003-0000-0000-c000-000000000000'
export const first = {
  home: firstParty('OfficeHome', '4765445b-32c6-49b0-83e6-1d93765276ca'),
  teams: firstParty('Microsoft Teams', '1fec8e78-bce4-4aaf-ab1b-5451cc387264'),
  office: firstParty('Microsoft Office', 'd3590ed6-52b3-4102-aeff-aad2292ab01c'),
  outlookWeb: firstParty('One Outlook Web', '9199bf20-a13f-4107-85dc-02114787ef48'),
  outlookMobile: firstParty('Outlook Mobile', '27922004-5251-4030-b22d-91ecd9a37ea4'),
  sync: firstParty('OneDrive SyncEngine', 'ab9b8c07-8f02-4f72-87fa-80105867a763'),
  sharePoint: firstParty('Office 365 SharePoint Online', '00000003-0000-0ff1-ce00-000000000000'),
  exchange: firstParty('Office 365 Exchange Online', '00000002-0000-0ff1-ce00-000000000000'),
  portal: firstParty('Azure Portal', 'c44b4083-3bb0-49c1-b47d-974e53cbdf3c'),
  exchangeShell: firstParty('Microsoft Exchange REST API Based Powershell', 'fb78d390-0c51-40cd-8e17-fdbfab77341b'),
  appleAccounts: firstParty('Apple Internet Accounts', 'f8d98a96-0999-43f5-8af3-69971c7bb423'),
  broker: firstParty('Microsoft Authentication Broker', '29d9ed98-a469-4536-ade2-f981bc1d605e'),
  securityInfo: firstParty('My Signins', '19db86c3-b2b9-44cc-b339-36da233a3be2'),
} as const

export const vendorApp = (random: Random, name: string): App => ({
  name,
  appId: random.uuid(),
  owner: random.uuid(),
  principal: random.uuid(),
})

const desktops = ['Windows NT 10.0; Win64; x64', 'Windows NT 10.0; Win64; x64', 'Macintosh; Intel Mac OS X 10_15_7']
const chrome = (system: string, edge: boolean): string =>
  `Mozilla/5.0 (${system}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{v}.0.0.0 Safari/537.36${edge ? ' Edg/{v}.0.0.0' : ''}`
const phones = [
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{v}.0.0.0 Mobile Safari/537.36',
]

/** The browser of the day: a new version every four weeks, Chrome 143 in January 2026. */
export const agentAt = (agent: string, time: number): string =>
  agent.replaceAll('{v}', String(143 + Math.floor((time - Date.UTC(2026, 0, 13)) / (28 * 86_400_000))))

export interface Lines {
  readonly town: Town
  readonly home: readonly ProviderName[]
  readonly mobile: readonly ProviderName[]
}

export const person = (random: Random, name: string, domain: string, lines: Lines): Person => ({
  name,
  upn: `${name.toLowerCase().replaceAll(' ', '.')}@${domain}`,
  oid: random.uuid(),
  puid: `10032002${random.digits(8)}`,
  sid: `S-1-5-21-${random.digits(9)}-${random.digits(9)}-${random.digits(9)}-${random.digits(7)}`,
  mailbox: random.uuid(),
  desktop: chrome(random.pick(desktops), random.number() < 0.6),
  phone: random.pick(phones),
  device: random.uuid(),
  deviceName: `LT-${random.digits(5)}`,
  home: new Line(random, random.pick(lines.home), lines.town, random.integer(2, 30)),
  mobile: new Line(random, random.pick(lines.mobile), lines.town, 0.4),
})

export interface SignIn {
  readonly interactive?: boolean
  readonly resource?: App
  readonly agent?: string
  /** Not a computer of the company. */
  readonly own?: boolean
  readonly error?: number
  readonly reason?: string
  /** Members that replace the usual ones. */
  readonly more?: Readonly<Record<string, unknown>>
}

const envelope = (tenant: Tenant, time: number, category: string, where: Place, properties: RawRecord): RawRecord => ({
  time: `${toTick(time + 190_000)}Z`,
  resourceId: `/tenants/${tenant.id}/providers/Microsoft.aadiam`,
  operationName: 'Sign-in activity',
  operationVersion: '1.0',
  category,
  tenantId: tenant.id,
  resultType: String((properties.status as { errorCode: number }).errorCode),
  resultSignature: (properties.status as { errorCode: number }).errorCode === 0 ? 'SUCCESS' : 'FAILURE',
  durationMs: 0,
  callerIpAddress: where.address,
  correlationId: properties.correlationId,
  Level: 4,
  location: where.country,
  properties,
})

const common = (scene: Scene, tenant: Tenant, time: number, app: App, resource: App, where: Place, error: SignIn) => ({
  id: scene.random.uuid(),
  createdDateTime: `${toTick(time)}+00:00`,
  appId: app.appId,
  appDisplayName: app.name,
  ipAddress: where.address,
  status: error.error ? { errorCode: error.error, failureReason: error.reason ?? '' } : { errorCode: 0 },
  correlationId: scene.random.uuid(),
  conditionalAccessStatus: error.error ? 'failure' : 'success',
  tokenIssuerType: 'AzureAD',
  riskDetail: 'none',
  riskLevelAggregated: 'none',
  riskLevelDuringSignIn: 'none',
  riskState: 'none',
  resourceDisplayName: resource.name,
  resourceId: resource.appId,
  resourceTenantId: tenant.id,
  homeTenantId: tenant.id,
  autonomousSystemNumber: where.asn,
  location: { city: where.city, state: where.state, countryOrRegion: where.country, geoCoordinates: {} },
  uniqueTokenIdentifier: Buffer.from(scene.random.uuid()).toString('base64url').slice(0, 22),
  appOwnerTenantId: app.owner,
})

export const signIn = (scene: Scene, t: Tenant, time: number, who: Person, app: App, where: Place, o: SignIn = {}) => {
  const interactive = o.interactive ?? true
  const agent = agentAt(o.agent ?? who.desktop, time)
  // A machine of a vendor that renews the token of a user.
  const machine = !agent.startsWith('Mozilla/')
  const base = common(
    scene,
    t,
    time,
    app,
    o.resource ?? { ...first.office, name: 'Microsoft Graph', appId: graphId },
    where,
    o,
  )
  const properties = {
    ...base,
    userId: who.oid,
    userPrincipalName: who.upn,
    userDisplayName: who.name,
    userType: 'member',
    isInteractive: interactive,
    clientAppUsed: interactive ? 'Browser' : 'Mobile Apps and Desktop clients',
    userAgent: agent,
    deviceDetail: deviceDetail(agent, who, o.own ?? false),
    authenticationProtocol: 'none',
    originalTransferMethod: 'none',
    incomingTokenType: interactive ? 'none' : machine ? 'refreshToken' : 'primaryRefreshToken',
    authenticationRequirement: interactive ? 'multiFactorAuthentication' : 'singleFactorAuthentication',
    authenticationDetails: interactive
      ? [
          {
            authenticationStepDateTime: `${toTick(time)}+00:00`,
            authenticationMethod: 'Previously satisfied',
            succeeded: !o.error,
            authenticationStepResultDetail: 'MFA requirement satisfied by claim in the token',
            authenticationStepRequirement: '',
          },
        ]
      : [],
    sessionId: scene.random.uuid(),
    crossTenantAccessType: 'none',
    networkLocationDetails: [],
    ...o.more,
  }
  return scene.put(
    time,
    base.id,
    envelope(t, time, interactive ? 'SignInLogs' : 'NonInteractiveUserSignInLogs', where, properties),
  )
}

export const appSignIn = (
  scene: Scene,
  t: Tenant,
  time: number,
  app: App,
  where: Place,
  key: string,
  resource: App = first.exchange,
) => {
  const base = common(scene, t, time, app, resource, where, {})
  const properties = {
    ...base,
    conditionalAccessStatus: 'notApplied',
    servicePrincipalId: app.principal,
    servicePrincipalName: app.name,
    servicePrincipalCredentialKeyId: key,
    clientCredentialType: 'clientSecret',
    signInEventTypes: ['servicePrincipal'],
  }
  return scene.put(time, base.id, envelope(t, time, 'ServicePrincipalSignInLogs', where, properties))
}
