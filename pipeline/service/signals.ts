import { setMaxListeners } from 'node:events'

/** Returns a signal that aborts at the first SIGTERM or SIGINT. The second one ends the process in the default way. */
export function stopOnSignals(): { readonly signal: AbortSignal; release(): void } {
  const controller = new AbortController()
  // Every running request adds a listener.
  setMaxListeners(0, controller.signal)
  const release = () => {
    process.off('SIGTERM', stop)
    process.off('SIGINT', stop)
  }
  const stop = () => {
    release()
    controller.abort()
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  return { signal: controller.signal, release }
}
