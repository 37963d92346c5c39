import { expect, it } from 'vitest'
import { emptyEnvironment } from '../../../mappings/environment/environment.ts'
import { emitPack, emitRule, renderPack, renderRules } from '../../../rules/lib/emit.ts'
import { catalogOf } from '../../../rules/lib/query/catalog.ts'
import type { Rule } from '../../../rules/lib/rule.ts'
import { loadPack } from '../../../rules/lib/rule-folder.ts'
import { validateKibanaRule } from '../../../rules/lib/validate-kibana-rule.ts'
import { checkPack } from '../../../rules/lib/validate-pack.ts'
import { approval, environmentWith, exampleContent, exampleRule, ruleOnAlerts, ruleWith } from './example-rule.ts'

const emitted = emitRule(exampleRule, emptyEnvironment)

it('an emitted rule maps the tier of the grant to severities, unless the environment sets a severity', () => {
  const graded: Rule = { ...exampleRule, severityByTier: { critical: 'critical' } }
  expect(emitRule(graded, emptyEnvironment).severity_mapping).toEqual([
    { field: 'oauth.grant.tier', operator: 'equals', value: 'critical', severity: 'critical' },
  ])
  expect(emitRule(graded, environmentWith({ severities: { [graded.id]: 'low' } })).severity_mapping).toEqual([])
})

it('an emitted rule excludes duplicates by a negated filter and keeps the query as written', () => {
  expect(emitted.filters).toMatchObject([
    { meta: { negate: true, key: 'oauth.act.duplicate' }, query: { match_phrase: { 'oauth.act.duplicate': true } } },
  ])
  expect(emitted.tags).not.toContain('portable')
})

it('an emitted rule on alerts ignores alerts on the same act: parts of a sequence, and alerts of the portable edition', () => {
  const { index, filters } = emitRule(ruleOnAlerts, emptyEnvironment)
  expect(index).toEqual(['.alerts-security.alerts-*'])
  expect(filters.map(({ meta, query }) => [meta.negate, query])).toEqual([
    [true, { match_phrase: { 'kibana.alert.rule.tags': 'Rule Type: Higher-Order Rule' } }],
    [true, { match_phrase: { 'kibana.alert.rule.tags': 'Edition: Elastic Integrations' } }],
    [true, { match_phrase: { 'kibana.alert.building_block_type': 'default' } }],
  ])
})

it('an emitted rule excludes approved applications by an exception list, if the rule requires it', () => {
  const environment = { ...emptyEnvironment, approvedApps: [approval] }
  expect(emitRule(exampleRule, environment)).toEqual(emitted)
  expect(
    emitRule({ ...exampleRule, skipsApprovedApps: true, query: 'oauth.action: "consent"' }, environment),
  ).toMatchObject({
    exceptions_list: [{ list_id: 'consentry-approved-consent', type: 'detection', namespace_type: 'single' }],
  })
})

const operation = catalogOf({ 'o365.audit.Operation': { type: 'keyword' }, 'oauth.action': { type: 'keyword' } })

it.each<[string, object, boolean, Parameters<typeof emitRule>[2]?]>([
  ['a query', {}, true],
  ['a threshold', { type: 'threshold', threshold: { field: ['user.id'], value: 5 } }, true],
  ['new terms', { type: 'new_terms', newTermsFields: ['user.id'], historyWindowStart: 'now-30d' }, true],
  ['EQL', { type: 'eql', query: 'any where user.id != null and event.outcome == "success"' }, true],
  ['vendor fields', { query: 'o365.audit.Operation: "Consent to application."' }, true, operation],
  // The first record of the act may be in another log.
  ['fields of one log source', { query: 'oauth.action: "consent" and o365.audit.Operation: *' }, false, operation],
  ['a dataset of the pipeline', { datasets: ['o365.audit', 'consentry.findings'] }, false],
])(
  'an emitted rule on %s excludes duplicates, unless it reads vendor fields, and is portable where possible',
  (_, change, portable, catalog) => {
    const query = 'event.outcome: "success"'
    const rule = emitRule({ ...exampleRule, query, ...change } as Rule, emptyEnvironment, catalog)
    expect(rule.filters.map(({ meta }) => meta.key)).toEqual(catalog === undefined ? ['oauth.act.duplicate'] : [])
    expect(rule.tags.includes('portable')).toBe(portable)
    const fields = rule.investigation_fields.field_names.filter((name) => name.startsWith('oauth.'))
    if (portable && catalog !== undefined) expect(fields).toEqual([])
  },
)

it('an emitted rule has the schedule and version of the rule if the rule defines them', () => {
  const own: Rule = { ...exampleRule, interval: '1h', from: 'now-65m', version: 4 }
  expect(emitRule(own, emptyEnvironment)).toMatchObject({ interval: '1h', from: 'now-65m', version: 4 })
})

it('an emitted rule has the severity of the environment, and the matching risk score', () => {
  const environment = environmentWith({ severities: { [exampleRule.id]: 'low' } })
  expect(emitRule(exampleRule, environment)).toMatchObject({ severity: 'low', risk_score: 21 })
})

