/** More combinations than any real document has: an array made to exhaust the entity store is truncated. */
const mostCombinations = 1000

/** Returns every combination of one value from each field; empty if a field has no value. */
export function combinations<T>(fields: readonly ((document: object) => readonly T[])[], document: object): T[][] {
  let all: T[][] = [[]]
  for (const field of fields) {
    const values = field(document)
    if (values.length === 1) for (const tuple of all) tuple.push(values[0] as T)
    else
      all = all
        .flatMap((tuple) => values.slice(0, mostCombinations).map((value) => [...tuple, value]))
        .slice(0, mostCombinations)
  }
  return all
}
