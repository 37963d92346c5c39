import { expect, it } from 'vitest'
import { emptyEnvironment } from '../../../mappings/environment/environment.ts'
import { compileRules, type Entry } from '../../../rules/lib/engine.ts'
import { catalogOf } from '../../../rules/lib/query/catalog.ts'
import { parseKql } from '../../../rules/lib/query/kql/parse.ts'
import { requiredValues } from '../../../rules/lib/required-values.ts'
import type { Rule } from '../../../rules/lib/rule.ts'
import { entryAt } from './evaluate/stream.ts'
import { approval, ruleOnAlerts, ruleWith } from './example-rule.ts'

const named = (name: string, query: string, more: object = {}) => ruleWith({ name, query, ...more })
const names = (rules: readonly Rule[]) => rules.map(({ name }) => name)

const engine = compileRules([
  named('before', 'oauth.app.id: "a"'),
  named('consent', 'oauth.action: "consent" and oauth.app.id: "a"'),
  named('either', 'oauth.action: (consent or app_use) and oauth.app.id: "a"'),
  named('use', 'oauth.action: "app_use"'),
  named('after', 'oauth.app.id: *'),
  named('elsewhere', 'oauth.app.id: "a"', { datasets: ['google_workspace.token'] }),
])
const consent = { oauth: { action: 'consent', app: { id: 'a' } } }

it('the engine returns the matching rules of the dataset in order', () => {
  expect(names(engine.match(consent, 'o365.audit'))).toEqual(['before', 'consent', 'either', 'after'])
  expect(names(engine.match(consent, 'google_workspace.token'))).toEqual(['elsewhere'])
  expect(engine.match(consent, 'azure.auditlogs')).toEqual([])
  expect(engine.match({}, 'o365.audit')).toEqual([])
})

it('the engine returns a rule once, even for a document with two actions', () => {
  const both = { oauth: { action: ['consent', 'app_use'], app: { id: 'a' } } }
  expect(names(engine.match(both, 'o365.audit'))).toEqual(['before', 'consent', 'either', 'use', 'after'])
})

it('the engine finds a value under a dotted member name, except in the groups of this product, whose names have no dots', () => {
  const rules = [named('event', 'event.action: "x"'), named('own', 'oauth.app.id: "x"')]
  const of = compileRules(rules, emptyEnvironment)
  const dotted = { 'event.action': 'x', 'oauth.app.id': 'x' }
  expect(names(of.match(dotted, 'o365.audit'))).toEqual(['event'])
})

it('the engine excludes duplicates, as the emitted filter does', () => {
  const duplicate = { oauth: { ...consent.oauth, act: { duplicate: true } } }
  expect(engine.match(duplicate, 'o365.audit')).toEqual([])
  const ofTheLogSource = compileRules(
    [named('of the log source', 'o365.audit.Operation: "x"'), named('of all', 'event.action: "x"')],
    emptyEnvironment,
    catalogOf({ 'o365.audit.Operation': { type: 'keyword' }, 'event.action': { type: 'keyword' } }),
  )
  const recorded = {
    event: { action: 'x' },
    o365: { audit: { Operation: 'x' } },
    oauth: { act: { duplicate: true } },
  }
  expect(names(ofTheLogSource.match(recorded, 'o365.audit'))).toEqual(['of the log source'])
})

it('the engine excludes approved applications, but only for rules with `skipsApprovedApps`', () => {
  const environment = { ...emptyEnvironment, approvedApps: [approval] }
  const rules = [
    named('consents', 'oauth.action: "consent"', { skipsApprovedApps: true }),
    named('takeovers', 'oauth.action: "consent" '),
  ]
  const approving = compileRules(rules, environment)
  const consentTo = (id: string) => ({ oauth: { action: 'consent', app: { id }, grant: { tier: 'high' } } })
  expect(names(approving.match(consentTo('a'), 'o365.audit'))).toEqual(['takeovers'])
  expect(names(approving.match(consentTo('b'), 'o365.audit'))).toEqual(['consents', 'takeovers'])
  expect([...approving.excused()]).toEqual([['a', 1]])
})

it('the engine tests all approvals of an application, and no approvals of another application', () => {
  const approvedApps = [
    { ...approval, tier: 'low' as const, ownerTenant: 't1' },
    { ...approval, id: 'b' },
    { ...approval, ownerTenant: 't2' },
  ]
  const rules = [named('consents', 'oauth.action: "consent"', { skipsApprovedApps: true })]
  const approving = compileRules(rules, { ...emptyEnvironment, approvedApps })
  const consentAt = (owner: string) => ({
    oauth: { action: 'consent', app: { id: 'a', owner_tenant: owner }, grant: { tier: 'high' } },
  })
  expect(names(approving.match(consentAt('t1'), 'o365.audit'))).toEqual(['consents'])
  expect(names(approving.match(consentAt('t2'), 'o365.audit'))).toEqual([])
})

it('the engine refuses a query that can never match', () => {
  expect(() => compileRules([named('typo', 'oauth.actoin: "consent"')])).toThrow(/typo.*Q002 1:1.*did you mean/)
})

