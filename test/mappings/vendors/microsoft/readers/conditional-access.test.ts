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
