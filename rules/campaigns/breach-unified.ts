// Records of the unified audit log: consents, accounts, mail, files and Copilot.
import { Buffer } from 'node:buffer'
import { type App, browser, graphId, guidBytes, type Part, type Person, pretty, seconds } from './breach-layouts.ts'
import type { RawRecord } from './campaign.ts'
import type { Random } from './random.ts'

const change = (Name: string, NewValue: string, OldValue = '') => ({ Name, NewValue, OldValue })

/** One tenant of Microsoft 365. */
export class Tenant {
  readonly random: Random
  readonly domain: string
  readonly id: string
  readonly graph: string
  constructor(random: Random, domain: string) {
    this.random = random
    this.domain = domain
    this.id = random.uuid()
    this.graph = random.uuid()
  }

  app(name: string, id = this.random.uuid()): App {
    return { id, name, principal: this.random.uuid() }
  }

  #unified(time: Date, Operation: string, RecordType: number, Workload: string, more: Part): RawRecord {
    const head = { CreationTime: seconds(time), Id: this.random.uuid(), Operation, OrganizationId: this.id, RecordType }
    return { ...head, UserType: 0, Version: 1, Workload, ...more }
  }

  #directory(
    time: Date,
    operation: string,
    who: Person,
    object: string,
    target: readonly Part[],
    more: Part,
  ): RawRecord {
    const { agent = browser, kind = 'ServicePrincipal', changes = [], set = this.random.uuid(), aim = '' } = more
    return this.#unified(time, operation, 8, 'AzureActiveDirectory', {
      ResultStatus: 'Success',
      UserKey: `${who.puid}@${this.domain}`,
      ObjectId: object,
      UserId: who.upn,
      AzureActiveDirectoryEventType: 1,
      ExtendedProperties: [
        { Name: 'additionalDetails', Value: JSON.stringify(aim ? { 'User-Agent': agent, AppId: aim } : {}) },
        { Name: 'extendedAuditEventCategory', Value: kind },
      ],
      ModifiedProperties: changes,
      Actor: [
        { ID: who.upn, Type: 5 },
        { ID: who.puid, Type: 3 },
        { ID: '18ed3507-a475-4ccb-b669-d66bc9f2a36e', Type: 2 },
        { ID: `User_${who.id}`, Type: 2 },
        { ID: who.id, Type: 2 },
        { ID: 'User', Type: 2 },
      ],
      ActorContextId: this.id,
      InterSystemsId: set,
      IntraSystemId: this.random.uuid(),
      SupportTicketId: '',
      Target: target,
      TargetContextId: this.id,
    })
  }

  #principal(app: App): readonly Part[] {
    const names = [`ServicePrincipal_${app.principal}`, app.principal, 'ServicePrincipal'].map((ID) => ({
      ID,
      Type: 2,
    }))
    return [...names, { ID: app.name, Type: 1 }, { ID: app.id, Type: 2 }, { ID: app.id, Type: 4 }]
  }

  #user(who: Person): readonly Part[] {
    const names = [`User_${who.id}`, who.id, 'User'].map((ID) => ({ ID, Type: 2 }))
    return [...names, { ID: who.upn, Type: 5 }, { ID: who.puid, Type: 3 }]
  }

  /** A consent with its grant, and with the service principal where the application is new to the tenant. */
  consent(time: Date, who: Person, app: App, scopes: string, fresh = false): readonly RawRecord[] {
    const set = this.random.uuid()
    const grant = Buffer.concat([app.principal, this.graph, who.id].map(guidBytes)).toString('base64url')
    const scope = ` ${scopes}`
    const entry = `[Id: ${grant}, ClientId: ${app.principal}, PrincipalId: ${who.id}, ResourceId: ${this.graph}, ConsentType: Principal, Scope: ${scope}, CreatedDateTime: , LastModifiedDateTime ]`
    const context = { IsAdminConsent: 'False', IsAppOnly: 'False', OnBehalfOfAll: 'False' }
    const names = `https://graph.microsoft.com/;${graphId}`
    const act = (operation: string, object: string, target: readonly Part[], aim: string, changes: readonly Part[]) =>
      this.#directory(time, operation, who, object, target, { agent: 'EvoSTS', set, aim, changes })
    const made = act('Add service principal.', app.id, this.#principal(app), app.id, [
      change('AccountEnabled', pretty(true), '[]'),
      change('AppPrincipalId', pretty(app.id), '[]'),
      change('DisplayName', pretty(app.name), '[]'),
      change('ServicePrincipalName', pretty(app.id), '[]'),
    ])
    const resource = this.#principal({ id: graphId, name: 'Microsoft Graph', principal: this.graph })
    const given = act('Add delegated permission grant.', names, resource, graphId, [
      change('DelegatedPermissionGrant.Scope', scope),
      change('DelegatedPermissionGrant.ConsentType', 'Principal'),
      change('ServicePrincipal.ObjectID', app.principal),
      change('ServicePrincipal.DisplayName', ''),
      change('ServicePrincipal.AppId', ''),
      change('TargetId.ServicePrincipalNames', names),
    ])
    const agreed = act('Consent to application.', app.id, this.#principal(app), app.id, [
      ...Object.entries(context).map(([name, value]) => change(`ConsentContext.${name}`, value)),
      change('ConsentContext.Tags', 'WindowsAzureActiveDirectoryIntegratedApp'),
      change('ConsentAction.Permissions', `[] => [${entry}]; `),
      change('TargetId.ServicePrincipalNames', app.id),
    ])
    return fresh ? [made, given, agreed] : [given, agreed]
  }

  /** An act of an administrator on an account. */
  account(time: Date, admin: Person, operation: string, who: Person, changes: readonly Part[] = []): RawRecord {
    return this.#directory(time, operation, admin, who.upn, this.#user(who), { kind: 'User', changes })
  }

  /** An act of an administrator on the service principal of an application. */
  principalAct(time: Date, admin: Person, operation: string, app: App, changes: readonly Part[] = []): RawRecord {
    return this.#directory(time, operation, admin, app.id, this.#principal(app), { changes, aim: app.id })
  }

  #exchange(time: Date, operation: string, type: number, owner: Person, app: App, ip: string, more: Part): RawRecord {
    const { alone, ...rest } = more
    const sid = `S-1-5-21-2127521184-1604012920-1887927527-${Number.parseInt(owner.mailbox.slice(0, 6), 16)}`
    const user = alone ? `ServicePrincipal_${app.principal}` : owner.upn
    return this.#unified(time, operation, type, 'Exchange', {
      ResultStatus: 'Succeeded',
      UserKey: alone ? app.principal : owner.puid,
      UserType: alone ? 5 : 0,
      UserId: user,
      AppId: graphId,
      ClientAppId: app.id,
      ClientIPAddress: ip,
      ClientInfoString: 'Client=REST;;',
      ExternalAccess: false,
      InternalLogonType: 0,
      LogonType: alone ? 1 : 0,
      LogonUserSid: sid,
      MailboxGuid: owner.mailbox,
      MailboxOwnerSid: sid,
      MailboxOwnerUPN: owner.upn,
      OrganizationName: `${this.domain.split('.')[0]}.onmicrosoft.com`,
      OriginatingServer: 'DB9PR09MB4321 (15.20.9412.012)\r\n',
      AppAccessContext: {
        APIId: graphId,
        ClientAppId: app.id,
        IssuedAtTime: seconds(time),
        UniqueTokenId: this.random.uuid().replaceAll('-', '').slice(0, 22),
      },
      ...rest,
    })
  }

  /** Messages of the owner's mailbox that an application read; `alone` with application permissions. */
  mail(time: Date, owner: Person, app: App, ip: string, count: number, alone = false): RawRecord {
    const FolderItems = Array.from({ length: count }, () => ({
      InternetMessageId: `<${this.random.uuid()}@${this.domain}>`,
      SizeInBytes: this.random.integer(4000, 90_000),
    }))
    return this.#exchange(time, 'MailItemsAccessed', 50, owner, app, ip, {
      alone,
      OperationProperties: [
        { Name: 'MailAccessType', Value: 'Bind' },
        { Name: 'IsThrottled', Value: 'False' },
      ],
      Folders: [{ FolderItems, Id: 'LgAAAADB', Path: '\\Inbox' }],
      OperationCount: count,
    })
  }

  /** An item that an application sent or wrote. */
  item(time: Date, operation: 'Send' | 'Create', owner: Person, app: App, ip: string, Subject: string): RawRecord {
    const Path = operation === 'Send' ? '\\Sent Items' : '\\Calendar'
    const Item = {
      Id: `RgAAAA${this.random.digits(8)}`,
      InternetMessageId: `<${this.random.uuid()}@${this.domain}>`,
      ParentFolder: { Id: 'LgAAAADB', Path },
      Subject,
      SizeInBytes: this.random.integer(6000, 20_000),
    }
    return this.#exchange(time, operation, 2, owner, app, ip, { Item })
  }

  /** A file that an application downloaded; `who` is absent for application permissions. */
  file(time: Date, who: Person | undefined, app: App, ip: string, site: string, name: string): RawRecord {
    const host = `https://${this.domain.split('.')[0]}.sharepoint.com/sites/${site}/`
    return this.#unified(time, 'FileDownloaded', 6, 'SharePoint', {
      UserKey: who
        ? `i:0h.f|membership|${who.puid.toLowerCase()}@live.com`
        : 'i:0i.t|00000003-0000-0ff1-ce00-000000000000|app@sharepoint',
      UserType: who ? 0 : 5,
      ClientIP: ip,
      ObjectId: `${host}Shared Documents/${name}`,
      UserId: who?.upn ?? 'app@sharepoint',
      ApplicationId: app.id,
      ApplicationDisplayName: app.name,
      CorrelationId: this.random.uuid(),
      EventSource: 'SharePoint',
      ItemType: 'File',
      ListId: this.random.uuid(),
      Site: this.random.uuid(),
      WebId: this.random.uuid(),
      UserAgent: 'python-httpx/0.28.1',
      AppAccessContext: { ClientAppId: app.id, UniqueTokenId: this.random.uuid().replaceAll('-', '').slice(0, 22) },
      SourceFileExtension: name.split('.').at(-1),
      SiteUrl: host,
      SourceFileName: name,
      SourceRelativeUrl: 'Shared Documents',
      FileSizeBytes: this.random.integer(20_000, 9_000_000),
    })
  }

  /** A question to Copilot and the files that the answer used. */
  copilot(time: Date, who: Person, ip: string, files: readonly string[]): RawRecord {
    const host = `https://${this.domain.split('.')[0]}.sharepoint.com/sites/`
    const AccessedResources = files.map((name) => ({
      Action: 'Read',
      ID: this.random.uuid(),
      Name: name.split('/').at(-1),
      SiteUrl: host + name,
      Type: name.split('.').at(-1),
    }))
    return this.#unified(time, 'CopilotInteraction', 261, 'Copilot', {
      UserKey: who.id,
      UserId: who.upn,
      ClientIP: ip,
      CopilotEventData: {
        AccessedResources,
        AppHost: 'BizChat',
        Contexts: [],
        MessageIds: [],
        ThreadId: `19:${this.random.uuid().replaceAll('-', '')}@thread.v2`,
      },
    })
  }
}
