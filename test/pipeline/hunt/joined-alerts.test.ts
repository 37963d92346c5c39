import { expect, it } from 'vitest'
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import { JoinedAlerts } from '../../../pipeline/hunt/joined-alerts.ts'
import type { Alert } from '../../../rules/lib/alert.ts'
import { alertOf } from '../../support/alert-of.ts'

const correlation = '00000000-0000-4000-8000-000000000001'

const left = '00000000-0000-4000-8000-000000000002'

const event = (_id: string, dataset = 'o365.audit') => ({ '@timestamp': '2026-03-11T09:00:00.000Z', _id, dataset })

const alert = (rule: string, events: readonly string[], others: Partial<Alert> = {}): Alert =>
  alertOf({
    rule: { id: rule, name: `Rule ${rule}` },
    reason: `reason of ${rule}`,
    events: events.map((id) => event(id)),
    oauth: { app: { id: 'app' } },
    ...others,
  })

const join = (...alerts: readonly Alert[]) => {
  const joined = new JoinedAlerts([{ id: correlation, datasets: ['kibana.alerts'] }])
  expect(joined.add(alerts)).toEqual([])
  return joined.end().map(({ rule, events, also = [] }) => ({
    rule: rule.id,
    events: events.map(({ _id }) => _id),
    also: also.map((each) => each.rule.id),
  }))
}

it('JoinedAlerts keeps the more severe of two alerts on the same event, whichever was raised first', () => {
  const both = [alert('mild', ['a']), alert('severe', ['a'], { severity: 'high' })] as const
  const one = [{ rule: 'severe', events: ['a'], also: ['mild'] }]
  expect(join(...both)).toEqual(one)
  expect(join(...both.toReversed())).toEqual(one)
})

it('JoinedAlerts keeps a sequence instead of an alert of equal severity on one of its events', () => {
  expect(join(alert('consent', ['a']), alert('sequence', ['a', 'b']))).toEqual([
    { rule: 'sequence', events: ['a', 'b'], also: ['consent'] },
  ])
})

it('JoinedAlerts joins two sequences if one ends with the event that begins the other', () => {
  expect(join(alert('join', ['b', 'c'], { severity: 'high' }), alert('redeem', ['a', 'b']))).toEqual([
    { rule: 'join', events: ['b', 'c', 'a'], also: ['redeem'] },
  ])
})

it('JoinedAlerts gives a sequence of several applications the application of the first other alert, and joins no alert of a different application', () => {
  const { oauth: _, ...sequence } = alert('sequence', ['a', 'b'], { severity: 'high' })
  const joined = new JoinedAlerts([])
  joined.add([sequence, alert('consent', ['b']), alert('use', ['a'], { oauth: { app: { id: 'other' } } })])
  expect(joined.end().map(({ rule, oauth }) => [rule.id, oauth?.app?.id])).toEqual([
    ['sequence', 'app'],
    ['use', 'other'],
  ])
})

it('JoinedAlerts does not join a finding from a later month to the act that it contains', () => {
  const joined = new JoinedAlerts([{ id: left, datasets: ['consentry.findings'] }])
  const later = { '@timestamp': '2026-04-15T09:00:00.000Z' }
  joined.add([
    alert('consent', ['a']),
    alert(left, ['a'], later),
    alert('same month', ['a']),
    alert('use', ['a'], later),
  ])
  expect(joined.end().map(({ rule, also = [] }) => [rule.id, also.length])).toEqual([
    ['consent', 2],
    [left, 0],
  ])
})

it('JoinedAlerts does not join a finding with an event of its own, or an alert with an event of another day', () => {
  const later = { '@timestamp': '2026-03-14T09:00:00.000Z' }
  for (const severity of ['low', 'high'] as const) {
    const joined = new JoinedAlerts([{ id: left, datasets: ['consentry.findings'] }])
    joined.add([alert('sequence', ['a', 'b']), alert(left, ['b', 'end'], { ...later, severity })])
    expect(joined.end()).toHaveLength(2)
  }
  expect(join(alert('sequence', ['a', 'b']), alert('use', ['b', 'c'], later))).toHaveLength(2)
  expect(join(alert('sequence', ['a', 'b']), alert('use', ['b'], later))).toHaveLength(1)
})

