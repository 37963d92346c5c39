// The names of accounts and applications, for records that contain only IDs.
import { accountIdentities, appView, wholeApp } from '../entity-store/identities.ts'
import type { InMemoryStore } from '../entity-store/in-memory-store.ts'
import { Lookup } from '../entity-store/lookup.ts'
import { accountOfKey, subjectAt, tenantId } from '../entity-store/subject.ts'

/** The name of an account or an application, or its ID if no record contains a name. */
export type NameOf = (tenant: string, id: string) => string

/**
 * The name by which people know an account: its address, if a record contains the address together with the ID. An ID with
 * several addresses stays an ID: several people share the account.
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

/** The latest name of an application, by any of its IDs. */
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
