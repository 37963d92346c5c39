import { expect, it } from 'vitest'
import { type Environment, emptyEnvironment } from '../../../mappings/environment/environment.ts'
import { emitRule } from '../../../rules/lib/emit.ts'
import { compileRules } from '../../../rules/lib/engine.ts'
import { explainRule } from '../../../rules/lib/explain.ts'
import { checkParameters, parametersOf, refusalOf, tuneRule } from '../../../rules/lib/parameters.ts'
import { commonCatalog } from '../../../rules/lib/query/catalog.ts'
import type { Rule } from '../../../rules/lib/rule.ts'
import { environmentWith, exampleRule, ruleWith } from './example-rule.ts'

const idle = ruleWith({
  query: 'oauth.action: "app_use" and oauth.app.idle_days >= 60 and oauth.app.idle_days <= 400',
  parameters: { idleDays: 'oauth.app.idle_days >=', gone: 'oauth.app.idle_days <=' },
})
const spread = ruleWith({
  type: 'threshold',
  query: 'oauth.action: "consent"',
  threshold: { field: ['service.id'], value: 5, cardinality: [{ field: 'user.email', value: 5 }] },
  parameters: { users: 'threshold.cardinality' },
})

const withNumbers = (numbers: Readonly<Record<string, number>>, rules: object = {}): Environment =>
  environmentWith({ thresholds: { [exampleRule.id]: numbers }, ...rules })

it('a number of the environment replaces the number in the query, and the rest of the query stays unchanged', () => {
  expect(tuneRule(idle, withNumbers({ idleDays: 90 })).query).toBe(
    'oauth.action: "app_use" and oauth.app.idle_days >= 90 and oauth.app.idle_days <= 400',
  )
})

it('a number of the environment replaces a cardinality, and lowers the count if the count is no longer possible', () => {
  for (const [users, value] of [
    [12, 5],
    [3, 3],
  ] as const)
    expect(tuneRule(spread, withNumbers({ users }))).toMatchObject({
      threshold: { value, cardinality: [{ value: users }] },
    })
})

it('a number of the environment has no effect on a rule without the parameter, or if the number is invalid', () => {
  expect(tuneRule(idle, withNumbers({ days: 90 }))).toEqual(idle)
  expect(tuneRule(spread, withNumbers({ users: 0 }))).toEqual(spread)
  expect(tuneRule(idle, emptyEnvironment)).toBe(idle)
})

it('a number of the environment applies to the emitted rule, to a hunt and to explain', () => {
  const environment = withNumbers({ idleDays: 90 })
  const document = { oauth: { action: 'app_use', app: { idle_days: 75 } } }
  expect(emitRule(idle, environment)).toMatchObject({ query: expect.stringContaining('>= 90') })
  const matched = (env: Environment) => compileRules([idle], env).match(document, 'o365.audit').length
  expect([matched(emptyEnvironment), matched(environment)]).toEqual([1, 0])
  const verdict = (env: Environment) => explainRule(idle, env, commonCatalog)(document, 'o365.audit').verdict
  expect([verdict(emptyEnvironment), verdict(environment)]).toEqual(['match', 'no_match'])
})

const use = { oauth: { action: 'app_use', app: { idle_days: 75 } } }
const consents = Array.from({ length: 5 }, (_, i) => ({
  service: { id: 'a' },
  user: { email: `u${i}@northpier.example` },
  oauth: { action: 'consent' },
}))

it.each<[string, Rule, object[], Environment, string[]]>([
  ['the shipped severity', idle, [use], emptyEnvironment, ['high 73']],
  ['another severity', idle, [use], withNumbers({}, { severities: { [idle.id]: 'low' } }), ['low 21']],
  ['a disabled rule', idle, [use], withNumbers({}, { disabled: [idle.id] }), []],
  ['the shipped number of accounts', spread, consents, emptyEnvironment, ['high 73']],
  ['a higher number of accounts', spread, consents, withNumbers({ users: 6 }), []],
])('a hunt applies %s of the environment', (_, rule, documents, environment, alerts) => {
  const engine = compileRules([rule], environment).start()
  const found = documents.flatMap((each, i) => {
    const document = { '@timestamp': '2026-03-11T09:00:00.000Z', event: { id: `e${i}` }, ...each } as never
    return engine.take({ id: `d${i}`, dataset: 'o365.audit', visible: i * 1000, document })
  })
  expect([...found, ...engine.end()].map(({ severity, risk_score }) => `${severity} ${risk_score}`)).toEqual(alerts)
})

it('a parameter has the shipped number of the query as its default', () => {
  expect(parametersOf(idle).map(({ name, value }) => [name, value])).toEqual([
    ['idleDays', 60],
    ['gone', 400],
  ])
})

it.each([
  ['a field that is not compared', { ...idle, parameters: { days: 'oauth.app.users >=' } }],
  ['another operator', { ...idle, parameters: { days: 'oauth.app.idle_days >' } }],
  ['a comparison that occurs twice', { ...idle, query: `${idle.query} or oauth.app.idle_days >= 9` }],
  [
    'a date',
    { ...idle, query: 'oauth.app.first_seen >= "2026-01-01"', parameters: { day: 'oauth.app.first_seen >=' } },
  ],
  ['the count of a rule that counts nothing', { ...idle, parameters: { users: 'threshold.value' } }],
])('a parameter at %s changes nothing and is refused', (_, rule) => {
  expect(checkParameters(rule as Rule).length).toBeGreaterThanOrEqual(1)
})

const bounded = (from: number, to: number) =>
  ruleWith({
    query: `not event.outcome: "failure" and (oauth.action: "consent" or (oauth.action: "app_use" and oauth.app.idle_days >= ${from} and oauth.app.idle_days <= ${to}))`,
    parameters: { idleDays: 'oauth.app.idle_days >=', gone: 'oauth.app.idle_days <=' },
  })

it.each([
  ['oauth.app.idle_days >=', -5, 'write a number of days from 0, up to 3650'],
  ['oauth.account.status_age_hours >=', 1e30, 'write a number of hours from 0, up to 87600'],
  ['oauth.app.used_days <', 0, 'write a number of days above 0, up to 3650'],
  ['oauth.activity.items >=', 2.5, 'write a whole number from 0, up to 1000000'],
  ['oauth.account.status_age_hours >=', 0.5, undefined],
  ['oauth.app.idle_days <=', 0, undefined],
] as const)('the error for a number out of range contains the range: %s %d', (place, value, range) => {
  const refused = refusalOf(place, value)
  if (range === undefined) expect(refused).toBeUndefined()
  else expect(refused).toContain(range)
})

it('a rule with a number out of range, or with limits that exclude each other, has a problem', () => {
  expect(checkParameters(bounded(60, 400))).toEqual([])
  expect(checkParameters(bounded(60, 4000))).toMatchObject([
    { path: 'parameters.gone', message: expect.stringContaining('up to 3650') },
  ])
  const message = 'no oauth.app.idle_days is >= 400 and <= 60; write a lower limit below the upper limit'
  expect(checkParameters(bounded(400, 60))).toMatchObject([
    { path: 'parameters.idleDays', message },
    { path: 'parameters.gone', message },
  ])
})
