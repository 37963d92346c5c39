// Annotates the network of an application or of an account's sign-in: whether it is new, and since when it is known.
// Compares providers if the records name them, otherwise address ranges. The organization's networks are known.
import type { StoredMember } from '../../mappings/entities/members.ts'
import type { accounts, apps } from '../../mappings/entities/types.ts'
import type { Environment } from '../../mappings/environment/environment.ts'
import type { EcsDocument } from '../../mappings/fields/document.ts'
import { dayMs, hourMs, monthMs } from '../../mappings/kernel/durations.ts'
import { hoursBetween } from './age.ts'
import type { Annotations } from './annotations.ts'
import { isOwnAddress, isSystem, machineOf, networkOf, networksOf, systemOf } from './network.ts'
import { isUsual } from './novelty.ts'
import { personAtConsole, type Subject } from './subject.ts'
import { clientOf, isChange, isOwnerThere, isUse, isWithoutOwner, programOf } from './use.ts'
import type { View } from './view.ts'

/** A new value is only evidence after its log source has run for this long. */
export const learningMs = 14 * dayMs
/** How long a network, a use or a method counts as new. A later age would only enlarge the index. */
export const toldMs = 7 * dayMs
/** A thief tries a token once, and uses it months later from another network. A program rarely moves twice in this time. */
const trialMs = 180 * dayMs
/** A person who stays in a network changes a second factor soon. */
const factorMs = 4 * hourMs
/** A new account signs in from new networks all the time. */
export const firstWeek = 7 * dayMs

/** Checks whether the address belongs to a provider of rented servers, VPN exits or proxies. */
const isHosted = ({ saas }: EcsDocument): boolean => saas?.source?.hosting === true

type NetworkField = 'networks' | 'use_networks'

interface Networks<F extends string> {
  first(field: F, value: string, time: number): number | undefined
  members(field: F, time: number): readonly string[]
}

/**
 * Returns when the application or the account was first seen at the provider of a record, or otherwise in its network.
 * A network that was seen with other providers proves nothing.
 */
function knownSince<F extends string>(
  view: Networks<NoInfer<F>>,
  field: F,
  source: EcsDocument['source'],
  at: number,
): number | undefined {
  const system = systemOf(source)
  const network = networkOf(source?.ip)
  const bySystem = system === undefined ? undefined : view.first(field, system, at)
  const byNetwork = network === undefined ? undefined : view.first(field, network, at)
  if (system === undefined || byNetwork === undefined) return bySystem ?? byNetwork
  const isOlder = byNetwork < (bySystem ?? at)
  return isOlder && !view.members(field, bySystem ?? at).some(isSystem) ? byNetwork : bySystem
}

/** An account also knows a network where vendor clients have worked for the account for a week. */
function seenSince(
  view: View<typeof accounts>,
  field: NetworkField,
  source: EcsDocument['source'],
  at: number,
): number | undefined {
  const since = knownSince(view, field, source, at)
  const used = knownSince(view, 'use_networks', source, at)
  return used !== undefined && at - used >= toldMs && used < (since ?? at) ? used : since
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
  // People do not work on rented servers: such a network needs no history to be a surprise.
  if (networksOf(source).length === 0 || (isLearning && !isHosted(subject.document))) return
  if (isOwnAddress(source?.ip, environment)) {
    account.network_new = false
    return
  }
  const first = seenSince(view, field, source, at)
  // The entity store limits the number of networks. An account with more may have used this network before.
  if (first === undefined && view.count(field, at).approximate) return
  if (field === 'use_networks' && changesOften(view, field, subject, first ?? at)) return
  account.network_new = first === undefined
  if (first !== undefined && !isOfKnownProvider(view, source, at)) account.network_age_hours = hoursBetween(first, at)
  const isRecent = first === undefined || at - first < toldMs
  const other = isRecent ? newestNetwork(view, at, subject) : undefined
  if (other !== undefined && at - other < toldMs) account.other_network_age_hours = hoursBetween(other, at)
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
  const all = owned.length > 0 ? owned : view.firstSeenWithin('networks', 0, at)
  const here = networksOf(except?.document.source)
  // A record without a provider: the sign-in from its network contained both.
  const begun = all.filter(({ value }) => here.includes(value)).map(({ first }) => first)
  const networks = all.filter(({ value, first }) => !here.includes(value) && !begun.includes(first))
  const systems = networks.filter(({ value }) => isSystem(value))
  const comparable = systems.length > 0 ? systems : networks
  const [oldest, newest] = [comparable[0], comparable.at(-1)]
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
  within: number = toldMs,
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
  if (changed === undefined || at - changed >= toldMs) return undefined
  return accountNetworkSince(view, changed, factorMs) === undefined ? undefined : hoursBetween(changed, at)
}

/** Returns the networks without those of the organization and their providers, which a record adds at the same time. */
function networksOutside(networks: readonly StoredMember[], environment: Environment): readonly StoredMember[] {
  const own = networks.filter(({ value }) => isOwnAddress(value.split('/')[0], environment)).map(({ first }) => first)
  return networks.filter(({ first }) => !own.includes(first))
}

/** Returns when an application first used its newest network, in the week before an act; undefined if it often uses new networks. */
export function newNetworkSince(view: View<typeof apps>, at: number, environment: Environment): number | undefined {
  if (view.count('networks', at).approximate) return undefined
  const all = view.firstSeenWithin('networks', 0, at)
  const hasSystems = all.some(({ value }) => isSystem(value))
  const known = all.filter(({ value }) => isSystem(value) === hasSystems)
  const oldest = known[0]?.first ?? at
  const from = Math.max(at - toldMs, oldest + learningMs)
  return networksOutside(all, environment).findLast(
    ({ value, first }) =>
      first >= from &&
      isSystem(value) === hasSystems &&
      !isUsual(
        known.filter((each) => each.first < first),
        oldest,
        first,
      ),
  )?.first
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
  if (first === undefined || at - first >= toldMs || view.members('networks', first - firstWeek, 1).length === 0)
    return undefined
  return isAtConsole && changesOften(view, 'networks', subject, first) ? undefined : first
}

