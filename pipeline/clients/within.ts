import { setTimeout as sleep } from 'node:timers/promises'

/** Waits for work, but at most `ms`, so that a server that does not respond cannot delay the end of a process. */
export async function within(ms: number, work: Promise<unknown>): Promise<void> {
  const done = new AbortController()
  const over = sleep(ms, undefined, { signal: done.signal }).catch(() => undefined)
  await Promise.race([work, over])
  done.abort()
}
