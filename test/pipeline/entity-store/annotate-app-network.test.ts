import { expect, it } from 'vitest'
import type { OauthGroup } from '../../../mappings/fields/document.ts'
import type { EntityEvent } from '../../../pipeline/entity-store/entity-event.ts'
import { annotated, day, eventOf } from './events.ts'
import {
  actAge,
  client,
  elsewhere,
  event,
  everyDay,
  lastOf,
  lena,
  oauthOf,
  signIn,
  use,
  vendor,
} from './network-events.ts'

it('a new network of an application has an age', async () => {
  const before = everyDay(20)
  expect(await lastOf([...before, use(20 * day, { ip: elsewhere })])).toMatchObject({
    network_new: true,
    network_age_hours: 0,
  })
  const twice = [...before, use(20 * day, { ip: elsewhere }), use(20 * day + 3, { ip: '192.0.2.77' })]
  expect(await lastOf(twice)).toMatchObject({ network_new: false, network_age_hours: 3 })
  const later = await lastOf([...before, use(20 * day, { ip: elsewhere }), use(27 * day, { ip: elsewhere })])
  expect(later?.network_new).toBe(false)
  expect(later?.network_age_hours).toBeUndefined()
})

it('a new address of a service account has an age, unless the addresses often change or the client is of another kind', async () => {
  const robot = { app: { id: '104567890123456789012', kind: 'service_account' } } as const
  const steady = Array.from({ length: 20 }, (_, i) => use(i * day, { ip: vendor }, robot))
  const elsewhere = { ip: '203.0.113.98' }
  const ageOf = async (...events: EntityEvent[]) => (await lastOf(events))?.address_age_hours
  expect(await ageOf(...steady, use(20 * day, elsewhere, robot))).toBe(0)
  expect(await ageOf(...steady, use(20 * day, elsewhere, robot), use(20 * day + 5, elsewhere, robot))).toBe(5)
  expect(await ageOf(...steady, use(20 * day, elsewhere, robot), use(28 * day, elsewhere, robot))).toBeUndefined()
  expect(await ageOf(...steady, use(20 * day, { ip: vendor }, robot))).toBeUndefined()
  expect(await ageOf(...steady.slice(0, 13), use(13 * day, elsewhere, robot))).toBeUndefined()
  expect(await ageOf(...everyDay(20), use(20 * day, elsewhere))).toBeUndefined()
  const others = [21, 22, 23].map((at) => use(at * day, { ip: `203.0.113.${at}` }, robot))
  expect(await ageOf(...steady, ...others, use(25 * day, elsewhere, robot))).toBeUndefined()
})

it('the networks of the organization and of the owner do not count as new networks of an application', async () => {
  const [inside, athome] = ['198.18.1.7', '198.18.2.7']
  const hosting = { saas: { source: { hosting: true } } } as const
  const [first, last] = [20 * day, 21 * day].map((hours) =>
    event(hours, { ip: hours === 20 * day ? inside : elsewhere }, use(0, { ip: vendor }).document.oauth, hosting),
  ) as [EntityEvent, EntityEvent]
  const before = [...everyDay(20), first, signIn(20 * day + 1, { ip: athome }), use(20 * day + 2, { ip: athome })]
  expect((await oauthOf([...before, last], ['198.18.1.0/24'])).activity?.networks_new).toBe(1)
})

it('the new networks of half a year count together', async () => {
  const counted = async (days: number) => {
    const trial = use(20 * day, { ip: elsewhere })
    const later = use(days * day, { ip: '198.18.7.33' })
    return (await lastOf([...everyDay(20), trial, later]))?.networks_new
  }
  expect(await counted(190)).toBe(2)
  expect(await counted(210)).toBe(1)
})

it('a new network has no age during the first two weeks of an application', async () => {
  const found = await lastOf([...everyDay(13), use(13 * day, { ip: elsewhere })])
  expect(found?.network_new).toBe(true)
  expect(found?.network_age_hours).toBeUndefined()
})

