// An ordinary account is taken over, and the thief makes an application of the victim's own tenant that outlives the password.
import { attackCampaign } from '../campaign.ts'
import { firstParty, scopeIds } from '../microsoft-clients.ts'
import { credential } from '../microsoft-credentials.ts'
import { directory, userTarget } from '../microsoft-layouts.ts'
import { mailRead } from '../microsoft-mail.ts'
import { consent } from '../microsoft-oauth.ts'
import { register } from '../microsoft-registrations.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const agent =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/137.0.0.0 Safari/537.36'

export default attackCampaign({
  title: 'Application "test" of the own tenant keeps reading after the password change',
  sources: [
    'https://www.proofpoint.com/us/blog/threat-insight/beyond-credentials-weaponizing-oauth-applications-persistent-cloud-access',
    'https://casmerlabs.com/2025/10/22/attackers-weaponizing-internal-oauth-apps-to-persist-past-password-resets',
  ],
  facts: [
    'The thief signs in with the stolen session of an ordinary user through a VPN.',
    'He registers an application in the tenant of the victim with the name "test", and adds a secret.',
    'The application gets Mail.Read and offline_access of the victim.',
    'After four days the password changes, and later attempts to sign in fail.',
    'The application reads the mailbox after the password change as before.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'larchmere', {
      feeds: 'audit',
      from: '2025-07-07',
      days: 77,
      after: 14,
    })
    const victim = person(7)
    const vpn = '146.70.113.24'
    const thief = { ...victim, ip: vpn, agent }
    const app = makeApp(random, 'test', tenant.id, { ip: vpn, reply: 'http://localhost/test' })
    const begin = start + 13 * hour

    const stolen = signInAudit(log, begin, {
      person: victim,
      client: firstParty.officeHome,
      resource: tenant.graph,
      ip: vpn,
      agent,
    })
    const made = register(log, begin + 11 * minute, thief, app, {
      scopes: [scopeIds.mailRead, scopeIds.offline],
    })
    const key = credential(
      log,
      begin + 13 * minute,
      thief,
      app,
      [],
      [{ id: app.keyId, name: 'secret', type: 'Password' }],
    )
    signInAudit(log, begin + 15 * minute - 4000, {
      person: victim,
      client: app,
      resource: tenant.graph,
      ip: vpn,
      agent,
    })
    const given = consent(log, begin + 15 * minute, {
      by: victim,
      app,
      resource: tenant.graph,
      scopes: 'openid profile email offline_access Mail.Read',
      isNew: false,
    })

    const read = (at: number) => mailRead(log, at, { owner: victim, client: app, ip: vpn }, random.integer(2, 6))
    const early = repeat(random, begin + 20 * minute, 9, 9 * hour, read)
    const changed = start + 4 * day + 8 * hour
    directory(log, changed, {
      operation: 'Reset user password.',
      by: tenant.helpdesk,
      target: userTarget(victim),
      objectId: victim.upn,
      category: 'User',
      details: { 'User-Agent': tenant.helpdesk.agent },
      changes: [],
    })
    repeat(random, changed + 3 * hour, 3, 40 * minute, (at) =>
      signInAudit(log, at, {
        person: victim,
        client: firstParty.officeHome,
        resource: tenant.graph,
        ip: '105.112.30.77',
        agent,
        error: '50126',
        requestType: 'Login:login',
      }),
    )
    const later = repeat(random, changed + 5 * hour, 14, 12 * hour, read)

    return {
      records: log.records(),
      firstHostile: stolen,
      dataLeft: [...early, ...later],
      required: [
        {
          act: 'An ordinary account registers an application, adds a secret and gives it its mail within minutes',
          ids: [...made, key, ...given],
          minimum: 'medium',
        },
        { act: 'The new application reads the mailbox', ids: [...early, ...later], minimum: 'medium' },
      ],
      quiet,
    }
  },
})
