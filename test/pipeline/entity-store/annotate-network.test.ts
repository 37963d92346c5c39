import { expect, it } from 'vitest'
import type { EcsDocument, OauthGroup } from '../../../mappings/fields/document.ts'
import type { EntityEvent } from '../../../pipeline/entity-store/entity-event.ts'
import { annotated, day, eventOf } from './events.ts'

const lena = { name: 'lena.ostrow@northpier.example' }
const client = '417730926581-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj.apps.googleusercontent.com'
const vendor = '203.0.113.140'
const elsewhere = '192.0.2.33'

interface Origin {
  readonly ip: string
  readonly system?: number
}

/** An event some hours after the beginning. */
function event(
  hours: number,
  { ip, system }: Origin,
  oauth?: OauthGroup,
  more: Partial<EcsDocument> = {},
): EntityEvent {
  return eventOf(oauth === undefined ? 'google_workspace.login' : 'google_workspace.token', hours, {
    event: { action: oauth === undefined ? 'login_success' : 'activity' },
    source: { ip, ...(system !== undefined && { as: { number: system } }) },
    user: { email: lena.name },
    ...(oauth !== undefined && { oauth }),
    ...more,
  })
}

const use = (hours: number, origin: Origin, more: Partial<OauthGroup> = {}): EntityEvent =>
  event(hours, origin, { action: 'app_use', app: { id: client, first_party: false }, account: lena, ...more })

const signIn = (
  hours: number,
  origin: Origin,
  interactive = true,
  app: OauthGroup['app'] = { id: client, first_party: false },
): EntityEvent =>
  event(hours, origin, { action: 'app_sign_in', app, account: lena }, { saas: { logon: { interactive } } })

/** Makes one use from the vendor's network per day, for `days` days. */
const everyDay = (days: number, origin: (day: number) => Origin = () => ({ ip: vendor })): EntityEvent[] =>
  Array.from({ length: days }, (_, i) => use(i * day, origin(i)))

/** The annotated group of the last event. */
async function oauthOf(events: readonly EntityEvent[], networks: readonly string[] = []): Promise<OauthGroup> {
  return (await annotated(events, { networks })).at(-1) ?? {}
}

const lastOf = async (events: readonly EntityEvent[]) => (await oauthOf(events)).activity
const ofAccount = async (events: readonly EntityEvent[]) => (await oauthOf(events)).account
const actAge = async (events: readonly EntityEvent[]) => (await oauthOf(events)).act?.network_age_hours

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

const home = { ip: vendor, system: 64501 }

it('the network of an account is new until a sign-in comes from the network or its provider', async () => {
  const before = [signIn(0, home), signIn(8 * day, home)]
  expect(await ofAccount([...before, signIn(9 * day, { ip: elsewhere })])).toMatchObject({ network_new: true })
  const again = await ofAccount([...before, signIn(9 * day, { ip: '198.18.4.4', system: 64501 })])
  expect(again).toMatchObject({ network_new: false, network_age_hours: 9 * day })
  const renewed = [...before, signIn(9 * day, { ip: elsewhere }, false), signIn(9 * day + 5, { ip: elsewhere })]
  expect(await ofAccount(renewed)).toMatchObject({ network_new: false, network_age_hours: 5 })
})

it('a hosting network of an account is new in the first week of its sign-ins, too', async () => {
  const rented = (hours: number) => {
    const { document, ...rest } = signIn(hours, { ip: elsewhere, system: 9009 })
    return { ...rest, document: { ...document, saas: { source: { hosting: true } } } }
  }
  expect(await ofAccount([signIn(0, home), rented(5)])).toMatchObject({ network_new: true })
  expect(await ofAccount([signIn(0, home), rented(5), rented(7)])).toMatchObject({ network_new: false })
  expect((await ofAccount([signIn(0, home), signIn(5, { ip: elsewhere })]))?.network_new).toBeUndefined()
})

it('the network of an account is known from Google sign-in records', async () => {
  const before = [event(0, { ip: vendor }), event(8 * day, { ip: vendor })]
  expect(await ofAccount([...before, use(9 * day, { ip: elsewhere })])).toMatchObject({ network_new: true })
  expect(await ofAccount([...before, use(9 * day, { ip: vendor })])).toMatchObject({ network_new: false })
})

it('the network of an account is annotated in a record without an act, such as a Power Automate flow', async () => {
  const before = [event(0, { ip: vendor }), event(8 * day, { ip: vendor })]
  const flow = (ip: string) => event(9 * day, { ip }, { account: lena })
  expect(await ofAccount([...before, flow(elsewhere)])).toMatchObject({ network_new: true })
  expect(await ofAccount([...before, flow(vendor)])).toMatchObject({ network_new: false })
})

