import { expect, it } from 'vitest'
import { checkSeveralAlerts } from '../../../pipeline/content-check/rule-content.ts'
import type { Golden } from '../../../pipeline/content-check/samples.ts'
import type { Rule } from '../../../rules/lib/rule.ts'
import { exampleRule } from '../../rules/lib/example-rule.ts'

const hits = [exampleRule.name, 'Other']

it('two rules that alert on one document cause a warning with both names; drafts and threshold rules are excluded', () => {
  const warnings = (more: object) =>
    checkSeveralAlerts(
      'a.raw.json',
      [{ hits } as unknown as Golden],
      [exampleRule, { ...exampleRule, name: 'Other', ...more } as Rule],
    ).map(({ code, level, message }) => `${level} ${code} ${message}`)
  expect(warnings({})).toEqual([`warning R028 2 rules alert on one act: ${exampleRule.name}, Other`])
  expect(warnings({ state: 'draft' })).toEqual([])
  expect(warnings({ state: 'experimental' })).toHaveLength(1)
  expect(warnings({ type: 'threshold' })).toEqual([])
})
