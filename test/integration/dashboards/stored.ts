// Stores documents in a separate namespace, with the product's templates, for the duration of a test.
import { randomUUID } from 'node:crypto'
import type { JsonObject } from '../../../mappings/kernel/json.ts'
import { buildTemplates, type DatasetFields } from '../../../mappings/lib/templates.ts'
import { makeClient } from '../../../pipeline/clients/elasticsearch.ts'
import { setupElasticsearch } from '../../../pipeline/setup/elasticsearch.ts'
import type { StoredDocument } from '../../dashboards/support/documents.ts'
import { deleteNamespace } from '../../support/delete-namespace.ts'

export interface Stored {
  readonly namespace: string
  /** The streams of these documents, separated by commas. */
  readonly streams: string
  send(method: string, path: string, body?: string): Promise<JsonObject>
  /** Searches only the streams of these documents. */
  search(body: object): Promise<JsonObject>
  remove(): Promise<void>
}

/**
 * Installs templates in a fresh namespace and stores the documents. Vendors' fields are mapped if they are given.
 * Throws with the server's response if a document is refused.
 */
export async function storeDocuments(
  address: string,
  documents: readonly StoredDocument[],
  vendors: readonly DatasetFields[] = [],
): Promise<Stored> {
  const namespace = `test_${randomUUID().slice(0, 8)}`
  const datasets = [...new Set(documents.map(({ dataset }) => dataset))]
  const streams = datasets.map((dataset) => `logs-${dataset}-${namespace}`)
  const fieldsOf = (dataset: string) =>
    vendors.find((vendor) => vendor.dataset === dataset) ?? { dataset, fields: {}, openRoots: [] }
  // A client of version 8 works with both servers.
  const client = await makeClient({ urls: [address], compatibility: 8 })
  const send = (method: string, path: string, text = '') => {
    const body = /_bulk|_msearch/.test(path) ? { bulkBody: text } : text === '' ? {} : { body: text }
    return client.transport.request<JsonObject>({ method, path: `/${path}`, ...body })
  }
  await setupElasticsearch(client, buildTemplates(datasets.map(fieldsOf), { namespace }), { namespace, dryRun: false })
  const lines = documents.flatMap(({ dataset, id, source }) => [
    JSON.stringify({ create: { _index: `logs-${dataset}-${namespace}`, _id: id } }),
    JSON.stringify({ ...source, data_stream: { type: 'logs', dataset, namespace } }),
  ])
  const stored = await send('POST', '_bulk?refresh=true', `${lines.join('\n')}\n`)
  if (stored.errors !== false) throw new Error(JSON.stringify(stored))

  return {
    namespace,
    streams: streams.join(','),
    send,
    search: (body) => send('POST', `${streams.join(',')}/_search`, JSON.stringify(body)),
    async remove() {
      await deleteNamespace(client, namespace)
      await client.close()
    },
  }
}
