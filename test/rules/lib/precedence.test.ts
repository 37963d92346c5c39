import { expect, it } from 'vitest'
import { emptyEnvironment } from '../../../mappings/environment/environment.ts'
import { emitPack } from '../../../rules/lib/emit.ts'
import { compileRules } from '../../../rules/lib/engine.ts'
import { checkYields } from '../../../rules/lib/precedence.ts'
import type { Rule } from '../../../rules/lib/rule.ts'
import { approval, environmentWith, exampleRule, ruleWith } from './example-rule.ts'

const severe = ruleWith({
  id: '0b0c7f5e-3f0e-4a55-9d2b-6c1f8f3f7b01',
  name: 'Severe',
  query: 'oauth.action: "consent" and oauth.grant.tier: ("critical" or "high")',
})
const general = ruleWith({
  id: '0b0c7f5e-3f0e-4a55-9d2b-6c1f8f3f7b02',
  name: 'General',
  severity: 'medium',
  query: 'oauth.action: "consent" and oauth.grant.tier_rank >= 1',
  yields: [severe.id],
})
const pack = [severe, general]

const consent = (tier: string, app = 'a') => ({
  event: { dataset: 'o365.audit' },
  oauth: { action: 'consent', app: { id: app }, grant: { tier, tier_rank: 2 } },
})
const found = (rules: readonly Rule[], document: object, environment = emptyEnvironment, dataset = 'o365.audit') =>
  compileRules(rules, environment)
    .match(document, dataset)
    .map(({ name }) => name)
const queryOf = (rules: readonly Rule[], environment = emptyEnvironment) =>
  emitPack(rules, environment).rules.find(({ name }) => name === 'General')?.query

it('a rule that yields to another rule excludes the documents of the other rule, and finds all others', () => {
  expect([found(pack, consent('high')), found(pack, consent('medium'))]).toEqual([['Severe'], ['General']])
})

it('a rule yields to a threshold rule with value 1, but not to a threshold rule with a higher value', () => {
  const counts = (value: number) =>
    [{ ...severe, type: 'threshold', threshold: { field: ['service.id'], value } } as Rule, general] as const
  expect(found(counts(1), consent('high'))).toEqual(['Severe'])
  expect(found(counts(2), consent('high'))).toEqual(['Severe', 'General'])
  expect(checkYields(general, counts(2))).toMatchObject([{ message: expect.stringContaining('single documents') }])
})

it('a rule that yields excludes the query of the other rule in Kibana, without their common clauses', () => {
  expect(queryOf(pack)).toBe(`${general.query}\n  and not ((oauth.grant.tier: "critical" or oauth.grant.tier: "high"))`)
})

it('a rule yields only to a rule that runs: not disabled, not a draft, and not experimental in Kibana', () => {
  const experimental = [{ ...severe, state: 'experimental' } as Rule, general]
  expect(found(pack, consent('high'), environmentWith({ disabled: [severe.id] }))).toEqual(['General'])
  expect(found([{ ...severe, state: 'draft' } as Rule, general], consent('high'))).toContain('General')
  expect(found(experimental, consent('high'))).toEqual(['Severe'])
  expect(queryOf(experimental)).toBe(general.query)
  expect(queryOf(experimental, environmentWith({ enabled: [severe.id] }))).toBe(queryOf(pack))
})

it('a rule that yields finds the documents on which the environment suppresses the other rule', () => {
  const skipping = [{ ...severe, skipsApprovedApps: true } as Rule, general]
  const environment = { ...emptyEnvironment, approvedApps: [approval] }
  expect(found(skipping, consent('high'), environment)).toEqual(['General'])
  expect(found(skipping, consent('high', 'b'), environment)).toEqual(['Severe'])
})

it('a rule that yields excludes nothing from a dataset that the other rule does not read', () => {
  const wide = [severe, { ...general, datasets: ['o365.audit', 'azure.auditlogs'] } as Rule]
  const elsewhere = { ...consent('high'), event: { dataset: 'azure.auditlogs' } }
  expect(found(wide, elsewhere, emptyEnvironment, 'azure.auditlogs')).toEqual(['General'])
  expect(found(wide, consent('high'))).toEqual(['Severe'])
})

it('a rule that yields applies the parameter of the other rule from the environment', () => {
  const counted = {
    ...severe,
    query: 'oauth.action: "consent" and oauth.app.users >= 4',
    parameters: { users: 'oauth.app.users >=' },
  } as Rule
  const document = { ...consent('low'), oauth: { ...consent('low').oauth, app: { users: 3 } } }
  const lower = environmentWith({ thresholds: { [severe.id]: { users: 3 } } })
  expect(found([counted, general], document)).toEqual(['General'])
  expect(found([counted, general], document, lower)).toEqual(['Severe'])
})

const sequence = {
  ...general,
  type: 'eql',
  severity: 'high',
  query: `sequence by user.email with maxspan=2h
  [any where event.action == "suspicious_login"]
  [any where oauth.action == "consent"]`,
} as Rule
const byTier = { ...severe, severity: 'medium', severityByTier: { critical: 'high' } } as Rule
const alerts = (tier: string) => {
  const run = compileRules([byTier, sequence]).start()
  const documents = [
    { event: { dataset: 'o365.audit', action: 'suspicious_login' } },
    { ...consent(tier), event: { dataset: 'o365.audit' } },
  ]
  const taken = documents.flatMap((document, i) =>
    run.take({
      document: { ...document, '@timestamp': `2026-03-01T09:0${i}:00.000Z`, user: { email: 'a@b.example' } } as never,
      id: String(i),
      dataset: 'o365.audit',
      visible: Date.parse(`2026-03-01T09:0${i}:00.000Z`),
    }),
  )
  return [...taken, ...run.end()].map(({ rule, severity }) => `${rule.name} ${severity}`)
}

it('a sequence that yields to a rule does not end with an event on which that rule raises an alert of the same severity', () => {
  expect(alerts('critical')).toEqual(['Severe high'])
  expect(alerts('high')).toEqual(['Severe medium', 'General high'])
  expect(alerts('low')).toEqual(['General high'])
})

it('a sequence that yields to a rule has the exclusion in its last event in Kibana', () => {
  expect(queryOf([byTier, sequence])?.split('\n').at(-1)).toContain('?oauth.grant.tier')
})

const other = (change: object) => checkYields(general, [{ ...severe, ...change } as Rule, general])
it.each([
  ['is not there', { id: exampleRule.id }, 'there is no such rule'],
  ['is less severe', { severity: 'low' }, 'is less severe'],
  ['counts', { type: 'threshold', threshold: { field: [], value: 2 } }, 'does not alert on single documents'],
  ['reads other datasets', { datasets: ['azure.auditlogs'] }, 'reads other datasets'],
  ['gives way itself', { yields: [general.id] }, 'yields to this rule'],
])('a rule that must not take precedence %s', (_, change, message) => {
  expect(other(change)).toMatchObject([{ path: 'yields.0', message: expect.stringContaining(message) }])
})

it('a rule with the same severity as another rule on all common documents may take precedence', () => {
  expect(other({})).toEqual([])
  expect(other({ severity: 'low', severityByTier: { critical: 'high', high: 'medium' } })).toEqual([])
})
