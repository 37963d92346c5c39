// The usual behavior of an application or of the account that changes it. Uncertain values are absent: they only quiet.
import { expect, it } from 'vitest'
import type { EcsDocument, OauthGroup } from '../../../mappings/fields/document.ts'
import type { EntityEvent } from '../../../pipeline/entity-store/entity-event.ts'
import { annotated, day, eventOf } from './events.ts'

const ivo = 'ivo.brandt@northpier.example'
const app = { id: 'client', first_party: false }

const event = (days: number, oauth: OauthGroup, more: Partial<EcsDocument> = {}): EntityEvent =>
  eventOf('azure.auditlogs', days * day, { user: { email: ivo }, oauth, ...more })

const lastOf = async (...events: readonly EntityEvent[]) => (await annotated(events)).at(-1)

const key = (days: number, more: OauthGroup = {}, document: Partial<EcsDocument> = {}) =>
  event(days, { action: 'credential_add', app, credential: { added: 1, kind: 'secret' }, ...more }, document)

it('an act is routine if the account did the same at least a week before, on any application', async () => {
  expect((await lastOf(key(0), key(7, { app: { id: 'other' } })))?.act?.routine).toBe(true)
  expect((await lastOf(key(0), key(6.9)))?.act).toEqual({
    repeated: true,
    series: 'client|ivo.brandt@northpier.example|credential_add',
  })
  expect((await lastOf(key(0), key(0)))?.act?.repeated).toBeUndefined()
  expect((await lastOf(key(0), event(8, { action: 'owner_add', app })))?.act?.routine).toBeUndefined()
  const stranger = { user: { email: 'mara.voss@northpier.example' } }
  expect((await lastOf(key(0), key(8, {}, stranger)))?.act?.routine).toBeUndefined()
  const failed = { event: { outcome: 'failure' as const } }
  expect((await lastOf(key(0, {}, failed), key(8)))?.act?.routine).toBeUndefined()
})

it.each([
  ['repo:acme/app:ref:refs/heads/main', 'repo:acme/web:environment:production', 'repo:evil/app:ref:refs/heads/main'],
  ['organization:acme:project:a:workspace:w', 'organization:acme:project:b', 'organization:evil:project:a:workspace:w'],
  ['sc://acme/project/one', 'sc://acme/project/two', 'sc://evil/project/one'],
  ['eu-west-1:11111111', 'eu-west-1:11111111', 'eu-west-1:22222222'],
  ['100000000000000000017', '100000000000000000017', '100000000000000000018'],
])('trust in %s makes only trust in the same party a routine', async (known, same, other) => {
  const trust = (days: number, subject: string) =>
    key(days, { credential: { added: 1, kind: 'federated', issuer: 'https://issuer.example', subject } })
  expect((await lastOf(trust(0, known), trust(8, same)))?.act?.routine).toBe(true)
  expect((await lastOf(trust(0, known), trust(8, other)))?.act?.routine).toBeUndefined()
})

it('an act without an account is routine if the same application did the same at least a week before', async () => {
  const pipeline = { actor_app: { id: 'pipeline', self: false } }
  const nobody = { user: {} }
  expect((await lastOf(key(0, pipeline, nobody), key(14, pipeline, nobody)))?.act?.routine).toBe(true)
  const other = { actor_app: { id: 'intruder', self: false } }
  expect((await lastOf(key(0, pipeline, nobody), key(14, other, nobody)))?.act?.routine).toBeUndefined()
})

it('for one day, an act of an application contains the hours since a credential was added to it', async () => {
  const armedAfter = async (days: number, added = 1) => {
    const pipeline = { app: { id: 'pipeline' }, credential: { added, total: 1, kind: 'federated' as const } }
    const act = key(days, { actor_app: { id: 'pipeline', self: false } }, { user: {} })
    return (await lastOf(key(0, pipeline), act))?.act?.armed_hours
  }
  expect(await armedAfter(0.5)).toBe(12)
  expect(await armedAfter(1)).toBeUndefined()
  expect(await armedAfter(0.5, 0)).toBeUndefined()
})

it('the first credential of a new application does not count when the application makes a credential for a person', async () => {
  const desk = { id: 'desk' }
  const armedAfter = async (registered: number) => {
    const added = key(2, { app: desk, credential: { added: 1, total: 1, kind: 'secret' } })
    const reset = event(
      2.5,
      { actor_app: { id: 'desk' }, account: { id: 'mara', name: 'mara.voss@northpier.example' } },
      { event: { action: 'Reset user password.' }, user: { target: { email: 'mara.voss@northpier.example' } } },
    )
    return (await lastOf(event(registered, { action: 'app_register', app: desk }), added, reset))?.act?.armed_hours
  }
  expect(await armedAfter(0)).toBe(12)
  expect(await armedAfter(1.9)).toBeUndefined()
})

