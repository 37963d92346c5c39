import { afterEach, expect, it, vi } from 'vitest'
import { makeProgress, watchCollection } from '../../../pipeline/cli/progress.ts'

afterEach(() => void vi.useRealTimers())

/** A stream that keeps what is written. */
function recorder(isTTY = false) {
  const lines: string[] = []
  return { lines, stream: { isTTY, write: (text: string | Uint8Array) => lines.push(String(text)) > 0 } }
}

/** Returns the output of a run of 25 seconds with an update each second. */
function written(isTTY: boolean, quiet = false): string[] {
  const { lines, stream } = recorder(isTTY)
  let now = 1_000_000
  const progress = makeProgress(stream, quiet, () => now)
  for (let second = 1; second <= 25; second++) {
    now += 1000
    progress.update({ records: second * 1000, bytesRead: second, bytesTotal: 50 })
  }
  progress.end()
  return lines
}

it('the progress of a command is one line every ten seconds without a terminal', () => {
  expect(written(false)).toEqual(['10,000 records · 1,000/s · 40 s left\n', '20,000 records · 1,000/s · 30 s left\n'])
})

it('the progress of a command includes the work after the last record', () => {
  const { lines, stream } = recorder()
  let now = 1_000_000
  const progress = makeProgress(stream, false, () => now)
  progress.update({ records: 1000 })
  for (let second = 1; second <= 25; second++) {
    now += 1000
    progress.stage(() => `${second} documents evaluated`)
  }
  expect(lines).toEqual(['10 documents evaluated\n', '20 documents evaluated\n'])
})

it('the progress of a command updates one line of a terminal, and clears the line at the end', () => {
  const lines = written(true)
  expect(lines).toHaveLength(26)
  expect(lines.every((line) => line.startsWith('\r\u001b[K') && !line.includes('\n'))).toBe(true)
  expect(lines.at(-1)).toBe('\r\u001b[K')
})

it('the progress of a command is not written with --quiet', () => {
  expect([written(false, true), written(true, true)]).toEqual([[], []])
})

it('the progress of a collection names the reason for a wait while no records arrive', () => {
  vi.useFakeTimers()
  const { lines, stream } = recorder()
  const { observers, end } = watchCollection(stream, false)
  observers.onProgress(1200)
  observers.onRetry('Microsoft Graph: GET /v1.0/users: throttled', 20_000)
  vi.advanceTimersByTime(25_000)
  observers.onProgress(1300)
  vi.advanceTimersByTime(10_000)
  end()
  const waiting = '1,200 records; trying again: Microsoft Graph: GET /v1.0/users: throttled\n'
  expect(lines).toEqual([waiting, waiting, '1,300 records\n'])
})

it('a collection with --quiet has no timer', () => {
  vi.useFakeTimers()
  const { end } = watchCollection(recorder().stream, true)
  expect(vi.getTimerCount()).toBe(0)
  end()
})

it.each([false, true])('a collection reports a long wait when it begins, with its length (--quiet: %s)', (quiet) => {
  const { lines, stream } = recorder()
  const { observers, end } = watchCollection(stream, quiet)
  observers.onRetry('throttled by the vendor: Microsoft Graph: GET /v1.0/users: status 429', 300_000)
  observers.onProgress(1300)
  end()
  const line = 'trying again in 5 min: throttled by the vendor: Microsoft Graph: GET /v1.0/users: status 429\n'
  expect(lines).toEqual(quiet ? [] : [line])
})

it('a step without news writes its progress line every ten seconds, counted from the start of the process', () => {
  vi.useFakeTimers()
  const { lines, stream } = recorder()
  const clock = () => vi.getMockedSystemTime()?.getTime() ?? 0
  const progress = makeProgress(stream, false, clock, clock() - 6000)
  progress.stage(() => 'writing the results')
  vi.advanceTimersByTime(4000)
  expect(lines).toHaveLength(1)
  vi.advanceTimersByTime(10_000)
  expect(lines).toEqual(['writing the results\n', 'writing the results\n'])
  progress.end()
})
