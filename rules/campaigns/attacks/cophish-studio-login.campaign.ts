import { attackCampaign } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { credential } from '../microsoft-credentials.ts'
import { mailRead, mailSend } from '../microsoft-mail.ts'
import { consent } from '../microsoft-oauth.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default attackCampaign({
  title: 'CoPhish: the login of a Copilot Studio agent asks an application administrator for consent',
  sources: [
    'https://securitylabs.datadoghq.com/articles/cophish-using-microsoft-copilot-studio-as-a-wrapper/',
    'https://www.windowsnews.ai/article/cophish-oauth-consent-phishing-via-copilot-studio.386636',
  ],
  facts: [
    'An agent on the real site of the vendor shows a login button whose settings belong to the intruder.',
    'The button leads to consent for a multi-tenant application of the intruder; the code goes to the bot service.',
    'An administrator of applications may consent to permissions that users may not.',
    'The agent passes the token on by HTTP from addresses of the vendor, so no address of the intruder is seen first.',
    'The token reads and sends mail, and changes other applications in the name of the administrator.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'fennelbridge', {
      feeds: 'audit',
      from: '2026-02-16',
      days: 60,
      records: 240,
    })
    const victim = person(3)
    const app = makeApp(random, 'Copilot Agent Sign-In', random.uuid(), {
      reply: 'https://token.botframework.example/.auth/web/redirect',
    })
    const service = '203.0.113.230'
    const at = start + 10 * hour + 4 * minute
    const firstHostile = signInAudit(log, at, {
      person: victim,
      client: app,
      resource: tenant.graph,
      ip: victim.ip,
      error: '65001',
      reason: 'DelegationDoesNotExist',
    })
    const given = consent(log, at + 25_000, {
      by: victim,
      app,
      resource: tenant.graph,
      scopes: 'Application.ReadWrite.All Mail.ReadWrite Mail.Send offline_access openid profile',
      admin: true,
    })
    signInAudit(log, at + 28_000, {
      person: victim,
      client: app,
      resource: tenant.graph,
      ip: victim.ip,
      requestType: 'OAuth2:Token',
    })
    const access = { owner: victim, client: app, ip: service }
    const read = repeat(random, at + 6 * minute, 16, 45_000, (moment) =>
      mailRead(log, moment, access, random.integer(20, 45)),
    )
    const sent = repeat(random, at + 3 * hour, 30, 8_000, (moment) =>
      mailSend(log, moment, access, 'Please try our new assistant'),
    )
    const { mailBridge } = tenant
    const old = [{ id: mailBridge.keyId, name: 'production' }]
    const secret = { id: random.uuid(), name: 'agent' }
    const added = credential(log, at + 4 * hour, victim, mailBridge, old, [...old, secret])
    const targets = [person(0), person(6), person(8)]
    const stolen = targets.flatMap((owner, i) =>
      repeat(random, at + day + i * 20 * minute, 7, 60_000, (moment) =>
        mailRead(
          log,
          moment,
          { owner, client: mailBridge, appOnly: mailBridge, ip: '192.0.2.140' },
          random.integer(40, 90),
        ),
      ),
    )
    signInAudit(log, at + 2 * day, {
      person: victim,
      client: firstParty.outlookWeb,
      resource: tenant.exchange,
      ip: victim.ip,
    })
    return {
      records: log.records(),
      firstHostile,
      dataLeft: [...read, ...stolen],
      required: [
        {
          act: 'An administrator consents to a new foreign application with power over applications and mail',
          ids: given,
          minimum: 'high',
        },
        { act: 'The new application reads mail in mass', ids: read, minimum: 'medium' },
        { act: 'The new application sends mail to colleagues', ids: sent, minimum: 'medium' },
        { act: 'A secret is added to an old application that reads mail', ids: [added], minimum: 'medium' },
        { act: 'The old application reads other mailboxes from an unknown network', ids: stolen, minimum: 'medium' },
      ],
      quiet,
    }
  },
})
