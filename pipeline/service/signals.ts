import { setMaxListeners } from 'node:events'

/** SIGHUP: the terminal was closed. */
const stops = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const

let last: NodeJS.Signals | undefined

/** Returns the signal that stopped the last work. */
export const stoppedBy = (): NodeJS.Signals | undefined => last

/** Returns a signal that aborts at the first stop request. The second request has its default effect. */
export function stopOnSignals(reason?: Error): { readonly signal: AbortSignal; release(): void } {
  const controller = new AbortController()
  // Every running request adds a listener.
  setMaxListeners(0, controller.signal)
  const release = () => {
    for (const each of stops) process.off(each, stop)
  }
  const stop = (name: NodeJS.Signals) => {
    last = name
    release()
    controller.abort(reason)
  }
  for (const each of stops) process.on(each, stop)
  return { signal: controller.signal, release }
}
