// The status, the last reset and the roles of the account whose data or right an application uses, as of the event.
import { newestFirst, type Transition } from '../../mappings/entities/transitions.ts'
import { accounts, type grants } from '../../mappings/entities/types.ts'
import { type Environment, isApproved, perEnvironment } from '../../mappings/environment/environment.ts'
import { isTier, type Tier } from '../../mappings/fields/oauth.ts'
import { dayMs, hourMs } from '../../mappings/kernel/durations.ts'
import { tierRank } from '../../mappings/knowledge/permissions.ts'
import { type AccountStatus, isAccountStatus } from '../../mappings/lib/operation.ts'
import { programIn } from './actor.ts'
import { daysBetween, hoursBetween, isoTime } from './age.ts'
import {
  accountNetworkSince,
  annotateAccountNetwork,
  annotateClient,
  annotateOwner,
  annotateProgram,
  changedFactorAge,
  firstWeek,
} from './annotate-account-network.ts'
import { newNetworkSince } from './annotate-app-network.ts'
import { type Annotating, type Annotations, clickMs, routineMs } from './annotations.ts'
import { accountIdentities, accountView, appIdentities, appView, grantView } from './identities.ts'
import type { Identity, Lookup } from './lookup.ts'
import { networkOf } from './network.ts'
import { accountOfKey, domainOf, type Membership, type Subject } from './subject.ts'
import { isOwnerThere, isUse } from './use.ts'
import type { View } from './view.ts'

export function annotateAccount({ annotations, subject, lookup, environment, appIds, identities }: Annotating): void {
  const { account } = annotations
  const { at } = subject
  const view = accountView(lookup, subject, identities)
  const created = view.earliest('created', at)
  if (created !== undefined) account.age_days = daysBetween(created, at)
  const status = statusOf(view, at)
  if (status !== undefined) {
    account.status = status.status
    account.status_since = isoTime(status.since)
    account.status_age_hours = hoursBetween(status.since, at)
  }
  const reset = view.last('resets', at)
  const sessions = view.last('sessions', at)
  if (reset !== undefined) account.password_reset = isoTime(reset.at)
  if (sessions !== undefined) account.sessions_revoked = isoTime(sessions.at)
  const last = (sessions?.at ?? 0) > (reset?.at ?? 0) ? sessions : reset
  if (last !== undefined) account.reset_age_hours = hoursBetween(last.at, at)
  const issued = Date.parse(subject.oauth?.activity?.token_issued ?? '')
  if (last !== undefined && issued >= last.at + clickMs && issued <= at) account.token_since_reset = true
  const enabled = status?.status === 'active' ? status.since : 0
  const since = Math.max(last?.at ?? 0, enabled)
  // Without a log source of sign-ins, a missing sign-in has no meaning. Owners who change their password are signed in.
  const signedIn = since === 0 ? undefined : view.moment('sign_ins', at)
  if (signedIn !== undefined)
    account.signed_in_since_reset =
      signedIn > since ||
      (last !== undefined && last.at >= enabled && identities.some(({ id }) => id === last.by)) ||
      consented(grantView(lookup, subject, appIds, identities), identities, at) > since
  annotateAccountNetwork(account, subject, delegateView(lookup, subject, identities) ?? view, environment)
  const factor = isUse(subject.oauth?.action) ? changedFactorAge(view, at) : undefined
  if (factor !== undefined) account.factor_age_hours = factor
  if (isOwnerThere(subject)) annotateCredentialMade({ annotations, subject, lookup, environment }, identities)
  annotateClient(account, subject, view)
  annotateOwner(account, subject, view, () => {
    const domain = domainOf(subject.account?.address)
    return accountView(lookup, subject, domain === undefined ? [] : [{ id: domain }])
  })
  annotateProgram(account, subject, view)
  const kind = view.last('kind', Number.POSITIVE_INFINITY)?.value
  if (subject.oauth?.account?.kind === undefined && (kind === 'member' || kind === 'guest')) account.kind = kind
  annotateRoles(account, view, subject, environment, identities)
}

/** An attacker who persuades the help desk to reset a password and a second factor signs in within this time. */
const deskMs = hourMs

/**
 * Annotates a sign-in of the owner in a new network with the age and the maker of a credential that an application, or an account
 * in a new network, made for the account. An approved application, and an application that does this every week, count only
 * if the application was in a new network or in the network of the sign-in.
 * A credential also counts if people reset both the password and a second factor in the preceding hour.
 */
