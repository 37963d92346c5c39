import { expect, it } from 'vitest'
import { emptyEnvironment } from '../../../mappings/environment/environment.ts'
import attackWarning from '../../../rules/google-workspace/attack-warning/rule.ts'
import licenseReturned from '../../../rules/google-workspace/license-removed-and-returned/rule.ts'
import { emitRule } from '../../../rules/lib/emit.ts'
import { compileRules } from '../../../rules/lib/engine.ts'
import { commonCatalog } from '../../../rules/lib/query/catalog.ts'
import type { Rule } from '../../../rules/lib/rule.ts'
import { ruleWith } from './example-rule.ts'

const repeating = (by: NonNullable<Rule['repeats']>['by'], change: object = {}) =>
  ruleWith({
    query: 'oauth.action: "app_use" and oauth.grant.tier: ("critical" or "high")',
    repeats: { within: '7d', ...(by !== undefined && { by }) },
    ...change,
  })

it('Kibana gets a new-terms rule for a rule that combines repeated alerts by fields of all its documents', () => {
  expect(emitRule(repeating(['service.id', 'oauth.grant.tier']), emptyEnvironment)).toMatchObject({
    type: 'new_terms',
    new_terms_fields: ['service.id', 'oauth.grant.tier'],
    history_window_start: 'now-7d',
  })
})

it('a field that the query requires without a value is a field of all documents, but not if only an alternative or a negation requires it', () => {
  const emitted = (query: string) => emitRule(repeating(['user.email'], { query }), emptyEnvironment)
  expect(emitted('oauth.action: "app_use" and (user.email: * or user.email: "a*")')).toMatchObject({
    type: 'new_terms',
  })
  expect(emitted('oauth.action: "app_use" and (user.email: * or service.id: "a")')).toMatchObject({ type: 'query' })
  expect(emitted('oauth.action: "app_use" and not user.email: *')).toMatchObject({ type: 'query' })
})

it('a right in Exchange for an object ID still alerts in Kibana if a rule combines repeated alerts by application', () => {
  const rights = repeating(['service.id'], { query: 'oauth.action: ("app_role_grant" or "app_use")' })
  expect(emitRule(rights, emptyEnvironment)).toMatchObject({ type: 'query' })
})

it('a document without an account still alerts in Kibana if a rule combines repeated alerts by account', () => {
  expect(emitRule(repeating(['service.id', 'user.email']), emptyEnvironment)).toMatchObject({ type: 'query' })
  expect(emitRule(repeating(undefined), emptyEnvironment)).toMatchObject({ type: 'query' })
})

it('Kibana keeps a query rule where it refuses a new-terms rule: with a period not longer than a run, and with four fields', () => {
  const within = (period: '1h' | '3h') =>
    repeating(undefined, { datasets: ['google_workspace.token'], repeats: { within: period, by: ['service.id'] } })
  expect(emitRule(within('1h'), emptyEnvironment)).toMatchObject({ type: 'query', from: 'now-130m' })
  expect(emitRule(within('3h'), emptyEnvironment)).toMatchObject({ type: 'new_terms', from: 'now-130m' })
  const fields = ['service.id', 'oauth.action', 'oauth.grant.tier', 'oauth.act.series'] as const
  expect(emitRule(repeating(fields as never), emptyEnvironment)).toMatchObject({ type: 'query' })
})

it('a threshold of one alerts on the first document of its group in Kibana, unless repeated alerts have other groups', () => {
  const grouped = (by: [string]) => repeating(by, { type: 'threshold', threshold: { field: ['user.id'], value: 1 } })
  expect(emitRule(grouped(['user.id']), emptyEnvironment)).toMatchObject({ new_terms_fields: ['user.id'] })
  expect(emitRule(grouped(['service.id']), emptyEnvironment)).toMatchObject({ type: 'threshold' })
})

