import { expect, it } from 'vitest'
import { mapEvent } from '../map-sample.ts'

const all = 'CAA_WEB_VERSION_AND_1P_OAUTH_CLIENTS_AND_APIS'

function policyOf(values: Readonly<Record<string, string>>) {
  const parameters = Object.entries(values).map(([name, value]) => ({ name, value }))
  return mapEvent('admin', 'CHANGE_CAA_APP_ASSIGNMENTS', parameters).oauth?.policy
}

const changeOf = (levels: readonly [string, string], covered: readonly [string, string], mode = 'ACTIVE') =>
  policyOf({
    CAA_ACCESS_ASSIGNMENTS_OLD: levels[0],
    CAA_ACCESS_ASSIGNMENTS_NEW: levels[1],
    CAA_ENFORCEMENT_ENDPOINTS_OLD: covered[0],
    CAA_ENFORCEMENT_ENDPOINTS_NEW: covered[1],
    MODE: mode,
  })?.direction

it.each([
  ['the last level is removed', ['Office', ''], [all, all], 'loosened'],
  ['the last level is removed from a list in brackets', ['[Office]', '[]'], [all, all], 'loosened'],
  ['the last level is removed and clients are added', ['Office', ''], ['CAA_WEB_VERSION', all], 'loosened'],
  ['a level is replaced', ['Office', 'Anyone'], [all, all], 'loosened'],
  ['a second level is added', ['Office', 'Office, Anyone'], [all, all], 'loosened'],
  ['a second level is added and clients are added', ['A', 'A, B'], ['CAA_WEB_VERSION', all], 'loosened'],
  ['one of two levels is removed', ['Office, Anyone', 'Office'], [all, all], 'tightened'],
  ['the first level is added', ['', 'Office'], [all, 'CAA_WEB_VERSION'], 'tightened'],
  ['the order of the levels changes', ['A, B', 'B, A'], [all, all], 'changed'],
  ['APIs are traded for clients', ['A', 'A'], ['CAA_WEB_VERSION_AND_APIS', 'WEB_APP_AND_1P_OAUTH_CLIENTS'], 'loosened'],
  ['applications become exempt', ['A', 'A'], [all, `${all}_WITH_EXEMPTION`], 'loosened'],
  ['clients are added', ['A', 'A'], ['CAA_WEB_VERSION', all], 'tightened'],
] as const)('the direction of a context-aware access rule: %s', (_, levels, covered, direction) => {
  expect(changeOf(levels, covered)).toBe(direction)
})

it('a rule in monitor mode blocks nothing, so its change has no direction', () => {
  expect(changeOf(['Office', ''], [all, all], 'MONITOR')).toBe('changed')
  expect(changeOf(['', 'Office'], [all, all], 'MONITOR')).toBe('changed')
})

it('the scope of a context-aware access rule is the unit or the group that the event names', () => {
  expect(policyOf({ TARGET_ENTITY_TYPE: 'ORG_UNIT', TARGET_ENTITY_NAME: '/Sales' })?.scope).toBe('/Sales')
  expect(policyOf({ TARGET_ENTITY_NAME: 'sales@n.example', GROUP_NAME: 'Sales' })?.scope).toBe('sales@n.example')
  expect(policyOf({ GROUP_NAME: 'Sales' })?.scope).toBe('Sales')
  expect(policyOf({})?.scope).toBe('tenant')
})
