// Annotates uses of an application after an incident response that left a part of its access: the response removed the
// grant of one account, but other accounts granted access, too; or some permissions for all accounts, or one key. The
// account of a leaver ends, too, but the account of a victim remains.
import type { Transition } from '../../mappings/entities/transitions.ts'
import { dayMs, hourMs, monthMs } from '../../mappings/kernel/durations.ts'
import { programIn } from './actor.ts'
import { hoursBetween } from './age.ts'
import { hasEnded, statusOf } from './annotate-account.ts'
import type { Annotating } from './annotations.ts'
import { addsKey, removesKey } from './app-status.ts'
import { removedSome, revokedAll } from './held.ts'
import { accountIdentities, accountView, appView, everybodyIdentity, grantView } from './identities.ts'
import { inUseSince } from './known-networks.ts'
import { networksOf } from './network.ts'
import { newMs } from './novelty.ts'
import { accountOfKey } from './subject.ts'
import { isUse, isWithoutOwner } from './use.ts'

/** A response resets the account and removes the access within this time, in any order. */
const responseMs = hourMs
/** The account of a leaver ends before the grant is removed, or within this time after. */
const leaveMs = dayMs

/** Whether a change of permissions or of keys took some of them away. */
const takesAccess = (change: Transition): boolean =>
  change.value === removedSome || change.value === revokedAll || removesKey(change)

export function annotateContainment({ annotations, subject, lookup, appIds, identities }: Annotating): void {
  const { at, document, oauth } = subject
  if (oauth === undefined || !isUse(oauth.action)) return
  const app = appView(lookup, subject, appIds)
  const since = app.earliest('first_used', at) ?? at
  // An application in use for a month is a product, and its access also ends for other reasons.
  const isYoung = (removed: number) => removed - since < monthMs
  let inUse: number | undefined
  const isOfOwner = !isWithoutOwner(oauth) && identities.length > 0
  const removed = (isOfOwner ? app.transitions('removals', at).find(isOfVictim)?.at : undefined) ?? remainder()
  if (removed !== undefined) annotations.app.contained_hours = hoursBetween(removed, at)

  function isOfVictim({ by = '', at: removed }: Transition): boolean {
    return at - removed < newMs && isYoung(removed) && !isOwn(by, removed) && isVictim(by, removed)
  }

  function isOwn(account: string, then: number): boolean {
    const owner = accountIdentities(lookup, subject, accountOfKey(account), then)
    return owner.some(({ id }) => identities.some((other) => other.id === id))
  }

  /** Returns when a person last removed some permissions or a key of what a victim had added in the month before. */
  function remainder(): number | undefined {
    const grant = grantView(lookup, subject, appIds, everybodyIdentity)
    const keys = app.transitions('credential_totals', at)
    const ofPermissions = [grant.transitions('scope_changes', at), grant.transitions('granted', at)] as const
    for (const [changes, given] of [ofPermissions, [keys, keys.filter(addsKey)] as const]) {
      const removal = changes.find(
        (change) => takesAccess(change) && at - change.at < monthMs && given.some((gift) => isUndone(gift, change)),
      )
      if (removal !== undefined) return removal.at
    }
    return undefined
  }

  function isUndone({ at: added, by }: Transition, removal: Transition): boolean {
    if (by === undefined || removal.by === undefined || by === removal.by || programIn(by) !== undefined) return false
    if (added >= removal.at || removal.at - added >= monthMs) return false
    // A product in use continues in its networks. A thief came with the key or the permission. In a log of a few weeks,
    // every product looks young.
    const isJudged = isYoung(removal.at) || networksOf(document.source).length > 0
    if (!isJudged) return false
    // Once for all pairs of a gift and a removal.
    inUse ??= inUseSince(app, subject)
    return inUse >= added - newMs && isVictim(by, removal.at)
  }

  /** Whether another person reset an account, or ended its sessions, when access was removed. */
  function isVictim(account: string, removed: number): boolean {
    const owner = accountIdentities(lookup, subject, accountOfKey(account), removed)
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
