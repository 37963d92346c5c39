// The progress of a group, observed in parallel to the faults and not through the proxies.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Deployment, ServiceBench } from '../integration/service/service-bench.ts'

interface ObservedRun {
  readonly bench: ServiceBench
  readonly deployment: Deployment
  readonly group: string
  /** The time on the clock of `performance.now()` when waiting ends. */
  readonly deadline?: number
}

export class Progress {
  readonly #run: ObservedRun
  #stopped = false

  constructor(run: ObservedRun) {
    this.#run = run
  }

  stop(): void {
    this.#stopped = true
  }

  /** Whether anything is committed. */
  async hasBegun(): Promise<boolean> {
    return (await this.#committed()).some((offset) => Number(offset) > 0)
  }

  async isDrained(): Promise<boolean> {
    const { bench, deployment } = this.#run
    const ends = await bench.kafka.admin.fetchTopicOffsets(deployment.topic)
    const committed = await this.#committed()
    return ends.every(({ partition, high }) => high === '0' || committed[partition] === high)
  }

  async until(what: string, holds: () => Promise<boolean>): Promise<void> {
    const { deadline = Number.POSITIVE_INFINITY } = this.#run
    while (!(await holds())) {
      if (this.#stopped) throw new Error(`the run ended: not ${what}`)
      if (performance.now() > deadline) throw new Error(`the run took too long: not ${what}`)
      await sleep(250)
    }
  }

  /** The committed offsets; none while the group has no coordinator. */
  #committed(): Promise<string[]> {
    const { bench, deployment, group } = this.#run
    return bench.kafka.committed(group, deployment.topic).catch(() => [])
  }
}
