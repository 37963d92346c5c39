// A hunt over raw records with its report, as the command runs it, with a fixed clock.
import { eventTime } from '../../mappings/fields/document.ts'
import { Readability } from '../../pipeline/decode/readability.ts'
import { InMemoryStore } from '../../pipeline/entity-store/in-memory-store.ts'
import { DataTotals } from '../../pipeline/hunt/evidence/data-totals.ts'
import { appOf, type EvidenceApps, evidenceApps } from '../../pipeline/hunt/evidence/evidence-apps.ts'
import { IndicatorValues } from '../../pipeline/hunt/evidence/indicator-values.ts'
import { accountOf, takenItems } from '../../pipeline/hunt/evidence/taken-items.ts'
import type { HuntSummary } from '../../pipeline/hunt/hunt.ts'
import { Collector } from '../../pipeline/hunt/report/collect.ts'
import { makeReport } from '../../pipeline/hunt/report/make-report.ts'
import type { Report } from '../../pipeline/hunt/report/model.ts'
import { reviewApps, reviewTime } from '../../pipeline/review/review.ts'
import { product, shippedRules as rules } from './product.ts'
import { runHunt } from './run-hunt.ts'

const { environment } = product

export const madeAt = '2026-04-01T00:00:00.000Z'

export async function huntReport(
  texts: readonly string[],
  { file = 'log.ndjson', at = madeAt }: { file?: string; at?: string } = {},
): Promise<{ report: Report; summary: HuntSummary }> {
  const collector = new Collector()
  const readability = new Readability()
  const { store, summary, documents } = await runHunt(texts, {
    source: file,
    rules,
    readability,
    output: {
      seen: (documents) => collector.seen(documents),
      raised: (alerts) => collector.raised(alerts),
      documents: async ({ documents }) => collector.documents(documents),
      alerts: async (alerts) => collector.alerts(alerts),
      deadLetters: async (letters) => collector.deadLetters(letters),
    },
  })
  const apps = evidenceApps(
    collector,
    reviewApps(store, environment, reviewTime([summary.lastEvent, summary.lastInventory], new Date(at))),
  )
  const taken = new DataTotals()
  const indicators = new IndicatorValues(environment.networks)
  for (const document of documents) {
    const app = appOf(document, apps)
    if (app === undefined) continue
    indicators.see(document, app.name)
    const items = takenItems(document)
    const isLate = app.hasEnded(accountOf(document.oauth), eventTime(document))
    if (items.length > 0) taken.add(app.key, document, items, isLate)
  }
  return { summary, report: reportOf(summary, collector, { store, file, at, readability, taken, indicators, apps }) }
}

export function reportOf(
  summary: HuntSummary,
  collector: Collector,
  {
    store = new InMemoryStore(),
    file = 'log.ndjson',
    at = madeAt,
    readability = new Readability(),
    taken = new DataTotals(),
    indicators = new IndicatorValues(),
    apps = new Map() as EvidenceApps,
  } = {},
): Report {
  const reviewedAt = reviewTime([summary.lastEvent, summary.lastInventory], new Date(at))
  return makeReport({
    summary,
    collector,
    apps,
    taken,
    indicators,
    readability,
    store,
    reviewed: reviewApps(store, environment, reviewedAt),
    reviewedAt,
    environment,
    rules,
    sees: () => false,
    inputs: [{ path: file, bytes: 1_000, sha256: 'ab'.repeat(32) }],
    made: { version: '0.0.0', command: `consentry hunt ${file}` },
    madeAt: at,
  })
}
