// Items ordered by time. Most items arrive in order; late items are inserted at their position.
import type { Span } from './settings.ts'

export class Timeline<T> {
  readonly #times: number[] = []
  readonly #things: T[] = []

  add(at: number, thing: T): void {
    const place = this.#after(at)
    this.#times.splice(place, 0, at)
    this.#things.splice(place, 0, thing)
  }

  has(at: number): boolean {
    return this.#times[this.#after(at) - 1] === at
  }

  within({ from, until }: Span): T[] {
    return this.#things.slice(this.#after(from), this.#after(until))
  }

  forget(until: number): T[] {
    const end = this.#after(until)
    this.#times.splice(0, end)
    return this.#things.splice(0, end)
  }

  #after(at: number): number {
    const last = this.#times.at(-1)
    if (last === undefined || last <= at) return this.#times.length
    let low = 0
    let high = this.#times.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#times[middle] as number) <= at) low = middle + 1
      else high = middle
    }
    return low
  }
}
