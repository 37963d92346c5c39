// Trust between tenants in the Entra directory audit, accounts that another tenant synchronizes, and their sign-ins.
import { microsoftServices } from './microsoft-clients.ts'
import { account, audit, entraTime, envelope } from './microsoft-entra.ts'
import { token } from './microsoft-entra-signin.ts'
import { type Log, makeApp, type Named, type Person, systemOf } from './microsoft-tenant.ts'

/** The settings for the tenant `partner` are made or changed from the address `ip`. Returns the ids. */
export const trustTenant = (
  log: Log,
  at: number,
  by: Person,
  partner: { readonly id: string; readonly name: string },
  ip: string,
): readonly string[] => {
  const write = (
    later: number,
    activity: string,
    category: string,
    type: string,
    changes: readonly (readonly [name: string, now: unknown, before?: unknown])[],
  ) =>
    audit(log, at + later, {
      activity,
      category,
      by,
      ip,
      type,
      details: { 'User-Agent': by.agent },
      targets: [
        {
          id: partner.id,
          displayName: partner.name,
          type: 'Policy',
          raw: true,
          changes: changes.map(([name, now, before]) => ({
            name,
            now: JSON.stringify(now),
            ...(before === undefined ? {} : { before: JSON.stringify(before) }),
          })),
        },
      ],
    })
  const access = 'CrossTenantAccessSettings'
  return [
    write(0, 'Add a partner to cross-tenant access setting', access, 'Add', [['tenantId', partner.id]]),
    write(95_000, 'Update a partner cross-tenant access setting', access, 'Update', [
      ['automaticUserConsentSettings', { inboundAllowed: true }, { inboundAllowed: null }],
      ['inboundTrust', { isMfaAccepted: true, isCompliantDeviceAccepted: true }, null],
    ]),
    write(160_000, 'Create a partner cross-tenant identity sync setting', 'CrossTenantIdentitySyncSettings', 'Add', [
      ['userSyncInbound', { isSyncAllowed: true }],
      ['tenantId', partner.id],
    ]),
  ]
}

/** The provisioning service makes an account for somebody of another tenant. */
export const syncedUser = (log: Log, at: number, person: Person): string =>
  audit(log, at, {
    activity: 'Add user',
    category: 'UserManagement',
    type: 'Add',
    by: makeApp(log.random, 'Microsoft.Azure.SyncFabric', microsoftServices, {
      appId: '00000014-0000-0000-c000-000000000000',
    }),
    targets: [
      account(
        person,
        [
          { name: 'AccountEnabled', now: '[true]', before: '[]' },
          { name: 'DisplayName', now: JSON.stringify([person.name]), before: '[]' },
          { name: 'UserPrincipalName', now: JSON.stringify([person.upn]), before: '[]' },
          { name: 'UserType', now: '["Member"]', before: '[]' },
          { name: 'CreationType', now: '["Invitation"]', before: '[]' },
          {
            name: 'Included Updated Properties',
            now: '"AccountEnabled, CreationType, DisplayName, UserPrincipalName, UserType"',
          },
        ],
        true,
      ),
    ],
  })

/** Somebody of the tenant `homeTenant` signs in here. Returns the id. */
export const guestSignIn = (log: Log, at: number, person: Person, homeTenant: string, client: Named): string => {
  const id = log.random.uuid()
  const correlationId = log.random.uuid()
  return log.add(
    at,
    id,
    envelope(log, at + log.random.integer(60, 400) * 1000, {
      operationName: 'Sign-in activity',
      category: 'SignInLogs',
      resultType: '0',
      resultSignature: 'SUCCESS',
      callerIpAddress: person.ip,
      correlationId,
      level: '4',
      location: 'MD',
      properties: {
        id,
        createdDateTime: entraTime(log, at),
        userDisplayName: person.name,
        userPrincipalName: person.upn,
        userId: person.oid,
        userType: 'member',
        appId: client.appId,
        appDisplayName: client.name,
        ipAddress: person.ip,
        status: { errorCode: 0, additionalDetails: 'MFA requirement satisfied by claim in the token' },
        clientAppUsed: 'Browser',
        userAgent: person.agent,
        deviceDetail: { deviceId: '', operatingSystem: systemOf(person.agent), isCompliant: false, isManaged: false },
        location: { city: 'Chisinau', state: 'Chisinau', countryOrRegion: 'MD' },
        correlationId,
        conditionalAccessStatus: 'success',
        isInteractive: true,
        tokenIssuerType: 'AzureAD',
        authenticationRequirement: 'multiFactorAuthentication',
        authenticationProtocol: 'oAuth2',
        incomingTokenType: 'none',
        riskLevelDuringSignIn: 'none',
        riskState: 'none',
        resourceDisplayName: log.tenant.graph.name,
        resourceId: log.tenant.graph.appId,
        sessionId: log.random.uuid(),
        uniqueTokenIdentifier: token(log),
        autonomousSystemNumber: 64511,
        crossTenantAccessType: 'b2bCollaboration',
        homeTenantId: homeTenant,
        resourceTenantId: log.tenant.id,
        appOwnerTenantId: microsoftServices,
      },
    }),
  )
}
