import { attackCampaign } from '../campaign.ts'
import { credential } from '../microsoft-credentials.ts'
import { mailRead } from '../microsoft-mail.ts'
import { consent } from '../microsoft-oauth.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { hour, makeApp, minute, type Person } from '../microsoft-tenant.ts'

export default attackCampaign({
  title: 'Agent of Copilot Studio asks an administrator to log in to a malicious application (CoPhish)',
  sources: ['https://securitylabs.datadoghq.com/articles/cophish-using-microsoft-copilot-studio-as-a-wrapper/'],
  facts: [
    'An agent on a genuine Microsoft domain has a login button that leads to the consent ' +
      'page of an application of the intruder.',
    'An application administrator may consent for himself to permissions that normal users cannot grant.',
    'The agent forwards the token to a server of the intruder, from addresses of ' +
      'Microsoft, so the victim has no traffic to it.',
    'With the token the intruder acts as the administrator, changes registrations and reads mail.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet } = scene(random, 'sablecote', {
      feeds: 'audit',
      from: '2026-04-06',
      days: 65,
      records: 320,
      people: 14,
    })
    const { admin, graph, hrSync } = tenant
    const foreign = '2001:db8:beef::5'
    const app = makeApp(random, 'Copilot Support Login', random.uuid(), {
      ip: foreign,
      agent: 'python-httpx/0.27.2',
      reply: 'https://token.botframework.example/.auth/web/redirect',
    })
    const at = start + 14 * hour + 20 * minute
    const prompt = signInAudit(log, at, {
      person: admin,
      client: app,
      resource: graph,
      ip: admin.ip,
      error: '65001',
      reason: 'DelegationDoesNotExist',
    })
    const agreed = consent(log, at + 30_000, {
      by: admin,
      app,
      resource: graph,
      admin: true,
      scopes: 'offline_access openid profile Application.ReadWrite.All Mail.ReadWrite Mail.Send Chat.ReadWrite',
    })
    signInAudit(log, at + 33_000, { person: admin, client: app, resource: graph, ip: admin.ip })
    const remote: Person = { ...admin, ip: foreign, agent: app.agent }
    const renewed = signInAudit(log, at + 25 * minute, {
      person: admin,
      client: app,
      resource: graph,
      ip: foreign,
      agent: app.agent,
      requestType: 'OAuth2:Token',
    })
    const key = credential(
      log,
      at + 31 * minute,
      remote,
      hrSync,
      [{ id: hrSync.keyId, name: 'hr-sync 2025' }],
      [
        { id: hrSync.keyId, name: 'hr-sync 2025' },
        { id: random.uuid(), name: 'default' },
      ],
    )
    const read = repeat(random, at + 40 * minute, 22, 3 * minute, (moment) =>
      mailRead(log, moment, { owner: admin, client: app, ip: foreign }, random.integer(20, 50)),
    )
    return {
      records: log.records(),
      firstHostile: prompt,
      dataLeft: read,
      required: [
        {
          act: 'an administrator consents to a new foreign application that may change applications and mail',
          ids: [prompt, ...agreed],
          minimum: 'high',
        },
        { act: 'a second key is added to an old application of the organization', ids: [key], minimum: 'medium' },
        {
          act: 'the new application reads the mail of the administrator from another network',
          ids: [renewed, ...read],
          minimum: 'medium',
        },
      ],
      quiet,
    }
  },
})