export function annotateCredentialMade(
  { annotations, subject, lookup, environment }: Omit<Annotating, 'appIds' | 'identities'>,
  identities: readonly Identity[],
): void {
  const { at } = subject
  const view = accountView(lookup, subject, identities)
  // Each first sign-in of a new colleague is from a new network.
  if (view.members('networks', at - firstWeek, 1).length === 0) return
  const all = view.transitions('credentials_made', at)
  const resets = view.transitions('resets', at)
  // Another log may contain the same reset.
  const isReset = ({ event }: Transition) => resets.some((reset) => reset.event === event)
  const byPeople = all.filter(({ by = '', at: time }) => at - time < deskMs && programIn(by) === undefined)
  const hasBoth = byPeople.some(isReset) && !byPeople.every(isReset)
  const isRisky = ({ value, by = '', at: time, detail }: Transition) => {
    if (at - time >= dayMs) return false
    const program = programIn(by)
    if (program !== undefined) {
      const ids = appIdentities(lookup, subject, { objectId: program })
      const maker = appView(lookup, subject, ids)
      const first = maker.first('acts', value, time)
      if (!isApproved(environment, ids) && (first === undefined || time - first < routineMs)) return true
      const since = newNetworkSince(maker, time + 1, environment)
      return (since !== undefined && time - since < dayMs) || detail === networkOf(subject.document.source?.ip)
    }
    const maker = accountView(lookup, subject, accountIdentities(lookup, subject, accountOfKey(by), time))
    // A stolen session has no sign-in record, but the act contains its network.
    return (
      accountNetworkSince(maker, time, dayMs) !== undefined ||
      (detail !== undefined && accountNetworkSince(maker, time + 1, dayMs, detail) !== undefined)
    )
  }
  const made = all.find(isRisky) ?? (hasBoth ? byPeople[0] : undefined)
  if (made === undefined) return
  const network: Annotations['account'] = {}
  annotateAccountNetwork(network, subject, view, environment)
  if (network.network_new !== true) return
  annotations.account.credential_age_hours = hoursBetween(made.at, at)
  if (made.by !== undefined) annotations.account.credential_by = programIn(made.by) ?? made.by
}

/** Time of the owner's last consent to the application before this click: a consent screen needs a session. */
function consented(grant: View<typeof grants>, identities: readonly { readonly id: string }[], at: number): number {
  const own = grant.transitions('granted', at - clickMs).find(({ by }) => identities.some(({ id }) => id === by))
  return own?.at ?? 0
}

function delegateView(
  lookup: Lookup,
  subject: Subject,
  owner: Parameters<typeof accountView>[2],
): View<typeof accounts> | undefined {
  const { account, actor, at, oauth } = subject
  if (oauth?.action !== 'app_use' || oauth.grant?.app_only === true || account?.address === undefined) return undefined
  if (actor?.address === undefined || owner.some(({ id }) => id === actor.address)) return undefined
  return accountView(lookup, subject, accountIdentities(lookup, subject, actor, at))
}

type StatusTransition = Transition & { readonly value: AccountStatus }

function isOfStatus(transition: Transition): transition is StatusTransition {
  return isAccountStatus(transition.value)
}

/** Status changes from the log and from inventories, newest first. */
export function statuses(view: View<typeof accounts>, at: number): StatusTransition[] {
  const recorded = view.transitions('status', at).filter(isOfStatus)
  const listed = view.transitions('listed', at).filter(isOfStatus)
  return listed.length === 0 ? recorded : [...recorded, ...listed].sort(newestFirst)
}

/** Returns the status and its start: the first of several equal statuses in a row. */
export function statusOf(
  view: View<typeof accounts>,
  at: number,
): { readonly status: AccountStatus; readonly since: number } | undefined {
  const [last, ...before] = statuses(view, at)
  if (last === undefined) return undefined
  let since = last.at
  let other = 0
  for (const { value, at: earlier } of before) {
    if (value !== last.value) {
      other = earlier
      break
    }
    since = earlier
  }
  // Only the latest daily inventories are kept. `listed_as` stores since when they have agreed.
  const listed = view.first('listed_as', last.value, at)
  if (listed !== undefined && listed > other) since = Math.min(since, listed)
  return { status: last.value, since }
}

export function hasEnded(status: AccountStatus): boolean {
  return status !== 'active'
}

/** The lists of one inventory may be files with different times. Inventories are usually a day apart. */
const inventoryMs = dayMs / 2

/** Returns the changes of roles and the roles in the last inventory of the account, newest first. */
function roleTransitions(view: View<typeof accounts>, at: number): Transition[] {
  const roles = view.transitions('listed_roles', at)
  const last = Math.max(view.last('listed', at)?.at ?? 0, roles[0]?.at ?? 0)
  const listed = roles.filter((each) => last - each.at < inventoryMs)
  const recorded = view.transitions('roles', at)
  return listed.length === 0 ? recorded : [...recorded, ...listed].sort(newestFirst)
}

/**
 * Returns when an account first received a critical or high role; undefined if an inventory listed it earlier, or if so many
 * changes of roles are stored that the first may be forgotten.
 */
