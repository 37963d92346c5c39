// The conditions of consent policies, as Graph activity shows their changes, and refused consents.
import { firstParty } from './microsoft-clients.ts'
import { userSignIn } from './microsoft-entra-signin.ts'
import { graphCall } from './microsoft-graph.ts'
import type { App, Log, Person } from './microsoft-tenant.ts'

const permissions = 'openid Policy.Read.All Policy.ReadWrite.PermissionGrant profile User.Read'
const policies = '/policies/permissionGrantPolicies'

interface Session {
  readonly person: Person
  readonly ip: string
  readonly agent: string
  readonly tokenId: string
}

const call = (log: Log, at: number, session: Session, method: string, status: number, path: string): string =>
  graphCall(log, at, {
    client: firstParty.graphTools,
    ...session,
    permissions,
    method,
    status,
    uri: `${policies}${path}`,
  })

/** Somebody reads the consent policies of the tenant. Returns the ids. */
export const readsPolicies = (log: Log, at: number, session: Session, policy: string): readonly string[] => [
  call(log, at, session, 'GET', 200, ''),
  call(log, at + 9000, session, 'GET', 200, `/${policy}/includes`),
]

/** Somebody adds a condition set to a consent policy. Returns the id. */
export const addsCondition = (log: Log, at: number, session: Session, policy: string): string =>
  call(log, at, session, 'POST', 201, `/${policy}/includes`)

/** Somebody removes a condition set from a consent policy. Returns the id. */
export const removesCondition = (log: Log, at: number, session: Session, policy: string): string =>
  call(log, at, session, 'DELETE', 204, `/${policy}/includes/${log.random.uuid()}`)

/** The consent policy does not let the person accept the application. Returns the id. */
export const refusedConsent = (log: Log, at: number, person: Person, app: App): string =>
  userSignIn(log, at, {
    person,
    client: app,
    resource: log.tenant.graph,
    ip: person.ip,
    ownerTenant: app.ownerTenant,
    error: 90094,
    reason:
      'An administrator of <tenant> has set a policy that prevents you from granting <name of app> the permissions.',
  })
