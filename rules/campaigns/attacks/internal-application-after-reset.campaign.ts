import { attackCampaign } from '../campaign.ts'
import { firstParty, scopeIds } from '../microsoft-clients.ts'
import { credential } from '../microsoft-credentials.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { directory, userTarget } from '../microsoft-layouts.ts'
import { mailRead } from '../microsoft-mail.ts'
import { consent } from '../microsoft-oauth.ts'
import { register } from '../microsoft-registrations.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default attackCampaign({
  title:
    'An application made inside the tenant with a phished account keeps reading mail after the password was changed',
  sources: [
    'https://casmerlabs.com/2025/10/22/attackers-weaponizing-internal-oauth-apps-to-persist-past-password-resets',
    'https://www.proofpoint.com/us/blog/threat-insight/beyond-credentials-weaponizing-oauth-applications-persistent-cloud-access',
  ],
  facts: [
    'The account of a user is taken over through a phishing proxy.',
    'With it the attacker registers an application in the tenant of the victim, adds a secret and grants it mail and files.',
    'The application belongs to the tenant, so it does not look like a foreign application.',
    'The user changes the password; the application goes on reading the mailbox.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'ottermoor', {
      feeds: 'both',
      from: '2025-08-04',
      days: 78,
      after: 10,
      records: 460,
      people: 16,
    })
    const victim = person(6)
    const foreign = '192.0.2.41'
    const at = start + 13 * hour
    const agent =
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36'
    const entered = userSignIn(log, at, {
      person: victim,
      client: firstParty.officeHome,
      resource: tenant.graph,
      ip: foreign,
      agent,
    })
    userSignIn(log, at + 6 * minute, {
      person: victim,
      client: firstParty.azurePortal,
      resource: tenant.graph,
      ip: foreign,
      agent,
    })
    const app = makeApp(random, 'test', tenant.id, { ip: foreign, reply: 'http://localhost:5000/getAToken' })
    const made = register(log, at + 11 * minute, victim, app, {
      scopes: [scopeIds.mailRead, scopeIds.mailReadWrite, scopeIds.offline],
    })
    const keyed = credential(log, at + 13 * minute, victim, app, [], [{ id: app.keyId, name: 'auth' }])
    const granted = consent(log, at + 16 * minute, {
      by: victim,
      app,
      resource: tenant.graph,
      scopes: 'openid profile offline_access User.Read Mail.ReadWrite Files.ReadWrite.All',
      isNew: false,
    })
    const read = (from: number, count: number, pause: number) =>
      repeat(random, from, count, pause, (moment) =>
        mailRead(log, moment, { owner: victim, client: app, ip: foreign }, random.integer(8, 24)),
      )
    const before = read(at + 20 * minute, 26, minute)
    const reset = start + 2 * day + 9 * hour
    directory(log, reset, {
      operation: 'Change user password.',
      by: victim,
      target: userTarget(victim),
      objectId: victim.upn,
      category: 'User',
      details: { 'User-Agent': victim.agent },
      changes: [],
    })
    directory(log, reset + 1000, {
      operation: 'Update StsRefreshTokenValidFrom Timestamp.',
      by: victim,
      target: userTarget(victim),
      objectId: victim.upn,
      category: 'User',
      details: {},
      changes: [
        {
          name: 'StsRefreshTokensValidFrom',
          now: `[\r\n  "${new Date(reset).toISOString()}"\r\n]`,
          before: `[\r\n  "${new Date(start - 60 * day).toISOString()}"\r\n]`,
        },
        { name: 'Included Updated Properties', now: 'StsRefreshTokensValidFrom' },
      ],
    })
    const after = [
      ...read(reset + 5 * hour, 24, 2 * minute),
      ...read(start + 4 * day + 7 * hour, 20, 2 * minute),
      ...read(start + 7 * day + 15 * hour, 20, 2 * minute),
    ]
    return {
      records: log.records(),
      firstHostile: entered,
      dataLeft: [...before, ...after],
      required: [
        {
          act: 'a user registers an application, gives it a secret and grants it mail and files within minutes',
          ids: [...made, keyed, ...granted],
          minimum: 'medium',
        },
        {
          act: 'the new application reads much of the mailbox from an unknown network',
          ids: before,
          minimum: 'medium',
        },
        {
          act: 'the application still reads the mailbox after the password was changed',
          ids: after,
          minimum: 'medium',
        },
      ],
      quiet,
    }
  },
})
