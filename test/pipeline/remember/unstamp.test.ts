import { expect, it } from 'vitest'
import type { OauthGroup } from '../../../mappings/fields/document.ts'
import { loadProduct } from '../../../pipeline/content-check/check.ts'
import { processText } from '../../../pipeline/content-check/golden.ts'
import { sampleText } from '../../../pipeline/content-check/proof.ts'
import { InMemoryStore } from '../../../pipeline/remember/memory-store.ts'
import { makeRemember } from '../../../pipeline/remember/remember.ts'
import { withoutStamps } from '../../../pipeline/remember/unstamp.ts'
import { retell } from '../../../rules/lib/scenario.ts'

const { scenarios, evidence, chain, environment } = await loadProduct()

it('gives each document of each scenario back as the record made it', async () => {
  const events = scenarios
    .flatMap(({ value }) => retell(value, (reference) => sampleText(evidence, reference)))
    .flatMap(({ raw, sample }) => processText(raw, sample, chain))
    .filter((outcome) => outcome.ok)
  const before = events.map(({ document }) => structuredClone(document.oauth))
  await makeRemember(new InMemoryStore(), environment)(events)
  const stamped = events.filter(({ document }) => document.oauth?.memory !== undefined)
  expect(stamped.length).toBeGreaterThan(300)
  expect(stamped.some(({ document }) => document.oauth?.memory?.filled !== undefined)).toBe(true)
  for (const [i, { document }] of events.entries()) {
    const { oauth } = document
    if (oauth === undefined) continue
    if (oauth.act !== undefined) delete oauth.act.echo
    expect(withoutStamps(oauth)).toEqual(before[i])
  }
})

it('leaves who told an act first, which no later fact changes', () => {
  const oauth: OauthGroup = { action: 'consent', act: { id: 'act', echo: true }, memory: { settled: true } }
  expect(withoutStamps(oauth)).toEqual({ action: 'consent', act: { id: 'act', echo: true } })
})

it('takes a name off only where memory filled it in', () => {
  const app = { id: 'client', name: 'Invoice Sync Helper', age_days: 3 }
  expect(withoutStamps({ app, memory: { settled: true, filled: ['app.name'] } })).toEqual({ app: { id: 'client' } })
  expect(withoutStamps({ app, memory: { settled: true } })).toEqual({
    app: { id: 'client', name: 'Invoice Sync Helper' },
  })
})
