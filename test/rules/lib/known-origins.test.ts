import { expect, it } from 'vitest'
import { emptyEnvironment } from '../../../mappings/environment/environment.ts'
import { emitPack } from '../../../rules/lib/emit.ts'
import { compileRules } from '../../../rules/lib/engine.ts'
import { explainRule } from '../../../rules/lib/explain.ts'
import { knownOriginsOf, refusedOrigin } from '../../../rules/lib/known-origins.ts'
import { commonCatalog } from '../../../rules/lib/query/catalog.ts'
import type { Rule } from '../../../rules/lib/rule.ts'
import { checkPack } from '../../../rules/lib/validate-pack.ts'
import { exampleRule, ruleWith } from './example-rule.ts'

const environment = {
  ...emptyEnvironment,
  administrators: ['ivo.brandt@northpier.example'],
  networks: ['198.51.100.0/24', '2001:db8:40::/48'],
}
const registers = ruleWith({ query: 'oauth.action: "app_register"', skipsAdministrators: true })
const moves = ruleWith({
  id: '0b0c7f5e-3f0e-4a55-9d2b-6c1f8f3f7a02',
  query: 'oauth.action: "app_sign_in" and oauth.activity.network_new: true',
  skipsOwnNetworks: true,
})

const by = (email: string) => ({ user: { email }, oauth: { action: 'app_register' } })

it.each([
  ['a user', by('mara.voss@northpier.example'), 'match', undefined],
  ['an administrator', by('ivo.brandt@northpier.example'), 'excluded', 'ivo.brandt@northpier.example'],
  ['nobody', { oauth: { action: 'app_register' } }, 'match', undefined],
])('a rule with excluded administrators, on an act by %s: a hunt and explain agree', (_, document, verdict, email) => {
  const matched = compileRules([registers], environment).match(document, 'o365.audit')
  expect(matched).toHaveLength(verdict === 'match' ? 1 : 0)
  const explained = explainRule(registers, environment, commonCatalog)(document, 'o365.audit')
  const excludedBy = [{ field: 'user.email', found: [email] }]
  expect(explained).toMatchObject(email === undefined ? { verdict } : { verdict, excludedBy })
})

it.each([
  'oauth.credential.added >= 1',
  'oauth.owner.kind: "user"',
  'oauth.account.privileged: true',
  'oauth.role.tier: "critical"',
])('a rule on strangers may not leave administrators out when it is about %s', (clause) => {
  const rule = { ...registers, query: `oauth.action: "app_register" and ${clause}` } as Rule
  expect(refusedOrigin(rule, 'administrators')).toMatch(/most valuable target/)
  expect(knownOriginsOf(rule)).toEqual([])
})

const from = (ip: string | string[]) => ({
  source: { ip },
  oauth: { action: 'app_sign_in', activity: { network_new: true } },
})

it.each([
  ['198.51.100.7', false],
  ['::ffff:198.51.100.7', false],
  ['2001:db8:40:1::9', false],
  ['203.0.113.9', true],
  ['2001:db8:41::9', true],
])('a rule on where something comes from, on a document from %s: %s', (ip, wanted) => {
  expect(compileRules([moves], environment).match(from(ip), 'o365.audit').length === 1).toBe(wanted)
})

it('a rule may exclude known networks only if its query depends on networks', () => {
  expect(refusedOrigin({ ...moves, query: 'oauth.action: "app_use"' } as Rule, 'networks')).toMatch(/does not depend/)
})

it('known origins are in exception lists that Kibana accepts, and only if a rule refers to them', () => {
  const pack = emitPack([registers, moves], environment)
  expect(pack.rules.map(({ exceptions_list }) => exceptions_list)).toMatchObject([
    [{ list_id: 'consentry-administrators' }],
    [{ list_id: 'consentry-networks' }],
  ])
  expect(pack.items).toMatchObject([
    { entries: [{ field: 'user.email', operator: 'included', type: 'match_any', value: environment.administrators }] },
    { entries: [{ field: 'source.ip', operator: 'included', type: 'match_any', value: environment.networks }] },
  ])
  const lines = [...pack.rules, ...pack.lists, ...pack.items].map((line) => JSON.stringify(line))
  expect(checkPack(lines)).toEqual([])
  expect(emitPack([exampleRule], environment).lists).toEqual([])
  expect(emitPack([registers], emptyEnvironment).items).toEqual([])
})