it('JoinedAlerts adds the events of a longer, less severe alert to the more severe alert', () => {
  expect(join(alert('severe', ['b'], { severity: 'high' }), alert('mild', ['a', 'b', 'c']))).toEqual([
    { rule: 'severe', events: ['b', 'a', 'c'], also: ['mild'] },
  ])
})

it('JoinedAlerts joins alerts on a Marketplace product and its client, which have the same name', () => {
  const named = (id: string) => ({ oauth: { app: { id, name: 'Inbox Archive' } } })
  expect(join(alert('install', ['a'], named('product')), alert('use', ['a', 'b'], named('client')))).toHaveLength(1)
})

it('JoinedAlerts states the other rules in the reason, with their severity and time', () => {
  const joined = new JoinedAlerts([])
  joined.add([alert('mild', ['a']), alert('severe', ['a'], { severity: 'high' })])
  expect(joined.end()[0]).toMatchObject({
    reason: 'reason of severe; also reported by: Rule mild',
    also: [{ '@timestamp': '2026-03-11T09:00:00.000Z', rule: { id: 'mild' }, severity: 'medium' }],
  })
})

it.each([
  ['that share fewer than half of their events', alert('one', ['a', 'b', 'c']), alert('other', ['c', 'd', 'e'])],
  ['of one rule', alert('one', ['a']), alert('one', ['a', 'b'])],
  ['of two applications', alert('one', ['a']), alert('other', ['a'], { oauth: { app: { id: 'other' } } })],
  ['if the more severe one is provisional', alert('one', ['a']), alert('other', ['a', 'b'], { settled: false })],
  ['of a rule that reads alerts', alert('one', ['a']), alert(correlation, ['a', 'b'], { severity: 'high' })],
  [
    'of events with one ID in two logs',
    alert('one', ['a']),
    alert('other', [], { events: [event('a', 'azure.auditlogs')] }),
  ],
])('JoinedAlerts keeps both alerts %s', (_, one, other) => {
  expect(join(one, other)).toHaveLength(2)
})

it.each([
  [50, 50],
  [51, 52],
])(
  'JoinedAlerts searches at most 50 acts of an event: of %i acts and a further alert, %i alerts remain',
  (acts, remaining) => {
    const on = (day: number) => ({ '@timestamp': new Date(Date.UTC(2020, 0, 1 + 2 * day)).toISOString() })
    const joined = new JoinedAlerts([])
    joined.add(Array.from({ length: acts }, (_, day) => alert(`r${day}`, ['common', `e${day}`], on(day))))
    joined.add([alert('mild', ['common', 'x'], { ...on(acts - 1), severity: 'low' })])
    expect(joined.end()).toHaveLength(remaining)
  },
)

it('JoinedAlerts orders alerts by time, and returns alerts above its limit at once', () => {
  const joined = new JoinedAlerts([])
  const many = Array.from({ length: 20_001 }, (_, i) => alert(`r${i}`, [`e${i}`]))
  const late = alert('late', ['x'], { '@timestamp': '2026-03-11T08:00:00.000Z' })
  expect(joined.add([...many.slice(0, 19_999), late])).toEqual([])
  expect(joined.add(many.slice(20_000))).toHaveLength(1)
  expect(joined.end()[0]?.rule.id).toBe('late')
})

const later = (minutes: number) => ({
  '@timestamp': new Date(Date.parse('2026-03-11T09:00:00Z') + minutes * 60_000).toISOString(),
})

const clicked = (click: string, others: Partial<Alert> = {}) => ({ ties: { clicks: [click] }, ...others })

it('JoinedAlerts joins alerts of one click on one application, but no alert of another click, application or hour', () => {
  expect(
    join(
      alert('role', ['a'], clicked('one')),
      alert('critical role', ['b'], clicked('one', { severity: 'high' })),
      alert('consent', ['c'], clicked('one', later(1))),
      alert('other click', ['d'], clicked('two')),
      alert('other application', ['e'], clicked('one', { oauth: { app: { id: 'other' } } })),
      alert('other hour', ['f'], clicked('one', later(61))),
    ).map(({ rule, also }) => [rule, ...also]),
  ).toEqual([['critical role', 'role', 'consent'], ['other click'], ['other application'], ['other hour']])
})

const spread = (account: string, users: number, others: Partial<Alert> = {}) => ({
  ties: { clicks: [], spread: { accounts: [account], users } },
  ...others,
})

