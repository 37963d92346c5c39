// Records of the unified audit log: Exchange commands, SharePoint files, Power Automate.
import { stamp } from './microsoft-layouts.ts'
import type { App, Log, Named, Person } from './microsoft-tenant.ts'

export interface Cmdlet {
  readonly by: Person
  readonly operation: string
  readonly objectId: string
  readonly parameters: Readonly<Record<string, string>>
  readonly ip: string
  readonly clientAppId?: string
}

/** An Exchange administration command. */
export const cmdlet = (log: Log, at: number, run: Cmdlet): string => {
  const id = log.random.uuid()
  return log.add(at, id, {
    CreationTime: stamp(at),
    Id: id,
    Operation: run.operation,
    OrganizationId: log.tenant.id,
    RecordType: 1,
    ResultStatus: 'True',
    UserKey: run.by.puid,
    UserType: 2,
    Version: 1,
    Workload: 'Exchange',
    ClientIP: `${run.ip}:${log.random.integer(20_000, 60_000)}`,
    ObjectId: run.objectId,
    UserId: run.by.upn,
    AppId: '',
    ClientAppId: run.clientAppId ?? '',
    ExternalAccess: false,
    OrganizationName: log.tenant.cloudDomain,
    OriginatingServer: 'DB9PR09MB4321 (15.20.9120.012)\r\n',
    Parameters: Object.entries(run.parameters).map(([Name, Value]) => ({ Name, Value })),
    SessionId: log.random.uuid(),
  })
}

export interface FileUse {
  readonly person: Person
  readonly client: Named
  readonly ip: string
  readonly agent: string
  readonly file: string
  readonly operation?: string
  readonly appOnly?: App
  readonly site?: string
}

/** A file that was opened, changed or downloaded. */
export const file = (log: Log, at: number, use: FileUse): string => {
  const { random, tenant } = log
  const { person, client, appOnly } = use
  const id = random.uuid()
  const site = `https://${tenant.domain.replace('.example', '')}.sharepoint.example/sites/${use.site ?? 'operations'}/`
  const extension = use.file.slice(use.file.lastIndexOf('.') + 1)
  return log.add(at, id, {
    CreationTime: stamp(at),
    Id: id,
    Operation: use.operation ?? 'FileAccessed',
    OrganizationId: tenant.id,
    RecordType: 6,
    UserKey: appOnly
      ? 'i:0i.t|00000003-0000-0ff1-ce00-000000000000|app@sharepoint'
      : `i:0h.f|membership|${person.puid.toLowerCase()}@live.com`,
    UserType: appOnly ? 5 : 0,
    Version: 1,
    Workload: 'SharePoint',
    ClientIP: use.ip,
    ObjectId: `${site}Shared Documents/${use.file}`,
    UserId: appOnly ? 'app@sharepoint' : person.upn,
    CorrelationId: random.uuid(),
    EventSource: 'SharePoint',
    ItemType: 'File',
    ListId: random.uuid(),
    ListItemUniqueId: random.uuid(),
    Site: random.uuid(),
    UserAgent: use.agent,
    WebId: random.uuid(),
    ApplicationId: client.appId,
    ApplicationDisplayName: client.name,
    AuthenticationType: 'OAuth',
    HighPriorityMediaProcessing: false,
    IsManagedDevice: false,
    FileSizeBytes: random.integer(20_000, 4_000_000),
    SourceFileExtension: extension,
    SiteUrl: site,
    SourceFileName: use.file,
    SourceRelativeUrl: 'Shared Documents',
    AppAccessContext: {
      ClientAppId: client.appId,
      ClientAppName: client.name,
      CorrelationId: random.uuid(),
      UniqueTokenId: random.uuid().replaceAll('-', '').slice(0, 22),
    },
  })
}

/** A flow of Power Automate that `person` made or changed. */
export const flow = (log: Log, at: number, person: Person, operation: string, connectors: string): string => {
  const id = log.random.uuid()
  return log.add(at, id, {
    CreationTime: stamp(at),
    Id: id,
    Operation: operation,
    OrganizationId: log.tenant.id,
    RecordType: 30,
    ResultStatus: 'Success',
    UserKey: person.oid,
    UserType: 0,
    Version: 1,
    Workload: 'MicrosoftFlow',
    ClientIP: person.ip,
    ObjectId: '',
    UserId: person.upn,
    FlowConnectorNames: connectors,
    FlowDetailsUrl: `https://make.powerautomate.com/environments/Default-${log.tenant.id}/flows/${log.random.uuid()}`,
    LicenseDisplayName: 'Microsoft Power Automate Free',
    SharingPermission: '',
    UserTypeInitiated: 1,
    UserUPN: person.upn,
  })
}
