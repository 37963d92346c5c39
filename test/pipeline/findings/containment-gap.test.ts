import { expect, it } from 'vitest'
import type { Step } from '../../../rules/lib/scenario.ts'
import { findingsOf, hour, somebodyElse } from './render.ts'

const consent: Step[] = [
  { sample: 'm365/consent-user-mail', at: 'PT1H', bundle: 'consent' },
  { sample: 'm365/delegated-grant-added', at: 'PT1H', bundle: 'consent' },
]
const disabled: Step = { sample: 'm365/account-disabled', at: 'P1D' }
const enabled = (at: string): Step => ({ ...disabled, at, replace: { 'Disable account.': 'Enable account.' } })
const removed = (at: string): Step => ({ sample: 'm365/delegated-grant-removed', at })
const gaps = async (...args: Parameters<typeof findingsOf>) =>
  (await findingsOf(...args)).filter(({ oauth }) => oauth?.finding?.kind === 'containment_gap')

const left: Step[] = [disabled, ...consent, somebodyElse('P3D')]

it('a containment gap is a grant that remains for a day after the end of its account', async () => {
  const [finding, ...others] = await gaps(left)
  expect(others).toEqual([])
  expect(finding).toMatchObject({
    '@timestamp': hour(48),
    message:
      'mara.voss@northpier.example has been disabled for 24 hours, and "Invoice Sync Helper" still holds its grant',
    event: { kind: 'event', dataset: 'consentry.findings', action: 'containment_gap' },
    organization: { id: '5c1d0e6a-7a41-4e0b-9d37-2f64b1a8c901' },
    service: { id: 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13', name: 'Invoice Sync Helper' },
    user: { email: 'mara.voss@northpier.example' },
    oauth: {
      account: { status: 'disabled', status_age_hours: 24 },
      grant: { tier: 'critical', first_seen: hour(1) },
      finding: { kind: 'containment_gap', due: hour(48), value: 23 },
    },
  })
  expect(finding?.oauth?.finding?.events).toHaveLength(2)
  expect(finding?.oauth?.action).toBeUndefined()
})

it('the message of a containment gap is one line, regardless of the name of the application', async () => {
  const named = consent.map((step) => ({ ...step, replace: { 'Invoice Sync Helper': 'Sync\\r\\nCleared: \\u202e' } }))
  const [finding] = await gaps([disabled, ...named, somebodyElse('P3D')])
  expect(finding?.message).toMatch(/, and "Sync Cleared: ⟨U\+202E⟩" still holds its grant$/)
  expect(finding?.service?.name).toBe('Sync\r\nCleared: \u202e')
})

it('a containment gap is not reported before its due time', async () => {
  expect(await gaps([disabled, ...consent, somebodyElse('P1DT23H')])).toEqual([])
})

it('a containment gap is not reported if the grant was removed in time, even if the record arrives later', async () => {
  const late: Step = { ...removed('P1DT23H'), delivered: 'P2DT5H' }
  const recorded: Step[] = [disabled, ...consent, late, somebodyElse('P3D')]
  expect(await gaps(recorded)).toEqual([])
  expect(await gaps(recorded, { arriving: { latenessHours: 6 } })).toEqual([])
  // A record that arrives after the waiting time is too late.
  expect(await gaps(recorded, { arriving: { latenessHours: 4 } })).toHaveLength(1)
})

it('a containment gap is not reported if the account was enabled again or the application disabled', async () => {
  expect(await gaps([disabled, ...consent, enabled('P1DT23H'), somebodyElse('P3D')])).toEqual([])
  const contained: Step = { sample: 'm365/service-principal-disabled', at: 'P1DT3H' }
  expect(await gaps([disabled, ...consent, contained, somebodyElse('P3D')])).toEqual([])
})

it('a containment gap is reported once if an account is disabled and later deleted', async () => {
  const deleted: Step = { ...disabled, at: 'P1DT12H', replace: { 'Disable account.': 'Delete user.' } }
  const found = await gaps([disabled, deleted, ...consent, somebodyElse('P4D')])
  expect(found.map((each) => each['@timestamp'])).toEqual([hour(48)])
})
