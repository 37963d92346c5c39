// Finds an application that works for one account in two countries at once: a person with a device returns from a trip,
// but a stolen token is used in one country while the owner stays in the other.
import { dayMs, monthMs } from '../../mappings/kernel/durations.ts'
import { learningMs } from './annotate-network.ts'
import type { Annotating } from './annotations.ts'
import { accountView, appView, grantView } from './identities.ts'
import { networksOf } from './network.ts'
import { isUsual } from './novelty.ts'
import { isUse, placeTime } from './use.ts'

/** Between two trips to the same country, a person stays at home longer. */
const returnMs = 3 * dayMs

export function annotatePlaces({ annotations, subject, lookup, appIds, identities }: Annotating): void {
  const { at, document, oauth } = subject
  const here = document.source?.geo?.country_iso_code
  if (here === undefined || identities.length === 0 || !isUse(oauth?.action) || oauth?.grant?.app_only === true) return
  const grant = grantView(lookup, subject, appIds, identities)
  const first = grant.first('countries', here, at)
  if (first === undefined || at - first >= monthMs) return
  const countries = grant.firstSeenWithin('countries', 0, first)
  const home = countries.filter((country) => first - country.first >= learningMs).map(({ value }) => value)
  if (home.length === 0 || isUsual(countries, countries[0]?.first ?? first, first)) return
  const account = accountView(lookup, subject, identities)
  const isOfOwner = (network: string) => account.first('owner_networks', network, at) !== undefined
  const isOfClient = (network: string) => account.first('use_networks', network, at) !== undefined
  if (networksOf(document.source).some((network) => isOfOwner(network) || isOfClient(network))) return
  // A program on a server, such as a release pipeline, runs where it is deployed.
  const app = appView(lookup, subject, appIds)
  const owned = account.members('owner_networks', at)
  if (!owned.some((network) => app.first('data_networks', network, at) !== undefined)) return
  // A period that has not ended may contain later uses.
  const recent = grant.transitions('places', placeTime(at)).filter((place) => at - place.at < returnMs)
  const back = recent.find(({ value }) => home.includes(value))
  if (back !== undefined && recent.some((place) => place.value === here && place.at < back.at))
    annotations.activity.two_places = true
}
