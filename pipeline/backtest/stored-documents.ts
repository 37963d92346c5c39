// The stored documents of a namespace in the order in which rules could see them.
import type { Client } from '@elastic/elasticsearch'
import { alertsDataset, type DatasetName } from '../../rules/lib/datasets.ts'
import type { Entry } from '../../rules/lib/engine.ts'
import { Searches, toEvents } from '../findings/elasticsearch-search.ts'

/** Documents of events since an instant (epoch milliseconds), of every log source that rules read. */
export async function* storedDocuments(
  client: Client,
  query: { readonly datasets: readonly DatasetName[]; readonly namespace: string; readonly since: number },
): AsyncGenerator<Entry> {
  const { datasets, namespace, since } = query
  const recent = { range: { '@timestamp': { gte: since, format: 'epoch_millis' } } }
  const sort = [{ 'event.ingested': { order: 'asc', unmapped_type: 'date' } }]
  // A run raises the alerts that rules on alerts read.
  const indices = datasets.filter((name) => name !== alertsDataset).map((name) => `logs-${name}-${namespace}`)
  for await (const hit of new Searches(client).hits(indices.join(','), recent, { sort })) {
    const [event] = toEvents([hit])
    const ingested = event?.document.event.ingested
    if (event !== undefined && typeof ingested === 'string') yield { ...event, visible: Date.parse(ingested) }
  }
}
