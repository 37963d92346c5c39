// What is kept of a stream of unknown length, in bounded memory.

/** The first and the last members of a stream, and how many came between them. */
export class Ends<T> {
  readonly #first: T[] = []
  readonly #last: T[] = []
  readonly #mostFirst: number
  #mostLast: number
  #between = 0

  constructor(first: number, last: number) {
    this.#mostFirst = first
    this.#mostLast = last
  }

  add(member: T): void {
    if (this.#first.length < this.#mostFirst) this.#first.push(member)
    else if (this.#mostLast === 0) this.#between++
    else {
      this.#last.push(member)
      if (this.#last.length <= this.#mostLast) return
      this.#last.shift()
      this.#between++
    }
  }

  /** Counts members that nobody has any more, as between the ends. */
  skip(members: number): void {
    this.#between += members
  }

  /** From now on keeps more of the last ones. */
  widen(last: number): void {
    this.#mostLast = Math.max(last, this.#mostLast)
  }

  get first(): readonly T[] {
    return this.#first
  }

  get last(): readonly T[] {
    return this.#last
  }

  get between(): number {
    return this.#between
  }

  get count(): number {
    return this.#first.length + this.#between + this.#last.length
  }
}

export interface Sighting {
  readonly value: string
  readonly count: number
  readonly first: string
  readonly last: string
  readonly note?: string
}

/** Different values with how often and when they were seen. Those that come when it is full are only counted. */
export class Sightings {
  readonly #seen = new Map<string, { count: number; first: string; last: string; note?: string }>()
  readonly #most: number
  /** Sightings of values that found no place. */
  missed = 0

  constructor(most: number) {
    this.#most = most
  }

  /** Times are ISO 8601 in UTC. The first note counts. */
  add(value: string, at: string, note?: string): void {
    const known = this.#seen.get(value)
    if (known !== undefined) {
      known.count++
      if (at < known.first) known.first = at
      if (at > known.last) known.last = at
    } else if (this.#seen.size >= this.#most) this.missed++
    else this.#seen.set(value, { count: 1, first: at, last: at, ...(note !== undefined && { note }) })
  }

  /** Takes what was seen elsewhere. */
  addAll(others: Sightings): void {
    this.missed += others.missed
    for (const { value, count, first, last, note } of others.list()) {
      this.add(value, first, note)
      const known = this.#seen.get(value)
      if (known === undefined) this.missed += count - 1
      else {
        known.count += count - 1
        if (last > known.last) known.last = last
      }
    }
  }

  list(): Sighting[] {
    return [...this.#seen].map(([value, facts]) => ({ value, ...facts }))
  }
}

/** The note about the cut is shorter than that: a truncated text is not truncated again. */
const slack = 40

/** Text of a record, not much longer than it is of use. */
export function cut(text: string, most: number): string {
  if (text.length <= most + slack) return text
  // A pair of surrogates is one character.
  const end = /[\ud800-\udbff]/.test(text.charAt(most - 1)) ? most - 1 : most
  return `${text.slice(0, end)}… (${text.length - end} more characters)`
}

/** A sentence in which a name of 10,000 characters must not hide the action. */
export function cutSentence(
  sentence: string,
  name: string | undefined,
  most: { sentence: number; name: number },
): string {
  const short = name === undefined ? undefined : cut(name, most.name)
  const readable =
    name === undefined || short === undefined || short === name ? sentence : sentence.replaceAll(name, () => short)
  return cut(readable, most.sentence)
}
