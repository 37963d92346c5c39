/** Lets a bounded number of tasks run at a time. */
export class Slots {
  private free: number
  private readonly size: number
  private readonly waiting: (() => void)[] = []
  private readonly idling: (() => void)[] = []

  constructor(size: number) {
    this.size = size
    this.free = size
  }

  /** Resolves when a slot is the caller's. */
  take(): Promise<void> {
    if (this.free > 0) {
      this.free--
      return Promise.resolve()
    }
    return new Promise((resolve) => this.waiting.push(resolve))
  }

  give(): void {
    const next = this.waiting.shift()
    if (next !== undefined) next()
    else if (++this.free === this.size) for (const resolve of this.idling.splice(0)) resolve()
  }

  /** Resolves when no slot is taken. */
  idle(): Promise<void> {
    if (this.free === this.size) return Promise.resolve()
    return new Promise((resolve) => this.idling.push(resolve))
  }
}
