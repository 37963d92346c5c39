// Random numbers from a seed: a campaign is the same records every time.
import { hash } from 'node:crypto'

export class Random {
  readonly #seed: string
  #count = 0

  /** @param seed any text; the name of the campaign. */
  constructor(seed: string) {
    this.#seed = seed
  }

  #digest(): Buffer {
    return hash('sha256', `${this.#seed}/${this.#count++}`, 'buffer')
  }

  /** A number from 0 to 1, without 1. */
  number(): number {
    return this.#digest().readUIntBE(0, 6) / 2 ** 48
  }

  /** A whole number from `least` to `most`. */
  integer(least: number, most: number): number {
    return least + Math.floor(this.number() * (most - least + 1))
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.integer(0, items.length - 1)]
    if (item === undefined) throw new RangeError('pick from an empty list')
    return item
  }

  /** A UUID in lower case. */
  uuid(): string {
    const hex = this.#digest().toString('hex')
    return [
      hex.slice(0, 8),
      hex.slice(8, 12),
      `4${hex.slice(13, 16)}`,
      `a${hex.slice(17, 20)}`,
      hex.slice(20, 32),
    ].join('-')
  }

  /** Digits, the first not 0, as in Google's ids. */
  digits(length: number): string {
    return Array.from({ length }, (_, i) => this.integer(i === 0 ? 1 : 0, 9)).join('')
  }
}
