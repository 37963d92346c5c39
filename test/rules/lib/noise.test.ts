import { expect, it } from 'vitest'
import { checkNoise, checkNoiseBudget, everyRulesBudget, noiseOf } from '../../../rules/lib/noise.ts'
import { exampleContent } from './example-rule.ts'

const codes = (noise: unknown) => checkNoiseBudget(exampleContent({ noise })).map(({ code, path }) => [code, path])
const own = { perThousand: 0.5, because: 'Secrets are rotated.' }

it('a noise budget of a rule above the general budget is valid with a reason', () => {
  expect(codes(own)).toEqual([])
  expect(codes(undefined)).toEqual([])
})

it.each([
  ['not above what every rule may', { ...own, perThousand: everyRulesBudget }, 'noise.perThousand'],
  ['more than one event in a thousand', { ...own, perThousand: 1.5 }, 'noise.perThousand'],
  ['no number', { ...own, perThousand: '0.5' }, 'noise.perThousand'],
  ['without a reason', { ...own, because: ' ' }, 'noise.because'],
])('a noise budget of a rule is refused when it is %s', (_, noise, path) => {
  expect(codes(noise)).toEqual([['R020', path]])
})

const judged = (change: object, alerts: number) => {
  const content = exampleContent(change)
  return checkNoise([content], [noiseOf(content.value, alerts, 10_000)]).map(({ code }) => code)
}

it('the noise of a rule is its number of alerts per thousand events', () => {
  expect(noiseOf(exampleContent().value, 4, 10_000)).toMatchObject({ alerts: 4, perThousand: 0.4, budget: 0.05 })
})

it('the noise of a rule is too high above the general budget or above its own noise budget', () => {
  expect(judged({}, 0)).toEqual([])
  expect(judged({}, 1)).toEqual(['R021'])
  expect(judged({ noise: own }, 5)).toEqual([])
  expect(judged({ noise: own }, 6)).toEqual(['R021'])
})

it('the noise check reports a noise budget that is no longer needed', () => {
  expect(judged({ noise: own }, 0)).toEqual(['R020'])
})
