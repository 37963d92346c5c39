// A ticket system leaves the password behind, and reads six shared mailboxes with IMAP and the identity of an application.
import { benignWork } from '../campaign.ts'
import { credential } from '../microsoft-credentials.ts'
import { mailRead } from '../microsoft-mail.ts'
import { appRole } from '../microsoft-oauth.ts'
import { register } from '../microsoft-registrations.ts'
import { outsider, routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'
import { cmdlet } from '../microsoft-workloads.ts'

const exchangeShell = 'fb78d390-0c51-40cd-8e17-fdbfab77341b'

export default benignWork({
  title: 'A ticket system reads six shared mailboxes with IMAP as an application',
  sources: [
    'https://learn.microsoft.com/en-us/exchange/client-developer/legacy-protocols/how-to-authenticate-an-imap-pop-smtp-application-by-using-oauth',
    'https://github.com/pictureinformatica/demo-o365-imappop',
  ],
  resembles:
    'A new application gets a secret, IMAP for the tenant and full access to mailboxes, and reads from a hosting network.',
  accounts: 7,
  days: 21,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start } = scene(random, 'hartwell-clinics', {
      feeds: 'audit',
      from: '2026-02-02',
      days: 73,
      after: 24,
      people: 18,
      records: 700,
    })
    const { admin, exchange } = tenant
    const desk = makeApp(random, 'Ticket Intake', tenant.id, { ip: '203.0.113.71' })
    const boxes = ['support', 'intake', 'billing', 'feedback', 'estates', 'training'].map((name) =>
      outsider(random, `${name}@${tenant.domain}`, name, admin, admin.ip),
    )
    const at = start + 9 * hour + 30 * minute
    const setUp = [
      ...register(log, at, admin, desk),
      credential(log, at + 4 * minute, admin, desk, [], [{ id: desk.keyId, name: 'ticket system' }]),
      appRole(log, at + 9 * minute, admin, desk, exchange, {
        id: '5e5addcd-3e8d-4e90-baf5-964efab2b20a',
        value: 'IMAP.AccessAsApp',
        title: 'IMAP.AccessAsApp',
      }),
      cmdlet(log, at + 31 * minute, {
        by: admin,
        operation: 'New-ServicePrincipal',
        objectId: desk.name,
        parameters: { AppId: desk.appId, ObjectId: desk.spId, DisplayName: desk.name },
        ip: admin.ip,
        clientAppId: exchangeShell,
      }),
      ...boxes.map((box, i) =>
        cmdlet(log, at + (34 + i) * minute, {
          by: admin,
          operation: 'Add-MailboxPermission',
          objectId: `EURPR09A004.PROD.OUTLOOK.COM/Microsoft Exchange Hosted Organizations/${tenant.cloudDomain}/${box.oid}`,
          parameters: { Identity: box.upn, User: desk.spId, AccessRights: 'FullAccess' },
          ip: admin.ip,
          clientAppId: exchangeShell,
        }),
      ),
    ]
    const reads: string[] = []
    routine(log, start + day, 20, 260, (when) => {
      const id = mailRead(
        log,
        when,
        {
          owner: random.pick(boxes),
          client: desk,
          appOnly: desk,
          ip: desk.ip,
          info: 'Client=POP3/IMAP4;Protocol=IMAP4',
          api: exchange.appId,
        },
        random.integer(1, 5),
      )
      reads.push(id)
      return id
    })
    return { records: log.records(), ids: [...setUp, ...reads] }
  },
})
