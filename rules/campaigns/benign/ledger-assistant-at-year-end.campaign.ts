// Accountants connect an assistant of their bookkeeping service at the end of the year; it reads receipts, files them and writes reminders.
import { benignWork } from '../campaign.ts'
import { auditConsent } from '../microsoft-entra-consent.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const scopes = 'Mail.ReadWrite Mail.Send Files.ReadWrite User.Read offline_access openid profile'

export default benignWork({
  title: 'A bookkeeping assistant reads receipts, files them and sends reminders at the end of the year',
  sources: [
    'https://learn.microsoft.com/en-us/graph/api/message-move',
    'https://learn.microsoft.com/en-us/graph/delta-query-messages',
    'https://learn.microsoft.com/en-us/graph/change-notifications-overview',
  ],
  resembles:
    'Nine accountants consent to a new client within days; serverless addresses search mail for invoices, move messages and send mail in the evening.',
  accounts: 9,
  days: 15,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'pellworth-accounts', {
      feeds: 'entra',
      from: '2025-09-29',
      days: 70,
      after: 20,
      records: 620,
      people: 18,
    })
    const assistant = makeApp(random, 'Ledgerly Receipts Assistant', random.uuid(), {
      agent: 'ledgerly-assistant/5.2 node/22.11',
    })
    // The vendor runs functions: each batch comes from one of many addresses of one network.
    const address = (): string => `203.0.113.${random.integer(64, 95)}`
    const accountants = [3, 4, 5, 7, 8, 10, 11, 14, 16].map(person)
    const ids: string[] = []
    for (const [i, who] of accountants.entries()) {
      const joined = start + Math.floor(i / 4) * day + (9 + (i % 4)) * hour + random.integer(0, 50) * minute
      ids.push(
        userSignIn(log, joined - 5_000, {
          person: who,
          client: assistant,
          resource: tenant.graph,
          ip: who.ip,
          ownerTenant: assistant.ownerTenant,
        }),
        ...auditConsent(
          log,
          joined,
          who,
          { client: assistant, resource: tenant.graph, scopes, user: who },
          false,
          i === 0,
        ),
      )
      const act = (at: number, ip: string, method: string, uri: string, status: number, size: number): string =>
        graphCall(log, at, {
          client: assistant,
          person: who,
          ip,
          method,
          uri,
          status,
          size,
          permissions: scopes,
          agent: assistant.agent,
        })
      ids.push(act(joined + minute, address(), 'POST', '/subscriptions', 201, 900))
      for (let after = 1; after <= 14; after += 1) {
        const evening = start + after * day + 18 * hour + i * 6 * minute
        if (evening < joined || [0, 6].includes(new Date(evening).getUTCDay())) continue
        const ip = address()
        ids.push(
          userSignIn(log, evening - 3_000, {
            person: who,
            client: assistant,
            resource: tenant.graph,
            ip,
            interactive: false,
            agent: assistant.agent,
            ownerTenant: assistant.ownerTenant,
          }),
          act(evening, ip, 'GET', '/me/messages?$search="invoice OR receipt"&$top=50', 200, 120_000),
        )
        for (let turn = 0; turn < 7; turn += 1) {
          const message = `/me/messages/AAMkAD${random.uuid().replaceAll('-', '')}`
          const now = evening + (turn + 1) * 8_000
          ids.push(
            act(now, ip, 'GET', `${message}/attachments`, 200, random.integer(40_000, 900_000)),
            act(now + 2_000, ip, 'POST', `${message}/move`, 201, 1_900),
            act(now + 4_000, ip, 'PUT', `/me/drive/root:/Receipts/${random.digits(6)}.pdf:/content`, 201, 1_200),
          )
        }
        if (after % 5 === 0) ids.push(act(evening + 2 * minute, ip, 'POST', '/me/sendMail', 202, 0))
      }
    }
    return { records: log.records(), ids }
  },
})
