// One application or account with several ids, one act in two logs: the order of records does not change the finding.
import { expect, it } from 'vitest'
import { emptyEnvironment } from '../../../mappings/environment/environment.ts'
import type { EcsDocument, OauthGroup } from '../../../mappings/fields/document.ts'
import { dayMs, hourMs } from '../../../mappings/kernel/durations.ts'
import type { EntityEvent } from '../../../pipeline/entity-store/entity-event.ts'
import { InMemoryStore } from '../../../pipeline/entity-store/in-memory-store.ts'
import { makeUpdateEntities } from '../../../pipeline/entity-store/update-entities.ts'
import { InMemoryHistory } from '../../../pipeline/findings/in-memory-history.ts'
import { findingsOn } from '../../chaos/due.ts'
import { dice, shuffled } from '../../support/dice.ts'
import { eventOf } from '../entity-store/events.ts'

const begin = Date.parse('2026-03-02T09:00:00.000Z')
const person = 'mara.voss@northpier.example'
const ended = 'Disable account.'

interface Recorded {
  readonly at: number
  readonly dataset?: string
  readonly action?: string
  readonly oauth?: OauthGroup
  readonly target?: { readonly email?: string; readonly id?: string }
}

function event(id: string, { at, dataset = 'o365.audit', action = 'made up', oauth, target }: Recorded): EntityEvent {
  const about = { ...(target !== undefined && { user: { target } }), ...(oauth !== undefined && { oauth }) }
  return { ...eventOf(dataset, new Date(begin + at).toISOString(), { event: { id, action }, ...about }), id }
}

type Events = Readonly<Record<string, Recorded>>

async function findingsIn(events: Events, names: readonly string[]): Promise<EcsDocument[]> {
  const store = new InMemoryStore()
  const updateEntities = makeUpdateEntities(store)
  const history = new InMemoryHistory({ store, keepsUses: true })
  const seen: EntityEvent[] = []
  for (const name of names) {
    const [recorded] = await updateEntities([event(name, structuredClone(events[name]) as Recorded)])
    if (recorded !== undefined) seen.push(recorded)
  }
  for (const each of seen) history.see(each)
  return (await findingsOn(seen, history, emptyEnvironment)).map(({ document }) => document)
}

/** Returns the findings of these events. Checks that all tried orders give the same findings. */
async function inAnyOrder(events: Events): Promise<EcsDocument[]> {
  const names = Object.keys(events)
  const expected = await findingsIn(events, names)
  const orders = [[...names].reverse(), ...Array.from({ length: 40 }, (_, seed) => shuffled(names, dice(seed + 1)))]
  for (const order of orders) expect(await findingsIn(events, order), order.join(' ')).toEqual(expected)
  return expected
}

const granted = (
  app: NonNullable<OauthGroup['app']>,
  action: 'consent' | 'delegated_grant' = 'consent',
): OauthGroup => ({
  action,
  app,
  account: { name: person },
  grant: { breadth: 'user', scopes: [`Mail.${Object.keys(app).join('.')}`], tier: 'high' },
})

/** Links of an application's three IDs. */
const linked = {
  clientIsObject: { at: 3, oauth: { action: 'sp_update', app: { id: 'client', object_id: 'object' } } },
  objectIsRegistration: {
    at: 4,
    oauth: { action: 'sp_update', app: { object_id: 'object', registration_id: 'registration' } },
  },
} as const

it('a containment gap is found once for an application with grants under several IDs, in any order', async () => {
  const found = await inAnyOrder({
    byClient: { at: 0, oauth: granted({ id: 'client', name: 'Helper' }) },
    byObject: { at: 1, oauth: granted({ object_id: 'object' }, 'delegated_grant') },
    byRegistration: { at: 2, oauth: granted({ registration_id: 'registration' }) },
    ...linked,
    end: { at: hourMs, action: ended, target: { email: person } },
  })
  expect(found).toMatchObject([
    {
      service: { id: 'client', name: 'Helper' },
      oauth: { grant: { scopes: ['Mail.id.name', 'Mail.object_id', 'Mail.registration_id'] } },
    },
  ])
})

it('a containment gap is found for each client of a project, and project grants belong to its oldest client', async () => {
  const dataset = 'google_workspace.token'
  const found = await inAnyOrder({
    one: { at: 0, dataset, oauth: granted({ id: 'one', registration_id: '42' }) },
    other: { at: 1, dataset, oauth: granted({ id: 'other', name: 'Other', registration_id: '42' }) },
    project: { at: 2, dataset, oauth: granted({ registration_id: '42' }) },
    end: { at: hourMs, dataset: 'google_workspace.admin', action: 'SUSPEND_USER', target: { email: person } },
  })
  expect(found.map(({ service }) => service?.id)).toEqual(['one', 'other'])
})

