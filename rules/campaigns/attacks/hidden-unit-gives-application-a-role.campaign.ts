import { attackCampaign } from '../campaign.ts'
import { addToUnit, addUnit, scopedRole, scopedRoles, type Unit } from '../microsoft-administrative-units.ts'
import { appRoles, firstParty } from '../microsoft-clients.ts'
import { auditNewUser } from '../microsoft-directory.ts'
import { account, audit } from '../microsoft-entra.ts'
import { auditAppRole, auditKeys, auditRegister } from '../microsoft-entra-apps.ts'
import { appSignIn, userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { outsider } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default attackCampaign({
  title: 'A unit with hidden members gives an old application power over the administrator',
  sources: [
    'https://securitylabs.datadoghq.com/articles/abusing-entra-id-administrative-units',
    'https://learn.microsoft.com/en-us/entra/identity/role-based-access-control/admin-units-restricted-management',
  ],
  facts: [
    'An intruder with the session of an administrator makes a unit whose members are hidden.',
    'A Global Administrator becomes its member, and an old application gets a role inside the unit.',
    'Two weeks later the intruder uses a stolen secret of the application. It makes a temporary access pass for the administrator.',
    'The intruder signs in with the pass.',
    'The intruder puts a new account into a unit with restricted management, so that the help desk cannot change it.',
    'The new account registers an application, which receives the right to read all mail, and reads it.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'sedgewick', {
      feeds: 'entra',
      from: '2026-01-19',
      days: 80,
      after: 24,
    })
    const { admin, hrSync, graph } = tenant
    const second = person(7)
    const ip = '192.0.2.201'
    const entry = start + 19 * hour
    const enters = userSignIn(log, entry, { person: admin, client: firstParty.azurePortal, resource: graph, ip })
    const veiled: Unit = { id: random.uuid(), name: 'Facilities Review', hidden: true }
    const unit = [
      addUnit(log, entry + 8 * minute, admin, veiled, ip),
      addToUnit(log, entry + 10 * minute, admin, veiled, second, ip),
    ]
    const role = scopedRole(log, entry + 13 * minute, admin, veiled, scopedRoles.privilegedAuthentication, hrSync, ip)

    const back = start + 14 * day + 3 * hour
    const far = '192.0.2.214'
    const used = appSignIn(log, back, { app: hrSync, resource: graph, ip: far })
    const passCall = graphCall(log, back + minute, {
      client: hrSync,
      ip: far,
      uri: `/users/${second.oid}/authentication/temporaryAccessPassMethods`,
      method: 'POST',
      status: 201,
      permissions: 'User.ReadWrite.All',
      agent: 'python-requests/2.32.3',
    })
    const pass = audit(log, back + minute + 900, {
      activity: 'Admin registered security info',
      category: 'UserManagement',
      by: hrSync,
      type: 'Add',
      service: 'Authentication Methods',
      reason: 'Admin registered temporary access pass method for user',
      targets: [account(second)],
    })
    const taken = userSignIn(log, back + 9 * minute, {
      person: second,
      client: firstParty.azurePortal,
      resource: graph,
      ip: far,
    })
    const keeper = outsider(random, `svc-labels@${tenant.domain}`, 'Label Service', second, far)
    const safe: Unit = { id: random.uuid(), name: 'Label Service', restricted: true }
    const locked = [
      auditNewUser(log, back + 20 * minute, second, keeper, { ip: far }),
      addUnit(log, back + 24 * minute, second, safe, far),
      addToUnit(log, back + 26 * minute, second, safe, keeper, far),
    ]
    const reader = makeApp(random, 'Label Desk', tenant.id, { ip: far })
    auditRegister(log, back + 40 * minute, keeper, reader, far)
    auditKeys(log, back + 43 * minute, keeper, reader, [], [{ id: reader.keyId, name: 'labels' }], { ip: far })
    const right = auditAppRole(log, back + 50 * minute, second, reader, graph, appRoles.mailRead, far)
    const reads = repeat(random, back + 2 * hour, 3, 5 * hour, (at) =>
      appSignIn(log, at, { app: reader, resource: graph }),
    )
    const read = repeat(random, back + 2 * hour + 5 * minute, 45, 20 * minute, (at, i) =>
      graphCall(log, at, {
        client: reader,
        ip: far,
        uri: `/users/${person(8 + (i % 5)).oid}/messages?$top=200`,
        permissions: 'Mail.Read',
        agent: 'python-requests/2.32.3',
        size: 720_000,
      }),
    )
    return {
      records: log.records(),
      firstHostile: enters,
      dataLeft: read,
      required: [
        {
          act: 'an application gets a privileged role inside a unit with hidden members',
          ids: [...unit, role],
          minimum: 'high',
        },
        {
          act: 'the application makes an access pass for an administrator, and a stranger enters with it',
          ids: [used, passCall, pass, taken],
          minimum: 'high',
        },
        { act: 'a new account is locked against the help desk', ids: locked, minimum: 'medium' },
        { act: 'a new application receives the right to read all mail', ids: [right], minimum: 'medium' },
        { act: 'the new application reads the mail of many people', ids: [...reads, ...read], minimum: 'medium' },
      ],
      quiet,
    }
  },
})
