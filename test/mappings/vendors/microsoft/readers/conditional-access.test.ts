import { expect, it } from 'vitest'
import type { OauthGroup } from '../../../../../mappings/fields/document.ts'
import type { Json } from '../../../../../mappings/kernel/json.ts'
import { Changes } from '../../../../../mappings/vendors/microsoft/readers/changes.ts'
import { readConditionalAccess } from '../../../../../mappings/vendors/microsoft/readers/conditional-access.ts'
import type { DirectoryAct } from '../../../../../mappings/vendors/microsoft/readers/directory-act.ts'

const mail = '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34'
const files = 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13'

const policy = (excludeApplications: Json, state: Json = 'enabled'): string =>
  JSON.stringify({ state, conditions: { applications: { includeApplications: ['All'], excludeApplications } } })

function policyOf(before: string, after: string, operation = 'update conditional access policy') {
  const oauth: OauthGroup = {}
  const changes = new Changes([{ Name: 'ConditionalAccessPolicy', OldValue: before, NewValue: after }])
  const act = { operation, changes, target: { name: 'Second factor' }, tenant: 'northpier', tags: new Set() }
  readConditionalAccess(act as unknown as DirectoryAct, oauth)
  expect(oauth.action).toBe('policy_change')
  return oauth.policy
}

it('a conditional access policy is weakened by an additional excluded application, even if another exclusion was removed', () => {
  const base = { name: 'Second factor', scope: 'northpier', setting: 'conditions.applications.excludeApplications' }
  expect(policyOf(policy([]), policy([mail]))).toEqual({ ...base, direction: 'loosened', new: [mail] })
  expect(policyOf(policy([mail]), policy([files]))).toMatchObject({
    direction: 'loosened',
    old: [mail],
    new: [files],
  })
  expect(policyOf(policy([mail]), policy([]))).toEqual({ ...base, direction: 'tightened', old: [mail] })
})

it.each([
  ['conditions.users.excludeUsers', ['0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514']],
  ['conditions.users.excludeGroups', ['0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514']],
  ['conditions.users.excludeGuestsOrExternalUsers', { guestOrExternalUserTypes: 'b2bCollaborationGuest' }],
  ['conditions.locations.excludeLocations', ['AllTrusted']],
  ['conditions.platforms.excludePlatforms', ['linux']],
])('a Conditional Access policy is weakened by %s', (setting, added) => {
  const [, part = '', name = ''] = setting.split('.')
  const side = (value: Json) => JSON.stringify({ state: 'enabled', conditions: { [part]: { [name]: value } } })
  const [none, both] = [Array.isArray(added) ? ['one'] : null, Array.isArray(added) ? ['one', ...added] : added]
  expect(policyOf(side(none), side(both))).toMatchObject({ setting, direction: 'loosened' })
  expect(policyOf(side(both), side(none))).toMatchObject({ setting, direction: 'tightened' })
})

it('a conditional access policy that is no longer in force is loosened, whatever its new scope', () => {
  const reporting = policy([], 'enabledForReportingButNotEnforced')
  expect(policyOf(policy([mail]), reporting)).toMatchObject({ setting: 'state', direction: 'loosened' })
  expect(policyOf(reporting, policy([]))).toMatchObject({ setting: 'state', direction: 'tightened' })
  expect(policyOf(reporting, policy([], 'disabled'))).toMatchObject({ setting: 'state', direction: 'changed' })
})

it.each([
  ['before', policy([mail]), ''],
  ['after', '', policy([mail])],
])(
  'the deletion of a conditional access policy loosens it, even if the record has the policy in the value %s the change',
  (_, before, after) => {
    const deleted = policyOf(before, after, 'delete conditional access policy')
    expect(deleted).toMatchObject({ setting: 'state', direction: 'loosened', old: ['enabled'] })
  },
)

it('a conditional access policy has no direction for other changes, and for invalid members', () => {
  expect(policyOf(policy([mail]), policy([mail]))).toEqual({
    direction: 'changed',
    name: 'Second factor',
    scope: 'northpier',
  })
  expect(policyOf(policy({ length: 3 }), policy([null, {}], { a: 1 }))).toMatchObject({ direction: 'changed' })
  expect(policyOf('not json', '[]')).toMatchObject({ direction: 'changed' })
})

