// The partners of a tax office praise a client portal, and colleague after colleague connects it and writes to clients with it.
import { benignWork } from '../campaign.ts'
import { addressedConsent } from '../microsoft-client-kinds.ts'
import { mailRead, mailSend } from '../microsoft-mail.ts'
import { consent } from '../microsoft-oauth.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const scopes = 'openid profile offline_access User.Read Contacts.Read Mail.ReadWrite Mail.Send'
const workers = ['34.90.112.17', '34.90.112.18', '34.90.112.23']

export default benignWork({
  title:
    'Thirteen people of a tax office connect a client portal by word of mouth, and it asks their clients for papers',
  sources: [
    'https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/configure-user-consent',
    'https://learn.microsoft.com/en-us/graph/api/user-sendmail',
  ],
  resembles:
    'Consents for mail and sending spread from person to person within days, and the new application sends letters in lots from each mailbox.',
  accounts: 14,
  days: 40,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'brasholt', {
      feeds: 'audit',
      from: '2025-11-10',
      days: 77,
      after: 42,
      records: 480,
      people: 22,
    })
    const { graph } = tenant
    const portal = makeApp(random, 'Dossierlane Client Portal', random.uuid(), {
      reply: 'https://app.dossierlane.example/connect/microsoft/callback',
    })
    const ids: string[] = []
    const read = (at: number, i: number) =>
      mailRead(log, at, { owner: person(i), client: portal, ip: random.pick(workers) }, random.integer(1, 7))
    const connect = (at: number, i: number, isNew: boolean) => {
      const by = person(i)
      const given = { by, app: portal, resource: graph, scopes, admin: i === 0, isNew }
      ids.push(signInAudit(log, at - 6000, { person: by, client: portal, resource: graph, ip: by.ip }))
      ids.push(...(isNew ? addressedConsent(log, at, given) : consent(log, at, given)))
    }
    const ask = (at: number, i: number) => {
      const letters = repeat(random, at, random.integer(6, 16), 25_000, (moment) =>
        mailSend(
          log,
          moment,
          { owner: person(i), client: portal, ip: random.pick(workers) },
          `Your papers for the tax return 2025, file ${random.integer(10_400, 10_990)}`,
        ),
      )
      ids.push(...letters)
    }
    // The administrator tries it for twelve days with his own mailbox.
    connect(start + 10 * hour + 14 * minute, 0, true)
    ids.push(...repeat(random, start + 11 * hour, 12, 20 * hour, (at) => read(at, 0)))
    // Then two partners start, and the office follows.
    const opening = start + 14 * day
    const order = [3, 4, 6, 7, 10, 8, 12, 9, 15, 14, 17, 20, 19]
    order.forEach((i, k) => {
      const at = opening + Math.floor(k / 3) * day + (8 + (k % 3) * 2) * hour + random.integer(0, 100) * minute
      connect(at, i, false)
      ask(at + random.integer(40, 200) * minute, i)
      ids.push(...repeat(random, at + 3 * hour, random.integer(8, 20), 22 * hour, (moment) => read(moment, i)))
    })
    // Reminders two and a half weeks later, all on one morning.
    order.forEach((i, k) => {
      ask(opening + 17 * day + 8 * hour + k * 7 * minute, i)
    })
    return { records: log.records(), ids }
  },
})
