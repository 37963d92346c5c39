// What Entra and Graph record on every day of a quiet tenant.
import { firstParty } from './microsoft-clients.ts'
import { account, audit } from './microsoft-entra.ts'
import { appSignIn, userSignIn } from './microsoft-entra-signin.ts'
import { graphCall } from './microsoft-graph.ts'
import type { Log, Person } from './microsoft-tenant.ts'

/** Writes one record and returns its id. */
export type Act = (log: Log, at: number, person: Person) => string

export const daily = [
  firstParty.office,
  firstParty.outlookWeb,
  firstParty.teams,
  firstParty.officeHome,
  firstParty.oneDriveSync,
]

export const entraSignIn: Act = (log, at, person) =>
  userSignIn(log, at, {
    person,
    client: log.random.pick(daily),
    resource: log.random.pick([log.tenant.graph, log.tenant.exchange, log.tenant.sharepoint]),
    ip: person.ip,
    interactive: log.random.number() < 0.4,
    incoming: log.random.pick(['primaryRefreshToken', 'none']),
  })

export const entraWrongPassword: Act = (log, at, person) =>
  userSignIn(log, at, {
    person,
    client: firstParty.officeHome,
    resource: log.tenant.graph,
    ip: person.ip,
    error: 50126,
  })

export const auditsUser: Act = (log, at, person) => {
  const reset = log.random.number() < 0.3
  const changes = [
    { name: 'Department', now: '["Works"]', before: '["Sales"]' },
    { name: 'Included Updated Properties', now: '"Department"' },
  ]
  return audit(log, at, {
    activity: reset ? 'Reset user password' : 'Update user',
    category: 'UserManagement',
    by: log.tenant.helpdesk,
    targets: [account(person, reset ? [] : changes, true)],
    details: { 'User-Agent': log.tenant.helpdesk.agent },
  })
}

export const ownAppSignsIn: Act = (log, at) => {
  const { backup, hrSync, mailBridge, graph } = log.tenant
  return appSignIn(log, at, { app: log.random.pick([backup, hrSync, mailBridge]), resource: graph })
}

export const ownAppCalls: Act = (log, at) => {
  const { backup, hrSync } = log.tenant
  const person = log.random.pick(log.tenant.people)
  return log.random.number() < 0.5
    ? graphCall(log, at, {
        client: hrSync,
        ip: hrSync.ip,
        uri: `/users/${person.oid}`,
        method: 'PATCH',
        status: 204,
        permissions: 'User.ReadWrite.All',
        agent: hrSync.agent,
      })
    : graphCall(log, at, {
        client: backup,
        ip: backup.ip,
        uri: `/users/${person.oid}/drive/root/delta`,
        permissions: 'Files.Read.All Mail.Read Sites.Read.All',
        agent: backup.agent,
        size: 18_400,
      })
}

export const clientCalls: Act = (log, at, person) =>
  graphCall(log, at, {
    client: firstParty.teams,
    person,
    ip: person.ip,
    uri: log.random.pick(['/me', '/me/presence', '/me/photo/$value']),
    permissions: 'Presence.ReadWrite User.Read',
    agent: person.agent,
  })
