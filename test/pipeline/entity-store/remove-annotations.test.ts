import { expect, it } from 'vitest'
import type { OauthGroup } from '../../../mappings/fields/document.ts'
import { processText } from '../../../pipeline/content-check/samples.ts'
import { InMemoryStore } from '../../../pipeline/entity-store/in-memory-store.ts'
import { withoutAnnotations } from '../../../pipeline/entity-store/remove-annotations.ts'
import { makeUpdateEntities } from '../../../pipeline/entity-store/update-entities.ts'
import { isDeep, sampleOf } from '../../support/deep.ts'
import { product, recordsOf } from '../../support/product.ts'

const { scenarios, chain, environment } = product

it('removal of the annotations restores each document of each scenario', async () => {
  const events = sampleOf(scenarios, 6)
    .flatMap(({ value }) => recordsOf(value))
    .flatMap(({ raw, sample }) => processText(raw, sample, chain))
    .filter((outcome) => outcome.ok)
  const before = events.map(({ document }) => structuredClone(document.oauth))
  await makeUpdateEntities(new InMemoryStore(), environment)(events)
  const annotated = events.filter(({ document }) => document.oauth?.entity_store !== undefined)
  expect(annotated.length).toBeGreaterThan(isDeep ? 300 : 40)
  expect(annotated.some(({ document }) => document.oauth?.entity_store?.filled !== undefined)).toBe(true)
  for (const [i, { document }] of events.entries()) {
    const { oauth } = document
    if (oauth === undefined) continue
    delete oauth.act?.duplicate
    delete oauth.act?.further_file
    expect(withoutAnnotations(oauth)).toEqual(before[i] ?? {})
  }
})

it('removal of the annotations keeps the first log source of an act, which no later fact changes', () => {
  const oauth: OauthGroup = {
    action: 'consent',
    act: { id: 'act', duplicate: true },
    entity_store: { baseline_ready: true },
  }
  expect(withoutAnnotations(oauth)).toEqual({ action: 'consent', act: { id: 'act', duplicate: true } })
})

it('removal of the annotations removes a name only if the entity store added it', () => {
  const app = { id: 'client', name: 'Invoice Sync Helper', age_days: 3 }
  expect(withoutAnnotations({ app, entity_store: { baseline_ready: true, filled: ['app.name'] } })).toEqual({
    app: { id: 'client' },
  })
  expect(withoutAnnotations({ app, entity_store: { baseline_ready: true } })).toEqual({
    app: { id: 'client', name: 'Invoice Sync Helper' },
  })
})
