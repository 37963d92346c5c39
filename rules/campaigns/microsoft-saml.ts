// Signing certificates of single sign-on applications, in the unified audit log or in the Entra directory audit.
import { audit, principal } from './microsoft-entra.ts'
import { directory, listed, principalTarget } from './microsoft-layouts.ts'
import type { App, Log, Person } from './microsoft-tenant.ts'

/** A certificate is three keys: for signing, for verifying, and the password of the file. */
export interface Certificate {
  readonly name: string
  readonly thumbprint: string
  readonly sign: string
  readonly verify: string
  readonly password: string
}

export const makeCertificate = (log: Log, name: string): Certificate => ({
  name,
  thumbprint: `${log.random.uuid()}${log.random.uuid()}`.replaceAll('-', '').slice(0, 40).toUpperCase(),
  sign: log.random.uuid(),
  verify: log.random.uuid(),
  password: log.random.uuid(),
})

const texts = (all: readonly Certificate[]): readonly string[] =>
  all.flatMap((c) => [
    `[KeyIdentifier=${c.sign},KeyType=AsymmetricX509Cert,KeyUsage=Sign,DisplayName=${c.name}]`,
    `[KeyIdentifier=${c.verify},KeyType=AsymmetricX509Cert,KeyUsage=Verify,DisplayName=${c.name}]`,
    `[KeyIdentifier=${c.password},KeyType=Password,KeyUsage=Sign,DisplayName=${c.name}]`,
  ])

const lines = (all: readonly Certificate[]): string =>
  all.length === 0
    ? '[]'
    : `[\r\n${texts(all)
        .map((text) => `  "${text}"`)
        .join(',\r\n')}\r\n]`

export type Place = 'audit' | 'entra'

/** The certificates of the service principal of `app` change. */
export const signingKeys = (
  log: Log,
  at: number,
  place: Place,
  by: Person,
  app: App,
  before: readonly Certificate[],
  now: readonly Certificate[],
): string => {
  const removed = now.length < before.length
  const activity = removed ? 'Remove service principal credentials' : 'Add service principal credentials'
  const details = { 'User-Agent': by.agent, AppId: app.appId }
  if (place === 'audit')
    return directory(log, at, {
      operation: `${activity}.`,
      by,
      target: principalTarget(app),
      objectId: app.appId,
      category: 'ServicePrincipal',
      details,
      changes: [
        { name: 'KeyDescription', now: lines(now), before: lines(before) },
        { name: 'Included Updated Properties', now: 'KeyDescription' },
        { name: 'TargetId.ServicePrincipalNames', now: app.appId },
      ],
    })
  return audit(log, at, {
    activity,
    category: 'ApplicationManagement',
    by,
    details,
    targets: [
      principal(
        app,
        [
          { name: 'KeyDescription', now: JSON.stringify(texts(now)), before: JSON.stringify(texts(before)) },
          { name: 'Included Updated Properties', now: '"KeyDescription"' },
          { name: 'TargetId.ServicePrincipalNames', now: JSON.stringify(app.appId) },
        ],
        true,
      ),
    ],
  })
}

/** Another certificate becomes the one that signs. */
export const activeKey = (
  log: Log,
  at: number,
  place: Place,
  by: Person,
  app: App,
  before: Certificate,
  now: Certificate,
): string => {
  const name = 'PreferredTokenSigningKeyThumbprint'
  const details = { 'User-Agent': by.agent, AppId: app.appId }
  if (place === 'audit')
    return directory(log, at, {
      operation: 'Update service principal.',
      by,
      target: principalTarget(app),
      objectId: app.appId,
      category: 'ServicePrincipal',
      details,
      changes: [
        { name, now: listed(now.thumbprint), before: listed(before.thumbprint) },
        { name: 'Included Updated Properties', now: name },
        { name: 'TargetId.ServicePrincipalNames', now: app.appId },
      ],
    })
  return audit(log, at, {
    activity: 'Update service principal',
    category: 'ApplicationManagement',
    by,
    details,
    targets: [
      principal(
        app,
        [
          { name, now: JSON.stringify([now.thumbprint]), before: JSON.stringify([before.thumbprint]) },
          { name: 'Included Updated Properties', now: JSON.stringify(name) },
          { name: 'TargetId.ServicePrincipalNames', now: JSON.stringify(app.appId) },
        ],
        true,
      ),
    ],
  })
}
