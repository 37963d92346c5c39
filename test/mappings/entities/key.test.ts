import { expect, it } from 'vitest'
import { isVendor } from '../../../mappings/entities/key.ts'

it.each(['microsoft', 'google'])('%s is a vendor', (vendor) => {
  expect(isVendor(vendor)).toBe(true)
})

it.each(['Google', 'm365', '', undefined, null, 1, ['google']])('%j is not a vendor', (value) => {
  expect(isVendor(value)).toBe(false)
})
