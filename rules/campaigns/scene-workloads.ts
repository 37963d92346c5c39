// Sign-ins, mail, files and Power Platform in the layout of the management activity API, for the scenes of one author.

import { Consents } from './scene-consents.ts'
import { type App, after, browser, graphId, type Made, type Person } from './scene-directory.ts'

/** One tenant; its methods build one record each, or the records of one act. */
export class Tenant extends Consents {
  signIn(
    time: string,
    who: Person,
    client: string,
    ip: string,
    agent = browser,
    error = 0,
    resource = graphId,
    request = 'OAuth2:Token',
  ): Made {
    return this.record(time, error ? 'UserLoginFailed' : 'UserLoggedIn', 15, 'AzureActiveDirectory', {
      ResultStatus: 'Success',
      UserKey: who.oid,
      UserType: 0,
      ClientIP: ip,
      ObjectId: resource,
      UserId: who.upn,
      AzureActiveDirectoryEventType: 1,
      ExtendedProperties: [
        { Name: 'ResultStatusDetail', Value: 'Success' },
        { Name: 'UserAgent', Value: agent },
        { Name: 'RequestType', Value: request },
      ],
      ModifiedProperties: [],
      Actor: [
        { ID: who.oid, Type: 0 },
        { ID: who.upn, Type: 5 },
      ],
      ActorContextId: this.id,
      ActorIpAddress: ip,
      InterSystemsId: this.random.uuid(),
      IntraSystemId: this.random.uuid(),
      SupportTicketId: '',
      Target: [{ ID: resource, Type: 0 }],
      TargetContextId: this.id,
      ApplicationId: client,
      DeviceProperties: [
        { Name: 'OS', Value: 'Windows10' },
        { Name: 'BrowserType', Value: 'Chrome' },
        { Name: 'IsCompliantAndManaged', Value: 'False' },
        { Name: 'SessionId', Value: this.random.uuid() },
      ],
      ErrorNumber: String(error),
      ...(error ? { LogonError: 'InvalidUserNameOrPassword' } : {}),
    })
  }

  exchange(
    time: string,
    op: string,
    type: number,
    owner: Person,
    app: App,
    ip: string,
    only: boolean,
    rest: object,
  ): Made {
    return this.record(time, op, type, 'Exchange', {
      ResultStatus: 'Succeeded',
      UserKey: only ? app.sp : owner.puid,
      UserType: only ? 5 : 0,
      UserId: only ? `ServicePrincipal_${app.sp}` : owner.upn,
      AppId: graphId,
      ClientAppId: app.appId,
      ClientIPAddress: ip,
      ClientInfoString: 'Client=REST;;',
      ExternalAccess: false,
      InternalLogonType: 0,
      LogonType: only ? 1 : 0,
      LogonUserSid: only ? 'S-1-5-18' : owner.sid,
      MailboxGuid: owner.mailbox,
      MailboxOwnerSid: owner.sid,
      MailboxOwnerUPN: owner.upn,
      OrganizationName: `${this.domain.split('.')[0]}.onmicrosoft.com`,
      OriginatingServer: 'DB9PR09MB4321 (15.20.9412.012)\r\n',
      AppAccessContext: {
        APIId: graphId,
        ClientAppId: app.appId,
        IssuedAtTime: after(time, -600),
        UniqueTokenId: this.random.uuid().slice(0, 22),
      },
      ...rest,
    })
  }

  mail(time: string, owner: Person, app: App, ip: string, count = 4, path = '\\Inbox', only = false): Made {
    const FolderItems = Array.from({ length: count }, () => ({
      InternetMessageId: `<${this.random.uuid()}@mail.example>`,
      SizeInBytes: this.random.integer(9000, 90_000),
    }))
    return this.exchange(time, 'MailItemsAccessed', 50, owner, app, ip, only, {
      OperationProperties: [
        { Name: 'MailAccessType', Value: 'Bind' },
        { Name: 'IsThrottled', Value: 'False' },
      ],
      Folders: [{ FolderItems, Id: 'LgAAAAB2', Path: path }],
      OperationCount: count,
    })
  }

  send(time: string, owner: Person, app: App, ip: string, subject: string, only = false): Made {
    return this.exchange(time, 'Send', 2, owner, app, ip, only, {
      Item: {
        Id: 'RgAAAAB7',
        InternetMessageId: `<${this.random.uuid()}@${this.domain}>`,
        ParentFolder: { Id: 'LgAAAAC1', Path: '\\Sent Items' },
        SizeInBytes: 31_204,
        Subject: subject,
      },
      SaveToSentItems: true,
    })
  }

