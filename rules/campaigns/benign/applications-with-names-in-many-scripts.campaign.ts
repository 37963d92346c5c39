// People of a language school connect small applications. The names contain joiners, accents and marks of direction.
import { benignWork } from '../campaign.ts'
import { auditConsent } from '../microsoft-entra-consent.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { tableRows } from '../microsoft-log-analytics.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

/** Invisible letters belong to Persian and Hindi words, to some emoji, and to Hebrew next to digits. */
const names = [
  'Kantinenmenü für Teams',
  'برنامه\u200cریز کلاس',
  'क\u094d\u200dष समय सारणी',
  'Family Desk 👩\u200d👧',
  '\u200fיומן 24',
  'Café Planning é\u0301quipe',
  'Zürich\u00a0Lunch',
]

export default benignWork({
  title: 'People of a language school connect small applications with names in many scripts',
  sources: [
    'https://www.unicode.org/reports/tr31/',
    'https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/configure-user-consent',
  ],
  resembles:
    'The names contain invisible letters, as those of disguised applications do, and the owners are foreign tenants.',
  accounts: 26,
  days: 84,
  allowed: 'low',
  build: (random) => {
    const stage = scene(random, 'polyglot-academy', {
      feeds: 'entra',
      from: '2026-02-02',
      days: 70,
      after: 14,
      people: 26,
    })
    const { log, tenant, start } = stage
    const scopes = 'Calendars.Read User.Read offline_access'
    const done = names.flatMap((name, i) => {
      const client = makeApp(random, name, random.uuid(), {
        reply: `https://small-tool-${i}.example/auth/callback`,
        ip: `198.18.${20 + i}.14`,
        agent: 'node-fetch/3.3.2',
      })
      return [0, 1, 2].slice(0, i % 2 === 0 ? 3 : 2).flatMap((turn) => {
        const person = stage.person((5 + i * 3 + turn) % 26)
        const at = start - 40 * day + i * 7 * day + turn * day + 9 * hour + i * 13 * minute
        const signIn = { person, client, resource: tenant.graph, ownerTenant: client.ownerTenant }
        return [
          userSignIn(log, at - 7000, { ...signIn, ip: person.ip }),
          ...auditConsent(log, at, person, { client, resource: tenant.graph, scopes, user: person }, false, turn === 0),
          ...repeat(random, at + hour, 8, 20 * hour, (moment) =>
            graphCall(log, moment, {
              client,
              person,
              ip: client.ip,
              uri: '/me/calendarView?$top=20',
              permissions: 'Calendars.Read User.Read profile openid email',
              agent: client.agent,
            }),
          ),
        ]
      })
    })
    return { records: tableRows(log, log.records()), ids: done }
  },
})
