// The maximum size of a bulk request. The limit of the server, or of a proxy in front of the server, may change: the
// maximum shrinks after a 413 response, and grows again after successful requests.
import { smallestLimit } from '../clients/in-parts.ts'

/** Called after each change of the limit. */
export type OnLimit = (bytes: number, change: 'smaller' | 'larger') => void

/** The number of accepted requests, each of at least half the limit, after which the limit grows. */
const firstWait = 20
/** Each refused attempt to raise the limit doubles the number of requests before the next attempt, up to this number. */
const longestWait = 10_000

export class RequestLimit {
  bytes: number
  readonly #most: number
  readonly #onChange: OnLimit
  #wait = firstWait
  #accepted = 0
  #isTrial = false

  constructor(most: number, onChange: OnLimit = () => undefined) {
    this.bytes = most
    this.#most = most
    this.#onChange = onChange
  }

  /** Halves the limit after the server refused a request of this size. */
  refused(length: number): void {
    this.#accepted = 0
    if (this.#isTrial) this.#wait = Math.min(this.#wait * 2, longestWait)
    this.#isTrial = false
    const bytes = Math.max(Math.ceil(length / 2), smallestLimit)
    if (bytes < this.bytes) this.#change(bytes, 'smaller')
  }

  /** Doubles the limit after enough requests. Requests of less than half the limit do not count: they prove nothing. */
  accepted(length: number): void {
    if (this.bytes >= this.#most || length * 2 < this.bytes || ++this.#accepted < this.#wait) return
    if (this.#isTrial) this.#wait = firstWait
    this.#accepted = 0
    this.#isTrial = true
    this.#change(Math.min(this.bytes * 2, this.#most), 'larger')
  }

  #change(bytes: number, change: 'smaller' | 'larger'): void {
    this.bytes = bytes
    this.#onChange(bytes, change)
  }
}
