// Annotates uses of an application that lost the grant of one account in an incident response: the response was for the
// account, and the same application may still hold the grants of other accounts. The account of a leaver ends, too, but
// the account of a victim remains.
import type { Transition } from '../../mappings/entities/transitions.ts'
import { dayMs, hourMs, monthMs } from '../../mappings/kernel/durations.ts'
import { hoursBetween } from './age.ts'
import { hasEnded, statusOf } from './annotate-account.ts'
import type { Annotating } from './annotations.ts'
import { accountIdentities, accountView, appView } from './identities.ts'
import { newMs } from './novelty.ts'
import { accountOfKey } from './subject.ts'
import { isUse, isWithoutOwner } from './use.ts'

/** A response resets the account and removes the grant within this time, in any order. */
const responseMs = hourMs
/** The account of a leaver ends before the grant is removed, or within this time after. */
const leaveMs = dayMs

export function annotateContainment({ annotations, subject, lookup, appIds, identities }: Annotating): void {
  const { at, oauth } = subject
  if (oauth === undefined || !isUse(oauth.action) || isWithoutOwner(oauth) || identities.length === 0) return
  const app = appView(lookup, subject, appIds)
  // An application in use for a month is a product, and its grants also end for other reasons.
  if (at - (app.earliest('first_used', at) ?? at) >= monthMs) return
  const removal = app.transitions('removals', at).find((each) => at - each.at < newMs && isResponse(each))
  if (removal !== undefined) annotations.app.contained_hours = hoursBetween(removal.at, at)

  function isResponse({ by = '', at: removed }: Transition): boolean {
    const owner = accountIdentities(lookup, subject, accountOfKey(by), removed)
    if (owner.some(({ id }) => identities.some((other) => other.id === id))) return false
    const view = accountView(lookup, subject, owner)
    const status = statusOf(view, Math.min(at, removed + leaveMs))
    if (status !== undefined && hasEnded(status.status)) return false
    const byAnother = (change: Transition) =>
      change.by !== undefined &&
      !owner.some(({ id }) => id === change.by) &&
      Math.abs(change.at - removed) <= responseMs
    return view.transitions('resets', at).some(byAnother) || view.transitions('sessions', at).some(byAnother)
  }
}
