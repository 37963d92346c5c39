// The table for the derive steps of an application of Google's Reports API. `activity.ts` builds it from a mapping
// file.
import type { ValueOf } from '../../fields/document.ts'
import type { ParameterTable } from './activity-parameter.ts'

/**
 * The envelope members in the documents, and the action names. Elastic's package has three generations of streams, and
 * two streams with the whole envelope in its own block (`chrome`: hyphenated actions, `whole`: unchanged actions).
 */
export type EnvelopeForm = 'original' | 'extended' | 'newer' | 'chrome' | 'whole'

export interface Verdict {
  /** Empty if ECS has no category for the events. */
  readonly category: ValueOf<'event.category'>
  readonly type: ValueOf<'event.type'>
  readonly outcome?: ValueOf<'event.outcome'>
  readonly kind?: 'alert'
}

export interface EventClass extends Verdict {
  /** Whitespace-separated (newer forms: in lower case). A name that ends in `*` matches all names with this prefix. */
  readonly names: string
}

/** The ECS values that follow from a parameter value, in addition to those from the event name. */
export interface ValueClass extends Partial<Verdict> {
  /** The only event to which the values apply. Default: all events. */
  readonly of?: string
  /** Values in lower case. A value that ends in `*` matches all values with this prefix. */
  readonly values: readonly string[]
}

/** The input of an application's derive steps. */
export interface ActivityTable {
  /** The application's block below `google_workspace`. */
  readonly stream: string
  readonly envelope: EnvelopeForm
  /** `observer.product`. */
  readonly product?: string
  readonly parameters: ParameterTable
  /** Prefix of parameter names that the field names omit. */
  readonly prefix?: string
  /** The ECS values of an event without a name. */
  readonly otherwise: Verdict
  /** By event name. */
  readonly outcomes: Readonly<Record<string, ValueOf<'event.outcome'>>>
  readonly alerts: readonly string[]
  /** By parameter name. */
  readonly refinedBy: Readonly<Record<string, readonly ValueClass[]>>
  /** The kind of data that an application accesses if it causes the event. */
  readonly data?: ValueOf<'oauth.activity.kind'>
  /** Events by which users change their own accounts: the actor is the target. */
  readonly ownAccount?: 'all' | readonly string[]
  /** `source.user.name` is the local part of the address although the form is newer. */
  readonly shortNames?: true
  /** Members of a message can also be separate parameters, under a dotted name: `message_info.subject`. */
  readonly dottedNames?: true
}

/** Returns true for the forms with event and parameter names in any case. */
export function isNewer(form: EnvelopeForm): boolean {
  return form === 'newer' || form === 'chrome' || form === 'whole'
}
