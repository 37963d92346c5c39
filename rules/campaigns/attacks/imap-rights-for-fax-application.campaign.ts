import { attackCampaign } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { credential } from '../microsoft-credentials.ts'
import { type Access, mailRead } from '../microsoft-mail.ts'
import { routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { day, hour, makeApp, minute, type Person } from '../microsoft-tenant.ts'
import { cmdlet } from '../microsoft-workloads.ts'

const exchangeShell = 'fb78d390-0c51-40cd-8e17-fdbfab77341b'

export default attackCampaign({
  title: 'The fax application gets the mailboxes of three directors in Exchange, and an attacker reads them with IMAP',
  sources: [
    'https://www.tired-labs.org/techniques/trr0019/exo',
    'https://learn.microsoft.com/en-us/exchange/client-developer/legacy-protocols/how-to-authenticate-an-imap-pop-smtp-application-by-using-oauth',
    'https://redcanary.com/blog/threat-detection/entra-id-service-principals/',
  ],
  facts: [
    'An application with IMAP.AccessAsApp reads each mailbox on which its service principal has a right in Exchange.',
    'Such a right is a command in Exchange: Entra records no consent and no permission.',
    'An administrator account in the hands of the attacker adds a secret and the rights on single mailboxes, with days between.',
    'Mail is collected with IMAP and the identity of the application.',
  ],
  build: (random) => {
    const days = 90
    const { log, tenant, start, quiet, person } = scene(random, 'brightloom', {
      feeds: 'audit',
      from: '2026-01-19',
      days,
      after: 28,
      people: 22,
      records: 850,
    })
    const { admin, exchange, helpdesk } = tenant
    const ip = '192.0.2.118'
    const fax = makeApp(random, 'Fax Inbox Router', tenant.id, { ip: '198.51.100.71' })
    const imap = (owner: Person, from: string): Access => ({
      owner,
      client: fax,
      appOnly: fax,
      ip: from,
      info: 'Client=POP3/IMAP4;Protocol=IMAP4',
      api: exchange.appId,
    })
    const usually = (at: number) => mailRead(log, at, imap(helpdesk, fax.ip), random.integer(1, 4))
    const usual = routine(log, start - days * day, days, 120, usually)
    routine(log, start, 25, 30, usually)
    const at = start + day + 13 * hour
    const first = signInAudit(log, at, { person: admin, client: firstParty.azurePortal, resource: tenant.graph, ip })
    const old = { id: fax.keyId, name: 'router' }
    const secret = credential(log, at + 22 * minute, admin, fax, [old], [old, { id: random.uuid(), name: 'router-dr' }])
    const directors = [person(8), person(11), person(17)]
    const rights: string[] = []
    const reads = directors.flatMap((owner, i) => {
      const given = at + (2 + i * 3) * day + random.integer(0, 150) * minute
      rights.push(
        cmdlet(log, given, {
          by: admin,
          operation: 'Add-MailboxPermission',
          objectId: `EURPR09A004.PROD.OUTLOOK.COM/Microsoft Exchange Hosted Organizations/${tenant.cloudDomain}/${owner.oid}`,
          parameters: { Identity: owner.upn, User: fax.spId, AccessRights: 'FullAccess', AutoMapping: 'False' },
          ip,
          clientAppId: exchangeShell,
        }),
      )
      // A few messages twice in a day, as the fax router does.
      return repeat(random, given + 5 * hour, 8, 13 * hour, (when) =>
        mailRead(log, when, imap(owner, ip), random.integer(2, 6)),
      )
    })
    return {
      records: log.records(),
      firstHostile: first,
      dataLeft: reads,
      required: [
        { act: 'The fax application gets a second secret', ids: [secret], minimum: 'medium' },
        {
          act: 'The fax application gets full access to mailboxes of directors',
          ids: rights,
          minimum: 'medium',
        },
        { act: 'The fax application reads the directors from a foreign network', ids: reads, minimum: 'medium' },
      ],
      quiet: [...quiet, ...usual.filter((_, i) => i % 9 === 0)],
    }
  },
})
