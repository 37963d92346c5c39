import { accountIdentities } from '../entity-store/identities.ts'
import type { InMemoryStore } from '../entity-store/in-memory-store.ts'
import { Lookup } from '../entity-store/lookup.ts'
import { accountOfKey, subjectAt, tenantId } from '../entity-store/subject.ts'

export type NameOf = (tenant: string, account: string) => string

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
