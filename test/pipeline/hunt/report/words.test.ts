import { expect, it } from 'vitest'
import { joinedReasons, reasonsOf } from '../../../../pipeline/hunt/report/words.ts'

it('reasons that differ only in their beginnings are joined', () => {
  expect(joinedReasons(['openid: Sign-in only', 'a kit', 'mail: Read', 'email: Sign-in only'])).toEqual([
    'openid and email: Sign-in only',
    'a kit',
    'mail: Read',
  ])
})

it('the reasons of a rule are complete up to eleven, and the number of further reasons is stated', () => {
  const alerts = (length: number) => Array.from({ length }, (_, i) => ({ reason: `${i}` }))
  expect(reasonsOf({ alerts: [...alerts(11), ...alerts(11)] })).toHaveLength(11)
  expect(reasonsOf({ alerts: alerts(1012) }).slice(9)).toEqual(['9', 'and 1,002 more: see alerts.ndjson'])
})
