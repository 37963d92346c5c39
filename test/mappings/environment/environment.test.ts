import { expect, it } from 'vitest'
import { type Approval, emptyEnvironment, withoutEnded } from '../../../mappings/environment/environment.ts'

it('the environment excludes expired approvals; an approval is valid until the end of its last day', () => {
  const approval = (id: string, expires: string) => ({ id, expires }) as Approval
  const environment = {
    ...emptyEnvironment,
    approvedApps: [approval('a', '2026-11-24'), approval('b', '2026-11-25'), approval('c', '2026-11-26')],
  }
  const ids = (now: string) => withoutEnded(environment, Date.parse(now)).approvedApps.map(({ id }) => id)
  expect(ids('2026-11-25T23:59:59Z')).toEqual(['b', 'c'])
  expect(ids('2026-11-26T00:00:00Z')).toEqual(['c'])
})
