// A bounded set. Its result does not depend on the merge order. If full, it keeps the members with the smallest hashes.
import { hash } from 'node:crypto'
import { isObject } from '../kernel/json.ts'

export interface StoredMember {
  readonly value: string
  /** Earliest time it was seen, epoch milliseconds. */
  readonly first: number
}

export function isStoredMember(value: unknown): value is StoredMember {
  return isObject(value) && typeof value.value === 'string' && typeof value.first === 'number'
}

const hashBits = 48
const hashSpace = 2 ** hashBits

/** Uniform in [0, 2^48). Only a full set needs hashes. */
function hashOf(value: string): number {
  return Number.parseInt(hash('sha256', value, 'hex').slice(0, hashBits / 4), 16)
}

/** A set of at most this size is searched linearly. Most sets are small, and an index takes memory. */
const lookedThrough = 8

interface Ranked {
  readonly value: string
  readonly hash: number
}

const above = (a: Ranked, b: Ranked): boolean => a.hash > b.hash || (a.hash === b.hash && a.value > b.value)

/**
 * Values, each with its earliest time. The set is exact up to `keep` members. Beyond that, it keeps the `keep` smallest
 * hashes (a k-minimum-values sketch), and counts are estimates. A removed member never returns, so the result does not
 * depend on the order, the repetition or the writer of additions and merges.
 */
export class Members {
  readonly keep: number
  /** True after the set has removed members: counts are then estimates. */
  more = false
  #inserted = 0
  /** By time, then by value. */
  readonly #list: StoredMember[] = []
  /** Times by value, for sets that are too large for a linear search. */
  #index: Map<string, number> | undefined
  /** The member with the largest hash, once the set is full. */
  #largest: Ranked | undefined
  /** Hashes of the members, if the set is full. */
  #hashes: Map<string, number> | undefined

  constructor(keep: number) {
    this.keep = keep
  }

  get size(): number {
    return this.#list.length
  }

  get changes(): number {
    return this.#inserted + Number(this.more)
  }

  /** Returns the earliest time of a value, or undefined if the value was never added or has been removed. */
  first(value: string): number | undefined {
    if (this.#index !== undefined) return this.#index.get(value)
    for (const member of this.#list) if (member.value === value) return member.first
    return undefined
  }

  /** Adds a value seen at a time; true when that changed the set. */
  add(value: string, at: number): boolean {
    const known = this.first(value)
    if (known !== undefined) {
      if (known <= at) return false
      this.#remove(value, known)
      this.#insert(value, at)
      return true
    }
    if (this.size < this.keep) {
      this.#insert(value, at)
      this.#largest = undefined
      return true
    }
    const ranked = { value, hash: hashOf(value) }
    const largest = this.#findLargest()
    const changed = !this.more
    this.more = true
    if (above(ranked, largest)) return changed
    this.#remove(largest.value, this.first(largest.value) as number)
    this.#hashes?.delete(largest.value)
    this.#insert(value, at)
    this.#hashes?.set(value, ranked.hash)
    this.#largest = undefined
    return true
  }

  /** True when adding the value would change nothing. */
  holds(value: string, at: number): boolean {
    const known = this.first(value)
    if (known !== undefined) return known <= at
    return this.more && this.size >= this.keep && above({ value, hash: hashOf(value) }, this.#findLargest())
  }

  /** Merges another set into this set. Returns true if this changes this set. */
  merge(other: Members): boolean {
    let changed = false
    for (const { value, first } of other.#list) changed = this.add(value, first) || changed
    if (other.more && !this.more) {
      this.more = true
      changed = true
    }
    return changed
  }

  /** The members by time. Not to be changed. */
  ordered(): readonly StoredMember[] {
    return this.#list
  }

  /** Members first seen in a span of time, oldest first. */
  between(from: number, until: number): readonly StoredMember[] {
    return this.#list.slice(this.#place(from, ''), this.#place(until, ''))
  }

  /** Values first seen before a time, oldest first; at most `most`. */
  before(time: number, most = Number.POSITIVE_INFINITY): string[] {
    return this.#list.slice(0, Math.min(this.#place(time, ''), most)).map(({ value }) => value)
  }

  /** How many values were first seen before a time; an estimate when `more`. */
  countBefore(time: number): number {
    const count = this.#place(time, '')
    if (!this.more) return count
    const density = (this.size - 1) / (this.#findLargest().hash / hashSpace)
    return Math.max(count, Math.round((density * count) / this.size))
  }

  /** In the order of the values, so that equal sets have equal texts. */
  toStored(): StoredMember[] {
    return [...this.#list].sort((a, b) => (a.value < b.value ? -1 : 1))
  }

  static fromStored(stored: readonly StoredMember[], more: boolean, keep: number): Members {
    const members = new Members(keep)
    for (const { value, first } of stored) members.add(value, first)
    if (more) members.more = true
    return members
  }

  /** Returns the index of the member with this time and value, or its insertion point. */
  #place(time: number, value: string): number {
    let low = 0
    let high = this.#list.length
    while (low < high) {
      const middle = (low + high) >> 1
      const member = this.#list[middle] as StoredMember
      if (member.first < time || (member.first === time && member.value < value)) low = middle + 1
      else high = middle
    }
    return low
  }

  #insert(value: string, first: number): void {
    this.#inserted++
    this.#list.splice(this.#place(first, value), 0, { value, first })
    if (this.#index !== undefined) this.#index.set(value, first)
    else if (this.#list.length > lookedThrough)
      this.#index = new Map(this.#list.map((each) => [each.value, each.first]))
  }

  #remove(value: string, first: number): void {
    this.#list.splice(this.#place(first, value), 1)
    this.#index?.delete(value)
  }

  #findLargest(): Ranked {
    if (this.#largest !== undefined) return this.#largest
    this.#hashes ??= new Map(this.#list.map(({ value }) => [value, hashOf(value)]))
    let largest: Ranked = { value: '', hash: -1 }
    for (const [value, hash] of this.#hashes) {
      const ranked = { value, hash }
      if (above(ranked, largest)) largest = ranked
    }
    this.#largest = largest
    return largest
  }
}
