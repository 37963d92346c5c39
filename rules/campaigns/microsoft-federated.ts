// Federated identity credentials of an app registration, and the enabled state of a service principal.
import { audit, principal, registration } from './microsoft-entra.ts'
import { applicationTarget, directory } from './microsoft-layouts.ts'
import type { App, Log, Person } from './microsoft-tenant.ts'

/** Tokens from the issuer with this subject authenticate the application. */
export interface Trust {
  readonly id: string
  readonly name: string
  readonly issuer: string
  readonly subject: string
}

export const buildIssuer = 'https://token.actions.githubusercontent.com'

const written = (all: readonly Trust[]) =>
  all.map((trust) => ({
    Name: trust.name,
    Issuer: trust.issuer,
    Subject: trust.subject,
    Description: '',
    Audiences: ['api://AzureADTokenExchange'],
    Id: trust.id,
  }))

const lines = (all: readonly Trust[]): string => JSON.stringify(written(all), null, 2).replaceAll('\n', '\r\n')

/** The federated credentials of a registration change. `place` is the log that contains the record. Returns the ID. */
export const federatedTrust = (
  log: Log,
  at: number,
  place: 'audit' | 'entra',
  by: Person,
  app: App,
  before: readonly Trust[],
  now: readonly Trust[],
  from: { readonly ip?: string; readonly agent?: string } = {},
): string => {
  const name = 'FederatedIdentityCredentials'
  const details = { 'User-Agent': from.agent ?? by.agent, AppId: app.appId }
  if (place === 'audit')
    return directory(log, at, {
      operation: 'Update application.',
      by,
      target: applicationTarget(app),
      objectId: `Application_${app.objectId}`,
      category: 'Application',
      details,
      changes: [
        { name, now: lines(now), before: lines(before) },
        { name: 'Included Updated Properties', now: name },
      ],
    })
  return audit(log, at, {
    activity: 'Update application',
    category: 'ApplicationManagement',
    by,
    ...(from.ip ? { ip: from.ip } : {}),
    targets: [
      registration(app, [
        { name, now: JSON.stringify(written(now)), before: JSON.stringify(written(before)) },
        { name: 'Included Updated Properties', now: JSON.stringify(name) },
      ]),
    ],
    details,
  })
}

/** Sign-in of a service principal is disabled or enabled. Returns the ID. */
export const switchPrincipal = (log: Log, at: number, by: Person, app: App, on: boolean, ip: string = by.ip): string =>
  audit(log, at, {
    activity: 'Update service principal',
    category: 'ApplicationManagement',
    by,
    ip,
    targets: [
      principal(
        app,
        [
          { name: 'AccountEnabled', now: `[${on}]`, before: `[${!on}]` },
          { name: 'Included Updated Properties', now: '"AccountEnabled"' },
          { name: 'TargetId.ServicePrincipalNames', now: JSON.stringify(app.appId) },
        ],
        true,
      ),
    ],
    details: { 'User-Agent': by.agent, AppId: app.appId },
  })