it('a run in the form of Kibana alerts once on a use that repeats every hour', () => {
  const uses = ['a', 'a', 'b', 'a'].map((id, hour) => ({
    id: `${hour}`,
    dataset: 'o365.audit' as const,
    visible: hour * 3_600_000,
    document: {
      '@timestamp': new Date(hour * 3_600_000).toISOString(),
      event: { dataset: 'o365.audit', id: `${hour}` },
      service: { id },
      oauth: { action: 'app_use', grant: { tier: 'high' } },
    },
  }))
  const run = compileRules([repeating(['service.id'])], emptyEnvironment, undefined, 'kibana').start()
  const alerts = [...uses.flatMap((use) => run.take(use as never)), ...run.end()]
  expect(alerts.map(({ terms }) => terms)).toEqual([{ 'service.id': 'a' }, { 'service.id': 'b' }])
})

/** How often each alert of a hunt repeats, in ascending order. */
function repetitions(rule: Rule, documents: readonly object[]): number[] {
  const dataset = rule.datasets[0] as string
  const run = compileRules([rule], emptyEnvironment).start()
  const calls = documents.map((document, minute) => ({
    id: `${minute}`,
    dataset,
    visible: minute * 60_000,
    document: {
      '@timestamp': new Date(minute * 60_000).toISOString(),
      organization: { id: 't' },
      oauth: { action: 'app_use', grant: { tier: 'high' } },
      ...document,
      event: { dataset, id: `${minute}`, ...(document as { event?: object }).event },
    },
  }))
  const alerts = [...calls.flatMap((each) => run.take(each as never)), ...run.end()]
  return alerts.map(({ repeats = 0 }) => repeats).sort()
}

it('calls without an address repeat each other for one account and one application, but not without any ID', () => {
  const app = { service: { id: 'a' } }
  const [u, v] = ['u', 'v'].map((id) => ({ ...app, user: { id } })) as [object, object]
  const rule = repeating(undefined, { datasets: ['azure.graphactivitylogs'] })
  expect(repetitions(rule, [u, u, v, app, app, {}, {}])).toEqual([0, 0, 0, 1, 1])
})

it('alerts with only an action in common, or of two tenants, do not repeat each other', () => {
  const act = { event: { action: 'New-ManagementRoleAssignment' } }
  const rule = repeating(['service.id', 'event.action'])
  expect(repetitions(rule, [act, act])).toEqual([0, 0])
  const app = { ...act, service: { id: 'a' } }
  expect(repetitions(rule, [app, { ...app, organization: { id: 'other' } }])).toEqual([0, 0])
})

it('an address identifies alerts only if the rule compares no account', () => {
  const call = { source: { ip: '192.0.2.1' } }
  expect(repetitions(repeating(['source.ip']), [call, call])).toEqual([1])
  expect(repetitions(repeating(['user.email', 'source.ip']), [call, call])).toEqual([0, 0])
})

it('another act, or an act on another account, of one administrator repeats no alert', () => {
  const user = { email: 'admin@northpier.example' }
  const act = (action: string, email?: string) => ({
    event: { action, outcome: 'success' },
    user: email === undefined ? user : { ...user, target: { email } },
    oauth: { actor_app: { id: 'a' } },
  })
  const warnings = ['suspicious_login_less_secure_app', 'gov_attack_warning'].map((action) => act(action))
  expect(repetitions(attackWarning as Rule, warnings)).toEqual([0, 0])
  const changes = [act('Update user', 'v'), act('Add member to role', 'w'), act('Update user', 'w')]
  const anyChange = repeating(['user.email', 'user.target.email', 'event.action'], { query: 'event.action: *' })
  expect(repetitions(anyChange, [...changes, ...changes])).toEqual([1, 1, 1])
  const gaps = ['v', 'w'].flatMap((victim) => [
    act('USER_LICENSE_REVOKE', victim),
    act('USER_LICENSE_ASSIGNMENT', victim),
  ])
  expect(repetitions(licenseReturned as Rule, gaps)).toEqual([0, 0])
})

it('an alert with a lower severity hides none with a higher severity, whatever fields the rule names', () => {
  const fields = (change: object) =>
    emitRule(repeating(['service.id'], change), emptyEnvironment, commonCatalog, { suppression: true })
  expect(fields({ severityByTier: { critical: 'high' } })).toMatchObject({
    alert_suppression: { group_by: ['service.id', 'oauth.grant.tier'] },
  })
  expect(fields({ severityByRisk: { low: 'low' }, repeats: undefined })).toMatchObject({
    alert_suppression: { group_by: ['service.id', 'user.email', 'azure.identityprotection.properties.risk_level'] },
  })
})
