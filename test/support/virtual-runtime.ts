import type { Runtime } from '../../pipeline/clients/retry.ts'

/** A runtime in which time passes only by waiting. `waits` lists the pauses; `random` is always the same. */
export function virtualRuntime({ random = 0.5, start = 0 } = {}): Runtime & { readonly waits: number[] } {
  const waits: number[] = []
  let time = start
  return {
    waits,
    now: () => time,
    random: () => random,
    sleep: async (ms, signal) => {
      if (signal?.aborted) return
      waits.push(ms)
      time += ms
    },
  }
}
