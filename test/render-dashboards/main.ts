// `npm run dashboards:render -- [--out DIR] [--campaign NAME] [--open] [--scale N] [DASHBOARD…]` draws dashboards as
// PNG files, for the demo or for a campaign, from compiled Kibana objects and Elasticsearch's responses (ES_URL) to the
// panels' searches. It needs Chromium (CHROMIUM, or `chromium` on the PATH). Kibana's own styles differ.
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { colorMapping } from '../../dashboards/lib/colors.ts'
import { type Dashboard, loadDashboards, panelsOf } from '../../dashboards/lib/dashboard.ts'
import { type DataViewName, dataViews, viewCatalog } from '../../dashboards/lib/data-views.ts'
import { emitDashboard } from '../../dashboards/lib/emit.ts'
import { type DecodedDashboard, decodeObject } from '../../dashboards/lib/kibana/decode.ts'
import { stableId } from '../../dashboards/lib/kibana/ids.ts'
import { type DataPanel, isDataPanel, isLensPanel, lensView } from '../../dashboards/lib/panels/kinds.ts'
import type { Json, JsonObject } from '../../mappings/kernel/json.ts'
import { templateFields } from '../../pipeline/catalog.ts'
import { renderDemo } from '../../pipeline/cli/demo-records.ts'
import { loadProduct } from '../../pipeline/content-check/check.ts'
import { Random } from '../../rules/campaigns/random.ts'
import { commonCatalog } from '../../rules/lib/query/catalog.ts'
import { loadCampaigns } from '../campaigns/results.ts'
import type { StoredDocument } from '../dashboards/support/documents.ts'
import { valuesOf } from '../dashboards/support/reference.ts'
import { readEvents, readRows } from '../dashboards/support/rows.ts'
import { toSearch } from '../dashboards/support/search/search.ts'
import { type StoredViews, storeViews } from '../integration/dashboards/views.ts'
import { assignedColors } from './charts.ts'
import { documentsOf } from './documents.ts'
import { type Answer, renderPage } from './page.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: 'dist/dashboards' },
    campaign: { type: 'string' },
    open: { type: 'boolean', default: false },
    scale: { type: 'string', default: '1' },
  },
})
const address = process.env.ES_URL
if (address === undefined)
  throw new Error('ES_URL is not set; set it to the address of an Elasticsearch without security')

const product = await loadProduct()
const documents = await documentsOf(product, await recordsOf(values.campaign))
const dashboards = (await loadDashboards()).map(({ value }) => value)
const stored = await storeViews(address, documents, templateFields(product.mappings))
mkdirSync(values.out, { recursive: true })
try {
  for (const dashboard of dashboards)
    if (positionals.length === 0 || positionals.includes(dashboard.id)) await render(dashboard, stored)
} finally {
  await stored.remove()
}

async function recordsOf(name: string | undefined): Promise<string[]> {
  if (name === undefined) return (await renderDemo()).map(({ raw }) => raw)
  const campaign = (await loadCampaigns()).find((each) => each.name === name)
  if (campaign === undefined) throw new Error(`there is no campaign ${name}`)
  return campaign.campaign.build(new Random(name)).records.map((record) => JSON.stringify(record))
}

async function render(dashboard: Dashboard, views: StoredViews): Promise<void> {
  const selected = selection(dashboard)
  const answers = new Map<string, Answer>()
  for (const panel of panelsOf(dashboard).filter(isDataPanel))
    answers.set(stableId(dashboard.id, panel.id), await ask(dashboard, panel, selected, views))
  const compiled = emitDashboard(dashboard, dashboards).find(({ type }) => type === 'dashboard')
  if (compiled === undefined) throw new Error(`no object for ${dashboard.id}`)
  const decoded = decodeObject(compiled).decoded as unknown as DecodedDashboard
  const title = selected === undefined ? dashboard.title : `${dashboard.title}: ${selected.value}`
  const { html, height } = renderPage(decoded, { title, answers, open: values.open, badges: badges() })
  const file = join(values.out, `${dashboard.id}.html`)
  writeFileSync(file, html)
  const image = join(values.out, `${dashboard.id}.png`)
  const flags = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--hide-scrollbars',
    `--force-device-scale-factor=${values.scale}`,
    `--window-size=1608,${height}`,
  ]
  execFileSync(
    process.env.CHROMIUM ?? 'chromium',
    [...flags, `--screenshot=${resolve(image)}`, `${pathToFileURL(file)}`],
    { stdio: 'ignore' },
  )
  console.log(image)
}

interface Selection {
  readonly field: string
  readonly value: string
}

/** Selects the entity for a dashboard about a single entity: the entity with the most alerts. */
function selection({ menu }: Dashboard): Selection | undefined {
  const field = menu?.opens?.[0]
  if (field === undefined) return undefined
  const counts = new Map<string, number>()
  const count = (wanted: DataViewName, weight: number) => {
    for (const document of documents.filter(({ view = 'events' }) => view === wanted))
      for (const value of valuesOf(document.source, field).map(String))
        counts.set(value, (counts.get(value) ?? 0) + weight)
  }
  count('alerts', 10_000)
  count('events', 1)
  const [first] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return first === undefined ? undefined : { field, value: first[0] }
}

function timeOf(seen: readonly StoredDocument[]): { from: string; to: string } {
  const times = seen.flatMap(({ source }) => valuesOf(source, '@timestamp')).map((time) => Date.parse(String(time)))
  const ends = [Math.min(...times), Math.max(...times)].map((time) => new Date(time).toISOString())
  return { from: ends[0] as string, to: ends[1] as string }
}

async function ask(
  dashboard: Dashboard,
  panel: DataPanel,
  selected: Selection | undefined,
  views: StoredViews,
): Promise<Answer> {
  const view = panel.view ?? 'events'
  const search = toSearch(dashboard, panel, timeOf(documents.filter((each) => each.view !== 'apps')))
  const { filter } = (search.query as { bool: { filter: Json[] } }).bool
  if (selected !== undefined) filter.push({ term: { [selected.field]: selected.value } })
  const response: JsonObject = await views.search(view, search)
  if (isLensPanel(panel)) return { rows: readRows(lensView(panel).layer, response) }
  const columns = ['@timestamp', ...panel.columns]
  const { total, columns: rows } = readEvents(columns, response)
  return { columns, documents: rows, total }
}

/** The colors of values in Discover, by field. */
function badges(): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const names = Object.keys(dataViews) as DataViewName[]
  return new Map(
    names.flatMap((name) =>
      dataViews[name].colored.map(
        (field) => [field, assignedColors(colorMapping(field, viewCatalog(name, commonCatalog)))] as const,
      ),
    ),
  )
}
