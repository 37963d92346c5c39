/** Counts occurrences by key. */
export class Counter<K = string> extends Map<K, number> {
  add(key: K, times = 1): void {
    this.set(key, this.of(key) + times)
  }

  /** 0 for a key that did not occur. */
  of(key: K): number {
    return this.get(key) ?? 0
  }

  get total(): number {
    return [...this.values()].reduce((sum, times) => sum + times, 0)
  }

  sorted(): Record<string, number> {
    return Object.fromEntries([...this].sort(([a], [b]) => (a < b ? -1 : 1)))
  }
}
