import { expect, it } from 'vitest'
import { restrictionChange } from '../../../../../mappings/vendors/microsoft/readers/app-management.ts'
import { Changes } from '../../../../../mappings/vendors/microsoft/readers/changes.ts'

const passwords = (state: string, isEnabled = true) => ({
  isEnabled,
  restrictions: { passwordCredentials: [{ restrictionType: 'passwordAddition', state }] },
})

const changeOf = (before: string, after: string | null) =>
  restrictionChange(new Changes([{ Name: 'PolicyDetail', OldValue: before, NewValue: after }]))

/** A list with the policy as text, as the directory records policy details. */
const asText = (policy: unknown) => JSON.stringify([JSON.stringify(policy)])

it('an app management policy is weakened if it loses a restriction, is disabled or deleted, or is created without one', () => {
  const ban = asText(passwords('enabled'))
  const exception = asText(passwords('disabled'))
  const base = { setting: 'restrictions', direction: 'loosened' }
  expect(changeOf('[]', exception)).toEqual(base)
  for (const after of [exception, asText(passwords('enabled', false)), '[]'])
    expect(changeOf(ban, after)).toEqual({ ...base, old: ['passwordAddition'] })
  expect(changeOf('[]', ban)).toEqual({ ...base, direction: 'tightened', new: ['passwordAddition'] })
  expect(changeOf(exception, exception)).toMatchObject({ direction: 'changed' })
})

it('the restrictions of a policy are found at any depth, with names in any case', () => {
  const nested = {
    AppManagementPolicy: { ApplicationRestrictions: [{ RestrictionType: 'keyLifetime', State: 'Enabled' }] },
  }
  expect(changeOf(JSON.stringify(nested), null)).toMatchObject({ direction: 'loosened', old: ['keyLifetime'] })
})

it('a policy without restrictions is another kind of policy', () => {
  expect(changeOf('[]', asText({ TokenLifetimePolicy: { AccessTokenLifetime: '08:00:00' } }))).toBeUndefined()
})
