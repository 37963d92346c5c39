import { expect, it } from 'vitest'
import { directionOf, marketplaceChoices } from '../../../../../mappings/vendors/google-workspace/readers/openness.ts'

it.each([
  ['ALLOW_SPECIFIED', 'ALLOW_ALL', 'loosened'],
  ['ALLOW_ALL', 'ALLOW_NONE', 'tightened'],
  ['false', 'true', 'loosened'],
  ['ALLOW_ALL', 'ALLOW_ALL', 'changed'],
  [undefined, 'ALLOW_ALL', 'loosened'],
  ['INHERIT_FROM_PARENT', 'ALLOW_NONE', 'tightened'],
  [undefined, 'ALLOW_SPECIFIED', 'changed'],
  ['ALLOW_ALL', undefined, 'changed'],
  ['a', 'b', 'changed'],
  ['Limited', 'Trusted: Can request access to all Google data', 'loosened'],
  ['Trusted', 'Blocked: Cannot request access to any Google data', 'tightened'],
  ['Don’t allow users to access any third-party apps', 'Allow users to access any third-party apps', 'loosened'],
  [
    'Allow users to access any third-party apps',
    'Allow users to access apps that only request basic info',
    'tightened',
  ],
  ['Restricted', 'Unrestricted', 'loosened'],
  ['Rapid release', 'Scheduled release', 'changed'],
])('the direction of a change from %s to %s is %s', (before, after, direction) => {
  expect(directionOf(before, after)).toBe(direction)
})

it('the direction of a change is known for the numeric values of the older Marketplace setting', () => {
  expect(directionOf('3', '2', marketplaceChoices)).toBe('loosened')
  expect(directionOf('2', '3', marketplaceChoices)).toBe('tightened')
  expect(directionOf('2', '1', marketplaceChoices)).toBe('tightened')
})
