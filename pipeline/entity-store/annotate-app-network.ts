// Annotates the network of an application: whether it is new, and since when it is known. The organization's networks are known.
import type { StoredMember } from '../../mappings/entities/members.ts'
import type { accounts, apps } from '../../mappings/entities/types.ts'
import type { Environment } from '../../mappings/environment/environment.ts'
import { dayMs, hourMs, monthMs } from '../../mappings/kernel/durations.ts'
import { hoursBetween } from './age.ts'
import type { Annotations } from './annotations.ts'
import { isHosted, knownSince } from './known-networks.ts'
import { isOwnAddress, isSystem, machineOf, networksOf, systemOf } from './network.ts'
import { isUsual, learningMs, newMs } from './novelty.ts'
import type { Subject } from './subject.ts'
import { isChange, isOwnerThere, isWithoutOwner } from './use.ts'
import type { View } from './view.ts'

/** A thief tries a token once, and uses it months later from another network. A program rarely moves twice in this time. */
const trialMs = 180 * dayMs

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
  const from = Math.max(at - newMs, oldest + learningMs)
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

/**
 * Returns when an application first used the network of the record; undefined if that is long ago, or if it often uses new networks.
 * `otherwise` is the first use of a network that is not known.
 */
export function appNetworkSince(
  view: View<typeof apps>,
  subject: Subject,
  within: number = newMs,
  otherwise?: number,
): number | undefined {
  const first = knownSince(view, 'networks', subject.document.source, subject.at) ?? otherwise
  return first === undefined || subject.at - first >= within || moves(subject, view, first) ? undefined : first
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
  if (isProgram && at - first < newMs) activity.program_network_age_hours = hoursBetween(first, at)
  if (isFirstChange(subject, app, first)) activity.change_new = true
  if (at - first >= newMs) return
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
  if (at - first < newMs && first - oldest >= learningMs && !isUsual(earlier, oldest, first))
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
  // Neither a service account nor a rented server is a device of a user.
  if (oauth?.app?.kind === 'service_account' || isHosted(document)) return false
  const owned = account.members('owner_networks', at)
  const systems = owned.filter(isSystem)
  const used = app.members('networks', at).filter(isSystem)
  if (systems.length > 0 && used.length > 0 && !systems.some((system) => used.includes(system))) return false
  return owned.some((network) => !isSystem(network) && app.first('data_networks', network, at) !== undefined)
}