it('a network where only a service account impersonates an account is not a network of the account', async () => {
  const robot = { app: { id: '101', kind: 'service_account' as const }, account: lena }
  const before = [event(0, { ip: vendor }), event(8 * day, { ip: vendor })]
  const token = (hours: number) =>
    event(hours, { ip: elsewhere }, { ...robot, action: 'app_sign_in', grant: { kind: 'domain_delegation' } })
  const read = (hours: number) => use(hours, { ip: elsewhere }, robot)
  const impersonated = [...before, token(9 * day), read(9 * day)]
  expect((await ofAccount(impersonated))?.network_new).toBeUndefined()
  expect(await ofAccount([...impersonated, use(10 * day, { ip: elsewhere })])).toMatchObject({ network_new: true })
})

it('the network of an account is not new if the account used more networks than the limit', async () => {
  const roaming = Array.from({ length: 250 }, (_, i) => signIn(i, { ip: `198.18.${i}.7` }))
  expect((await ofAccount([...roaming, signIn(20 * day, { ip: elsewhere })]))?.network_new).toBeUndefined()
})

it('the network of an account is never new inside the organization, and never new for an application', async () => {
  const before = [signIn(0, home), signIn(8 * day, home)]
  const office = ['192.0.2.0/24']
  const { account } = await oauthOf([...before, signIn(9 * day, { ip: elsewhere })], office)
  expect(account).toMatchObject({ network_new: false })
  expect(account?.network_age_hours).toBeUndefined()
  const { activity } = await oauthOf([...everyDay(20), use(20 * day, { ip: elsewhere })], office)
  expect(activity?.network_new).toBe(false)
  expect(activity?.network_age_hours).toBeUndefined()
})

/** The owner signs in to a vendor client. */
const ofVendor = (hours: number, id: string, ip: string, interactive = false): EntityEvent =>
  signIn(hours, { ip }, interactive, { id, first_party: true })
const isNew = async (...events: readonly EntityEvent[]) => (await ofAccount(events))?.client_new

it('a vendor client is new to an account that used other clients for two weeks, unless the owner was in the network', async () => {
  const before = [ofVendor(0, 'mail', vendor, true), ofVendor(8 * day, 'mail', vendor)]
  const later = () => ofVendor(16 * day, 'files', elsewhere)
  expect(await isNew(...before, later())).toBe(true)
  expect(await isNew(...before, ofVendor(16 * day, 'mail', elsewhere))).toBeUndefined()
  expect(await isNew(...before, ofVendor(16 * day, 'files', vendor))).toBeUndefined()
  expect(await isNew(...before, ofVendor(13 * day, 'files', elsewhere))).toBeUndefined()
  expect(await isNew(...before, ofVendor(15 * day, 'files', elsewhere), later())).toBeUndefined()
})

it('a vendor client is not new to an account with more clients than the limit', async () => {
  const many = Array.from({ length: 70 }, (_, i) => ofVendor(i, `client-${i}`, vendor))
  expect(await isNew(...many, ofVendor(30 * day, 'files', elsewhere))).toBeUndefined()
})

it('an owner is new after two weeks of tokens without an owner, for four hours', async () => {
  const alone = [ofVendor(0, 'sync', vendor), ofVendor(15 * day, 'sync', vendor)]
  const enters = (hours: number) => ofVendor(hours, 'portal', vendor, true)
  const isOwnerNew = async (...events: readonly EntityEvent[]) => (await ofAccount(events))?.owner_new
  expect(await isOwnerNew(...alone, enters(16 * day))).toBe(true)
  expect(await isOwnerNew(...alone, enters(16 * day), enters(16 * day + 3))).toBe(true)
  expect(await isOwnerNew(...alone, enters(16 * day), enters(16 * day + 5))).toBeUndefined()
  expect(await isOwnerNew(...alone, ofVendor(16 * day, 'sync', vendor))).toBeUndefined()
  expect(await isOwnerNew(alone[0] as EntityEvent, enters(13 * day))).toBeUndefined()
})

const federated = (hours: number, account?: OauthGroup['account']): EntityEvent => {
  const { document, ...rest } = ofVendor(hours, 'portal', elsewhere, true)
  const saas = { logon: { ...document.saas?.logon, federated: true } }
  const oauth = { ...document.oauth, ...(account && { account }) }
  return { ...rest, document: { ...document, saas, oauth } }
}
const isNewProvider = async (...events: readonly EntityEvent[]) => (await ofAccount(events))?.federated_new

