import { benignWork } from '../campaign.ts'
import { appRoles, firstParty } from '../microsoft-clients.ts'
import { auditAppRole, auditKeys, auditRegister } from '../microsoft-entra-apps.ts'
import { appSignIn, userSignIn } from '../microsoft-entra-signin.ts'
import { clearedKeys } from '../microsoft-exchange-apps.ts'
import { graphCall } from '../microsoft-graph.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default benignWork({
  title: 'Hybrid Exchange servers get their own application, and the keys on the shared service are removed',
  sources: [
    'https://learn.microsoft.com/en-us/exchange/hybrid-deployment/deploy-dedicated-hybrid-app',
    'https://microsoft.github.io/CSS-Exchange/Hybrid/ConfigureExchangeHybridApplication/',
    'https://github.com/microsoft/CSS-Exchange/pull/2382.diff',
  ],
  resembles:
    'A script in a shell registers an application, gives it full access to all mailboxes and a certificate within two minutes, and the application signs in within the hour. Four weeks later it gets a second certificate, and the old one goes. Microsoft asks every customer with hybrid servers for this work. The administrator and the servers use the network of the office.',
  accounts: 1,
  days: 44,
  allowed: 'medium',
  build: (random) => {
    const stage = scene(random, 'kilnhaven', { feeds: 'entra', from: '2025-06-16', days: 77, after: 46 })
    const { log, tenant, start } = stage
    const { admin, exchange, graph } = tenant
    const shell = 'Mozilla/5.0 (Windows NT 10.0; Microsoft Windows 10.0.20348; en-US) PowerShell/5.1.20348'
    const ids: string[] = []
    const signsIn = (at: number): void => {
      ids.push(
        userSignIn(log, at, {
          person: admin,
          client: firstParty.graphTools,
          resource: graph,
          ip: admin.ip,
          agent: shell,
        }),
      )
    }
    const asks = (at: number, method: string, uri: string, status: number): void => {
      ids.push(
        graphCall(log, at, {
          client: firstParty.graphTools,
          person: admin,
          ip: admin.ip,
          uri,
          method,
          status,
          permissions: 'AppRoleAssignment.ReadWrite.All Application.ReadWrite.All User.Read',
          agent: shell,
          wids: '62e90394-69f5-4237-9190-012177145e10',
        }),
      )
    }

    const app = makeApp(random, `ExchangeServerApp-${random.uuid()}`, tenant.id, { ip: '198.51.100.70' })
    const servers = ['198.51.100.70', '198.51.100.71', '198.51.100.72']
    const key = (name: string) => ({ id: random.uuid(), name, type: 'AsymmetricX509Cert' as const })
    const first = key('CN=Microsoft Exchange Server Auth Certificate')
    const next = key('CN=Microsoft Exchange Server Auth Certificate')

    const made = start + 2 * day + 13 * hour
    signsIn(made)
    asks(made + minute, 'GET', `/servicePrincipals(appId='${exchange.appId}')`, 200)
    asks(made + 70_000, 'POST', '/applications', 201)
    ids.push(...auditRegister(log, made + 70_000, admin, app))
    asks(made + 95_000, 'PATCH', `/applications/${app.objectId}`, 204)
    ids.push(auditKeys(log, made + 95_000, admin, app, [], [first]))
    asks(made + 2 * minute, 'POST', `/servicePrincipals/${app.spId}/appRoleAssignments`, 201)
    ids.push(auditAppRole(log, made + 2 * minute, admin, app, exchange, appRoles.fullAccess))

    const renewed = start + 30 * day + 9 * hour
    for (let days = 2; days < 44; days += 1) {
      for (const ip of servers) {
        const at = start + days * day + 14 * hour + random.integer(0, 500) * minute
        const keyId = at > renewed ? next.id : first.id
        ids.push(appSignIn(log, at, { app, resource: exchange, ip, keyId, kind: 'clientAssertion' }))
      }
    }

    const cleaned = start + 9 * day + 10 * hour
    signsIn(cleaned)
    asks(cleaned + minute, 'PATCH', `/servicePrincipals/${exchange.spId}`, 204)
    ids.push(
      clearedKeys(log, cleaned + minute, admin, exchange, [
        key('CN=Microsoft Exchange Server Auth Certificate'),
        key('CN=Microsoft Exchange Server Auth Certificate'),
      ]),
    )

    signsIn(renewed)
    asks(renewed + minute, 'PATCH', `/applications/${app.objectId}`, 204)
    ids.push(auditKeys(log, renewed + minute, admin, app, [first], [first, next]))
    const last = start + 37 * day + 11 * hour
    signsIn(last)
    asks(last + minute, 'PATCH', `/applications/${app.objectId}`, 204)
    ids.push(auditKeys(log, last + minute, admin, app, [first, next], [next]))
    return { records: log.records(), ids }
  },
})
