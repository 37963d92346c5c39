// A finding: a fact that no single record shows, because it arrived late or because time passed. It becomes a document
// like any other, and every instance writes the same document.
import { createHash } from 'node:crypto'
import type { Vendor } from '../../mappings/entities/key.ts'
import type { EcsDocument, OauthGroup } from '../../mappings/fields/document.ts'
import { present } from '../../mappings/kernel/present.ts'
import { isoTime } from '../entity-store/age.ts'
import type { EntityEvent, RecordOrigin } from '../entity-store/entity-event.ts'
import { visible } from '../safe-output/visible.ts'

export const findingsDataset = 'consentry.findings'

type FindingKind = NonNullable<NonNullable<OauthGroup['finding']>['kind']>

/** Returns true for a finding about the incoming records, and not about the acts of an application or account. */
export function isAboutLogSource({ oauth }: EcsDocument): boolean {
  const kind = oauth?.finding?.kind
  return kind === 'log_source_silent' || kind === 'field_absent'
}

/** A stored document that a finding is about. */
export interface EventReference extends Partial<RecordOrigin> {
  /** `event.id`, which an analyst searches for. */
  readonly id?: string
  readonly _id: string
  readonly '@timestamp': string
  readonly dataset: string
}

export interface Finding extends EntityEvent {
  readonly dataset: typeof findingsDataset
  /** Epoch milliseconds. */
  readonly due: number
  readonly events: readonly EventReference[]
}

export interface FindingFacts {
  readonly kind: FindingKind
  readonly vendor: Vendor
  readonly tenant: string
  /** Distinguishes the finding from others of its kind with the same due time. */
  readonly entity: readonly string[]
  /** Epoch milliseconds. */
  readonly due: number
  /** One sentence for an analyst. */
  readonly message: string
  readonly events?: readonly EventReference[]
  readonly value?: number
  readonly baseline?: number
  /** The field groups with the account, application and grant of the finding. */
  readonly about?: Pick<EcsDocument, 'oauth' | 'service' | 'user' | 'source' | 'related'>
}

export function groupsOf({ service, user, source, related }: EcsDocument): NonNullable<FindingFacts['about']> {
  return present({ service, user, source, related })
}

export const mostEvents = 20

/** The document of a finding, with an id that follows from its kind, entity and due time. */
export function toFinding(facts: FindingFacts): Finding {
  const { kind, vendor, tenant, entity, due, message, value, baseline, about = {} } = facts
  const events = (facts.events ?? []).slice(0, mostEvents)
  const id = createHash('sha256')
    .update(JSON.stringify([kind, vendor, tenant, ...entity, due]))
    .digest('hex')
  const ids = events.flatMap((event) => event.id ?? [])
  const document: EcsDocument = {
    ...about,
    '@timestamp': isoTime(due),
    // The message may contain names that the creator of the application chose.
    message: visible(message),
    event: { kind: 'event', module: 'consentry', provider: vendor, dataset: findingsDataset, action: kind, id },
    ...(tenant !== '' && { organization: { id: tenant } }),
    oauth: {
      ...about.oauth,
      finding: { kind, due: isoTime(due), ...(ids.length > 0 && { events: ids }), ...present({ value, baseline }) },
    },
  }
  return { dataset: findingsDataset, document, id, due, events }
}

/** The facts of a finding, with the `_id`s of its documents. */
export type UnresolvedFinding = Omit<FindingFacts, 'events'> & { readonly documents: readonly string[] }

/** Creates findings with references to those of their documents that still exist. */
export async function toFindings(
  history: { references(ids: readonly string[]): Promise<readonly EventReference[]> },
  unresolved: readonly UnresolvedFinding[],
): Promise<Finding[]> {
  const found = await history.references(unresolved.flatMap(({ documents }) => documents))
  const byId = new Map(found.map((each) => [each._id, each]))
  return unresolved.map(({ documents, ...facts }) =>
    toFinding({ ...facts, events: documents.flatMap((id) => byId.get(id) ?? []) }),
  )
}

export function referenceTo({ document, id, dataset, origin }: EntityEvent): EventReference {
  const event = document.event.id
  return {
    ...(event !== undefined && { id: event }),
    _id: id,
    '@timestamp': document['@timestamp'] ?? '',
    dataset,
    ...origin,
  }
}
