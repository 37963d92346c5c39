// Annotates an application's grant to a principal: known or revoked, its age, its idle time, and its new permissions.
import type { Transition } from '../../mappings/entities/transitions.ts'
import type { accounts, apps, grants } from '../../mappings/entities/types.ts'
import { dayMs, hourMs, minuteMs, monthMs } from '../../mappings/kernel/durations.ts'
import { without } from '../../mappings/kernel/without.ts'
import { tierRank } from '../../mappings/knowledge/permissions.ts'
import { programIn } from './actor.ts'
import { daysBetween, hoursBetween, isoTime } from './age.ts'
import { accountNetworkSince, ownsNetwork } from './annotate-account-network.ts'
import { highestOf } from './annotate-app.ts'
import { newNetworkSince } from './annotate-app-network.ts'
import { type Annotating, clickMs } from './annotations.ts'
import { addInMaker } from './entity-ids.ts'
import {
  accountIdentities,
  accountView,
  appIdentities,
  appView,
  everybodyIdentity,
  grantView,
  logSourceKey,
  wideGrantView,
} from './identities.ts'
import { inUseSince } from './known-networks.ts'
import type { Lookup } from './lookup.ts'
import { newMs } from './novelty.ts'
import { isGrant, isRevocation } from './observe-grant.ts'
import { deletion, isGiven, revocation } from './standing.ts'
import { accountOfKey, type Subject } from './subject.ts'
import { isUse } from './use.ts'
import type { View } from './view.ts'

export function annotateGrant(annotating: Annotating): void {
  const { annotations, subject, lookup, appIds, identities } = annotating
  const { grant } = annotations
  const { oauth, at } = subject
  const { action } = oauth ?? {}
  const isUsed = isUse(action)
  const isAboutGrant = isUsed || oauth?.grant?.breadth !== undefined
  if (!isAboutGrant) return
  const before = at - clickMs
  const coversTenant =
    oauth?.grant?.breadth === 'tenant' || (isUsed && (oauth?.grant?.app_only === true || identities.length === 0))
  const own = coversTenant ? everybodyIdentity : identities
  const view = grantView(lookup, subject, appIds, own)
  const wide = coversTenant ? view : wideGrantView(lookup, subject, appIds, identities)
  const firstSeen = wide.earliest('first_seen', before)
  grant.known = firstSeen !== undefined
  const app = appView(lookup, subject, appIds)
  const owner = isUsed ? accountView(lookup, subject, identities) : undefined
  if (owner !== undefined && isOutliving(wide, app, owner, identities, subject)) grant.outlived_containment = true
  if (firstSeen !== undefined) {
    const last = wide.last('granted', before)
    grant.first_seen = isoTime(firstSeen)
    grant.age_days = daysBetween(firstSeen, at)
    if (last?.by !== undefined) grant.granted_by = programIn(last.by) ?? last.by
    const ownGrant = isUsed ? view.last('granted', before)?.at : undefined
    const granted = ownGrant ?? (action === 'token_revoke' ? (last?.at ?? firstSeen) : removedSince(wide, subject))
    if (granted !== undefined && (!isUsed || at - granted < dayMs)) grant.granted_age_hours = hoursBetween(granted, at)
  }
  if (isUsed && identities.length > 0 && (firstSeen === undefined || at - firstSeen < newMs)) {
    const granters = app.firstSeenWithin('granters', at - newMs, before)
    const others = granters.filter(({ value }) => isAnother(value, identities)).length
    // The entity store keeps a sample of many granters.
    const { count, approximate } = app.count('granters', before)
    const share = approximate ? app.members('granters', before).length / count : 1
    if (others > 0) annotations.app.granters_new = Math.round(others / share)
  }
  const used = view.moment('used', at)
  // "Never used" is only certain if the log source is older than the grant. A grant to the whole tenant is in use if
  // anybody uses it: a further account that starts to use it does not awaken the grant.
  const history = lookup.get('log_sources', logSourceKey(subject))?.first_seen
  const usedByOthers = view.earliest('first_seen', before) === undefined && app.moment('used', at) !== undefined
  if (used !== undefined) grant.used = true
  else if (firstSeen !== undefined && history !== undefined && history <= firstSeen && !usedByOthers) grant.used = false
  if (used !== undefined) {
    grant.last_used = isoTime(used)
    grant.idle_days = daysBetween(used, at)
    const awake = at - used >= monthMs ? at : view.firstAfterPause('used', at - dayMs, at, monthMs)
    if (isUsed && awake !== undefined) grant.awake_hours = hoursBetween(awake, at)
  }
  const deleted = deletion(app, at)
  const moment = { at, bundle: subject.bundle, before }
  const forAll = coversTenant ? undefined : grantView(lookup, subject, appIds, everybodyIdentity)
  const covered = forAll !== undefined && isGiven(forAll, before) && revocation(forAll, moment, deleted) === undefined
  const revoked = covered ? undefined : revocation(view, moment, deleted)
  if (revoked !== undefined) {
    grant.revoked = isoTime(revoked)
    grant.revoked_age_hours = hoursBetween(revoked, at)
  }
  if (isUsed && isGivenAgain(wide, at)) grant.given_again = true
  if (isUsed && forAll !== undefined && isAgent(oauth, app)) {
    const beyond = scopesBeyond(oauth?.grant?.scopes ?? [], [view, forAll], before)
    if (beyond.length > 0) grant.scopes_beyond = beyond
  }
  if (isUsed && forAll !== undefined && isForAllByAnother(forAll, view, identities, before)) grant.self = false
  if (owner !== undefined) {
    const isNewcomer = !coversTenant && isOfNewcomer(view, owner, at)
    const recent = (forAll ?? view).transitions('granted', at).filter((each) => at - each.at < 4 * monthMs)
    // An application that worked in this network before the grant continues its work there.
    const since = recent.length === 0 ? at : inUseSince(app, subject)
    const grantsMade = [
      ...recent.filter((each) => each.at - since < newMs),
      ...registrationVisits(app, subject, lookup),
      ...openings(app, at),
    ]
    if (isNewcomer || isFromNewNetwork(grantsMade, annotating)) grant.from_new_network = true
  }
  if (!isGrant(action)) return
  if (coversTenant && isFromNewNetwork(view.transitions('granted', before), annotating)) grant.from_new_network = true
  const kept = heldInRecord(oauth?.grant)
  const scopes = without(oauth?.grant?.scopes ?? [], kept).filter(
    (scope) => wide.first('scopes', scope.slice(0, 512), before) === undefined,
  )
  if (scopes.length > 0) grant.scopes_new = scopes
  const tier = oauth?.grant?.tier
  const held = highestOf(wide, before)
  if (firstSeen !== undefined && tier !== undefined)
    grant.tier_raised = held === undefined || tierRank(tier) > tierRank(held)
}

