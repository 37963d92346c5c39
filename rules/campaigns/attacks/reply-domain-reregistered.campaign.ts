// The vendor of an application is gone, its reply address belongs to the attacker, and the old consent is still valid.
import { attackCampaign } from '../campaign.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const scopes = 'Files.Read.All Mail.Read User.Read openid profile'

export default attackCampaign({
  title: 'Reply address of a dormant application taken over; codes of silent sign-ins redeemed elsewhere',
  sources: [
    'https://www.secureworks.com/research/azure-redirect-uri-takeover-vulnerability',
    'https://pushsecurity.com/blog/how-attackers-compromise-azure-organizations-through-saas-apps/',
  ],
  facts: [
    'A reply address of a multi-tenant application points to a name that anybody can register again.',
    'The attacker registers the name and sends a sign-in link; the code or token goes to the attacker.',
    'The consent is old, so the victim sees no prompt and the tenant records no change.',
    'The attacker redeems the code and calls Microsoft Graph as the victim with the scopes of the application.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'ostermark', {
      feeds: 'entra',
      from: '2025-09-01',
      days: 98,
      after: 20,
      people: 18,
    })
    const app = makeApp(random, 'Fieldnote Surveys', random.uuid(), { ip: '203.0.113.44', agent: 'fieldnote/3.1' })
    const users = [4, 6, 9, 12]
    const common = { client: app, resource: tenant.graph, ownerTenant: app.ownerTenant }
    // The vendor was alive in the first five weeks.
    const old = [
      ...routine(log, start - 98 * day, 35, 30, (at) => {
        const who = person(random.pick(users))
        return userSignIn(log, at, { ...common, person: who, ip: who.ip })
      }),
      ...routine(log, start - 98 * day, 35, 60, (at) =>
        graphCall(log, at, {
          client: app,
          person: person(random.pick(users)),
          ip: app.ip,
          uri: random.pick(['/me', '/me/drive/root/children']),
          permissions: scopes,
          agent: app.agent,
        }),
      ),
    ]
    const victims = users.map((i, n) => {
      const who = person(i)
      const ip = `192.0.2.${71 + n}`
      const at = start + ([0, 3, 8, 10][n] ?? 0) * day + 9 * hour + random.integer(0, 200) * minute
      const session = random.uuid()
      const tokenId = random.uuid().replaceAll('-', '').slice(0, 22)
      const click = userSignIn(log, at, {
        ...common,
        person: who,
        ip: who.ip,
        session,
        incoming: 'primaryRefreshToken',
      })
      const redeemed = userSignIn(log, at + 40_000, {
        ...common,
        person: who,
        ip,
        session,
        tokenId,
        agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
        interactive: false,
      })
      const reads = repeat(random, at + 5 * minute, 14, 4 * minute, (when, k) =>
        graphCall(log, when, {
          client: app,
          person: who,
          ip,
          uri:
            k % 3 === 2
              ? `/me/drive/items/01${random.uuid().slice(0, 8).toUpperCase()}/content`
              : `/me/messages?$top=25&$skip=${k * 25}`,
          permissions: scopes,
          agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
          tokenId,
          size: 190_000,
        }),
      )
      return { click, redeemed, reads }
    })
    return {
      records: log.records(),
      firstHostile: victims[0]?.click ?? '',
      dataLeft: victims.flatMap((v) => v.reads),
      required: [
        {
          act: 'an application asleep for two months gets tokens in a hosting network, in a session of another address',
          ids: victims.map((v) => v.redeemed),
          minimum: 'medium',
        },
        {
          act: 'mail and files of the first victim are read from a network that the application never used',
          ids: victims[0]?.reads ?? [],
          minimum: 'medium',
        },
        {
          act: 'the same reading from the mailboxes of three more people in ten days',
          ids: victims.slice(1).flatMap((v) => v.reads),
          minimum: 'medium',
        },
      ],
      quiet: [...quiet, ...old],
    }
  },
})
