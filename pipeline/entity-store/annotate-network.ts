// The network that an application works from: whether it is new, and since when it has been known where that is a surprise.
import type { accounts, apps } from '../../mappings/entities/types.ts'
import { hoursBetween } from './age.ts'
import type { Annotations } from './annotations.ts'
import { isOwnerThere } from './apply.ts'
import { isSystem, networksOf, systemOf } from './network.ts'
import { isUsual } from './novelty.ts'
import type { Subject } from './subject.ts'
import type { View } from './view.ts'

const day = 86_400_000

/** A log source has to run as long before a new value in it is evidence. */
const learningMs = 14 * day
/** A network counts as new for so long. */
const toldMs = 7 * day

/** The earliest of the times at which the application was first used from one of these networks. */
function knownSince(view: View<typeof apps>, networks: readonly string[], at: number): number | undefined {
  const times = networks.flatMap((network) => view.first('networks', network, at) ?? [])
  return times.length === 0 ? undefined : Math.min(...times)
}

export function annotateNetwork(
  { activity }: Annotations,
  subject: Subject,
  app: View<typeof apps>,
  account: View<typeof accounts>,
): void {
  const { at, document } = subject
  const here = networksOf(document.source)
  if (here.length === 0 || isOwnerThere(subject)) return
  const since = knownSince(app, here, at)
  activity.network_new = since === undefined
  const first = since ?? at
  if (at - first >= toldMs) return
  if (moves(subject, app, first) || isOfOwner(subject, app, account, here)) return
  activity.network_age_hours = hoursBetween(first, at)
}

/** Whether its networks have not been known for long, are too many to know, or change all the time. */
function moves({ document: { source } }: Subject, app: View<typeof apps>, first: number): boolean {
  if (app.count('networks', first).approximate) return true
  const earlier = app.firstSeenWithin('networks', 0, first)
  // Providers are compared where those of the past are known, else networks.
  const known = (bySystem: boolean) => earlier.filter(({ value }) => isSystem(value) === bySystem)
  const systems = systemOf(source) === undefined ? [] : known(true)
  const comparable = systems.length > 0 ? systems : known(false)
  const [oldest] = comparable
  if (oldest === undefined || first - oldest.first < learningMs) return true
  return isUsual(comparable, oldest.first, first)
}

/** Whether the owner of the account signs in from here, or the application has used data from where the owner signs in. */
function isOfOwner(
  { oauth, at }: Subject,
  app: View<typeof apps>,
  account: View<typeof accounts>,
  here: readonly string[],
): boolean {
  if (oauth?.grant?.app_only === true) return false
  if (here.some((network) => account.first('owner_networks', network, at) !== undefined)) return true
  // A service account runs on a server, never on a device of a user.
  if (oauth?.app?.kind === 'service_account') return false
  return account
    .members('owner_networks', at)
    .some((network) => !isSystem(network) && app.first('data_networks', network, at) !== undefined)
}
