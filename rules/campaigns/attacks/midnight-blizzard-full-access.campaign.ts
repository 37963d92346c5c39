import { attackCampaign } from '../campaign.ts'
import { appRoles, firstParty } from '../microsoft-clients.ts'
import { credential } from '../microsoft-credentials.ts'
import { appSignIn, userSignIn } from '../microsoft-entra-signin.ts'
import { directory, listed, userTarget } from '../microsoft-layouts.ts'
import { mailRead } from '../microsoft-mail.ts'
import { appRole, consent } from '../microsoft-oauth.ts'
import { register } from '../microsoft-registrations.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute, type Person } from '../microsoft-tenant.ts'

export default attackCampaign({
  title: 'Old test application makes new applications that read every mailbox (Midnight Blizzard)',
  sources: [
    'https://www.microsoft.com/en-us/security/blog/2024/01/25/midnight-blizzard-guidance-for-responders-on-nation-state-attack/',
  ],
  facts: [
    'A few passwords were tried on a few accounts from many home networks, until an old ' +
      'test account without a second factor opened.',
    'The account led to an old test application that still had far-reaching rights.',
    'The intruders made further applications, and a new user that consented to them.',
    'The old application gave a new one the Exchange role full_access_as_app.',
    'The new applications then read mailboxes through Exchange Web Services.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'calderon', {
      feeds: 'both',
      from: '2026-01-05',
      days: 90,
    })
    const tester: Person = {
      ...person(3),
      upn: `svc-labtest@${tenant.domain}`,
      name: 'Lab Test',
      oid: random.uuid(),
      puid: '10032001F00DBA5E',
      mailbox: random.uuid(),
      ip: '198.51.100.20',
      agent: person(2).agent,
    }
    const old = makeApp(random, 'Integration Test 2019', tenant.id, { ip: '198.51.100.62' })
    appSignIn(log, start - 80 * day, { app: old, resource: tenant.graph })
    const spray = [4, 7, 9, 5, 11].map((i, n) =>
      userSignIn(log, start - 2 * day + n * 7 * hour, {
        person: person(i),
        client: firstParty.office,
        resource: tenant.exchange,
        ip: `192.0.2.${20 + n * 31}`,
        error: 50126,
        singleFactor: true,
      }),
    )
    const entry = start + 3 * hour
    userSignIn(log, entry, {
      person: tester,
      client: firstParty.azurePortal,
      resource: tenant.graph,
      ip: '192.0.2.190',
      singleFactor: true,
    })
    const stolen = { id: random.uuid(), name: 'build' }
    const first = { id: old.keyId, name: 'ci' }
    const keyAdded = credential(log, entry + 14 * minute, tester, old, [first], [first, stolen])
    const oldUsed = repeat(random, entry + hour, 2, 40 * minute, (at) =>
      appSignIn(log, at, { app: old, resource: tenant.graph, ip: '192.0.2.191', keyId: stolen.id }),
    )
    const helper: Person = {
      ...tester,
      upn: `j.harbour@${tenant.domain}`,
      name: 'J Harbour',
      oid: random.uuid(),
      puid: '10032004BEEF0042',
      mailbox: random.uuid(),
      ip: '192.0.2.191',
    }
    const userAdded = directory(log, entry + 3 * hour, {
      operation: 'Add user.',
      by: old,
      target: userTarget(helper),
      objectId: helper.upn,
      category: 'User',
      changes: [
        { name: 'AccountEnabled', now: listed(true), before: '[]' },
        { name: 'UserPrincipalName', now: listed(helper.upn), before: '[]' },
        { name: 'Included Updated Properties', now: 'AccountEnabled, UserPrincipalName' },
      ],
    })
    const bad = makeApp(random, 'Exchange Journal Relay', tenant.id, { ip: '192.0.2.192' })
    const made = register(log, entry + 4 * hour, old, bad)
    const badKey = credential(log, entry + 4 * hour + 5 * minute, old, bad, [], [{ id: bad.keyId, name: 'k1' }])
    userSignIn(log, entry + 5 * hour, {
      person: helper,
      client: bad,
      resource: tenant.exchange,
      ip: helper.ip,
      ownerTenant: tenant.id,
      singleFactor: true,
    })
    const agreed = consent(log, entry + 5 * hour + minute, {
      by: helper,
      app: bad,
      resource: tenant.exchange,
      isNew: false,
      scopes: 'EWS.AccessAsUser.All offline_access openid profile',
    })
    const role = appRole(log, entry + 6 * hour, old, bad, tenant.exchange, appRoles.fullAccess)
    const badUsed = repeat(random, entry + 7 * hour, 3, 2 * hour, (at) =>
      appSignIn(log, at, { app: bad, resource: tenant.exchange }),
    )
    const read = repeat(random, entry + 8 * hour, 36, 12 * minute, (at, i) =>
      mailRead(
        log,
        at,
        {
          owner: person([0, 4, 6, 8, 10, 12][i % 6] ?? 0),
          client: bad,
          appOnly: bad,
          ip: bad.ip,
          api: tenant.exchange.appId,
          info: 'Client=WebServices;ExchangeServicesClient/15.01;',
        },
        random.integer(20, 60),
      ),
    )
    return {
      records: log.records(),
      firstHostile: spray[0] ?? keyAdded,
      dataLeft: read,
      required: [
        {
          act: 'a key is added to an application that nobody used for months',
          ids: [keyAdded, ...oldUsed],
          minimum: 'medium',
        },
        { act: 'an application makes an application with a key', ids: [...made, badKey, userAdded], minimum: 'medium' },
        { act: 'a user of one hour consents to mailbox access', ids: agreed, minimum: 'medium' },
        { act: 'full access to all mailboxes is given to an application', ids: [role], minimum: 'high' },
        { act: 'an application reads many mailboxes', ids: [...badUsed, ...read], minimum: 'medium' },
      ],
      quiet,
    }
  },
})
