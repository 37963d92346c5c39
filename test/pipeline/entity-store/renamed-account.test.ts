import { expect, it } from 'vitest'
import { emptyEnvironment } from '../../../mappings/environment/environment.ts'
import type { OauthGroup } from '../../../mappings/fields/document.ts'
import { wholeAccount } from '../../../pipeline/entity-store/identities.ts'
import { InMemoryStore } from '../../../pipeline/entity-store/in-memory-store.ts'
import { Lookup } from '../../../pipeline/entity-store/lookup.ts'
import { accountOfKey, subjectAt } from '../../../pipeline/entity-store/subject.ts'
import { makeUpdateEntities } from '../../../pipeline/entity-store/update-entities.ts'
import { annotated, day, eventOf, googleCustomer } from './events.ts'

const grant: OauthGroup['grant'] = { kind: 'delegated', scopes: ['https://mail.google.com/'], tier: 'critical' }
const act = (action: 'consent' | 'app_use', at: number, name: string, id?: string) => {
  const account = id === undefined ? { name } : { id, name }
  const user = id === undefined ? { email: name } : { email: name, id }
  return eventOf('google_workspace.token', at, {
    user,
    oauth: { action, app: { id: 'mailer' }, grant: { ...grant }, account },
  })
}
const admin = (action: string, at: number, email: string, changed?: string) =>
  eventOf('google_workspace.admin', at, {
    event: { action },
    user: {
      email: 'admin@x.example',
      target: { email },
      ...(changed !== undefined && { changes: { email: changed } }),
    },
  })
const renamed = (at: number, from: string, to: string) => admin('RENAME_USER', at, from, to)
const [a, b, c] = ['a@x.example', 'b@x.example', 'c@x.example']

const store = async (events: ReturnType<typeof act>[]) => {
  const entities = new InMemoryStore()
  await makeUpdateEntities(entities, emptyEnvironment)(events)
  return (id: string, at: number) => {
    const instant = Date.parse('2026-03-01T03:00:00Z') + at * 3_600_000
    const found = wholeAccount(
      new Lookup(entities),
      subjectAt('google', googleCustomer, instant),
      accountOfKey(id),
      instant,
    )
    return new Set(found.map((identity) => identity.id))
  }
}

it.each([
  ['with a profile ID', '104'],
  ['with addresses only', undefined],
])('the status of a renamed account concerns its earlier grant, in records %s', async (_, id) => {
  const consent = act('consent', 0, a, id)
  const before = act('app_use', day, a, id)
  const after = act('app_use', 5 * day, a, id)
  const other = act('app_use', 5 * day, b)
  const groups = await annotated([
    consent,
    before,
    renamed(2 * day, a, b),
    admin('SUSPEND_USER', 3 * day, b),
    after,
    other,
  ])
  expect(groups[1]?.account?.status).toBeUndefined()
  expect(groups[4]?.account?.status).toBe('suspended')
  expect(groups[5]?.account?.status).toBe('suspended')
  expect(groups[5]?.grant?.granted_by).toBe(a)
})

it('all addresses of an account that was renamed twice lead to the same IDs', async () => {
  const ids = await store([act('consent', 0, a, '104'), renamed(day, a, b), renamed(2 * day, b, c)])
  for (const id of [a, b, c, '104']) expect(ids(id, 3 * day)).toEqual(new Set([a, b, c, '104']))
})

it('an account that shows its profile ID only after its new address has its earlier address, too', async () => {
  const ids = await store([act('consent', 0, a), renamed(day, a, b), act('app_use', 2 * day, b, '104')])
  for (const id of [a, b, '104']) expect(ids(id, 3 * day)).toEqual(new Set([a, b, '104']))
})

it('an address that another person gets after the change belongs to this person from then on', async () => {
  const ids = await store([
    act('consent', 0, a, '104'),
    renamed(day, a, b),
    act('consent', 2 * day, a, '105'),
    renamed(3 * day, a, c),
  ])
  for (const id of ['104', b]) expect(ids(id, 4 * day)).toEqual(new Set(['104', a, b]))
  for (const id of ['105', c]) expect(ids(id, 4 * day)).toEqual(new Set(['105', a, c]))
  expect(ids(a, day)).toEqual(new Set(['104', a, b]))
  expect(ids(a, 3 * day)).toEqual(new Set(['105', a, c]))
})

