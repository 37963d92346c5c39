import { expect, it } from 'vitest'
import { accountIdentities, appIdentities, wholeApp } from '../../../pipeline/entity-store/identities.ts'
import { Lookup } from '../../../pipeline/entity-store/lookup.ts'
import { subjectAt } from '../../../pipeline/entity-store/subject.ts'

it('two tenants never share a list of IDs, which is the key of the cached views', () => {
  const lookup = new Lookup({ get: () => undefined })
  const lists = ['t1', 't2'].flatMap((tenant) => {
    const subject = subjectAt('microsoft', tenant, 0)
    return [
      appIdentities(lookup, subject, { id: 'app' }),
      wholeApp(lookup, subject, 'app'),
      accountIdentities(lookup, subject, { address: 'mara@northpier.example', idKind: 'address' }, 0),
    ]
  })
  expect(new Set(lists).size).toBe(lists.length)
})
