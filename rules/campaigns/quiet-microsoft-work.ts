// Mailbox, cmdlet and sign-in records of the unified audit log.
import { type App, agentAt, first, graphId, type Person, type Tenant } from './quiet-microsoft.ts'
import { type Place, type Scene, toSecond } from './quiet-scene.ts'

export type Values = Readonly<Record<string, unknown>>

export const unified = (
  scene: Scene,
  t: Tenant,
  time: number,
  operation: string,
  recordType: number,
  workload: string,
  who: { upn: string; key: string; type: number },
  more: Values,
): string => {
  const id = scene.random.uuid()
  return scene.put(time, id, {
    CreationTime: toSecond(time),
    Id: id,
    Operation: operation,
    OrganizationId: t.id,
    RecordType: recordType,
    UserKey: who.key,
    UserType: who.type,
    Version: 1,
    Workload: workload,
    UserId: who.upn,
    ...more,
  })
}

const port = (scene: Scene, where: Place): string => `${where.address}:${scene.random.integer(20_000, 60_000)}`

/** A cmdlet of an administrator in Exchange Online PowerShell, or of an owner in Outlook on the web. */
export const cmdlet = (
  scene: Scene,
  t: Tenant,
  time: number,
  who: Person,
  where: Place,
  operation: string,
  object: string,
  parameters: Readonly<Record<string, string>>,
  self = false,
): string =>
  unified(
    scene,
    t,
    time,
    operation,
    1,
    'Exchange',
    { upn: who.upn, key: who.puid, type: 2 },
    {
      ResultStatus: 'True',
      ClientIP: port(scene, where),
      ObjectId: object,
      AppId: self ? first.outlookWeb.appId : first.exchangeShell.appId,
      ClientAppId: '',
      AppPoolName: self ? 'MSExchangeOWAAppPool' : 'MSExchangeAdminApiNetCore',
      ExternalAccess: false,
      OrganizationName: t.initial,
      OriginatingServer: `AM9PR0${scene.random.integer(1, 9)}MB${scene.random.digits(4)} (15.20.9${scene.random.digits(3)}.018)`,
      Parameters: Object.entries(parameters).map(([Name, Value]) => ({ Name, Value })),
      SessionId: scene.random.uuid(),
    },
  )

export interface Mail {
  readonly app: App
  readonly where: Place
  /** Whose mailbox, if not the own one; a name and an address are enough. */
  readonly mailbox?: { readonly upn: string; readonly mailbox: string; readonly sid: string }
  readonly count?: number
  readonly folder?: string
}

const mailbox = (scene: Scene, t: Tenant, time: number, who: Person, mail: Mail): Values => {
  const owner = mail.mailbox ?? who
  const firstParty = mail.app.principal === mail.app.appId
  const api = firstParty ? first.exchange.appId : graphId
  return {
    ResultStatus: 'Succeeded',
    AppId: api,
    ClientAppId: mail.app.appId,
    ClientIPAddress: mail.where.address,
    ClientInfoString: firstParty
      ? mail.app === first.outlookMobile
        ? 'Client=OutlookService;Outlook-iOS/2.0;'
        : 'Client=OWA;Action=ViaProxy'
      : 'Client=REST;;',
    ExternalAccess: false,
    InternalLogonType: 0,
    LogonType: owner === who ? 0 : 2,
    LogonUserSid: who.sid,
    MailboxGuid: owner.mailbox,
    MailboxOwnerSid: owner.sid,
    MailboxOwnerUPN: owner.upn,
    OrganizationName: t.initial,
    OriginatingServer: `AM9PR0${scene.random.integer(1, 9)}MB${scene.random.digits(4)} (15.20.9412.018)\r\n`,
    AppAccessContext: {
      AADSessionId: scene.random.uuid(),
      APIId: api,
      ClientAppId: mail.app.appId,
      IssuedAtTime: toSecond(time - scene.random.integer(60, 3000) * 1000),
      UniqueTokenId: Buffer.from(scene.random.uuid()).toString('base64url').slice(0, 22),
    },
  }
}