it('a federated sign-in is new for a day to an owner who signed in otherwise for two weeks', async () => {
  const before = ofVendor(0, 'portal', vendor, true)
  expect(await isNewProvider(before, federated(15 * day))).toBe(true)
  expect(await isNewProvider(before, federated(15 * day), federated(15 * day + 20))).toBe(true)
  expect(await isNewProvider(before, federated(15 * day), federated(17 * day))).toBeUndefined()
  expect(await isNewProvider(before, federated(13 * day))).toBeUndefined()
  expect(await isNewProvider(ofVendor(0, 'portal', vendor), federated(15 * day))).toBeUndefined()
  expect(await isNewProvider(before, ofVendor(15 * day, 'portal', elsewhere, true))).toBeUndefined()
})

it('a federated sign-in is new to an owner again three months after the last one', async () => {
  const before = [ofVendor(0, 'portal', vendor, true), federated(15 * day)]
  expect(await isNewProvider(...before, federated(100 * day))).toBeUndefined()
  expect(await isNewProvider(...before, federated(106 * day))).toBe(true)
})

it('a federated sign-in is not new if another account of the domain signed in so a month before, or in its first two weeks', async () => {
  const before = ofVendor(0, 'portal', vendor, true)
  const colleague = (hours: number) => federated(hours, { name: 'tomas.reyes@northpier.example' })
  expect(await isNewProvider(before, colleague(20 * day), federated(49 * day))).toBe(true)
  expect(await isNewProvider(before, colleague(20 * day), federated(51 * day))).toBeUndefined()
  expect(await isNewProvider(before, colleague(2 * day), federated(20 * day))).toBeUndefined()
  expect(
    await isNewProvider(before, federated(2 * day, { name: 'tomas.reyes@other.example' }), federated(20 * day)),
  ).toBe(true)
})

const byProgram = (hours: number, user_agent: NonNullable<EcsDocument['user_agent']>): EntityEvent =>
  event(hours, { ip: vendor }, { action: 'app_sign_in', account: lena }, { user_agent })
const isNewProgram = async (...events: readonly EntityEvent[]) => (await ofAccount(events))?.program_new

it('a program is new to an account once per kind of use, whatever its version', async () => {
  const first = byProgram(0, { name: 'axios', original: 'axios/1.7.9' })
  expect(await isNewProgram(first)).toBe(true)
  expect(await isNewProgram(first, byProgram(1, { name: 'axios', original: 'axios/1.12.2' }))).toBeUndefined()
  const reads = event(
    1,
    { ip: vendor },
    { action: 'app_use', account: lena, activity: { kind: 'mail', access: 'read' } },
  )
  reads.document.user_agent = { name: 'axios' }
  expect(await isNewProgram(first, reads)).toBe(true)
  const unnamed = byProgram(2, { original: 'python-httpx/0.28.1' })
  expect(await isNewProgram(first, unnamed)).toBe(true)
  expect(await isNewProgram(first, unnamed, byProgram(3, { original: 'python-httpx/0.29.0' }))).toBeUndefined()
})

it('a consent by a user has the age of its network, and a consent by another party has no age', async () => {
  const consent = (hours: number, ip: string, self: boolean): EntityEvent =>
    use(hours, { ip }, { action: 'consent', grant: { self, scopes: ['https://mail.google.com/'] } })
  const before = [event(0, { ip: vendor }), event(20 * day, { ip: elsewhere })]
  expect(await ofAccount([...before, consent(20 * day + 1, elsewhere, true)])).toMatchObject({ network_age_hours: 1 })
  expect(await ofAccount([...before, consent(20 * day + 1, '198.18.1.1', true)])).toMatchObject({ network_new: true })
  expect(await ofAccount([...before, consent(20 * day + 1, elsewhere, false)])).not.toHaveProperty('network_age_hours')
})

const changes = (hours: number, origin: Origin, more: Partial<EcsDocument> = {}): EntityEvent => {
  const { document, id } = event(hours, origin, { action: 'policy_change' }, more)
  return { dataset: 'google_workspace.admin', document, id }
}

