// Consent to an application: the account, the application, the permissions, their extent, and a refusal.
import type { OauthGroup } from '../../../fields/document.ts'
import { toBoolean } from '../../../lib/convert.ts'
import { distinctScopes, scopeKey, scopesWithout } from '../../../lib/oauth/scopes.ts'
import { put } from '../../../lib/put.ts'
import { type ConsentGrant, type ConsentPermissions, parseConsentPermissions } from './consent-permissions.ts'
import { type ActReader, actorAccount, type DirectoryAct, reader, readTargetApp, toAccount } from './directory-act.ts'

type Grant = NonNullable<OauthGroup['grant']>

const risky = /risky/i
/** Exceptions by which a consent is refused for risk or by policy, not for a fault. */
const refusal = /consentblocked|riskyapp|requestdenied|consentnotallowed|adminconsentrequired|policy/i
const longestReason = 512

const none: ConsentPermissions = { before: [], after: [], truncated: false }

function readScopes(grant: Grant, { before, after }: ConsentPermissions): void {
  const scopes = distinctScopes(after.flatMap(({ scopes }) => scopes))
  const held = distinctScopes(before.flatMap(({ scopes }) => scopes))
  const added = scopesWithout(scopes, held)
  const removed = scopesWithout(held, scopes)
  if (scopes.length > 0) grant.scopes = scopes
  if (added.length > 0) grant.scopes_added = added
  if (removed.length > 0) grant.scopes_removed = removed
  const has = (name: string) => scopes.some((scope) => scope.toLowerCase() === name)
  if (scopes.length > 0) grant.offline_access = has('offline_access')
  const resources = [...new Set(after.map(({ resource }) => resource).filter((id) => id !== undefined))]
  if (resources.length > 0) grant.resource = { id: resources }
}

function readBreadth(grant: Grant, act: DirectoryAct, grants: readonly ConsentGrant[]): void {
  const forAll = toBoolean(act.changes.after('ConsentContext.OnBehalfOfAll'))
  const isTenantWide = forAll === true || grants.some(({ breadth }) => breadth === 'tenant')
  if (isTenantWide) {
    grant.breadth = 'tenant'
    grant.self = false
    return
  }
  if (forAll === undefined && grants.length === 0) return
  grant.breadth = 'user'
  const principal = grants.find((one) => one.principal !== undefined)?.principal
  const actor = act.actor.kind === 'User' ? act.actor.objectId : undefined
  const id = principal ?? actor
  grant.self = principal === undefined || actor === undefined || principal === actor
  if (id === undefined) return
  grant.principal = { id }
  if (grant.self) put(grant.principal, 'name', actorAccount(act)?.name)
}

function readVerdict(grant: Grant, { changes, failed }: DirectoryAct): 'consent' | 'consent_block' {
  const reason = changes.after('ConsentAction.Reason')
  const exception = changes.after('MethodExecutionResult.')
  put(grant, 'reason', (reason ?? exception)?.slice(0, longestReason))
  if ([reason, exception].some((text) => text !== undefined && risky.test(text))) grant.risky = true
  return failed && exception !== undefined && refusal.test(exception) ? 'consent_block' : 'consent'
}

export const readConsent: ActReader = reader(['consent', 'consent_block'], (act, oauth) => {
  const { changes } = act
  const text = changes.after('ConsentAction.Permissions')
  const permissions = text === undefined ? none : parseConsentPermissions(text)
  if (permissions.truncated) act.tags.add('truncated')
  // Some exports keep only one side of a pair.
  const grants = permissions.after.length > 0 ? permissions.after : permissions.before
  const app = readTargetApp(act, oauth)
  if (app.object_id === undefined) put(app, 'object_id', grants.find((one) => one.client !== undefined)?.client)

  const grant: Grant = { kind: 'delegated', vendor: 'microsoft' }
  oauth.grant = grant
  put(grant, 'admin_consent', toBoolean(changes.after('ConsentContext.IsAdminConsent')))
  put(grant, 'app_only', toBoolean(changes.after('ConsentContext.IsAppOnly')))
  if (grant.app_only) grant.kind = 'application'
  if (permissions.after.length === 1) put(grant, 'id', permissions.after[0]?.id)
  readScopes(grant, permissions)
  readBreadth(grant, act, grants)
  oauth.action = readVerdict(grant, act)

  const account =
    grant.self === false && grant.principal?.id !== undefined
      ? toAccount(grant.principal.id, undefined)
      : actorAccount(act)
  if (account !== undefined) oauth.account = account
  return [scopeKey(grant.scopes ?? []), grant.principal?.id ?? '']
})
