// Midnight Blizzard as the corporate tenant sees it: an application of a forgotten test tenant lets three strangers into Exchange.
import { attackCampaign } from '../campaign.ts'
import { giveRole, makeAccount, privilegedRoles } from '../microsoft-app-made-accounts.ts'
import { appRoles, firstParty } from '../microsoft-clients.ts'
import { appSignIn, userSignIn } from '../microsoft-entra-signin.ts'
import { webServicesRead } from '../microsoft-mailbox-export.ts'
import { appRole, consent } from '../microsoft-oauth.ts'
import { type Network, networks, placed } from '../microsoft-places.ts'
import { outsider, routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { type App, day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const homes: readonly (readonly [string, Network])[] = [
  ['82.76.114.203', networks.mobileUtrecht],
  ['91.64.37.118', { ...networks.hostingFrankfurt, city: 'Kassel', asn: 64_502 }],
  ['178.84.22.9', { ...networks.mobileUtrecht, city: 'Breda', asn: 64_503 }],
  ['188.22.140.71', { ...networks.hostingFrankfurt, city: 'Trier', asn: 64_504 }],
  ['79.119.60.44', { ...networks.hostingBucharest, city: 'Pitesti', asn: 64_505 }],
]

export default attackCampaign({
  title: 'Midnight Blizzard: an application of a forgotten test tenant lets three foreign applications into Exchange',
  sources: [
    'https://www.microsoft.com/en-us/security/blog/2024/01/25/midnight-blizzard-guidance-for-responders-on-nation-state-attack/',
  ],
  facts: [
    'From November 2023 Midnight Blizzard tried passwords in an old test tenant; the corporate tenant has no record of that.',
    'The group took over an old test application that had wide rights in the corporate tenant.',
    'It made further applications, and a new account that consented to them in the corporate tenant.',
    'The old test application then granted them the role full_access_as_app of Exchange Online.',
    'The applications read mail of leaders, and of the security and legal departments, through Exchange Web Services.',
    'All came through residential proxies with quickly changing addresses.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'lindqvistgroup', {
      feeds: 'both',
      from: '2023-09-04',
      days: 85,
      after: 46,
      people: 20,
      records: 460,
    })
    const testTenant = random.uuid()
    const legacy = makeApp(random, 'Device Portal Test Client', testTenant, { ip: '203.0.113.71' })
    const seldom = routine(log, start - 85 * day, 85, 9, (at) =>
      appSignIn(log, at, { app: legacy, resource: tenant.graph }),
    )
    let turn = 0
    const home = (): readonly [string, Network] =>
      homes[turn++ % homes.length] ?? ['82.76.114.203', networks.mobileUtrecht]
    const fromHome = (at: number, app: App, keyId: string, exchange: boolean): string => {
      const [ip, network] = home()
      return placed(log, at, network, (side) =>
        appSignIn(side, at, { app, resource: exchange ? tenant.exchange : tenant.graph, ip, keyId }),
      )
    }

    const begin = start + day + 22 * hour + 14 * minute
    const newKey = random.uuid()
    const first = fromHome(begin, legacy, newKey, false)
    const later = [
      fromHome(begin + 26 * hour, legacy, newKey, false),
      fromHome(begin + 50 * hour, legacy, newKey, false),
      fromHome(begin + 74 * hour, legacy, newKey, false),
    ]
    const straw = outsider(
      random,
      `svc.portaltest@${tenant.cloudDomain}`,
      'Portal Test Service',
      person(5),
      homes[1]?.[0] ?? '',
    )
    const made = makeAccount(log, begin + 12 * minute, legacy, straw)
    const ruler = giveRole(log, begin + 13 * minute, legacy, straw, privilegedRoles)

    const evil = random.uuid()
    const strangers = ['Tenant Diagnostics', 'Compliance Sample Reader', 'O365 Sync Test'].map((name) =>
      makeApp(random, name, evil, { agent: 'ExchangeServicesClient/15.00.0913.015' }),
    )
    const consents = strangers.flatMap((app, i) => {
      const at = begin + 26 * hour + i * 7 * minute
      placed(log, at - 90_000, homes[1]?.[1] ?? networks.mobileUtrecht, (side) =>
        userSignIn(side, at - 90_000, {
          person: straw,
          client: firstParty.azurePortal,
          resource: tenant.graph,
          ip: straw.ip,
          singleFactor: true,
        }),
      )
      return consent(log, at, {
        by: straw,
        app,
        resource: tenant.graph,
        scopes: 'User.Read offline_access openid profile',
        admin: true,
        everyone: true,
      })
    })
    const roles = strangers.map((app, i) =>
      appRole(log, begin + 50 * hour + i * 3 * minute, legacy, app, tenant.exchange, appRoles.fullAccess),
    )
    const targets = [0, 3, 4, 6, 9, 12, 13, 16].map(person)
    const signIns: string[] = []
    const reads = repeat(random, begin + 4 * day, 58, 17 * hour, (at, i) => {
      const app = strangers[i % 2] ?? legacy
      if (i % 3 === 0) signIns.push(fromHome(at - 3 * minute, app, app.keyId, true))
      const [ip] = homes[turn % homes.length] ?? ['82.76.114.203']
      return webServicesRead(log, at, { ...app, ip }, random.pick(targets), random.integer(4, 30))
    })
    return {
      records: log.records(),
      firstHostile: first,
      dataLeft: reads,
      required: [
        {
          act: 'The old application signs in with another secret, from a household network that changes each time',
          ids: [first, ...later],
          minimum: 'medium',
        },
        { act: 'The old application makes an account and gives it a strong role', ids: [made, ruler], minimum: 'high' },
        {
          act: 'The account, one day old, consents for everybody to three applications of an unknown tenant',
          ids: consents,
          minimum: 'medium',
        },
        { act: 'The old application grants full_access_as_app to the three applications', ids: roles, minimum: 'high' },
        {
          act: 'The new applications read mailboxes of leaders through Exchange Web Services',
          ids: [...reads, ...signIns],
          minimum: 'high',
        },
      ],
      quiet: [...quiet, ...seldom],
    }
  },
})
