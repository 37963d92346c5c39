import { expect, test } from 'vitest'
import { endOfService, exitCodeOf } from '../../../pipeline/cli/exit.ts'
import { DependencyError } from '../../../pipeline/errors/dependency-error.ts'
import { stopOnSignals } from '../../../pipeline/service/signals.ts'

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
  'the first %s aborts the work, and the second signal has its default effect',
  (stop) => {
    const before = process.listenerCount(stop)
    const { signal } = stopOnSignals()
    expect(process.listenerCount(stop)).toBe(before + 1)
    expect(signal.aborted).toBe(false)
    process.emit(stop, stop)
    expect(endOfService()).toBe(stop === 'SIGHUP' ? 129 : 0)
    expect(exitCodeOf(new DependencyError('interrupted', ''))).toBe(stop === 'SIGHUP' ? 129 : 130)
    expect(signal.aborted).toBe(true)
    expect(process.listenerCount(stop)).toBe(before)
    expect(process.listenerCount('SIGINT')).toBe(before)
  },
)

test('a release of the signal handler leaves no listener', () => {
  const before = process.listenerCount('SIGINT')
  stopOnSignals().release()
  expect(process.listenerCount('SIGINT')).toBe(before)
})
