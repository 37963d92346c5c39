import { expect, it } from 'vitest'
import { suggest } from '../../../mappings/environment/suggest.ts'

it('finds the word behind a slip, a swap and another spelling', () => {
  const known = ['tenants', 'names', 'approvedApps']
  expect(suggest('tenant', known)).toBe('tenants')
  expect(suggest('nmaes', known)).toBe('names')
  expect(suggest('Approved-Apps', known)).toBe('approvedApps')
})

it('stays silent when nothing is near', () => {
  expect(suggest('colour', ['tenants', 'names'])).toBeUndefined()
})