export const mailRead = (scene: Scene, t: Tenant, time: number, who: Person, mail: Mail): string => {
  const count = mail.count ?? scene.random.integer(1, 5)
  return unified(
    scene,
    t,
    time,
    'MailItemsAccessed',
    50,
    'Exchange',
    { upn: who.upn, key: who.puid, type: 0 },
    {
      ...mailbox(scene, t, time, who, mail),
      OperationProperties: [
        { Name: 'MailAccessType', Value: 'Bind' },
        { Name: 'IsThrottled', Value: 'False' },
      ],
      Folders: [
        {
          FolderItems: Array.from({ length: count }, () => ({
            InternetMessageId: `<${scene.random.uuid()}@${t.domain}>`,
            SizeInBytes: scene.random.integer(8_000, 180_000),
          })),
          Id: 'LgAAAABxY2VzYW1wbGVmb2xkZXJpZAEA',
          Path: `\\${mail.folder ?? 'Inbox'}`,
        },
      ],
      OperationCount: count,
    },
  )
}

export const mailSent = (
  scene: Scene,
  t: Tenant,
  time: number,
  who: Person,
  mail: Mail,
  subject: string,
  operation = 'Send',
): string =>
  unified(
    scene,
    t,
    time,
    operation,
    2,
    'Exchange',
    { upn: who.upn, key: who.puid, type: 0 },
    {
      ...mailbox(scene, t, time, who, mail),
      ...(operation === 'SendAs'
        ? { SendAsUserMailboxGuid: mail.mailbox?.mailbox, SendAsUserSmtp: mail.mailbox?.upn }
        : {}),
      Item: {
        Id: `RgAAAA${scene.random.digits(12)}`,
        InternetMessageId: `<${scene.random.uuid()}@${t.domain}>`,
        ParentFolder: { Id: 'LgAAAABxY2VzYW1wbGVmb2xkZXJpZAEB', Path: '\\Sent Items' },
        SizeInBytes: scene.random.integer(9_000, 90_000),
        Subject: subject,
      },
      SaveToSentItems: true,
    },
  )

/** A sign-in as the unified audit log has it. */
export const loggedIn = (scene: Scene, t: Tenant, time: number, who: Person, app: App, where: Place): string =>
  unified(
    scene,
    t,
    time,
    'UserLoggedIn',
    15,
    'AzureActiveDirectory',
    { upn: who.upn, key: who.oid, type: 0 },
    {
      ResultStatus: 'Success',
      ClientIP: where.address,
      ActorIpAddress: where.address,
      ObjectId: graphId,
      ApplicationId: app.appId,
      AzureActiveDirectoryEventType: 1,
      ErrorNumber: '0',
      ExtendedProperties: [
        { Name: 'ResultStatusDetail', Value: 'Redirect' },
        { Name: 'UserAgent', Value: agentAt(who.desktop, time) },
        { Name: 'RequestType', Value: 'OAuth2:Authorize' },
      ],
      ModifiedProperties: [],
      Actor: [
        { ID: who.oid, Type: 0 },
        { ID: who.upn, Type: 5 },
      ],
      ActorContextId: t.id,
      InterSystemsId: scene.random.uuid(),
      IntraSystemId: scene.random.uuid(),
      SupportTicketId: '',
      Target: [{ ID: graphId, Type: 0 }],
      TargetContextId: t.id,
      DeviceProperties: [
        { Name: 'OS', Value: who.desktop.includes('Mac') ? 'MacOs' : 'Windows10' },
        { Name: 'BrowserType', Value: who.desktop.includes('Edg/') ? 'Edge' : 'Chrome' },
        { Name: 'IsCompliantAndManaged', Value: 'True' },
        { Name: 'SessionId', Value: scene.random.uuid() },
      ],
    },
  )