/** Returns the grant time of the removed permissions; undefined if a later grant to the same kind of data replaces them. */
function removedSince(grant: View<typeof grants>, { oauth, at }: Subject): number | undefined {
  if (oauth?.action !== 'app_role_revoke' && !isRevocation(oauth?.action)) return undefined
  const last = grant.last('granted', at + clickMs)?.at
  const removed = oauth?.grant?.scopes_removed ?? []
  const granted = removed.flatMap((scope) => grant.first('scopes', scope, at) ?? [])
  // A grant after a revocation contains known permissions.
  if (last === undefined || granted.length === 0 || grant.last('revoked', at - clickMs) !== undefined) return last
  const since = Math.max(...granted)
  const kinds = removed.map(kindOfData)
  const isReplaced = grant
    .firstSeenWithin('scopes', since + clickMs, at)
    .some(({ value }) => kinds.includes(kindOfData(value)))
  return isReplaced ? undefined : since
}

/** The kind of data of a permission: `Mail` in `Mail.ReadWrite`, `gmail` in `https://www.googleapis.com/auth/gmail.send`. */
const kindOfData = (scope: string): string => scope.slice(scope.lastIndexOf('/') + 1).split('.')[0] ?? ''

/** Times of one grant in two logs differ by less than this. */
const sameGrantMs = 5 * minuteMs

/** Checks whether an act is by a known account other than this one. */
const isAnother = (by: string | undefined, identities: readonly { readonly id: string }[]): boolean =>
  by !== undefined && !identities.some(({ id }) => id === by)