it('two people who exchange their addresses remain two people', async () => {
  const spare = 'spare@x.example'
  const ids = await store([
    act('consent', 0, a, '104'),
    act('consent', 0, b, '105'),
    renamed(day, a, spare),
    renamed(day + 1, b, a),
    renamed(day + 2, spare, b),
  ])
  expect(ids(a, 2 * day)).toEqual(new Set(['105', a, b]))
  expect(ids(b, 2 * day)).toEqual(new Set(['104', a, b, spare]))
})

it('a rename to the same address, or back to an earlier address, keeps one account', async () => {
  const ids = await store([act('consent', 0, a, '104'), renamed(1, a, a), renamed(day, a, b), renamed(2 * day, b, a)])
  for (const id of [a, b, '104']) expect(ids(id, 3 * day)).toEqual(new Set([a, b, '104']))
})

it.each([
  ['the records of both have profile IDs', '104', '105', true],
  ['the records have addresses only', undefined, undefined, true],
  ['no record shows the creation of the account', '104', '105', false],
])(
  'the next holder of the earlier address of a renamed person is another person: %s',
  async (_, one, other, isShown) => {
    const events = [
      renamed(day, a, b),
      act('consent', 2 * day, b, one),
      ...(isShown ? [admin('CREATE_USER', 10 * day, a)] : []),
      act('consent', 11 * day, a, other),
      admin('SUSPEND_USER', 12 * day, b),
      act('app_use', 13 * day, a, other),
    ]
    const groups = await annotated(events)
    const [consent, use] = [groups.at(-3), groups.at(-1)]
    expect(consent?.grant?.known).not.toBe(true)
    expect(use?.account?.status).not.toBe('suspended')
    const ids = await store(events)
    expect(ids(a, 13 * day)).toEqual(new Set(other === undefined ? [a] : [a, other]))
    expect(ids(b, 13 * day)).toEqual(new Set(one === undefined ? [a, b] : [a, b, one]))
  },
)

it('a renamed person remains active if the next holder of the earlier address is suspended', async () => {
  const groups = await annotated([
    act('consent', 0, a),
    renamed(4 * day, a, b),
    admin('CREATE_USER', 10 * day, a),
    admin('SUSPEND_USER', 12 * day, a),
    act('app_use', 13 * day, b),
  ])
  expect(groups.at(-1)?.account?.status).toBeUndefined()
  expect(groups.at(-1)?.app?.orphaned).toBeUndefined()
  expect(groups.at(-1)?.grant?.granted_by).toBe(a)
})

it('an account that is created again after its deletion is another person, also in records with addresses only', async () => {
  const again = [act('consent', 0, a), admin('DELETE_USER', day, a), admin('CREATE_USER', 3 * day, a)]
  const groups = await annotated([...again, act('consent', 4 * day, a)])
  expect(groups.at(-1)?.grant?.known).not.toBe(true)
})

it('two records of one creation, and a profile ID just before them, are one person', async () => {
  const created = (at: number) => admin('CREATE_USER', at, a)
  const ids = await store([act('consent', 0, a, '104'), created(0.01), created(1), act('app_use', 2, a, '104')])
  for (const id of [a, '104']) expect(ids(id, day)).toEqual(new Set([a, '104']))
  const groups = await annotated([created(0), act('consent', 0.01, a), created(1), act('app_use', 2, a)])
  expect(groups.at(-1)?.grant?.granted_by).toBe(a)
})

it('each of many people who had one address in turn has their own history', async () => {
  const intern = 'intern@x.example'
  const people = Array.from({ length: 20 }, (_, i) => i)
  const events = people.flatMap((i) => [
    act('consent', i * 10 * day, intern, `10${i}`),
    renamed((i * 10 + 5) * day, intern, `q${i}@x.example`),
  ])
  const ids = await store(events)
  for (const i of people)
    expect(ids(`q${i}@x.example`, 300 * day)).toEqual(new Set([`10${i}`, intern, `q${i}@x.example`]))
})
