import { benignWork } from '../campaign.ts'
import { at, later, Office } from '../incident-layouts.ts'

const vendor = { ip: '18.194.77.20', asn: 16_509, country: 'DE', city: 'Frankfurt' }

export default benignWork({
  title: 'The ticket system goes live with its own application and gets a new secret after two months',
  sources: [
    'https://docs.aktechnoservices.com/books/exchange-online/page/microsoft-365-oauth-email-integration-runbook-microsoft-graph/export/markdown',
  ],
  resembles:
    'An administrator registers an application, grants it mail of all mailboxes, adds secrets, and it reads and sends mail without a user.',
  accounts: 16,
  days: 100,
  allowed: 'high',
  build: (random) => {
    const desk = { ip: '198.51.100.201', asn: 64_500, country: 'DE', city: 'Kassel' }
    const office = new Office(random, 'waldgruen.example', 'stream', 16, desk)
    const administrator = office.person(0)
    office.ordinary('2026-02-02', 100)
    const client = office.client('Fernpost Desk')
    const [first, second] = [random.uuid(), random.uuid()]
    const act = (day: string, time: string) => ({ when: at(day, time), by: administrator, from: desk })
    const start = '2026-02-16'
    const ids = office.register(act(start, '10:02'), client, 'https://desk.fernpost.example/oauth/callback')
    ids.push(office.keys(act(start, '10:06'), client, [], [[first, 'fernpost 2026']]))
    ids.push(office.appRole(act(start, '10:09'), client, 'Mail.ReadWrite', 'e2a3a72e-5f79-4c64-b1b1-878b674786c9'))
    ids.push(office.appRole(act(start, '10:09:05'), client, 'Mail.Send', 'b633e1c5-b582-4048-a93e-9f11b44c7e96'))
    const boxes = ['support', 'orders', 'returns'].map((local) => office.member(local, local))

    // The vendor polls three mailboxes; agents answer in office hours.
    for (let i = 0; i < 84; i++) {
      const day = later(start, i)
      const key = i < 61 ? first : second
      for (const [n, box] of boxes.entries()) {
        ids.push(office.appSignIn(client, at(day, `0${6 + n}:00`, random.integer(0, 240)), vendor, key))
        for (let k = 0; k < 3; k++)
          ids.push(
            office.read(
              box,
              at(day, '08:00', n * 200 + k * 12_000),
              client,
              vendor,
              random.integer(1, 14),
              'Inbox',
              true,
            ),
          )
        if (![0, 6].includes(at(day, '12:00').getUTCDay()))
          for (let k = 0; k < 4; k++)
            ids.push(
              office.send(
                box,
                at(day, '08:40', n * 300 + k * 7000),
                client,
                vendor,
                `Ticket ${random.integer(4000, 9000)}`,
                true,
              ),
            )
      }
    }

    // The secret is renewed with three days of overlap.
    const renewal = later(start, 60)
    const [one, two] = [
      [first, 'fernpost 2026'],
      [second, 'fernpost 2026 b'],
    ] as const
    ids.push(office.keys(act(renewal, '14:20'), client, [one], [two, one]))
    ids.push(office.keys(act(later(renewal, 3), '09:05'), client, [two, one], [two]))
    return { records: office.records, ids }
  },
})
