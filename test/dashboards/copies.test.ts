// A panel counts what its text describes: copies of documents that the text does not include do not change it.
import { describe, expect, it } from 'vitest'
import { isLensPanel, type LensPanel } from '../../dashboards/lib/panels/kinds.ts'
import type { JsonObject } from '../../mappings/kernel/json.ts'
import { setPath, splitPath } from '../../mappings/kernel/path.ts'
import type { StoredDocument } from './support/documents.ts'
import { evidenceTime, observeAll } from './support/evidence.ts'
import { panels } from './support/pack.ts'
import { referenceRows, seenBy, valuesOf } from './support/reference.ts'

const { documents } = await observeAll()
const question = { time: evidenceTime, bar: 30 * 86_400_000 }

const charts = panels.flatMap(({ panel, ...rest }) =>
  isLensPanel(panel) ? [{ ...rest, panel, view: panel.view ?? 'events', text: textOf(panel) }] : [],
)

/** The title, the description and the labels of a panel. */
function textOf({ title, description, ...members }: LensPanel): string {
  const labels = [...JSON.stringify(members).matchAll(/"label":"([^"]+)"/g)].map(([, label]) => label)
  return [title, description, ...labels].join(' ')
}

function copied({ source, ...rest }: StoredDocument, field: string, value: string): StoredDocument {
  const copy = structuredClone(source)
  setPath(copy, splitPath(field), value)
  return { ...rest, id: `${rest.id}-copy`, source: copy }
}

describe('an act that was refused or failed', () => {
  const failed = documents
    .filter(({ view, source }) => view === undefined && valuesOf(source, 'oauth.action').length > 0)
    .map((document) => copied(document, 'event.outcome', 'failure'))
  const names = /\b(?:refus|den(?:y|ied|ial)|fail|records?\b)/i

  it.each(charts.filter(({ view, text }) => view === 'events' && !names.test(text)))(
    'the panel $name does not count the act, because its text does not mention failures or all records',
    ({ dashboard, panel }) => {
      expect(seenBy({ ...question, dashboard, panel }, failed)).toEqual([])
    },
  )
})

describe('things with several documents', () => {
  const elsewhere = documents
    .filter(({ view }) => view === 'apps')
    .map((document) => copied(document, 'tenant', 'another-tenant'))
  const again = documents
    .filter(({ view }) => view !== 'apps')
    .map((document) => copied(document, '@timestamp', minuteLater(document.source)))

  it.each(charts.filter(({ view }) => view === 'apps'))(
    'the panel $name stays the same if each application also exists in another tenant',
    ({ dashboard, panel }) => {
      const rows = (all: readonly StoredDocument[]) => referenceRows({ ...question, dashboard, panel }, all)
      expect(rows([...documents, ...elsewhere])).toEqual(rows(documents))
    },
  )

  const things = /^(?:Distinct |Known )?(?:applications|accounts|clients|rules|users)\b/i
  const numbers = charts.filter(
    ({ view, panel }) =>
      view !== 'apps' && panel.kind === 'metric' && [panel.title, panel.description].some((text) => things.test(text)),
  )
  it.each(numbers)(
    'the number $name counts each thing once, whatever the number of its documents',
    ({ dashboard, panel }) => {
      const rows = (all: readonly StoredDocument[]) => referenceRows({ ...question, dashboard, panel }, all)
      expect(rows([...documents, ...again])).toEqual(rows(documents))
    },
  )
})

it('a metric of additions counts only documents that contain an addition', () => {
  const additions = ['credential.added', 'owner.name', 'redirect.added', 'grant.scopes', 'role.name']
  const has = (source: JsonObject) => additions.some((field) => valuesOf(source, `oauth.${field}`).length > 0)
  const numbers = charts.filter(({ panel }) => panel.kind === 'metric' && /\b(?:added|gained)\b/.test(panel.title))
  expect(numbers.length).toBeGreaterThan(3)
  const others = numbers.flatMap(({ name, ...rest }) =>
    seenBy({ ...question, ...rest }, documents).some((source) => !has(source)) ? [name] : [],
  )
  expect(others).toEqual([])
})

function minuteLater(source: JsonObject): string {
  return new Date(Date.parse(String(source['@timestamp'])) + 60_000).toISOString()
}
