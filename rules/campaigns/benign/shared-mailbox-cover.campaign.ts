import { benignWork } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { delegateRead, sharedMailbox } from '../microsoft-delegates.ts'
import { routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'
import { file } from '../microsoft-workloads.ts'

export default benignWork({
  title: 'A colleague covers all shared mailboxes in the holiday weeks, in part from a hotel',
  sources: [
    'https://learn.microsoft.com/en-us/microsoft-365/admin/email/about-shared-mailboxes',
    'https://learn.microsoft.com/en-us/purview/audit-log-investigate-accounts',
  ],
  resembles:
    'One account reads eight mailboxes of others as a delegate, six of them for the first time, late in the evening and from a new address, and downloads attachments. The client is Outlook on the web, the number of messages is small, and nothing was granted.',
  accounts: 1,
  days: 12,
  allowed: 'low',
  build: (random) => {
    const stage = scene(random, 'varnhall', { feeds: 'audit', from: '2026-05-04', days: 70, after: 14, records: 460 })
    const { log, tenant, start } = stage
    const cover = stage.person(10)
    const names = 'info sales support events press returns wholesale jobs'.split(' ')
    const boxes = names.map((name) => sharedMailbox(log, name))
    const read = (at: number, some: typeof boxes, ip: string): string =>
      delegateRead(
        log,
        at,
        {
          person: cover,
          mailbox: random.pick(some),
          client: firstParty.outlookWeb,
          ip,
          info: 'Client=OWA;Action=ViaProxy',
          api: tenant.exchange.appId,
        },
        random.integer(1, 6),
      )
    routine(log, start - 70 * day, 69, 60, (at) => read(at, boxes.slice(0, 2), cover.ip))
    const ids: string[] = []
    for (let n = 0; n < 12; n += 1) {
      const hotel = n >= 5
      const ip = hotel ? '203.0.113.177' : cover.ip
      const from = start + n * day + (hotel ? 20 : 8) * hour
      ids.push(
        signInAudit(log, from, { person: cover, client: firstParty.outlookWeb, resource: tenant.exchange, ip }),
        ...repeat(random, from, 10, 9 * minute, (at) => read(at, boxes, ip)),
        ...repeat(random, from + 30 * minute, 2, 10 * minute, (at, i) =>
          file(log, at, {
            person: cover,
            client: firstParty.office,
            ip,
            agent: cover.agent,
            file: `order-${n}${i}.pdf`,
            operation: 'FileDownloaded',
          }),
        ),
      )
    }
    return { records: log.records(), ids }
  },
})
