// Every panel's aggregation, run by a real Elasticsearch over documents under the product's own templates, shows what a
// computation over the same documents shows.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Dashboard, loadDashboards, panelsOf } from '../../../dashboards/lib/dashboard.ts'
import { dataViews } from '../../../dashboards/lib/data-views.ts'
import {
  type DataPanel,
  isDataPanel,
  isLensPanel,
  type LensPanel,
  lensView,
} from '../../../dashboards/lib/panels/kinds.ts'
import { templateFields } from '../../../pipeline/catalog.ts'
import { loadMappings } from '../../../pipeline/chain.ts'
import { documents, month, week } from '../../dashboards/support/documents.ts'
import { evidenceTime, observeAll } from '../../dashboards/support/evidence.ts'
import { about, withPanels } from '../../dashboards/support/fixtures.ts'
import { referenceEvents, referenceRows } from '../../dashboards/support/reference.ts'
import { readEvents, readRows, saysSomething, settled } from '../../dashboards/support/rows.ts'
import { toSearch } from '../../dashboards/support/search/search.ts'
import { requireEndpoint } from '../../support/endpoints.ts'
import { type Stored, storeDocuments } from './stored.ts'
import { storeViews } from './views.ts'

/** What the dashboards do not ask for yet. */
const furtherPanels: readonly LensPanel[] = [
  {
    kind: 'time_bars',
    ...about('sums', 'Sum of some, by another field'),
    metric: { of: 'sum', field: 'oauth.activity.items', filter: 'oauth.activity.kind: ("mail" or "file")' },
    breakdown: { field: 'oauth.activity.kind', size: 2 },
  },
  {
    kind: 'time_bars',
    ...about('plain', 'Bars without a breakdown'),
    metric: { of: 'count' },
  },
  {
    kind: 'top_values',
    ...about('addresses', 'Addresses by value'),
    shape: 'bars',
    terms: { field: 'source.ip', size: 3, orderBy: 'value' },
    metric: { of: 'count', filter: 'oauth.grant.tier_rank >= 2 and user.name: *@example.com' },
  },
  {
    kind: 'table',
    ...about('mixed', 'Filtered metrics, ordered by one of them'),
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

const pack = (await loadDashboards()).map(({ value }) => value)
const consentsAndGrants = pack.find(({ id }) => id === 'consents-and-grants') as Dashboard
const further: Dashboard = { ...consentsAndGrants, ...withPanels(...furtherPanels), duplicates: 'shown' }

const casesOf = <P extends DataPanel>(shown: readonly Dashboard[], isWanted: (panel: DataPanel) => panel is P) =>
  shown.flatMap((dashboard) =>
    panelsOf(dashboard)
      .filter(isDataPanel)
      .filter(isWanted)
      .map((panel) => ({ dashboard, panel, name: `${dashboard.id}/${panel.id}` })),
  )
const isEventsPanel = (panel: DataPanel) => panel.kind === 'events'
const ranges = [
  { name: 'a month', time: month, bar: 12 * 3_600_000 },
  { name: 'a week', time: week, bar: 3 * 3_600_000 },
]
const evidence = (await observeAll()).documents
const vendors = templateFields(await loadMappings())

for (const name of ['ES_URL', 'ES8_URL'] as const) {
  const endpoint = await requireEndpoint(name)

  describe.skipIf(endpoint === undefined)(`panels on the server of ${name}`, () => {
    let invented: Stored
    let recorded: Awaited<ReturnType<typeof storeViews>>

    beforeAll(async () => {
      const address = endpoint?.address as string
      invented = await storeDocuments(address, documents)
      recorded = await storeViews(address, evidence, vendors)
    })

    afterAll(async () => {
      await invented?.remove()
      await recorded?.remove()
      await endpoint?.stop()
    })

    it('the data view covers every stream', async () => {
      const query = { query: { term: { 'data_stream.namespace': invented.namespace } } }
      const path = `${dataViews.events.title}/_count?ignore_unavailable=true`
      expect(await invented.send('POST', path, JSON.stringify(query))).toMatchObject({ count: documents.length })
    })

    it.each(['alerts', 'apps'] as const)('the data view of %s covers their index', async (view) => {
      expect(await recorded.indicesOf(dataViews[view].title)).toContain(recorded.targets[view])
    })

    describe.each(ranges)('over $name', ({ time, bar }) => {
      it.each(casesOf([consentsAndGrants, further], isLensPanel))(
        '$name shows what the documents say',
        async ({ dashboard, panel }) => {
          const expected = referenceRows({ dashboard, panel, time, bar }, documents)
          expect(expected.some(({ values }) => values.some(saysSomething))).toBe(true)
          const answer = readRows(lensView(panel).layer, await invented.search(toSearch(dashboard, panel, time)))
          expect(answer).toEqual(settled(expected, answer))
        },
      )
    })

    it.each(casesOf(pack, isLensPanel))('$name shows what samples and scenarios say', async ({ dashboard, panel }) => {
      const expected = referenceRows({ dashboard, panel, time: evidenceTime, bar: 86_400_000 }, evidence)
      const response = await recorded.search(panel.view ?? 'events', toSearch(dashboard, panel, evidenceTime))
      const answer = readRows(lensView(panel).layer, response)
      expect(answer).toEqual(settled(expected, answer))
    })

    it.each(casesOf(pack, isEventsPanel))(
      '$name lists what samples and scenarios say',
      async ({ dashboard, panel }) => {
        const { total, columns } = referenceEvents({ dashboard, panel, time: evidenceTime, bar: 1 }, evidence)
        const response = await recorded.search(panel.view ?? 'events', toSearch(dashboard, panel, evidenceTime))
        const listed = readEvents(['@timestamp', ...panel.columns], response)
        expect(listed.total).toBe(total)
        expect(listed.columns).toHaveLength(Math.min(total, 500))
        expect(columns).toEqual(expect.arrayContaining(listed.columns))
        const times = listed.columns.map((row) => row.slice(0, 24))
        expect(times).toEqual(
          columns
            .map((row) => row.slice(0, 24))
            .sort()
            .reverse()
            .slice(0, 500),
        )
      },
    )
  })
}
