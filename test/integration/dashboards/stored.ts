// Stores documents in a separate namespace, with the product's templates, for the duration of a test.
import { randomUUID } from 'node:crypto'
import type { JsonObject } from '../../../mappings/kernel/json.ts'
import { buildTemplates, type DatasetFields } from '../../../mappings/lib/templates.ts'
import type { StoredDocument } from '../../dashboards/support/documents.ts'

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
  const { components, indexTemplates } = buildTemplates(
    datasets.map(
      (dataset) => vendors.find((vendor) => vendor.dataset === dataset) ?? { dataset, fields: {}, openRoots: [] },
    ),
    { namespace },
  )

  async function send(method: string, path: string, body?: string): Promise<JsonObject> {
    const type = /_bulk|_msearch/.test(path) ? 'application/x-ndjson' : 'application/json'
    const response = await fetch(`${address}/${path}`, {
      method,
      ...(body === undefined ? {} : { body, headers: { 'content-type': type } }),
    })
    const answer = (await response.json()) as JsonObject
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`)
    return answer
  }

  for (const [path, templates] of [
    ['_component_template', components],
    ['_index_template', indexTemplates],
  ] as const)
    await Promise.all(templates.map(({ name, body }) => send('PUT', `${path}/${name}`, JSON.stringify(body))))
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
      await send('DELETE', `_data_stream/${streams.join(',')}`)
      await send('DELETE', `_index_template/${indexTemplates.map(({ name }) => name).join(',')}`)
      await send('DELETE', `_component_template/${components.map(({ name }) => name).join(',')}`)
    },
  }
}
