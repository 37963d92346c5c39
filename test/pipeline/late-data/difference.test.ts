// Late-data correction reads a part of each document: it must come to the same result as with the whole document.
import { expect, it } from 'vitest'
import { loadEnvironment } from '../../../mappings/environment/load.ts'
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import { getPath, setPath, splitPath } from '../../../mappings/kernel/path.ts'
import { loadMappings, makeChain } from '../../../pipeline/chain.ts'
import { loadSamples, processText } from '../../../pipeline/content-check/samples.ts'
import { annotationsOf } from '../../../pipeline/entity-store/annotate.ts'
import { InMemoryStore } from '../../../pipeline/entity-store/in-memory-store.ts'
import { Lookup } from '../../../pipeline/entity-store/lookup.ts'
import { readSubject } from '../../../pipeline/entity-store/subject.ts'
import { makeUpdateEntities } from '../../../pipeline/entity-store/update-entities.ts'
import { comparedMembers, differing, prepare } from '../../../pipeline/late-data/difference.ts'

const { environment } = loadEnvironment('environment.example.yaml')
const chain = makeChain(await loadMappings(), environment)
const events = loadSamples().flatMap(({ ref, text }) => processText(text, ref, chain).filter((outcome) => outcome.ok))

/** Returns only the members that a search returns. */
function part(document: EcsDocument): EcsDocument {
  const picked = { event: {} }
  for (const name of comparedMembers) {
    const value = getPath(document as never, splitPath(name))
    if (value !== undefined) setPath(picked, splitPath(name), value)
  }
  return picked as EcsDocument
}

/** Members that no sample has, by action: the hosting network of a use, and the application that adds a member. */
const added: Readonly<Record<string, Partial<EcsDocument>>> = {
  MailItemsAccessed: { source: { ip: '192.0.2.44', as: { number: 64_500 } }, saas: { source: { hosting: true } } },
  add_member: { oauth: { actor_app: { id: '104873' } } },
}

// Each batch changes its documents.
const fresh = () =>
  events.map((event) => {
    const { document } = event
    return { ...event, document: structuredClone({ ...document, ...added[document.event.action ?? ''] }) }
  })

it('a stored document has no difference after its batch, and its read members suffice for the comparison', async () => {
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
  expect(
    differing(prepare(parts), store, environment).map(({ of, document }) => ({ of, oauth: document.oauth })),
  ).toEqual(whole.map(({ of, document }) => ({ of, oauth: document.oauth })))
})

/** A group that notes the path of each value that somebody reads from it. */
function watched<T extends object>(group: T, read: Set<string>, path = ''): T {
  return new Proxy(group, {
    get(of, name) {
      const value: unknown = Reflect.get(of, name)
      const here = path === '' ? String(name) : `${path}.${String(name)}`
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) return watched(value, read, here)
      if (value !== undefined) read.add(here)
      return value
    },
  })
}

it('late-data correction reads every member of a document from which an annotation is made', async () => {
  const store = new InMemoryStore()
  await makeUpdateEntities(store, environment)(fresh())
  const read = new Set<string>()
  for (const { id, dataset, document } of fresh()) {
    const subject = readSubject({ id, dataset, document: watched(document, read) })
    if (subject !== undefined) annotationsOf(subject, new Lookup(store), environment)
  }
  expect([...read]).toEqual(expect.arrayContaining(['group.domain', 'saas.source.hosting', 'user_agent.name']))
  const isCompared = (path: string) => comparedMembers.some((name) => path === name || path.startsWith(`${name}.`))
  expect([...read].filter((path) => !isCompared(path))).toEqual([])
})

it('the difference of a stored document does not depend on member order or empty groups', () => {
  const store = new InMemoryStore()
  const [document] = events.map((event) => event.document).filter(({ oauth }) => oauth?.action === 'app_use')
  const id = 'one'
  const annotated = differing(prepare([{ of: id, id, document: document as EcsDocument }]), store, environment)[0]
  const reversed = Object.fromEntries(Object.entries(annotated?.document.oauth ?? {}).reverse())
  const again = { ...document, oauth: { ...reversed, redirect: {} } } as EcsDocument
  expect(differing(prepare([{ of: id, id, document: again }]), store, environment)).toEqual([])
})

it('the service of a document is its application by the ID and the name that only another record contains, also if that record is late', async () => {
  const isWanting = ({ document: { oauth } }: (typeof events)[number]) =>
    oauth?.action === 'delegated_grant' && oauth.app?.id === undefined && oauth.app?.object_id !== undefined
  const grants = fresh().filter(isWanting)
  expect(grants.length).toBeGreaterThan(0)
  const store = new InMemoryStore()
  const updateEntities = makeUpdateEntities(store, environment)
  const stored = (await updateEntities(grants)).map(({ id, document }) => ({ of: id, id, document }))
  expect(stored.every(({ document: { service, oauth } }) => service?.id === oauth?.app?.object_id)).toBe(true)
  const all = await updateEntities(fresh())
  const named = (document: EcsDocument) => {
    const { service, oauth } = document
    expect(service).toEqual({ id: oauth?.app?.id, name: oauth?.app?.name })
    return service?.name !== undefined && service.id !== oauth?.app?.object_id
  }
  const late = differing(prepare(stored), store, environment).filter(({ document }) => document.oauth?.app?.name)
  expect(late.filter(({ document }) => named(document)).length).toBeGreaterThan(0)
  const filled = all.filter(({ document: { oauth } }) => oauth?.entity_store?.filled?.includes('app.name'))
  for (const { document } of filled) expect(document.service?.name).toBe(document.oauth?.app?.name)
})
