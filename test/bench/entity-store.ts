// The cost of the entity store per record: in memory, and with Elasticsearch where ES_URL is set. In invented tenants,
// each account consents to an application, then the applications read mail. Each run has the same records. In
// Elasticsearch, accounts above 10,000 are copies under other names: a million accounts take only minutes. `npm run
// bench:entity-store -- [ACCOUNTS…] [--apps 10000] [--records 20000]` (default 1000 100000)
import { parseArgs } from 'node:util'
import type { Client } from '@elastic/elasticsearch'
import { buildEntityTemplates } from '../../mappings/entities/templates.ts'
import type { EcsDocument } from '../../mappings/fields/document.ts'
import { makeClient } from '../../pipeline/clients/elasticsearch.ts'
import { makeElasticsearchStore } from '../../pipeline/entity-store/elasticsearch-store.ts'
import type { EntityEvent } from '../../pipeline/entity-store/entity-event.ts'
import { InMemoryStore } from '../../pipeline/entity-store/in-memory-store.ts'
import type { EntityStore } from '../../pipeline/entity-store/store.ts'
import { makeUpdateEntities } from '../../pipeline/entity-store/update-entities.ts'
import { setupElasticsearch } from '../../pipeline/setup/elasticsearch.ts'
import { deleteNamespace } from '../support/delete-namespace.ts'
import { copyAccounts, countConflicts, cpuOf, measurePass, sizeOf } from './elasticsearch-cost.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { apps: { type: 'string', default: '10000' }, records: { type: 'string', default: '20000' } },
})
const apps = Number(values.apps)
const measured = Number(values.records)
/** Number of accounts that the entity store learns from records; all other accounts are copies of their documents. */
const mostLearned = 10_000
const sizes = positionals.length > 0 ? positionals.map(Number) : [1_000, 100_000]
const batch = 1_000
const start = Date.parse('2026-01-05T08:00:00Z')
const tenant = '5c1d0e6a-7a41-4e0b-9d37-2f64b1a8c901'
const guid = (kind: number, i: number) => `${kind}${String(i).padStart(7, '0')}-0000-4000-8000-000000000000`

/** Returns record `i` in the log of a tenant. Every account occurs once before any account occurs again. */
function makeEvent(i: number, accounts: number): EntityEvent {
  const account = i % accounts
  const app = account % apps
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
    source: { ip: `203.0.${app % 250}.${account % 250}` },
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

const events = (from: number, until: number, accounts: number) =>
  Array.from({ length: until - from }, (_, i) => makeEvent(from + i, accounts))

interface Cost {
  /** Microseconds per record: our CPU, the CPU of Elasticsearch, and wall-clock time. */
  readonly ours: number
  readonly theirs: number
  readonly wall: number
}

type Range = readonly [from: number, until: number]

/** Runs several instances in parallel, each on a separate batch. */
async function run(
  stores: readonly EntityStore[],
  accounts: number,
  [from, until]: Range,
  client?: Client,
): Promise<Cost> {
  const instances = stores.map((store) => makeUpdateEntities(store))
  const before = client === undefined ? 0 : await cpuOf(client)
  const started = performance.now()
  let cpu = 0
  for (let at = from; at < until; ) {
    const batches = instances.map((updateEntities, i) => {
      const first = Math.min(until, at + i * batch)
      return { updateEntities, records: events(first, Math.min(until, first + batch), accounts) }
    })
    at += batch * instances.length
    const then = process.cpuUsage()
    await Promise.all(batches.map(({ updateEntities, records }) => updateEntities(records)))
    const { user, system } = process.cpuUsage(then)
    cpu += user + system
  }
  const wall = (performance.now() - started) * 1000
  const theirs = client === undefined ? 0 : (await cpuOf(client)) - before
  const count = until - from
  return { ours: cpu / count, theirs: theirs / count, wall: wall / count }
}

const row = (name: string, cells: readonly (number | string)[]) =>
  console.log(
    [name.padEnd(14), ...cells.map((cell) => (typeof cell === 'number' ? cell.toFixed(1) : cell).padStart(10))].join(
      ' ',
    ),
  )

async function measureElasticsearch(client: Client, accounts: number): Promise<void> {
  const namespace = `bench${process.pid}_${accounts}`
  const indices = buildEntityTemplates({ namespace })
  await setupElasticsearch(client, { components: [], indexTemplates: [] }, { namespace, dryRun: false, indices })
  const conflicts = countConflicts(client)
  const learned = Math.min(accounts, mostLearned)
  try {
    const instance = () => makeElasticsearchStore({ client, namespace })
    const first = await run([instance()], learned, [0, learned], client)
    await copyAccounts(client, namespace, learned, accounts)
    const known = await run([instance()], learned, [learned, learned + measured], client)
    const before = conflicts()
    const two = await run([instance(), instance()], learned, [learned + measured, learned + 2 * measured], client)
    const refused = conflicts() - before
    const pass = await measurePass(client, namespace, start + (learned + 2 * measured) * 250)
    const costs = [first, known, two].flatMap(({ ours, theirs, wall }) => [ours, theirs, wall])
    row('Elasticsearch', [String(accounts), ...costs, String(refused), pass])
    const sizes = await Promise.all(
      ['accounts', 'grants', 'apps', 'acts'].map(async (kind) => {
        const { megabytes, documents } = await sizeOf(client, `consentry-${kind}-${namespace}*`)
        return `${kind} ${documents} (${megabytes.toFixed(1)} MB)`
      }),
    )
    console.log(`  ${sizes.join(', ')}`)
  } finally {
    await deleteNamespace(client, namespace)
  }
}

console.log(`${apps} applications; microseconds per record: our CPU, CPU of Elasticsearch, wall clock`)
console.log(
  `first: each account appears; known: the next ${measured} records; two: ${measured} more by two instances at once`,
)
const parts = ['first', 'known', 'two'].flatMap((part) => [`${part} CPU`, `${part} ES`, `${part} wall`])
row('store', ['accounts', ...parts, 'conflicts', 'pass s'])
// A hunt holds everything in memory, so it cannot read the records of a million accounts.
for (const accounts of sizes.filter((size) => size <= 100_000)) {
  const store = new InMemoryStore()
  const first = await run([store], accounts, [0, accounts])
  const known = await run([store], accounts, [accounts, accounts + measured])
  row('in memory', [String(accounts), ...[first, known].flatMap(({ ours, wall }) => [ours, '', wall])])
}
const url = process.env.ES_URL
if (url !== undefined && url !== '') {
  const client = await makeClient({ urls: [url], compatibility: 9 })
  for (const accounts of sizes) await measureElasticsearch(client, accounts)
  await client.close()
}
