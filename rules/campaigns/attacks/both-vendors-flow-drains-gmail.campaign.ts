import { attackCampaign } from '../campaign.ts'
import { background, steadyUse } from '../google-background.ts'
import { merged } from '../google-crowd.ts'
import { authorize, use } from '../google-events.ts'
import { samlSignIn } from '../google-grants.ts'
import { app, idOf, ids, network } from '../google-layouts.ts'
import { orgOf } from '../google-outside.ts'
import { firstParty } from '../microsoft-clients.ts'
import { directory, userTarget } from '../microsoft-layouts.ts'
import { scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'
import { flow } from '../microsoft-workloads.ts'

export default attackCampaign({
  title: 'A flow in Power Automate drains the Gmail mailbox of its victim, and still runs after the password reset',
  sources: [
    'https://securityblog.info/2024/12/06/Abusing-Powerautomate-Flows.html',
    'https://github.com/mbrg/power-pwn',
    'https://learn.microsoft.com/en-us/connectors/gmail/',
    'https://learn.microsoft.com/en-us/purview/audit-log-activities',
  ],
  facts: [
    'Attackers use a flow for persistence and for taking data out after they have a session of the victim.',
    'The audit log has the creation of a flow with its connectors, but neither its runs nor its connections.',
    'The connection to Gmail is a consent of the person to a client of Microsoft, and the calls come from servers of Microsoft.',
    'The flow lives on after a new password, because its connection has its own token.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'harzquelle', {
      feeds: 'audit',
      from: '2026-03-02',
      days: 84,
      after: 28,
      people: 20,
      records: 560,
    })
    const org = orgOf(random, tenant)
    const end = start + 28 * day
    const days = background(org, { until: end, days: 110, records: 760 })
    const azure = [network('192.0.2.120', 8075, 'NL'), network('192.0.2.121', 8075, 'NL')] as const
    // Colleagues have used the client for sheets and calendars for months.
    const basic = app(random, 'Microsoft Power Platform', [
      'openid',
      'userinfo.email',
      'spreadsheets',
      'calendar.events',
    ])
    const makers = [org.people[4], org.people[10]].flatMap((who) => (who ? [who] : []))
    const known = makers.map((who, place) =>
      authorize(org, { at: start - (70 - place * 12) * day + 9 * hour, who, app: basic, from: who.home }),
    )
    const routine = steadyUse(org, basic, {
      until: end,
      days: 70,
      count: 60,
      people: makers,
      from: azure[0],
      methods: ['sheets.spreadsheets.values.append', 'calendar.events.list'],
    })
    const victim = person(7)
    const twin = org.people[7] ?? org.admin
    const thief = { ...victim, ip: '192.0.2.219' }
    const from = network(thief.ip, 212238, 'DE', 'DE-HE')
    const entered = start + 1 * day + 16 * hour
    const signedIn = signInAudit(log, entered, {
      person: thief,
      client: firstParty.officeHome,
      resource: tenant.graph,
      ip: thief.ip,
    })
    // Entra is the identity provider of Google, and so the session opens both.
    const opened = samlSignIn(org, { at: entered + 17 * minute, who: twin, from })
    const mail = { ...basic, scopes: [...basic.scopes, 'https://www.googleapis.com/auth/gmail.modify'] }
    const grant = authorize(org, { at: entered + 19 * minute, who: twin, app: mail, from })
    const made = flow(log, entered + 25 * minute, thief, 'CreateFlow', 'Gmail, HTTP')
    const read = (at: number, place: number) => [
      use(org, {
        at,
        who: twin,
        app: mail,
        from: azure[place % 2] ?? azure[0],
        method: 'gmail.users.history.list',
        bytes: 700,
      }),
      use(org, {
        at: at + 2_000,
        who: twin,
        app: mail,
        from: azure[place % 2] ?? azure[0],
        method: 'gmail.users.messages.get',
        bytes: random.integer(9_000, 90_000),
      }),
    ]
    const runs = (first: number, count: number) =>
      Array.from({ length: count }, (_, place) =>
        read(first + Math.floor(place / 3) * day + (place % 3) * 3 * hour + random.integer(0, 100) * minute, place),
      ).flat()
    const before = runs(entered + 16 * hour, 12)
    // The help desk resets the password after a report about the odd sign-in.
    const reset = entered + 5 * day + 17 * hour
    directory(log, reset, {
      operation: 'Reset user password.',
      by: tenant.helpdesk,
      target: userTarget(victim),
      objectId: victim.upn,
      category: 'User',
      details: { 'User-Agent': tenant.helpdesk.agent },
      changes: [],
    })
    const after = runs(reset + 18 * hour, 24)
    const data = [...before, ...after].filter((record) => JSON.stringify(record).includes('messages.get'))
    return {
      records: merged(log.records(), days.records, known, routine, [opened, grant], before, after),
      firstHostile: signedIn,
      dataLeft: ids(data),
      required: [
        {
          act: 'A person makes a flow from Gmail to any web address, from a foreign network',
          ids: [made],
          minimum: 'medium',
        },
        {
          act: 'From the same network the person grants mail to the client of the flows',
          ids: [idOf(grant)],
          minimum: 'medium',
        },
      ],
      quiet: [...quiet, ...days.quiet, ...ids(routine.slice(0, 8))],
    }
  },
})
