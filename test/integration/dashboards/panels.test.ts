// Every panel's aggregation, run by a real Elasticsearch over documents under the product's own templates, shows what a
// computation over the same documents shows.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import consentsAndGrants from '../../../dashboards/consents-and-grants.dashboard.ts'
import { type Dashboard, panelsOf } from '../../../dashboards/lib/dashboard.ts'
import { dataViewTitle } from '../../../dashboards/lib/datasets.ts'
import { toSearch } from '../../../dashboards/lib/elasticsearch/search.ts'
import { type DataPanel, isDataPanel, lensView } from '../../../dashboards/lib/panels/kinds.ts'
import { documents, month, week } from '../../dashboards/support/documents.ts'
import { withPanels } from '../../dashboards/support/fixtures.ts'
import { referenceRows } from '../../dashboards/support/reference.ts'
import { readRows } from '../../dashboards/support/rows.ts'
import { requireEndpoint } from '../../support/endpoints.ts'
import { demoDocuments } from './demo-documents.ts'
import { type Stored, storeDocuments } from './stored.ts'

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
const casesOf = (shown: readonly Dashboard[]) =>
  shown.flatMap((dashboard) =>
    panelsOf(dashboard)
      .filter(isDataPanel)
      .map((panel) => ({ dashboard, panel, name: `${dashboard.id}/${panel.id}` })),
  )
const ranges = [
  { name: 'a month', time: month, bar: 12 * 3_600_000 },
  { name: 'a week', time: week, bar: 3 * 3_600_000 },
]
/** The week of the demo, told by its stories and mapped by the product. */
const demo = {
  documents: await demoDocuments(),
  time: { from: '2026-03-09T00:00:00.000Z', to: '2026-03-16T00:00:00.000Z' },
  bar: 3 * 3_600_000,
}

for (const name of ['ES_URL', 'ES8_URL'] as const) {
  const endpoint = await requireEndpoint(name)

  describe.skipIf(endpoint === undefined)(`panels on the server of ${name}`, () => {
    let invented: Stored
    let told: Stored

    beforeAll(async () => {
      const address = endpoint?.address as string
      invented = await storeDocuments(address, documents)
      told = await storeDocuments(address, demo.documents)
    })

    afterAll(async () => {
      await invented?.remove()
      await told?.remove()
      await endpoint?.stop()
    })

    it('the data view covers every stream', async () => {
      const query = { query: { term: { 'data_stream.namespace': invented.namespace } } }
      const path = `${dataViewTitle}/_count?ignore_unavailable=true`
      expect(await invented.send('POST', path, JSON.stringify(query))).toMatchObject({ count: documents.length })
    })

    describe.each(ranges)('over $name', ({ time, bar }) => {
      it.each(casesOf(dashboards))('$name shows what the documents say', async ({ dashboard, panel }) => {
        const expected = referenceRows({ dashboard, panel, time, bar }, documents)
        expect(expected.some(({ values }) => values.some((value) => (value ?? 0) > 0))).toBe(true)
        const response = await invented.search(toSearch(dashboard, panel, time))
        expect(readRows(lensView(panel).layer, response)).toEqual(expected)
      })
    })

    it.each(casesOf([consentsAndGrants]))('$name shows what the demo documents say', async ({ dashboard, panel }) => {
      const { time, bar } = demo
      const expected = referenceRows({ dashboard, panel, time, bar }, demo.documents)
      const response = await told.search(toSearch(dashboard, panel, time))
      expect(readRows(lensView(panel).layer, response)).toEqual(expected)
    })
  })
}
