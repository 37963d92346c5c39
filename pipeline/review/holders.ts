// The accounts that hold the grants of an application, under the names by which people know them.
import type { Environment } from '../../mappings/environment/environment.ts'
import { lookedUp } from '../../mappings/kernel/looked-up.ts'
import { statusOf } from '../entity-store/annotate-account.ts'
import { everybody } from '../entity-store/entity-ids.ts'
import { accountIdentities, accountView, type appView } from '../entity-store/identities.ts'
import type { Identity, Lookup } from '../entity-store/lookup.ts'
import { accountOfKey, type Subject } from '../entity-store/subject.ts'

/** The moment of the review: only earlier events count. */
export interface Moment {
  readonly now: number
  readonly environment: Environment
  readonly store: Lookup
}

function identitiesOf({ store, now }: Moment, subject: Subject, account: string): readonly Identity[] {
  return accountIdentities(store, subject, accountOfKey(account), now)
}

export function statusOfAccount(moment: Moment, subject: Subject, account: string) {
  return statusOf(accountView(moment.store, subject, identitiesOf(moment, subject, account)), moment.now)
}

/** The address of the account with a given object ID; undefined if no record contains such an account. */
export const accountNamed = (moment: Moment, subject: Subject, id: string): string | undefined =>
  identitiesOf(moment, subject, id).find((each) => each.id.includes('@'))?.id

/** Groups principals by account, under the name by which people know the account: its address. */
export function byAccount(moment: Moment, subject: Subject, principals: Iterable<string>): Map<string, Set<string>> {
  const accounts = new Map<string, { name: string; all: Set<string> }>()
  for (const principal of principals) {
    const ids = principal === everybody ? [] : identitiesOf(moment, subject, principal).map(({ id }) => id)
    const key = ids.find((id) => !id.includes('@')) ?? principal
    const name = principal.includes('@') ? principal : (ids.find((id) => id.includes('@')) ?? principal)
    const known = lookedUp(accounts, key, () => ({ name, all: new Set<string>() }))
    known.all.add(principal)
    if (name < known.name) known.name = name
  }
  return new Map([...accounts.values()].map(({ name, all }) => [name, all]))
}

/** Counts the accounts with a grant: the accounts in the log, and the holders in an inventory. */
export function countUsers(
  moment: Moment,
  subject: Subject,
  view: ReturnType<typeof appView>,
  principals: readonly string[],
): { readonly count: number; readonly approximate: boolean } {
  const users = view.count('users', moment.now)
  if (users.approximate) return users
  const named = [...view.members('users', moment.now), ...principals.filter((each) => each !== everybody)]
  return { count: byAccount(moment, subject, new Set(named)).size, approximate: false }
}

/** Returns accounts by familiar names: holders of an application's grants, and owners of data that it used. */
export function actedFor(
  moment: Moment,
  subject: Subject,
  view: ReturnType<typeof appView>,
  principals: readonly string[],
): string[] {
  const named = [...view.members('reached', moment.now), ...principals]
  return [...byAccount(moment, subject, new Set(named.filter((each) => each !== everybody))).keys()].sort()
}
