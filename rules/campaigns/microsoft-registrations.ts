// New registrations in the unified audit log.
import { applicationTarget, directory, listed } from './microsoft-layouts.ts'
import { newPrincipal } from './microsoft-oauth.ts'
import type { App, Log, Person } from './microsoft-tenant.ts'

export interface Registration {
  readonly manyTenants?: boolean
  /** Delegated scope ids and application role ids of Microsoft Graph. */
  readonly scopes?: readonly string[]
  readonly roles?: readonly string[]
}

/** A new registration and its service principal. Returns the ids of both records. */
export const register = (
  log: Log,
  at: number,
  by: Person | App,
  app: App,
  form: Registration = {},
): readonly string[] => {
  const wanted = [
    ...(form.roles ?? []).map((id) => ({ EntitlementId: id, DirectAccessGrant: true, ImpersonationAccessGrants: [] })),
    ...(form.scopes ?? []).map((id) => ({
      EntitlementId: id,
      DirectAccessGrant: false,
      ImpersonationAccessGrants: [20],
    })),
  ]
  const id = directory(log, at, {
    operation: 'Add application.',
    by,
    target: applicationTarget(app),
    objectId: `Application_${app.objectId}`,
    category: 'Application',
    details: 'upn' in by ? { 'User-Agent': by.agent, AppId: app.appId } : { AppId: app.appId },
    changes: [
      { name: 'AppId', now: listed(app.appId), before: '[]' },
      { name: 'AvailableToOtherTenants', now: listed(form.manyTenants ?? false), before: '[]' },
      { name: 'DisplayName', now: listed(app.name), before: '[]' },
      {
        name: 'AppAddress',
        now: listed({ AddressType: 0, Address: app.reply, ReplyAddressClientType: 1 }),
        before: '[]',
      },
      {
        name: 'RequiredResourceAccess',
        before: '[]',
        now: listed({ ResourceAppId: log.tenant.graph.appId, RequiredAppPermissions: wanted, EncodingVersion: 1 }),
      },
      { name: 'PublisherDomain', now: listed(log.tenant.domain), before: '[]' },
      {
        name: 'Included Updated Properties',
        now: 'AppId, AvailableToOtherTenants, DisplayName, AppAddress, RequiredResourceAccess, PublisherDomain',
      },
    ],
  })
  return [id, newPrincipal(log, at + 900, by, app)]
}