it('an act in a network of the organization has no network age, even if the owner came from another network', async () => {
  const [home, office, elsewhere] = ['203.0.113.8', '198.51.100.20', '192.0.2.93']
  const signIn = (days: number, ip: string): EntityEvent =>
    event(
      days,
      { action: 'app_sign_in', app: { id: 'portal', first_party: true }, account: { name: ivo } },
      { source: { ip } },
    )
  const acts = () => [signIn(0, home), signIn(20, elsewhere), key(20.5, {}, { source: { ip: office } })]
  expect((await annotated(acts())).at(-1)?.act?.network_age_hours).toBe(12)
  expect((await annotated(acts(), { networks: ['198.51.100.0/24'] })).at(-1)?.act?.network_age_hours).toBeUndefined()
})

it('an act of a program has a network age for a week if the program used another network for two weeks before', async () => {
  const [office, elsewhere] = ['198.51.100.20', '192.0.2.93']
  const use = (days: number, ip: string) => event(days, { action: 'app_use', app }, { source: { ip } })
  const change = (days: number, ip: string) =>
    event(days, { action: 'policy_change', actor_app: { id: app.id, self: false } }, { source: { ip } })
  const before = [use(0, office), use(15, office)]
  expect((await lastOf(...before, use(20, elsewhere), change(20.5, elsewhere)))?.act?.network_age_hours).toBe(12)
  expect((await lastOf(...before, use(20, elsewhere), change(27, elsewhere)))?.act?.network_age_hours).toBeUndefined()
  expect((await lastOf(...before, use(20, elsewhere), change(20.5, office)))?.act?.network_age_hours).toBeUndefined()
  expect(
    (await lastOf(use(0, office), use(5, elsewhere), change(5.5, elsewhere)))?.act?.network_age_hours,
  ).toBeUndefined()
  const moved = [...before, use(20, elsewhere), change(20.5, elsewhere)]
  const inside = await annotated(moved, { networks: ['192.0.2.0/24'] })
  expect(inside.at(-1)?.act?.network_age_hours).toBeUndefined()
})

it('the age of an application is the time since its registration, if recorded', async () => {
  const registered = event(0, { action: 'app_register', app })
  const owner = (days: number) => event(days, { action: 'owner_add', app })
  expect((await lastOf(registered, owner(1 / 24)))?.app?.registered_hours).toBe(1)
  expect((await lastOf(owner(0), owner(1)))?.app?.registered_hours).toBeUndefined()
})

it('an application with the consent of five accounts is established after a month', async () => {
  const consent = (days: number, i: number) =>
    event(days, {
      action: 'consent',
      app,
      account: { name: `person-${i}@northpier.example` },
      grant: { breadth: 'user', scopes: ['Mail.Read'], tier: 'high' },
    })
  const first = [0, 5, 10, 15, 20].map((days, i) => consent(days, i))
  expect((await lastOf(...first, consent(30, 9)))?.app?.established).toBe(true)
  expect((await lastOf(...first, consent(29, 9)))?.app?.established).toBeUndefined()
  expect((await lastOf(...first.slice(1), consent(40, 9)))?.app?.established).toBeUndefined()
})

it('an app-only sign-in shows a new kind of credential and a new resource', async () => {
  const signIn = (days: number, kind: 'secret' | 'certificate', resource: string, appOnly = true) =>
    event(days, {
      action: 'app_sign_in',
      app,
      credential: { kind },
      grant: { app_only: appOnly, resource: { id: [resource] } },
    })
  const first = await lastOf(signIn(0, 'certificate', 'graph'))
  expect([first?.credential?.kind_new, first?.grant?.resource_new]).toEqual([undefined, undefined])
  const same = await lastOf(signIn(0, 'certificate', 'graph'), signIn(30, 'certificate', 'graph'))
  expect([same?.credential?.kind_new, same?.grant?.resource_new]).toEqual([false, false])
  const other = await lastOf(signIn(0, 'certificate', 'graph'), signIn(30, 'secret', 'vault'))
  expect([other?.credential?.kind_new, other?.grant?.resource_new]).toEqual([true, true])
  const person = await lastOf(signIn(0, 'certificate', 'graph', false), signIn(30, 'secret', 'vault'))
  expect(person?.credential?.kind_new).toBeUndefined()
})

