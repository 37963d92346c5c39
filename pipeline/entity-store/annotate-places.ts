// Finds an application that works for one account in two places at once: a person with a device returns from a trip, and a
// vendor moves its servers once, but a stolen token is used in one place while the owner or the vendor stays in the other.
import { dayMs, monthMs } from '../../mappings/kernel/durations.ts'
import { appNetworkSince } from './annotate-app-network.ts'
import type { Annotating } from './annotations.ts'
import { accountView, appView, grantView } from './identities.ts'
import { networksOf } from './network.ts'
import { isUsual, learningMs } from './novelty.ts'
import { isUse, placeOf } from './use.ts'

/** Between two trips to the same country, a person stays at home longer. */
const returnMs = 3 * dayMs

export function annotatePlaces({ annotations, subject, lookup, appIds, identities }: Annotating): void {
  const { at, document, oauth } = subject
  const where = placeOf(subject)
  if (where === undefined || identities.length === 0 || !isUse(oauth?.action) || oauth?.grant?.app_only === true) return
  const grant = grantView(lookup, subject, appIds, identities)
  const here = where.place.value
  const first = grant.first(where.members, here, at)
  if (first === undefined || at - first >= monthMs) return
  const places = grant.firstSeenWithin(where.members, 0, first)
  const home = places.filter((place) => first - place.first >= learningMs).map(({ value }) => value)
  if (home.length === 0 || isUsual(places, places[0]?.first ?? first, first)) return
  const account = accountView(lookup, subject, identities)
  const isOfOwner = (network: string) => account.first('owner_networks', network, at) !== undefined
  const isOfClient = (network: string) => account.first('use_networks', network, at) !== undefined
  if (networksOf(document.source).some((network) => isOfOwner(network) || isOfClient(network))) return
  const app = appView(lookup, subject, appIds)
  const owned = account.members('owner_networks', at)
  if (owned.length === 0) return
  const isOnDevice = owned.some((network) => app.first('data_networks', network, at) !== undefined)
  // A release pipeline runs a program on a server, and a developer runs a server application on a device.
  if (isOnDevice !== ((oauth?.app?.kind ?? annotations.app.kind) === 'native')) return
  if (!isOnDevice && appNetworkSince(app, subject, monthMs) === undefined) return
  // A period that has not ended may contain later uses.
  const recent = grant.transitions(where.recent, where.place.at).filter((place) => at - place.at < returnMs)
  const back = recent.find(({ value }) => home.includes(value))
  if (back !== undefined && recent.some((place) => place.value === here && place.at < back.at))
    annotations.activity.two_places = true
}