export function administratorSince(view: View<typeof accounts>, at: number): number | undefined {
  const recorded = view.transitions('roles', Number.POSITIVE_INFINITY)
  if (recorded.length >= accounts.fields.roles.keep) return undefined
  const listed = view.transitions('listed_roles', at)
  const oldest = [...recorded, ...listed].sort(newestFirst).findLast((role) => role.at < at && isHighRole(role.value))
  if (oldest === undefined || listed.includes(oldest)) return undefined
  // Only the roles of the latest inventories are kept.
  const since = view.first('listed_as', listedAdministrator, at)
  return since !== undefined && since < oldest.at ? undefined : oldest.at
}

/** In `listed_as`, an account with a critical or high role in an inventory. */
export const listedAdministrator = 'administrator'

export const isHighRole = (value: string): boolean => isTier(value) && tierRank(value) >= tierRank('high')

const administratorsOf = perEnvironment(({ administrators }) => new Set(administrators))

function annotateRoles(
  account: Annotations['account'],
  view: View<typeof accounts>,
  subject: Subject,
  environment: Environment,
  identities: readonly { readonly id: string }[],
): void {
  const { roles: tokenRoles, privileged } = subject.oauth?.account ?? {}
  if (privileged !== true && identities.some(({ id }) => administratorsOf(environment).has(id)))
    account.privileged = true
  // A token contains the roles at the time when it was issued.
  if (tokenRoles !== undefined) return
  const roles = rolesHeld(view, subject.at)
  if (roles.length > 0) account.roles = roles.map(([name]) => name).sort()
  const tier = highestRole(roles)?.tier
  if (tier !== undefined) account.tier = tier
  if (tier !== undefined && tierRank(tier) >= tierRank('high')) account.privileged = true
}

/**
 * Annotates the highest role of the group that a member joined, or the age of a new account and the risky members of a group
 * that receives a role.
 */
export function annotateGroupRole({ annotations, subject, lookup }: Annotating): void {
  const { membership, accountAct, at } = subject
  const holder = membership?.group ?? (accountAct?.role === 'granted' ? accountAct.account : undefined)
  if (holder === undefined) return
  const view = accountView(lookup, subject, accountIdentities(lookup, subject, holder, at))
  const { activated: isActivation, name, id } = subject.oauth?.role ?? {}
  if (membership !== undefined) {
    if (membership.change !== 'removed') Object.assign(annotations.role, highestRole(rolesHeld(view, at)))
    const earlier = view.transitions('members', at).filter(({ detail }) => detail === membership.member)
    if (isActivation && isOld(earlier, at)) annotations.role.held_before = true
    return
  }
  const changes = view.transitions('roles', at)
  const earlier = changes.filter(({ detail }) => detail === (name ?? id))
  const isFull = changes.length >= accounts.fields.roles.keep
  if (isActivation && (isFull || isOld(earlier, at))) annotations.role.held_before = true
  const created = view.earliest('created', at)
  if (created !== undefined && at - created < firstWeek) annotations.role.account_age_hours = hoursBetween(created, at)
  const fromNewNetwork = membersHeld(view, 'members', at).filter(({ by, at: joined }) => {
    if (by === undefined) return false
    const adder = accountIdentities(lookup, subject, accountOfKey(by), joined)
    return accountNetworkSince(accountView(lookup, subject, adder), joined, dayMs) !== undefined
  })
  const risky = [...membersHeld(view, 'application_members', at), ...fromNewNetwork]
  const ids = new Set(risky.map(({ detail = '' }) => detail.slice(detail.indexOf(' ') + 1)))
  if (ids.size > 0) annotations.role.risky_members = [...ids].sort().slice(0, 20)
}

/** Whether the account received the role or the membership at least a week earlier. */
const isOld = (changes: readonly Transition[], at: number): boolean =>
  changes.some(({ value, at: time }) => value !== 'revoked' && value !== 'removed' && at - time >= routineMs)

/** Returns the newest change of each member that is still in the group. */
function membersHeld(view: View<typeof accounts>, field: Membership['field'], at: number): Transition[] {
  const last = new Map<string | undefined, Transition>()
  for (const change of view.transitions(field, at)) if (!last.has(change.detail)) last.set(change.detail, change)
  return [...last.values()].filter(({ value }) => value !== 'removed')
}

/** Returns the names of the roles that an account or a group holds, with their tiers. */
function rolesHeld(view: View<typeof accounts>, at: number): [string, string][] {
  const held = new Map<string, string>()
  for (const { detail, value } of roleTransitions(view, at))
    if (detail !== undefined && !held.has(detail)) held.set(detail, value)
  return [...held].filter(([, value]) => value !== 'revoked')
}

function highestRole(roles: readonly [string, string][]): { readonly name: string; readonly tier: Tier } | undefined {
  const [highest] = roles
    .flatMap(([name, tier]) => (isTier(tier) ? { name, tier } : []))
    .sort((a, b) => tierRank(b.tier) - tierRank(a.tier))
  return highest
}
