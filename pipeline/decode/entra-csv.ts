// Converts rows of the CSV files from the Entra admin center to Microsoft Graph records. The audit log file contains no
// record ID, and at most five changed properties of each target.
import type { JsonObject } from '../../mappings/kernel/json.ts'
import { toLong } from '../../mappings/lib/convert.ts'
import { compact, compactOrNone, filled, lowerFirst, ungrouped } from './members.ts'
import type { Place, Walk } from './walk.ts'

const mostTargets = 3
const mostProperties = 5
const mostDetails = 6
const numbers = (most: number): number[] => Array.from({ length: most }, (_, i) => i + 1)

export function isPortalAuditRow(row: JsonObject): boolean {
  return row['Date (UTC)'] !== undefined && row.Activity !== undefined && row.ActorType !== undefined
}

export function takePortalAuditRow(row: JsonObject, place: Place, walk: Walk): void {
  const of = (name: string) => filled(row, name)
  const record = compact({
    activityDateTime: timeOf(of),
    activityDisplayName: of('Activity'),
    category: of('Category'),
    correlationId: of('CorrelationId'),
    loggedByService: of('Service'),
    result: of('Result')?.toLowerCase(),
    resultReason: of('ResultReason'),
    userAgent: of('User Agent') ?? of('UserAgent'),
    initiatedBy: initiatorOf(of),
    targetResources: numbers(mostTargets).flatMap((i) => targetOf(of, `Target${i}`)),
    additionalDetails: numbers(mostDetails).flatMap((i) => {
      const key = of(`AdditionalDetail${i}Key`)
      return key === undefined ? [] : [compact({ key, value: of(`AdditionalDetail${i}Value`) })]
    }),
  })
  walk.emit('A', record, place)
}

type Read = (name: string) => string | undefined

/** Date forms of spreadsheet programs with a certain order: with dots, the day is first; after a year, the month follows. */
const clearDates = [
  /^(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4}),? (?<hour>\d{1,2}):(?<minute>\d\d)(?::(?<second>\d\d))?$/,
  /^(?<year>\d{4})\/(?<month>\d{1,2})\/(?<day>\d{1,2}),? (?<hour>\d{1,2}):(?<minute>\d\d)(?::(?<second>\d\d))?$/,
]

/** The time of a row. A spreadsheet program saves it in the format of its locale. */
function timeOf(of: Read): string | undefined {
  const text = of('Date (UTC)')
  const parts = clearDates.map((form) => form.exec(text ?? '')?.groups).find((groups) => groups !== undefined)
  if (parts === undefined) return text
  const two = (name: string) => (parts[name] ?? '0').padStart(2, '0')
  return `${parts.year}-${two('month')}-${two('day')}T${two('hour')}:${two('minute')}:${two('second')}Z`
}

function initiatorOf(of: Read): JsonObject {
  const isApp = of('ActorType')?.toLowerCase() === 'application' || of('ActorServicePrincipalId') !== undefined
  if (isApp)
    return {
      app: compact({
        displayName: of('ActorServicePrincipalName') ?? of('ActorDisplayName'),
        servicePrincipalId: of('ActorServicePrincipalId') ?? of('ActorObjectId'),
      }),
    }
  return {
    user: compact({
      id: of('ActorObjectId'),
      displayName: of('ActorDisplayName'),
      userPrincipalName: of('ActorUserPrincipalName'),
      ipAddress: of('IPAddress'),
    }),
  }
}

function targetOf(of: Read, target: string): JsonObject[] {
  const properties = numbers(mostProperties).flatMap((i) => {
    const displayName = of(`${target}ModifiedProperty${i}Name`)
    const oldValue = of(`${target}ModifiedProperty${i}OldValue`)
    const newValue = of(`${target}ModifiedProperty${i}NewValue`)
    return displayName === undefined ? [] : [compact({ displayName, oldValue, newValue })]
  })
  const resource = compact({
    id: of(`${target}ObjectId`),
    displayName: of(`${target}DisplayName`),
    type: of(`${target}Type`),
    userPrincipalName: of(`${target}UserPrincipalName`),
  })
  return Object.keys(resource).length === 0 && properties.length === 0
    ? []
    : [{ ...resource, modifiedProperties: properties }]
}

