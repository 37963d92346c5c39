// The changes that current annotations would make to a stored document.
import { isDeepStrictEqual } from 'node:util'
import type { Environment } from '../../mappings/environment/environment.ts'
import type { EcsDocument } from '../../mappings/fields/document.ts'
import { words } from '../../mappings/fields/field.ts'
import { annotationsOf, putAnnotations } from '../entity-store/annotate.ts'
import { Lookup } from '../entity-store/lookup.ts'
import { withoutAnnotations } from '../entity-store/remove-annotations.ts'
import type { Reader } from '../entity-store/store.ts'
import { readSubject, type Subject } from '../entity-store/subject.ts'

/** The members of a document from which annotations are made, and the annotations to compare. */
export const comparedMembers = words(`
  @timestamp event.action event.dataset event.kind event.module event.outcome event.provider group.domain group.name oauth organization.id
  google_workspace.drive.file.id google_workspace.drive.file.owner.email saas.factor_changed saas.logon.federated saas.logon.interactive saas.mailbox saas.sharing.external saas.source.hosting source.as.number source.geo.country_iso_code source.ip
  source.user.email url.original user.domain user.email user.id user.name user.target
  user_agent.name user_agent.original
`)

interface Stored<T> {
  /** The value by which the caller knows the document. */
  readonly of: T
  readonly id: string
  readonly document: EcsDocument
}

export interface Prepared<T> extends Stored<T> {
  /** Its document has no annotations. */
  readonly subject: Subject
}

/** Returns the documents without their annotations, each with its subject. */
export function prepare<T>(documents: readonly Stored<T>[]): Prepared<T>[] {
  return documents.flatMap((stored) => {
    const { id, document } = stored
    const { oauth: annotated = {}, ...others } = document
    const oauth = withoutAnnotations(annotated)
    // The record of a new member of a group has no group of its own.
    const bare = Object.keys(oauth).length === 0 ? others : { ...others, oauth }
    const subject = readSubject({ id, dataset: document.event.dataset ?? '', document: bare })
    return subject === undefined ? [] : [{ ...stored, subject }]
  })
}

/** The prepared documents with different annotations now, each as corrected. */
export function differing<T>(
  prepared: readonly Prepared<T>[],
  reader: Reader,
  environment: Environment,
): { readonly of: T; readonly document: EcsDocument }[] {
  const lookup = new Lookup(reader)
  return prepared.flatMap(({ of, document, subject }) => {
    const annotations = annotationsOf(subject, lookup, environment)
    // Reading may run again, so the prepared document must not change.
    const oauth = subject.oauth && { ...subject.oauth }
    const corrected: EcsDocument = oauth === undefined ? { ...subject.document } : { ...subject.document, oauth }
    if (annotations !== undefined) putAnnotations({ ...subject, document: corrected, oauth }, annotations)
    return sameMembers(document.oauth, corrected.oauth) ? [] : [{ of, document: corrected }]
  })
}

type Group = Readonly<Record<string, unknown>>

const isGroup = (value: unknown): value is Group => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Compares member by member: the order of members has no meaning, and an empty group equals a missing group. */
function sameMembers(one: unknown, other: unknown): boolean {
  const [left, right] = [one ?? {}, other ?? {}]
  if (!isGroup(left) || !isGroup(right)) return isDeepStrictEqual(left, right)
  for (const name of Object.keys(left)) if (!sameMembers(left[name], right[name])) return false
  for (const name of Object.keys(right)) if (!(name in left) && !sameMembers(undefined, right[name])) return false
  return true
}
