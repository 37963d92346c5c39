import { describe, expect, it } from 'vitest'
import { emptyEnvironment } from '../../../mappings/environment/environment.ts'
import { dayMs } from '../../../mappings/kernel/durations.ts'
import { InMemoryStore } from '../../../pipeline/entity-store/in-memory-store.ts'
import { makeUpdateEntities } from '../../../pipeline/entity-store/update-entities.ts'
import { eventOf } from './events.ts'

const client = 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13'
const start = Date.parse('2026-03-01T09:00:00Z')
const address = (file: string) => `https://northpier.sharepoint.com/sites/finance/${file}`
let number = 0

function event(day: number, rest: Parameters<typeof eventOf>[2]) {
  number++
  return {
    ...eventOf('o365.audit', new Date(start + day * dayMs + number * 1000).toISOString(), rest),
    id: `event-${number}`,
  }
}

const opening = (day: number, file: string) =>
  event(day, {
    oauth: {
      action: 'app_use',
      app: { id: client, first_party: false },
      activity: { kind: 'file', access: 'permission' },
    },
    saas: { sharing: { external: true } },
    url: { original: address(file) },
  })

const visit = (day: number, file: string, { ip = '192.0.2.61', action = 'FileDownloaded' } = {}) =>
  event(day, { event: { action }, user: { id: 'urn:spo:anon#1' }, source: { ip }, url: { original: address(file) } })

/** Returns the act of the last events, after history and the opening of a folder. */
async function acts(...visits: ReturnType<typeof visit>[]) {
  const store = new InMemoryStore()
  const stage = makeUpdateEntities(store, emptyEnvironment)
  await stage([event(0, {}), opening(20, 'Reports')])
  const { aliases } = store.shape
  const events = await stage(visits)
  expect(store.shape.aliases).toBe(aliases)
  return events.map(({ document }) => document.oauth?.act)
}

it('an opening counts once a day for each file and application', async () => {
  const files = ['a', 'a', 'b', 'a']
  const openings = [...files.map((file) => opening(21, file)), opening(22, 'a')]
  const marks = (await acts(...openings)).map((act) => act?.further_file)
  expect(marks).toEqual([true, undefined, true, undefined, true])
})

it('an opening whose record contains no file counts', async () => {
  const nameless = () => ({ ...opening(21, 'a'), document: { ...opening(21, 'a').document, url: undefined } }) as never
  expect((await acts(nameless())).map((act) => act?.further_file)).toEqual([true])
})

describe('a visit of a file that an application opened', () => {
  const read = { link_by: client }
  const further = { ...read, further_file: true }

  it('counts once a day for each file, except the first file of a network', async () => {
    const visits = ['a', 'a', 'b', 'b', 'c', 'a'].map((file) => visit(21, `Reports/${file}`))
    expect(await acts(...visits, visit(22, 'Reports/b'))).toEqual([read, read, further, read, further, read, further])
  })

  it('is claimed together with the acts of its batch, and in the month of the first opened file', async () => {
    const store = new InMemoryStore()
    const batches: number[][] = []
    const claim = store.claim.bind(store)
    store.claim = async (acts) => {
      batches.push(acts.map(({ at }) => Math.floor((at - start) / dayMs)))
      return claim(acts)
    }
    const stage = makeUpdateEntities(store, emptyEnvironment)
    await stage([event(0, {}), opening(20, 'Reports')])
    const consent = event(45, { oauth: { action: 'consent', app: { id: client }, act: { id: 'one act' } } })
    await stage([visit(25, 'Reports/a'), visit(45, 'Reports/b'), consent])
    expect(batches).toEqual([[20], [20, 25, 20, 45, 45]])
  })

  it('is counted for each network', async () => {
    const visits = ['192.0.2.61', '192.0.2.99', '198.51.100.7'].map((ip, i) => visit(21, `Reports/${i}`, { ip }))
    expect(await acts(...visits)).toEqual([read, further, read])
  })

  it('is a read of a file, not of a page, and of no other file', async () => {
    const others = [visit(21, 'Reports/a', { action: 'PageViewed' }), visit(21, 'Other/a')]
    expect(await acts(...others)).toEqual([undefined, undefined])
  })
})

describe('a file that a guest reads', () => {
  const shared = (day: number, name: string) => {
    const event = opening(day, 'Reports')
    return { ...event, document: { ...event.document, user: { target: { email: name } } } }
  }
  const disabled = (day: number) =>
    event(day, { oauth: { action: 'sp_disable', app: { id: client, first_party: false } } })
  const read = (day: number, id = 'lena.kurz_partner.example#EXT#@northpier.onmicrosoft.com') =>
    event(day, { event: { action: 'FileDownloaded' }, user: { id }, url: { original: address('Other/a') } })
  const appOf = async (...events: ReturnType<typeof event>[]) => {
    const stage = makeUpdateEntities(new InMemoryStore(), emptyEnvironment)
    const found = await stage([event(0, {}), ...events])
    return found.at(-1)?.document.oauth?.act?.guest_of
  }

  it('names the application that shared files with the guest and ended later', async () => {
    for (const name of ['Lena.Kurz@partner.example', 'lena.kurz_partner.example#ext#@northpier.onmicrosoft.com'])
      expect(await appOf(shared(20, name), disabled(21), read(23))).toBe(client)
  })

  it('names no application before its end, or more than a month after it', async () => {
    const name = 'lena.kurz@partner.example'
    expect(await appOf(shared(20, name), disabled(21), read(20.5))).toBeUndefined()
    expect(await appOf(shared(20, name), disabled(21), read(51.5))).toBeUndefined()
  })

  it('names no application that shared files for a month before its end', async () => {
    expect(await appOf(shared(20, 'lena.kurz@partner.example'), disabled(51), read(52))).toBeUndefined()
  })

  it('names no application that shared files only with another guest', async () => {
    expect(await appOf(shared(20, 'ole@partner.example'), disabled(21), read(23))).toBeUndefined()
  })
})
