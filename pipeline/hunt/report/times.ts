/** The number of occurrences, and the times of the first and the last. */
export class Times {
  count = 0
  first = ''
  last = ''

  /** `isLast`: false if the time counts, but does not extend the period. */
  add(at: string, isLast = true): void {
    this.join({ count: 1, first: at, last: isLast || this.count === 0 ? at : '' })
  }

  join({ count, first, last }: Pick<Times, 'count' | 'first' | 'last'>): void {
    if (count === 0) return
    if (this.count === 0 || first < this.first) this.first = first
    if (last > this.last) this.last = last
    this.count += count
  }
}
