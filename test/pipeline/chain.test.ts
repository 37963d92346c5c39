// The stages pass documents on without a copy, and documents of one activity share their common parts.
import { expect, it } from 'vitest'
import { loadEnvironment } from '../../mappings/environment/load.ts'
import { loadMappings, makeChain } from '../../pipeline/chain.ts'
import { loadSamples } from '../../pipeline/content-check/samples.ts'
import { decode } from '../../pipeline/decode/decode.ts'
import { makeEnrich } from '../../pipeline/enrich/enrich.ts'
import { InMemoryStore } from '../../pipeline/entity-store/in-memory-store.ts'
import { makeUpdateEntities } from '../../pipeline/entity-store/update-entities.ts'
import { makeNormalizer } from '../../pipeline/normalize/normalize.ts'
import type { Event } from '../../pipeline/outcome.ts'
import { BulkBody } from '../../pipeline/sink/bulk-body.ts'

/** Freezes every object that is already in `seen`, at any depth. Adds all other objects to `seen`. */
function freezeShared(value: unknown, seen: Set<object>): void {
  if (typeof value !== 'object' || value === null) return
  if (seen.has(value)) freeze(value)
  else {
    seen.add(value)
    for (const member of Object.values(value)) freezeShared(member, seen)
  }
}

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return
  Object.freeze(value)
  for (const member of Object.values(value)) freeze(member)
}

const { environment } = loadEnvironment('environment.example.yaml')
const normalizer = makeNormalizer(await loadMappings())
const place = { country_iso_code: 'NO', location: { lat: 59.9, lon: 10.7 } }
const enrich = makeEnrich(environment, () => ({
  geo: place,
  as: { number: 64_500, organization: { name: 'Example' } },
}))

it('the stages after normalize change neither the record nor the objects that the documents of one activity share', async () => {
  const events: Event[] = []
  let shared = 0
  for (const { ref, text } of loadSamples()) {
    for (const decoded of decode({ delivery: { source: 'test', offset: '0' }, text })) {
      if (!decoded.ok) continue
      freeze(decoded.record)
      const seen = new Set<object>()
      // Normalizing the same sample twice gives every activity a sibling.
      for (const part of [...normalizer.normalize(decoded), ...normalizer.normalize(decoded)]) {
        if (!part.ok) continue
        freezeShared(part.document, seen)
        if (Object.isFrozen(part.document.google_workspace?.actor)) shared++
        expect(() => enrich(part.document), ref).not.toThrow()
        events.push({
          ok: true,
          dataset: part.dataset,
          document: part.document,
          id: `${events.length}`,
          decoded,
          original: part.original,
        })
      }
    }
  }
  expect(shared).toBeGreaterThan(100)
  const annotated = await makeUpdateEntities(new InMemoryStore(), environment)(events)
  const body = new BulkBody({ namespace: 'default', backfill: false }, 0)
  expect(() => annotated.map((event) => body.document(event, '2026-06-01T00:00:00.000Z'))).not.toThrow()
  expect(annotated).toHaveLength(events.length)
})

it('an event from Kafka contains the time of its arrival in addition to the time of the event', async () => {
  const chain = makeChain(await loadMappings(), environment)
  const [sample] = loadSamples()
  const at = (delivery: object) =>
    decode({ delivery: { source: 'topic', offset: '0', ...delivery }, text: sample?.text ?? '' })
      .flatMap((decoded) => (decoded.ok ? chain.process(decoded) : []))
      .flatMap((outcome) => (outcome.ok ? [outcome.document] : []))
  const [late] = at({ receivedAt: '2027-01-01T00:00:00.000Z' })
  const [offline] = at({})
  expect(late?.event.created).toBe('2027-01-01T00:00:00.000Z')
  expect(late?.['@timestamp']).toBe(offline?.['@timestamp'])
  expect(offline?.event.created).toBeUndefined()
})