it('a service account of a project that no record named comes from outside, once, when it becomes a member', async () => {
  const joins = (days: number, member: string): EntityEvent =>
    eventOf('google_workspace.group_enterprise', days * day, {
      event: { action: 'add_member' },
      user: { email: ivo, target: { email: member } },
    })
  const robot = (name: string, project: string) => `${name}@${project}.iam.gserviceaccount.com`
  const events = [joins(0, robot('a', 'lattice')), joins(1, robot('b', 'lattice')), joins(2, 'buyer@partner.example')]
  expect((await annotated(events)).map(({ act }) => act?.outside)).toEqual([true, undefined, undefined])
})

it('a use shows whether the application changed in the last week, and whether another application restored it', async () => {
  const removed = event(10, { action: 'sp_delete', app })
  const robot = { actor_app: { id: 'robot', self: false } }
  const back = (more: OauthGroup = {}, document: Partial<EcsDocument> = {}) =>
    event(12, { action: 'sp_add', app, ...more }, document)
  const use = (days: number) => event(days, { action: 'app_use', app })
  const factsOf = async (...events: readonly EntityEvent[]) => {
    const last = (await lastOf(use(0), ...events))?.app
    return [last?.changed, last?.returned]
  }
  expect(await factsOf(removed, back(robot, { user: {} }), use(13))).toEqual([true, true])
  expect(await factsOf(removed, back(), use(13))).toEqual([true, undefined])
  expect(await factsOf(removed, back(), use(19))).toEqual([undefined, undefined])
  expect(await factsOf(back(), use(13))).toEqual([undefined, undefined])
  const grantFor = (days: number, name: string, tier: 'low' | 'high') =>
    event(days, { action: 'consent', app, account: { name }, grant: { breadth: 'user', tier, scopes: [tier] } })
  const raised = async (name: string) => {
    const known = [grantFor(0, ivo, 'low'), grantFor(0, 'mara@northpier.example', 'low'), grantFor(12, name, 'high')]
    return (await lastOf(...known, event(13, { action: 'app_use', app, account: { name: ivo } })))?.app?.changed
  }
  expect(await raised(ivo)).toBe(true)
  expect(await raised('mara@northpier.example')).toBeUndefined()
  const address = event(12, { action: 'redirect_change', app, redirect: { added_domains: ['tunnel.example'] } })
  expect(await factsOf(address, use(13))).toEqual([true, undefined])
})

it('an export in a usual network has the annotations by which late-data correction finds it', async () => {
  const takeout = eventOf('google_workspace.takeout', 0, { user: { email: ivo } })
  expect(await lastOf(takeout)).toEqual({ entity_store: { baseline_ready: false } })
  const admin = eventOf('google_workspace.admin', 0, { user: { email: ivo } })
  expect(await lastOf(admin)).toEqual({})
})

const home = '198.51.100.20'
const desk = { actor_app: { id: 'desk', name: 'Desk' } }
const signIn = (days: number, ip: string, hosting = false): EntityEvent =>
  eventOf('google_workspace.login', days * day, {
    event: { action: 'login_success' },
    user: { email: ivo },
    source: { ip },
    ...(hosting && { saas: { source: { hosting } } }),
  })
const codes = (days: number, ip: string, more: Partial<EcsDocument> = {}): EntityEvent =>
  eventOf('google_workspace.admin', days * day, {
    event: { action: 'GENERATE_2SV_SCRATCH_CODES' },
    user: { email: 'admin@northpier.example', target: { email: ivo } },
    source: { ip },
    oauth: { ...desk },
    ...more,
  })

it('an application that sets passwords is known where it did so, and a rented server is new to it', async () => {
  const [usual, elsewhere] = ['203.0.113.140', '192.0.2.93']
  const age = async (...events: readonly EntityEvent[]) => (await lastOf(...events))?.act?.network_age_hours
  const before = [codes(0, usual), codes(15, usual)]
  expect(await age(...before, codes(16, usual))).toBeUndefined()
  expect(await age(...before, codes(16, elsewhere))).toBe(0)
  expect(await age(...before, codes(16, elsewhere, { saas: { source: { hosting: true } } }))).toBe(0)
  expect(await age(...before, codes(16, elsewhere), codes(18, elsewhere))).toBe(48)
  expect(await age(codes(0, usual), codes(5, elsewhere))).toBeUndefined()
})

