import { setMaxListeners } from 'node:events'

/** A signal that aborts at the first SIGTERM or SIGINT; the second then ends the process the usual way. */
export function stopOnSignals(): { readonly signal: AbortSignal; release(): void } {
  const controller = new AbortController()
  // Each request that runs listens.
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
