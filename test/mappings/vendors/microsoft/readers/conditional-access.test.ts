import { expect, it } from 'vitest'
import type { OauthGroup } from '../../../../../mappings/fields/document.ts'
import type { Json, JsonObject } from '../../../../../mappings/kernel/json.ts'
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

const everybody: { [part: string]: JsonObject } = {
  users: { includeUsers: ['All'] },
  applications: { includeApplications: ['All'] },
}
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

const guestsOf = (externalTenants: Json) => ({
  guestOrExternalUserTypes: 'internalGuest,b2bCollaborationGuest',
  externalTenants,
})

it('the exclusion of the guests of one organization instead of all guests weakens nothing', () => {
  const side = (externalTenants: Json) =>
    whole({ conditions: { users: { excludeGuestsOrExternalUsers: guestsOf(externalTenants) } } })
  const [all, one] = [side({ membershipKind: 'all' }), side({ membershipKind: 'enumerated', members: ['northpier'] })]
  expect(policyOf(all, one)?.direction).toBe('tightened')
  expect(policyOf(one, all)?.direction).toBe('loosened')
})

/** The conditions of a policy for everybody, with another value at a path such as `users.includeUsers`. */
function conditionsWith(path: string, value: Json | undefined): JsonObject {
  const [part = '', name] = path.split('.')
  if (value === undefined) return everybody
  if (name === undefined) return { ...everybody, [part]: value }
  // The accounts of a policy for everybody would include all others.
  return { ...everybody, [part]: { ...(part !== 'users' && everybody[part]), [name]: value } }
}

const filter = (mode: string, rule: string) => ({ mode, rule })

it.each<[string, Json | undefined, Json]>([
  ['users.includeUsers', undefined, ['one']],
  ['users.includeGroups', ['a', 'b'], ['a', 'c']],
  ['applications.includeApplications', undefined, ['Office365']],
  ['platforms.includePlatforms', undefined, ['macOS']],
  ['locations.includeLocations', ['All'], ['AllTrusted']],
  ['devices.deviceFilter', undefined, filter('include', 'device.isCompliant -eq False')],
  [
    'devices.deviceFilter',
    filter('exclude', 'device.isCompliant -eq True'),
    filter('include', 'device.isCompliant -eq True'),
  ],
  ['clientAppTypes', ['all'], ['browser']],
  ['clientApplications.includeServicePrincipals', ['ServicePrincipalsInMyTenant'], [mail]],
  ['servicePrincipalRiskLevels', ['high', 'medium'], ['high']],
  ['signInRiskLevels', ['high', 'medium'], ['high']],
  [
    'users.includeGuestsOrExternalUsers',
    guestsOf({ membershipKind: 'all' }),
    guestsOf({ membershipKind: 'enumerated', members: ['northpier', 'southpier'] }),
  ],
  ['applications.applicationFilter', undefined, filter('exclude', 'Unit.Tier -eq "0"')],
])('a Conditional Access policy applies to fewer sign-ins through %s', (path, before, after) => {
  const side = (value: Json | undefined) => whole({ conditions: conditionsWith(path, value) })
  const setting = `conditions.${path}`
  expect(policyOf(side(before), side(after))).toMatchObject({ setting, direction: 'loosened' })
  expect(policyOf(side(before), side(before))).toMatchObject({ direction: 'changed' })
  // Other groups, and a filter with the opposite mode, admit others in both directions.
  if (path !== 'users.includeGroups' && (before === undefined || path !== 'devices.deviceFilter'))
    expect(policyOf(side(after), side(before))).toMatchObject({ setting, direction: 'tightened' })
})

it.each<[string, string, Json, Json]>([
  [
    'the group of all Office applications contains the former ones',
    'applications.includeApplications',
    ['00000002-0000-0ff1-ce00-000000000000'],
    ['Office365'],
  ],
  [
    'a list contains every kind of client',
    'clientAppTypes',
    ['all'],
    ['browser', 'mobileAppsAndDesktopClients', 'exchangeActiveSync', 'other'],
  ],
  ['the filter of devices changes', 'devices.deviceFilter', filter('include', 'a'), filter('include', 'b')],
])('a Conditional Access policy does not apply to fewer sign-ins if %s', (_, path, before, after) => {
  const side = (value: Json) => whole({ conditions: conditionsWith(path, value) })
  expect(policyOf(side(before), side(after))?.direction).not.toBe('loosened')
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
