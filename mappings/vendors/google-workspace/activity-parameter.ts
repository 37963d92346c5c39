// The targets of the parameters in the table of a Google application.
import type { CommonFieldName } from '../../fields/document.ts'
import { type FieldType, words } from '../../fields/field.ts'

/**
 * The party or object in a value, in addition to the value itself. An account: the target of the event (`target`), a
 * recipient (`recipient`: its domain is a related host), or another account (`related`). The actor or its network
 * address, if the envelope has none (`user`: sets only the user and not the source). Another network address; a group,
 * a domain, a page, a file, a hash.
 */
export type ParameterRole =
  | 'target'
  | 'target_domain'
  | 'related'
  | 'actor'
  | 'user'
  | 'actor_address'
  | 'group'
  | 'address'
  | 'recipient'
  | 'url'
  | 'file'
  | 'hash'

export interface Parameter {
  /** Dotted place below the stream's block; absent when an ECS field holds it whole. */
  readonly to?: string
  /** Keyword by default. A date may be in any of Google's notations. */
  readonly type?: FieldType
  readonly list?: true
  /** Text that holds several values, separated by commas. */
  readonly split?: true
  /** The parameters inside a message value; the rest of the message stays below `to`. */
  readonly members?: ParameterTable
  /** An ECS field that takes the value too. */
  readonly ecs?: CommonFieldName
  /** This parameter overwrites values of the envelope and of other parameters at its targets. */
  readonly wins?: true
  readonly is?: ParameterRole | readonly ParameterRole[]
}

/** Parameters by their raw name (newer forms: in lower case). A plain text is the path of a keyword. */
export type ParameterTable = Readonly<Record<string, string | Parameter>>

/** Returns keyword parameters that are stored under their own names. `names` is whitespace-separated. */
export function sameName(names: string): ParameterTable {
  return Object.fromEntries(words(names).map((name) => [name, name]))
}
