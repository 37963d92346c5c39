import { expect, it } from 'vitest'
import { userTypeName } from '../../../../../mappings/vendors/m365/readers/user-types.ts'

it.each([
  [0, 'Regular'],
  ['5', 'Application'],
  [9, 'PartnerTechnician'],
  [10, 'Guest'],
  ['DCAdmin', 'DcAdmin'],
  ['guest', 'Guest'],
  [99, undefined],
  ['', undefined],
  [null, undefined],
])('the user type %j is %s', (value, name) => {
  expect(userTypeName(value)).toBe(name)
})
