// Rows of the Log Analytics tables that hold Entra and Graph records.
import { isObject, type Json, type JsonObject } from '../../mappings/kernel/json.ts'
import { type Native, upperFirst } from './form.ts'

export type Enveloped = Native & { readonly envelope: JsonObject }

const workspace = '0f9e8d7c-6b5a-4c3d-8e2f-1a0b9c8d7e6f'

const asText = (value: Json | undefined): Json =>
  isObject(value) || Array.isArray(value) ? JSON.stringify(value) : (value ?? null)

/** Columns of the envelope that every table has. */
function common({ envelope }: Enveloped): JsonObject {
  return {
    TenantId: workspace,
    SourceSystem: 'Azure AD',
    TimeGenerated: envelope.time ?? null,
    ResourceId: envelope.resourceId ?? null,
    OperationName: envelope.operationName ?? null,
    OperationVersion: envelope.operationVersion ?? null,
    Category: envelope.category ?? null,
    ResultSignature: envelope.resultSignature ?? null,
    DurationMs: envelope.durationMs ?? 0,
    CorrelationId: envelope.correlationId ?? null,
    Level: String(envelope.Level ?? envelope.level ?? ''),
  }
}

export function auditLogsRow(native: Enveloped): JsonObject {
  const { record } = native
  return {
    ...common(native),
    TimeGenerated: record.activityDateTime ?? null,
    AADTenantId: native.envelope.tenantId ?? null,
    Category: record.category ?? null,
    Identity: native.envelope.identity ?? null,
    Result: record.result ?? null,
    ResultReason: record.resultReason ?? null,
    ActivityDisplayName: record.activityDisplayName ?? null,
    ActivityDateTime: record.activityDateTime ?? null,
    LoggedByService: record.loggedByService ?? null,
    AADOperationType: record.operationType ?? null,
    Id: record.id ?? null,
    InitiatedBy: asText(record.initiatedBy),
    TargetResources: asText(record.targetResources),
    AdditionalDetails: asText(record.additionalDetails),
    Type: 'AuditLogs',
  }
}

const signInTables: Readonly<Record<string, string>> = {
  SignInLogs: 'SigninLogs',
  NonInteractiveUserSignInLogs: 'AADNonInteractiveUserSignInLogs',
  ServicePrincipalSignInLogs: 'AADServicePrincipalSignInLogs',
  ManagedIdentitySignInLogs: 'AADManagedIdentitySignInLogs',
}

const signInColumns: Readonly<Record<string, string>> = {
  ipAddress: 'IPAddress',
  location: 'LocationDetails',
  resourceId: 'ResourceIdentity',
  appliedConditionalAccessPolicies: 'ConditionalAccessPolicies',
}

/** Returns a sign-in table row. Tables of the AAD family contain nested members as text, the oldest as objects. */
export function signInRow(native: Enveloped): JsonObject {
  const { record, envelope } = native
  const table = signInTables[String(envelope.category)] ?? 'SigninLogs'
  const row: JsonObject = {
    ...common(native),
    AADTenantId: envelope.tenantId ?? null,
    Identity: envelope.identity ?? null,
  }
  // Tables of application sign-ins have the result only in separate columns.
  const isOfUser = table === 'SigninLogs' || table === 'AADNonInteractiveUserSignInLogs'
  for (const [name, value] of Object.entries(record)) {
    if (name === 'status' && !isOfUser) continue
    row[signInColumns[name] ?? upperFirst(name)] = table === 'SigninLogs' ? (value as Json) : asText(value)
  }
  const status = isObject(record.status) ? record.status : {}
  const location = isObject(record.location) ? record.location.countryOrRegion : undefined
  return {
    ...row,
    TimeGenerated: record.createdDateTime ?? null,
    ResultType: String(status.errorCode ?? '0'),
    ResultDescription: status.failureReason ?? '',
    Location: location ?? '',
    Type: table,
  }
}

export function graphActivityRow({ record, envelope }: Enveloped): JsonObject {
  const row: JsonObject = { TenantId: workspace, SourceSystem: 'Azure', TimeGenerated: record.timeGenerated ?? null }
  for (const [name, value] of Object.entries(record)) {
    if (name === 'timeGenerated' || name === 'tenantId') continue
    row[name === 'ipAddress' ? 'IPAddress' : upperFirst(name)] =
      name === 'clientAuthMethod' ? Number(value) : (value as Json)
  }
  return {
    ...row,
    AadTenantId: record.tenantId ?? null,
    ResourceId: envelope.resourceId ?? null,
    Type: 'MicrosoftGraphActivityLogs',
  }
}

const aadGraphColumns: Readonly<Record<string, string>> = {
  httpMethod: 'RequestMethod',
  httpStatusCode: 'ResponseStatusCode',
  issuedAt: 'TokenIssuedAt',
}
/** Members that the diagnostic log has and the table does not have. */
const notInAadGraphTable = /^(?:__UDI_|timeGenerated$|tenantId$|directAccessSource$|env_cloud_role$)/

export function aadGraphActivityRow({ record, envelope }: Enveloped): JsonObject {
  const row: JsonObject = { TenantId: workspace, SourceSystem: 'Azure', TimeGenerated: record.timeGenerated ?? null }
  for (const [name, value] of Object.entries(record)) {
    if (notInAadGraphTable.test(name)) continue
    row[aadGraphColumns[name] ?? upperFirst(name)] = name === 'clientAuthMethod' ? String(value) : (value as Json)
  }
  return {
    ...row,
    AADTenantId: record.tenantId ?? null,
    Category: envelope.category ?? null,
    OperationName: envelope.operationName ?? null,
    Level: 'Informational',
    _ResourceId: String(envelope.resourceId).toLowerCase(),
    Type: 'AADGraphActivityLogs',
  }
}

const riskTables: Readonly<Record<string, string>> = {
  UserRiskEvents: 'AADUserRiskEvents',
  RiskyUsers: 'AADRiskyUsers',
  ServicePrincipalRiskEvents: 'AADServicePrincipalRiskEvents',
  RiskyServicePrincipals: 'AADRiskyServicePrincipals',
}

/** Returns the row of a table of Entra ID Protection. These tables have few columns of the envelope. */
export function riskRow({ record, envelope }: Enveloped): JsonObject {
  const row: JsonObject = {
    TenantId: workspace,
    SourceSystem: 'Azure AD',
    TimeGenerated: envelope.time ?? null,
    OperationName: envelope.operationName ?? null,
    Type: riskTables[String(envelope.category)] ?? null,
  }
  for (const [name, value] of Object.entries(record)) row[upperFirst(name)] = asText(value)
  return row
}
