import { expect, it, vi } from 'vitest'
import { InMemoryHistory } from '../../../pipeline/findings/in-memory-history.ts'
import type { Step } from '../../../rules/lib/scenario.ts'
import { findingsOf, hour } from './render.ts'

const consent: Step = { sample: 'm365/consent-user-mail', at: 'PT1H' }
const use = (at: string, delivered = at): Step => ({ sample: 'm365/mail-items-accessed-bind', at, delivered })
const disabled: Step = { sample: 'm365/account-disabled', at: 'P1D', delivered: 'P3D' }
const enabled: Step = { ...disabled, at: 'P1DT4H', replace: { 'Disable account.': 'Enable account.' } }
const arriving = { arriving: { latenessHours: 6 } }

const late = async (...args: Parameters<typeof findingsOf>) =>
  (await findingsOf(...args)).filter(({ oauth }) => oauth?.finding?.kind === 'use_after_end')

it('a use before the record of an account end is reported with current facts, once per use', async () => {
  const found = await late([consent, disabled, use('PT30H'), use('PT40H')], arriving)
  expect(found.map((each) => [each['@timestamp'], each.oauth?.account?.status_age_hours])).toEqual([
    [hour(30), 6],
    [hour(40), 16],
  ])
  expect(found[0]).toMatchObject({
    message: expect.stringContaining('became known later'),
    source: { ip: '203.0.113.77' },
    oauth: { action: 'app_use', account: { status: 'disabled' }, finding: { events: [expect.any(String)] } },
  })
  expect(found[0]?.oauth?.act).toBeUndefined()
})

it('a use before the record of an account end is not reported if it was already marked when stored', async () => {
  expect(await late([consent, disabled, use('PT30H', 'P4D')], arriving)).toEqual([])
})

it('a use before the record of an account end is not reported before the end or after a reactivation', async () => {
  expect(await late([consent, disabled, use('PT20H')], arriving)).toEqual([])
  expect(await late([consent, disabled, enabled, use('PT30H')], arriving)).toEqual([])
})

it('a search for uses after an account end excludes the time after a reactivation', async () => {
  const asked = vi.spyOn(InMemoryHistory.prototype, 'unmarkedUses')
  const again = { ...disabled, at: 'P2D' }
  const after: Step = { ...use('PT30H'), repeat: { every: 'PT1H', times: 10 } }
  expect(await late([consent, disabled, enabled, again, use('PT27H'), after, use('PT50H')], arriving)).toHaveLength(2)
  const uses = await Promise.all(asked.mock.results.map(({ value }) => value as Promise<unknown[]>))
  expect(Math.max(...uses.map(({ length }) => length))).toBe(2)
  asked.mockRestore()
})

it('a use is found between an account end and a reactivation that are both recorded later', async () => {
  const found = await late([consent, disabled, enabled, use('PT27H')], arriving)
  expect(found.map((each) => each['@timestamp'])).toEqual([hour(27)])
})

it('a use after an account end is not reported again for records in time order, because the use is already marked', async () => {
  expect(await late([consent, disabled, use('PT30H')])).toEqual([])
})
