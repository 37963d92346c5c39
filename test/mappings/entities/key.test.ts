import { expect, it } from 'vitest'
import { isVendor } from '../../../mappings/entities/key.ts'

it.each(['microsoft', 'google'])('a vendor is %s', (vendor) => {
  expect(isVendor(vendor)).toBe(true)
})

it.each(['Google', 'm365', '', undefined, null, 1, ['google']])('a vendor is not %j', (value) => {
  expect(isVendor(value)).toBe(false)
})
