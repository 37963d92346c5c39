import { expect, it } from 'vitest'
import { type Approval, type ApprovedUse, emptyEnvironment } from '../../../mappings/environment/environment.ts'
import { approvalKind, coverageOf, exceptionItems } from '../../../rules/lib/approvals.ts'
import { requiredActions } from '../../../rules/lib/required-actions.ts'
import type { Rule } from '../../../rules/lib/rule.ts'
import { loadPack } from '../../../rules/lib/rule-folder.ts'
import { approval, exampleRule } from './example-rule.ts'

const kind = (query: string) => approvalKind({ ...exampleRule, skipsApprovedApps: true, query } as Rule)

it.each([
  ['oauth.action: "consent"', 'consent'],
  ['oauth.action: ("consent" or "delegated_grant") and oauth.grant.tier: "high"', 'consent'],
  ['oauth.action: ("app_use" or "app_sign_in")', 'use'],
  ['oauth.action: "app_install"', 'entry'],
  // Acts that no approval covers: they take over an application or extend it, or the query does not name the act.
  ['oauth.action: "credential_add"', undefined],
  ['oauth.action: ("consent" or "owner_add")', undefined],
  ['oauth.action: "app_role_grant"', undefined],
  ['oauth.action: "policy_change"', undefined],
  ['oauth.action: "app_use" and oauth.account.status: "disabled"', undefined],
  ['oauth.action: "app_use" and oauth.account.signed_in_since_reset: false', undefined],
  ['oauth.action: "consent" and oauth.grant.revoked_age_hours <= 168', undefined],
  ['oauth.action: "app_sign_in" and source.as.number: 64496', undefined],
  ['oauth.action: "app_use" and oauth.activity.network_new: true', undefined],
  ['oauth.app.known_abused: true', undefined],
])('an approval quiets %s as %s', (query, wanted) => {
  expect(kind(query)).toBe(wanted)
})

it('an approval silences only rules that declare approvals', () => {
  expect(approvalKind({ ...exampleRule, query: 'oauth.action: "consent"' } as Rule)).toBeUndefined()
})

const own: Approval = { ...approval, tier: 'medium', ownerTenant: 't1', expires: '2026-03-31' }
const consent = (grant: object, app: object = {}, time = '2026-03-11T09:00:00.000Z') => ({
  '@timestamp': time,
  oauth: { app: { id: 'a', ...app }, grant },
})

it.each([
  ['its tier', consent({ tier: 'medium' }), true],
  ['a lower tier', consent({ tier: 'low' }), true],
  ['a higher tier', consent({ tier: 'high' }), false],
  ['no known tier', consent({}), false],
  ['its owner', consent({ tier: 'low' }, { owner_tenant: 't1' }), true],
  ['another owner', consent({ tier: 'low' }, { owner_tenant: 't2' }), false],
  ['another application', consent({ tier: 'low' }, { id: 'b' }), false],
  ['its last day', consent({ tier: 'low' }, {}, '2026-03-31T23:00:00.000Z'), true],
  ['the day after', consent({ tier: 'low' }, {}, '2026-04-01T00:00:00.000Z'), false],
])('an approval on %s', (_, document, wanted) => {
  expect(coverageOf('consent', own)(document)).toBe(wanted)
})

const install = (app: object, grant?: object) => consent(grant ?? {}, app)
it.each<[ApprovedUse, string, object, boolean]>([
  ['use', 'the tier of the token, whatever is held', install({ tier_held: 'critical' }, { tier: 'low' }), true],
  ['use', 'a token above it, whatever is held', install({ tier_held: 'low' }, { tier: 'high' }), false],
  ['use', 'what it holds, where the act does not say', install({ tier_held: 'medium' }), true],
  ['use', 'an application that has grown', install({ tier_held: 'critical' }), false],
  ['use', 'nothing known of either', install({}), false],
  ['entry', 'an installation without a tier', install({}), true],
  ['entry', 'one of an application that has grown', install({ tier_held: 'high' }), false],
  ['entry', 'one with too much', install({}, { tier: 'high' }), false],
  ['entry', 'one of another owner', install({ owner_tenant: 't2' }), false],
  ['consent', 'what it holds, where the consent does not say', install({ tier_held: 'low' }), false],
])('an approval for %s depends on %s', (kind, _, document, wanted) => {
  expect(coverageOf(kind, own)(document)).toBe(wanted)
})

it('an approval up to the highest tier requires no tier in the record', () => {
  const any = coverageOf('use', { ...own, tier: 'critical' })
  expect([any(install({})), any(install({ tier_held: 'critical' })), any(install({ owner_tenant: 't2' }))]).toEqual([
    true,
    true,
    false,
  ])
})

it('an approval has exception items only in the lists of its uses', () => {
  const environment = { ...emptyEnvironment, approvedApps: [{ ...own, uses: ['consent'] as const }] }
  expect(exceptionItems('use', environment)).toEqual([])
  const [known, unknown, ...more] = exceptionItems('consent', environment)
  expect(more).toEqual([])
  const both = [
    { field: 'oauth.app.id', operator: 'included', type: 'match_any', value: ['a'] },
    { field: 'oauth.grant.tier', operator: 'included', type: 'match_any', value: ['low', 'medium'] },
  ]
  expect(known).toMatchObject({
    item_id: 'consentry-approved-consent-a',
    expire_time: '2026-03-31T23:59:59.999Z',
    entries: [...both, { field: 'oauth.app.owner_tenant', operator: 'included', type: 'match', value: 't1' }],
  })
  expect(unknown).toMatchObject({
    item_id: 'consentry-approved-consent-a-owner-unknown',
    name: 'a (owner unknown)',
    entries: [...both, { field: 'oauth.app.owner_tenant', operator: 'excluded', type: 'exists' }],
  })
})

it('an approval has one exception item for each field that can contain the tier in a record of the kind', () => {
  const environment = { ...emptyEnvironment, approvedApps: [{ ...approval, tier: 'low' as const }] }
  const conditions = (of: ApprovedUse) =>
    exceptionItems(of, environment).map(({ name, entries }) => [name, (entries as object[]).slice(1)])
  const lacks = (field: string) => ({ field, operator: 'excluded', type: 'exists' })
  const low = (field: string) => ({ field, operator: 'included', type: 'match_any', value: ['low'] })
  const use = [
    ['a', [low('oauth.grant.tier')]],
    ['a (by the tier it holds)', [lacks('oauth.grant.tier'), low('oauth.app.tier_held')]],
  ]
  expect(conditions('use')).toEqual(use)
  expect(conditions('entry')).toEqual([
    ...use,
    ['a (without a tier)', [lacks('oauth.grant.tier'), lacks('oauth.app.tier_held')]],
  ])
})

it('no approval silences a rule on credentials, owners, redirects, permissions, controls or ended accounts', async () => {
  const rules = (await loadPack()).map(({ value }) => value)
  const quieted = new Set(
    rules.filter((rule) => approvalKind(rule) !== undefined).flatMap((rule) => requiredActions(rule) ?? []),
  )
  const covered = [
    ...['app_install', 'app_register', 'app_sign_in', 'app_use', 'consent', 'consent_block', 'consent_request'],
    ...['delegated_grant', 'sp_add', 'user_assign'],
  ]
  expect([...quieted].filter((action) => !covered.includes(action))).toEqual([])
  expect(quieted).toContain('consent')
})
