// Annotates the first use of the data of an account that never granted the application access, if the records contain the grants of
// the other accounts: somebody may use a stolen token or an old grant.
import { monthMs } from '../../mappings/kernel/durations.ts'
import { type Annotating, clickMs } from './annotations.ts'
import { accountIdentities, appView, grantView, logSourceKey, wideGrantView } from './identities.ts'
import { accountOfKey } from './subject.ts'
import { isReach, isWithoutOwner } from './use.ts'

/** At most this many other accounts are checked. */
const mostOthers = 20
/** The part of the other accounts whose grants must be recorded: a few grants may be older than the log. */
const recordedPart = 3 / 4
/** One or two recorded grants do not show that the log contains the grants of the application. */
const fewestRecorded = 3

export function annotateUnrecorded({ annotations, subject, lookup, appIds, identities }: Annotating): void {
  const { oauth, at } = subject
  if (oauth === undefined || !isReach(oauth) || isWithoutOwner(oauth) || identities.length === 0) return
  // The application has used the data of this account before, or often reaches new accounts.
  if (annotations.activity.account_age_hours !== 0 || annotations.grant.known !== false) return
  const logged = lookup.get('log_sources', logSourceKey(subject))?.first_seen
  if (logged === undefined || at - logged < monthMs) return
  // A person whose grant is recorded can also open a shared mailbox: its owner is another account.
  const actor = subject.actor === undefined ? [] : accountIdentities(lookup, subject, subject.actor, at)
  const isGranted = [identities, actor].some((each) => {
    const grant = wideGrantView(lookup, subject, appIds, each)
    return grant.earliest('first_seen', at) !== undefined || grant.moment('listed', at) !== undefined
  })
  if (isGranted) return
  const others = appView(lookup, subject, appIds).members('reached', at - clickMs, mostOthers)
  const recorded = others.filter((other) => {
    const owner = accountIdentities(lookup, subject, accountOfKey(other), at)
    return grantView(lookup, subject, appIds, owner).earliest('first_seen', at) !== undefined
  })
  if (recorded.length >= fewestRecorded && recorded.length >= recordedPart * others.length)
    annotations.grant.unrecorded = true
}
