// The cost of a benchmark in Elasticsearch: the CPU time of its process, the size of indices, and refused writes.
import type { Client } from '@elastic/elasticsearch'
import { emptyEnvironment } from '../../mappings/environment/environment.ts'
import { hourMs } from '../../mappings/kernel/durations.ts'
import { makeElasticsearchStore } from '../../pipeline/entity-store/elasticsearch-store.ts'
import { ElasticsearchHistory } from '../../pipeline/findings/elasticsearch-history.ts'
import { defaultFindingSettings } from '../../pipeline/findings/settings.ts'
import { defaultLookBackMs } from '../../pipeline/findings/virtual-passes.ts'
import { PeriodicPass } from '../../pipeline/service/periodic-pass.ts'
import { makeElasticsearchSink } from '../../pipeline/sink/elasticsearch.ts'
import { makeTelemetry } from '../../pipeline/telemetry/telemetry.ts'

/** Microseconds of CPU time that the processes of the cluster have used. On a shared server, it includes the work for others. */
export async function cpuOf(client: Client): Promise<number> {
  const { nodes } = await client.nodes.stats({ metric: 'process' })
  return Object.values(nodes).reduce((sum, { process }) => sum + (process?.cpu?.total_in_millis ?? 0) * 1000, 0)
}

export async function sizeOf(client: Client, index: string): Promise<{ megabytes: number; documents: number }> {
  await client.indices.refresh({ index })
  const { _all } = await client.indices.stats({ index, metric: ['store', 'docs'] })
  const { store, docs } = _all?.primaries ?? {}
  return { megabytes: (store?.size_in_bytes ?? 0) / 2 ** 20, documents: docs?.count ?? 0 }
}

/** Counts the writes that fail because another instance wrote first. */
export function countConflicts(client: Client): () => number {
  let conflicts = 0
  client.diagnostic.on('response', (_error, result) => {
    const { items = [] } = (result?.body ?? {}) as { items?: Record<string, { status: number }>[] }
    for (const item of items) if (item.index?.status === 409 || item.create?.status === 409) conflicts++
  })
  return () => conflicts
}

const copiesPerRequest = 2_000

/** Copies the accounts and grants of all learned accounts, under the names of other accounts. */
export async function copyAccounts(
  client: Client,
  namespace: string,
  learned: number,
  accounts: number,
): Promise<void> {
  for (const index of [`consentry-accounts-${namespace}`, `consentry-grants-${namespace}`]) {
    await client.indices.refresh({ index })
    for await (const { body } of client.helpers.scrollSearch<object>({
      index,
      size: copiesPerRequest,
      scroll: '10m',
    })) {
      const texts = body.hits.hits.map(({ _id = '', _source }) => ({ _id, text: JSON.stringify(_source) }))
      for (let offset = learned; offset < accounts; offset += learned) {
        const renamed = (text: string) =>
          text
            .replace(/\b1(\d{7})-0000/g, (_, i) => `1${String(Number(i) + offset).padStart(7, '0')}-0000`)
            .replace(/user-(\d+)@/g, (_, i) => `user-${Number(i) + offset}@`)
        const lines = texts.flatMap(({ _id, text }) => [
          JSON.stringify({ create: { _index: index, _id: `${_id}-${offset}` } }),
          renamed(text),
        ])
        const { errors } = await client.bulk({ operations: lines })
        if (errors) throw new Error('Elasticsearch rejected a copy')
      }
    }
  }
}

/** Seconds of one periodic pass with the default settings. */
export async function measurePass(client: Client, namespace: string, now: number): Promise<number> {
  const store = makeElasticsearchStore({ client, namespace })
  const pass = new PeriodicPass({
    history: new ElasticsearchHistory({ client, namespace, store, fields: new Map() }),
    sink: makeElasticsearchSink({ client, namespace, backfill: false }),
    settings: defaultFindingSettings,
    environment: emptyEnvironment,
    telemetry: makeTelemetry({ level: 'warn' }),
    latenessMs: 6 * hourMs,
    lookBackMs: defaultLookBackMs,
    isCaughtUp: () => true,
  })
  const started = performance.now()
  if (!(await pass.run(now))) throw new Error('a part of the pass failed; its warning is above')
  return (performance.now() - started) / 1000
}
