// The accounts that ended: each one once, regardless of the ID in the log, and the current owner of its address.
import type { accounts } from '../../mappings/entities/types.ts'
import { lookedUp } from '../../mappings/kernel/looked-up.ts'
import { type AccountStatus, isAccountStatus } from '../../mappings/lib/operation.ts'
import { hasEnded, statuses } from '../entity-store/annotate-account.ts'
import { accountView, wholeAccount } from '../entity-store/identities.ts'
import type { Identity, Lookup } from '../entity-store/lookup.ts'
import type { EntityId } from '../entity-store/store.ts'
import { accountOfKey, subjectAt } from '../entity-store/subject.ts'
import type { View } from '../entity-store/view.ts'
import type { AccountOf } from './history.ts'
import { isIn, type Span } from './settings.ts'

export interface EndedOnce extends Pick<AccountOf, 'vendor' | 'tenant'> {
  readonly identities: readonly Identity[]
  /** The times in the log at which the account was disabled, suspended, archived or deleted, in epoch milliseconds. */
  readonly times: ReadonlySet<number>
}

export function endedOnce(lookup: Lookup, found: readonly EntityId[], span: Span): EndedOnce[] {
  const accounts = new Map<string, EndedOnce & { readonly times: Set<number> }>()
  for (const { key, vendor, tenant, ids } of found) {
    for (const { at, value } of lookup.get('accounts', key)?.status ?? []) {
      if (!isAccountStatus(value) || !hasEnded(value) || !isIn(span, at)) continue
      const identities = wholeAccount(lookup, subjectAt(vendor, tenant, at), accountOfKey(ids[0] ?? ''), at)
      const name = JSON.stringify([vendor, tenant, identities[0]?.id])
      lookedUp(accounts, name, () => ({ vendor, tenant, identities, times: new Set<number>() })).times.add(at)
    }
  }
  return [...accounts.values()]
}

export interface End {
  /** The time since which the account has ended, regardless of the first reason. */
  readonly at: number
  readonly status: AccountStatus
  readonly event: string
}

/**
 * Returns the end of an account as of a time. A disabled and later deleted account ends once. Only the log shows the
 * time of the end: an inventory shows that an account has ended, but not since when.
 */
export function endOf(view: View<typeof accounts>, time: number): End | undefined {
  const recorded = new Set(view.transitions('status', time))
  let end: End | undefined
  for (const transition of statuses(view, time)) {
    const { at, event } = transition
    const status = transition.value
    if (!hasEnded(status)) break
    if (recorded.has(transition)) end = { at, status, event }
  }
  return end
}

/** The address that the account had in the record of its end, else the oldest of its addresses, else its first id. */
export function nameAtEnd(lookup: Lookup, { vendor, tenant, identities }: EndedOnce, end: End): string {
  const addresses = identities.filter(({ id }) => id.includes('@'))
  const isRecorded = (identity: Identity): boolean =>
    accountView(lookup, subjectAt(vendor, tenant, end.at), [identity])
      .transitions('status', end.at + 1)
      .some(({ at, event }) => at === end.at && event === end.event)
  return (addresses.find(isRecorded) ?? addresses[0] ?? identities[0])?.id ?? ''
}
