import { expect, it } from 'vitest'
import { accountStatuses, isAccountStatus } from '../../../mappings/lib/operation.ts'

it('the check of account statuses accepts every status of the list', () => {
  expect(accountStatuses.filter(isAccountStatus)).toEqual(accountStatuses)
})

it.each(['enabled', 'Disabled', '', 'length'])('the status of an account is not %j', (value) => {
  expect(isAccountStatus(value)).toBe(false)
})
