import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Overload, waitingMs } from '../../../pipeline/source/kafka-overload.ts'
import { makeMetrics } from '../../../pipeline/telemetry/telemetry.ts'

let happened: string[]
let metrics: ReturnType<typeof makeMetrics>
let overload: Overload

beforeEach(() => {
  vi.useFakeTimers()
  happened = []
  metrics = makeMetrics()
  overload = new Overload({
    metrics,
    pause: () => {
      happened.push('pause')
      return 6
    },
    resume: () => happened.push('resume'),
  })
})
afterEach(() => vi.useRealTimers())

/** Starts a batch. The batch is stored when the returned function is called. */
function batch(): () => Promise<void> {
  let stored: () => void = () => undefined
  const storing = new Promise<void>((resolve) => {
    stored = resolve
  })
  const done = overload.whileInHand(() => overload.whileWaiting(storing))
  return () => {
    stored()
    return done
  }
}

const paused = async () => (await metrics.paused.get()).values[0]?.value

test('fetching stops while all current batches wait, and continues after the last of them', async () => {
  const first = batch()
  const second = batch()
  await vi.advanceTimersByTimeAsync(waitingMs)
  expect(happened).toEqual(['pause'])
  expect(await paused()).toBe(6)
  await first()
  expect(happened).toEqual(['pause'])
  await second()
  expect(happened).toEqual(['pause', 'resume'])
  expect(await paused()).toBe(0)
  expect((await metrics.pauses.get()).values[0]?.value).toBe(1)
})

test('fetching continues when a batch is stored in time', async () => {
  const slow = batch()
  await vi.advanceTimersByTimeAsync(waitingMs)
  expect(happened).toEqual(['pause'])
  await batch()()
  expect(happened).toEqual(['pause', 'resume'])
  await slow()
})

test('fetching does not stop while one batch makes progress', async () => {
  const slow = batch()
  await vi.advanceTimersByTimeAsync(waitingMs / 2)
  const quick = batch()
  await vi.advanceTimersByTimeAsync(waitingMs / 2)
  await quick()
  await slow()
  expect(happened).toEqual([])
})

test('fetching does not stop for a fast store', async () => {
  for (let i = 0; i < 10; i++) {
    const stored = batch()
    await vi.advanceTimersByTimeAsync(waitingMs / 2)
    await stored()
  }
  expect(happened).toEqual([])
})

test('fetching continues even if the store fails', async () => {
  const failing = overload.whileInHand(() =>
    overload.whileWaiting(new Promise<void>((_, reject) => setTimeout(() => reject(new Error('no')), waitingMs * 2))),
  )
  failing.catch(() => undefined)
  await vi.advanceTimersByTimeAsync(waitingMs * 2)
  await expect(failing).rejects.toThrow('no')
  expect(happened).toEqual(['pause', 'resume'])
})
