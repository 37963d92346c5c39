// A new personnel system takes over from the old synchronization: many permissions, and a first run that writes to all accounts.
import { benignWork } from '../campaign.ts'
import { provenCall } from '../microsoft-client-kinds.ts'
import { appRoles, firstParty } from '../microsoft-clients.ts'
import { auditAppRole, auditKeys } from '../microsoft-entra-apps.ts'
import { auditConsent } from '../microsoft-entra-consent.ts'
import { appSignIn, token, userSignIn } from '../microsoft-entra-signin.ts'
import { switchPrincipal } from '../microsoft-federated.ts'
import { routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { staff } from '../microsoft-staff.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const wanted = [
  appRoles.directoryRead,
  {
    id: '741f803b-c850-494e-b5df-cde7c675a1ca',
    value: 'User.ReadWrite.All',
    title: "Read and write all users' full profiles",
  },
  { id: '5b567255-7703-4780-807c-7be8301ae99b', value: 'Group.Read.All', title: 'Read all groups' },
  { id: 'b0afded3-3588-46d8-8b3d-9842eff778da', value: 'AuditLog.Read.All', title: 'Read all audit log data' },
] as const

export default benignWork({
  title:
    'A new personnel system gets its permissions, writes to 180 accounts in its first night, and the old one is removed',
  sources: [
    'https://learn.microsoft.com/en-us/entra/identity/app-provisioning/what-is-hr-driven-provisioning',
    'https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/grant-admin-consent',
  ],
  resembles:
    'A foreign application that is new in the tenant gets four application permissions, changes all accounts in one night, and an old application loses its keys.',
  accounts: 2,
  days: 20,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start } = scene(random, 'fernleigh', {
      feeds: 'entra',
      from: '2024-09-02',
      days: 66,
      after: 24,
      records: 320,
    })
    const { graph, admin, developer } = tenant
    const bridge = makeApp(random, 'Rota Personnel Bridge', tenant.id, {
      ip: '198.51.100.66',
      agent: 'rota-bridge/2.0 (+java)',
    })
    routine(log, start - 66 * day, 75, 60, (moment) => {
      const tokenId = token(log)
      provenCall(log, moment + 3000, '1', {
        client: bridge,
        ip: bridge.ip,
        uri: `/users/${random.pick(tenant.people).oid}`,
        method: 'PATCH',
        status: 204,
        permissions: 'User.ReadWrite.All',
        agent: bridge.agent,
        tokenId,
      })
      return appSignIn(log, moment, { app: bridge, resource: graph, tokenId })
    })
    const people = [...tenant.people, ...staff(log, 'fl', 165)]
    const connect = makeApp(random, 'Peoplewell Connect', random.uuid(), {
      ip: '203.0.113.140',
      agent: 'peoplewell-connect/11.2',
    })
    const permissions = 'AuditLog.Read.All Directory.Read.All Group.Read.All User.ReadWrite.All'
    const at = start + 13 * hour + 20 * minute
    const ids: string[] = [
      userSignIn(log, at, { person: admin, client: firstParty.azurePortal, resource: graph, ip: admin.ip }),
      ...auditConsent(
        log,
        at + 7 * minute,
        admin,
        { client: connect, resource: graph, scopes: 'User.Read openid profile' },
        true,
      ),
      ...wanted.map((role, i) => auditAppRole(log, at + 7 * minute + 40 + i * 15, admin, connect, graph, role)),
    ]
    const call = (moment: number, tokenId: string, uri: string, method = 'GET', status = 200) =>
      provenCall(log, moment, '2', {
        client: connect,
        ip: connect.ip,
        uri,
        method,
        status,
        permissions,
        agent: connect.agent,
        tokenId,
      })
    const run = (moment: number) => {
      const tokenId = token(log)
      ids.push(
        appSignIn(log, moment, { app: connect, resource: graph, kind: 'clientAssertion', tokenId }),
        call(moment + 2000, tokenId, '/users?$top=999&$select=id,employeeId,department'),
        call(moment + 4000, tokenId, '/groups?$top=999'),
      )
      return tokenId
    }
    // A test with three accounts, and the first complete run two days later.
    const test = run(start + day + 10 * hour)
    for (const [i, person] of people.slice(3, 6).entries())
      ids.push(call(start + day + 10 * hour + (i + 1) * minute, test, `/users/${person.oid}`, 'PATCH', 204))
    const night = start + 3 * day + 21 * hour
    const complete = run(night)
    for (const [i, person] of people.entries())
      ids.push(call(night + minute + i * 9_000, complete, `/users/${person.oid}`, 'PATCH', 204))
    for (let n = 4; n < 20; n += 1) {
      const moment = start + n * day + 21 * hour + random.integer(0, 300) * 1000
      const tokenId = run(moment)
      ids.push(
        ...repeat(random, moment + minute, 4, 30_000, (each) =>
          call(each, tokenId, `/users/${random.pick(people).oid}`, 'PATCH', 204),
        ),
      )
    }
    // The old synchronization is switched off, and its key goes a week later.
    const off = start + 9 * day + 9 * hour
    const key = { id: bridge.keyId, name: 'rota bridge' }
    ids.push(
      userSignIn(log, off, { person: admin, client: firstParty.azurePortal, resource: graph, ip: admin.ip }),
      switchPrincipal(log, off + 4 * minute, admin, bridge, false),
      auditKeys(log, off + 7 * day, developer, bridge, [key], []),
    )
    return { records: log.records(), ids }
  },
})
