import { expect, test } from 'vitest'
import { stopOnSignals } from '../../../pipeline/service/signals.ts'

test('the first signal aborts, and the second is left to do what it always does', () => {
  const before = process.listenerCount('SIGTERM')
  const { signal } = stopOnSignals()
  expect(process.listenerCount('SIGTERM')).toBe(before + 1)
  expect(signal.aborted).toBe(false)
  process.emit('SIGTERM')
  expect(signal.aborted).toBe(true)
  expect(process.listenerCount('SIGTERM')).toBe(before)
  expect(process.listenerCount('SIGINT')).toBe(before)
})

test('released, it leaves no listener behind', () => {
  const before = process.listenerCount('SIGINT')
  stopOnSignals().release()
  expect(process.listenerCount('SIGINT')).toBe(before)
})
