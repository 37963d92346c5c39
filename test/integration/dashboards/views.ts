// The data behind the data views, in a separate namespace: streams, an alerts index like Kibana's, the entity store.
import type { DataViewName } from '../../../dashboards/lib/data-views.ts'
import { ecsFields } from '../../../mappings/ecs/catalog.gen.ts'
import { buildEntityTemplates, entityIndex } from '../../../mappings/entities/templates.ts'
import { kibanaAlertFields } from '../../../mappings/fields/kibana-alert.ts'
import type { JsonObject } from '../../../mappings/kernel/json.ts'
import { toProperties } from '../../../mappings/lib/template-fields.ts'
import type { DatasetFields } from '../../../mappings/lib/templates.ts'
import type { StoredDocument } from '../../dashboards/support/documents.ts'
import { storeDocuments } from './stored.ts'

export interface StoredViews {
  /** The index, alias or streams of each data view. */
  readonly targets: Readonly<Record<DataViewName, string>>
  search(view: DataViewName, body: object): Promise<JsonObject>
  /** The aliases, indices and streams that match a pattern of a data view. */
  indicesOf(pattern: string): Promise<string[]>
  remove(): Promise<void>
}

/** Stores documents for every data view. Throws with the server's response if a document is refused. */
export async function storeViews(
  address: string,
  documents: readonly StoredDocument[],
  vendors: readonly DatasetFields[],
): Promise<StoredViews> {
  const of = (view: DataViewName) => documents.filter((document) => (document.view ?? 'events') === view)
  const { namespace, streams, send, remove } = await storeDocuments(address, of('events'), vendors)
  const targets = {
    events: streams,
    alerts: `.alerts-security.alerts-${namespace}`,
    apps: entityIndex('apps', namespace),
  }
  // Kibana's index and its alias are hidden, too.
  const alertsIndex = `.internal.alerts-security.alerts-${namespace}-000001`
  await send(
    'PUT',
    alertsIndex,
    JSON.stringify({
      settings: { index: { hidden: true, 'mapping.total_fields.limit': 3000 } },
      aliases: { [targets.alerts]: { is_hidden: true } },
      mappings: { dynamic: false, properties: toProperties({ ...ecsFields, ...kibanaAlertFields }) },
    }),
  )
  const template = buildEntityTemplates({ namespace }).find(({ name }) => name === targets.apps)
  await send('PUT', `_index_template/${targets.apps}`, JSON.stringify(template?.body))

  for (const view of ['alerts', 'apps'] as const) {
    const lines = of(view).flatMap(({ id, source }) => [
      JSON.stringify({ create: { _index: view === 'alerts' ? alertsIndex : targets.apps, _id: id } }),
      JSON.stringify(source),
    ])
    const stored = await send('POST', '_bulk?refresh=true', `${lines.join('\n')}\n`)
    if (stored.errors !== false) throw new Error(JSON.stringify(stored).slice(0, 2000))
  }

  return {
    targets,
    search: (view, body) => send('POST', `${targets[view]}/_search`, JSON.stringify(body)),
    async indicesOf(pattern) {
      const found = await send('GET', `_resolve/index/${encodeURIComponent(pattern)}`)
      return [found.indices, found.aliases, found.data_streams].flat().map((each) => String((each as JsonObject).name))
    },
    async remove() {
      await send('DELETE', alertsIndex)
      await remove()
    },
  }
}
