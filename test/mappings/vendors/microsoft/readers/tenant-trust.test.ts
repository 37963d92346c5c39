import { expect, it } from 'vitest'
import type { OauthGroup } from '../../../../../mappings/fields/document.ts'
import type { Json } from '../../../../../mappings/kernel/json.ts'
import { Changes } from '../../../../../mappings/vendors/microsoft/readers/changes.ts'
import type { DirectoryAct } from '../../../../../mappings/vendors/microsoft/readers/directory-act.ts'
import { readTenantTrust } from '../../../../../mappings/vendors/microsoft/readers/policies.ts'

const update = 'update a partner cross-tenant access setting'
const deletion = 'delete partner specific cross-tenant access setting'

function directionOf(before: Json, after: Json, operation = update) {
  const oauth: OauthGroup = {}
  const text = (side: Json) => (typeof side === 'string' ? side : JSON.stringify(side))
  const changes = new Changes([{ Name: 'setting', OldValue: text(before), NewValue: text(after) }])
  readTenantTrust({ operation, changes, target: {}, tags: new Set() } as unknown as DirectoryAct, oauth)
  return oauth.policy?.direction
}

const trust = (isMfaAccepted: boolean, isCompliantDeviceAccepted: boolean) => ({
  isMfaAccepted,
  isCompliantDeviceAccepted,
})
const access = (accessType: string, ...targets: string[]) => ({
  usersAndGroups: { accessType, targets: targets.map((target) => ({ target, targetType: 'group' })) },
})

it.each<[string, Json, Json, string]>([
  ['an additional trust', trust(false, false), trust(true, false), 'loosened'],
  ['a trust in place of another', trust(true, false), trust(false, true), 'loosened'],
  ['a trust less', trust(true, true), trust(true, false), 'changed'],
  ['a trust in a text that is cut off', '{"isMfaAccepted":false', '{"isMfaAccepted":true,"isCom', 'loosened'],
  ['a list inside a list', [access('blocked', 'AllUsers')], [access('allowed', 'group-1')], 'loosened'],
  ['everybody in place of a group', access('allowed', 'group-1'), access('allowed', 'AllUsers'), 'loosened'],
  ['a group in place of everybody', access('allowed', 'AllUsers'), access('allowed', 'group-1'), 'changed'],
  ['another group', access('allowed', 'group-1'), access('allowed', 'group-2'), 'loosened'],
  ['a group less', access('allowed', 'group-1', 'group-2'), access('allowed', 'group-1'), 'changed'],
  ['only a group blocked', access('blocked', 'AllUsers'), access('blocked', 'group-1'), 'loosened'],
  ['all applications blocked', access('blocked', 'app-1'), access('blocked', 'AllApplications'), 'changed'],
  ['a blocked group less', access('blocked', 'group-1', 'group-2'), access('blocked', 'group-1'), 'loosened'],
  ['a blocked group more', access('blocked', 'group-1'), access('blocked', 'group-1', 'group-2'), 'changed'],
  ['all except a group', access('allowed', 'group-1'), access('blocked', 'group-2'), 'loosened'],
  ['a first group', 'null', access('allowed', 'group-1'), 'loosened'],
  ['a first block', 'null', access('blocked', 'AllUsers'), 'changed'],
  ['no block', access('blocked', 'AllUsers'), 'null', 'loosened'],
])('a setting for a partner tenant has the right direction: %s', (_name, before, after, direction) => {
  expect(directionOf(before, after)).toBe(direction)
})

it('a deleted setting for a partner tenant is loosened if it blocked somebody', () => {
  expect(directionOf(access('blocked', 'AllUsers'), 'null', deletion)).toBe('loosened')
  expect(directionOf(access('allowed', 'AllUsers'), 'null', deletion)).toBe('tightened')
  expect(directionOf(trust(true, true), 'null', deletion)).toBe('tightened')
})
