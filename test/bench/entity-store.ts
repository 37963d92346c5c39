// What the entity store costs per record, with a warm cache: in memory, and with Elasticsearch where ES_URL is set. The tenants are
// made up: accounts with grants of applications, consents now and then, mail reads all the time.
// `npm run bench:entity-store -- [ACCOUNTS…]` (default 1000 100000)
import { buildEntityTemplates } from '../../mappings/entities/templates.ts'
import type { EcsDocument } from '../../mappings/fields/document.ts'
import { makeClient } from '../../pipeline/clients/elasticsearch.ts'
import { makeElasticsearchStore } from '../../pipeline/entity-store/elasticsearch-store.ts'
import type { EntityEvent } from '../../pipeline/entity-store/entity-event.ts'
import { InMemoryStore } from '../../pipeline/entity-store/in-memory-store.ts'
import type { EntityStore } from '../../pipeline/entity-store/store.ts'
import { makeUpdateEntities } from '../../pipeline/entity-store/update-entities.ts'
import { setupElasticsearch } from '../../pipeline/setup/elasticsearch.ts'

const batch = 1_000
const measured = 50_000
const start = Date.parse('2026-01-05T08:00:00Z')
const tenant = '5c1d0e6a-7a41-4e0b-9d37-2f64b1a8c901'
const guid = (kind: number, i: number) => `${kind}${String(i).padStart(7, '0')}-0000-4000-8000-000000000000`

/** The record of one place in the log of a tenant of this size; every account comes once before any comes again. */
function makeEvent(i: number, accounts: number): EntityEvent {
  const account = i % accounts
  const app = account % 200
  const isNew = i < accounts
  const mailbox = { id: guid(1, account), name: `user-${account}@northpier.example` }
  const document: EcsDocument = {
    '@timestamp': new Date(start + i * 250).toISOString(),
    event: {
      action: isNew ? 'Consent to application.' : 'MailItemsAccessed',
      dataset: 'o365.audit',
      module: 'o365',
      outcome: 'success',
    },
    organization: { id: tenant },
    source: { ip: `203.0.${app}.${account % 250}` },
    user: { email: mailbox.name },
    oauth: {
      action: isNew ? 'consent' : 'app_use',
      act: { id: `act-${i}` },
      app: { id: guid(2, app), object_id: guid(3, app), name: `Application ${app}`, first_party: false },
      account: mailbox,
      ...(isNew && {
        grant: {
          kind: 'delegated',
          breadth: 'user',
          principal: mailbox,
          scopes: ['Mail.Read', 'openid'],
          tier: 'high',
        },
      }),
    },
  }
  return { dataset: 'o365.audit', document, id: `event-${i}` }
}

async function measure(name: string, accounts: number, store: EntityStore): Promise<void> {
  const updateEntities = makeUpdateEntities(store)
  const run = async (from: number, count: number) => {
    const started = performance.now()
    let cpu = 0
    for (let at = from; at < from + count; at += batch) {
      const events = Array.from({ length: Math.min(batch, from + count - at) }, (_, i) => makeEvent(at + i, accounts))
      const before = process.cpuUsage()
      await updateEntities(events)
      const { user, system } = process.cpuUsage(before)
      cpu += user + system
    }
    return { cpu: cpu / count, wall: ((performance.now() - started) * 1000) / count }
  }
  const first = await run(0, accounts)
  const warm = await run(accounts, measured)
  globalThis.gc?.()
  const heap = process.memoryUsage().heapUsed / 2 ** 20
  console.log(
    [
      name.padEnd(16),
      String(accounts).padStart(9),
      first.cpu.toFixed(1).padStart(13),
      warm.cpu.toFixed(1).padStart(12),
      warm.wall.toFixed(1).padStart(13),
      heap.toFixed(0).padStart(9),
    ].join(' '),
  )
}

const sizes = process.argv.slice(2).map(Number)
console.log('store             accounts  first CPU µs  warm CPU µs  warm wall µs   heap MB')
for (const accounts of sizes.length > 0 ? sizes : [1_000, 100_000]) {
  await measure('in memory', accounts, new InMemoryStore())
}
const url = process.env.ES_URL
if (url !== undefined && url !== '') {
  const client = await makeClient({ urls: [url], compatibility: 9 })
  for (const accounts of sizes.length > 0 ? sizes : [1_000, 100_000]) {
    const namespace = `bench${process.pid}_${accounts}`
    const indices = buildEntityTemplates({ namespace })
    await setupElasticsearch(client, { components: [], indexTemplates: [] }, { namespace, dryRun: false, indices })
    try {
      await measure('Elasticsearch', accounts, makeElasticsearchStore({ client, namespace }))
    } finally {
      const acts = Object.keys(await client.indices.get({ index: `consentry-acts-${namespace}-*` }))
      await client.indices.delete({ index: [...indices.map(({ stream }) => stream), ...acts] })
      await client.indices.deleteIndexTemplate({ name: indices.map(({ name }) => name) })
    }
  }
  await client.close()
}
