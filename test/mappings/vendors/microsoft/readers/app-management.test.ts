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

/** A policy of the tenant, in which service principals have the full restriction. */
const tenantPolicy = (apps: Record<string, unknown>) => {
  const addition = { restrictionType: 'passwordAddition', state: 'enabled' }
  return asText({
    isEnabled: true,
    applicationRestrictions: { passwordCredentials: [{ ...addition, ...apps }] },
    servicePrincipalRestrictions: { passwordCredentials: [addition] },
  })
}

const actors = (...ids: string[]) => ({ excludeActors: { customSecurityAttributes: ids.map((id) => ({ id })) } })

it.each([
  ['only applications lose it', {}, { state: 'disabled' }],
  [
    'it begins later',
    { restrictForAppsCreatedAfterDateTime: '2014-10-19T10:37:00Z' },
    { restrictForAppsCreatedAfterDateTime: '2099-01-01T00:00:00Z' },
  ],
  ['a lifetime grows', { maxLifetime: 'P90D' }, { maxLifetime: 'P10Y' }],
  ['a lifetime has no end', { maxLifetime: 'P4DT12H30M5S' }, { maxLifetime: null }],
  ['an actor is exempt', actors('a'), actors('a', 'b')],
])('a restriction is weaker if %s, and the reverse tightens it', (_, strong, weak) => {
  expect(changeOf(tenantPolicy(strong), tenantPolicy(weak))).toMatchObject({ direction: 'loosened' })
  expect(changeOf(tenantPolicy(weak), tenantPolicy(strong))).toMatchObject({ direction: 'tightened' })
})

it('a new policy for some applications that allows passwords is an exception; one of the tenant is not', () => {
  const lifetime = { passwordCredentials: [{ restrictionType: 'passwordLifetime', state: 'enabled' }] }
  expect(changeOf('[]', asText({ restrictions: lifetime }))).toMatchObject({ direction: 'loosened' })
  expect(changeOf('[]', asText({ applicationRestrictions: lifetime }))).toMatchObject({ direction: 'tightened' })
})

it('restrictions of identifiers have a state and no type', () => {
  const identifiers = (state: string, excludeSaml = false) =>
    asText({ applicationRestrictions: { identifierUris: { nonDefaultUriAddition: { state, excludeSaml } } } })
  expect(changeOf(identifiers('enabled'), identifiers('disabled'))).toMatchObject({ direction: 'loosened' })
  expect(changeOf(identifiers('enabled'), identifiers('enabled', true))).toMatchObject({ direction: 'loosened' })
})

it('a policy of any depth is read', () => {
  const nested = (open: string, close: string) => `${open.repeat(100_000)}1${close.repeat(100_000)}`
  for (const hostile of [nested('{"a":', '}'), nested('[', ']')])
    expect(changeOf(asText(passwords('enabled')), hostile)).toMatchObject({ direction: 'loosened' })
})