const rules = [
  named('consents', 'oauth.action: "consent"'),
  named('keys', 'oauth.action: "credential_add"', { id: '2b0c7f5e-3f0e-4a55-9d2b-6c1f8f3f7a03' }),
  ruleOnAlerts,
]
const entry = (action: string, app: string, minutes: number): Entry => {
  const members = { event: { id: `${action}-${app}` }, service: { id: app }, oauth: { action, app: { id: app } } }
  return entryAt(minutes, members, `${action}-${app}-${minutes}`)
}
const alertsOf = (entries: readonly Entry[]) => {
  const run = compileRules(rules).start()
  return [...entries.flatMap((each) => run.take(each)), ...run.end()]
}

it('rules on alerts count alerts of other rules by fields that Kibana maps, and name the underlying events', () => {
  const alerts = alertsOf([
    entry('consent', 'a', 1),
    entry('credential_add', 'b', 2),
    entry('credential_add', 'a', 300),
  ])
  expect(alerts.map(({ rule }) => rule.name)).toEqual(['consents', 'keys', 'keys', 'on alerts'])
  const raised = alerts.at(-1)
  expect(raised?.events.map(({ id }) => id)).toEqual(['consent-a', 'credential_add-a'])
  expect(raised?.terms).toEqual({ 'service.id': 'a' })
  expect(raised?.oauth?.app).toEqual({ id: 'a' })
  expect(raised?.reason).toMatch(
    /^2 alerts of the application a within .*: consents; keys; the last: an unknown actor added a/,
  )
})

it('rules on alerts count the alerts of one rule once', () => {
  const alerts = alertsOf([entry('consent', 'a', 1), entry('consent', 'a', 2)])
  expect(alerts.map(({ rule }) => rule.name)).toEqual(['consents', 'consents'])
})

it('rules on alerts can read only fields that the index of alerts maps', () => {
  expect(() => compileRules([{ ...ruleOnAlerts, query: 'oauth.action: "consent"' }])).toThrow(/Q002/)
})

it.each([
  ['oauth.action: a', ['a']],
  ['oauth.app.id: x and oauth.action: (a or b)', ['a', 'b']],
  ['(oauth.action: a and event.outcome: success) or oauth.action: b', ['a', 'b']],
  ['oauth.action: a or oauth.app.id: x', undefined],
  ['not oauth.action: a', undefined],
  ['oauth.action: a*', undefined],
  ['oauth.action: *', undefined],
])('the actions without which a query cannot hold %s', (query, expected) => {
  const parsed = parseKql(query)
  if (!parsed.ok) throw new Error(parsed.problem.message)
  const actions = requiredValues(parsed.node, 'oauth.action')
  expect(actions && [...actions].sort()).toEqual(expected)
})

it('an alert is baseline ready despite a short history if an earlier record cannot change the match', () => {
  const settled = (query: string, oauth: object) => {
    const at = (minutes: number, members: object) =>
      entryAt(minutes, { oauth: { ...members, entity_store: { baseline_ready: false } } })
    const run = compileRules([named('use', query)]).start()
    // The log begins after one hour.
    return [at(60, { action: 'consent' }), at(240, { action: 'app_use', ...oauth })]
      .flatMap((entry) => run.take(entry))
      .map((alert) => alert.settled)
  }
  const use = 'oauth.action: "app_use" and'
  const app = (registered_hours?: number) => ({ app: { used_days: 0, registered_hours } })
  expect(settled(`${use} oauth.app.used_days < 1`, app())).toEqual([false])
  expect(settled(`${use} oauth.app.used_days < 1`, app(2))).toEqual([true])
  expect(settled(`${use} oauth.app.used_days < 1`, app(5))).toEqual([false])
  expect(settled(`${use} oauth.app.used_days < 1`, { app: { used_days: 0, added_hours: 2 } })).toEqual([false])
  expect(settled(`${use} not oauth.account.network_new: false`, app(2))).toEqual([false])
  expect(
    settled(`${use} oauth.grant.from_new_network: true`, { ...app(2), grant: { from_new_network: true } }),
  ).toEqual([false])
  expect(settled(`${use} not oauth.grant.from_new_network: true`, app())).toEqual([true])
  for (const field of ['account.network_age_hours', 'account.other_network_age_hours', 'act.network_age_hours']) {
    const [group, member] = field.split('.') as [string, string]
    expect(settled(`${use} oauth.${field} < 24`, { ...app(2), [group]: { [member]: 1 } })).toEqual([false])
  }
  const act = { ...app(), actor_app: { name: 'a' }, act: { network_age_hours: 1 } }
  expect(settled(`${use} oauth.act.network_age_hours < 24`, act)).toEqual([true])
  expect(settled(`${use} not (oauth.grant.used: true and oauth.app.id: "a")`, app())).toEqual([true])
  expect(settled(`${use} (oauth.grant.used: true or oauth.app.used_days: 0)`, app())).toEqual([false])
})

it('an alert is baseline ready despite a short history if a rule that takes precedence may replace it', () => {
  const severe = named('new', 'oauth.action: "consent" and oauth.app.used_days: 0', { id: ruleOnAlerts.id })
  const general = named('consents', 'oauth.action: "consent" and not oauth.act.network_age_hours < 1', {
    id: '5b1c2f3e-8d44-4c0a-9a53-0d7d5f5a6b11',
    yields: [severe.id],
  })
  const document = { oauth: { action: 'consent', entity_store: { baseline_ready: false } } } as const
  const run = compileRules([general, severe]).start()
  expect(run.take(entryAt(1, document)).map(({ rule, settled }) => [rule.name, settled])).toEqual([['consents', true]])
})
