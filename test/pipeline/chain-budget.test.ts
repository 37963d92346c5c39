// The cost of one record in the chain: at most proportional to its bytes.
import { expect, it } from 'vitest'
import { budget } from '../../pipeline/decode/budget.ts'
import { decode } from '../../pipeline/decode/decode.ts'
import type { Outcome } from '../../pipeline/outcome.ts'
import { toDeadLetters } from '../../pipeline/sink/dead-letter.ts'
import { chain } from '../support/chain.ts'
import * as samples from '../support/native-samples.ts'

const delivery = { source: 'topic', offset: '0' }
const run = (record: object): Outcome[] =>
  decode({ delivery, text: JSON.stringify(record) }).flatMap((one) => (one.ok ? chain.process(one) : [one]))

const times = <T>(length: number, make: (i: number) => T) => Array.from({ length }, (_, i) => make(i))

const event = (i: number) => ({
  type: 'auth',
  name: 'authorize',
  parameters: [
    { name: 'client_id', value: `${i}.apps.googleusercontent.com` },
    { name: 'client_type', value: 'WEB' },
    { name: 'scope', multiValue: times(9, (scope) => `auth/x${scope}`) },
  ],
})
const activity = (events: number, members: object = {}) => ({
  ...samples.activity,
  events: times(events, event),
  ...members,
})
const audit = (members: object) => ({ ...samples.audit, ...members })
const badTime = { id: { time: { a: 1 }, applicationName: 'token', customerId: 'C02exmpl9' } }

it('a record with many events becomes one dead letter that lists the first failure if all events fail', () => {
  const record = activity(5_000, badTime)
  const letters = toDeadLetters(
    run(record).flatMap((outcome) => (outcome.ok ? [] : outcome)),
    '2026-03-11T15:44:09.000Z',
  )
  expect(letters).toHaveLength(1)
  expect(letters[0]).toMatchObject({ code: 'time_missing', failed: { count: 5_000 } })
  expect(letters[0]?.failed?.first).toHaveLength(20)
  expect(letters[0]?.failed?.first[1]).toMatchObject({ code: 'time_missing', element: 'events[1]' })
  expect(JSON.parse(letters[0]?.raw ?? '').events).toEqual(record.events)
})

it('a record with many events has only its own event in each document', () => {
  const outcomes = run(activity(1_000, { ipAddress: { odd: 1 } }))
  const written = outcomes.map((outcome) => JSON.stringify(outcome.ok && outcome.document).length)
  expect(Math.max(...written)).toBeLessThan(5_000)
  const [, second] = outcomes
  expect(second?.ok && JSON.parse(JSON.stringify(second.original())).events).toEqual([event(1)])
})

it('a record with many events is one failure if it exceeds its budget', () => {
  expect(run(activity(budget.outcomes))).toHaveLength(budget.outcomes)
  expect(run(activity(budget.outcomes + 1))).toMatchObject([{ code: 'too_many_events' }])
  expect(run(activity(5_000, { ownerDomain: 'x'.repeat(10_000) }))).toMatchObject([{ code: 'too_much_work' }])
})

it('a grant is one failure if it has too many scopes', () => {
  const scopes = Array.from({ length: budget.scopes + 1 }, (_, i) => `Scope${i}.Read`).join(' ')
  const permissions = `[] => [[Id: x, ClientId: 00000000-0000-0000-0000-000000000001, PrincipalId: , ResourceId: 00000000-0000-0000-0000-000000000002, ConsentType: AllPrincipals, Scope: ${scopes}]]; `
  const properties = [{ Name: 'ConsentAction.Permissions', NewValue: permissions, OldValue: '' }]
  expect(run(audit({ ModifiedProperties: properties }))).toMatchObject([{ code: 'too_many_elements' }])
})

/** Records of a given size; each of them once took quadratic time. */
const generated: Readonly<Record<string, (n: number) => object>> = {
  'names that become one': (n) =>
    audit({
      AppAccessContext: Object.fromEntries(
        times(n, (i) => [`${' '.repeat(1 + (i % 40))}.${'\t'.repeat(1 + Math.floor(i / 40))}`, 'v']),
      ),
    }),
  'properties of one name': (n) =>
    audit({ ModifiedProperties: times(n, () => ({ Name: 'N', NewValue: 'v', OldValue: 'w' })) }),
  'members of a team': (n) =>
    audit({ Operation: 'MemberAdded', RecordType: 25, Members: times(n, (i) => ({ UPN: `u${i}@northpier.example` })) }),
  'scopes of a delegation': (n) => ({
    ...activity(0),
    id: { ...activity(0).id, applicationName: 'admin' },
    events: [
      {
        type: 'DOMAIN_SETTINGS',
        name: 'AUTHORIZE_API_CLIENT_ACCESS',
        parameters: [{ name: 'API_SCOPES', value: times(n, (i) => `https://www.googleapis.com/auth/x${i}`).join(',') }],
      },
    ],
  }),
  'values of a parameter': (n) => ({
    ...activity(0),
    id: { ...activity(0).id, applicationName: 'drive' },
    events: [
      {
        type: 'access',
        name: 'change_user_access',
        parameters: [{ name: 'old_value', multiValue: times(n, (i) => `v${i}`) }],
      },
    ],
  }),
  'unsorted members at every level': (n) => {
    let value: unknown = times(n, (i) => ({ b: i, a: 1 }))
    for (let i = 0; i < 80; i++) value = { b: value, a: 1 }
    return { ...activity(0), events: [{ type: 'auth', name: 'authorize', parameters: [], x: value }] }
  },
}

/** Returns the CPU time, which does not depend on the load of the machine; the best of three runs. */
function cpuOf(record: object): number {
  return Math.min(
    ...times(3, () => {
      const before = process.cpuUsage()
      run(record)
      const { user, system } = process.cpuUsage(before)
      return user + system
    }),
  )
}

it.each(Object.keys(generated))('the work on a record grows with the number of %s, not with its square', (name) => {
  const make = generated[name] as (n: number) => object
  for (let i = 0; i < 50; i++) run(make(20))
  // With quadratic time, sixteen times as many members would take 256 times as long in every measurement.
  const isLinear = () => cpuOf(make(8_000)) < 64 * Math.max(cpuOf(make(500)), 1_000)
  expect(Array.from({ length: 20 }).some(isLinear)).toBe(true)
})
