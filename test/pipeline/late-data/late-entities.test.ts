import { type Client, errors } from '@elastic/elasticsearch'
import { expect, it } from 'vitest'
import { realRuntime } from '../../../pipeline/clients/retry.ts'
import { LateEntities } from '../../../pipeline/late-data/late-entities.ts'
import { Attempts } from '../../../pipeline/late-data/requests.ts'

interface Search {
  readonly size: number
  readonly search_after?: readonly number[]
  readonly query: {
    bool: { filter: [unknown, unknown, { bool: { should: [{ terms: { 'granters.value': string[] } }] } }] }
  }
}

/** Makes a server of apps with grants of all these accounts. After page one, it accepts at most `mostTerms` terms. */
function serverOf(apps: number, granters: readonly string[], mostTerms: number): Client {
  const search = async ({ size, search_after: [after = 0] = [], query }: Search) => {
    const asked = query.bool.filter[2].bool.should[0].terms['granters.value']
    if (after > 0 && asked.length > mostTerms) throw new errors.ResponseError({ statusCode: 413, body: {} } as never)
    const hits = Array.from({ length: Math.min(size, apps - after) }, (_, i) => ({
      _source: { app: `app-${after + i}`, granters: granters.map((value) => ({ value, first: 0 })) },
      sort: [after + i + 1],
    }))
    return { hits: { hits } }
  }
  return {
    connectionPool: { connections: [{ url: new URL('http://fake') }] },
    openPointInTime: async () => ({ id: 'one' }),
    closePointInTime: async () => ({}),
    search,
  } as unknown as Client
}

it('the late-data correction names every application of an account once, even if a page request is too large', async () => {
  const accounts = Array.from({ length: 8 }, (_, i) => `user-${i}@northpier.example`)
  const client = serverOf(1_500, accounts, 2)
  const attempts = new Attempts(client, { baseMs: 1, capMs: 1, attempts: 1 }, realRuntime, undefined)
  const found = await new LateEntities(client, 'test').naming(
    { vendor: 'microsoft', tenant: 'tenant' },
    accounts,
    ['granters.value'],
    attempts,
  )
  const every = Array.from({ length: 1_500 }, (_, i) => ({ name: 'apps', id: `app-${i}` }))
  expect([...found.keys()]).toEqual(accounts)
  for (const account of accounts) expect(found.get(account)).toEqual(every)
})

it('late-data correction finds entities in an index behind an alias, and writes to the alias', async () => {
  const index = 'reindexed-v9-consentry-accounts-test'
  const late = [{ from: 0, first_recorded: 1, last_recorded: 1 }]
  const source = { vendor: 'microsoft', tenant: 't', account: 'a', late }
  const asked: unknown[] = []
  const client = {
    ...serverOf(0, [], 0),
    search: async () => ({ hits: { hits: [{ _index: index, _id: 'k', sort: [1], _source: source }] } }),
    transport: { request: async () => ({ [index]: { aliases: { 'consentry-accounts-test': {} } } }) },
    mget: async ({ docs }: { docs: object[] }) => {
      asked.push(...docs)
      return { docs: [{ _index: index, _id: 'k', found: true, _source: source, _seq_no: 1, _primary_term: 1 }] }
    },
    bulk: async ({ operations: [action] }: { operations: object[] }) => {
      asked.push(action)
      return { items: [{ update: { status: 200 } }] }
    },
  } as unknown as Client
  const attempts = new Attempts(client, { baseMs: 1, capMs: 1, attempts: 1 }, realRuntime, undefined)
  const entities = new LateEntities(client, 'test')
  for await (const page of entities.due(2, 10, attempts)) {
    expect(page).toMatchObject([{ name: 'accounts', ids: ['a'], due: late }])
    await entities.settle(
      page.map((entity) => ({ entity, until: Number.POSITIVE_INFINITY })),
      attempts,
    )
  }
  expect(asked).toMatchObject([
    { _index: 'consentry-accounts-test', _id: 'k' },
    { update: { _index: 'consentry-accounts-test', _id: 'k', if_seq_no: 1 } },
  ])
})
