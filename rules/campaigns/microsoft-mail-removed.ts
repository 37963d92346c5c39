// Messages that a client deletes from a mailbox, in the unified audit log.
import { stamp } from './microsoft-layouts.ts'
import type { Access } from './microsoft-mail.ts'
import type { Log } from './microsoft-tenant.ts'

const graphId = '00000003-0000-0000-c000-000000000000'

/** One message is deleted: to the deleted items, or for good. Returns the id. */
export const mailRemoved = (
  log: Log,
  at: number,
  access: Omit<Access, 'appOnly'>,
  operation: 'MoveToDeletedItems' | 'HardDelete',
  subject: string,
  path: string,
): string => {
  const { random, tenant } = log
  const { owner, client } = access
  const id = random.uuid()
  const folder = { Id: `LgAAAA${random.uuid().replaceAll('-', '')}AQAA`, Path: path }
  return log.add(at, id, {
    CreationTime: stamp(at),
    Id: id,
    Operation: operation,
    OrganizationId: tenant.id,
    RecordType: 3,
    ResultStatus: 'Succeeded',
    UserKey: owner.puid,
    UserType: 0,
    Version: 1,
    Workload: 'Exchange',
    UserId: owner.upn,
    AppId: access.api ?? graphId,
    ClientAppId: client.appId,
    ClientIP: access.ip,
    ClientIPAddress: access.ip,
    ClientInfoString: access.info ?? 'Client=REST;;',
    ExternalAccess: false,
    InternalLogonType: 0,
    LogonType: 0,
    LogonUserSid: owner.sid,
    MailboxGuid: owner.mailbox,
    MailboxOwnerSid: owner.sid,
    MailboxOwnerUPN: owner.upn,
    OrganizationName: tenant.cloudDomain,
    OriginatingServer: 'DB9PR09MB4321 (15.20.9120.012)\r\n',
    SessionId: random.uuid(),
    CrossMailboxOperation: false,
    AffectedItems: [
      {
        Id: `RgAAAA${random.uuid().replaceAll('-', '')}AAAJ`,
        InternetMessageId: `<${random.uuid()}@${tenant.domain}>`,
        ParentFolder: folder,
        Subject: subject,
      },
    ],
    Folder: folder,
    ...(operation === 'HardDelete'
      ? {}
      : {
          DestFolder: { Id: `LgAAAA${random.uuid().replaceAll('-', '')}AQAB`, Path: '\\Deleted Items' },
        }),
  })
}
