// Annotates the network of an account's sign-in: whether it is new, and since when it is known. The organization's networks are known.
import type { StoredMember } from '../../mappings/entities/members.ts'
import type { accounts } from '../../mappings/entities/types.ts'
import type { Environment } from '../../mappings/environment/environment.ts'
import type { EcsDocument } from '../../mappings/fields/document.ts'
import { dayMs, hourMs, monthMs } from '../../mappings/kernel/durations.ts'
import { hoursBetween } from './age.ts'
import type { Annotations } from './annotations.ts'
import { isHosted, knownSince } from './known-networks.ts'
import { isOwnAddress, isSystem, networkOf, networksOf, systemOf } from './network.ts'
import { isUsual, learningMs, newMs } from './novelty.ts'
import { personAtConsole, type Subject } from './subject.ts'
import { clientOf, isOwnerThere, isUse, isWithoutOwner, programOf } from './use.ts'
import type { View } from './view.ts'

/** A person who stays in a network changes a second factor soon. */
const factorMs = 4 * hourMs
/** A new account signs in from new networks all the time. */
export const firstWeek = 7 * dayMs

type NetworkField = 'networks' | 'use_networks'

/** An account also knows a network where vendor clients have worked for the account for a week. */
function seenSince(
  view: View<typeof accounts>,
  field: NetworkField,
  source: EcsDocument['source'],
  at: number,
): number | undefined {
  const since = knownSince(view, field, source, at)
  const used = knownSince(view, 'use_networks', source, at)
  return used !== undefined && at - used >= newMs && used < (since ?? at) ? used : since
}

/** Annotates since when, if ever, the account signed in from the network of a use, its own consent or a revocation. */
export function annotateAccountNetwork(
  account: Annotations['account'],
  subject: Subject,
  view: View<typeof accounts>,
  environment: Environment,
): void {
  const { oauth, at } = subject
  const { source } = subject.document
  const isTold =
    oauth?.action === undefined || isUse(oauth.action) || oauth.action === 'token_revoke' || isOwnerThere(subject)
  if (!isTold || (oauth !== undefined && isWithoutOwner(oauth))) return
  // Without a log of sign-ins, the calls of the vendor's own clients show where the account works.
  const field = view.members('networks', at, 1).length === 0 && clientOf(subject) ? 'use_networks' : 'networks'
  const isLearning = view.members(field, at - firstWeek, 1).length === 0
  const isOwn = isOwnAddress(source?.ip, environment)
  // People do not work on rented servers: such a network needs no history to be a surprise. A use of data in an own network
  // needs none either, because the rules that exclude own networks leave it to other rules.
  const isCertain = isHosted(subject.document) || (isOwn && oauth?.action === 'app_use')
  if (networksOf(source).length === 0 || (isLearning && !isCertain)) return
  if (isOwn) {
    account.network_new = false
    return
  }
  const first = seenSince(view, field, source, at)
  // The entity store limits the number of networks. An account with more may have used this network before.
  if (first === undefined && view.count(field, at).approximate) return
  if (field === 'use_networks' && changesOften(view, field, subject, first ?? at)) return
  account.network_new = first === undefined
  if (first !== undefined && !isOfKnownProvider(view, source, at)) account.network_age_hours = hoursBetween(first, at)
  const isRecent = first === undefined || at - first < newMs
  const other = isRecent ? newestNetwork(view, at, subject) : undefined
  if (other !== undefined && at - other < newMs) account.other_network_age_hours = hoursBetween(other, at)
}

/**
 * Whether the owner first signed in from the network of a record through a provider that was known before. The record, such as a
 * call of Microsoft Graph, does not name the provider.
 */
function isOfKnownProvider(view: View<typeof accounts>, source: EcsDocument['source'], at: number): boolean {
  const network = systemOf(source) === undefined ? networkOf(source?.ip) : undefined
  const since = network === undefined ? undefined : view.first('owner_networks', network, at)
  if (since === undefined) return false
  const systems = view.firstSeenWithin('owner_networks', 0, at).filter(({ value }) => isSystem(value))
  return systems.length > 0 && systems.every(({ first }) => Math.abs(first - since) > hourMs)
}

/** Annotates the first use of a vendor's application by an account, from a network where the owner has never been. */
export function annotateClient(account: Annotations['account'], subject: Subject, view: View<typeof accounts>): void {
  const { at, document } = subject
  const client = clientOf(subject)
  const here = networksOf(document.source)
  if (client === undefined || here.length === 0 || isOwnerThere(subject)) return
  if (view.members('clients', at - learningMs, 1).length === 0 || view.count('clients', at).approximate) return
  const isKnown = view.first('clients', client, at) !== undefined
  if (!isKnown && here.every((network) => view.first('owner_networks', network, at) === undefined))
    account.client_new = true
}

/** Annotates a sign-in of the owner that is the first of its kind for the account: at another identity provider, or interactive. */
export function annotateOwner(
  account: Annotations['account'],
  subject: Subject,
  view: View<typeof accounts>,
  domain: () => View<typeof accounts>,
): void {
  const { at, document } = subject
  if (!isOwnerThere(subject) || view.members('networks', at - learningMs, 1).length === 0) return
  if (document.saas?.logon?.federated === true && isNewlyFederated(view, domain(), at)) account.federated_new = true
  if (view.members('owner_networks', at - factorMs, 1).length === 0) account.owner_new = true
}

/**
 * Checks for an owner’s first day in a month with SAML tokens, after two weeks of sign-ins without them, in the first month of
 * such tokens in the domain. In a domain that uses them every month, a device hides these tokens until its user travels.
 */
