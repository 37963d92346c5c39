// Whether an act is a routine of the account or application that did it, and whether the account came from a new network lately: an
// intruder does it for the first time, and comes from elsewhere.
import { givingNetworkAge, newestNetworkAge } from './annotate-network.ts'
import type { Annotations } from './annotations.ts'
import { isUse, routineAct } from './apply.ts'
import { accountIdentities, accountView, appIdentities, appView } from './identities.ts'
import type { Lookup } from './lookup.ts'
import type { Subject } from './subject.ts'

/** Who came in a few days ago repeats what he did, too. */
const routineMs = 7 * 86_400_000

export function annotateRoutine(act: Annotations['act'], subject: Subject, lookup: Lookup): void {
  const { oauth, actor, actorApp, at } = subject
  if (isUse(oauth?.action)) return
  const done = routineAct(subject)
  if (isOutside(subject, lookup)) act.outside = true
  if (actorApp !== undefined) {
    const view = appView(lookup, subject, appIdentities(lookup, subject, actorApp))
    if (done !== undefined && isRoutine(view.first('acts', done, at), at)) act.routine = true
  } else if (actor !== undefined) {
    const view = accountView(lookup, subject, accountIdentities(lookup, subject, actor, at))
    if (done !== undefined && isRoutine(view.first('acts', done, at), at)) act.routine = true
    const age = done === undefined ? givingNetworkAge(view, subject) : newestNetworkAge(view, at)
    if (age !== undefined) act.network_age_hours = age
  }
}

const isRoutine = (first: number | undefined, at: number): boolean => first !== undefined && at - first >= routineMs

const domainOf = (address: string | undefined): string | undefined => address?.split('@')[1]

/**
 * Whether an account has another domain and never signed in here, which gave a role, such as an administrator of a reseller or
 * registrar, or which an application added to a group.
 */
function isOutside(subject: Subject, lookup: Lookup): boolean {
  const { vendor, actor, accountAct, at, document } = subject
  const isJoin = accountAct?.joined === true
  const outsider = isJoin ? accountAct.account : actor
  if (vendor !== 'google' || outsider === undefined || !(isJoin || accountAct?.role === 'granted')) return false
  const domain = domainOf(outsider.address)
  const own = isJoin ? document.group?.domain : domainOf(accountAct.account.address)
  if (domain === undefined || own === undefined || domain === own || domain.endsWith('.gserviceaccount.com'))
    return false
  return (
    accountView(lookup, subject, accountIdentities(lookup, subject, outsider, at)).moment('sign_ins', at) === undefined
  )
}