it('an Entra record of an act on an account contains the network of its actor, but a record of a consent does not', async () => {
  const acts = (hours: number, ip: string, oauth: OauthGroup): EntityEvent => {
    const { document, id } = event(hours, { ip }, { ...oauth })
    return { dataset: 'azure.auditlogs', document, id }
  }
  const role: OauthGroup = { role: { name: 'Global Administrator', tier: 'critical' } }
  const before = [acts(0, vendor, role), acts(8 * day, vendor, role)]
  expect(await actAge([...before, acts(9 * day, elsewhere, role)])).toBe(0)
  expect(await actAge([...before, acts(9 * day, vendor, role)])).toBeUndefined()
  // Without a sign-in log, earlier acts show the newest network of an act from an unknown address.
  const key = (ip: string) => acts(9 * day + 5, ip, { action: 'credential_add' })
  expect(await actAge([...before, acts(9 * day, elsewhere, role), key('198.18.4.4')])).toBe(5)
  expect(await actAge([...before, acts(9 * day, elsewhere, role), key(elsewhere)])).toBe(5)
  expect(await actAge([...before, acts(9 * day, elsewhere, role), key(vendor)])).toBeUndefined()
  const consents = [acts(0, vendor, { action: 'consent' }), acts(8 * day, vendor, { action: 'consent' })]
  expect(await actAge([...consents, acts(9 * day, elsewhere, role)])).toBeUndefined()
})

it('an act in a console has a network age if its account first acts from the network without a sign-in', async () => {
  const before = [changes(0, home), changes(8 * day, home)]
  expect(await actAge([...before, changes(9 * day, { ip: elsewhere, system: 64502 })])).toBe(0)
  const again = [changes(9 * day, { ip: elsewhere }), changes(9 * day + 3, { ip: elsewhere })]
  expect(await actAge([...before, ...again])).toBe(3)
  expect(await actAge([...before, changes(9 * day, home)])).toBeUndefined()
  expect(await actAge([changes(0, home), changes(2 * day, { ip: elsewhere })])).toBeUndefined()
})

it('an act in a console has no network age if its account often changes networks or is a service account', async () => {
  const moves = [3, 6, 9].map((days) => changes(days * day, { ip: `198.18.${days}.7` }))
  const last = () => changes(20 * day, { ip: elsewhere })
  expect(await actAge([changes(0, home), ...moves.slice(1), last()])).toBe(0)
  expect(await actAge([changes(0, home), ...moves, last()])).toBeUndefined()
  const program = { user: { email: 'sync@northpier-sync.iam.gserviceaccount.com' } }
  expect(await actAge([changes(0, home, program), changes(20 * day, { ip: elsewhere }, program)])).toBeUndefined()
})

/** A sign-in that the log marks neither as interactive nor as non-interactive. */
const ofVendorAt = (hours: number, origin: Origin): EntityEvent =>
  event(hours, origin, { action: 'app_sign_in', app: { id: 'mail', first_party: true }, account: lena })
const ofOffice = (hours: number, ip: string): EntityEvent =>
  event(hours, { ip }, { action: 'app_use', app: { id: 'office', first_party: true }, account: lena })

it('without a log of sign-ins, the network of an account is new until a client of the vendor used data there', async () => {
  const before = [ofOffice(0, vendor), ofOffice(8 * day, vendor)]
  expect(await ofAccount([...before, ofOffice(9 * day, elsewhere)])).toMatchObject({ network_new: true })
  expect(await ofAccount([...before, ofOffice(9 * day, vendor)])).toMatchObject({ network_new: false })
  const signedIn = [signIn(9 * day, home), ...before, ofOffice(10 * day, elsewhere)]
  expect((await ofAccount(signedIn))?.network_new).toBeUndefined()
  expect((await ofAccount([...before, use(9 * day, { ip: elsewhere })]))?.network_new).toBeUndefined()
})

it('a network is not new to an account if a vendor client, such as Drive on the web, worked there a week earlier', async () => {
  const drive = { app: { registration_id: '691301496089', first_party: true } }
  const after = (days: number, app: Partial<OauthGroup> = drive) =>
    ofAccount([
      event(0, { ip: vendor }),
      use(14 * day, { ip: elsewhere }, app),
      use((14 + days) * day, { ip: elsewhere }),
    ])
  expect(await after(7)).toMatchObject({ network_new: false, network_age_hours: 7 * 24 })
  expect(await after(6.9)).toMatchObject({ network_new: true })
  expect(await after(7, {})).toMatchObject({ network_new: true })
})

it('a network has no age in a record without a provider if the owner signed in there through a known provider', async () => {
  const before = [ofVendorAt(0, home), ofVendorAt(8 * day, home)]
  const athome = ofVendorAt(9 * day, { ip: '198.18.4.4', system: home.system })
  expect((await ofAccount([...before, athome, ofOffice(9 * day + 1, '198.18.4.4')]))?.network_age_hours).toBeUndefined()
  const away = ofVendorAt(9 * day, { ip: elsewhere, system: 64511 })
  expect(await ofAccount([...before, away, ofOffice(9 * day + 1, elsewhere)])).toMatchObject({ network_age_hours: 1 })
})
