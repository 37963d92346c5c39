import { benignWork } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { entraTime, envelope } from '../microsoft-entra.ts'
import { auditAppRole } from '../microsoft-entra-apps.ts'
import { token, userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { type App, day, hour, type Log, makeApp, minute } from '../microsoft-tenant.ts'

/** A sign-in of a managed identity: no address, no key. */
const identitySignIn = (log: Log, at: number, app: App, tokenId: string): string => {
  const id = log.random.uuid()
  const correlationId = log.random.uuid()
  return log.add(
    at,
    id,
    envelope(log, at + log.random.integer(60, 400) * 1000, {
      operationName: 'Sign-in activity',
      category: 'ManagedIdentitySignInLogs',
      resultType: '0',
      resultSignature: 'SUCCESS',
      callerIpAddress: '',
      correlationId,
      level: '4',
      properties: {
        id,
        createdDateTime: entraTime(log, at),
        appId: app.appId,
        ipAddress: '',
        status: { errorCode: 0 },
        clientAppUsed: 'Unknown',
        correlationId,
        conditionalAccessStatus: 'notApplied',
        resourceDisplayName: log.tenant.graph.name,
        resourceId: log.tenant.graph.appId,
        servicePrincipalId: app.spId,
        servicePrincipalName: app.name,
        uniqueTokenIdentifier: tokenId,
        signInEventTypes: ['managedIdentity'],
        resourceTenantId: log.tenant.id,
      },
    }),
  )
}

export default benignWork({
  title: 'A managed identity of a function gets application permissions and sends notices',
  sources: [
    'https://learn.microsoft.com/en-us/entra/identity/managed-identities-azure-resources/how-to-assign-app-role-managed-identity',
  ],
  resembles:
    'An administrator gives an application of one hour tenant-wide permissions through a script, and it sends mail for a mailbox.',
  accounts: 1,
  days: 30,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start } = scene(random, 'brindlewick', {
      feeds: 'entra',
      from: '2025-11-03',
      days: 70,
      after: 30,
    })
    const { admin, helpdesk, graph } = tenant
    const identity = makeApp(random, 'func-mailroom-prod', tenant.id, { ip: '203.0.113.44', agent: 'azsdk-net/1.13' })
    const at = start + 9 * hour
    const signed = userSignIn(log, at, {
      person: admin,
      client: firstParty.graphTools,
      resource: graph,
      ip: admin.ip,
    })
    const roles = [
      { id: 'df021288-bdef-4463-88db-98f22de89214', value: 'User.Read.All', title: "Read all users' full profiles" },
      { id: 'b633e1c5-b582-4048-a93e-9f11b44c7e96', value: 'Mail.Send', title: 'Send mail as any user' },
    ].map((role, i) => auditAppRole(log, at + (4 + i) * minute, admin, identity, graph, role))
    const work: string[] = []
    routine(log, start + day, 28, 60, (moment) => {
      const tokenId = token(log)
      const call = {
        client: identity,
        ip: identity.ip,
        permissions: 'Mail.Send User.Read.All',
        agent: identity.agent,
        tokenId,
      }
      work.push(
        identitySignIn(log, moment, identity, tokenId),
        graphCall(log, moment + 900, { ...call, uri: '/users?$select=displayName,mail&$top=50' }),
        graphCall(log, moment + 2000, { ...call, uri: `/users/${helpdesk.oid}/sendMail`, method: 'POST', status: 202 }),
      )
      return ''
    })
    return { records: log.records(), ids: [signed, ...roles, ...work] }
  },
})