const everybody = { users: { includeUsers: ['All'] }, applications: { includeApplications: ['All'] } }
const phishingResistant = { authenticationStrength: { id: '00000000-0000-0000-0000-000000000004' } }
const mfaStrength = { authenticationStrength: { id: '00000000-0000-0000-0000-000000000002' } }
const ownStrength = { authenticationStrength: { id: '5b7d9f10-2c3e-4a56-8b91-6d0e4f2a7c38' } }
const needs = (...builtInControls: string[]) => ({ operator: 'OR', builtInControls })
const needsAll = (...builtInControls: string[]) => ({ operator: 'AND', builtInControls })

const whole = (members: { [name: string]: Json }, state = 'enabled') =>
  JSON.stringify({ state, conditions: everybody, ...members })

it.each<[string, Json, Json]>([
  ['one of two controls is enough', needsAll('mfa', 'compliantDevice'), needs('mfa', 'compliantDevice')],
  ['one of two required controls is removed', needsAll('mfa', 'compliantDevice'), needsAll('mfa')],
  ['another control is enough, too', needs('mfa'), needs('mfa', 'compliantDevice')],
  ['another control replaces MFA', needs('mfa'), needs('compliantApplication')],
  ['nothing is required', needs('mfa'), null],
  ['MFA replaces a block', needs('block'), needs('mfa')],
  ['MFA replaces a strength', phishingResistant, needs('mfa')],
  ['a weaker strength replaces a strength', phishingResistant, mfaStrength],
])('a Conditional Access policy requires less if %s, and more if the change is reverted', (_, before, after) => {
  const change = (one: Json, other: Json) => policyOf(whole({ grantControls: one }), whole({ grantControls: other }))
  expect(change(before, after)).toMatchObject({ setting: 'grantControls', direction: 'loosened' })
  expect(change(after, before)?.direction).not.toBe('changed')
  if (_ !== 'another control replaces MFA') expect(change(after, before)).toMatchObject({ direction: 'tightened' })
})

it.each<[string, Json, Json]>([
  ['the operator of one control changes', needsAll('mfa'), needs('mfa')],
  ['the built-in strength of MFA replaces MFA', needs('mfa'), mfaStrength],
  ['MFA replaces the built-in strength of MFA', mfaStrength, needs('mfa')],
  ['an app protection policy replaces an approved client', needs('approvedApplication'), needs('compliantApplication')],
  ['a strength of the organization replaces a built-in one', phishingResistant, ownStrength],
])('a Conditional Access policy is not weakened if %s', (_, before, after) => {
  expect(policyOf(whole({ grantControls: before }), whole({ grantControls: after }))?.direction).toBe('changed')
})

const guests = (externalTenants: Json) => ({
  includeGuestsOrExternalUsers: { guestOrExternalUserTypes: 'internalGuest,b2bCollaborationGuest', externalTenants },
})

it('the exclusion of the guests of one organization instead of all guests weakens nothing', () => {
  const side = (externalTenants: Json) => {
    const { includeGuestsOrExternalUsers } = guests(externalTenants)
    return whole({ conditions: { users: { excludeGuestsOrExternalUsers: includeGuestsOrExternalUsers } } })
  }
  const [all, one] = [side({ membershipKind: 'all' }), side({ membershipKind: 'enumerated', members: ['northpier'] })]
  expect(policyOf(all, one)?.direction).toBe('tightened')
  expect(policyOf(one, all)?.direction).toBe('loosened')
})

it('the opposite mode of a filter leaves out the sign-ins that the filter selected', () => {
  const side = (mode: string) =>
    whole({ conditions: { devices: { deviceFilter: { mode, rule: 'device.isCompliant -eq True' } } } })
  expect(policyOf(side('exclude'), side('include'))).toMatchObject({
    setting: 'conditions.devices.deviceFilter',
    direction: 'loosened',
  })
})

