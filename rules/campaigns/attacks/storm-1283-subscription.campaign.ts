// A taken developer account makes an application with the name of the tenant, and later adds secrets to the old ones.
import { attackCampaign } from '../campaign.ts'
import { azureManagement, firstParty } from '../microsoft-clients.ts'
import { auditKeys, auditRegister } from '../microsoft-entra-apps.ts'
import { appSignIn, userSignIn } from '../microsoft-entra-signin.ts'
import { routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { type App, day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default attackCampaign({
  title: 'Secrets on the applications of a developer rent machines for mining',
  sources: [
    'https://www.microsoft.com/en-us/security/blog/2023/12/12/threat-actors-misuse-oauth-applications-to-automate-financially-driven-attacks/',
    'https://www.cyberswissguards.com/money-grubbing-crooks-abuse-oauth-and-baffling-absence-of-mfa-to-do-financial-crimes/',
  ],
  facts: [
    'Storm-1283 signs in with a taken account through a VPN.',
    'It makes an application for the own tenant with a name like the domain of the tenant, and adds a set of secrets.',
    'The account owns an Azure subscription, and the application becomes a contributor to it.',
    'Later it adds new credentials to existing applications of the organization that the account may change.',
    'The first machines are few; the actor comes back later for more.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet } = scene(random, 'bramwick', {
      feeds: 'entra',
      from: '2025-09-01',
      days: 77,
      after: 12,
    })
    const developer = tenant.developer
    const own = ['Fleet Planner', 'Stock Gateway', 'Print Release'].map((name, i) =>
      makeApp(random, name, tenant.id, { ip: `198.51.100.${70 + i}` }),
    )
    const usual = routine(log, start - 77 * day, 86, 70, (at) =>
      appSignIn(log, at, { app: random.pick(own), resource: random.pick([tenant.graph, azureManagement]) }),
    )

    const vpn = '192.0.2.140'
    const thief = { ...developer, ip: vpn }
    const app = makeApp(random, 'bramwickexample', tenant.id, { ip: vpn, reply: 'https://bramwick.example' })
    const begin = start + day + 2 * hour
    const signedIn = userSignIn(log, begin, {
      person: developer,
      client: firstParty.azurePortal,
      resource: azureManagement,
      ip: vpn,
      singleFactor: true,
    })
    const made = auditRegister(log, begin + 7 * minute, thief, app, vpn)
    const first = { id: app.keyId, name: '' }
    const second = { id: random.uuid(), name: '' }
    const keys = [
      auditKeys(log, begin + 9 * minute, thief, app, [], [first], { ip: vpn }),
      auditKeys(log, begin + 10 * minute, thief, app, [first], [first, second], { ip: vpn }),
    ]
    const rents = repeat(random, begin + 30 * minute, 6, 2 * hour, (at) =>
      appSignIn(log, at, { app, resource: azureManagement, ip: vpn }),
    )

    const back = start + 6 * day + 3 * hour
    const added: string[] = []
    const misused: string[] = []
    own.slice(0, 2).forEach((old: App, i) => {
      const fresh = random.uuid()
      const at = back + i * 6 * minute
      const known = { id: old.keyId, name: 'production' }
      added.push(auditKeys(log, at, thief, old, [known], [known, { id: fresh, name: 'prod' }], { ip: vpn }))
      misused.push(
        ...repeat(random, at + 20 * minute, 5, 3 * hour, (moment) =>
          appSignIn(log, moment, { app: old, resource: azureManagement, ip: vpn, keyId: fresh }),
        ),
      )
    })

    return {
      records: log.records(),
      firstHostile: signedIn,
      dataLeft: [],
      required: [
        {
          act: 'A new application with secrets, made from a network that the developer never used, signs in at once',
          ids: [...made, ...keys, ...rents],
          minimum: 'medium',
        },
        { act: 'New secrets on old applications from that network', ids: added, minimum: 'high' },
        { act: 'Old applications sign in with the new key from another country', ids: misused, minimum: 'high' },
      ],
      quiet: [...quiet, ...usual.slice(0, 25)],
    }
  },
})
