// Silence, absence, volume, clicks and credentials: each at the boundary between usual and unusual.
import { expect, it, vi } from 'vitest'
import { emptyEnvironment } from '../../../mappings/environment/environment.ts'
import { dayMs, hourMs } from '../../../mappings/kernel/durations.ts'
import type { History } from '../../../pipeline/findings/history.ts'
import { InMemoryHistory } from '../../../pipeline/findings/in-memory-history.ts'
import { findSilentLogSources } from '../../../pipeline/findings/log-source-silent.ts'
import { defaultFindingSettings, type Span } from '../../../pipeline/findings/settings.ts'
import type { Step } from '../../../rules/lib/scenario.ts'
import { findingsOf, hour, somebodyElse } from './render.ts'

async function found(kind: string, steps: Parameters<typeof findingsOf>[0]) {
  return (await findingsOf(steps)).filter(({ oauth }) => oauth?.finding?.kind === kind)
}

const signIns = (days: number): Step => ({
  sample: 'm365/sign-in',
  at: 'PT0S',
  repeat: { every: 'PT8H', times: days * 3 },
})
const mailUntil = (days: number): Step => ({
  sample: 'm365/mail-items-accessed-bind',
  at: 'PT4H',
  repeat: { every: 'PT8H', times: days * 3 },
})

it('a log source is silent if it has no records for more than a day and for longer than ever before', async () => {
  const [finding, ...others] = await found('log_source_silent', [signIns(20), mailUntil(23)])
  expect(others).toEqual([])
  // The last sign-in is in hour 472. The finding comes a day after the end of this hour.
  expect(finding).toMatchObject({
    '@timestamp': hour(497),
    message: expect.stringMatching(
      /^o365\.audit \(AzureActiveDirectory\) has reported no application activity for 24 hours/,
    ),
    oauth: { finding: { value: 24, baseline: 8 } },
  })
})

/** Returns the silences that fall due in a span, for a log source with a record in each of these hours. */
function silences(hours: readonly number[], span: Span, since?: number) {
  const logSource = {
    vendor: 'microsoft',
    tenant: 't',
    dataset: 'o365.audit',
    provider: 'Exchange',
    hours,
  } as const
  const history = { logSources: async () => [{ ...logSource, ...(since !== undefined && { since }) }] }
  return findSilentLogSources(
    { history: history as unknown as History, settings: defaultFindingSettings, environment: emptyEnvironment },
    span,
  )
}
const everyEightHours = Array.from({ length: 60 }, (_, i) => Date.parse('2026-03-02T00:00:00Z') + i * 8 * hourMs)
const last = everyEightHours.at(-1) as number

it('a log source is reported as silent only if its records began to arrive at least two weeks earlier', async () => {
  const silent = (since?: number) => silences(everyEightHours, { from: last, until: last + 3 * dayMs }, since)
  expect(await silent(last + dayMs)).toEqual([])
  expect(await silent(last - 13 * dayMs)).toEqual([])
  expect(await silent(last - 14 * dayMs)).toHaveLength(1)
  expect(await silent()).toHaveLength(1)
})

it('a silent log source is reported when the silence becomes due, even if records return in the same period', async () => {
  const due = last + 25 * hourMs
  const silent = (returned: number, from: number) =>
    silences([...everyEightHours, returned], { from, until: from + 2 * hourMs })
  expect(await silent(due, due - hourMs)).toHaveLength(1)
  expect(await silent(due - hourMs, due - hourMs)).toEqual([])
  expect(await silent(due + dayMs, due - 2 * hourMs)).toHaveLength(1)
  expect(await silent(due + dayMs, due)).toEqual([])
})

it('a log source with records in few hours is not reported as silent, because every pause may be the longest', async () => {
  const every = (hours: number, times: number): Step => ({
    sample: 'm365/sign-in',
    at: 'PT0S',
    repeat: { every: `PT${hours}H`, times },
  })
  expect(await found('log_source_silent', [every(24, 19), mailUntil(23)])).toEqual([])
  expect(await found('log_source_silent', [every(24, 20), mailUntil(23)])).toHaveLength(1)
})

const calls = (at: string, times: number, replace: Readonly<Record<string, string>> = {}): Step => ({
  sample: 'google-workspace/token-activity-gmail',
  at,
  repeat: { every: 'PT1H', times },
  replace,
})
const later: Step = { sample: 'google-workspace/login-success', at: 'P10D' }
const renamed = { '"client_id"': '"oauth_client"' }

