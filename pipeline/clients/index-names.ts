// A reindex may replace an index with an alias of the same name (Kibana's Upgrade Assistant does). Requests for this name
// still work, but responses contain the name of the new index.

/** An index in the response of `GET /NAME`. */
export interface IndexAnswer {
  readonly aliases?: Readonly<Record<string, unknown>>
}

/** Returns the names of an index: its own name and its aliases. */
export const namesOf = (index: string, { aliases = {} }: IndexAnswer): string[] => [index, ...Object.keys(aliases)]
