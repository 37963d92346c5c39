// Runs every panel's aggregation in a real Elasticsearch, over documents with the product's own templates. The results
// must equal a computation over the same documents.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Dashboard, loadDashboards, panelsOf } from '../../../dashboards/lib/dashboard.ts'
import { dataViews } from '../../../dashboards/lib/data-views.ts'
import { type DataPanel, isDataPanel, isLensPanel, lensView } from '../../../dashboards/lib/panels/kinds.ts'
import { templateFields } from '../../../pipeline/catalog.ts'
import { loadMappings } from '../../../pipeline/chain.ts'
import { evidenceTime, observeAll, type Recorded } from '../../dashboards/support/evidence.ts'
import { referenceEvents, referenceRows } from '../../dashboards/support/reference.ts'
import { readEvents, readRows, settled } from '../../dashboards/support/rows.ts'
import { toSearch } from '../../dashboards/support/search/search.ts'
import { eitherServer } from '../../support/describe-elasticsearch.ts'
import { storeViews } from './views.ts'

const pack = (await loadDashboards()).map(({ value }) => value)
const casesOf = <P extends DataPanel>(shown: readonly Dashboard[], isWanted: (panel: DataPanel) => panel is P) =>
  shown.flatMap((dashboard) =>
    panelsOf(dashboard)
      .filter(isDataPanel)
      .filter(isWanted)
      .map((panel) => ({ dashboard, panel, name: `${dashboard.id}/${panel.id}` })),
  )
const isEventsPanel = (panel: DataPanel) => panel.kind === 'events'
const vendors = templateFields(await loadMappings())

for (const { name, endpoint } of await eitherServer()) {
  describe.skipIf(endpoint === undefined)(`panels on the server of ${name}`, () => {
    let evidence: Recorded['documents']
    let recorded: Awaited<ReturnType<typeof storeViews>>

    beforeAll(async () => {
      const address = endpoint?.address as string
      evidence = (await observeAll()).documents
      recorded = await storeViews(address, evidence, vendors)
    })

    afterAll(async () => {
      await recorded?.remove()
      await endpoint?.stop()
    })

    it.each(['events', 'alerts', 'apps'] as const)('the data view %s covers each of its indices', async (view) => {
      const covered = await recorded.indicesOf(dataViews[view].title)
      expect(covered).toEqual(expect.arrayContaining(recorded.targets[view].split(',')))
    })

    it.each(casesOf(pack, isLensPanel))(
      '$name shows the expected rows for samples and scenarios',
      async ({ dashboard, panel }) => {
        const expected = referenceRows({ dashboard, panel, time: evidenceTime, bar: 86_400_000 }, evidence)
        const response = await recorded.search(panel.view ?? 'events', toSearch(dashboard, panel, evidenceTime))
        const answer = readRows(lensView(panel).layer, response)
        expect(answer).toEqual(settled(expected, answer))
      },
    )

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
