// A hunt is an analyst's question about stored documents without an alert: an ES|QL query, and how to read its answer.
import type { TechniqueId } from '../../attack/techniques.ts'

export interface Hunt {
  /** Stable, because the ID of the Discover session of the hunt is derived from this ID. */
  readonly id: string
  /** The name of the hunt in Discover. */
  readonly title: string
  readonly question: string
  readonly attack: readonly [TechniqueId, ...TechniqueId[]]
  /** ES|QL over the documents of the default namespace or over its entity indices. */
  readonly query: string
  /** KQL that selects the documents behind the answer; otherwise the reason why KQL cannot select these documents. */
  readonly kql: string | { readonly none: string }
  readonly reading: string
}

export function hunt(value: Hunt): Hunt {
  return value
}
