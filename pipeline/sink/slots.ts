/** Limits the number of tasks that run at a time. */
export class Slots {
  private free: number
  private readonly size: number
  private readonly waiting: (() => void)[] = []
  private readonly idling: (() => void)[] = []

  constructor(size: number) {
    this.size = size
    this.free = size
  }

  /** Resolves when the caller has a slot. Rejects if the signal aborts first; the caller then has no slot to return. */
  async take(signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted()
    if (this.free > 0) {
      this.free--
      return
    }
    await new Promise<void>((resolve, reject) => {
      const abort = () => {
        this.waiting.splice(this.waiting.indexOf(taken), 1)
        reject(signal?.reason)
      }
      const taken = () => {
        signal?.removeEventListener('abort', abort)
        resolve()
      }
      signal?.addEventListener('abort', abort, { once: true })
      this.waiting.push(taken)
    })
  }

  give(): void {
    const next = this.waiting.shift()
    if (next !== undefined) next()
    else if (++this.free === this.size) for (const resolve of this.idling.splice(0)) resolve()
  }

  idle(): Promise<void> {
    if (this.free === this.size) return Promise.resolve()
    return new Promise((resolve) => this.idling.push(resolve))
  }
}
