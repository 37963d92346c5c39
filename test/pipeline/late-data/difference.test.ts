// Late-data correction reads a part of each document: it must come to the same result as with the whole document.
import { expect, it } from 'vitest'
import { loadEnvironment } from '../../../mappings/environment/load.ts'
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import { getPath, setPath, splitPath } from '../../../mappings/kernel/path.ts'
import { loadMappings, makeChain } from '../../../pipeline/chain.ts'
import { processText } from '../../../pipeline/content-check/golden.ts'
import { loadSamples } from '../../../pipeline/content-check/samples.ts'
import { InMemoryStore } from '../../../pipeline/entity-store/in-memory-store.ts'
import { makeUpdateEntities } from '../../../pipeline/entity-store/update-entities.ts'
import { comparedMembers, differing, prepare } from '../../../pipeline/late-data/difference.ts'

const { environment } = loadEnvironment('environment.example.yaml')
const chain = makeChain(await loadMappings(), environment)
const events = loadSamples().flatMap(({ ref, text }) => processText(text, ref, chain).filter((outcome) => outcome.ok))

/** The members that a search answers with. */
function part(document: EcsDocument): EcsDocument {
  const picked = { event: {} }
  for (const name of comparedMembers) {
    const value = getPath(document as never, splitPath(name))
    if (value !== undefined) setPath(picked, splitPath(name), value)
  }
  return picked as EcsDocument
}

// Each batch changes its documents.
const fresh = () => events.map((event) => ({ ...event, document: structuredClone(event.document) }))

it('the difference of a stored document is none after its own batch, and the same for the members that are read as for the whole document', async () => {
  const store = new InMemoryStore()
  const updateEntities = makeUpdateEntities(store, environment)
  const stored = (await updateEntities(fresh())).map(({ id, document }) => ({ of: id, id, document }))
  expect(differing(prepare(stored), store, environment)).toEqual([])
  // Another month of the same events changes counts, statuses and first uses.
  const later = fresh().map((event, i) => {
    const time = Date.parse(event.document['@timestamp'] ?? '') - 40 * 86_400_000
    return { ...event, id: `later-${i}`, document: { ...event.document, '@timestamp': new Date(time).toISOString() } }
  })
  await updateEntities(later)
  const whole = differing(prepare(stored), store, environment)
  const parts = stored.map((each) => ({ ...each, document: part(each.document) }))
  expect(whole.length).toBeGreaterThan(50)
  expect(differing(prepare(parts), store, environment).map(({ of, oauth }) => ({ of, oauth }))).toEqual(
    whole.map(({ of, oauth }) => ({ of, oauth })),
  )
})

it('the difference of a stored document does not depend on the order of members, nor on a group that is empty', () => {
  const store = new InMemoryStore()
  const [document] = events.map((event) => event.document).filter(({ oauth }) => oauth?.action === 'app_use')
  const id = 'one'
  const annotated = differing(prepare([{ of: id, id, document: document as EcsDocument }]), store, environment)[0]
  const reversed = Object.fromEntries(Object.entries(annotated?.oauth ?? {}).reverse())
  const again = { ...document, oauth: { ...reversed, redirect: {} } } as EcsDocument
  expect(differing(prepare([{ of: id, id, document: again }]), store, environment)).toEqual([])
})
