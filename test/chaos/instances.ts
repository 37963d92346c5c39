// Two instances of the service in one consumer group, killed and started again at random.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Deployment, Running, ServiceBench } from '../integration/service/service-bench.ts'

export interface Killing {
  readonly kills: number
  /** Kills after which nobody of the group was left for a while. */
  readonly ofBoth: number
}

export class Instances {
  readonly #start: () => Running
  #running: Running[] = []

  constructor(bench: ServiceBench, deployment: Deployment, group: string) {
    this.#start = () => bench.start(deployment, ['run'], { KAFKA_GROUP: group })
    this.#running = [this.#start(), this.#start()]
  }

  /** SIGKILL to one of the two, now and then to both, after random stretches of life; each is started again. */
  async disturb(kills: number, roll: (below: number) => number): Promise<Killing> {
    let done = 0
    let ofBoth = 0
    while (done < kills) {
      await sleep(1_500 + roll(5_000))
      const both = roll(4) === 0
      for (const i of both ? [0, 1] : [roll(2)]) {
        const instance = this.#running[i] as Running
        instance.child.kill('SIGKILL')
        const { code, stderr } = await instance.ended
        if (code !== null) throw new Error(`an instance had ended of its own accord with ${code}: ${stderr}`)
        done++
      }
      if (both) ofBoth++
      await sleep(roll(1_000))
      this.#running = this.#running.map((each) => (each.child.signalCode === null ? each : this.#start()))
    }
    return { kills: done, ofBoth }
  }

  /** Tells both to stop, and fails unless both end well. */
  async stop(): Promise<void> {
    for (const { child } of this.#running) child.kill('SIGTERM')
    for (const { ended } of this.#running) {
      const { code, stderr } = await ended
      if (code !== 0) throw new Error(`an instance ended with ${code}: ${stderr}`)
    }
  }
}
