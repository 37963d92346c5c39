// A hunt is a question that an analyst asks of stored documents without an alert: a query in ES|QL, and how to read its answer.
import type { TechniqueId } from '../../attack/techniques.ts'

export interface Hunt {
  /** Stable: the id of its Discover session follows from it. */
  readonly id: string
  /** How Discover lists it. */
  readonly title: string
  readonly question: string
  readonly attack: readonly [TechniqueId, ...TechniqueId[]]
  /** ES|QL over the documents of the default namespace or over its entity indices. */
  readonly query: string
  /** The documents behind the answer in KQL; a reason where KQL cannot select them. */
  readonly kql: string | { readonly none: string }
  readonly reading: string
}

export function hunt(value: Hunt): Hunt {
  return value
}
