// Living in the product: an application with one small scope writes automatic replies at weekends.
import { attackCampaign } from '../campaign.ts'
import { auditConsent } from '../microsoft-entra-consent.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const scopes = 'openid profile offline_access User.Read MailboxSettings.ReadWrite'
const exits = ['192.0.2.44', '192.0.2.131', '192.0.2.202'] as const

export default attackCampaign({
  title:
    'An availability helper sets automatic replies with another bank account in three accounts-payable mailboxes, on three weekends',
  sources: [
    'https://practical365.com/investigating-mailbox-breaches-with-the-graph-activity-log',
    'https://www.cicada-ir.ai/blog/investigating-m365-bec-oauth-abuse',
    'https://learn.microsoft.com/en-us/graph/api/user-update-mailboxsettings',
  ],
  facts: [
    'Fraud of invoices uses applications with consent, because their access outlives the session of the victim.',
    'The sender of the fraud leaves nothing in the sent items of the mailbox.',
    'The Graph activity log shows each change of the settings of a mailbox, with the application and its address.',
    'One permission without approval of an administrator suffices to write automatic replies.',
  ],
  build: (random) => {
    const stage = scene(random, 'ostrava-castings', {
      feeds: 'entra',
      from: '2026-01-12',
      days: 63,
      after: 34,
      records: 780,
      people: 20,
    })
    const { log, tenant, start, person } = stage
    const app = makeApp(random, 'Team Availability', random.uuid(), { reply: 'https://availability.example/signin' })
    const clerks = [person(7), person(8), person(12)]
    // Three consents on three working days.
    const consents = clerks.map((clerk, i) => {
      const at = start + i * day + 10 * hour + random.integer(0, 90) * minute
      userSignIn(log, at - 20_000, {
        person: clerk,
        client: app,
        resource: tenant.graph,
        ip: clerk.ip,
        ownerTenant: app.ownerTenant,
      })
      return auditConsent(log, at, clerk, { client: app, resource: tenant.graph, scopes, user: clerk }, false, i === 0)
    })
    const tokens: string[] = []
    const writes: string[] = []
    const visit = (at: number, i: number, write: boolean) => {
      const clerk = clerks[i % 3] ?? person(7)
      const ip = random.pick(exits)
      tokens.push(
        userSignIn(log, at, {
          person: clerk,
          client: app,
          resource: tenant.graph,
          ip,
          agent: 'axios/1.7.9',
          interactive: false,
          incoming: 'refreshToken',
          ownerTenant: app.ownerTenant,
        }),
      )
      const call = { client: app, person: clerk, ip, permissions: scopes, agent: 'axios/1.7.9' }
      graphCall(log, at + 4000, { ...call, uri: '/me/mailboxSettings' })
      if (write) writes.push(graphCall(log, at + 9000, { ...call, uri: '/me/mailboxSettings', method: 'PATCH' }))
    }
    // Look at the settings now and then; write on Saturday at night, and write the old text back on Monday before work.
    const saturday = start + ((6 - new Date(start).getUTCDay() + 7) % 7) * day
    for (let week = 1; week < 4; week += 1)
      for (let i = 0; i < 3; i += 1) {
        visit(saturday + week * 7 * day - 3 * day + (12 + i) * hour, i, false)
        visit(saturday + week * 7 * day + hour + i * 7 * minute, i, true)
        visit(saturday + (week * 7 + 2) * day + 4 * hour + i * 6 * minute, i, true)
      }
    return {
      records: log.records(),
      firstHostile: consents[0]?.[0] ?? '',
      dataLeft: [],
      required: [
        {
          act: 'Three people of accounts payable give a new application of a stranger the right to change mailbox settings',
          ids: consents.flat(),
          minimum: 'low',
        },
        {
          act: 'The application uses the tokens of three people from changing addresses of a hosting network',
          ids: tokens,
          minimum: 'low',
        },
        {
          act: 'The application changes the settings of the three mailboxes at night of a weekend, and changes them back',
          ids: writes,
          minimum: 'medium',
        },
      ],
      quiet: stage.quiet,
    }
  },
})