/**
 * Checks whether another account reset the password of an account and ended its sessions in the last month, and within
 * three months of a grant by the account. After such an incident response, the grant may be part of the incident.
 */
function wasContained(
  account: View<typeof accounts>,
  identities: readonly { readonly id: string }[],
  granted: number,
  at: number,
): boolean {
  const changedByAnother = (field: 'resets' | 'sessions') =>
    account.transitions(field, at).filter(({ by, at: changed }) => isAnother(by, identities) && changed > granted)
  const ended = changedByAnother('sessions')
  return changedByAnother('resets').some(
    (reset) =>
      at - reset.at < monthMs &&
      reset.at - granted <= 3 * monthMs &&
      ended.some((sessions) => Math.abs(sessions.at - reset.at) <= dayMs),
  )
}

/**
 * Checks whether a grant for all accounts was made in the last month, or before a recent incident response, from a
 * network that was new to the administrator. The unified audit log lacks the address of a grant: the newest network of the
 * administrator counts, unless a record of another log contains the address of the same grant. An application counts as an
 * administrator: its newest networks are those of the week before.
 */
function isFromNewNetwork(grantsMade: readonly Transition[], { subject, lookup, environment }: Annotating): boolean {
  const { at } = subject
  const withAddress = grantsMade.filter(({ detail }) => detail !== undefined)
  return grantsMade.some(({ at: granted, by, detail }) => {
    if (at - granted >= 4 * monthMs || by === undefined) return false
    const isSame = (other: Transition) => other.by === by && Math.abs(other.at - granted) <= sameGrantMs
    const program = programIn(by)
    if (program !== undefined) {
      if (at - granted >= monthMs) return false
      const ids = appIdentities(lookup, subject, { objectId: program })
      return newNetworkSince(appView(lookup, subject, ids), granted, environment) !== undefined
    }
    if (detail === undefined && withAddress.some(isSame)) return false
    const administrator = accountIdentities(lookup, subject, accountOfKey(by), granted)
    const view = accountView(lookup, subject, administrator)
    if (at - granted >= monthMs && !wasContained(view, administrator, granted, at)) return false
    // A stolen session has no sign-in: the grant itself can be the first act in its network.
    return accountNetworkSince(view, detail === undefined ? granted : granted + 1, newMs, detail) !== undefined
  })
}

/** Returns when people gave a service account a key, an owner or a workload. The act can be the first in its network. */
function openings(app: View<typeof apps>, at: number): readonly Transition[] {
  // The time of an opening is the beginning of its hour.
  return app
    .transitions('openers', at)
    .filter((opening) => at - opening.at < monthMs)
    .map((opening) => ({ ...opening, at: Math.min(opening.at + hourMs, at) }))
}

/** A person registers an add-in within this time of a visit to the page. */
const visitMs = 15 * minuteMs

/** Returns the visits to the pages on which a person registered the application, if it is an add-in of SharePoint. */
function registrationVisits(app: View<typeof apps>, subject: Subject, lookup: Lookup): readonly Transition[] {
  const made = app.transitions('status', subject.at).filter(({ by }) => by === addInMaker)
  if (made.length === 0) return made
  const maker = accountIdentities(lookup, subject, accountOfKey(addInMaker), subject.at)
  const visits = accountView(lookup, subject, maker).transitions('add_in_pages', subject.at)
  // The time of a visit is the beginning of its hour.
  return visits
    .filter((visit) => made.some(({ at }) => at >= visit.at - visitMs && at <= visit.at + hourMs + visitMs))
    .map((visit) => ({ ...visit, at: Math.min(visit.at + hourMs, subject.at) }))
}

/** An application with more users than this is a team tool: its members keep it when they change a password. */
const fewUsers = 2

/** Checks whether the account granted the access in the last month, on the first day of its owner in a new network. */
function isOfNewcomer(own: View<typeof grants>, owner: View<typeof accounts>, at: number): boolean {
  const granted = own.last('granted', at)?.at ?? 0
  return at - granted < monthMs && accountNetworkSince(owner, granted, dayMs) !== undefined
}

/** Returns the permissions that the grant had before the change, which the record of the change lists. */
function heldInRecord({ scopes = [], scopes_added: added }: NonNullable<Subject['oauth']>['grant'] = {}): string[] {
  return added === undefined ? [] : without(scopes, added)
}

