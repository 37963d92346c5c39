// The facts that an event supplies for a grant: its permissions, its use and its end.
import type { OauthGroup } from '../../mappings/fields/document.ts'
import { dayMs } from '../../mappings/kernel/durations.ts'
import { actorOf, programOfActor } from './actor.ts'
import { everybody, grantId, unnamed } from './entity-ids.ts'
import { listOf, noTier, removedSome, revokedAll } from './held.ts'
import { networkOf } from './network.ts'
import type { DeltaWriter } from './store.ts'
import { type AppIds, accountKeyId, appKeyId, type Subject } from './subject.ts'
import { transition } from './transition.ts'
import { isUse, placeOf } from './use.ts'

type Action = NonNullable<OauthGroup['action']>

/** Acts that give an application something. */
const grantActs: ReadonlySet<Action> = new Set([
  'consent',
  'delegated_grant',
  'app_role_grant',
  'delegation_grant',
  'app_install',
])
/** Acts that remove a whole grant. The removal of one application role is not one of them, because other roles may remain. */
const revokeActs: ReadonlySet<Action> = new Set([
  'delegated_revoke',
  'token_revoke',
  'delegation_revoke',
  'app_uninstall',
])
export const isRevocation = (action: Action | undefined): boolean => action !== undefined && revokeActs.has(action)
export const isGrant = (action: Action | undefined): boolean => action !== undefined && grantActs.has(action)

/** Some records have an issue time in the year 1601, and no token is valid for two days. */
const longestToken = 2 * dayMs

/** The account of a grant or a revocation; undefined if the record does not contain it. Administrators can remove the grants of other accounts. */
function principalOf({ oauth, account }: Subject): string | undefined {
  if (oauth?.grant?.breadth === 'tenant') return everybody
  if (oauth?.action === 'delegated_revoke' && oauth.grant?.principal === undefined) return unnamed
  return account === undefined ? undefined : accountKeyId(account)
}

export function observeGrant(subject: Subject, app: AppIds, oauth: OauthGroup, deltas: DeltaWriter): void {
  const { at, document } = subject
  const { action, grant } = oauth
  if (document.event.outcome === 'failure' || action === undefined) return
  const appKey = appKeyId(app)
  if (isUse(action)) {
    const principal =
      grant?.app_only === true || subject.account === undefined ? everybody : accountKeyId(subject.account)
    const id = grantId(subject, appKey, principal)
    deltas.observe('grants', id, 'used', at)
    deltas.observe('grants', id, 'first_used', at)
    const where = principal === everybody ? undefined : placeOf(subject)
    if (where !== undefined) {
      deltas.observe('grants', id, where.members, { value: where.place.value, first: at })
      deltas.observe('grants', id, where.recent, where.place)
    }
    // A sign-in is the issue of a token.
    const issued = action === 'app_sign_in' ? at : Date.parse(oauth.activity?.token_issued ?? '')
    if (at - issued >= 0 && at - issued <= longestToken) deltas.observe('grants', id, 'issued', issued)
    return
  }
  const principal = principalOf(subject)
  if (principal === undefined) return
  const id = grantId(subject, appKey, principal)
  const by = actorOf(subject) ?? programOfActor(subject)
  const detail =
    principal === unnamed ? [...(grant?.scopes_removed ?? [])].sort().join(' ') : networkOf(document.source?.ip)
  // A revocation that keeps some permissions is a change.
  const isComplete = isRevocation(action) && (grant?.scopes?.length ?? 0) === 0
  if (isComplete) deltas.observe('grants', id, 'revoked', transition(subject, action, { by, detail }))
  const removed = listOf(grant?.scopes_removed)
  const takes = isComplete ? revokedAll : removed === undefined ? undefined : removedSome
  if (takes !== undefined && principal !== unnamed)
    deltas.observe('grants', id, 'scope_changes', transition(subject, takes, { by, detail: removed }))
  if (grant?.kind !== undefined && (isGrant(action) || action === 'delegation_revoke'))
    deltas.observe('grants', id, 'kinds', { value: grant.kind, first: at })
  const isKept = takes === removedSome && (grant?.scopes?.length ?? 0) > 0
  if (isGrant(action) || isKept) {
    const change = transition(subject, grant?.tier ?? noTier, { detail: listOf(grant?.scopes) })
    deltas.observe('grants', id, 'scope_changes', change)
  }
  if (!isGrant(action)) return
  deltas.observe('grants', id, 'first_seen', at)
  deltas.observe('grants', id, 'granted', transition(subject, action, { by, detail }))
  for (const scope of grant?.scopes ?? [])
    deltas.observe('grants', id, 'scopes', { value: scope.slice(0, 512), first: at })
  if (grant?.tier !== undefined) deltas.observe('grants', id, 'tiers', { value: grant.tier, first: at })
}
