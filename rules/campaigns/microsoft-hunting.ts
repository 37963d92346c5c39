// An application of the security team: incidents and hunting queries through Graph.
import { provenCall } from './microsoft-client-kinds.ts'
import { appSignIn, token } from './microsoft-entra-signin.ts'
import { type Network, placed } from './microsoft-places.ts'
import { type App, type Log, makeApp } from './microsoft-tenant.ts'

export const robotPermissions = 'SecurityIncident.ReadWrite.All ThreatHunting.Read.All'

export interface Host {
  readonly ip: string
  readonly agent: string
  readonly network: Network
}

export const makeRobot = (log: Log, name: string, host: Host): App =>
  makeApp(log.random, name, log.tenant.id, { ip: host.ip, agent: host.agent })

/** One token of the application, and the calls that it makes with the token. */
export interface Round {
  readonly signIn: string
  readonly tokenId: string
}

export const robotSignIn = (log: Log, at: number, robot: App, host: Host, keyId = robot.keyId): Round => {
  const tokenId = token(log)
  const signIn = placed(log, at, host.network, (side) =>
    appSignIn(side, at, { app: robot, resource: log.tenant.graph, ip: host.ip, keyId, tokenId }),
  )
  return { signIn, tokenId }
}

const call = (
  log: Log,
  at: number,
  robot: App,
  host: Host,
  round: Round,
  more: { readonly uri: string; readonly method?: string; readonly size: number },
): string =>
  provenCall(log, at, '1', {
    client: robot,
    ip: host.ip,
    agent: host.agent,
    permissions: robotPermissions,
    tokenId: round.tokenId,
    ...more,
  })

/** The list of new incidents. Returns the ID. */
export const incidents = (log: Log, at: number, robot: App, host: Host, round: Round): string =>
  call(log, at, robot, host, round, {
    uri: '/security/incidents?$filter=status%20eq%20%27active%27&$expand=alerts&$top=50',
    size: log.random.integer(2000, 60_000),
  })

/** The application changes the status, owner or verdict of an incident. The log does not show which. Returns the ID. */
export const changeIncident = (log: Log, at: number, robot: App, host: Host, round: Round): string =>
  call(log, at, robot, host, round, {
    uri: `/security/incidents/${log.random.integer(20_100, 29_900)}`,
    method: 'PATCH',
    size: log.random.integer(1200, 2600),
  })

/** A hunting query. The log does not show its text. Returns the ID. */
export const hunt = (log: Log, at: number, robot: App, host: Host, round: Round, size: number): string =>
  call(log, at, robot, host, round, { uri: '/security/runHuntingQuery', method: 'POST', size })