it('a field is absent if no document of a day has it although at least twenty should have it', async () => {
  const absent = await found('field_absent', [calls('PT15H', 168), calls('P7DT15H', 24, renamed), later])
  expect(absent.map(({ message }) => message)).toContain(
    'none of 24 documents of google_workspace.token had service.id, which 24 of them should have',
  )
})

it('a field is not absent if one document has it, or if few documents should have it', async () => {
  const one = await found('field_absent', [calls('PT15H', 169), calls('P7DT16H', 23, renamed), later])
  expect(one).toEqual([])
  const few = await found('field_absent', [calls('PT15H', 168), calls('P7DT15H', 19, renamed), later])
  expect(few).toEqual([])
})

const draw = (at: string, bytes: number, times: number): Step => ({
  sample: 'google-workspace/token-activity-gmail',
  at,
  repeat: { every: 'P1D', times },
  replace: { '48213': String(bytes) },
})

it('a volume is unusual if it is large and five times the usual daily volume of the application', async () => {
  const [finding, ...others] = await found('volume', [
    draw('PT1H', 20_000_000, 6),
    draw('P6DT1H', 100_000_000, 1),
    later,
  ])
  expect(others).toEqual([])
  expect(finding).toMatchObject({
    '@timestamp': '2026-03-09T00:00:00.000Z',
    message: expect.stringMatching(/took 100 MB of lena\.\S+ in a day; on a day it usually takes 20 MB$/),
    service: { name: 'Inbox Pilot' },
    user: { email: 'lena.ostrow@northpier.example' },
    oauth: { activity: { bytes: 100_000_000 }, finding: { value: 100_000_000, baseline: 20_000_000 } },
  })
  expect(finding?.oauth?.finding?.events).toHaveLength(1)
})

it('the history of a volume is read once a day, regardless of the number of mailboxes', async () => {
  const asked = vi.spyOn(InMemoryHistory.prototype, 'usualVolume')
  const another: Step = {
    ...draw('PT2H', 200_000_000, 3),
    replace: { '48213': '200000000', 'lena.ostrow': 'ines.carver' },
  }
  await found('volume', [draw('PT1H', 200_000_000, 3), another, later])
  expect(asked).toHaveBeenCalledTimes(3)
  asked.mockRestore()
})

it('a volume is not unusual below five times the usual day, below the minimum, or with a history of four days', async () => {
  expect(await found('volume', [draw('PT1H', 20_000_001, 6), draw('P6DT1H', 100_000_000, 1), later])).toEqual([])
  expect(await found('volume', [draw('PT1H', 1_000, 6), draw('P6DT1H', 99_999_999, 1), later])).toEqual([])
  expect(await found('volume', [draw('PT1H', 1_000, 4), draw('P6DT1H', 900_000_000, 1), later])).toEqual([])
})

it('a volume is not unusual if it is below twice a daily volume that is two weeks to three months old', async () => {
  const after = (peak: number, days: number) =>
    found('volume', [
      draw('PT1H', peak, 1),
      draw(`P${days - 6}DT1H`, 1_000, 6),
      draw(`P${days}DT1H`, 100_000_000, 1),
      { ...later, at: `P${days + 1}DT1H` },
    ])
  expect(await after(50_000_001, 91)).toEqual([])
  expect(await after(50_000_000, 91)).toHaveLength(1)
  expect(await after(50_000_001, 14)).toHaveLength(1)
  expect(await after(50_000_001, 101)).toHaveLength(1)
})

const items = (at: string, times: number, address = 'lena.ostrow@northpier.example'): Step => ({
  sample: 'google-workspace/token-activity-gmail',
  at,
  repeat: { every: 'PT5M', times },
  replace: { 'lena.ostrow@northpier.example': address },
})

it('fewer items are unusual only above twice the busiest earlier week of the same account', async () => {
  const after = (usual: number, last: number, whose?: string, before?: string) =>
    found('volume', [
      ...Array.from({ length: 56 }, (_, i) => items(`P${i}DT1H`, usual, before)),
      items('P56DT1H', last, whose),
      { ...later, at: 'P58D' },
    ])
  expect(await after(7, 100)).toHaveLength(1)
  expect(await after(7, 99)).toEqual([])
  expect(await after(8, 100)).toEqual([])
  expect(await after(7, 100, 'ines.carver@northpier.example')).toEqual([])
  expect(await after(7, 100, '', '')).toEqual([])
})

