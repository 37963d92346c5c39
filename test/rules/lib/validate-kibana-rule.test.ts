import { expect, it } from 'vitest'
import { emptyEnvironment } from '../../../mappings/environment/environment.ts'
import { emitRule } from '../../../rules/lib/emit.ts'
import { validateKibanaRule } from '../../../rules/lib/validate-kibana-rule.ts'
import { exampleRule } from './example-rule.ts'

const good: Record<string, unknown> = JSON.parse(JSON.stringify(emitRule(exampleRule, emptyEnvironment)))
const { timeline_title: _, ...withoutTitle } = good
const { query: _query, language: _language, index: _index, filters: _filters, ...base } = good
const techniqueAsTactic = { id: 'T1671', name: 'x', reference: 'https://attack.mitre.org/tactics/TA0003/' }
const searched = { query: 'a: b', language: 'kuery', index: ['logs-o365.audit-*'] }

// The rules of the pack cover the other types.
it.each([
  [
    'query with suppression',
    { ...good, alert_suppression: { group_by: ['user.id'], duration: { value: 1, unit: 'h' } } },
  ],
  ['timeline', { ...good, timeline_id: 'a', timeline_title: 'b' }],
])('a rule of the import format of kind %s is taken', (_, rule) => {
  expect(validateKibanaRule(rule)).toEqual([])
})

const without = (name: string) => Object.fromEntries(Object.entries(good).filter(([key]) => key !== name))

it.each<[string, object, string, string]>([
  ['an unknown member', { ...good, parameters: 1 }, '', 'parameters'],
  ['a member of another type', { ...good, threshold: { field: [], value: 1 } }, '', 'threshold'],
  ['no query', without('query'), '', "'query'"],
  ['no version', without('version'), '', "'version'"],
  ['an id that is no UUID', { ...good, rule_id: 'my-rule' }, 'rule_id', 'pattern'],
  ['a severity that does not exist', { ...good, severity: 'severe' }, 'severity', 'low, medium, high, critical'],
  ['a risk score beyond 100', { ...good, risk_score: 101 }, 'risk_score', '<= 100'],
  ['a risk score outside the band', { ...good, risk_score: 10 }, 'risk_score', 'band of high'],
  ['a foreign index', { ...good, index: ['logs-*'] }, 'index.0', 'pattern'],
  ['lucene', { ...good, language: 'lucene' }, 'language', 'kuery'],
  ['no triage', { ...good, note: '' }, 'note', 'pattern'],
  ['no false positives', { ...good, false_positives: [] }, 'false_positives', 'fewer than 1'],
  ['no tactic', { ...good, threat: [] }, 'threat', 'fewer than 1'],
  [
    'a tactic with a technique id',
    { ...good, threat: [{ framework: 'MITRE ATT&CK', tactic: techniqueAsTactic }] },
    'threat.0.tactic.id',
    'pattern',
  ],
  ['too many signals', { ...good, max_signals: 5000 }, 'max_signals', '<= 1000'],
  ['an interval without a unit', { ...good, interval: '5' }, 'interval', 'pattern'],
  ['a look-back that leaves gaps', { ...good, from: 'now-5m' }, 'from', 'lost'],
  ['half a timeline', { ...withoutTitle, timeline_id: 'a' }, '', 'timeline_title'],
  ['a type that the pack does not use', { ...good, type: 'esql' }, 'type', 'query, eql, threshold, new_terms'],
  [
    'too many group fields',
    { ...base, ...searched, type: 'threshold', threshold: { field: ['a', 'b', 'c', 'd', 'e', 'f'], value: 1 } },
    'threshold.field',
    'more than 5',
  ],
])('a rule of the import format with %s is refused', (_, rule, path, message) => {
  const refused = validateKibanaRule(rule)
  expect(refused.map((entry) => entry.path)).toContain(path)
  expect(refused.map((entry) => entry.message).join('; ')).toContain(message)
})
