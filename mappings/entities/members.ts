// A set that merges in any order and stays small: of more members than it keeps, it holds those with the smallest hashes.
import { hash } from 'node:crypto'

export interface StoredMember {
  readonly value: string
  /** Earliest time it was seen, epoch milliseconds. */
  readonly first: number
}

const hashBits = 48
const hashSpace = 2 ** hashBits

/** Uniform in [0, 2^48). Only a full set asks for it. */
function hashOf(value: string): number {
  return Number.parseInt(hash('sha256', value, 'hex').slice(0, hashBits / 4), 16)
}

interface Ranked {
  readonly value: string
  readonly hash: number
}

const above = (a: Ranked, b: Ranked): boolean => a.hash > b.hash || (a.hash === b.hash && a.value > b.value)

/**
 * Values, each with the earliest time it was seen. Exact up to `keep` members; of more, the `keep` smallest hashes stay
 * (a k-minimum-values sketch), and counts are estimates. A member that was pushed out can never come back, so that the
 * result of adding and merging does not depend on order, repetition or on who saw what.
 */
export class Members {
  readonly keep: number
  /** Members were pushed out: counts are estimates. */
  more = false
  readonly #first = new Map<string, number>()
  /** The member with the largest hash, once the set is full. */
  #largest: Ranked | undefined
  /** Hashes of the members, from the moment the set is full. */
  readonly #hashes = new Map<string, number>()

  constructor(keep: number) {
    this.keep = keep
  }

  get size(): number {
    return this.#first.size
  }

  /** Adds a value seen at a time; true when that changed the set. */
  add(value: string, at: number): boolean {
    const known = this.#first.get(value)
    if (known !== undefined) {
      if (known <= at) return false
      this.#first.set(value, at)
      return true
    }
    if (this.#first.size < this.keep) {
      this.#first.set(value, at)
      this.#largest = undefined
      return true
    }
    const ranked = { value, hash: hashOf(value) }
    this.#largest ??= this.#findLargest()
    const changed = !this.more
    this.more = true
    if (this.#largest === undefined || above(ranked, this.#largest)) return changed
    this.#first.delete(this.#largest.value)
    this.#hashes.delete(this.#largest.value)
    this.#first.set(value, at)
    this.#hashes.set(value, ranked.hash)
    this.#largest = this.#findLargest()
    return true
  }

  /** Takes in another set; true when that changed this one. */
  merge(other: Members): boolean {
    let changed = false
    for (const [value, at] of other.#first) changed = this.add(value, at) || changed
    if (other.more && !this.more) {
      this.more = true
      changed = true
    }
    return changed
  }

  /** When a value was first seen; undefined when it never was, or when it was pushed out. */
  first(value: string): number | undefined {
    return this.#first.get(value)
  }

  /** Values first seen before a time, oldest first. */
  before(time: number): string[] {
    return [...this.#first]
      .filter(([, at]) => at < time)
      .sort(([a, atA], [b, atB]) => atA - atB || (a < b ? -1 : 1))
      .map(([value]) => value)
  }

  /** How many values were first seen before a time; an estimate when `more`. */
  countBefore(time: number): number {
    let count = 0
    for (const at of this.#first.values()) if (at < time) count++
    if (!this.more) return count
    this.#largest ??= this.#findLargest()
    const density = (this.size - 1) / ((this.#largest?.hash ?? hashSpace) / hashSpace)
    return Math.max(count, Math.round((density * count) / this.size))
  }

  /** In the order of the values, so that equal sets have equal texts. */
  toStored(): StoredMember[] {
    return [...this.#first].map(([value, first]) => ({ value, first })).sort((a, b) => (a.value < b.value ? -1 : 1))
  }

  static fromStored(stored: readonly StoredMember[], more: boolean, keep: number): Members {
    const members = new Members(keep)
    for (const { value, first } of stored) members.add(value, first)
    if (more) members.more = true
    return members
  }

  #findLargest(): Ranked | undefined {
    let largest: Ranked | undefined
    for (const value of this.#first.keys()) {
      const known = this.#hashes.get(value)
      const ranked = { value, hash: known ?? hashOf(value) }
      if (known === undefined) this.#hashes.set(value, ranked.hash)
      if (largest === undefined || above(ranked, largest)) largest = ranked
    }
    return largest
  }
}