it.each<[string, Json, Json]>([
  ['conditions.users.includeUsers', everybody, { ...everybody, users: { includeUsers: ['one'] } }],
  [
    'conditions.users.includeGroups',
    { ...everybody, users: { includeGroups: ['a', 'b'] } },
    { ...everybody, users: { includeGroups: ['a', 'c'] } },
  ],
  [
    'conditions.applications.includeApplications',
    everybody,
    { ...everybody, applications: { includeApplications: ['Office365'] } },
  ],
  ['conditions.platforms.includePlatforms', everybody, { ...everybody, platforms: { includePlatforms: ['macOS'] } }],
  [
    'conditions.locations.includeLocations',
    { ...everybody, locations: { includeLocations: ['All'] } },
    { ...everybody, locations: { includeLocations: ['AllTrusted'] } },
  ],
  [
    'conditions.devices.deviceFilter',
    everybody,
    { ...everybody, devices: { deviceFilter: { mode: 'include', rule: 'device.isCompliant -eq False' } } },
  ],
  [
    'conditions.clientAppTypes',
    { ...everybody, clientAppTypes: ['all'] },
    { ...everybody, clientAppTypes: ['browser'] },
  ],
  [
    'conditions.clientApplications.includeServicePrincipals',
    { clientApplications: { includeServicePrincipals: ['ServicePrincipalsInMyTenant'] } },
    { clientApplications: { includeServicePrincipals: [mail] } },
  ],
  [
    'conditions.servicePrincipalRiskLevels',
    { ...everybody, servicePrincipalRiskLevels: ['high', 'medium'] },
    { ...everybody, servicePrincipalRiskLevels: ['high'] },
  ],
  [
    'conditions.users.includeGuestsOrExternalUsers',
    { ...everybody, users: guests({ membershipKind: 'all' }) },
    { ...everybody, users: guests({ membershipKind: 'enumerated', members: ['northpier', 'southpier'] }) },
  ],
  [
    'conditions.applications.applicationFilter',
    everybody,
    {
      ...everybody,
      applications: { includeApplications: ['All'], applicationFilter: { mode: 'exclude', rule: 'Unit.Tier -eq "0"' } },
    },
  ],
  [
    'conditions.signInRiskLevels',
    { ...everybody, signInRiskLevels: ['high', 'medium'] },
    { ...everybody, signInRiskLevels: ['high'] },
  ],
])('a Conditional Access policy applies to fewer sign-ins through %s', (setting, before, after) => {
  const change = (one: Json, other: Json) => policyOf(whole({ conditions: one }), whole({ conditions: other }))
  expect(change(before, after)).toMatchObject({ setting, direction: 'loosened' })
  expect(change(before, before)).toMatchObject({ direction: 'changed' })
  if (setting !== 'conditions.users.includeGroups')
    expect(change(after, before)).toMatchObject({ setting, direction: 'tightened' })
})

it.each<[string, Json, Json]>([
  [
    'the group of all Office applications contains the former ones',
    { applications: { includeApplications: ['00000002-0000-0ff1-ce00-000000000000'] } },
    { applications: { includeApplications: ['Office365'] } },
  ],
  [
    'a list contains every kind of client',
    { clientAppTypes: ['all'] },
    { clientAppTypes: ['browser', 'mobileAppsAndDesktopClients', 'exchangeActiveSync', 'other'] },
  ],
  [
    'the filter of devices changes',
    { devices: { deviceFilter: { mode: 'include', rule: 'a' } } },
    { devices: { deviceFilter: { mode: 'include', rule: 'b' } } },
  ],
])('a Conditional Access policy does not apply to fewer sign-ins if %s', (_, before, after) => {
  expect(policyOf(whole({ conditions: before }), whole({ conditions: after }))?.direction).not.toBe('loosened')
})

it.each<[string, Json, Json]>([
  ['signInFrequency', { isEnabled: true, type: 'hours', value: 12 }, { isEnabled: true, type: 'days', value: 90 }],
  ['signInFrequency', { isEnabled: true, frequencyInterval: 'everyTime' }, null],
  ['persistentBrowser', { isEnabled: true, mode: 'never' }, { isEnabled: true, mode: 'always' }],
  ['cloudAppSecurity', { isEnabled: true }, { isEnabled: false }],
  [
    'cloudAppSecurity',
    { isEnabled: true, cloudAppSecurityType: 'blockDownloads' },
    { isEnabled: true, cloudAppSecurityType: 'monitorOnly' },
  ],
  ['continuousAccessEvaluation', null, { mode: 'disabled' }],
  ['disableResilienceDefaults', true, false],
])('a Conditional Access policy limits sessions less through %s', (name, before, after) => {
  const side = (value: Json) => whole({ sessionControls: { [name]: value } })
  expect(policyOf(side(before), side(after))).toMatchObject({
    setting: `sessionControls.${name}`,
    direction: 'loosened',
  })
  expect(policyOf(side(after), side(before))).toMatchObject({ direction: 'tightened' })
})

it('a change to a disabled policy does not loosen it, and neither does a record without the old or new policy', () => {
  const [before, after] = [{ grantControls: needs('mfa') }, { grantControls: null }]
  expect(policyOf(whole(before, 'disabled'), whole(after, 'disabled'))).toMatchObject({ direction: 'changed' })
  expect(policyOf('', whole(after))?.setting).not.toBe('grantControls')
  expect(policyOf(whole(before), '{"state":"enabled"}')).toMatchObject({ direction: 'changed' })
})
