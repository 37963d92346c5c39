// Invented records in the shape of each native kind, small enough to read in a failing test.
import type { JsonObject } from '../../mappings/kernel/json.ts'

export const tenant = '5c1d0e6a-7a41-4e0b-9d37-2f64b1a8c901'

export const audit = {
  CreationTime: '2026-03-11T09:14:27',
  Id: '7c0f5a1e-3c5b-4b9e-8a5d-2e1f6b7c8d90',
  Operation: 'Consent to application.',
  OrganizationId: tenant,
  RecordType: 8,
  Workload: 'AzureActiveDirectory',
  UserId: 'mara.voss@northpier.example',
} satisfies JsonObject

export const directoryAudit: JsonObject = {
  id: 'Directory_d41f0b2c-9e87-4a65-b3c2-1d0e9f8a7b6c_H2RWK_64589771',
  category: 'ApplicationManagement',
  result: 'success',
  activityDisplayName: 'Consent to application',
  activityDateTime: '2026-03-11T09:14:27.471000+00:00',
  initiatedBy: { user: { userPrincipalName: 'mara.voss@northpier.example' } },
  targetResources: [{ id: '4d9e8f70-6c5b-4a39-8281-7e6f5d4c3b2a', type: 'ServicePrincipal' }],
}

export const signIn: JsonObject = {
  id: 'f1e2d3c4-b5a6-4798-8a9b-0c1d2e3f4a00',
  createdDateTime: '2026-03-11T09:18:59.1881867+00:00',
  appId: 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13',
  status: { errorCode: 0 },
}

export const graphActivity: JsonObject = {
  requestUri: 'https://graph.microsoft.com/v1.0/me/messages',
  requestMethod: 'GET',
  responseStatusCode: 200,
  appId: 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13',
}

export const aadGraphActivity: JsonObject = {
  requestUri: 'https://graph.windows.net/northpier.example/users',
  httpMethod: 'GET',
  httpStatusCode: 200,
  appId: 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13',
}

export const activity = {
  kind: 'admin#reports#activity',
  id: {
    time: '2026-03-11T09:14:27.789Z',
    uniqueQualifier: '3158574920331207418',
    applicationName: 'token',
    customerId: 'C02exmpl9',
  },
  actor: { email: 'mara.voss@northpier.example', profileId: '100123456789012345678' },
  ipAddress: '198.51.100.23',
  events: [{ type: 'auth', name: 'authorize', parameters: [{ name: 'app_name', value: 'Invoice Sync Helper' }] }],
} satisfies JsonObject

export const alert: JsonObject = {
  alertId: 'aa34e8d3-272e-4606-9992-237fdb19d112',
  customerId: '02exmpl9',
  source: 'Google identity',
  type: 'Suspicious login',
  data: { email: 'mara.voss@northpier.example' },
}

export const logEntry: JsonObject = {
  insertId: '-nahbepd2l3x',
  logName: 'organizations/123456789012/logs/cloudaudit.googleapis.com%2Factivity',
  resource: { type: 'audited_resource', labels: { service: 'admin.googleapis.com' } },
  timestamp: '2026-03-11T09:14:27.789Z',
  protoPayload: {
    serviceName: 'admin.googleapis.com',
    authenticationInfo: { principalEmail: 'ivo.brandt@northpier.example' },
    requestMetadata: { callerIp: '198.51.100.40' },
    metadata: {
      activityId: { timeUsec: '1773220467789123', uniqQualifier: '-5467253142380612345' },
      event: [
        {
          eventName: 'AUTHORIZE_API_CLIENT_ACCESS',
          eventType: 'DOMAIN_SETTINGS',
          parameter: [
            { label: 'LABEL_OPTIONAL', name: 'DOMAIN_NAME', type: 'TYPE_STRING', value: 'northpier.example' },
            { name: 'API_SCOPES', type: 'TYPE_STRING', multiStrValue: ['https://mail.google.com/'] },
            { name: 'DETAIL', messageValue: { parameter: [{ name: 'LIST', multiStrValue: ['a'] }] } },
          ],
        },
      ],
    },
  },
}