const signInColumns: readonly (readonly [column: string, member: string])[] = [
  ['Request ID', 'id'],
  ['User agent', 'userAgent'],
  ['Correlation ID', 'correlationId'],
  ['User ID', 'userId'],
  ['User', 'userDisplayName'],
  ['Username', 'userPrincipalName'],
  ['User type', 'userType'],
  ['Cross tenant access type', 'crossTenantAccessType'],
  ['Incoming token type', 'incomingTokenType'],
  ['Authentication Protocol', 'authenticationProtocol'],
  ['Unique token identifier', 'uniqueTokenIdentifier'],
  ['Original transfer method', 'originalTransferMethod'],
  ['Client credential type', 'clientCredentialType'],
  ['Service principal ID', 'servicePrincipalId'],
  ['Service principal name', 'servicePrincipalName'],
  ['Credential key ID', 'servicePrincipalCredentialKeyId'],
  ['Credential thumbprint', 'servicePrincipalCredentialThumbprint'],
  ['Application', 'appDisplayName'],
  ['Application ID', 'appId'],
  ['App owner tenant ID', 'appOwnerTenantId'],
  ['Resource', 'resourceDisplayName'],
  ['Resource ID', 'resourceId'],
  ['Resource tenant ID', 'resourceTenantId'],
  ['Resource owner tenant ID', 'resourceOwnerTenantId'],
  ['Home tenant ID', 'homeTenantId'],
  ['Home tenant name', 'homeTenantName'],
  ['IP address', 'ipAddress'],
  ['Client app', 'clientAppUsed'],
  ['Authentication requirement', 'authenticationRequirement'],
  ['Sign-in identifier', 'signInIdentifier'],
  ['Session ID', 'sessionId'],
  ['IP address (seen by resource)', 'ipAddressFromResourceProvider'],
  ['Token issuer type', 'tokenIssuerType'],
  ['Token issuer name', 'tokenIssuerName'],
]

/** Members with an enumerated value of one word. A column may show the value as several words. */
const wordMembers: ReadonlySet<string> = new Set([
  ...['userType', 'crossTenantAccessType', 'incomingTokenType', 'authenticationProtocol', 'originalTransferMethod'],
  ...['clientCredentialType', 'authenticationRequirement'],
])

/** `Single-factor authentication` as `singleFactorAuthentication`. */
function oneWord(text: string): string {
  const [first = '', ...others] = text.split(/[\s-]+/)
  const start = others.length > 0 || first === first.toUpperCase() ? first.toLowerCase() : lowerFirst(first)
  return [start, ...others.map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())].join('')
}

/** The words of the column "Conditional Access". */
const accessResults: ReadonlyMap<string, string> = new Map([
  ['success', 'success'],
  ['failure', 'failure'],
  ['not applied', 'notApplied'],
])

/** Codes for rows without an error code, by status. Any other status stays unchanged: its outcome is unknown. */
const statusCodes: ReadonlyMap<string, string> = new Map([
  ['success', '0'],
  ['failure', '1'],
  ['interrupted', '1'],
])

export function isPortalSignInRow(row: JsonObject): boolean {
  return row['Date (UTC)'] !== undefined && row['Request ID'] !== undefined && row['Sign-in error code'] !== undefined
}

export function takePortalSignInRow(row: JsonObject, place: Place, walk: Walk): void {
  const of = (name: string) => filled(row, name)
  const status = of('Status')
  const error = of('Sign-in error code')
  const result =
    (error === undefined ? undefined : ungrouped(error)) ??
    statusCodes.get(status?.trim().toLowerCase() ?? '') ??
    status
  const code = result === undefined ? 1 : Number(result)
  const failureReason = of('Failure reason')
  const system = of('Autonomous system number') ?? of('Autonomous system  number')
  const access = of('Conditional Access')
  const type = of('Service principal ID') === undefined ? undefined : 'servicePrincipal'
  const deviceDetail = compactOrNone({
    deviceId: of('Device ID'),
    browser: of('Browser'),
    operatingSystem: of('Operating System'),
    trustType: of('Join Type'),
    isCompliant: truthOf(of('Compliant')),
    isManaged: truthOf(of('Managed')),
  })
  const location = locationOf(of('Location'))
  const members = Object.fromEntries(
    signInColumns.map(([column, member]) => {
      const value = of(column)
      return [member, value !== undefined && wordMembers.has(member) ? oneWord(value) : value]
    }),
  )
  const record = compact({
    ...members,
    createdDateTime: timeOf(of),
    status: compact({
      errorCode: Number.isFinite(code) ? code : undefined,
      failureReason: code === 0 ? undefined : failureReason,
    }),
    location,
    deviceDetail,
    // The mapping reports any other text.
    autonomousSystemNumber: system === undefined ? undefined : (toLong(ungrouped(system)) ?? system),
    conditionalAccessStatus: access === undefined ? undefined : (accessResults.get(access.toLowerCase()) ?? access),
    signInEventTypes: type === undefined ? undefined : [type],
  })
  const category = type === undefined ? undefined : 'ServicePrincipalSignInLogs'
  walk.emit('S', record, {
    ...place,
    context:
      place.context ??
      compact({
        category,
        callerIpAddress: of('IP address'),
        resultType: Number.isFinite(code) ? String(code) : result,
      }),
  })
}

const truthOf = (word: string | undefined): boolean | undefined =>
  word === undefined || !/^(?:yes|no|true|false)$/i.test(word) ? undefined : /^(?:yes|true)$/i.test(word)

/** `City, State, CC`; parts may be missing. */
function locationOf(text: string | undefined): JsonObject | undefined {
  if (text === undefined) return undefined
  const parts = text.split(',').map((part) => part.trim())
  const [city, state] = parts.length > 2 ? parts : parts.length > 1 ? [parts[0], undefined] : []
  return compactOrNone({
    city: city || undefined,
    state: state || undefined,
    countryOrRegion: parts.at(-1) || undefined,
  })
}
