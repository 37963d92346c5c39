// Annotates sign-ins with a new key from a network where a person who adds keys to the application works: the person
// tries the key at the same desk. A thief of the key, or of the session that added it, comes from another network. The
// provider proves nothing here: a VPN exit of the person and a server of the thief may be at the same provider.
import type { Annotating } from './annotations.ts'
import { accountIdentities, accountView, appView } from './identities.ts'
import { isHosted } from './known-networks.ts'
import { networkOf } from './network.ts'
import { newMs } from './novelty.ts'
import { accountOfKey } from './subject.ts'

/** A person tries a new key within this time. */
const trialHours = 4
/** The maximum number of people that are checked. */
const mostAdders = 8

export function annotateKeyNetwork({ annotations: { credential }, subject, lookup, appIds }: Annotating): void {
  const { at, document, oauth } = subject
  if (oauth?.action !== 'app_sign_in' || (credential.age_hours ?? Number.POSITIVE_INFINITY) > trialHours) return
  const network = networkOf(document.source?.ip)
  if (network === undefined || isHosted(document)) return
  const adders = appView(lookup, subject, appIds)
    .members('credential_actors', at)
    .filter((adder) => adder.includes('@'))
  const works = adders.slice(-mostAdders).some((adder) => {
    const view = accountView(lookup, subject, accountIdentities(lookup, subject, accountOfKey(adder), at))
    const since = view.first('owner_networks', network, at)
    return since !== undefined && at - since >= newMs
  })
  if (works) credential.adder_network = true
}
