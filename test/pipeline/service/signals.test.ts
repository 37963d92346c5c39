import { expect, test } from 'vitest'
import { stopOnSignals } from '../../../pipeline/service/signals.ts'

test('the first signal aborts the work, and the second signal has its default effect', () => {
  const before = process.listenerCount('SIGTERM')
  const { signal } = stopOnSignals()
  expect(process.listenerCount('SIGTERM')).toBe(before + 1)
  expect(signal.aborted).toBe(false)
  process.emit('SIGTERM')
  expect(signal.aborted).toBe(true)
  expect(process.listenerCount('SIGTERM')).toBe(before)
  expect(process.listenerCount('SIGINT')).toBe(before)
})

test('a release of the signal handler leaves no listener', () => {
  const before = process.listenerCount('SIGINT')
  stopOnSignals().release()
  expect(process.listenerCount('SIGINT')).toBe(before)
})
