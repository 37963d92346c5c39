// The progress of a group, observed in parallel to the faults and not through the proxies.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Deployment, ServiceBench } from '../integration/service/service-bench.ts'

const lookEveryMs = 250

interface ObservedRun {
  readonly bench: ServiceBench
  readonly deployment: Deployment
  readonly group: string
  /** The time on the clock of `performance.now()` when waiting ends. */
  readonly deadline?: number
}

export class Progress {
  readonly #run: ObservedRun
  #committed = 0
  #faultEnded: number | undefined
  #longestMs = 0
  #stopped = false

  constructor(run: ObservedRun) {
    this.#run = run
    void this.#watch()
  }

  get longestRecovery(): number {
    return this.#longestMs / 1000
  }

  /** Whether anything is committed. */
  get hasBegun(): boolean {
    return this.#committed > 0
  }

  /** Marks the end of a fault: the time from here to the next commit counts as recovery. */
  recovering(): void {
    this.#faultEnded = performance.now()
  }

  stop(): void {
    this.#stopped = true
  }

  async isDrained(): Promise<boolean> {
    const { bench, deployment, group } = this.#run
    const ends = await bench.kafka.admin.fetchTopicOffsets(deployment.topic)
    const committed = await bench.kafka.committed(group, deployment.topic)
    return ends.every(({ partition, high }) => high === '0' || committed[partition] === high)
  }

  async until(what: string, holds: () => Promise<boolean>): Promise<void> {
    const { deadline = Number.POSITIVE_INFINITY } = this.#run
    while (!(await holds())) {
      if (this.#stopped) throw new Error(`the run ended: not ${what}`)
      if (performance.now() > deadline) throw new Error(`the run took too long: not ${what}`)
      await sleep(lookEveryMs)
    }
  }

  async #watch(): Promise<void> {
    const { bench, deployment, group } = this.#run
    while (!this.#stopped) {
      const offsets = await bench.kafka.committed(group, deployment.topic).catch(() => [])
      const committed = offsets.reduce((sum, offset) => sum + Math.max(0, Number(offset)), 0)
      if (committed > this.#committed && this.#faultEnded !== undefined) {
        this.#longestMs = Math.max(this.#longestMs, performance.now() - this.#faultEnded)
        this.#faultEnded = undefined
      }
      this.#committed = Math.max(this.#committed, committed)
      await sleep(lookEveryMs)
    }
  }
}