it('two addresses of one autonomous system are in the same network', async () => {
  const before = everyDay(20, (i) => ({ ip: `198.18.${i}.7`, system: 16509 }))
  expect(await lastOf([...before, use(20 * day, { ip: '198.19.9.9', system: 16509 })])).toMatchObject({
    network_new: false,
  })
  // The addresses change every day; the provider never changes.
  const other = await lastOf([...before, use(20 * day, { ip: elsewhere, system: 64598 })])
  expect(other).toMatchObject({ network_new: true, network_age_hours: 0 })
})

it('an address in a block with two known networks is not a new network if no log names the provider', async () => {
  const near = () => use(20 * day, { ip: '203.0.7.9' })
  const known = (ranges: number) => everyDay(20, (i) => ({ ip: `203.0.${i % ranges}.9` }))
  expect(await lastOf([...known(2), near()])).toMatchObject({ network_new: false })
  expect(await lastOf([...known(1), near()])).toMatchObject({ network_age_hours: 0 })
  const six = everyDay(20, (i) => ({ ip: `2001:db8:${i % 2}::7` }))
  expect(await lastOf([...six, use(20 * day, { ip: '2001:db8:9::7' })])).toMatchObject({ network_new: false })
  expect(await lastOf([...six, use(20 * day, { ip: '2001:db9:1::7' })])).toMatchObject({ network_age_hours: 0 })
})

it('the block of an address proves nothing for an application with many networks', async () => {
  const known = (others: number) => [
    ...everyDay(20, (i) => ({ ip: `203.0.${i % 2}.9` })),
    ...Array.from({ length: others }, (_, i) => use(day + i / 100, { ip: `198.18.${i}.9` })),
  ]
  const isNew = async (others: number) =>
    (await lastOf([...known(others), use(20 * day, { ip: '203.0.7.9' })]))?.network_new
  expect([await isNew(198), await isNew(199)]).toEqual([false, true])
})

it('no network of an application is unusual after new networks on three days of the last month', async () => {
  const moving = (days: readonly number[]) => (i: number) => ({ ip: days.includes(i) ? `198.18.${i}.7` : vendor })
  const there = () => use(20 * day, { ip: elsewhere })
  expect((await lastOf([...everyDay(20, moving([5, 9])), there()]))?.network_age_hours).toBe(0)
  expect((await lastOf([...everyDay(20, moving([5, 9, 14])), there()]))?.network_age_hours).toBeUndefined()
  // Several network changes within the hour of the theft do not make new networks usual.
  const thief = ['192.0.2.1', '198.18.1.1', '198.18.2.1', '198.18.3.1'].map((ip, i) => use(20 * day + i / 10, { ip }))
  expect((await lastOf([...everyDay(20), ...thief]))?.network_age_hours).toBe(0)
})

it('the sign-in network of an account owner is not new for an application', async () => {
  const here = { ip: elsewhere }
  const signIn = event(20 * day - 0.1, here)
  expect((await lastOf([...everyDay(20), signIn, use(20 * day, here)]))?.network_age_hours).toBeUndefined()
  // An application that acts for itself has no owner.
  const appOnly = use(20 * day, here, { grant: { app_only: true } })
  expect((await lastOf([...everyDay(20), signIn, appOnly]))?.network_age_hours).toBe(0)
})

it('no network is new for a program that used data from the sign-in network of its user', async () => {
  const signIn = event(-1, { ip: vendor })
  expect((await lastOf([signIn, ...everyDay(20), use(20 * day, { ip: elsewhere })]))?.network_age_hours).toBeUndefined()
  const account: Partial<OauthGroup> = { app: { id: client, first_party: false, kind: 'service_account' } }
  const server = use(20 * day, { ip: elsewhere }, account)
  expect((await lastOf([signIn, ...everyDay(20), server]))?.network_age_hours).toBe(0)
})