export const auditLogsRow: JsonObject = {
  TenantId: '0f9e8d7c-6b5a-4c3d-8e2f-1a0b9c8d7e6f',
  TimeGenerated: '2026-03-11T09:14:27.471Z',
  ResourceId: `/tenants/${tenant}/providers/Microsoft.aadiam`,
  OperationName: 'Update application – Certificates and secrets management ',
  Category: 'ApplicationManagement',
  CorrelationId: 'aa0f9e8d-7c6b-45a4-9382-71605f4e3d2c',
  Result: 'success',
  LoggedByService: 'Core Directory',
  AADOperationType: 'Update',
  ActivityDisplayName: 'Update application – Certificates and secrets management ',
  ActivityDateTime: '2026-03-11T09:14:27.471Z',
  Id: 'Directory_aa0f9e8d-7c6b-45a4-9382-71605f4e3d2c_FQPSM_41122334',
  InitiatedBy: '{"user":{"userPrincipalName":"ivo.brandt@northpier.example"}}',
  TargetResources: '[{"id":"1f2e3d4c-5b6a-4798-8765-43210fedcba9","type":"Application"}]',
  AdditionalDetails: '[{"key":"User-Agent","value":"Mozilla/5.0"}]',
  Type: 'AuditLogs',
}

export const officeRow: JsonObject = {
  TenantId: '0f9e8d7c-6b5a-4c3d-8e2f-1a0b9c8d7e6f',
  RecordType: '50',
  TimeGenerated: '2026-03-11T09:32:07Z',
  Operation: 'MailItemsAccessed',
  OrganizationId: tenant,
  OrganizationId_: tenant,
  UserType: 'Regular',
  OfficeWorkload: 'Exchange',
  UserId: 'mara.voss@northpier.example',
  Logon_Type: 'Owner',
  Client_IPAddress: '203.0.113.77',
  OfficeId: '699e0b10-1c53-403e-976f-ce0847a92b44',
  OperationProperties: '[{"Name":"MailAccessType","Value":"Bind"}]',
  Type: 'OfficeActivity',
}

/** An Azure Monitor envelope around a record. */
export function envelope(category: string, properties: unknown, more: JsonObject = {}): JsonObject {
  return {
    time: '2026-03-11T09:14:27.4710000Z',
    resourceId: `/tenants/${tenant}/providers/Microsoft.aadiam`,
    operationName: 'Consent to application',
    category,
    tenantId: tenant,
    callerIpAddress: '192.0.2.10',
    properties: properties as JsonObject,
    ...more,
  }
}

export function auditSearchRecord(auditData: JsonObject): JsonObject {
  return {
    id: '7c0f5a1e-3c5b-4b9e-8a5d-2e1f6b7c8d90',
    createdDateTime: '2026-03-11T09:14:27Z',
    auditLogRecordType: 'AzureActiveDirectoryStsLogon',
    operation: 'UserLoggedIn',
    organizationId: tenant,
    userType: 'Regular',
    userId: '0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514',
    objectId: '00000003-0000-0000-c000-000000000000',
    service: 'AzureActiveDirectory',
    userPrincipalName: 'mara.voss@northpier.example',
    clientIp: null,
    auditData,
  }
}

/** A service principal, as listed by Microsoft Graph. */
export const servicePrincipal: JsonObject = {
  id: '4d9e8f70-6c5b-4a39-8281-7e6f5d4c3b2a',
  accountEnabled: true,
  appId: 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13',
  createdDateTime: '2026-03-11T09:14:26Z',
  displayName: 'Invoice Sync Helper',
  servicePrincipalType: 'Application',
  verifiedPublisher: { displayName: null, verifiedPublisherId: null, addedDateTime: null },
}

/** A token, as listed by the Directory API. */
export const directoryToken: JsonObject = {
  kind: 'admin#directory#token',
  clientId: '417730926581-t6q2m9x4.apps.googleusercontent.com',
  displayText: 'Inbox Pilot',
  userKey: '118204417730926514083',
  scopes: ['https://mail.google.com/'],
}

/** A user, as listed by the Directory API. */
export const directoryUser: JsonObject = {
  kind: 'admin#directory#user',
  id: '118204417730926514083',
  primaryEmail: 'lena.ostrow@northpier.example',
  suspended: false,
}

export const gmailRow = { event_info: { timestamp_usec: '1773220467789000' }, message_info: { subject: 'x' } }