it('JoinedAlerts joins consents of different accounts to a new application, and counts the accounts', () => {
  const joined = new JoinedAlerts([])
  joined.add([
    alert('consent', ['a'], spread('mara', 1, { severity: 'high' })),
    alert('consent', ['b'], spread('ole', 2, { severity: 'high', ...later(5) })),
    alert('five accounts', ['c'], spread('ines', 5, later(10))),
    alert('consent', ['d'], spread('mara', 5, later(20))),
    alert('consent', ['e'], spread('tomas', 6, later(3 * 24 * 60))),
  ])
  const alerts = joined.end()
  expect(alerts.map(({ events, accounts }) => [events.map(({ _id }) => _id).join(' '), accounts])).toEqual([
    ['a b c', 5],
    ['d', 5],
    ['e', 6],
  ])
  expect(alerts[0]?.reason).toBe('reason of consent; 5 accounts consented; also reported by: Rule five accounts')
  expect(alerts.some((each) => 'ties' in each)).toBe(false)
})

it('JoinedAlerts joins no consents of two tenants, and gives no account the grant of another one', () => {
  const grant = (account: string, tier: 'high' | 'critical', tenant: string) =>
    spread(account, 1, {
      organization: { id: tenant },
      oauth: { app: { id: 'shared' }, account: { name: account }, grant: { tier } },
    })
  const joined = new JoinedAlerts([])
  joined.add([
    alert('consent', ['a'], grant('alice', 'high', 'one')),
    alert('consent', ['b'], grant('cfo', 'critical', 'one')),
    alert('consent', ['c'], grant('ben', 'high', 'two')),
  ])
  expect(joined.end().map(({ oauth }) => [oauth?.account?.name, oauth?.grant?.tier])).toEqual([
    ['cfo', 'critical'],
    ['ben', 'high'],
  ])
})

it('JoinedAlerts joins alerts on the use of an application from one new address within an hour', () => {
  const from = (address: string, others: Partial<Alert> = {}) => ({
    ties: { clicks: [], thefts: [`app ${address}`] },
    ...others,
  })
  expect(
    join(
      alert('sign-in', ['a'], from('192.0.2.7')),
      alert('mail', ['b'], from('192.0.2.7', { severity: 'high', ...later(4) })),
      alert('other address', ['c'], from('192.0.2.99')),
      alert('other hour', ['d'], from('192.0.2.7', later(65))),
    ).map(({ rule, also }) => [rule, ...also]),
  ).toEqual([['other address'], ['mail', 'sign-in'], ['other hour']])
})

it('JoinedAlerts joins no alerts on the use of an application for different accounts from one new address', () => {
  const of = (...victims: string[]) => ({ ties: { clicks: [], thefts: ['app 192.0.2.7'], victims } })
  expect(
    join(
      alert('several', ['a', 'b'], { ...of('mara@b.example', 'lena@b.example'), severity: 'high' }),
      alert('sign-in', ['c'], { ...of('lena@b.example'), ...later(1) }),
      alert('next victim', ['d'], { ...of('joost@b.example'), ...later(2) }),
      alert('mail', ['e'], { ...of('joost@b.example'), ...later(3) }),
      alert('call', ['f'], { ...of('0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514'), ...later(4) }),
      alert('no account', ['g'], { ...of(), ...later(5) }),
    ).map(({ rule, also }) => [rule, ...also]),
  ).toEqual([
    ['several', 'sign-in', 'call', 'no account'],
    ['next victim', 'mail'],
  ])
})

it('JoinedAlerts counts each account that consented to a new application once, even without an alert', () => {
  const joined = new JoinedAlerts([])
  const consent = (email: string, days = 0, id = 'app'): EcsDocument =>
    ({
      event: {},
      user: { email },
      oauth: { action: 'consent', app: { id, age_days: days }, grant: { breadth: 'user' } },
    }) as EcsDocument
  for (const document of [
    consent('mara'),
    consent('mara'),
    consent('ole', 1),
    consent('ines', 2),
    consent('tomas', 3),
    consent('nele', 0, 'other'),
  ])
    joined.see(document)
  joined.add([alert('consent', ['a'], spread('mara', 1))])
  expect(joined.end()[0]).toMatchObject({ accounts: 3, reason: 'reason of consent; 3 accounts consented' })
})
