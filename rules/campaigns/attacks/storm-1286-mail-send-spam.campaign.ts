import { attackCampaign } from '../campaign.ts'
import { firstParty, scopeIds } from '../microsoft-clients.ts'
import { credential } from '../microsoft-credentials.ts'
import { mailSend } from '../microsoft-mail.ts'
import { consent } from '../microsoft-oauth.ts'
import { register } from '../microsoft-registrations.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default attackCampaign({
  title: 'Sprayed account registers its own application and sends spam through it weeks later (Storm-1286)',
  sources: [
    'https://www.microsoft.com/en-us/security/blog/2023/12/12/threat-actors-misuse-oauth-applications-to-automate-financially-driven-attacks/',
  ],
  facts: [
    'Passwords were sprayed on many accounts; accounts without a second factor opened.',
    'With such an account the group registered new applications in the tenant itself and added a secret.',
    'The account consented to sign-in scopes, to its profile and to reading and sending mail.',
    'The applications sometimes stayed silent for months and then sent thousands of messages in a short time.',
  ],
  build: (random) => {
    const view = { feeds: 'audit', from: '2026-01-12', days: 70, after: 40, records: 380 } as const
    const { log, tenant, start, quiet, person } = scene(random, 'maplewick', view)
    const victim = person(8)
    const foreign = '192.0.2.44'
    const script = 'python-requests/2.31.0'
    const tries = [3, 5, 6, 9, 11, 13, 8].map((i, n) =>
      signInAudit(log, start + 2 * hour + n * 40 * minute, {
        person: person(i),
        client: firstParty.office,
        resource: tenant.exchange,
        ip: foreign,
        agent: script,
        error: '50126',
        requestType: 'OAuth2:Token',
      }),
    )
    const entry = start + 9 * hour
    signInAudit(log, entry, {
      person: victim,
      client: firstParty.azurePortal,
      resource: tenant.graph,
      ip: foreign,
      agent: victim.agent,
    })
    const app = makeApp(random, 'maplewick.example', tenant.id, {
      ip: '2001:db8:77::10',
      agent: script,
      reply: 'https://localhost/redirect',
    })
    const made = register(log, entry + 4 * minute, victim, app, {
      scopes: [scopeIds.mailRead, scopeIds.mailSend, scopeIds.offline, scopeIds.userRead],
    })
    const key = credential(log, entry + 6 * minute, victim, app, [], [{ id: app.keyId, name: 'a' }])
    signInAudit(log, entry + 8 * minute, {
      person: victim,
      client: app,
      resource: tenant.graph,
      ip: foreign,
      error: '65001',
      reason: 'DelegationDoesNotExist',
    })
    const agreed = consent(log, entry + 9 * minute, {
      by: victim,
      app,
      resource: tenant.graph,
      isNew: false,
      scopes: 'openid profile email offline_access User.Read Mail.Read Mail.Send',
    })
    const wave = start + 24 * day + 2 * hour
    const opened = repeat(random, wave, 3, 20 * minute, (at) =>
      signInAudit(log, at, {
        person: victim,
        client: app,
        resource: tenant.graph,
        ip: app.ip,
        agent: script,
        requestType: 'OAuth2:Token',
      }),
    )
    const subjects = [
      `${victim.name} shared "contracts" with you`,
      'Mailbox password expiry',
      'You have an encrypted message',
    ]
    const sent = repeat(random, wave + hour, 90, 20_000, (at, i) =>
      mailSend(log, at, { owner: victim, client: app, ip: app.ip }, subjects[i % subjects.length] ?? 'Hello'),
    )
    return {
      records: log.records(),
      firstHostile: tries[0] ?? key,
      dataLeft: [],
      required: [
        {
          act: 'a user who is no developer registers an application and gives it a secret',
          ids: [...made, key],
          minimum: 'medium',
        },
        { act: 'the user consents to lasting access to send mail', ids: agreed, minimum: 'medium' },
        { act: 'the application sends mail in bulk', ids: [...opened, ...sent], minimum: 'medium' },
      ],
      quiet,
    }
  },
})
