import { expect, it } from 'vitest'
import { checkEvasions } from '../../../pipeline/content-check/check.ts'
import { guideOf } from '../../../rules/lib/guide.ts'
import { exampleRule } from '../../rules/lib/example-rule.ts'

const content = (more: object) => [{ file: 'rules/m365/example/rule.ts', value: { ...exampleRule, ...more } }] as never
const evasion = 'The intruder waits.'

it('the guide of a rule lists its conditions', () => {
  expect(guideOf({ ...exampleRule, conditions: '- A key was added.' } as never)).toContain(
    '#### Conditions\n\n- A key was added.',
  )
})

it('every active rule describes its evasion, and its guide shows it', () => {
  const codes = (more: object) => checkEvasions(content(more)).map(({ code }) => code)
  expect(codes({})).toEqual(['R027'])
  expect(codes({ evasion })).toEqual([])
  expect(codes({ state: 'experimental' })).toEqual([])
  expect(guideOf({ ...exampleRule, evasion } as never)).toContain(evasion)
})
