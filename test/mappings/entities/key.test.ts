import { describe, expect, it } from 'vitest'
import { isVendor } from '../../../mappings/entities/key.ts'

describe('a vendor', () => {
  it.each(['microsoft', 'google'])('is %s', (vendor) => {
    expect(isVendor(vendor)).toBe(true)
  })

  it.each(['Google', 'm365', '', undefined, null, 1, ['google']])('is not %j', (value) => {
    expect(isVendor(value)).toBe(false)
  })
})