it('fewer items are not unusual if the account has fewer than four weeks before the last two', async () => {
  const after = (days: number) =>
    found('volume', [draw('PT1H', 1_000, days), items(`P${days}DT1H`, 100), { ...later, at: `P${days + 2}D` }])
  expect(await after(37)).toEqual([])
  expect(await after(38)).toHaveLength(1)
})

it('the events of a volume include each kind of data', async () => {
  const files = { '"gmail.users.messages.list"': '"drive.files.list"', '"gmail"': '"drive"' }
  const [finding] = await found('volume', [
    draw('PT1H', 1_000, 6),
    { ...draw('P6DT1H', 10_000_000, 1), repeat: { every: 'PT1M', times: 30 } },
    { ...draw('P6DT9H', 1_000, 1), replace: { ...files } },
    later,
  ])
  expect(finding?.oauth?.finding?.events).toHaveLength(11)
})

const consent: Step = { sample: 'm365/consent-user-mail', at: 'PT1H', bundle: 'click' }
const grant: Step = { sample: 'm365/delegated-grant-added', at: 'PT1H', bundle: 'click' }
const whole = [
  { ...consent, at: 'PT10M', bundle: 'whole' },
  { ...grant, at: 'PT10M', bundle: 'whole' },
] as const

it('an incomplete click is a consent without its grant, or a grant without its consent, after one hour', async () => {
  for (const alone of [consent, grant]) {
    const [finding, ...others] = await found('bundle_incomplete', [...whole, alone, somebodyElse('P1D')])
    expect(others).toEqual([])
    expect(finding).toMatchObject({ '@timestamp': hour(2), oauth: { finding: { value: 1, baseline: 2 } } })
  }
})

it('a grant without any earlier consent is incomplete, but a consent without any earlier grant is not', async () => {
  expect(await found('bundle_incomplete', [grant, somebodyElse('P1D')])).toHaveLength(1)
  expect(await found('bundle_incomplete', [consent, somebodyElse('P1D')])).toEqual([])
})

const week = (at: string): Step => ({ sample: 'm365/sign-in', at, repeat: { every: 'P1D', times: 5 } })
const callsOfWeek = (days: string, rest: string) => [calls(days, 120), calls(rest, 24, renamed)] as const
const twoWeeks = [...callsOfWeek('PT15H', 'P5DT15H'), ...callsOfWeek('P7DT15H', 'P12DT15H')] as const
const written: Step = {
  sample: 'entra/audit-delegated-grant-added',
  at: 'PT1H',
  replace: { '"user": {': '"app": {', '"id": "0b7c2f6e-51d4': '"servicePrincipalId": "8c0d7483-5d4b' },
}
const repeated: Step = { sample: 'm365/consent-tenant-wide-repeated', at: 'PT1H' }
const added: Step = { sample: 'm365/credential-secret-added', at: 'PT0S' }
const removed: Step = { sample: 'm365/credential-removed', at: 'P13DT23H' }

it.each<[string, string, readonly Step[]]>([
  ['the silence of a log source with a short history', 'log_source_silent', [signIns(13), mailUntil(23)]],
  [
    'a silence that is no longer than an earlier silence',
    'log_source_silent',
    [week('PT0S'), week('P7D'), week('P14D'), mailUntil(22)],
  ],
  [
    'a field that is absent in the first week, because the same day of the previous week is unknown',
    'field_absent',
    [calls('PT15H', 144), calls('P6DT15H', 24, renamed), later],
  ],
  [
    'a field that was also absent on the same day of the previous week',
    'field_absent',
    [...twoWeeks, { ...later, at: 'P14D' }],
  ],
  ['a grant that an application wrote', 'bundle_incomplete', [written, somebodyElse('P1D')]],
  ['a click with both a consent and a grant', 'bundle_incomplete', [consent, grant, somebodyElse('P1D')]],
  ['a consent without new permissions', 'bundle_incomplete', [repeated, somebodyElse('P1D')]],
  ['an old credential that was removed in time', 'credential_overlap', [added, removed, somebodyElse('P15D')]],
])('there is no finding for %s', async (_, kind, steps) => {
  expect(await found(kind, steps)).toEqual([])
})

it('credentials overlap if there are more than before two weeks after an addition', async () => {
  const [finding, ...others] = await found('credential_overlap', [added, somebodyElse('P15D')])
  expect(others).toEqual([])
  expect(finding).toMatchObject({
    '@timestamp': hour(14 * 24),
    service: { name: 'Payroll Bridge' },
    oauth: { finding: { value: 2, baseline: 1 } },
  })
})
