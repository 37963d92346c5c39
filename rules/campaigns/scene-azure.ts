// Sign-ins, audits and Graph calls in the envelope of Azure Monitor, for the scenes of one author.
import type { RawRecord } from './campaign.ts'
import type { Random } from './random.ts'
import { graphId } from './scene-directory.ts'

export interface Principal {
  readonly name: string
  readonly appId: string
  readonly sp: string
  readonly owner: string
  readonly roles: string
}
export interface Account {
  readonly upn: string
  readonly oid: string
  readonly ip: string
}
export interface Place {
  readonly ip: string
  readonly asn: number
  readonly country: string
  readonly city: string
}
export interface Kept {
  readonly id: string
  readonly time: string
  readonly record: RawRecord
}

export class Monitor {
  readonly id: string
  readonly random: Random

  constructor(random: Random) {
    this.random = random
    this.id = random.uuid()
  }

  principal(name: string, owner: string, roles: string): Principal {
    return { name, owner, roles, appId: this.random.uuid(), sp: this.random.uuid() }
  }

  #envelope(
    time: string,
    id: string,
    category: string,
    operationName: string,
    ip: string,
    properties: object,
    more: object = {},
  ): Kept {
    const record = {
      time: `${time}.4710000Z`,
      resourceId: `/tenants/${this.id}/providers/Microsoft.aadiam`,
      operationName,
      operationVersion: '1.0',
      category,
      tenantId: this.id,
      resultSignature: 'None',
      durationMs: 0,
      callerIpAddress: ip,
      correlationId: this.random.uuid(),
      Level: 4,
      ...more,
      properties,
    }
    return { id, time, record }
  }

  /** The sign-in of an application, or with `account` of a person. */
  signIn(time: string, who: Principal | Account, place: Place, key = '', secret = 'certificate', error = 0): Kept {
    const { random } = this
    const id = random.uuid()
    const app = 'sp' in who
    const identity = app
      ? {
          appId: who.appId,
          appDisplayName: who.name,
          servicePrincipalId: who.sp,
          servicePrincipalName: who.name,
          servicePrincipalCredentialKeyId: key,
          clientCredentialType: secret,
          appOwnerTenantId: who.owner,
          userId: '',
          userPrincipalName: '',
          signInEventTypes: ['servicePrincipal'],
          isInteractive: false,
          clientAppUsed: 'Unknown',
        }
      : {
          appId: '4765445b-32c6-49b0-83e6-1d93765276ca',
          appDisplayName: 'OfficeHome',
          userId: who.oid,
          userPrincipalName: who.upn,
          userType: 'member',
          signInEventTypes: ['interactiveUser'],
          isInteractive: true,
          clientAppUsed: 'Browser',
          userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/143.0.0.0',
          authenticationRequirement: 'multiFactorAuthentication',
        }
    return this.#envelope(
      time,
      id,
      app ? 'ServicePrincipalSignInLogs' : 'SignInLogs',
      'Sign-in activity',
      place.ip,
      {
        id,
        createdDateTime: `${time}.1234567+00:00`,
        ipAddress: place.ip,
        autonomousSystemNumber: place.asn,
        status: { errorCode: error },
        correlationId: random.uuid(),
        conditionalAccessStatus: 'notApplied',
        location: { city: place.city, state: '', countryOrRegion: place.country, geoCoordinates: {} },
        resourceDisplayName: 'Microsoft Graph',
        resourceId: graphId,
        resourceTenantId: this.id,
        homeTenantId: app ? who.owner : this.id,
        uniqueTokenIdentifier: random.uuid().slice(0, 22),
        riskLevelDuringSignIn: 'none',
        riskState: 'none',
        ...identity,
      },
      { resultType: String(error), location: place.country },
    )
  }

  /** One call of Microsoft Graph by an application. */
  call(
    time: string,
    who: Principal,
    place: Place,
    method: string,
    path: string,
    bytes = 4200,
    agent = 'axios/1.7.9',
    status = 200,
  ): Kept {
    const id = this.random.uuid()
    const kept = this.#envelope(time, id, 'MicrosoftGraphActivityLogs', 'Microsoft Graph Activity', place.ip, {
      timeGenerated: `${time}.4710000Z`,
      location: 'West Europe',
      requestId: id,
      operationId: id,
      clientRequestId: this.random.uuid(),
      apiVersion: 'v1.0',
      requestMethod: method,
      responseStatusCode: status,
      tenantId: this.id,
      durationMs: this.random.integer(60_000, 400_000),
      responseSizeBytes: bytes,
      signInActivityId: this.random.uuid().slice(0, 22),
      roles: who.roles,
      scopes: '',
      appId: who.appId,
      UserPrincipalObjectID: null,
      userId: null,
      servicePrincipalId: who.sp,
      identityProvider: `https://sts.windows.net/${this.id}/`,
      clientAuthMethod: '2',
      wids: '0997a1d0-0d1d-4acb-b408-d5ca73121e90',
      C_Idtyp: 'app',
      ipAddress: place.ip,
      userAgent: agent,
      requestUri: `https://graph.microsoft.com/v1.0${path}`,
      tokenIssuedAt: `${time}.0000000Z`,
    })
    return {
      ...kept,
      record: {
        ...kept.record,
        resourceId: `/TENANTS/${this.id.toUpperCase()}/PROVIDERS/MICROSOFT.AADIAM`,
        operationVersion: 'v1.0',
        correlationId: id,
        resultSignature: String(status),
      },
    }
  }

  /** An act of a person on a service principal. */
  audit(
    time: string,
    activity: string,
    who: Account,
    target: Principal,
    changes: readonly (readonly [string, unknown, unknown])[],
  ): Kept {
    const id = `Directory_${this.random.uuid()}_${this.random.digits(8)}`
    return this.#envelope(time, id, 'AuditLogs', activity, who.ip, {
      id,
      category: 'ApplicationManagement',
      correlationId: this.random.uuid(),
      result: 'success',
      resultReason: '',
      activityDisplayName: activity,
      activityDateTime: `${time}.471000+00:00`,
      loggedByService: 'Core Directory',
      operationType: 'Update',
      userAgent: null,
      initiatedBy: {
        user: { id: who.oid, displayName: null, userPrincipalName: who.upn, ipAddress: who.ip, roles: [] },
      },
      targetResources: [
        {
          id: target.sp,
          displayName: target.name,
          type: 'ServicePrincipal',
          administrativeUnits: [],
          modifiedProperties: changes.map(([displayName, oldValue, newValue]) => ({
            displayName,
            oldValue: JSON.stringify(oldValue),
            newValue: JSON.stringify(newValue),
          })),
        },
      ],
      additionalDetails: [{ key: 'AppId', value: target.appId }],
    })
  }
}
