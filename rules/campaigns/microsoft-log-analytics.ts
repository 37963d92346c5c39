// Entra and Graph records as rows of Log Analytics tables (AuditLogs, SigninLogs, AAD… tables, MicrosoftGraphActivityLogs).
import type { RawRecord } from './campaign.ts'
import type { Log } from './microsoft-tenant.ts'

const tables: Readonly<Record<string, string>> = {
  SignInLogs: 'SigninLogs',
  NonInteractiveUserSignInLogs: 'AADNonInteractiveUserSignInLogs',
  ServicePrincipalSignInLogs: 'AADServicePrincipalSignInLogs',
  ManagedIdentitySignInLogs: 'AADManagedIdentitySignInLogs',
}

const shared = (record: RawRecord, workspace: string, at: unknown, type: string): RawRecord => ({
  TenantId: workspace,
  SourceSystem: 'Azure AD',
  TimeGenerated: new Date(`${at}`).toISOString(),
  Type: type,
  _ResourceId: `${record.resourceId ?? ''}`.toLowerCase(),
})

const entra = (record: RawRecord, more: RawRecord): RawRecord => ({
  ...more,
  ResourceId: record.resourceId,
  OperationName: record.operationName,
  OperationVersion: '1.0',
  CorrelationId: record.correlationId,
  Resource: 'Microsoft.aadiam',
  ResourceGroup: 'Microsoft.aadiam',
  AADTenantId: record.tenantId,
})

const auditRow = (record: RawRecord, workspace: string): RawRecord => {
  const inner = record.properties as RawRecord
  const at = new Date(`${inner.activityDateTime}`).toISOString()
  const by = inner.initiatedBy as { readonly user: RawRecord | null; readonly app: RawRecord | null }
  return {
    ...entra(record, shared(record, workspace, at, 'AuditLogs')),
    Category: inner.category,
    ResultSignature: 'None',
    DurationMs: 0,
    Level: '4',
    Identity: by.app?.displayName ?? '',
    Id: inner.id,
    Result: inner.result,
    ResultReason: inner.resultReason,
    LoggedByService: inner.loggedByService,
    AADOperationType: inner.operationType,
    ActivityDisplayName: inner.activityDisplayName,
    ActivityDateTime: at,
    InitiatedBy: JSON.stringify(by.user ? { user: by.user } : { app: by.app }),
    TargetResources: JSON.stringify(inner.targetResources),
    AdditionalDetails: JSON.stringify(inner.additionalDetails),
  }
}

const capital = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1)

const renamed: Readonly<Record<string, string>> = {
  ipAddress: 'IPAddress',
  location: 'LocationDetails',
  resourceId: 'ResourceIdentity',
}

/** Members without a column in the tables of applications. */
const onlyUsers = [
  'userDisplayName',
  'userPrincipalName',
  'userId',
  'appDisplayName',
  'clientAppUsed',
  'status',
  'signInEventTypes',
]

const signInRow = (record: RawRecord, workspace: string, type: string): RawRecord => {
  const inner = record.properties as RawRecord
  const text = type.startsWith('AAD')
  const ofApp = inner.servicePrincipalId !== undefined
  const members = Object.entries(inner).filter(([name]) => !(ofApp && onlyUsers.includes(name)))
  const columns = members.map(([name, value]) => [
    renamed[name] ?? capital(name),
    text && typeof value === 'object' && value !== null ? JSON.stringify(value) : value,
  ])
  return {
    ...entra(record, shared(record, workspace, inner.createdDateTime, type)),
    ...Object.fromEntries(columns),
    CreatedDateTime: new Date(`${inner.createdDateTime}`).toISOString(),
    Category: record.category,
    ResultType: record.resultType,
    ResultSignature: 'None',
    ResultDescription: (inner.status as RawRecord).failureReason ?? '',
    DurationMs: 0,
    Level: '4',
    Location: record.location,
    Identity: inner.userDisplayName || inner.servicePrincipalName,
  }
}

const graphRow = (record: RawRecord, workspace: string): RawRecord => {
  const inner = record.properties as RawRecord
  return {
    ...shared(record, workspace, record.time, 'MicrosoftGraphActivityLogs'),
    SourceSystem: 'Azure',
    AadTenantId: record.tenantId,
    Location: inner.location,
    RequestId: inner.requestId,
    OperationId: inner.operationId,
    ClientRequestId: inner.clientRequestId,
    ApiVersion: inner.apiVersion,
    RequestMethod: inner.requestMethod,
    RequestUri: inner.requestUri,
    ResponseStatusCode: inner.responseStatusCode,
    ResponseSizeBytes: inner.responseSizeBytes,
    DurationMs: inner.durationMs,
    SignInActivityId: inner.signInActivityId,
    Roles: inner.roles,
    Scopes: inner.scopes,
    AppId: inner.appId,
    UserId: inner.userId ?? '',
    ServicePrincipalId: inner.servicePrincipalId ?? '',
    IdentityProvider: inner.identityProvider,
    ClientAuthMethod: Number(inner.clientAuthMethod),
    Wids: inner.wids,
    IPAddress: inner.ipAddress,
    UserAgent: inner.userAgent,
    TokenIssuedAt: inner.tokenIssuedAt,
  }
}

/** The rows of `records` of diagnostic settings, in one workspace. The vendor IDs stay the same. */
export const tableRows = (log: Log, records: readonly RawRecord[]): readonly RawRecord[] => {
  const workspace = log.random.uuid()
  return records.map((record) => {
    const table = tables[`${record.category}`]
    if (table !== undefined) return signInRow(record, workspace, table)
    return record.category === 'MicrosoftGraphActivityLogs' ? graphRow(record, workspace) : auditRow(record, workspace)
  })
}
