// A mail service of the support team is down for three days. Then it subscribes again and fetches what it missed in one night.
import { benignWork } from '../campaign.ts'
import { fetchMessage, type Machine, makeSuite, refresh, renew, subscribe, suiteCall } from '../microsoft-care-suite.ts'
import { auditConsent } from '../microsoft-entra-consent.ts'
import { networks } from '../microsoft-places.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'

const worker = (last: number): Machine => ({
  ip: `52.48.77.${last}`,
  agent: 'ReplyDesk-Worker/11.2 (axios/1.7.9)',
  network: networks.vendorDublin,
})

export default benignWork({
  title:
    'After three days of outage a reply desk renews all subscriptions and fetches the missed mail of fourteen people',
  sources: [
    'https://learn.microsoft.com/en-us/graph/change-notifications-lifecycle-events',
    'https://learn.microsoft.com/en-us/graph/delta-query-messages',
  ],
  resembles:
    'A connected service makes new subscriptions for fourteen mailboxes at night, from new machines, and reads many times more mail than usual.',
  accounts: 14,
  days: 8,
  allowed: 'low',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'lindhavenpost', {
      feeds: 'entra',
      from: '2026-02-02',
      days: 90,
      after: 14,
      records: 420,
      people: 20,
    })
    const from = start - 90 * day
    const scopes = 'email Mail.ReadWrite Mail.Send openid profile User.Read'
    const suite = makeSuite(log, 'Reply Desk', scopes)
    const team = Array.from({ length: 14 }, (_, i) => ({ member: person(4 + i), subscription: random.uuid() }))
    team.forEach(({ member }, i) => {
      const at = from + (1 + (i % 5)) * day + 8 * hour + i * 17 * minute
      const grant = { client: suite.app, resource: tenant.graph, scopes, user: member }
      auditConsent(log, at, member, grant, false, i === 0)
      subscribe(log, at + 40_000, suite, refresh(log, at + 30_000, suite, member, worker(11)).held)
    })
    const turn = (at: number, i: number, machine: Machine): readonly string[] => {
      const { member, subscription } = team[i % 14] ?? { member: tenant.admin, subscription: '' }
      const { id, held } = refresh(log, at, suite, member, machine)
      return [
        id,
        fetchMessage(log, at + 3000, suite, held),
        fetchMessage(log, at + 8000, suite, held),
        renew(log, at + 12_000, suite, held, subscription),
      ]
    }
    // Every day until the outage, from five machines.
    for (let i = 7; i < 90; i += 1) {
      for (let part = 0; part < 3; part += 1) {
        const at = from + i * day + (6 + part * 5) * hour + random.integer(0, 240) * minute
        turn(at, i * 3 + part, worker(random.integer(11, 15)))
      }
    }

    const ids: string[] = []
    // The third evening: new subscriptions, and all that was missed, also by four machines more.
    const evening = start + 3 * day + 21 * hour + 20 * minute
    team.forEach(({ member }, i) => {
      const at = evening + i * 13 * minute
      const { id, held } = refresh(log, at, suite, member, worker(random.integer(11, 19)))
      ids.push(id, subscribe(log, at + 2000, suite, held))
      for (let page = 0; page < 5; page += 1) {
        const uri = `/users/${member.oid}/mailFolders/inbox/messages/delta?$skiptoken=${random.uuid()}`
        const size = random.integer(90_000, 420_000)
        ids.push(suiteCall(log, at + 6000 + page * 4000, suite, held, { uri, size }))
      }
      ids.push(
        ...repeat(random, at + 30_000, random.integer(14, 32), 7000, (next) => fetchMessage(log, next, suite, held)),
      )
    })
    // Then the usual days.
    for (let i = 4; i < 11; i += 1) {
      for (let part = 0; part < 3; part += 1) {
        const at = start + i * day + (6 + part * 5) * hour + random.integer(0, 240) * minute
        ids.push(...turn(at, i * 3 + part, worker(random.integer(11, 17))))
      }
    }
    return { records: log.records(), ids }
  },
})