it('an emitted threshold rule has its group fields, count and cardinality, and keeps the filters', () => {
  const threshold = { field: ['service.id'], value: 5, cardinality: [{ field: 'user.id', value: 3 }] }
  const json = emitRule(ruleWith({ type: 'threshold', threshold }), emptyEnvironment)
  expect(validateKibanaRule(JSON.parse(JSON.stringify(json)))).toEqual([])
  expect(json).toMatchObject({ type: 'threshold', threshold, filters: emitted.filters })
  expect(json.required_fields.map(({ name }) => name)).toEqual(expect.arrayContaining(['service.id', 'user.id']))
})

const other = exampleContent({ id: '0a0c7f5e-3f0e-4a55-9d2b-6c1f8f3f7a02', name: 'Other' }, 'rules/cross/other/rule.ts')
const contents = [exampleContent(), other]
const rules = contents.map(({ value }) => value)

it('the rendered rule files are in the generated folder, one per rule, with sorted keys', () => {
  const [first, second] = renderRules(contents, emptyEnvironment)
  expect([first?.path, second?.path]).toEqual(['rules/generated/m365/example.json', 'rules/generated/cross/other.json'])
  const keys = Object.keys(JSON.parse(first?.text ?? ''))
  expect(keys).toEqual([...keys].sort())
})

it('the rendered pack has one rule per line, in the same order for any order of files', () => {
  const pack = renderPack(rules, emptyEnvironment)
  expect(renderPack([...rules].reverse(), emptyEnvironment)).toBe(pack)
  const lines = pack.split('\n')
  expect(lines.pop()).toBe('')
  expect(lines.map((line) => JSON.parse(line).name)).toEqual(['Other', 'Example of a rule'])
})

it('the rendered pack omits rules that the environment disables', () => {
  const environment = environmentWith({ disabled: [exampleRule.id] })
  expect(renderRules(contents, environment).map(({ path }) => path)).toEqual(['rules/generated/cross/other.json'])
  expect(renderPack(rules, environment)).not.toContain(exampleRule.id)
})

it('the rendered rules suppress alerts only if requested, by application and account', async () => {
  const pack = (await loadPack()).map(({ value }) => value)
  expect(renderPack(pack, emptyEnvironment)).not.toContain('alert_suppression')
  const overlaid = renderPack(pack, emptyEnvironment, undefined, { suppression: true }).trimEnd().split('\n')
  expect(checkPack(overlaid)).toEqual([])
  const emittedRules = overlaid.map((line) => JSON.parse(line)).filter(({ rule_id }) => rule_id !== undefined)
  const plain = new Set(pack.flatMap(({ id, repeats, severityByTier }) => (repeats || severityByTier ? [] : [id])))
  const byType = new Map(
    emittedRules.filter(({ rule_id }) => plain.has(rule_id)).map((rule) => [rule.type, rule.alert_suppression]),
  )
  const duration = { value: 24, unit: 'h' }
  const group_by = ['service.id', 'user.email', 'organization.id']
  const query = { group_by, duration, missing_fields_strategy: 'doNotSuppress' }
  expect(Object.fromEntries(byType)).toEqual({ query, new_terms: query, eql: query, threshold: { duration } })
})

it('the rendered rules record their suppression, so that deployments with and without it are distinguishable', () => {
  const plain = emitRule(exampleRule, emptyEnvironment)
  const overlaid = emitRule(exampleRule, emptyEnvironment, undefined, { suppression: true })
  expect(overlaid.meta).not.toEqual(plain.meta)
  expect(overlaid).toEqual({ ...plain, alert_suppression: expect.anything(), meta: overlaid.meta })
})

it('an experimental rendered rule is disabled and marked until the environment enables the rule', () => {
  const experimental = { ...exampleRule, state: 'experimental' } as Rule
  const naming = environmentWith({ enabled: [exampleRule.id] })
  const emitted = emitRule(experimental, emptyEnvironment)
  expect(emitted).toMatchObject({ enabled: false, note: expect.stringContaining('This rule is experimental') })
  expect(emitted.tags).toContain('State: Experimental')
  expect(emitRule(experimental, naming).enabled).toBe(true)
  expect(emitRule(exampleRule, naming).enabled).toBe(false)
  expect(emitRule(exampleRule, naming).note).not.toContain('experimental')
})

it('the rendered pack contains no drafts and no deprecated rules', () => {
  const named = (state: Rule['state'], id: Rule['id']) => ({ ...exampleRule, id, state }) as Rule
  const draft = named('draft', '0a0c7f5e-3f0e-4a55-9d2b-6c1f8f3f7a03')
  const old = named('deprecated', '0a0c7f5e-3f0e-4a55-9d2b-6c1f8f3f7a04')
  expect(emitPack([...rules, draft, old], emptyEnvironment).rules.map(({ name }) => name)).toEqual([
    'Other',
    'Example of a rule',
  ])
})
