import { setImmediate } from 'node:timers/promises'
import type { Runtime } from '../../pipeline/clients/retry.ts'

export interface VirtualRuntime extends Runtime {
  /** The present, which a test may change. */
  at: number
  /** The pauses. */
  readonly waits: number[]
}

/** A runtime in which time passes only by waiting. `random` is always the same. */
export function virtualRuntime({ random = 0.5, start = 0 } = {}): VirtualRuntime {
  const runtime: VirtualRuntime = {
    at: start,
    waits: [],
    now: () => runtime.at,
    random: () => random,
    sleep: async (ms, signal) => {
      if (signal?.aborted) return
      runtime.waits.push(ms)
      runtime.at += ms
      await setImmediate()
    },
  }
  return runtime
}
