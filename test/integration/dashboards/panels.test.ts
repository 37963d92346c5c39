// Every panel's aggregation, run by a real Elasticsearch over documents under the product's own templates, shows what a
// computation over the same documents shows.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import consentsAndGrants from '../../../dashboards/consents-and-grants.dashboard.ts'
import { type Dashboard, panelsOf } from '../../../dashboards/lib/dashboard.ts'
import { dataViewTitle } from '../../../dashboards/lib/datasets.ts'
import { toSearch } from '../../../dashboards/lib/elasticsearch/search.ts'
import { type DataPanel, isDataPanel, lensView } from '../../../dashboards/lib/panels/kinds.ts'
import type { JsonObject } from '../../../mappings/kernel/json.ts'
import { buildTemplates } from '../../../mappings/lib/templates.ts'
import { documents, month, week } from '../../dashboards/support/documents.ts'
import { withPanels } from '../../dashboards/support/fixtures.ts'
import { referenceRows } from '../../dashboards/support/reference.ts'
import { readRows } from '../../dashboards/support/rows.ts'
import { requireEndpoint } from '../../support/endpoints.ts'

/** What the dashboards do not ask for yet. */
const furtherPanels: readonly DataPanel[] = [
  {
    kind: 'time_bars',
    id: 'sums',
    title: 'Sum of some, by another field',
    metric: { of: 'sum', field: 'oauth.activity.items', filter: 'oauth.activity.kind: ("mail" or "file")' },
    breakdown: { field: 'oauth.activity.kind', size: 2 },
  },
  { kind: 'time_bars', id: 'plain', title: 'Bars without a breakdown', metric: { of: 'count' } },
  {
    kind: 'top_values',
    id: 'addresses',
    title: 'Addresses by value',
    shape: 'bars',
    terms: { field: 'source.ip', size: 3, orderBy: 'value' },
    metric: { of: 'count', filter: 'oauth.grant.tier_rank >= 2 and user.name: *@example.com' },
  },
  {
    kind: 'table',
    id: 'mixed',
    title: 'Filtered metrics, ordered by one of them',
    rows: [
      { field: 'oauth.grant.self', size: 2, label: 'Self', orderBy: 1 },
      { field: 'user.name', size: 4, label: 'User', orderBy: 1 },
    ],
    metrics: [
      { of: 'max', field: 'oauth.grant.tier_rank', label: 'Tier' },
      { of: 'count', filter: 'oauth.grant.breadth: "user" and @timestamp >= "2026-10-25"', label: 'For users' },
      { of: 'unique_count', field: 'oauth.grant.scopes', filter: 'not oauth.action: "app_use"', label: 'Scopes' },
    ],
  },
]

const { datasets } = consentsAndGrants
const further: Dashboard = { ...withPanels(...furtherPanels), datasets, echoes: 'shown' }
const dashboards = [consentsAndGrants, further]
const cases = dashboards.flatMap((dashboard) =>
  panelsOf(dashboard)
    .filter(isDataPanel)
    .map((panel) => ({ dashboard, panel, name: `${dashboard.id}/${panel.id}` })),
)
const ranges = [
  { name: 'a month', time: month, bar: 12 * 3_600_000 },
  { name: 'a week', time: week, bar: 3 * 3_600_000 },
]

for (const name of ['ES_URL', 'ES8_URL'] as const) {
  const endpoint = await requireEndpoint(name)

  describe.skipIf(endpoint === undefined)(`panels on the server of ${name}`, () => {
    const namespace = `dashboards_${randomUUID().slice(0, 8)}`
    const streams = [...new Set(documents.map(({ dataset }) => dataset))].map(
      (dataset) => `logs-${dataset}-${namespace}`,
    )
    const { components, indexTemplates } = buildTemplates(
      [...new Set(documents.map(({ dataset }) => dataset))].map((dataset) => ({ dataset, fields: {}, openRoots: [] })),
      { namespace },
    )

    async function send(method: string, path: string, body?: string): Promise<JsonObject> {
      const type = path.includes('_bulk') ? 'application/x-ndjson' : 'application/json'
      const response = await fetch(`${endpoint?.address}/${path}`, {
        method,
        ...(body === undefined ? {} : { body, headers: { 'content-type': type } }),
      })
      const answer = (await response.json()) as JsonObject
      if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`)
      return answer
    }

    beforeAll(async () => {
      for (const each of components) await send('PUT', `_component_template/${each.name}`, JSON.stringify(each.body))
      for (const each of indexTemplates) await send('PUT', `_index_template/${each.name}`, JSON.stringify(each.body))
      const lines = documents.flatMap(({ dataset, id, source }) => [
        JSON.stringify({ create: { _index: `logs-${dataset}-${namespace}`, _id: id } }),
        JSON.stringify({ ...source, data_stream: { type: 'logs', dataset, namespace } }),
      ])
      const stored = await send('POST', '_bulk?refresh=true', `${lines.join('\n')}\n`)
      expect(stored.errors, JSON.stringify(stored)).toBe(false)
    })

    afterAll(async () => {
      for (const stream of streams) await send('DELETE', `_data_stream/${stream}`)
      for (const each of indexTemplates) await send('DELETE', `_index_template/${each.name}`)
      for (const each of components) await send('DELETE', `_component_template/${each.name}`)
      await endpoint?.stop()
    })

    it('the data view covers every stream', async () => {
      const query = { query: { term: { 'data_stream.namespace': namespace } } }
      const { count } = await send('POST', `${dataViewTitle}/_count?ignore_unavailable=true`, JSON.stringify(query))
      expect(count).toBe(documents.length)
    })

    describe.each(ranges)('over $name', ({ time, bar }) => {
      it.each(cases)('$name shows what the documents say', async ({ dashboard, panel }) => {
        const search = JSON.stringify(toSearch(dashboard, panel, time))
        const response = await send('POST', `${streams.join(',')}/_search`, search)
        const { layer } = lensView(panel)
        const expected = referenceRows({ dashboard, panel, time, bar }, documents)
        expect(expected.some(({ values }) => values.some((value) => (value ?? 0) > 0))).toBe(true)
        expect(readRows(layer, response)).toEqual(expected)
      })
    })
  })
}
