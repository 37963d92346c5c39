import { expect, it } from 'vitest'
import { Changes } from '../../../../../mappings/vendors/microsoft/readers/changes.ts'
import { changesSecondFactor } from '../../../../../mappings/vendors/microsoft/readers/second-factors.ts'

const changed = (Name: string, before: unknown, after: unknown) =>
  changesSecondFactor(new Changes([{ Name, OldValue: JSON.stringify(before), NewValue: JSON.stringify(after) }]))
const app = (PhoneAppVersion: string, Id = 'one') => ({ DeviceName: 'Phone', Id, PhoneAppVersion })

it.each([
  ['StrongAuthenticationMethod', [], [{ MethodType: 6, Default: true }]],
  ['StrongAuthenticationMethod', [{ MethodType: 6 }, { MethodType: 7 }], [{ MethodType: 6 }]],
  ['StrongAuthenticationPhoneAppDetail', [app('1')], [app('1'), app('1', 'two')]],
  ['StrongAuthenticationUserDetails', [{ PhoneNumber: '+44 20 7946 0001' }], [{ PhoneNumber: '+44 20 7946 0002' }]],
  ['SearchableDeviceKey', [], [{ Usage: 'FIDO', KeyIdentifier: 'k' }]],
])('a change of %s from %j to %j changes a second factor', (name, before, after) => {
  expect(changed(name, before, after)).toBe(true)
})

it.each([
  ['StrongAuthenticationMethod', [{ MethodType: 6, Default: true }], [{ MethodType: 6, Default: false }]],
  ['StrongAuthenticationPhoneAppDetail', [app('6.8.53')], [app('6.8.54')]],
  ['StrongAuthenticationUserDetails', [{ PhoneNumber: '+44 2079460001' }], [{ PhoneNumber: '+44 20 7946 0001' }]],
  ['SearchableDeviceKey', [], [{ Usage: 'NGC', KeyIdentifier: 'k' }]],
  ['DisplayName', 'Mara', 'Mara Voss'],
])('a change of %s from %j to %j changes no second factor', (name, before, after) => {
  expect(changed(name, before, after)).toBe(false)
})
