import { benignWork } from '../campaign.ts'
import { auditConsent } from '../microsoft-entra-consent.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const lessons = [
  ['User.Read', '/me'],
  ['Calendars.Read', '/me/events?$top=5'],
  ['Mail.Read', '/me/messages?$top=3&$select=subject'],
  ['Files.Read', '/me/drive/root/children'],
  ['Tasks.ReadWrite', '/me/todo/lists'],
] as const

export default benignWork({
  title: 'An evening course on Microsoft Graph: 24 people give consent to Graph Explorer lesson after lesson',
  sources: [
    'https://learn.microsoft.com/en-us/graph/graph-explorer/graph-explorer-features',
    'https://learn.microsoft.com/en-us/training/paths/m365-msgraph-fundamentals/',
  ],
  resembles:
    'Many people consent in one hour to more and more scopes, and read their mail and files with a test client.',
  accounts: 900,
  days: 35,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'tollgate-insurance', {
      feeds: 'entra',
      from: '2026-01-19',
      days: 63,
      after: 35,
      people: 36,
      records: 780,
    })
    const explorer = makeApp(random, 'Graph Explorer', '72f988bf-86f1-41af-91ab-2d7cd011db47', {
      appId: 'de8bc8b5-d9f9-48b1-a8ad-b748da725064',
      reply: 'https://developer.microsoft.com/en-us/graph/graph-explorer',
    })
    const ids: string[] = []
    const class24 = Array.from({ length: 24 }, (_, i) => person(6 + i))
    for (const [week, [, uri]] of lessons.entries())
      for (const [i, by] of class24.entries()) {
        // Some people are absent in a week.
        if (random.number() < 0.12) continue
        const at = start + week * 7 * day + 15 * hour + random.integer(0, 50) * minute
        const scopes = ['openid profile offline_access', ...lessons.slice(0, week + 1).map(([s]) => s)].join(' ')
        ids.push(
          userSignIn(log, at, {
            person: by,
            client: explorer,
            resource: tenant.graph,
            ip: by.ip,
            ownerTenant: explorer.ownerTenant,
          }),
          ...auditConsent(
            log,
            at + 30_000,
            by,
            { client: explorer, resource: tenant.graph, scopes, user: by },
            false,
            week === 0 && i === 0,
          ),
        )
        for (let k = random.integer(2, 6); k > 0; k -= 1)
          ids.push(
            graphCall(log, at + 2 * minute + k * 3 * minute, {
              client: explorer,
              person: by,
              ip: by.ip,
              uri,
              permissions: scopes,
              agent: by.agent,
              status: random.number() < 0.1 ? 403 : 200,
            }),
          )
      }
    return { records: log.records(), ids }
  },
})
