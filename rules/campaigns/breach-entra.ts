// Records of Entra through Azure Monitor: sign-ins, keys of applications and calls to Microsoft Graph.
import { type App, at, browser, graphId, type Part, type Person, type Place, workdays } from './breach-layouts.ts'
import type { Tenant } from './breach-unified.ts'
import type { RawRecord } from './campaign.ts'
import type { Random } from './random.ts'

export type Keys = readonly (readonly [key: string, name: string])[]

/** The diagnostic records of one tenant. */
export class Entra {
  readonly random: Random
  readonly id: string
  constructor(tenant: Tenant) {
    this.random = tenant.random
    this.id = tenant.id
  }

  #envelope(time: Date, category: string, operationName: string, ip: string, more: Part, properties: Part): RawRecord {
    const resourceId = `/tenants/${this.id}/providers/Microsoft.aadiam`
    const late = new Date(time.getTime() + this.random.integer(40, 500) * 1000).toISOString()
    const head = { time: late, resourceId, operationName, operationVersion: '1.0', category, tenantId: this.id }
    return { ...head, durationMs: 0, callerIpAddress: ip, Level: 4, ...more, properties }
  }

  #signIn(time: Date, category: string, app: App, place: Place, more: Part): RawRecord {
    const correlationId = this.random.uuid()
    return this.#envelope(
      time,
      category,
      'Sign-in activity',
      place.ip,
      {
        resultType: '0',
        resultSignature: 'None',
        correlationId,
        location: place.country,
      },
      {
        id: this.random.uuid(),
        createdDateTime: time.toISOString().replace('Z', '0000+00:00'),
        appId: app.id,
        appDisplayName: app.name,
        ipAddress: place.ip,
        status: { errorCode: 0 },
        correlationId,
        conditionalAccessStatus: 'notApplied',
        resourceDisplayName: 'Microsoft Graph',
        resourceId: graphId,
        resourceTenantId: this.id,
        homeTenantId: this.id,
        autonomousSystemNumber: place.asn,
        location: { city: place.city, countryOrRegion: place.country, geoCoordinates: {} },
        uniqueTokenIdentifier: this.random.uuid().replaceAll('-', '').slice(0, 22),
        ...more,
      },
    )
  }

  /** A person's interactive sign-in. */
  signIn(time: Date, who: Person, app: App, place: Place, risk = 'none'): RawRecord {
    return this.#signIn(time, 'SignInLogs', app, place, {
      clientAppUsed: 'Browser',
      userAgent: browser,
      isInteractive: true,
      riskDetail: 'none',
      riskLevelAggregated: risk,
      riskLevelDuringSignIn: risk,
      riskState: risk === 'none' ? 'none' : 'atRisk',
      riskEventTypes_v2: risk === 'none' ? [] : ['anonymizedIPAddress', 'unfamiliarFeatures'],
      authenticationProtocol: 'none',
      incomingTokenType: 'none',
      authenticationRequirement: 'multiFactorAuthentication',
      sessionId: this.random.uuid(),
      signInEventTypes: ['interactiveUser'],
      userId: who.id,
      userPrincipalName: who.upn,
      userDisplayName: who.upn.split('@')[0],
      userType: 'Member',
    })
  }

  /** A sign-in of an application with a key. */
  appSignIn(time: Date, app: App, place: Place, key: string, owner = this.id): RawRecord {
    return this.#signIn(time, 'ServicePrincipalSignInLogs', app, place, {
      servicePrincipalId: app.principal,
      servicePrincipalName: app.name,
      servicePrincipalCredentialKeyId: key,
      clientCredentialType: 'clientSecret',
      signInEventTypes: ['servicePrincipal'],
      appOwnerTenantId: owner,
    })
  }

  /** Keys of an application after a change; the actor is an application or an administrator. */
  keys(time: Date, actor: App | Person, ip: string, app: App, object: string, before: Keys, after: Keys): RawRecord {
    const text = (keys: Keys) =>
      JSON.stringify(
        keys.map(([key, name]) => `[KeyIdentifier=${key},KeyType=Password,KeyUsage=Verify,DisplayName=${name}]`),
      )
    const correlationId = this.random.uuid()
    const activityDisplayName = 'Update application – Certificates and secrets management '
    const user = 'upn' in actor
    return this.#envelope(
      time,
      'AuditLogs',
      activityDisplayName,
      ip,
      { resultSignature: 'None', correlationId },
      {
        id: `Directory_${correlationId}_${this.random.uuid().slice(0, 5).toUpperCase()}_${this.random.digits(8)}`,
        category: 'ApplicationManagement',
        correlationId,
        result: 'success',
        resultReason: '',
        activityDisplayName,
        activityDateTime: time.toISOString().replace('Z', '000+00:00'),
        loggedByService: 'Core Directory',
        operationType: 'Update',
        userAgent: null,
        initiatedBy: user
          ? { user: { id: actor.id, displayName: null, userPrincipalName: actor.upn, ipAddress: ip, roles: [] } }
          : {
              app: {
                appId: null,
                displayName: actor.name,
                servicePrincipalId: actor.principal,
                servicePrincipalName: null,
              },
            },
        targetResources: [
          {
            id: object,
            displayName: app.name,
            type: 'Application',
            modifiedProperties: [
              { displayName: 'KeyDescription', oldValue: text(before), newValue: text(after) },
              { displayName: 'Included Updated Properties', oldValue: null, newValue: '"KeyDescription"' },
            ],
            administrativeUnits: [],
          },
        ],
        additionalDetails: [
          { key: 'User-Agent', value: user ? browser : 'python-httpx/0.28.1' },
          { key: 'AppId', value: app.id },
        ],
      },
    )
  }

  /** A call of an application to Microsoft Graph. */
  graphCall(time: Date, app: App, ip: string, method: string, path: string, roles: string): RawRecord {
    const requestId = this.random.uuid()
    const stamp = time.toISOString().replace('Z', '0000Z')
    return {
      ...this.#envelope(
        time,
        'MicrosoftGraphActivityLogs',
        'Microsoft Graph Activity',
        ip,
        {
          resultSignature: method === 'POST' ? '201' : '200',
          correlationId: requestId,
          resourceId: `/TENANTS/${this.id.toUpperCase()}/PROVIDERS/MICROSOFT.AADIAM`,
        },
        {
          timeGenerated: stamp,
          requestId,
          operationId: requestId,
          clientRequestId: this.random.uuid(),
          apiVersion: 'v1.0',
          requestMethod: method,
          responseStatusCode: method === 'POST' ? 201 : 200,
          tenantId: this.id,
          responseSizeBytes: this.random.integer(900, 60_000),
          signInActivityId: this.random.uuid().replaceAll('-', '').slice(0, 22),
          roles,
          scopes: '',
          appId: app.id,
          servicePrincipalId: app.principal,
          userId: null,
          clientAuthMethod: '1',
          C_Idtyp: 'app',
          wids: '0997a1d0-0d1d-4acb-b408-d5ca73121e90',
          ipAddress: ip,
          userAgent: 'python-httpx/0.28.1',
          requestUri: `https://graph.microsoft.com/v1.0${path}`,
        },
      ),
      time: stamp,
    }
  }
}

export const portal: App = {
  id: '4765445b-32c6-49b0-83e6-1d93765276ca',
  name: 'OfficeHome',
  principal: '0d6b3c6e-52a4-4a0c-8a51-2f2f3c1b7e10',
}
export const outlook: App = {
  id: '9199bf20-a13f-4107-85dc-02114787ef48',
  name: 'One Outlook Web',
  principal: '5b1f6a0e-7b0c-4a2c-9f7b-6f0d9a4c1e22',
}
/** Ordinary days of an office: sign-ins, and mail read by the usual mail program. */
export const officeDays = (tenant: Tenant, staff: readonly Person[], from: string, days: number, place: Place) => {
  const entra = new Entra(tenant)
  const { random } = tenant
  return workdays(from, days).flatMap((date) =>
    staff
      .filter(() => random.number() < 0.85)
      .flatMap((who) => [
        entra.signIn(at(`${date}T06:20:00Z`, random.number() * 150), who, portal, place),
        tenant.mail(at(`${date}T09:00:00Z`, random.number() * 420), who, outlook, place.ip, random.integer(2, 9)),
      ]),
  )
}
