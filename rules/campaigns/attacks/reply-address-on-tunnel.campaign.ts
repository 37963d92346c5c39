import { attackCampaign } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { auditConsent } from '../microsoft-entra-consent.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { replyAddresses } from '../microsoft-policies.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute, type Person } from '../microsoft-tenant.ts'

export default attackCampaign({
  title: 'A trusted portal gets a second reply address on a tunnel, and codes of its users go there',
  sources: [
    'https://feed.craftedsignal.io/briefs/2026-06-entra-id-oauth-redirect-uri/',
    'https://nineliveszerotrust.com/blog/oauth-redirect-abuse-sentinel/',
  ],
  facts: [
    'An intruder with the account of an owner adds an own reply address to a registration that the organization trusts.',
    'Users have consented long ago, so there is no new application and no new consent.',
    'Codes of ordinary sign-ins then go to the address of the intruder, who redeems them for tokens.',
    'The registration becomes available to other tenants in the same change.',
    'The old addresses stay, so the portal works as before; the next release of the portal adds an address of the company domain.',
  ],
  build: (random) => {
    const stage = scene(random, 'quillfoot', { feeds: 'entra', from: '2026-04-06', days: 70, records: 560 })
    const { log, tenant, start } = stage
    const from = start - 70 * day
    const portal = makeApp(random, 'Staff Portal', tenant.id, { reply: `https://portal.${tenant.domain}/signin-oidc` })
    const everyone = { client: portal, resource: tenant.graph, scopes: 'offline_access Mail.Read Files.Read User.Read' }
    auditConsent(log, from + 9 * hour, tenant.admin, everyone, true)
    const use = (at: number, person: Person, ip: string, agent: string, interactive: boolean): string =>
      userSignIn(log, at, {
        person,
        client: portal,
        resource: tenant.graph,
        ip,
        agent,
        interactive,
        ...(interactive ? {} : { incoming: 'refreshToken' }),
        ownerTenant: tenant.id,
      })
    const ordinary = routine(log, from + day, 68, 120, (at) => {
      const person = random.pick(tenant.people)
      return use(at, person, person.ip, person.agent, true)
    })
    const staging = `https://portal-staging.${tenant.domain}/signin-oidc`
    const release = replyAddresses(log, from + 40 * day + 10 * hour, tenant.developer, portal, {
      before: [portal.reply],
      now: [portal.reply, staging],
    })
    const owner = { ...tenant.developer, ip: '192.0.2.115' }
    const entry = userSignIn(log, start + 18 * hour, {
      person: owner,
      client: firstParty.azurePortal,
      resource: tenant.graph,
      ip: owner.ip,
    })
    const changed = replyAddresses(
      log,
      start + 18 * hour + 12 * minute,
      owner,
      portal,
      { before: [portal.reply, staging], now: [portal.reply, staging, 'https://k7vq2m1x-3000.euw.devtunnels.ms/cb'] },
      { opened: true },
    )
    const redeemed: string[] = []
    for (const [i, n] of [3, 6, 10, 13].entries()) {
      const person = stage.person(n)
      const at = start + (i + 1) * day + 9 * hour
      use(at, person, person.ip, person.agent, true)
      redeemed.push(
        use(at + 50_000, person, '192.0.2.116', 'node-fetch/1.0', false),
        use(at + 5 * hour, person, '192.0.2.116', 'node-fetch/1.0', false),
      )
    }
    return {
      records: log.records(),
      firstHostile: entry,
      dataLeft: [],
      required: [
        {
          act: 'a trusted registration gets a reply address on a tunnel and opens to other tenants',
          ids: [changed],
          minimum: 'medium',
        },
        {
          act: 'tokens of four users of the portal are renewed in a hosting network',
          ids: redeemed,
          minimum: 'medium',
        },
      ],
      quiet: [...stage.quiet, ...ordinary, release],
    }
  },
})
