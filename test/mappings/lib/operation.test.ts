import { expect, it } from 'vitest'
import { accountStatuses, isAccountStatus } from '../../../mappings/lib/operation.ts'

it('the status of an account is one of the list', () => {
  expect(accountStatuses.filter(isAccountStatus)).toEqual(accountStatuses)
})

it.each(['enabled', 'Disabled', '', 'length'])('the status of an account is not %j', (value) => {
  expect(isAccountStatus(value)).toBe(false)
})
