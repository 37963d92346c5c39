// Add-ins of the old SharePoint model (Azure ACS) in the unified audit log: registration pages and service principals.
import { directory, listed, principalTarget, stamp } from './microsoft-layouts.ts'
import { type App, addChanged, type Log, type Person } from './microsoft-tenant.ts'

export interface Visit {
  readonly person: Person
  readonly ip: string
  readonly agent: string
  readonly site: string
  /** Such as `appregnew.aspx`. */
  readonly page: string
}

/** A person opens a site settings page. Returns the ID. */
export const settingsPage = (log: Log, at: number, visit: Visit): string => {
  const { random, tenant } = log
  const id = random.uuid()
  const site = `https://${tenant.domain.replace('.example', '')}.sharepoint.example/sites/${visit.site}/`
  return log.add(at, id, {
    CreationTime: stamp(at),
    Id: id,
    Operation: 'PageViewed',
    OrganizationId: tenant.id,
    RecordType: 4,
    UserKey: `i:0h.f|membership|${visit.person.puid.toLowerCase()}@live.com`,
    UserType: 0,
    Version: 1,
    Workload: 'SharePoint',
    ClientIP: visit.ip,
    ObjectId: `${site}_layouts/15/${visit.page}`,
    UserId: visit.person.upn,
    CorrelationId: random.uuid(),
    CustomUniqueId: true,
    EventSource: 'SharePoint',
    ItemType: 'Page',
    ListItemUniqueId: '59a8433d-9bb8-cfef-b1e0-4e9a2ae4d0a8',
    Site: random.uuid(),
    UserAgent: visit.agent,
    WebId: random.uuid(),
    ApplicationId: tenant.sharepoint.appId,
    ApplicationDisplayName: 'SharePoint Online Web Client Extensibility',
    AuthenticationType: 'FormsCookieAuth',
    BrowserName: 'Chrome',
    BrowserVersion: '141.0.0.0',
    IsManagedDevice: false,
    Platform: 'WinDesktop',
    SiteUrl: site,
    SourceFileName: '',
    SourceRelativeUrl: '',
  })
}

/** The SharePoint Online account that creates these principals in every tenant; the log does not name the person. */
const sharePointService = (log: Log): Person => ({
  ...log.tenant.admin,
  upn: 'spo_service@support.onmicrosoft.com',
  name: 'spo_service',
  oid: log.random.uuid(),
  puid: '10030000838D23AF',
  ip: '',
})

/** The registration page creates the service principal of an add-in, with its first secret. Returns the ID. */
export const addInPrincipal = (log: Log, at: number, app: App): string => {
  const names = [app.appId, `${app.appId}/${new URL(app.reply).host}`]
  const lines = (values: readonly string[]): string => JSON.stringify(values, null, 2).replaceAll('\n', '\r\n')
  const key = (id: string, type: string, usage: string): string =>
    `[KeyIdentifier=${id},KeyType=${type},KeyUsage=${usage},DisplayName=]`
  const keys = [
    key(log.random.uuid(), 'Symmetric', 'Sign'),
    key(log.random.uuid(), 'Symmetric', 'Verify'),
    key(app.keyId, 'Password', 'Verify'),
  ]
  const service = sharePointService(log)
  const supportTenant = log.random.uuid()
  const make = (side: Log): string =>
    directory(side, at, {
      operation: 'Add service principal.',
      by: service,
      target: principalTarget(app),
      objectId: names.join(';'),
      category: 'ServicePrincipal',
      details: { AppId: app.appId },
      changes: [
        { name: 'AccountEnabled', now: listed(true), before: '[]' },
        {
          name: 'AppAddress',
          now: listed({ AddressType: 0, Address: app.reply, ReplyAddressClientType: 0 }),
          before: '[]',
        },
        { name: 'AppPrincipalId', now: listed(app.appId), before: '[]' },
        { name: 'DisplayName', now: listed(app.name), before: '[]' },
        { name: 'KeyDescription', now: lines(keys), before: '[]' },
        { name: 'ServicePrincipalName', now: lines(names), before: '[]' },
        {
          name: 'Included Updated Properties',
          now: 'AccountEnabled, AppAddress, AppPrincipalId, DisplayName, KeyDescription, ServicePrincipalName',
        },
        { name: 'TargetId.ServicePrincipalNames', now: names.join(';') },
      ],
    })
  return addChanged(log, at, make, (record) => ({
    ...record,
    UserKey: `${service.puid}@support.onmicrosoft.com`,
    ActorContextId: supportTenant,
  }))
}
