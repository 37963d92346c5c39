// Mailbox records of the unified audit log.
import type { RawRecord } from './campaign.ts'
import { stamp } from './microsoft-layouts.ts'
import type { App, Log, Named, Person } from './microsoft-tenant.ts'

const exchangeHost = 'DB9PR09MB4321 (15.20.9120.012)\r\n'
const graphId = '00000003-0000-0000-c000-000000000000'

export interface Access {
  readonly owner: Person
  readonly client: Named
  readonly ip: string
  /** Names the client, such as `Client=REST;;`. */
  readonly info?: string
  /** The application itself reads; nobody is signed in. */
  readonly appOnly?: App
  readonly tokenId?: string
  /** The service through which the client came. */
  readonly api?: string
}

const mailbox = (log: Log, at: number, access: Access, operation: string, recordType: number): [string, RawRecord] => {
  const { owner, client, appOnly } = access
  const id = log.random.uuid()
  return [
    id,
    {
      CreationTime: stamp(at),
      Id: id,
      Operation: operation,
      OrganizationId: log.tenant.id,
      RecordType: recordType,
      ResultStatus: 'Succeeded',
      UserKey: appOnly ? appOnly.appId : owner.puid,
      UserType: appOnly ? 5 : 0,
      Version: 1,
      Workload: 'Exchange',
      UserId: appOnly ? `ServicePrincipal_${appOnly.spId}` : owner.upn,
      AppId: access.api ?? graphId,
      ClientAppId: client.appId,
      ClientIPAddress: access.ip,
      ClientInfoString: access.info ?? 'Client=REST;;',
      ExternalAccess: false,
      InternalLogonType: 0,
      LogonType: appOnly ? 1 : 0,
      LogonUserSid: appOnly ? 'S-1-5-18' : owner.sid,
      MailboxGuid: owner.mailbox,
      MailboxOwnerSid: owner.sid,
      MailboxOwnerUPN: owner.upn,
      OrganizationName: log.tenant.cloudDomain,
      OriginatingServer: exchangeHost,
      AppAccessContext: {
        APIId: access.api ?? graphId,
        ClientAppId: client.appId,
        ClientAppName: client.name,
        IssuedAtTime: stamp(at - 600_000),
        UniqueTokenId: access.tokenId ?? log.random.uuid().replaceAll('-', '').slice(0, 22),
      },
    },
  ]
}

const folderId = (log: Log): string => `LgAAAA${log.random.uuid().replaceAll('-', '')}AQAA`

/** Messages that were read one by one: `count` of them. */
export const mailRead = (log: Log, at: number, access: Access, count: number, path = '\\Inbox'): string => {
  const [id, common] = mailbox(log, at, access, 'MailItemsAccessed', 50)
  return log.add(at, id, {
    ...common,
    OperationProperties: [
      { Name: 'MailAccessType', Value: 'Bind' },
      { Name: 'IsThrottled', Value: 'False' },
    ],
    Folders: [
      {
        FolderItems: Array.from({ length: count }, () => ({
          InternetMessageId: `<${log.random.uuid()}@${log.tenant.domain}>`,
          SizeInBytes: log.random.integer(9_000, 240_000),
        })),
        Id: folderId(log),
        Path: path,
      },
    ],
    OperationCount: count,
  })
}

/** A whole folder that was synchronised. */
export const mailSync = (log: Log, at: number, access: Access, path = '\\Inbox'): string => {
  const [id, common] = mailbox(log, at, access, 'MailItemsAccessed', 2)
  return log.add(at, id, {
    ...common,
    ClientIP: access.ip,
    SessionId: log.random.uuid(),
    OperationProperties: [
      { Name: 'MailAccessType', Value: 'Sync' },
      { Name: 'IsThrottled', Value: 'False' },
    ],
    Item: { Id: folderId(log), ParentFolder: { Id: folderId(log), Path: path, Name: path.slice(1) } },
    OperationCount: 1,
  })
}

export const mailSend = (log: Log, at: number, access: Access, subject: string): string => {
  const [id, common] = mailbox(log, at, access, 'Send', 2)
  return log.add(at, id, {
    ...common,
    ClientIP: access.ip,
    SaveToSentItems: false,
    Item: {
      Id: folderId(log),
      InternetMessageId: `<${log.random.uuid()}@${log.tenant.domain}>`,
      Subject: subject,
      SizeInBytes: log.random.integer(4_000, 60_000),
      ParentFolder: { Id: folderId(log), Path: '\\Drafts', Name: 'Drafts' },
    },
  })
}
