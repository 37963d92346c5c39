import { expect, it } from 'vitest'
import { Changes } from '../../../../../mappings/vendors/microsoft/readers/changes.ts'
import { readConditionalAccess } from '../../../../../mappings/vendors/microsoft/readers/conditional-access.ts'
import type { ActReader, DirectoryAct } from '../../../../../mappings/vendors/microsoft/readers/directory-act.ts'
import { readLicenses } from '../../../../../mappings/vendors/microsoft/readers/licenses.ts'
import { readPolicy } from '../../../../../mappings/vendors/microsoft/readers/policies.ts'
import { growth } from '../../../../support/growth.ts'

const excluding = (excludeUsers: string[]) => ({ state: 'enabled', conditions: { users: { excludeUsers } } })
const trusting = (CidrIpRanges: string[]) => ({ Categories: ['trusted'], CidrIpRanges })
const licensing = (plans: string[]) => [`[SkuName=SPE_E5, SkuId=b, DisabledPlans=[${plans.join(', ')}]]`]
const listing = (entries: string[]) => entries

it.each<[string, ActReader, (values: string[]) => object]>([
  ['ConditionalAccessPolicy', readConditionalAccess, excluding],
  ['PolicyDetail', readPolicy, trusting],
  ['Includes', readPolicy, listing],
  ['AssignedLicense', readLicenses, licensing],
])('long lists in the property %s are compared in linear time', (Name, read, write) => {
  const factor = growth(4_000, (size) => {
    const values = Array.from({ length: size }, (_, i) => `value-${i}`)
    const OldValue = JSON.stringify(write(values))
    const NewValue = JSON.stringify(write(values.toReversed()))
    const act = { operation: 'update policy', target: {}, object: '', tags: new Set() }
    return () => {
      const changes = new Changes([{ Name, OldValue, NewValue }])
      read({ ...act, changes } as unknown as DirectoryAct, {})
    }
  })
  expect(factor).toBeLessThan(30)
})
