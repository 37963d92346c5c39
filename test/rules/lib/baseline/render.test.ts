import { expect, it } from 'vitest'
import { loadSamples } from '../../../../pipeline/content-check/samples.ts'
import { peopleOf } from '../../../../rules/lib/baseline/people.ts'
import { monthOf, plan } from '../../../../rules/lib/baseline/plan.ts'
import { render } from '../../../../rules/lib/baseline/render.ts'
import { type Habit, type Routine, routine, type Tenant, tenant } from '../../../../rules/lib/baseline/routine.ts'

const texts = new Map(loadSamples().map(({ ref, text }) => [ref, text]))
const samples = (reference: string) => texts.get(reference) as string

const harbour: Tenant = tenant({
  id: 'harbour',
  departments: { sales: 8, support: 4 },
  leavers: 2,
  domain: 'harbour.example',
  apps: { 'Quay Notes': { microsoft: '11111111-2222-4333-8444-555555555555' }, 'Quay Jobs': {} },
  month: { start: '2026-06-01T00:00:00Z', days: 28, past: 28 },
})

const of = (...habits: [Habit, ...Habit[]]): Routine[] => [routine({ id: 'test', habits })]
const signIn: Habit = {
  title: 'People sign in',
  who: 'sales',
  each: '1 a day',
  app: 'Quay Notes',
  steps: [{ sample: 'm365/sign-in', at: 'PT0S' }],
}
const { begin, end } = monthOf(harbour)
const recorded = (habit: Habit) => [...render(harbour, of(habit), samples)]

it('a rendered month is always the same text', () => {
  expect(recorded(signIn)).toEqual(recorded(signIn))
})

it('a rendered month has a unique ID for each record', () => {
  const ids = recorded(signIn).map(({ raw }) => (JSON.parse(raw) as { Id: string }).Id)
  expect(new Set(ids).size).toBe(ids.length)
})

it('a rendered month contains the people and applications of the tenant, and nobody from the samples', () => {
  const addresses = new Set(peopleOf(harbour).map(({ address }) => address))
  for (const { raw } of recorded(signIn)) {
    const record = JSON.parse(raw) as { UserId: string; ApplicationId: string }
    expect(addresses).toContain(record.UserId)
    expect(record.ApplicationId).toBe('11111111-2222-4333-8444-555555555555')
    expect(raw).not.toMatch(/mara\.voss|0b7c2f6e-51d4/)
  }
})

it('a rendered month keeps the rate of a habit on working days, and omits weekends', () => {
  const times = plan(harbour, of(signIn)).filter(({ at, person }) => at >= begin && person?.address.startsWith('ada.'))
  expect(times).toHaveLength(20)
  expect(times.map(({ at }) => new Date(at).getUTCDay()).filter((day) => day === 0 || day === 6)).toEqual([])
})

it('a rendered month contains work at night and on weekends if a habit requires it', () => {
  const jobs = of({ ...signIn, who: 'nobody', app: ['Quay Notes', 'Quay Jobs'], each: '2 a day', hours: 'all' })
  const month = plan(harbour, jobs).filter(({ at }) => at >= begin)
  expect(month).toHaveLength(2 * 2 * 28)
  expect(new Set(month.map(({ app }) => app))).toEqual(new Set(['Quay Notes', 'Quay Jobs']))
})

it('a rendered month contains about one earlier event per week for each habit', () => {
  const past = plan(harbour, of(signIn)).filter(({ at, person }) => at < begin && person?.address.startsWith('ada.'))
  expect(past.length).toBeGreaterThanOrEqual(2)
  expect(past.length).toBeLessThanOrEqual(4)
})

it('a rendered month contains nothing of a leaver after the last day', () => {
  const last = plan(harbour, of({ ...signIn, who: 'leavers' }))
  expect(last).toHaveLength(2)
  const all = plan(harbour, of({ ...signIn, who: 'everybody' }))
  for (const { person, at } of last) {
    const own = all.filter((occurrence) => occurrence.person?.address === person?.address)
    expect(own.filter((occurrence) => occurrence.at >= at)).toEqual([])
  }
  expect(all.filter(({ at }) => at > end - 4 * 86_400_000).length).toBeGreaterThan(0)
})

it('a rendered month contains a one-time event for all people of a department within the hour', () => {
  const once = plan(harbour, of({ ...signIn, each: undefined, on: 'P8DT10H' } as unknown as Habit))
  expect(once).toHaveLength(8)
  for (const { at } of once) expect(Math.floor((at - begin) / 3_600_000)).toBe(8 * 24 + 10)
})

it('a rendered month uses another application each time if a habit requires it', () => {
  const records = recorded({ ...signIn, app: 'new' }).map(({ raw }) => JSON.parse(raw) as { ApplicationId: string })
  expect(new Set(records.map(({ ApplicationId }) => ApplicationId)).size).toBeGreaterThan(records.length * 0.9)
})

it('a rendered month fills in IDs for one use, and constant IDs of an application', () => {
  const replace = { '9eafcf3e-15d0-5773-8ad9-8a7e803d3d0f': '{x}', 'OAuth2:Authorize': '{app key}' }
  const records = recorded({ ...signIn, steps: [{ sample: 'm365/sign-in', at: 'PT0S', replace }] })
  const kept = records.map(({ raw }) => /"Name": "RequestType",\s*"Value": "([^"]+)"/.exec(raw)?.[1])
  expect(new Set(kept).size).toBe(1)
  expect(kept[0]).toMatch(/^[0-9a-f]{8}-/)
})

it.each([
  ['a department that the tenant has not', { who: 'legal' }, /no department legal/],
  ['an application that it has not', { app: 'Quay Mail' }, /no application Quay Mail/],
  ['no rate', { each: undefined }, /has no frequency/],
])('a rendered month refuses a habit with %s', (_, change, message) => {
  expect(() => recorded({ ...signIn, ...change } as Habit)).toThrow(message)
})
