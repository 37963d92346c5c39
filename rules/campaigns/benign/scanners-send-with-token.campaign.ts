import { benignWork } from '../campaign.ts'
import { working } from '../microsoft-background.ts'
import { credential } from '../microsoft-credentials.ts'
import { mailSend } from '../microsoft-mail.ts'
import { appRole } from '../microsoft-oauth.ts'
import { register } from '../microsoft-registrations.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default benignWork({
  title: 'The scanners of an office stop to send with a password and get an application that sends mail',
  sources: [
    'https://techcommunity.microsoft.com/blog/exchange/exchange-online-to-retire-basic-auth-for-client-submission-smtp-auth/4114750',
    'https://learn.microsoft.com/en-us/graph/api/user-sendmail',
  ],
  resembles:
    'A new application with a fresh secret may send mail as everybody, and sends hundreds of messages with attachments in three weeks.',
  accounts: 3,
  days: 21,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'lindenrath-notare', {
      feeds: 'audit',
      from: '2026-01-19',
      days: 56,
      after: 24,
      people: 16,
      records: 560,
    })
    const scanner = makeApp(random, 'Scan to Mail', tenant.id, { ip: '198.51.100.21', agent: 'MFP-Connector/2.4' })
    const at = start + 10 * hour
    const ids = [
      ...register(log, at, tenant.admin, scanner, { roles: ['b633e1c5-b582-4048-a93e-9f11b44c7e96'] }),
      appRole(log, at + 4 * minute, tenant.admin, scanner, tenant.graph, {
        id: 'b633e1c5-b582-4048-a93e-9f11b44c7e96',
        value: 'Mail.Send',
        title: 'Send mail as any user',
      }),
      credential(
        log,
        at + 6 * minute,
        tenant.admin,
        scanner,
        [],
        [{ id: scanner.keyId, name: 'Scanner EG und 1. OG' }],
      ),
    ]
    // Three mailboxes of the machines; the sender is always one of them.
    const machines = [13, 14, 15].map((number) => person(number))
    for (let i = 0; i < 210; i += 1)
      ids.push(
        mailSend(
          log,
          working(log, start + day, 20),
          {
            owner: machines[i % 3] ?? person(13),
            client: scanner,
            appOnly: scanner,
            ip: i % 5 === 4 ? '198.51.100.22' : scanner.ip,
          },
          `Gescanntes Dokument ${1_200 + i}`,
        ),
      )
    return { records: log.records(), ids }
  },
})
