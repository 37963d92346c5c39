// The names of accounts and applications that a record has only the ID of.
import { accountIdentities, appView, wholeApp } from '../entity-store/identities.ts'
import type { InMemoryStore } from '../entity-store/in-memory-store.ts'
import { Lookup } from '../entity-store/lookup.ts'
import { accountOfKey, subjectAt, tenantId } from '../entity-store/subject.ts'

/** The name of an account or an application; its ID where no record names it. */
export type NameOf = (tenant: string, id: string) => string

/**
 * The name by which people know an account: its address, where any record has it together with its ID. An ID with several
 * addresses keeps its own name: several people share it.
 */
export function accountNames(store: InMemoryStore, now: number): NameOf {
  const lookup = new Lookup(store)
  return (tenant, account) => {
    if (account.includes('@')) return account
    for (const vendor of ['microsoft', 'google'] as const) {
      const subject = subjectAt(vendor, tenantId(tenant, vendor), now)
      const ids = accountIdentities(lookup, subject, accountOfKey(account), now)
      const [known, other] = ids.filter(({ id }) => id.includes('@'))
      if (known !== undefined) return other === undefined ? known.id : account
    }
    return account
  }
}

/** The last name of an application, by any of its IDs. */
export function appNames(store: InMemoryStore, now: number): NameOf {
  const lookup = new Lookup(store)
  return (tenant, id) => {
    for (const vendor of ['microsoft', 'google'] as const) {
      const subject = subjectAt(vendor, tenantId(tenant, vendor), now)
      const name = appView(lookup, subject, wholeApp(lookup, subject, id))
        .members('names', now)
        .at(-1)
      if (name !== undefined) return name
    }
    return id
  }
}
