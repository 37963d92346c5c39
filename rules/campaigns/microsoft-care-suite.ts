// A web service that works with the mail of the people who connected it: its tokens, calls and subscriptions.
import { provenCall } from './microsoft-client-kinds.ts'
import { token, userSignIn } from './microsoft-entra-signin.ts'
import { type Network, placed } from './microsoft-places.ts'
import { type App, type Log, makeApp, type Person } from './microsoft-tenant.ts'

export interface Machine {
  readonly ip: string
  readonly agent: string
  readonly network: Network
}

/** A token of one person, held by one machine. */
export interface Held {
  readonly person: Person
  readonly machine: Machine
  readonly tokenId: string
}

export interface Suite {
  readonly app: App
  readonly scopes: string
}

export const makeSuite = (log: Log, name: string, scopes: string): Suite => ({
  app: makeApp(log.random, name, log.random.uuid()),
  scopes,
})

/** A machine redeems the refresh token of `person`. Returns the ID of the sign-in and the token. */
export const refresh = (
  log: Log,
  at: number,
  suite: Suite,
  person: Person,
  machine: Machine,
): { readonly id: string; readonly held: Held } => {
  const tokenId = token(log)
  const id = placed(log, at, machine.network, (side) =>
    userSignIn(side, at, {
      person,
      client: suite.app,
      resource: log.tenant.graph,
      ip: machine.ip,
      agent: machine.agent,
      interactive: false,
      incoming: 'refreshToken',
      ownerTenant: suite.app.ownerTenant,
      tokenId,
    }),
  )
  return { id, held: { person, machine, tokenId } }
}

interface Request {
  readonly uri: string
  readonly method?: string
  readonly status?: number
  readonly size?: number
}

/** A Microsoft Graph call with a token that the service renewed with a secret. Returns its ID. */
export const suiteCall = (log: Log, at: number, suite: Suite, held: Held, request: Request): string =>
  provenCall(log, at, '1', {
    client: suite.app,
    person: held.person,
    ip: held.machine.ip,
    agent: held.machine.agent,
    permissions: suite.scopes,
    tokenId: held.tokenId,
    ...request,
  })

/** A new subscription to mailbox changes. */
export const subscribe = (log: Log, at: number, suite: Suite, held: Held): string =>
  suiteCall(log, at, suite, held, { uri: '/subscriptions', method: 'POST', status: 201, size: 1240 })

/** A subscription renewal. */
export const renew = (log: Log, at: number, suite: Suite, held: Held, subscription: string): string =>
  suiteCall(log, at, suite, held, { uri: `/subscriptions/${subscription}`, method: 'PATCH', size: 1180 })

/** A call for one message, after its change notification. */
export const fetchMessage = (log: Log, at: number, suite: Suite, held: Held): string =>
  suiteCall(log, at, suite, held, {
    uri: `/users/${held.person.oid}/messages/AAMkAD${log.random.uuid().replaceAll('-', '')}AAA=`,
    size: log.random.integer(6_000, 40_000),
  })
