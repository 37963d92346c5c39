// At the end of the quarter the ledger program sends reminders from three mailboxes of the accounts department.
import { benignWork } from '../campaign.ts'
import { cloudAppEvents } from '../microsoft-defender.ts'
import { mailSend } from '../microsoft-mail.ts'
import { consent } from '../microsoft-oauth.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp } from '../microsoft-tenant.ts'

export default benignWork({
  title: 'A new ledger program sends payment reminders from three mailboxes at the end of the quarter',
  sources: [
    'https://learn.microsoft.com/en-us/dynamics365/business-central/admin-how-setup-email',
    'https://learn.microsoft.com/en-us/defender-xdr/advanced-hunting-cloudappevents-table',
  ],
  resembles:
    'Soon after consent, an application of another publisher sends many messages with equal subjects about money.',
  accounts: 3,
  days: 16,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'falkenried-werkzeug', {
      feeds: 'audit',
      from: '2026-01-05',
      days: 77,
      after: 18,
      people: 18,
      records: 900,
    })
    const ledger = makeApp(random, 'Hauptbuch Mahnwesen', random.uuid(), {
      reply: 'https://hauptbuch.example/anmeldung',
    })
    const clerks = [person(5), person(9), person(13)]
    const given = clerks.flatMap((clerk, i) =>
      consent(log, start + 8 * hour + i * 1_500_000, {
        by: clerk,
        app: ledger,
        resource: tenant.graph,
        scopes: 'offline_access User.Read Mail.Send',
        isNew: i === 0,
      }),
    )
    const tests = clerks.map((clerk, i) =>
      mailSend(log, start + 9 * hour + i * 1_500_000, { owner: clerk, client: ledger, ip: clerk.ip }, 'Testnachricht'),
    )
    const subjects = ['Zahlungserinnerung', '1. Mahnung', '2. Mahnung: offene Rechnung']
    const runs = [9, 10, 15].flatMap((d, run) =>
      clerks.flatMap((clerk, c) => {
        let at = start + d * day + (8 + c) * hour
        return Array.from({ length: 24 - run * 6 }, () => {
          at += random.integer(4, 40) * 1000
          return mailSend(log, at, { owner: clerk, client: ledger, ip: clerk.ip }, subjects[run] ?? 'Mahnung')
        })
      }),
    )
    return cloudAppEvents(log.records(), [...given, ...tests, ...runs])
  },
})
