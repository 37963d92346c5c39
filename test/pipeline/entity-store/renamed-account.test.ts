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

it('a rename to the same address, and back, does no harm', async () => {
  const ids = await store([act('consent', 0, a, '104'), renamed(1, a, a), renamed(day, a, b), renamed(2 * day, b, a)])
  for (const id of [a, b, '104']) expect(ids(id, 3 * day)).toEqual(new Set([a, b, '104']))
})