  rule(time: string, owner: Person, client: string, ip: string, parameters: Readonly<Record<string, string>>): Made {
    return this.record(time, 'New-InboxRule', 1, 'Exchange', {
      ResultStatus: 'True',
      UserKey: owner.puid,
      UserType: 2,
      ClientIP: `${ip}:${this.random.integer(20_000, 60_000)}`,
      UserId: owner.upn,
      ObjectId: `EURP190A003.PROD.OUTLOOK.COM/Microsoft Exchange Hosted Organizations/${this.domain}/${owner.mailbox}\\${parameters.Name}`,
      AppId: client ? graphId : '00000002-0000-0ff1-ce00-000000000000',
      ClientAppId: client,
      ExternalAccess: false,
      OrganizationName: `${this.domain.split('.')[0]}.onmicrosoft.com`,
      OriginatingServer: 'DB9PR09MB4321 (15.20.9412.012)',
      Parameters: Object.entries(parameters).map(([Name, Value]) => ({ Name, Value })),
      SessionId: this.random.uuid(),
    })
  }

  file(
    time: string,
    who: Person | 'app',
    app: App,
    ip: string,
    [site, name]: readonly [string, string],
    operation = 'FileDownloaded',
    agent = browser,
  ): Made {
    const SiteUrl = `https://${this.domain.split('.')[0]}.sharepoint.com/sites/${site}/`
    const user =
      who === 'app'
        ? { UserKey: 'app@sharepoint', UserType: 5, UserId: 'app@sharepoint' }
        : { UserKey: `i:0h.f|membership|${who.puid.toLowerCase()}@live.com`, UserType: 0, UserId: who.upn }
    return this.record(time, operation, 6, 'SharePoint', {
      ...user,
      ClientIP: ip,
      ObjectId: `${SiteUrl}Shared Documents/${name}`,
      ApplicationId: app.appId,
      ApplicationDisplayName: app.name,
      CorrelationId: this.random.uuid(),
      EventSource: 'SharePoint',
      ItemType: 'File',
      ListId: this.random.uuid(),
      Site: this.random.uuid(),
      WebId: this.random.uuid(),
      UserAgent: agent,
      AppAccessContext: {
        ClientAppId: app.appId,
        CorrelationId: this.random.uuid(),
        UniqueTokenId: this.random.uuid().slice(0, 22),
      },
      SourceFileExtension: name.split('.').at(-1),
      SiteUrl,
      SourceFileName: name,
      SourceRelativeUrl: 'Shared Documents',
      FileSizeBytes: this.random.integer(20_000, 2_000_000),
    })
  }

  flow(time: string, who: Person, operation: string, rest: object): Made {
    return this.record(time, operation, 30, 'MicrosoftFlow', {
      ResultStatus: 'Success',
      UserKey: who.oid,
      UserType: 0,
      UserId: who.upn,
      UserUPN: who.upn,
      ClientIP: '',
      UserTypeInitiated: 1,
      LicenseDisplayName: 'Microsoft Power Automate Free',
      ...rest,
    })
  }

  /** A record of Power Apps in the layout of the Power Platform administrator activity. */
  powerApp(
    time: string,
    who: Person,
    operation: string,
    ip: string,
    name: string,
    id: string,
    environment: string,
  ): Made {
    const values: readonly (readonly [string, string])[] = [
      ['type', 'PowerPlatformAdministratorActivityRecord'],
      ['version', '1.0'],
      ['powerplatform.analytics.activity.name', operation],
      ['powerplatform.analytics.activity.id', this.random.uuid()],
      ['powerplatform.analytics.resource.type', 'PowerApp'],
      ['powerplatform.analytics.resource.id', id],
      ['powerplatform.analytics.resource.display_name', name],
      ['powerplatform.analytics.resource.environment.id', environment],
      ['enduser.id', who.oid],
      ['enduser.principal_name', who.upn],
      ['enduser.ip_address', `::ffff:${ip}`],
      ['user_agent.original', browser],
    ]
    return this.record(time, operation, 256, 'PowerPlatform', {
      ResultStatus: 'Success',
      UserKey: who.oid,
      UserType: 0,
      UserId: who.upn,
      ClientIP: ip,
      ObjectId: id,
      PropertyCollection: values.map(([Name, Value]) => ({ Name, Value })),
    })
  }
}
