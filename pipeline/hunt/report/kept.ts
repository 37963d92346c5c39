// Keeps a part of a stream of unknown length in bounded memory.
import { lookedUp } from '../../../mappings/kernel/looked-up.ts'

/** Whether a map or a set has a key, or room for it. */
export function hasRoom<K>(kept: ReadonlyMap<K, unknown> | ReadonlySet<K>, key: K, most: number): boolean {
  return kept.has(key) || kept.size < most
}

/** The value of a key, created on first use; undefined if the map has no room for it. */
export function keptIn<K, V>(map: Map<K, V>, key: K, most: number, make: () => NoInfer<V>): V | undefined {
  return hasRoom(map, key, most) ? lookedUp(map, key, make) : undefined
}

/** The first and the last members of a stream, and the number of members between them. */
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

  /** Counts members that are no longer available as members between the ends. */
  skip(members: number): void {
    this.#between += members
  }

  /** Keeps more of the last members from now on. */
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

/** The note about the cut is shorter than that: a truncated text is not truncated again. */
const slack = 40

/** Truncates the text of a record to about a given length, after a word and outside a quoted name if one is near. */
export function cut(text: string, most: number): string {
  if (text.length <= most + slack) return text
  const end = endOfCut(text, most)
  return `${text.slice(0, end)}… (${text.length - end} more characters)`
}

function endOfCut(text: string, most: number): number {
  const part = text.slice(0, most)
  const isInName = (part.split('"').length - 1) % 2 === 1
  const closed = isInName ? text.indexOf('"', most) + 1 : 0
  if (closed > 0 && closed <= most + slack) return closed
  const word = isInName ? part.lastIndexOf('"') : /\s/.test(text.charAt(most)) ? most : part.search(/\s\S*$/)
  if (word > 0 && most - word <= slack) return part.slice(0, word).trimEnd().length
  // A surrogate pair is one character and must not be split.
  return /[\ud800-\udbff]/.test(text.charAt(most - 1)) ? most - 1 : most
}

/** Truncates a sentence so that a name of 10,000 characters does not hide the action. */
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
