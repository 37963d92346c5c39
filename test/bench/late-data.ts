// The cost of late-data correction in Elasticsearch: stores the uses of one day, then a log shows that all accounts
// were disabled before. `npm run bench:late-data -- [ACCOUNTS] [DOCUMENTS] [APPLICATIONS] [STORED]` (default 2000
// 100000 200) needs ES_URL. The entity store has STORED accounts: those above ACCOUNTS are copies without documents.
import { buildEntityTemplates } from '../../mappings/entities/templates.ts'
import { emptyEnvironment } from '../../mappings/environment/environment.ts'
import type { EcsDocument } from '../../mappings/fields/document.ts'
import { buildTemplates } from '../../mappings/lib/templates.ts'
import { templateFields } from '../../pipeline/catalog.ts'
import { loadMappings } from '../../pipeline/chain.ts'
import { makeClient } from '../../pipeline/clients/elasticsearch.ts'
import { makeElasticsearchStore } from '../../pipeline/entity-store/elasticsearch-store.ts'
import { makeUpdateEntities } from '../../pipeline/entity-store/update-entities.ts'
import { makeCorrect } from '../../pipeline/late-data/correction.ts'
import type { Storable } from '../../pipeline/outcome.ts'
import { setupElasticsearch } from '../../pipeline/setup/elasticsearch.ts'
import { makeElasticsearchSink } from '../../pipeline/sink/elasticsearch.ts'
import { deleteNamespace } from '../support/delete-namespace.ts'
import { copyAccounts, cpuOf, measurePass, sizeOf } from './elasticsearch-cost.ts'

const url = process.env.ES_URL
if (url === undefined || url === '') throw new Error('bench:late-data needs ES_URL')
const [accounts = 2_000, documents = 100_000, apps = 200, stored = accounts] = process.argv.slice(2).map(Number)
const batch = 2_000
const dataset = 'o365.audit'
const tenant = '5c1d0e6a-7a41-4e0b-9d37-2f64b1a8c901'
const start = Date.now() - 20 * 3_600_000
const guid = (kind: number, i: number) => `${kind}${String(i).padStart(7, '0')}-0000-4000-8000-000000000000`
const address = (account: number) => `user-${account}@northpier.example`

function toEvent(id: string, at: number, action: string, members: Partial<EcsDocument>): Storable {
  const event = { action, dataset, module: 'o365', outcome: 'success' } as const
  const document = { '@timestamp': new Date(at).toISOString(), event, organization: { id: tenant }, ...members }
  return { dataset, id, document, decoded: { element: '', delivery: { source: 'bench', offset: '0' } } }
}

function use(i: number): Storable {
  const account = i % accounts
  const app = account % apps
  return toEvent(`use-${i}`, start + i * 500, 'MailItemsAccessed', {
    user: { email: address(account) },
    oauth: {
      action: 'app_use',
      app: { id: guid(2, app), name: `Application ${app}`, first_party: false },
      account: { id: guid(1, account), name: address(account) },
    },
  })
}

/** Returns a record that disables an account. A record before the uses changes them all; a second, later one none. */
const disabled = (account: number, at: number): Storable =>
  toEvent(`disabled-${account}-${at}`, at, 'Disable account.', {
    user: { email: 'admin@northpier.example', target: { id: guid(1, account), name: address(account) } },
  })

const client = await makeClient({ urls: [url], compatibility: 9 })
/** Number of requests by the last part of the path, and the seconds that Elasticsearch took for them. */
const requests = new Map<string, { count: number; took: number }>()
client.diagnostic.on('response', (_error, result) => {
  const name = result?.meta.request.params.path?.split('?')[0]?.split('/').at(-1) ?? ''
  const held = requests.get(name) ?? { count: 0, took: 0 }
  const took = Number((result?.body as { took?: number } | undefined)?.took ?? 0) / 1000
  requests.set(name, { count: held.count + 1, took: held.took + took })
})
const namespace = `bench${process.pid}`
const templates = buildTemplates(templateFields(await loadMappings()), { namespace })
const indices = buildEntityTemplates({ namespace })
await setupElasticsearch(client, templates, { namespace, dryRun: false, indices })
const store = makeElasticsearchStore({ client, namespace })
const updateEntities = makeUpdateEntities(store)
const sink = makeElasticsearchSink({ client, namespace, backfill: false })

async function produceEvents(events: readonly Storable[]): Promise<void> {
  for (let from = 0; from < events.length; from += batch)
    await sink.store(await updateEntities(events.slice(from, from + batch)))
}

async function measure(name: string, facts: readonly Storable[]): Promise<void> {
  await produceEvents(facts)
  await client.indices.refresh({ index: [`logs-*-${namespace}`, `consentry-*-${namespace}`] })
  const correct = makeCorrect({ client, namespace, store, environment: emptyEnvironment, afterMs: 0 })
  requests.clear()
  const before = await cpuOf(client)
  const cpu = process.cpuUsage()
  const started = performance.now()
  const { entities, documents: corrected, waiting, failure } = await correct()
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${name}: ${entities} entities, ${corrected} documents, ${seconds} s, ${waiting} waiting`, failure ?? '')
  const { user, system } = process.cpuUsage(cpu)
  const theirs = (await cpuOf(client)) - before
  console.log(`  CPU: ${((user + system) / 1e6).toFixed(1)} s ours, ${(theirs / 1e6).toFixed(1)} s Elasticsearch`)
  console.log([...requests].map(([name, { count, took }]) => `  ${count} ${name} (${took.toFixed(1)} s)`).join(','))
}

try {
  const all = Array.from({ length: accounts }, (_, account) => account)
  await produceEvents(Array.from({ length: documents }, (_, i) => use(i)))
  await measure('what is stored was recorded in order', [])
  await copyAccounts(client, namespace, accounts, stored)
  await measure(
    'late facts that change every document',
    all.map((account) => disabled(account, start - 3_600_000)),
  )
  await measure(
    'late facts that change none',
    all.map((account) => disabled(account, start - 1_800_000)),
  )
  for (const index of [`logs-*-${namespace}`, `consentry-accounts-${namespace}`]) {
    const { megabytes, documents: count } = await sizeOf(client, index)
    console.log(`${index}: ${count} documents, ${megabytes.toFixed(1)} MB`)
  }
  console.log(`periodic pass: ${(await measurePass(client, namespace, Date.now())).toFixed(1)} s`)
} finally {
  await deleteNamespace(client, namespace)
  await client.close()
}
