// Counts by name, with an example for each name. The number of names is bounded, regardless of the names that a sender invents.

/** The place of the first occurrence, in the form that `explain` accepts, and its value. */
export interface Example {
  readonly source: string
  /** Number of the record in its source, from 0. */
  readonly record: string
  /** Absent if the name is sufficient. */
  readonly value?: string
}

export interface Counted {
  readonly name: string
  readonly count: number
  readonly example: Example
}

const mostNames = 5_000
const longestName = 300
const longestValue = 200

export function excerpt(text: string): string {
  return text.length <= longestValue ? text : `${text.slice(0, longestValue)}…`
}

export class Tally {
  readonly #counted = new Map<string, { count: number; readonly example: Example }>()
  /** The number of occurrences of names beyond the limit, which are not counted separately. */
  uncounted = 0

  add(name: string, example: () => Example): void {
    const key = name.length <= longestName ? name : `${name.slice(0, longestName)}…`
    const known = this.#counted.get(key)
    if (known !== undefined) known.count++
    else if (this.#counted.size < mostNames) this.#counted.set(key, { count: 1, example: example() })
    else this.uncounted++
  }

  sorted(): Counted[] {
    return [...this.#counted]
      .map(([name, { count, example }]) => ({ name, count, example }))
      .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
  }
}
