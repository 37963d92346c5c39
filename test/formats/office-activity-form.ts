// The Log Analytics table OfficeActivity: unified audit records in columns, directory records left out.
import { isObject, type Json, type JsonObject } from '../../mappings/kernel/json.ts'
import { type Form, lines, type Native } from './form.ts'

/** Columns with names that differ from the members. */
const renamed: Readonly<Record<string, string>> = {
  Workload: 'OfficeWorkload',
  Id: 'OfficeId',
  ObjectId: 'OfficeObjectId',
  CreationTime: 'TimeGenerated',
  ClientIPAddress: 'Client_IPAddress',
  LogonType: 'Logon_Type',
  SiteUrl: 'Site_Url',
  Site: 'Site_',
}

/** Columns with the same name as the member. */
const same: ReadonlySet<string> = new Set([
  ...['RecordType', 'Operation', 'OrganizationId', 'OrganizationName', 'UserType', 'UserKey', 'UserId', 'ResultStatus'],
  ...['ClientIP', 'UserAgent', 'ItemType', 'EventSource', 'SourceFileName', 'SourceFileExtension', 'SourceRelativeUrl'],
  ...['MailboxGuid', 'MailboxOwnerUPN', 'MailboxOwnerSid', 'LogonUserSid', 'LogonUserDisplayName', 'ClientInfoString'],
  ...['ClientMachineName', 'ClientProcessName', 'ClientVersion', 'ExternalAccess', 'OriginatingServer'],
  ...['InternalLogonType', 'Folder', 'Folders', 'DestFolder', 'AffectedItems', 'Item', 'ModifiedProperties'],
  ...['Parameters', 'OperationProperties'],
  ...['OperationCount', 'AppId', 'ClientAppId', 'AppAccessContext', 'ExtendedProperties', 'Members', 'SessionId'],
  ...['TeamName', 'TeamGuid', 'ChannelName', 'ChannelGuid', 'AddOnName', 'AddOnGuid', 'AddOnType', 'CommunicationType'],
  ...['ApplicationDisplayName', 'ApplicationId', 'TargetUserOrGroupName', 'TargetUserOrGroupType', 'IsManagedDevice'],
])

const userTypes = ['Regular', 'Reserved', 'Admin', 'DcAdmin', 'System', 'Application', 'ServicePrincipal']
const logonTypes = ['Owner', 'Admin', 'Delegated']

function cell(name: string, value: Json): Json {
  if (name === 'UserType' && typeof value === 'number') return userTypes[value] ?? String(value)
  if (name === 'LogonType' && typeof value === 'number') return logonTypes[value] ?? String(value)
  if (name === 'CreationTime') return `${String(value).slice(0, 19)}Z`
  if (isObject(value) || Array.isArray(value)) return JSON.stringify(value)
  return typeof value === 'number' ? String(value) : value
}

function row({ record }: Native): JsonObject {
  const out: JsonObject = { TenantId: '0f9e8d7c-6b5a-4c3d-8e2f-1a0b9c8d7e6f', SourceSystem: 'OfficeActivityManager' }
  for (const [name, value] of Object.entries(record)) {
    const column = renamed[name] ?? (same.has(name) ? name : undefined)
    if (column !== undefined && value !== undefined) out[column] = cell(name, value)
  }
  const organization = record.OrganizationId ?? null
  return { ...out, OrganizationId_: organization, ElevationTime: out.TimeGenerated ?? null, Type: 'OfficeActivity' }
}

/** Matches of data loss prevention name the workload of their file or message, and are not in this table. */
const lossPrevention: ReadonlySet<number> = new Set([11, 13])

const tables: ReadonlySet<string> = new Set(['Exchange', 'SharePoint', 'OneDrive', 'MicrosoftTeams'])

export const officeActivityForm: Form = {
  name: 'log-analytics-office-activity',
  title: 'Log Analytics table `OfficeActivity`',
  carries: ({ kind, record }) =>
    kind === 'U' && tables.has(String(record.Workload)) && !lossPrevention.has(Number(record.RecordType)),
  lacks: [
    {
      fields: ['o365.audit.*', 'file.size', 'oauth.activity.bytes', 'saas.sharing.*', 'host.os.*'],
      why: 'the table has no column for them',
    },
    {
      fields: ['oauth.act.id', 'oauth.app.id', 'oauth.grant.*', 'service.id'],
      why: 'the table contains no application ID and no permissions of a Teams app',
    },
  ],
  wrap: (natives) => lines(natives.map(row)),
}