/**
 * Checks whether access was given again in the last week, after its removal in the month before. A pause shorter than an
 * hour belongs to a replacement of the grant.
 */
function isGivenAgain(grant: View<typeof grants>, at: number): boolean {
  const removed = grant.last('revoked', at)?.at
  if (removed === undefined) return false
  const given = grant.transitions('granted', at).findLast((each) => each.at > removed)?.at
  if (given === undefined || at - given >= newMs) return false
  return given - removed >= hourMs && given - removed < monthMs
}

/** Checks whether the account has only the access that somebody else gave to all accounts. */
function isForAllByAnother(
  forAll: View<typeof grants>,
  own: View<typeof grants>,
  identities: readonly { readonly id: string }[],
  time: number,
): boolean {
  const by = forAll.last('granted', time)?.by
  return isAnother(by, identities) && !isGiven(own, time)
}

/**
 * Checks whether the access outlived the incident response for its account: a password reset by somebody
 * else in the week after the grant, if sessions were also revoked; or any reset in that week, if the access began on the
 * first day of the account in a new network (an intruder may grant again that day). A password change by the owner
 * in the month after their own grant also counts if at most one colleague uses the application: the owner may have
 * noticed something. A change in the week after a reset
 * only completes it. Access without its own grant, such as under a grant for all accounts, begins with the first use.
 */
function isOutliving(
  grant: View<typeof grants>,
  app: View<typeof apps>,
  account: View<typeof accounts>,
  identities: Parameters<typeof grantView>[3],
  subject: Subject,
): boolean {
  const { at } = subject
  const byAnother = ({ by }: Transition) => isAnother(by, identities)
  const resets = account.transitions('resets', at)
  const isPrompted = (change: Transition) =>
    resets.some((reset) => byAnother(reset) && reset.at <= change.at && change.at - reset.at <= 7 * dayMs)
  const changes = resets.filter((reset) => byAnother(reset) || !isPrompted(reset))
  const changedWithin = (days: number, start: number) =>
    changes.filter((change) => change.at > start && change.at - start <= days * dayMs)
  const first = grant.earliest('first_seen', at - clickMs)
  // The application works where the owner worked before the grant: on the owner's device.
  if (first !== undefined && ownsNetwork(account, subject, first - newMs)) return false
  const granted = grant.last('granted', at - clickMs)
  const own = granted !== undefined && byAnother(granted) ? undefined : first
  const byOwner = (change: Transition) => change.by !== undefined && !byAnother(change)
  if (own !== undefined && app.count('users', at).count <= fewUsers && changedWithin(30, own).some(byOwner)) return true
  const start = own ?? Math.min(at, ...identities.flatMap(({ id }) => app.first('reached', id, at) ?? []))
  if (changedWithin(7, start).length > 0 && accountNetworkSince(account, start + clickMs, dayMs) !== undefined)
    return true
  if (first === undefined) return false
  const last = granted?.at ?? first
  const ended = account.transitions('sessions', at).filter(byAnother)
  return changedWithin(7, first).some(
    (reset) =>
      byAnother(reset) &&
      reset.at > last &&
      ended.some((sessions) => sessions.at > last && Math.abs(sessions.at - reset.at) <= dayMs),
  )
}

function isAgent(oauth: Subject['oauth'], app: View<typeof apps>): boolean {
  return oauth?.app?.kind === 'agent' || app.last('kind', Number.POSITIVE_INFINITY)?.value === 'agent'
}

/** Scopes that every token contains. */
const scopesOfSignIn: ReadonlySet<string> = new Set(['openid', 'profile', 'email', 'offline_access', 'User.Read'])

/** Returns the scopes that no grant holds; none if no grant is recorded, because grants may be older than the log. */
function scopesBeyond(scopes: readonly string[], views: readonly View<typeof grants>[], time: number): string[] {
  if (!views.some((view) => isGiven(view, time))) return []
  return scopes.filter(
    (scope) =>
      !scopesOfSignIn.has(scope) &&
      views.every((view) => view.first('scopes', scope.slice(0, 512), time) === undefined),
  )
}