/**
 * Returns when an application first used the network of the record; undefined if that is long ago, or if it often uses new networks.
 * `otherwise` is the first use of a network that is not known.
 */
export function appNetworkSince(
  view: View<typeof apps>,
  subject: Subject,
  within: number = toldMs,
  otherwise?: number,
): number | undefined {
  const first = knownSince(view, 'networks', subject.document.source, subject.at) ?? otherwise
  return first === undefined || subject.at - first >= within || moves(subject, view, first) ? undefined : first
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

/** Annotates whether the application has worked from this network before, and since when, if this is unusual. */
export function annotateAppNetwork(
  activity: Annotations['activity'],
  subject: Subject,
  app: View<typeof apps>,
  account: View<typeof accounts>,
  environment: Environment,
): void {
  const { at, document } = subject
  const here = networksOf(document.source)
  if (here.length === 0 || isOwnerThere(subject)) return
  if (isOwnAddress(document.source?.ip, environment)) {
    activity.network_new = false
    return
  }
  annotateMachine(activity, subject, app)
  const since = knownSince(app, 'networks', document.source, at)
  activity.network_new = since === undefined
  const first = since ?? at
  const isProgram = document.oauth?.app?.kind === 'native' && !app.count('networks', at).approximate
  if (isProgram && at - first < toldMs) activity.program_network_age_hours = hoursBetween(first, at)
  if (isFirstChange(subject, app, first)) activity.change_new = true
  if (at - first >= toldMs) return
  if (moves(subject, app, first) || isOfOwner(subject, app, account, here)) return
  activity.network_age_hours = hoursBetween(first, at)
  const learned = (app.earliest('first_used', at) ?? at) + learningMs
  const bySystem = systemOf(document.source) !== undefined
  const recent = networksOutside(app.firstSeenWithin('networks', Math.max(at - trialMs, learned), at), environment)
  const known = recent.filter(({ value }) => isSystem(value) === bySystem && !isOfOwner(subject, app, account, [value]))
  activity.networks_new = known.length + (since === undefined ? 1 : 0)
}

/** Annotates the age of this address for a service account, if the account rarely changes its address. */
function annotateMachine(activity: Annotations['activity'], subject: Subject, app: View<typeof apps>): void {
  const { at, document, oauth } = subject
  const machine = oauth?.app?.kind === 'service_account' ? machineOf(document.source?.ip) : undefined
  if (machine === undefined || app.count('addresses', at).approximate) return
  const first = app.first('addresses', machine, at) ?? at
  const earlier = app.firstSeenWithin('addresses', 0, first)
  const oldest = earlier[0]?.first ?? first
  if (at - first < toldMs && first - oldest >= learningMs && !isUsual(earlier, oldest, first))
    activity.address_age_hours = hoursBetween(first, at)
}

/** Checks for the first change from a network that an application without a user has used for an hour, but not for a month. */
function isFirstChange(subject: Subject, app: View<typeof apps>, first: number): boolean {
  const { at, document, oauth } = subject
  if (oauth === undefined || !isWithoutOwner(oauth) || !isChange(oauth)) return false
  if (at - first < hourMs || at - first >= monthMs || moves(subject, app, first)) return false
  const earlier = app.firstSeenWithin('change_networks', 0, at)
  const oldest = earlier[0]?.first ?? at
  if (at - oldest < learningMs || app.count('change_networks', at).approximate) return false
  return knownSince(app, 'change_networks', document.source, at) === undefined && !isUsual(earlier, oldest, at)
}

/** Checks if an application's networks are too recent, too many, or change too often to judge a new network. */
function moves({ document }: Subject, app: View<typeof apps>, first: number): boolean {
  const { source } = document
  if (app.count('networks', first).approximate) return true
  const earlier = app.firstSeenWithin('networks', 0, first)
  // Compares providers if the provider of the record and earlier providers are known, otherwise address ranges.
  const known = (bySystem: boolean) => earlier.filter(({ value }) => isSystem(value) === bySystem)
  const systems = systemOf(source) === undefined ? [] : known(true)
  const comparable = systems.length > 0 ? systems : known(false)
  // An application used only by owners at their own devices has no known networks: its first use starts its history.
  // A rented server is unusual for an application that the tenant has known for two weeks, whatever its other networks.
  if (isHosted(document)) return first - (app.earliest('first_seen', first) ?? earlier[0]?.first ?? first) < learningMs
  const oldest = comparable[0]?.first ?? app.earliest('first_used', first) ?? first
  return first - oldest < learningMs || isUsual(comparable, oldest, first)
}

/** Checks whether the account's owner signs in from here, or the application used data from a network of the owner. */
function isOfOwner(
  { document, oauth, at }: Subject,
  app: View<typeof apps>,
  account: View<typeof accounts>,
  here: readonly string[],
): boolean {
  if (oauth?.grant?.app_only === true) return false
  if (here.some((network) => account.first('owner_networks', network, at) !== undefined)) return true
  // A service account and a rented server are no device of a user.
  if (oauth?.app?.kind === 'service_account' || isHosted(document)) return false
  const owned = account.members('owner_networks', at)
  const systems = owned.filter(isSystem)
  const used = app.members('networks', at).filter(isSystem)
  if (systems.length > 0 && used.length > 0 && !systems.some((system) => used.includes(system))) return false
  return owned.some((network) => !isSystem(network) && app.first('data_networks', network, at) !== undefined)
}