it('a program on devices has the age of its network, although it used data from the sign-in network of its user', async () => {
  const signIn = event(-1, { ip: vendor })
  const called = async (kind: 'native' | 'web', ...hours: number[]) => {
    const more = { app: { id: client, first_party: false, kind } }
    const there = hours.map((each) => use(20 * day + each, { ip: elsewhere }, more))
    return (await lastOf([signIn, ...everyDay(20), ...there]))?.program_network_age_hours
  }
  expect(await called('native', 0)).toBe(0)
  expect(await called('native', 0, 3)).toBe(3)
  expect(await called('native', 0, 7 * day)).toBeUndefined()
  expect(await called('web', 0)).toBeUndefined()
})

it('a client that has mail copied has the age of its network, although its first act there is this one', async () => {
  const copy = (hours: number, ip = elsewhere) =>
    eventOf('google_workspace.admin', hours, {
      event: { action: 'CREATE_EMAIL_MONITOR' },
      source: { ip },
      user: { email: lena.name },
      oauth: { action: 'policy_change', policy: { setting: 'email_monitor' }, actor_app: { id: client } },
    })
  expect(await actAge([...everyDay(20), copy(20 * day)])).toBe(0)
  expect(await actAge([...everyDay(20), copy(20 * day), copy(20 * day + 2)])).toBe(2)
  expect(await actAge([...everyDay(20), copy(20 * day), copy(28 * day)])).toBeUndefined()
  expect(await actAge([...everyDay(20), copy(20 * day, vendor)])).toBeUndefined()
})

it('the first network of a token renewal is new for an application with only interactive sign-ins before', async () => {
  const renewedAfter = (days: number) =>
    lastOf([signIn(0, { ip: vendor }), signIn(day, { ip: vendor }), signIn(days * day, { ip: elsewhere }, false)])
  expect(await renewedAfter(14)).toMatchObject({ network_new: true, network_age_hours: 0 })
  expect((await renewedAfter(13))?.network_age_hours).toBeUndefined()
})

it('the address of an interactive sign-in counts as the address of the owner', async () => {
  const there = await lastOf([...everyDay(20), signIn(20 * day, { ip: elsewhere })])
  expect(there?.network_new).toBeUndefined()
  const renewed = await lastOf([...everyDay(20), signIn(20 * day, { ip: elsewhere }, false)])
  expect(renewed).toMatchObject({ network_new: true, network_age_hours: 0 })
  const after = [...everyDay(20), signIn(20 * day, { ip: elsewhere }), use(20 * day + 1, { ip: elsewhere })]
  expect((await lastOf(after))?.network_age_hours).toBeUndefined()
})

it('a new account of an application has an age for one week', async () => {
  const ole = { name: 'ole.brandt@northpier.example' }
  const before = everyDay(3)
  expect((await lastOf([...before, use(3 * day, { ip: vendor }, { account: ole })]))?.account_age_hours).toBe(0)
  expect((await lastOf(before))?.account_age_hours).toBe(48)
  expect((await lastOf(everyDay(9)))?.account_age_hours).toBeUndefined()
})

it('no account is new for an application with more accounts than the limit', async () => {
  const accounts = Array.from({ length: 1100 }, (_, i) =>
    use(i / 100, { ip: vendor }, { account: { name: `person-${i}@northpier.example` } }),
  )
  const again = accounts.map((_, i) =>
    use(9 * day + i / 100, { ip: vendor }, { account: { name: `person-${i}@northpier.example` } }),
  )
  const ages = (await annotated([...accounts, ...again])).slice(1100).map(({ activity }) => activity?.account_age_hours)
  expect(ages.filter((age) => age !== undefined)).toEqual([])
})

it('no account of an application is unusual after new accounts on three days of the last month', async () => {
  const account = (i: number) => ({ account: { name: `person-${i}@northpier.example` } })
  const comes = (days: readonly number[]) => days.map((i) => use(i * day + 2, { ip: vendor }, account(i)))
  const last = () => use(20 * day, { ip: vendor }, account(99))
  expect((await lastOf([...everyDay(20), ...comes([3, 9]), last()]))?.account_age_hours).toBe(0)
  expect((await lastOf([...everyDay(20), ...comes([3, 9, 15]), last()]))?.account_age_hours).toBeUndefined()
})
