import { type Environment, emptyEnvironment } from '../../mappings/environment/environment.ts'
import { annotationsOf, putAnnotations, seriesOf } from './annotate.ts'
import type { Annotations } from './annotations.ts'
import { apply } from './apply.ts'
import type { EntityEvent } from './entity-event.ts'
import { Lookup } from './lookup.ts'
import { openingClaim, visitClaims } from './open-links.ts'
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
  return { id, dataset, event, vendor, tenant, at }
}

interface Annotated {
  readonly subject: Subject
  readonly annotations: Annotations | undefined
}

/**
 * Claims the acts, openings and visits of a batch. Marks each record in which an application opens one more file, and each visit
 * in which a network reads one more file that an application opened. Returns the subjects whose act another dataset recorded first.
 */
async function claimActs(
  annotated: readonly Annotated[],
  store: EntityStore,
  options: StoreOptions | undefined,
): Promise<Subject[]> {
  const claimed = annotated.map(({ subject, annotations }) => ({
    subject,
    annotations,
    act: actOf(subject),
    opening: annotations && openingClaim(subject),
    visit: annotations === undefined ? [] : visitClaims(subject, annotations),
  }))
  const acts = claimed.flatMap(({ act, opening, visit }) =>
    [act, opening, ...visit].filter((each) => each !== undefined),
  )
  if (acts.length === 0) return []
  const holders = await store.claim(acts, options)
  const isHolder = ({ id, dataset }: Act): boolean => (holders.get(id) ?? dataset) === dataset
  for (const { annotations, opening, visit } of claimed) {
    const [first, again] = visit.map(isHolder)
    const isFurther = opening === undefined ? first === false && again === true : isHolder(opening)
    if (annotations !== undefined && isFurther) annotations.act.further_file = true
  }
  return claimed.filter(({ act }) => act !== undefined && !isHolder(act)).map(({ subject }) => subject)
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
    const duplicates = writes ? await claimActs(annotated, store, options) : []
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

/** Makes a stage that annotates without writing to the store or claiming acts, so no event becomes a duplicate. */
export const makeAnnotateOnly = (store: EntityStore, environment: Environment): UpdateEntities =>
  makeStage(store, environment, false)
