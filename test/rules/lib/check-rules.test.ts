import { expect, it } from 'vitest'
import { fieldCatalog } from '../../../pipeline/catalog.ts'
import { loadMappings } from '../../../pipeline/chain.ts'
import { checkRule, checkRules } from '../../../rules/lib/check-rules.ts'
import type { Rule } from '../../../rules/lib/rule.ts'
import { product } from '../../support/product.ts'
import { exampleContent } from './example-rule.ts'

const codes = (change: object) => checkRule(exampleContent(change)).map(({ code, path }) => [code, path])

const threshold = (change: object) => ({
  type: 'threshold',
  within: '1h',
  threshold: { field: ['service.id'], value: 5, ...change },
})
const newTerms = (change: object) => ({
  type: 'new_terms',
  newTermsFields: ['user.id', 'service.id'],
  historyWindowStart: 'now-30d',
  ...change,
})

it('a valid rule has no findings', () => {
  expect(checkRule(exampleContent())).toEqual([])
})

it.each<[string, object, string, string]>([
  ['a query that does not parse', { query: 'oauth.action: "consent" and' }, 'Q001', 'query:1:25'],
  ['an unknown field', { query: '*:*\nand oauth.actoin: "consent"' }, 'Q002', 'query:2:5'],
  ['a technique that is not in the table', { attack: ['T1671', 'T9999'] }, 'R002', 'attack.1'],
  ['a dataset that does not exist', { datasets: ['o365.audits'] }, 'R008', 'datasets.0'],
  ['no near miss', { tests: { match: [{ sample: 'm365/a' }], noMatch: [] } }, 'R006', 'tests.noMatch'],
  ['no evidence that matches', { tests: { noMatch: [{ sample: 'm365/a' }] } }, 'R006', 'tests.match'],
  ['an id that is no UUID', { id: 'example' }, 'R001', 'rule_id'],
  ['a look-back shorter than its interval', { interval: '1h', from: 'now-30m' }, 'R001', 'from'],
  [
    'a sequence that lasts longer than it looks back',
    {
      type: 'eql',
      from: 'now-60m',
      query: 'sequence by user.id with maxspan=1h [any where true] [any where true]',
    },
    'R010',
    'from',
  ],
  ['members that JSON loses', { setup: undefined }, 'C002', ''],
])('a rule with %s is reported', (_, change, code, path) => {
  expect(codes(change)).toContainEqual([code, path])
})

it.each<[string, object, string, string]>([
  ['an unknown group field', threshold({ field: ['service.idd'] }), 'Q002', 'threshold.field.0'],
  ['a group field that makes no buckets', threshold({ field: ['message'] }), 'Q003', 'threshold.field.0'],
  [
    'different values of a group field',
    threshold({ field: ['service.id'], cardinality: [{ field: 'service.id', value: 2 }] }),
    'R010',
    'threshold.cardinality.0.field',
  ],
  ['a history shorter than a run', newTerms({ historyWindowStart: 'now-9m' }), 'R010', 'historyWindowStart'],
  ['an unknown new term', newTerms({ newTermsFields: ['user.idd'] }), 'Q002', 'newTermsFields.0'],
  ['alerts and documents together', { datasets: ['o365.audit', 'kibana.alerts'] }, 'R010', 'datasets'],
  ['fields that alerts do not map', { datasets: ['kibana.alerts'] }, 'Q002', 'query:1:30'],
])('a threshold or new-terms rule with %s is reported', (_, change, code, path) => {
  expect(codes(change)).toContainEqual([code, path])
})