it('a sign-in elsewhere names the maker of a new credential, except for a routine or an approved maker in its network', async () => {
  const [tool, elsewhere, other] = ['203.0.113.140', '192.0.2.93', '203.0.114.9']
  const account = async (acts: readonly EntityEvent[], ip = elsewhere, environment = {}) =>
    (await annotated([signIn(0, home), signIn(15, home), ...acts, signIn(20.5, ip)], environment)).at(-1)?.account
  expect(await account([codes(20, tool)])).toEqual({ credential_age_hours: 12, credential_by: 'desk' })
  expect((await account([codes(14, tool), codes(20, tool)]))?.credential_by).toBe('desk')
  const routine = [codes(1, tool), codes(16, tool), codes(20, tool)]
  expect(await account(routine)).toBeUndefined()
  expect((await account(routine, tool))?.credential_by).toBe('desk')
  expect((await account([...routine.slice(0, 2), codes(20, other)]))?.credential_by).toBe('desk')
  const reset = codes(20, tool, { event: { action: 'CHANGE_PASSWORD' } })
  expect((await account([...routine.slice(0, 2), reset]))?.credential_by).toBe('desk')
  const approval = {
    id: 'desk',
    tier: 'high' as const,
    uses: [],
    owner: 'Ivo',
    reason: 'help desk',
    expires: '2027-01-01',
  }
  expect(await account([codes(20, tool)], elsewhere, { approvedApps: [approval] })).toBeUndefined()
})

it('a session that made a credential on its first day in a network needs no sign-in record', async () => {
  const elsewhere = '192.0.2.93'
  const byPerson = (days: number, ip: string) => codes(days, ip, { oauth: {} })
  const account = async (made: EntityEvent) =>
    (await annotated([byPerson(0, home), signIn(0, home), signIn(15, home), made, signIn(20.5, elsewhere)])).at(-1)
      ?.account
  expect(await account(byPerson(20, elsewhere))).toEqual({
    credential_age_hours: 12,
    credential_by: 'admin@northpier.example',
  })
  expect(await account(byPerson(20, home))).toBeUndefined()
})

it('a sign-in elsewhere names the application that made a credential, even if the help desk replaced both credentials later', async () => {
  const byPerson = (days: number, action: string) => codes(days, home, { oauth: {}, event: { action } })
  const both = [byPerson(20.47, 'CHANGE_PASSWORD'), byPerson(20.48, 'GENERATE_2SV_SCRATCH_CODES')]
  const account = async (...made: readonly EntityEvent[]) =>
    (await annotated([signIn(0, home), signIn(15, home), ...made, signIn(20.5, '192.0.2.93')])).at(-1)?.account
  expect((await account(...both))?.credential_by).toBe('admin@northpier.example')
  expect((await account(codes(20, '203.0.113.140'), ...both))?.credential_by).toBe('desk')
})

it('an account in its first week of sign-ins has no new credential, even on a rented server', async () => {
  const hired = (days: number) => annotated([codes(days - 0.5, '203.0.113.140'), signIn(days, '192.0.2.93', true)])
  expect((await hired(20)).at(-1)?.account).toBeUndefined()
})

it('an administrator has a role age in the first week after the first role only', async () => {
  const role = (days: number, name = 'Exchange Administrator', tier?: 'high', action = 'Add member to role') =>
    event(
      days,
      { role: { name, ...(tier !== undefined && { tier }) } },
      { event: { action }, user: { email: 'mara.voss@northpier.example', target: { email: ivo } } },
    )
  const listed = (days: number) =>
    eventOf('azure.inventory', days * day, {
      event: { kind: 'asset' },
      user: { email: ivo },
      oauth: { account: { name: ivo, status: 'active' }, role: { name: 'Exchange Administrator', tier: 'high' } },
    })
  const daily = (first: number) => Array.from({ length: 60 - first }, (_, i) => listed(first + i))
  const ageOf = async (...events: EntityEvent[]) =>
    (await lastOf(...events, event(60, { action: 'consent', app, grant: { tier: 'medium' } })))?.act?.role_age_hours
  expect(await ageOf(role(58, 'Exchange Administrator', 'high'))).toBe(48)
  expect(await ageOf(role(52, 'Exchange Administrator', 'high'))).toBeUndefined()
  expect(await ageOf(...daily(0).slice(0, 54), role(53.5, 'User Administrator', 'high'), ...daily(54))).toBeUndefined()
  expect(await ageOf(role(53.5, 'Exchange Administrator', 'high'), ...daily(54))).toBe(156)
  const activations = Array.from({ length: 60 }, (_, i) => [
    role(i, 'Exchange Administrator', 'high'),
    role(i + 0.1, 'User Administrator', 'high'),
    role(i + 0.4, 'Exchange Administrator', undefined, 'Remove member from role'),
    role(i + 0.5, 'User Administrator', undefined, 'Remove member from role'),
  ])
  expect(await ageOf(...activations.flat())).toBeUndefined()
})
