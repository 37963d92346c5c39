import { benignWork } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { mailSend } from '../microsoft-mail.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'
import { flow } from '../microsoft-workloads.ts'

export default benignWork({
  title: 'Colleagues build flows that remind of deadlines by mail',
  sources: ['https://learn.microsoft.com/en-us/power-automate/getting-started'],
  resembles: 'New automations with mail connectors, and mail that is sent by a program.',
  accounts: 3,
  days: 6,
  allowed: 'low',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'copperhill', {
      feeds: 'audit',
      from: '2026-02-02',
      days: 42,
      records: 220,
    })
    const portal = { name: 'Microsoft Flow Portal', appId: '6204c1d1-4712-4c46-a7d9-3ed63d992682' }
    const service = { name: 'Microsoft Flow Service', appId: '7df0a125-d3be-4c96-aa54-591f83ff541c' }
    const ids = [4, 8, 12].flatMap((i, n) => {
      const maker = person(i)
      const at = start + n * day + 13 * hour
      return [
        signInAudit(log, at, { person: maker, client: portal, resource: tenant.graph, ip: maker.ip }),
        flow(log, at + 9 * minute, maker, 'CreateFlow', 'Office 365 Outlook, Microsoft Lists'),
        flow(log, at + 30 * minute, maker, 'EditFlow', 'Office 365 Outlook, Microsoft Lists, Planner'),
        signInAudit(log, at + 2 * hour, {
          person: maker,
          client: firstParty.teams,
          resource: tenant.graph,
          ip: maker.ip,
        }),
        ...repeat(random, at + 3 * hour, 6, 20 * hour, (moment) =>
          mailSend(
            log,
            moment,
            { owner: maker, client: service, ip: '203.0.113.90', info: 'Client=REST;Client=RESTSystem;;' },
            'Reminder: your item is due tomorrow',
          ),
        ),
      ]
    })
    return { records: log.records(), ids }
  },
})
