import { type Environment, emptyEnvironment } from '../../mappings/environment/environment.ts'
import { annotationsOf, putAnnotations, seriesOf } from './annotate.ts'
import type { Annotations } from './annotations.ts'
import { apply } from './apply.ts'
import type { EntityEvent } from './entity-event.ts'
import { Lookup } from './lookup.ts'
import { visitClaims } from './open-links.ts'
import type { Act, EntityStore, StoreOptions } from './store.ts'
import { readSubject, type Subject } from './subject.ts'

/**
 * The batch stage that merges events into applications, grants and accounts, and annotates facts known as of the event
 * times. Returns the events in the same order.
 */
export type UpdateEntities = <E extends EntityEvent>(
  events: readonly E[],
  options?: StoreOptions,
) => Promise<readonly E[]>

/** The stage of a service without an entity store: it writes only the series, by which rules group repeated acts. */
export const withoutEntityStore: UpdateEntities = async (events) => {
  for (const { document } of events) {
    const { oauth } = document
    if (oauth?.action !== undefined) oauth.act = { ...oauth.act, series: seriesOf(document, oauth) }
  }
  return events
}

/** Datasets with acts that another dataset may also contain. */
const recordedTwice: ReadonlySet<string> = new Set(['o365.audit', 'azure.auditlogs', 'azure.signinlogs'])

/** Returns the act of an event if another dataset may also record it. Only one dataset records each use. */
function actOf({ oauth, dataset, event, vendor, tenant, at }: Subject): Act | undefined {
  const id = oauth?.act?.id
  if (id === undefined || !recordedTwice.has(dataset) || oauth?.action === 'app_use') return undefined
  if (oauth?.action === 'app_sign_in' && oauth.app?.first_party === true) return undefined
  return { id, dataset, event, vendor, tenant, at }
}

/** Returns the subjects whose act was first recorded by another dataset. */
async function findDuplicates(
  subjects: readonly Subject[],
  store: EntityStore,
  options: StoreOptions | undefined,
): Promise<Subject[]> {
  const acts = subjects.flatMap((subject) => {
    const act = actOf(subject)
    return act === undefined ? [] : [{ subject, act }]
  })
  if (acts.length === 0) return []
  const holders = await store.claim(
    acts.map(({ act }) => act),
    options,
  )
  return acts.filter(({ act }) => (holders.get(act.id) ?? act.dataset) !== act.dataset).map(({ subject }) => subject)
}

function makeStage(store: EntityStore, environment: Environment, writes: boolean): UpdateEntities {
  let lookup: Lookup | undefined
  return async (events, options) => {
    const subjects = events.flatMap((event) => readSubject(event) ?? [])
    const annotated = await store.updateEntities(
      (deltas) => {
        if (writes) for (const subject of subjects) apply(subject, deltas)
      },
      (reader) => {
        const known = new Lookup(reader, lookup)
        // Without a shape, nothing could be reused, and the entities of the batch would stay alive.
        lookup = known.shape && known
        return subjects.map((subject) => ({ subject, annotations: annotationsOf(subject, known, environment) }))
      },
      options,
    )
    const duplicates = writes ? await findDuplicates(subjects, store, options) : []
    if (writes) await markFurtherFiles(annotated, store, options)
    // Documents are only changed after all lookups succeed: a retry must find them unchanged.
    for (const { subject, annotations } of annotated)
      if (annotations !== undefined) putAnnotations(subject, annotations)
    for (const { oauth } of duplicates) if (oauth?.act !== undefined) oauth.act.duplicate = true
    return events
  }
}

/** Makes the stage over a store. Only members of `oauth` and `service` are written into documents. */
export const makeUpdateEntities = (store: EntityStore, environment: Environment = emptyEnvironment): UpdateEntities =>
  makeStage(store, environment, true)

/** Marks the visits in which a network reads one more file that an application opened. */
async function markFurtherFiles(
  annotated: readonly { readonly subject: Subject; readonly annotations: Annotations | undefined }[],
  store: EntityStore,
  options: StoreOptions | undefined,
): Promise<void> {
  const visits = annotated.flatMap(({ subject, annotations }) => {
    const claims = annotations === undefined ? [] : visitClaims(subject, annotations)
    return annotations === undefined || claims.length === 0 ? [] : [{ act: annotations.act, claims }]
  })
  if (visits.length === 0) return
  const holders = await store.claim(
    visits.flatMap(({ claims }) => claims),
    options,
  )
  for (const { act, claims } of visits) {
    const [first, again] = claims.map(({ id, dataset }) => holders.get(id) === dataset)
    if (first === false && again === true) act.further_file = true
  }
}

/** Makes a stage that annotates without writing to the store or claiming acts, so no event becomes a duplicate. */
export const makeAnnotateOnly = (store: EntityStore, environment: Environment): UpdateEntities =>
  makeStage(store, environment, false)
