// The table for the derive steps of an application of Google's Reports API. `activity.ts` builds it from a mapping
// file.
import type { ValueOf } from '../../fields/document.ts'
import type { ParameterTable } from './activity-parameter.ts'

/**
 * What of the envelope the documents keep, and how their events are called: Elastic's package has three generations of
 * streams, and two that keep all of it in a block of their own (`chrome` with hyphened actions, `whole` as it is).
 */
export type EnvelopeForm = 'original' | 'extended' | 'newer' | 'chrome' | 'whole'

/** The ECS values of a class of events. */
export interface Verdict {
  /** Empty where ECS has no category for it. */
  readonly category: ValueOf<'event.category'>
  readonly type: ValueOf<'event.type'>
  readonly outcome?: ValueOf<'event.outcome'>
  readonly kind?: 'alert'
}

/** Events by their names; in the newer forms in lower case. A name that ends in `*` stands for all that begin like it. */
export interface EventClass extends Verdict {
  readonly names: readonly string[]
}

/** The ECS values that follow from a parameter value, in addition to those from the event name. */
export interface ValueClass extends Partial<Verdict> {
  /** The only event that it holds for; absent: whatever the event. */
  readonly of?: string
  /** In lower case; a value that ends in `*` stands for all that begin like it. */
  readonly values: readonly string[]
}

/** What the derive steps of an application work by. */
export interface ActivityTable {
  /** The application's block below `google_workspace`. */
  readonly stream: string
  readonly envelope: EnvelopeForm
  /** `observer.product`. */
  readonly product?: string
  readonly parameters: ParameterTable
  /** Beginning of parameter names that the fields leave out. */
  readonly prefix?: string
  /** Of an event without a name. */
  readonly otherwise: Verdict
  /** By event name. */
  readonly outcomes: Readonly<Record<string, ValueOf<'event.outcome'>>>
  readonly alerts: readonly string[]
  /** By parameter name. */
  readonly refinedBy: Readonly<Record<string, readonly ValueClass[]>>
  /** What data an application touches when the event is its doing. */
  readonly data?: ValueOf<'oauth.activity.kind'>
  /** Users change their own accounts: the actor is the target. */
  readonly ownAccount?: true
  /** `source.user.name` is the local part of the address although the form is newer. */
  readonly shortNames?: true
  /** Members of a message can also be neighbors of it, under a name with dots: `message_info.subject`. */
  readonly dottedNames?: true
}

/** The forms with event and parameter names in any case. */
export function isNewer(form: EnvelopeForm): boolean {
  return form === 'newer' || form === 'chrome' || form === 'whole'
}
