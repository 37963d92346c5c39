// Annotates keys that an incident response left, and sign-ins with a new key from a network where a person who adds keys to the application works: the person tries
// the key at the same desk. A thief of the key, or of the session that added it, comes from another network. The provider
// proves nothing here: a VPN exit of the person and a server of the thief may be at the same provider.
import { hourMs, monthMs } from '../../mappings/kernel/durations.ts'
import { programIn } from './actor.ts'
import { type Annotating, clickMs } from './annotations.ts'
import { addsKey } from './app-status.ts'
import { accountIdentities, accountView, appView } from './identities.ts'
import { isHosted, knownSince } from './known-networks.ts'
import { networkOf } from './network.ts'
import { learningMs, newMs } from './novelty.ts'
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

/**
 * Annotates a sign-in with a key, from a network that the application first used a week before the key was added or later, if another
 * person replaced another key within a month. A response that replaces the leaked key misses the key that the thief added.
 */
export function annotateKeyLeft({ annotations: { credential }, subject, lookup, appIds }: Annotating): void {
  const { at, document, oauth } = subject
  const id = oauth?.credential?.id
  if (oauth?.action !== 'app_sign_in' || id === undefined) return
  const app = appView(lookup, subject, appIds)
  const added = app.first('credential_ids', id, at)
  if (added === undefined) return
  const since = knownSince(app, 'networks', document.source, at) ?? at
  if (since < added - newMs || since - (app.earliest('first_used', since) ?? since) < learningMs) return
  const changes = app.transitions('credential_totals', at)
  const adder = changes.find((change) => change.at === added && addsKey(change))?.by
  const isReplaced = changes.some(
    ({ at: removed, by, detail }) =>
      (detail === 'removed' || detail === 'replaced') &&
      by !== adder &&
      by !== undefined &&
      programIn(by) === undefined &&
      removed - added > clickMs &&
      removed - added < monthMs &&
      at - removed < monthMs &&
      changes.some((other) => addsKey(other) && other.by === by && Math.abs(other.at - removed) <= hourMs),
  )
  if (isReplaced) credential.outlived = true
}
