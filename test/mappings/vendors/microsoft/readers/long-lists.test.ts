import { expect, it } from 'vitest'
import { Changes } from '../../../../../mappings/vendors/microsoft/readers/changes.ts'
import { readConditionalAccess } from '../../../../../mappings/vendors/microsoft/readers/conditional-access.ts'
import type { ActReader, DirectoryAct } from '../../../../../mappings/vendors/microsoft/readers/directory-act.ts'
import { readLicenses } from '../../../../../mappings/vendors/microsoft/readers/licenses.ts'
import { readPolicy } from '../../../../../mappings/vendors/microsoft/readers/policies.ts'

const excluding = (excludeUsers: string[]) => ({ state: 'enabled', conditions: { users: { excludeUsers } } })
const trusting = (CidrIpRanges: string[]) => ({ Categories: ['trusted'], CidrIpRanges })
const licensing = (plans: string[]) => [`[SkuName=SPE_E5, SkuId=b, DisabledPlans=[${plans.join(', ')}]]`]
const listing = (entries: string[]) => entries

it.each<[string, ActReader, (values: string[]) => object]>([
  ['ConditionalAccessPolicy', readConditionalAccess, excluding],
  ['PolicyDetail', readPolicy, trusting],
  ['Includes', readPolicy, listing],
  ['AssignedLicense', readLicenses, licensing],
])('two lists of 30,000 values in the property %s are compared in linear time', (Name, read, write) => {
  const values = Array.from({ length: 30_000 }, (_, i) => `value-${i}`)
  const OldValue = JSON.stringify(write(values))
  const NewValue = JSON.stringify(write(values.toReversed()))
  const act = {
    operation: 'update policy',
    changes: new Changes([{ Name, OldValue, NewValue }]),
    target: {},
    object: '',
  }
  const started = performance.now()
  read({ ...act, tags: new Set() } as unknown as DirectoryAct, {})
  expect(performance.now() - started).toBeLessThan(2_000)
})