it.each<[string, object, string[]]>([
  ['threshold on new terms', { ...newTerms({}), threshold: { field: [], value: 5 } }, ['threshold']],
  ['threshold on a query', { threshold: { field: [], value: 5 } }, ['threshold']],
  ['new terms on a query', newTerms({ type: undefined }), ['newTermsFields', 'historyWindowStart']],
  ['new terms on a threshold', { ...newTerms({}), ...threshold({}) }, ['newTermsFields', 'historyWindowStart']],
  [
    'all of them on a sequence',
    { ...newTerms({}), ...threshold({}), type: 'eql', query: 'any where true' },
    ['newTermsFields', 'historyWindowStart', 'within', 'threshold'],
  ],
  ['a period of a count and a range', { ...threshold({}), from: 'now-2h' }, ['within']],
  ['a count without a period', { type: 'threshold', threshold: { field: [], value: 5 } }, ['threshold']],
  ['a member that no rule has', { thresholds: {} }, ['thresholds']],
])('a rule with %s is reported', (_, change, paths) => {
  const found = checkRule(exampleContent(change)).filter(({ code }) => code === 'R022')
  expect(found.map(({ path }) => path)).toEqual(paths)
})

it('a threshold or new-terms rule that Kibana supports has no findings', () => {
  expect(codes(threshold({ cardinality: [{ field: 'user.id', value: 2 }] }))).toEqual([])
  expect(codes(newTerms({}))).toEqual([])
})

it.each([undefined, null, 'rule', {}, { id: 'x' }])(
  'a rule without its required members (%j) is reported without an exception',
  (value) => {
    const content = { file: 'rules/m365/none/rule.ts', value: value as unknown as Rule }
    expect(checkRules([content])).toMatchObject([{ code: 'C001' }])
  },
)

it('a rule with several mistakes has a finding for each mistake', () => {
  const found = codes({ query: 'oauth.action: "x" and nothing: 1', id: 'x', attack: ['T1671'] })
  expect(found).toEqual([
    ['Q005', 'query:1:15'],
    ['Q002', 'query:1:23'],
    ['R001', 'rule_id'],
  ])
})

it('two rules must not share an ID or a name', () => {
  const found = checkRules([exampleContent(), exampleContent({}, 'rules/m365/copy/rule.ts')])
  expect(found.map(({ code, file, hint }) => [code, file, hint])).toEqual([
    ['C003', 'rules/m365/copy/rule.ts', 'see rules/m365/example/rule.ts'],
    ['R007', 'rules/m365/copy/rule.ts', 'see rules/m365/example/rule.ts'],
  ])
})

it('a deprecated rule must name an active successor, and no other rule can have a successor', () => {
  const id = '0a0c7f5e-3f0e-4a55-9d2b-6c1f8f3f7a02'
  const newer = exampleContent({ id, name: 'Newer' }, 'rules/m365/newer/rule.ts')
  const found = (change: object) => checkRules([exampleContent(change), newer]).map(({ code }) => code)
  expect(found({ state: 'deprecated', successor: id })).toEqual([])
  expect(found({ state: 'deprecated' })).toEqual(['R013'])
  expect(found({ state: 'deprecated', successor: exampleContent().value.id })).toEqual(['R013'])
  expect(found({ successor: id })).toEqual(['R013'])
})

it.each([
  ['oauth.action: "credential_add"', /no approval covers "credential_add"/],
  ['oauth.action: "app_use" and oauth.account.status: "disabled"', /a rule on oauth\.account\.status/],
  ['oauth.app.known_abused: true', /does not name its acts/],
  ['oauth.action: ("app_use" or "consent")', /approvals cover use, or entry and consent/],
])('rules exclude approved applications only on acts that an approval covers: not %s', (query, message) => {
  const findings = checkRules([exampleContent({ skipsApprovedApps: true, query })])
  expect(findings).toEqual([expect.objectContaining({ code: 'R014', message: expect.stringMatching(message) })])
})

it('Elasticsearch accepts the EQL queries of the pack in a tenant with any set of log sources', async () => {
  const catalog = fieldCatalog(await loadMappings())
  // Removes optional marks except the tenant's: every log source has the tenant, but not every record has it.
  const optional = /\?(?!organization\.id)/g
  const rules = product.rules.filter(({ value }) => value.query.search(optional) >= 0)
  expect(rules.length).toBeGreaterThan(0)
  for (const { file, value } of rules) {
    const required = { file, value: { ...value, query: value.query.replace(optional, '') } as Rule }
    const codes = new Set(checkRule(required, catalog).map(({ code }) => code))
    expect([...codes], value.name).toEqual(['Q008'])
  }
})
