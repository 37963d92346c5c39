// Lists of distinct values. Nearly all lists are short, and comparing a few values is cheaper than a set.
const few = 16

export class Distinct<T> {
  readonly list: T[] = []
  #seen: Set<T> | undefined

  add(value: T): void {
    if (this.#seen === undefined) {
      if (this.list.includes(value)) return
      if (this.list.length === few) this.#seen = new Set(this.list)
    } else if (this.#seen.has(value)) return
    this.#seen?.add(value)
    this.list.push(value)
  }
}
