import { expect, it } from 'vitest'
import type { EcsDocument, OauthGroup } from '../../../mappings/fields/document.ts'
import type { EntityEvent } from '../../../pipeline/entity-store/entity-event.ts'
import { day } from './events.ts'
import {
  actAge,
  elsewhere,
  event,
  everyDay,
  lena,
  type Origin,
  oauthOf,
  ofAccount,
  signIn,
  use,
  vendor,
} from './network-events.ts'

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
  const unknown = await oauthOf([use(0, { ip: elsewhere })], office)
  expect(unknown.account).toMatchObject({ network_new: false })
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

it('the first sign-in of an owner comes from a new network if programs renewed tokens elsewhere for weeks', async () => {
  const inEntra = ({ document, id }: EntityEvent): EntityEvent => ({ dataset: 'azure.auditlogs', document, id })
  const ageAfter = (...signIns: EntityEvent[]) =>
    actAge([...signIns, event(15 * day + 1, { ip: '198.18.4.4' }, { action: 'credential_add' })].map(inEntra))
  const programs = [0, 5, 10].map((days) => signIn(days * day, { ip: vendor }, false))
  expect(await ageAfter(...programs, signIn(15 * day, { ip: elsewhere }))).toBe(1)
  const phone = signIn(15 * day + 0.5, { ip: '198.18.9.9' }, false)
  expect(await ageAfter(...programs, signIn(15 * day, { ip: elsewhere }), phone)).toBe(1)
  const stranger = signIn(15 * day, { ip: elsewhere }, false)
  expect(await ageAfter(...programs, signIn(14 * day, { ip: vendor }), stranger)).toBeUndefined()
})
