// The event desk invites guests in the name of two directors, through the booking program on Exchange Web Services.
import { benignWork } from '../campaign.ts'
import { credential } from '../microsoft-credentials.ts'
import { mailRead } from '../microsoft-mail.ts'
import { sendOnBehalf } from '../microsoft-on-behalf.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'
import { cmdlet } from '../microsoft-workloads.ts'

export default benignWork({
  title: 'The event program renews its certificate, and invites guests on behalf of two directors',
  sources: [
    'https://learn.microsoft.com/en-us/exchange/client-developer/exchange-web-services/how-to-authenticate-an-ews-application-by-using-oauth',
    'https://learn.microsoft.com/en-us/powershell/module/exchange/set-mailbox',
  ],
  resembles:
    'A new certificate, new rights to send on behalf of directors, and an application that writes in their names.',
  accounts: 4,
  days: 10,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'castlemere-museum', {
      feeds: 'audit',
      from: '2026-01-26',
      days: 77,
      after: 14,
      people: 16,
      records: 640,
    })
    const events = makeApp(random, 'Guestlist Events', tenant.id, { ip: '198.51.100.68' })
    const access = {
      owner: person(7),
      client: events,
      appOnly: events,
      ip: events.ip,
      info: 'Client=WebServices;ExchangeServicesClient/15.00.1497.012;',
      api: tenant.exchange.appId,
    }
    // The program reads the answers of guests and writes for the head of events, all year.
    routine(log, start - 77 * day, 86, 110, (at) => mailRead(log, at, access, random.integer(1, 5)))
    routine(log, start - 77 * day, 77, 50, (at) => sendOnBehalf(log, at, access, person(6), 'Invitation: evening tour'))
    const old = { id: events.keyId, name: 'CN=guestlist-2024', type: 'AsymmetricX509Cert' as const }
    const fresh = { id: random.uuid(), name: 'CN=guestlist-2026', type: 'AsymmetricX509Cert' as const }
    const at0 = start + 9 * hour
    const keys = [
      credential(log, at0, tenant.developer, events, [old], [old, fresh]),
      credential(log, at0 + 26 * hour, tenant.developer, events, [old, fresh], [fresh]),
    ]
    const directors = [person(14), person(15)]
    const rights = directors.map((director, i) =>
      cmdlet(log, at0 + 2 * day + i * 3 * minute, {
        by: tenant.admin,
        operation: 'Set-Mailbox',
        objectId: `EURPR09A001.PROD.OUTLOOK.COM/Microsoft Exchange Hosted Organizations/${tenant.cloudDomain}/${director.mailbox}`,
        parameters: { Identity: director.upn, GrantSendOnBehalfTo: person(7).upn },
        ip: tenant.admin.ip,
      }),
    )
    const invitations = [3, 4, 7, 8].flatMap((d) => {
      let at = start + d * day + 9 * hour
      return Array.from({ length: 22 }, (_, i) => {
        at += random.integer(20, 90) * 1000
        return sendOnBehalf(log, at, access, directors[i % 2] ?? person(14), 'Invitation: opening of the new wing')
      })
    })
    return { records: log.records(), ids: [...keys, ...rights, ...invitations] }
  },
})
