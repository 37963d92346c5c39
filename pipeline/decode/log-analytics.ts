// Rows of Log Analytics tables: Entra records with column names in PascalCase and nested members as JSON text.
import { words } from '../../mappings/fields/field.ts'
import { isObject, type Json, type JsonObject, jsonText } from '../../mappings/kernel/json.ts'
import { table } from '../../mappings/kernel/table.ts'
import { toLong } from '../../mappings/lib/convert.ts'
import { isRisk, riskCategoryOf } from './entra.ts'
import { lowerFirst, parseColumn, renamed, tenantOf, ungrouped } from './members.ts'
import type { Place, Walk } from './walk.ts'

/** Columns of the workspace, not of the record. `TenantId` is the workspace's id. */
const workspaceColumns: ReadonlySet<string> = new Set(
  words(`TenantId SourceSystem Type Resource ResourceGroup ResourceProvider AADTenantId _ResourceId MG
    ManagementGroupName _TimeReceived _ItemId _BilledSize _IsBillable _SubscriptionId`),
)

/** Columns that the envelope of a diagnostic record holds, by its names. */
const envelopeColumns: Readonly<Record<string, string>> = table({
  TimeGenerated: 'time',
  OperationName: 'operationName',
  OperationVersion: 'operationVersion',
  ResourceId: 'resourceId',
  CorrelationId: 'correlationId',
  Identity: 'identity',
  ResultType: 'resultType',
  ResultSignature: 'resultSignature',
  ResultDescription: 'resultDescription',
  DurationMs: 'durationMs',
  CallerIpAddress: 'callerIpAddress',
})

/** A column of the Azure portal whose times have an unknown zone. */
export const localColumn = / \[Local Time\]$/

const isNumber = (level: Json): boolean => typeof level === 'number' || /^\d{1,3}$/.test(jsonText(level))

function contextOf(row: JsonObject, category: string): JsonObject {
  const context = renamed(row, (name) => envelopeColumns[name])
  context.category = category
  // The envelope stores a numeric level in `Level` and a text level in `level`.
  if (row.Level !== undefined) context[isNumber(row.Level) ? 'Level' : 'level'] = row.Level
  const known = row.AADTenantId
  const tenant = tenantOf(typeof known === 'string' ? known.toLowerCase() : undefined, row.ResourceId)
  if (tenant !== undefined) context.tenantId = tenant
  return context
}

function fromColumns(row: JsonObject, names: Readonly<Record<string, string | undefined>>): JsonObject {
  const nameOf = (name: string): string | undefined => {
    if (workspaceColumns.has(name) || localColumn.test(name)) return undefined
    return Object.hasOwn(names, name) ? names[name] : lowerFirst(name)
  }
  return renamed(row, nameOf, parseColumn)
}

function emitRow(
  kind: 'A' | 'S' | 'R' | 'M' | 'N',
  record: JsonObject,
  row: JsonObject,
  context: JsonObject,
  place: Place,
  walk: Walk,
): void {
  const times = Object.entries(record).filter(([name]) => /DateTime$|^timeGenerated$/.test(name))
  const hasTime = [context.time, ...times.map(([, time]) => time)].some((time) => time !== undefined)
  const local = hasTime ? undefined : Object.keys(row).find((name) => localColumn.test(name))
  if (local !== undefined) {
    walk.fail('time_missing', `the time zone of ${local} is unknown: export the table in UTC`, row, place)
    return
  }
  walk.emit(kind, record, { ...place, context: place.context ?? context })
}

/** The columns of the directoryAudit resource. Queries add other columns, in any case. */
const auditMembers: ReadonlySet<string> = new Set(
  words(`id category correlationId result resultReason activityDisplayName activityDateTime userAgent loggedByService
    operationType initiatedBy targetResources additionalDetails`),
)

export function takeAuditLogsRow(row: JsonObject, place: Place, walk: Walk): void {
  const columns = fromColumns(row, { AADOperationType: 'operationType' })
  const record = renamed(columns, (name) => (auditMembers.has(name) ? name : undefined))
  record.activityDisplayName ??= row.OperationName as Json
  record.activityDateTime ??= row.TimeGenerated as Json
  const nested = isObject(record.initiatedBy) && Array.isArray(record.targetResources)
  if (nested) emitRow('A', record, row, contextOf(row, 'AuditLogs'), place, walk)
  else walk.fail('not_json', 'InitiatedBy or TargetResources is text that holds no JSON', row, place)
}

const signInTables: Readonly<Record<string, string>> = table({
  SigninLogs: 'SignInLogs',
  AADNonInteractiveUserSignInLogs: 'NonInteractiveUserSignInLogs',
  AADServicePrincipalSignInLogs: 'ServicePrincipalSignInLogs',
  AADManagedIdentitySignInLogs: 'ManagedIdentitySignInLogs',
})

export function isSignInRow(row: JsonObject): boolean {
  if (row.AppId === undefined || row.ResultType === undefined) return false
  return row.CreatedDateTime !== undefined || Object.hasOwn(signInTables, jsonText(row.Type))
}