function isNewlyFederated(view: View<typeof accounts>, domain: View<typeof accounts>, at: number): boolean {
  const earlier = view.moment('federated', at - dayMs + 1)
  if (earlier !== undefined && at - earlier < monthMs) return false
  const since = domain.moments('federated', at).findLast((each) => at - each < 3 * monthMs) ?? at
  return at - since < monthMs && view.members('owner_networks', since - learningMs, 1).length > 0
}

/** Annotates whether a program uses applications in this way, on behalf of an account, for the first time. */
export function annotateProgram(account: Annotations['account'], subject: Subject, view: View<typeof accounts>): void {
  const program = programOf(subject)
  if (program === undefined || view.count('programs', subject.at).approximate) return
  if (view.first('programs', program, subject.at) === undefined) account.program_new = true
}

/**
 * Returns the time of the owner's first sign-in from the newest network as of a given time, excluding the network of a record; undefined if
 * new networks are usual. Without a sign-in log, console acts show where the owner works.
 */
function newestNetwork(view: View<typeof accounts>, at: number, except?: Subject): number | undefined {
  const owned = view.firstSeenWithin('owner_networks', 0, at)
  // Programs renew tokens for weeks without their owner: the first sign-in of the owner since then proves a new network.
  const spans = owned.length > 0 && (owned.at(-1)?.first ?? 0) - (owned[0]?.first ?? 0) >= firstWeek
  const all = spans ? owned : view.firstSeenWithin('networks', 0, at)
  const here = networksOf(except?.document.source)
  // A record without a provider: the sign-in from its network contained both.
  const begun = all.filter(({ value }) => here.includes(value)).map(({ first }) => first)
  const networks = all.filter(({ value, first }) => !here.includes(value) && !begun.includes(first))
  const systems = networks.filter(({ value }) => isSystem(value))
  const comparable = systems.length > 0 ? systems : networks
  const oldest = comparable[0]
  const isOfOwner = ({ value }: StoredMember) => owned.some((each) => each.value === value)
  const newest = spans || owned.length === 0 ? comparable.at(-1) : comparable.findLast(isOfOwner)
  if (oldest === undefined || newest === undefined) return undefined
  if (newest.first - oldest.first < firstWeek || isUsual(comparable, oldest.first, newest.first)) return undefined
  return newest.first
}

/**
 * Returns when an account first used a network, by default the newest of its owner, within some time before an act; undefined if
 * new networks are usual.
 */
export function accountNetworkSince(
  view: View<typeof accounts>,
  at: number,
  within: number = newMs,
  network?: string,
): number | undefined {
  const since = network === undefined ? newestNetwork(view, at) : unusualSince(view, network, at)
  return since === undefined || at - since >= within ? undefined : since
}

function unusualSince(view: View<typeof accounts>, network: string, at: number): number | undefined {
  const first = view.first('networks', network, at)
  if (first === undefined) return undefined
  const earlier = view.firstSeenWithin('networks', 0, first).filter(({ value }) => !isSystem(value))
  const oldest = earlier[0]?.first ?? first
  return first - oldest < firstWeek || isUsual(earlier, oldest, first) ? undefined : first
}

/** The hours since the owner of an account changed a second factor, within four hours of the first sign-in from a network. */
export function changedFactorAge(view: View<typeof accounts>, at: number): number | undefined {
  const changed = view.moment('factors', at)
  if (changed === undefined || at - changed >= newMs) return undefined
  return accountNetworkSince(view, changed, factorMs) === undefined ? undefined : hoursBetween(changed, at)
}

/** Checks whether the account obtained a token, with or without its owner, in the network of the record. */
export function knowsNetwork(view: View<typeof accounts>, { document, at }: Subject): boolean {
  return knownSince(view, 'networks', document.source, at) !== undefined
}

/** Checks whether the owner of the account signed in, in the network of the record, before a time. */
export function ownsNetwork(view: View<typeof accounts>, { document, at }: Subject, before: number): boolean {
  const since = knownSince(view, 'owner_networks', document.source, at)
  return since !== undefined && since <= before
}

/**
 * Returns when an account first used the network of the actor, in the week before an act. A role assignment in the Entra log has
 * the address of the actor (the unified audit log lacks it: there, the newest network counts). An act in a Google console may be
 * the first one from its address.
 */
export function actingNetworkSince(view: View<typeof accounts>, subject: Subject): number | undefined {
  const { source } = subject.document
  const { at } = subject
  if (networkOf(source?.ip) === undefined) return accountNetworkSince(view, at)
  const isAtConsole = personAtConsole(subject) !== undefined
  const first = seenSince(view, 'networks', source, at) ?? (isAtConsole ? at : undefined)
  if (first === undefined || at - first >= newMs || view.members('networks', first - firstWeek, 1).length === 0)
    return undefined
  return isAtConsole && changesOften(view, 'networks', subject, first) ? undefined : first
}

/** Checks whether an account has more networks than the entity store keeps, or constantly uses new networks. */
function changesOften(
  view: View<typeof accounts>,
  field: NetworkField,
  { document: { source } }: Subject,
  first: number,
): boolean {
  if (view.count(field, first).approximate) return true
  const bySystem = systemOf(source) !== undefined
  const earlier = view.firstSeenWithin(field, 0, first).filter(({ value }) => isSystem(value) === bySystem)
  return isUsual(earlier, earlier[0]?.first ?? first, first)
}
