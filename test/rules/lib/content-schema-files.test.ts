// The published schemas of rules and scenarios, as an editor uses them.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, it } from 'vitest'
import { loadContent } from '../../../mappings/kernel/discover.ts'
import { packageRoot } from '../../../mappings/kernel/package-root.ts'
import { loadPack } from '../../../rules/lib/rule-folder.ts'
import { exampleRule } from './example-rule.ts'

/** The places of a value that its schema refuses. */
function refusals(name: 'rule' | 'scenario'): (value: unknown) => string[] {
  const text = readFileSync(join(packageRoot, 'rules', 'generated', 'schemas', `${name}.schema.json`), 'utf8')
  const fits = new Ajv2020({ allErrors: true, strict: false }).compile(JSON.parse(text) as object)
  return (value) => (fits(value) ? [] : (fits.errors ?? []).map(({ instancePath }) => instancePath))
}

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
const inRule = refusals('rule')
const inScenario = refusals('scenario')

const threshold = { field: ['service.id'], value: 3 }
const valid = {
  query: exampleRule,
  threshold: { ...exampleRule, type: 'threshold', threshold },
  new_terms: { ...exampleRule, type: 'new_terms', newTermsFields: ['service.id'], historyWindowStart: 'now-14d' },
  eql: { ...exampleRule, type: 'eql', query: 'any where true' },
  'with the address of the schema': { $schema: './rule.schema.json', ...exampleRule },
}

it('the schema of rules accepts every rule of the pack', async () => {
  const rules = await loadPack()
  expect(rules.length).toBeGreaterThan(90)
  expect(rules.flatMap(({ file, value }) => inRule(asJson(value)).map((place) => `${file} ${place}`))).toEqual([])
})

it.each(Object.entries(valid))('the schema of rules accepts a rule: %s', (_name, value) => {
  expect(inRule(value)).toEqual([])
})

it.each([
  ['/severity', { ...exampleRule, severity: 'urgent' }],
  ['', { ...exampleRule, severety: 'low' }],
  ['/tests/match/0', { ...exampleRule, tests: { match: [{ sampel: 'a/b' }], noMatch: [] } }],
  ['/threshold/value', { ...valid.threshold, threshold: { ...threshold, value: 0 } }],
  ['', { ...exampleRule, type: 'new_terms' }],
  ['/historyWindowStart', { ...valid.new_terms, historyWindowStart: '14d' }],
])('the schema of rules reports the position of a fault: %j', (place, value) => {
  expect(inRule(value)).toContain(place)
})

it('the schema of scenarios accepts every scenario of the pack', async () => {
  const scenarios = await loadContent('rules', 'scenario')
  expect(scenarios.length).toBeGreaterThan(100)
  const refused = scenarios.flatMap(({ file, value }) => inScenario(asJson(value)).map((place) => `${file} ${place}`))
  expect(refused).toEqual([])
})

it('the schema of scenarios reports the position of a fault', () => {
  const step = { sample: 'm365/consent-user-mail', att: 'PT0S' }
  expect(inScenario({ title: 'A', start: '2026-03-02T09:00:00Z', steps: [step] })).toContain('/steps/0')
})
