// Keys and owners of registrations in the unified audit log.
import { applicationTarget, directory, principalTarget, userTarget } from './microsoft-layouts.ts'
import type { App, Log, Person } from './microsoft-tenant.ts'

const keys = (all: readonly Key[]): string =>
  all.length === 0
    ? '[]'
    : `[\r\n${all
        .map((k) => `  "[KeyIdentifier=${k.id},KeyType=${k.type ?? 'Password'},KeyUsage=Verify,DisplayName=${k.name}]"`)
        .join(',\r\n')}\r\n]`

export interface Key {
  readonly id: string
  readonly name: string
  readonly type?: 'Password' | 'AsymmetricX509Cert'
}

/** A change of the keys of a registration (default) or of its service principal. */
export const credential = (
  log: Log,
  at: number,
  by: Person | App,
  app: App,
  before: readonly Key[],
  now: readonly Key[],
  principal = false,
): string =>
  directory(log, at, {
    operation: principal
      ? 'Add service principal credentials.'
      : 'Update application – Certificates and secrets management ',
    by,
    target: principal ? principalTarget(app) : applicationTarget(app),
    objectId: principal ? app.appId : `Application_${app.objectId}`,
    category: principal ? 'ServicePrincipal' : 'Application',
    details: 'upn' in by ? { 'User-Agent': by.agent, AppId: app.appId } : { AppId: app.appId },
    changes: [
      { name: 'KeyDescription', now: keys(now), before: keys(before) },
      { name: 'Included Updated Properties', now: 'KeyDescription' },
      ...(principal ? [{ name: 'TargetId.ServicePrincipalNames', now: app.appId }] : []),
    ],
  })

/** Somebody becomes an owner of a registration. */
export const owner = (log: Log, at: number, by: Person | App, app: App, person: Person): string =>
  directory(log, at, {
    operation: 'Add owner to application.',
    by,
    target: userTarget(person),
    objectId: person.upn,
    category: 'Application',
    changes: [
      { name: 'Application.ObjectID', now: app.objectId },
      { name: 'Application.DisplayName', now: app.name },
      { name: 'Application.AppId', now: app.appId },
    ],
  })
