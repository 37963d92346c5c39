// Acts are stored in the index of their month. The times in records create no more indices than a year has months.
import type { Client } from '@elastic/elasticsearch'
import { expect, it } from 'vitest'
import { ActClaims, actsIndex, removeOldActs } from '../../../pipeline/entity-store/act-claims.ts'
import { EntityRequests } from '../../../pipeline/entity-store/elasticsearch-requests.ts'
import type { Act } from '../../../pipeline/entity-store/store.ts'

const now = Date.parse('2026-11-26T09:00:00.000Z')
const hour = 3_600_000
const place = (time: string) => actsIndex('test', Date.parse(time), now)

interface Doc {
  readonly _index: string
  readonly _id: string
}

/** Makes a server with documents by index and id. It records the lengths of the request lines. */
function server() {
  const indices = new Map<string, Map<string, unknown>>()
  const paths: string[] = []
  const created = new Map<string, number>()
  const request = async (params: { method: string; path: string; body?: { docs: Doc[] }; bulkBody?: string }) => {
    const { method, path, body, bulkBody } = params
    paths.push(path)
    if (path === '/_mget')
      return {
        docs: body?.docs.map(({ _index, _id }) => {
          const index = indices.get(_index)
          if (index === undefined) return { _id, error: { type: 'index_not_found_exception' } }
          const source = index.get(_id)
          return source === undefined ? { _id, found: false } : { _id, found: true, _source: source }
        }),
      }
    if (path === '/_bulk') {
      const lines = (bulkBody ?? '').trimEnd().split('\n')
      const items = []
      for (let i = 0; i < lines.length; i += 2) {
        const { _index, _id } = JSON.parse(lines[i] as string).create as Doc
        const index = indices.get(_index)
        if (index === undefined) throw new Error(`${_index} would be made with types of its own guessing`)
        items.push({ create: { status: index.has(_id) ? 409 : 201 } })
        if (!index.has(_id)) index.set(_id, JSON.parse(lines[i + 1] as string))
      }
      return { items }
    }
    if (path.endsWith('-*'))
      return Object.fromEntries(
        [...indices.keys()].map((name) => [name, { settings: { 'index.creation_date': `${created.get(name)}` } }]),
      )
    const names = path.slice(1).split(',')
    if (method === 'PUT') for (const name of names) indices.set(name, new Map())
    if (method === 'DELETE') for (const name of names) indices.delete(name)
    return Object.fromEntries(names.filter((name) => indices.has(name)).map((name) => [name, { mappings: {} }]))
  }
  return { indices, created, paths, client: { transport: { request } } as unknown as Client }
}

const act = (id: string, at: number, dataset = 'o365.audit'): Act => ({
  id,
  dataset,
  event: `${dataset}-${id}`,
  vendor: 'microsoft',
  tenant: 't',
  at,
})

/** Claims of an instance that has just started, at a time. */
const claims = (client: Client, at: number) =>
  new ActClaims({ requests: new EntityRequests(client), namespace: 'test', cacheSize: 10, now: () => at })

it('the index of an act is its month from a year back to a day ahead, and one shared index for all other times', () => {
  expect(place('2026-11-27T08:59:59.999Z')).toBe('consentry-acts-test-2026-11')
  expect(place('2025-11-01T00:00:00.000Z')).toBe('consentry-acts-test-2025-11')
  for (const time of ['2026-11-27T09:00:00.001Z', '2025-10-31T23:59:59.999Z', '0000-01-01T00:00:00.000Z'])
    expect(place(time)).toBe('consentry-acts-test-other')
})

it('the acts of all possible times are in at most fifteen indices', () => {
  const indices = new Set<string>()
  for (let at = Date.parse('0000-01-01T00:00:00.000Z'); at < Date.parse('9999-12-01T00:00:00.000Z'); at += 240 * hour)
    indices.add(actsIndex('test', at, now))
  expect(indices.size).toBeLessThanOrEqual(15)
})

it('claims of acts from a thousand months use fifteen indices, and request paths below the server limit', async () => {
  const { indices, paths, client } = server()
  const acts = Array.from({ length: 1_200 }, (_, i) => act(`${i}`, now - i * 31 * 24 * hour))
  expect((await claims(client, now).claim(acts)).size).toBe(1_200)
  expect(indices.size).toBeLessThanOrEqual(15)
  expect(Math.max(...paths.map((path) => path.length))).toBeLessThan(4_000)
})

it('a claim of an act remains valid when its month begins, and when the act becomes old', async () => {
  const { client } = server()
  const at = now + 72 * hour
  await claims(client, now).claim([act('a', at)])
  const holderAt = async (time: number) => (await claims(client, time).claim([act('a', at, 'late')])).get('a')
  expect(await holderAt(now + 70 * hour)).toBe('o365.audit')
  await claims(client, now).claim([act('b', now)])
  const later = await claims(client, now + 800 * 24 * hour).claim([act('b', now, 'late')])
  expect(later.get('b')).toBe('o365.audit')
})

it('old acts are deleted by month, except from indices of a recent backfill and indices with other names', async () => {
  const { indices, created, client } = server()
  const name = (month: string) => `consentry-acts-test-${month}`
  const old = Date.parse('2026-03-01T00:00:00.000Z')
  for (const month of ['0001-02', '2026-02', '2026-03', '2026-04', '2026-13', '+010000-01', 'x-2020-01']) {
    indices.set(name(month), new Map())
    created.set(name(month), old)
  }
  indices.set(name('2026-01'), new Map())
  created.set(name('2026-01'), now)
  expect(await removeOldActs(client, 'test', Date.parse('2026-04-01T00:00:00.000Z'))).toEqual(
    ['0001-02', '2026-02', '2026-03'].map(name),
  )
  expect(indices.has(name('2026-01'))).toBe(true)
})

it('old claims are deleted as documents if an alias replaced their index, because an alias cannot be deleted', async () => {
  const deleted: string[] = []
  const reindexed = (month: string) => [
    `reindexed-v9-consentry-acts-test-${month}`,
    {
      aliases: { [`consentry-acts-test-${month}`]: {} },
      settings: { 'index.creation_date': `${Date.parse('2026-01-01')}` },
    },
  ]
  const client = {
    transport: { request: async () => Object.fromEntries(['2026-02', '2026-10', 'other'].map(reindexed)) },
    search: async () => ({ hits: { hits: [{ _id: 'a' }] } }),
    bulk: async ({ operations }: { operations: { delete: Doc }[] }) => {
      deleted.push(...operations.map((each) => each.delete._index))
      return { items: [{ delete: { status: 200 } }] }
    },
  }
  const before = Date.parse('2026-04-01T00:00:00.000Z')
  expect(await removeOldActs(client as unknown as Client, 'test', before)).toEqual([])
  expect(deleted).toEqual(['consentry-acts-test-2026-02', 'consentry-acts-test-other'])
})
