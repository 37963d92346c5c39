// Keeps the records that this process sent, so that a pass that rereads a period for late records does not send
// them again. It forgets the oldest records; a record that is sent twice has the same document ID.
import { createHash } from 'node:crypto'

/** Digests in one generation. Two generations are kept, with 40 MB at most. */
const mostInGeneration = 250_000
/** Long enough that an attacker who writes into a log cannot create a second record with the same digest. */
const digestBytes = 16

export class RecentRecords {
  readonly #most: number
  #current = new Set<string>()
  #previous = new Set<string>()

  constructor(most = mostInGeneration) {
    this.#most = most
  }

  static digest(source: string, record: string): string {
    return createHash('sha256').update(`${source}\n${record}`).digest().toString('latin1', 0, digestBytes)
  }

  has(digest: string): boolean {
    if (this.#current.has(digest)) return true
    if (!this.#previous.has(digest)) return false
    this.add(digest)
    return true
  }

  add(digest: string): void {
    if (this.#current.size >= this.#most) {
      this.#previous = this.#current
      this.#current = new Set()
    }
    this.#current.add(digest)
  }
}
