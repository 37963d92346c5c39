// Whether an act is a routine of the account or application that did it, and whether the account came from a new network lately: an
// intruder does it for the first time, and comes from elsewhere.
import { givingNetworkAge, newestNetworkAge } from './annotate-network.ts'
import type { Annotations } from './annotations.ts'
import { isUse } from './apply.ts'
import { accountIdentities, accountView, appIdentities, appView } from './identities.ts'
import type { Lookup } from './lookup.ts'
import type { Subject } from './subject.ts'

/** Who came in a few days ago repeats what he did, too. */
const routineMs = 7 * 86_400_000

export function annotateRoutine(act: Annotations['act'], subject: Subject, lookup: Lookup): void {
  const { oauth, actor, at } = subject
  const action = oauth?.action
  if (isUse(action)) return
  if (isOutside(subject, lookup)) act.outside = true
  const app = oauth?.actor_app?.id
  if (app !== undefined) {
    const view = appView(lookup, subject, appIdentities(lookup, subject, { id: app }))
    if (action !== undefined && isRoutine(view.first('acts', action, at), at)) act.routine = true
  } else if (actor !== undefined) {
    const view = accountView(lookup, subject, accountIdentities(lookup, subject, actor, at))
    if (action !== undefined && isRoutine(view.first('acts', action, at), at)) act.routine = true
    const age = action === undefined ? givingNetworkAge(view, subject) : newestNetworkAge(view, at)
    if (age !== undefined) act.network_age_hours = age
  }
}

const isRoutine = (first: number | undefined, at: number): boolean => first !== undefined && at - first >= routineMs

const domainOf = (address: string | undefined): string | undefined => address?.split('@')[1]

/** Whether an account gave a role that has another domain and never signed in here, such as an administrator of a reseller or registrar. */
function isOutside(subject: Subject, lookup: Lookup): boolean {
  const { vendor, actor, accountAct, at } = subject
  if (vendor !== 'google' || accountAct?.role !== 'granted' || actor === undefined) return false
  const [domain, own] = [domainOf(actor.address), domainOf(accountAct.account.address)]
  if (domain === undefined || own === undefined || domain === own || domain.endsWith('.gserviceaccount.com'))
    return false
  return (
    accountView(lookup, subject, accountIdentities(lookup, subject, actor, at)).moment('sign_ins', at) === undefined
  )
}
