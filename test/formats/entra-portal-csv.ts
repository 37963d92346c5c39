// CSV as the Entra admin center downloads it. Headers: public exports of the audit and sign-in logs, 2024 and 2025.
import { isObject, type Json, type JsonObject } from '../../mappings/kernel/json.ts'
import { isOdd, type Native, objects, portalCsv } from './form.ts'

const object = (value: Json | undefined): JsonObject => (isObject(value) ? value : {})
const numbers = (most: number): number[] => Array.from({ length: most }, (_, i) => i + 1)

/** Whether the file has room for a record: three targets with five properties each, and six details. */
export function carriedByPortalAudit(native: Native): boolean {
  if (native.kind !== 'A' || isOdd(native)) return false
  const targets = objects(native.record.targetResources)
  return (
    targets.length <= 3 &&
    targets.every((target) => objects(target.modifiedProperties).length <= 5) &&
    objects(native.record.additionalDetails).length <= 6
  )
}

const targetColumns = (i: number): string[] => [
  ...['Type', 'DisplayName', 'ObjectId', 'UserPrincipalName'].map((name) => `Target${i}${name}`),
  ...numbers(5).flatMap((p) => ['Name', 'OldValue', 'NewValue'].map((name) => `Target${i}ModifiedProperty${p}${name}`)),
]

function auditRow({ record }: Pick<Native, 'record'>): JsonObject {
  const user = object(object(record.initiatedBy).user)
  const app = object(object(record.initiatedBy).app)
  const isApp = Object.keys(app).length > 0
  const row: JsonObject = {
    'Date (UTC)': record.activityDateTime ?? null,
    CorrelationId: record.correlationId ?? null,
    Service: record.loggedByService ?? null,
    Category: record.category ?? null,
    Activity: record.activityDisplayName ?? null,
    Result: record.result ?? null,
    ResultReason: record.resultReason ?? null,
    'User Agent': record.userAgent ?? null,
    ActorType: isApp ? 'Application' : 'User',
    ActorDisplayName: user.displayName ?? null,
    ActorObjectId: user.id ?? null,
    ActorUserPrincipalName: user.userPrincipalName ?? null,
    IPAddress: user.ipAddress ?? null,
    ActorHomeTenantId: null,
    ActorHomeTenantName: null,
    ActorServicePrincipalId: app.servicePrincipalId ?? null,
    ActorServicePrincipalName: app.displayName ?? null,
  }
  for (const [t, target] of objects(record.targetResources).entries()) {
    const name = `Target${t + 1}`
    row[`${name}Type`] = target.type ?? null
    row[`${name}DisplayName`] = target.displayName ?? null
    row[`${name}ObjectId`] = target.id ?? null
    row[`${name}UserPrincipalName`] = target.userPrincipalName ?? null
    for (const [p, property] of objects(target.modifiedProperties).entries()) {
      row[`${name}ModifiedProperty${p + 1}Name`] = property.displayName ?? null
      row[`${name}ModifiedProperty${p + 1}OldValue`] = property.oldValue ?? null
      row[`${name}ModifiedProperty${p + 1}NewValue`] = property.newValue ?? null
    }
  }
  for (const [i, detail] of objects(record.additionalDetails).entries()) {
    row[`AdditionalDetail${i + 1}Key`] = detail.key ?? null
    row[`AdditionalDetail${i + 1}Value`] = detail.value ?? null
  }
  return row
}

const rowsOf = (header: readonly string[], rows: readonly JsonObject[]): string =>
  portalCsv(
    header,
    rows.map((row) => header.map((name) => row[name])),
  )

const auditHeader = [
  ...Object.keys(auditRow({ record: {} })),
  ...numbers(3).flatMap(targetColumns),
  ...numbers(6).flatMap((i) => [`AdditionalDetail${i}Key`, `AdditionalDetail${i}Value`]),
]

export const portalAuditCsv = (natives: readonly Native[]): string => rowsOf(auditHeader, natives.map(auditRow))

export const carriedByPortalSignIn = (native: Native): boolean => native.kind === 'S' && !isOdd(native)

const yesNo = (value: Json | undefined): string => (value === true ? 'Yes' : value === false ? 'No' : '')

function signInRow({ record }: Pick<Native, 'record'>): JsonObject {
  const status = object(record.status)
  const device = object(record.deviceDetail)
  const location = object(record.location)
  const places = [location.city, location.state, location.countryOrRegion].filter((part) => typeof part === 'string')
  const access = String(record.conditionalAccessStatus ?? '')
  return {
    'Date (UTC)': record.createdDateTime ?? null,
    'Request ID': record.id ?? null,
    'User agent': record.userAgent ?? null,
    'Correlation ID': record.correlationId ?? null,
    'User ID': record.userId ?? null,
    User: record.userDisplayName ?? null,
    Username: record.userPrincipalName ?? null,
    'User type': record.userType ?? null,
    'Cross tenant access type': record.crossTenantAccessType ?? null,
    'Incoming token type': record.incomingTokenType ?? null,
    'Authentication Protocol': record.authenticationProtocol ?? null,
    'Unique token identifier': record.uniqueTokenIdentifier ?? null,
    'Original transfer method': record.originalTransferMethod ?? null,
    'Client credential type': record.clientCredentialType ?? null,
    'Service principal ID': record.servicePrincipalId ?? null,
    'Service principal name': record.servicePrincipalName ?? null,
    'Credential key ID': record.servicePrincipalCredentialKeyId ?? null,
    'Credential thumbprint': record.servicePrincipalCredentialThumbprint ?? null,
    Application: record.appDisplayName ?? null,
    'Application ID ': record.appId ?? null,
    'App owner tenant ID': record.appOwnerTenantId ?? null,
    Resource: record.resourceDisplayName ?? null,
    'Resource ID ': record.resourceId ?? null,
    'Resource tenant ID': record.resourceTenantId ?? null,
    'Resource owner tenant ID': record.resourceOwnerTenantId ?? null,
    'Home tenant ID': record.homeTenantId ?? null,
    'Home tenant name': null,
    'IP address': record.ipAddress ?? null,
    Location: places.length === 0 ? null : places.join(', '),
    Status: status.errorCode === 0 ? 'Success' : 'Failure',
    'Sign-in error code': status.errorCode ?? 0,
    'Failure reason': status.errorCode === 0 ? 'Other.' : (status.failureReason ?? null),
    'Client app': record.clientAppUsed ?? null,
    'Device ID': device.deviceId ?? null,
    Browser: device.browser ?? null,
    'Operating System': device.operatingSystem ?? null,
    Compliant: yesNo(device.isCompliant),
    Managed: yesNo(device.isManaged),
    'Join Type': device.trustType ?? null,
    'Authentication requirement': record.authenticationRequirement ?? null,
    'Sign-in identifier': record.signInIdentifier ?? null,
    'Session ID': record.sessionId ?? null,
    'IP address (seen by resource)': record.ipAddressFromResourceProvider ?? null,
    'Autonomous system  number': record.autonomousSystemNumber ?? null,
    'Token issuer type': record.tokenIssuerType ?? null,
    'Token issuer name': record.tokenIssuerName ?? null,
    Latency: null,
    'Conditional Access': access === 'notApplied' ? 'Not Applied' : access,
  }
}

export const portalSignInCsv = (natives: readonly Native[]): string =>
  rowsOf(Object.keys(signInRow({ record: {} })), natives.map(signInRow))
