import { expect, it } from 'vitest'
import { emptyEnvironment } from '../../../mappings/environment/environment.ts'
import { blindRules } from '../../../rules/lib/blind-rules.ts'
import { checkEnvironment } from '../../../rules/lib/check-environment.ts'
import type { Rule } from '../../../rules/lib/rule.ts'
import { environmentWith, exampleRule, ruleWith } from './example-rule.ts'

const { id } = exampleRule
const rule = ruleWith({
  query: 'oauth.action: "app_use" and oauth.app.idle_days >= 60',
  parameters: { idleDays: 'oauth.app.idle_days >=' },
})
const counting = ruleWith({
  id: '0b0c7f5e-3f0e-4a55-9d2b-6c1f8f3f7a02',
  name: 'Counts',
  type: 'threshold',
  threshold: { field: ['service.id'], value: 5 },
  parameters: { records: 'threshold.value' },
})
const draft = ruleWith({ id: '0b0c7f5e-3f0e-4a55-9d2b-6c1f8f3f7a03', name: 'Draft', state: 'draft' })

function found(rules: object, available: readonly string[] = []) {
  return checkEnvironment({ ...environmentWith(rules), available }, [rule, counting, draft], 'environment.yaml')
}

it.each([
  [
    'a rule that is not there',
    { severities: { '0b0c7f5e-3f0e-4a55-9d2b-6c1f8f3f7aff': 'low' } },
    'rules.severities.0b0c7f5e-3f0e-4a55-9d2b-6c1f8f3f7aff',
    'there is no rule',
  ],
  ['a rule that is not shipped', { disabled: [draft.id] }, 'rules.disabled[0]', '"Draft" is draft'],
  ['a rule to enable that is not experimental', { enabled: [id] }, 'rules.enabled[0]', 'not experimental'],
  ['the severity that it has', { severities: { [id]: 'high' } }, `rules.severities.${id}`, 'already has severity high'],
  [
    'a number that it has',
    { thresholds: { [id]: { idleDays: 60 } } },
    `rules.thresholds.${id}.idleDays`,
    'already has the value 60',
  ],
  [
    'a number that it lacks',
    { thresholds: { [id]: { days: 60 } } },
    `rules.thresholds.${id}.days`,
    'no parameter days',
  ],
  [
    'a number of a rule that is off',
    { disabled: [id], thresholds: { [id]: { idleDays: 9 } } },
    `rules.thresholds.${id}`,
    'also disabled',
  ],
])('a setting that changes nothing is reported: %s', (_, rules, path, message) => {
  expect(found(rules)).toMatchObject([
    { code: 'E004', level: 'warning', path, message: expect.stringContaining(message) },
  ])
})

it.each([
  ['an id', '0b0c7f5e-3f0e-4a55-9d2b-6c1f8f3f7a22', `did you mean ${counting.id} ("Counts")?`],
  ['the name of a rule', 'Count', `did you mean ${counting.id} ("Counts")?`],
  ['anything else', 'x', '`consentry rules list --json` shows the ids'],
])('the disabling of an unknown rule is an error, with the nearest rule for %s', (_, wanted, hint) => {
  const fault = { code: 'E004', level: 'error', file: 'environment.yaml', path: 'rules.disabled[0]' }
  expect(found({ disabled: [wanted] })).toEqual([{ ...fault, message: `there is no rule ${wanted}`, hint }])
})

it('an unknown parameter of a rule is reported, with the parameters of the rule', () => {
  expect(found({ thresholds: { [id]: { days: 60 } } })[0]?.hint).toBe('it has idleDays (60)')
})

it('an available item that no rule requires is reported', () => {
  expect(found({}, ['asn', 'license:entra-id-p3'])).toMatchObject([
    { path: 'available[1]', hint: 'did you mean "license:entra-id-p1"?' },
  ])
})

it('a parameter that is not a valid count causes an error', () => {
  expect(found({ thresholds: { [counting.id]: { records: 2.5 } } })).toMatchObject([{ level: 'error' }])
})

it('a number out of range, or limits that exclude each other, cause an error that names the rule', () => {
  const bounded = ruleWith({
    query: 'oauth.app.idle_days >= 60 and oauth.app.idle_days <= 400',
    parameters: { idleDays: 'oauth.app.idle_days >=' },
  })
  const errors = (idleDays: number) =>
    checkEnvironment(environmentWith({ thresholds: { [bounded.id]: { idleDays } } }), [bounded], 'environment.yaml')
  const path = `rules.thresholds.${bounded.id}.idleDays`
  for (const days of [-5, 400, 1e30])
    expect(errors(days)).toMatchObject([{ level: 'error', path, message: expect.stringContaining(bounded.name) }])
  expect(errors(399)).toEqual([])
})

it('settings with an effect are not reported', () => {
  expect(
    found({ severities: { [id]: 'low' }, thresholds: { [id]: { idleDays: 90 }, [counting.id]: { records: 9 } } }),
  ).toEqual([])
})

const needy = ruleWith({ requires: ['license:entra-id-p1', 'asn'] })
const names = (available: readonly string[], sees?: (rule: Rule) => boolean) =>
  blindRules({ ...emptyEnvironment, available }, [needy, exampleRule], sees).map((each) => each.requirement)

it('a rule with requirements is blind without each requirement that the environment lacks', () => {
  expect(names([])).toEqual(['asn', 'license:entra-id-p1'])
  expect(names(['asn'])).toEqual(['license:entra-id-p1'])
  expect(names(['asn', 'license:entra-id-p1'])).toEqual([])
})

it('a rule with requirements is not blind if its records exist', () => {
  expect(names([], (rule) => rule === needy)).toEqual([])
})
