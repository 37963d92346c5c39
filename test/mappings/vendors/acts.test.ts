import { expect, it } from 'vitest'
import { loadContent } from '../../../mappings/kernel/discover.ts'
import { actsOf } from '../../../mappings/vendors/acts.ts'
import type { VendorMapping } from '../../../mappings/vendors/mapping.ts'
import { datasets } from '../../../rules/lib/datasets.ts'

it('the acts of a mapping are those of its steps', () => {
  expect(actsOf({ derive: ['m365Members', 'm365Use', 'm365SignIn'] })).toEqual(['app_sign_in', 'app_use'])
  expect(actsOf({ derive: ['m365Members'] })).toEqual([])
})

it('every data set that tells acts of applications can be read by rules', async () => {
  const mappings = (await loadContent<VendorMapping>('mappings/vendors', 'mapping')).map(({ value }) => value)
  const telling = mappings.filter((mapping) => actsOf(mapping).length > 0).map(({ dataset }) => dataset)
  expect(telling.length).toBeGreaterThan(5)
  expect(telling.filter((name) => !Object.hasOwn(datasets, name))).toEqual([])
})
