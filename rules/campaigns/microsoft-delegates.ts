// Shared mailboxes that a person opens with delegate rights, in the unified audit log.
import { stamp } from './microsoft-layouts.ts'
import type { Log, Named, Person } from './microsoft-tenant.ts'

export interface SharedMailbox {
  readonly upn: string
  readonly guid: string
  readonly sid: string
}

export const sharedMailbox = (log: Log, name: string): SharedMailbox => ({
  upn: `${name}@${log.tenant.domain}`,
  guid: log.random.uuid(),
  sid: `S-1-5-21-${log.random.digits(10)}-${log.random.digits(9)}-${log.random.digits(10)}-${log.random.digits(8)}`,
})

export interface DelegateAccess {
  readonly person: Person
  readonly mailbox: SharedMailbox
  readonly client: Named
  readonly ip: string
  readonly info: string
  readonly api: string
}

/** `count` messages of a shared mailbox are read by a delegate. Returns the id of the record. */
export const delegateRead = (log: Log, at: number, access: DelegateAccess, count: number): string => {
  const { random, tenant } = log
  const { person, mailbox, client } = access
  const id = random.uuid()
  return log.add(at, id, {
    CreationTime: stamp(at),
    Id: id,
    Operation: 'MailItemsAccessed',
    OrganizationId: tenant.id,
    RecordType: 50,
    ResultStatus: 'Succeeded',
    UserKey: person.puid,
    UserType: 0,
    Version: 1,
    Workload: 'Exchange',
    UserId: person.upn,
    AppId: access.api,
    ClientAppId: client.appId,
    ClientIPAddress: access.ip,
    ClientInfoString: access.info,
    ExternalAccess: false,
    InternalLogonType: 0,
    LogonType: 2,
    LogonUserSid: person.sid,
    MailboxGuid: mailbox.guid,
    MailboxOwnerSid: mailbox.sid,
    MailboxOwnerUPN: mailbox.upn,
    OperationProperties: [
      { Name: 'MailAccessType', Value: 'Bind' },
      { Name: 'IsThrottled', Value: 'False' },
    ],
    OrganizationName: tenant.cloudDomain,
    OriginatingServer: 'DB9PR09MB4321 (15.20.9120.012)\r\n',
    AppAccessContext: {
      APIId: access.api,
      ClientAppId: client.appId,
      ClientAppName: client.name,
      IssuedAtTime: stamp(at - 600_000),
      UniqueTokenId: random.uuid().replaceAll('-', '').slice(0, 22),
    },
    Folders: [
      {
        FolderItems: Array.from({ length: count }, () => ({
          InternetMessageId: `<${random.uuid()}@${tenant.domain}>`,
          SizeInBytes: random.integer(9_000, 240_000),
        })),
        Id: `LgAAAA${random.uuid().replaceAll('-', '')}AQAA`,
        Path: '\\Inbox',
      },
    ],
    OperationCount: count,
  })
}
