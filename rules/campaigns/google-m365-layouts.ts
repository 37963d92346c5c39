// Builders of the few unified audit log records of a Microsoft 365 tenant that the joined campaigns need.
import type { RawRecord } from './campaign.ts'
import { type Network, type Org, type Person, text } from './google-layouts.ts'

export interface Tenant {
  readonly org: Org
  readonly id: string
  /** The first label of the tenant's onmicrosoft.com and sharepoint.com names. */
  readonly label: string
}

export const tenantOf = (org: Org): Tenant => ({
  org,
  id: org.random.uuid(),
  label: org.domain.split('.')[0] ?? 'tenant',
})

const puidOf = (who: Person): string => `1003200${who.profileId.slice(-9).toUpperCase()}`

const common = (tenant: Tenant, at: number, operation: string, recordType: number, workload: string): RawRecord => ({
  CreationTime: new Date(at).toISOString().slice(0, 19),
  Id: tenant.org.random.uuid(),
  Operation: operation,
  OrganizationId: tenant.id,
  RecordType: recordType,
  Version: 1,
  Workload: workload,
})

export interface FileOptions {
  readonly at: number
  readonly who: Person
  readonly from: Network
  readonly operation: 'FileDownloaded' | 'FileUploaded' | 'FileAccessed'
  readonly title: string
  readonly site: string
  readonly userAgent: string
  readonly app: { readonly id: string; readonly name: string }
}

export const sharePointFile = (tenant: Tenant, options: FileOptions): RawRecord => {
  const { at, who, from, operation, title, site, userAgent, app } = options
  const { random } = tenant.org
  const siteUrl = `https://${tenant.label}.sharepoint.com/sites/${site}/`
  const fileName = `${title}.docx`
  return {
    ...common(tenant, at, operation, 6, 'SharePoint'),
    UserKey: `i:0h.f|membership|${puidOf(who).toLowerCase()}@live.com`,
    UserType: 0,
    ClientIP: from.ip,
    UserId: who.email,
    ObjectId: `${siteUrl}Shared Documents/${fileName}`,
    ApplicationId: app.id,
    ApplicationDisplayName: app.name,
    AuthenticationType: 'OAuth',
    BrowserName: '',
    CorrelationId: random.uuid(),
    EventSource: 'SharePoint',
    IsManagedDevice: false,
    ItemType: 'File',
    ListId: random.uuid(),
    ListItemUniqueId: random.uuid(),
    Platform: 'NotSpecified',
    Site: random.uuid(),
    UserAgent: userAgent,
    WebId: random.uuid(),
    FileSizeBytes: random.integer(9_000, 900_000),
    HighPriorityMediaProcessing: false,
    SourceFileExtension: 'docx',
    SiteUrl: siteUrl,
    SourceFileName: fileName,
    SourceRelativeUrl: 'Shared Documents',
    AppAccessContext: {
      AADSessionId: random.uuid(),
      ClientAppId: app.id,
      CorrelationId: random.uuid(),
      UniqueTokenId: text(random, 22),
    },
  }
}

const graph = '00000003-0000-0000-c000-000000000000'

interface RoleOptions {
  readonly at: number
  readonly who: Person
  readonly app: { readonly id: string; readonly name: string; readonly principal: string }
  readonly role: { readonly id: string; readonly value: string; readonly display: string }
  readonly resource: string
}

/** An administrator gives an application a role of Microsoft Graph. */
export const appRole = (tenant: Tenant, options: RoleOptions): RawRecord => {
  const { at, who, app, role, resource } = options
  const { random } = tenant.org
  const oid = random.uuid()
  const agent = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/145.0.0.0 Safari/537.36'
  const property = (Name: string, NewValue: string): RawRecord => ({ Name, NewValue, OldValue: '' })
  return {
    ...common(tenant, at, 'Add app role assignment to service principal.', 8, 'AzureActiveDirectory'),
    ResultStatus: 'Success',
    UserKey: `${puidOf(who)}@${tenant.label}.onmicrosoft.com`,
    UserType: 0,
    ObjectId: `https://graph.microsoft.com/;${graph}`,
    UserId: who.email,
    AzureActiveDirectoryEventType: 1,
    ExtendedProperties: [
      { Name: 'additionalDetails', Value: JSON.stringify({ 'User-Agent': agent, AppId: graph }) },
      { Name: 'extendedAuditEventCategory', Value: 'ServicePrincipal' },
    ],
    ModifiedProperties: [
      property('AppRole.Id', role.id),
      property('AppRole.Value', role.value),
      property('AppRole.DisplayName', role.display),
      property('ServicePrincipal.ObjectID', app.principal),
      property('ServicePrincipal.DisplayName', app.name),
      property('ServicePrincipal.AppId', app.id),
      property('ServicePrincipal.Name', app.id),
      property('TargetId.ServicePrincipalNames', `https://graph.microsoft.com/;${graph}`),
    ],
    Actor: [
      { ID: who.email, Type: 5 },
      { ID: puidOf(who), Type: 3 },
      { ID: '18ed3507-a475-4ccb-b669-d66bc9f2a36e', Type: 2 },
      { ID: `User_${oid}`, Type: 2 },
      { ID: oid, Type: 2 },
      { ID: 'User', Type: 2 },
    ],
    ActorContextId: tenant.id,
    InterSystemsId: random.uuid(),
    IntraSystemId: random.uuid(),
    SupportTicketId: '',
    Target: [
      { ID: `ServicePrincipal_${resource}`, Type: 2 },
      { ID: resource, Type: 2 },
      { ID: 'ServicePrincipal', Type: 2 },
      { ID: 'Microsoft Graph', Type: 1 },
      { ID: graph, Type: 2 },
    ],
    TargetContextId: tenant.id,
  }
}