it('a containment gap is found for an account with several IDs, under its name at that time', async () => {
  const found = await inAnyOrder({
    grant: { at: 0, oauth: granted({ id: 'client' }) },
    formerName: {
      at: 1,
      action: 'Update user.',
      oauth: { action: 'app_use', app: { id: 'x' }, account: { name: 'mara.old@northpier.example', id: 'person' } },
    },
    name: { at: 2, oauth: { action: 'app_use', app: { id: 'x' }, account: { name: person, id: 'person' } } },
    end: { at: hourMs, action: ended, target: { email: person } },
    endAgain: { at: hourMs + 500, dataset: 'azure.auditlogs', action: 'Disable account', target: { id: 'person' } },
  })
  expect(found.map(({ user }) => user?.email)).toEqual([person])
})

it('a containment gap concerns the former holder of an address, even if another account has the address now', async () => {
  const found = await inAnyOrder({
    grant: { at: 0, oauth: { ...granted({ id: 'client' }), account: { name: person, id: 'first' } } },
    end: { at: hourMs, action: ended, target: { email: person, id: 'first' } },
    successor: {
      at: 2 * hourMs,
      oauth: { action: 'app_sign_in', app: { id: 'x' }, account: { name: person, id: 'second' } },
    },
  })
  expect(found).toMatchObject([{ user: { email: person }, oauth: { account: { status: 'disabled' } } }])
})

it('a containment gap is found for every lasting end of an account, whatever its later status', async () => {
  const found = await inAnyOrder({
    grant: { at: 0, oauth: granted({ id: 'client' }) },
    end: { at: hourMs, action: ended, target: { email: person } },
    back: { at: 3 * dayMs, action: 'Enable account.', target: { email: person } },
    endAgain: { at: 5 * dayMs, action: ended, target: { email: person } },
  })
  const times = [dayMs + hourMs, 6 * dayMs].map((at) => new Date(begin + at).toISOString())
  expect(found.map((each) => each['@timestamp'])).toEqual(times)
})

it('overlapping credentials are found once for an application with several IDs, in any order', async () => {
  const added = (at: number, app: NonNullable<OauthGroup['app']>): Recorded => ({
    at,
    oauth: { action: 'credential_add', app, credential: { total: at + 1, added: 1, kind: 'secret' } },
  })
  const found = await inAnyOrder({
    first: added(0, { object_id: 'object' }),
    second: added(1, { id: 'client' }),
    third: added(2, { registration_id: 'registration' }),
    ...linked,
  })
  expect(found.map(({ service, oauth }) => [service?.id, oauth?.finding?.baseline])).toEqual([
    ['client', 1],
    ['client', 2],
  ])
})

it('an incomplete click in two logs is found once, with the earliest record', async () => {
  const consent = (id: string): OauthGroup => ({
    ...granted({ id: 'client' }),
    grant: { breadth: 'user', scopes: ['Mail.Read'], scopes_added: ['Mail.Read'], tier: 'high' },
    act: { id, bundle: id },
  })
  const found = await inAnyOrder({
    // Other grants arrive, so this grant is missing.
    whole: { at: -dayMs, oauth: { ...granted({ id: 'other' }, 'delegated_grant') } },
    audit: { at: 0, oauth: consent('click') },
    directory: { at: 512, dataset: 'azure.auditlogs', oauth: consent('click') },
  })
  expect(found.map(({ oauth }) => [oauth?.finding?.due, oauth?.finding?.events])).toEqual([
    [new Date(begin + hourMs).toISOString(), ['audit']],
  ])
})

it('a sign-in after an end in two logs is found once, with the earliest record', async () => {
  const signIn: OauthGroup = {
    action: 'app_sign_in',
    app: { id: 'client' },
    account: { name: person },
    act: { id: 'sign-in' },
  }
  const events: Events = {
    audit: { at: 2 * hourMs, oauth: signIn },
    directory: { at: 2 * hourMs + 512, dataset: 'azure.signinlogs', oauth: signIn },
    end: { at: hourMs, action: ended, target: { email: person } },
  }
  for (const order of [
    ['audit', 'directory', 'end'],
    ['directory', 'audit', 'end'],
  ])
    expect((await findingsIn(events, order)).map(({ oauth }) => oauth?.finding?.events)).toEqual([['audit']])
})