/** Columns that repeat the envelope. */
const ofEnvelope: Readonly<Record<string, string | undefined>> = table({
  TimeGenerated: undefined,
  OperationName: undefined,
  OperationVersion: undefined,
  Category: undefined,
  ResourceId: undefined,
  ResultSignature: undefined,
  ResultType: undefined,
  ResultDescription: undefined,
  DurationMs: undefined,
  Level: undefined,
  Identity: undefined,
})

const signInColumns: Readonly<Record<string, string | undefined>> = table({
  ...ofEnvelope,
  IPAddress: 'ipAddress',
  LocationDetails: 'location',
  ConditionalAccessPolicies: 'appliedConditionalAccessPolicies',
  // Only the country; LocationDetails contains the full location.
  Location: undefined,
  ResourceIdentity: 'resourceId',
})

export function takeSignInRow(row: JsonObject, place: Place, walk: Walk): void {
  const record = fromColumns(row, signInColumns)
  record.createdDateTime ??= row.TimeGenerated as Json
  if (!isObject(record.status)) record.status = statusOf(row)
  const ofTable = signInTables[jsonText(row.Type)]
  const category = typeof row.Category === 'string' && row.Category !== '' ? row.Category : (ofTable ?? 'SignInLogs')
  const context = contextOf(row, category)
  // The caller address of a sign-in is its source address.
  if (row.IPAddress !== undefined) context.callerIpAddress ??= row.IPAddress
  emitRow('S', record, row, context, place, walk)
}

/** Tables of service principals and managed identities contain the result only in envelope columns. */
function statusOf({ ResultType, ResultDescription }: JsonObject): JsonObject {
  const code = toLong(typeof ResultType === 'string' ? ungrouped(ResultType) : ResultType)
  // Without a readable code, the mapping reads the text in the envelope.
  const status: JsonObject = code === undefined ? {} : { errorCode: code }
  if (typeof ResultDescription === 'string' && ResultDescription !== '') status.failureReason = ResultDescription
  return status
}

export function isRiskRow(row: JsonObject): boolean {
  return row.RiskState !== undefined && isRisk(fromColumns(row, ofEnvelope))
}

export function takeRiskRow(row: JsonObject, place: Place, walk: Walk): void {
  const record = fromColumns(row, ofEnvelope)
  emitRow('R', record, row, contextOf(row, riskCategoryOf(record)), place, walk)
}

export function isGraphRow(row: JsonObject): boolean {
  return typeof row.RequestUri === 'string' && row.ResponseStatusCode !== undefined
}

const graphColumns: Readonly<Record<string, string | undefined>> = table({
  IPAddress: 'ipAddress',
  UserPrincipalObjectID: 'UserPrincipalObjectID',
  C_Idtyp: 'C_Idtyp',
  TimeGenerated: 'timeGenerated',
  AadTenantId: 'tenantId',
  ResourceId: undefined,
})

export function takeGraphRow(row: JsonObject, place: Place, walk: Walk): void {
  const record = fromColumns(row, graphColumns)
  if (typeof record.clientAuthMethod === 'number') record.clientAuthMethod = String(record.clientAuthMethod)
  const context = contextOf(row, 'MicrosoftGraphActivityLogs')
  // The table stores values once that the diagnostic log repeats in the envelope.
  const { tenantId, apiVersion, responseStatusCode } = record
  if (tenantId !== undefined) context.tenantId ??= tenantId
  if (apiVersion !== undefined) context.operationVersion ??= apiVersion
  context.resultSignature ??= jsonText(responseStatusCode)
  emitRow('M', record, row, context, place, walk)
}

/** Returns true for a row of Azure AD Graph. Only its table has the caller address in an envelope column. */
export function isAadGraphRow(row: JsonObject): boolean {
  if (!isGraphRow(row)) return false
  const names = [row.Type, row.Category].map((name) => jsonText(name).toLowerCase())
  if (names.includes('aadgraphactivitylogs') || names.includes('azureadgraphactivitylogs')) return true
  return row.Type === undefined && row.IPAddress === undefined && row.CallerIpAddress !== undefined
}

const aadGraphColumns: Readonly<Record<string, string | undefined>> = table({
  Category: undefined,
  Level: undefined,
  OperationName: undefined,
  OperationVersion: undefined,
  ResultSignature: undefined,
  ResourceId: undefined,
  RequestMethod: 'httpMethod',
  ResponseStatusCode: 'httpStatusCode',
  TokenIssuedAt: 'issuedAt',
  TimeGenerated: 'timeGenerated',
})

/** Converts the table's column names to the names of the diagnostic log. */
export function takeAadGraphRow(row: JsonObject, place: Place, walk: Walk): void {
  const record = fromColumns(row, aadGraphColumns)
  const context = contextOf(row, 'AzureADGraphActivityLogs')
  if (context.tenantId !== undefined) record.tenantId ??= context.tenantId
  // The column is text; the diagnostic log has a number.
  const method = record.clientAuthMethod
  if (typeof method === 'string' && /^\d{1,3}$/.test(method)) record.clientAuthMethod = Number(method)
  emitRow('N', record, row, context, place, walk)
}
