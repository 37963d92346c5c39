import { expect, it } from 'vitest'
import { Retry } from '../../../pipeline/clients/retry.ts'
import { retryAfterMs } from '../../../pipeline/clients/retry-after.ts'
import { DependencyError } from '../../../pipeline/errors/dependency-error.ts'
import { virtualRuntime } from '../../support/virtual-runtime.ts'

const busy = (retryAfter?: number) =>
  new DependencyError('es_unavailable', 'busy', { retryable: true, retryAfterMs: retryAfter })
const policy = { baseMs: 100, capMs: 1000 }

/** Returns the number of pauses before the error is passed on, at most 50. */
async function pauses(retry: Retry, error = busy()): Promise<number> {
  for (let n = 0; n < 50; n++) {
    try {
      await retry.pause(error)
    } catch (thrown) {
      expect(thrown).toBe(error)
      return n
    }
  }
  return 50
}

it('the wait before a retry doubles with each failure up to the maximum', async () => {
  const runtime = virtualRuntime({ random: 1 })
  const retry = new Retry(policy, runtime)
  for (let n = 0; n < 6; n++) await retry.pause(busy())
  expect(runtime.waits).toEqual([100, 200, 400, 800, 1000, 1000])
})

it('up to half of the wait before a retry is random, so that instances do not retry at the same time', () => {
  const waitOf = (random: number) => new Retry(policy, virtualRuntime({ random })).next()
  expect([waitOf(0), waitOf(0.501), waitOf(1)]).toEqual([50, 75, 100])
})

it('full progress resets the retry backoff, half shortens it, and less does not change it', async () => {
  const runtime = virtualRuntime({ random: 1 })
  const retry = new Retry(policy, runtime)
  for (let n = 0; n < 4; n++) await retry.pause(busy())
  for (const share of [0.5, 0.49, 0, 1]) {
    retry.progress(share)
    await retry.pause(busy())
  }
  expect(runtime.waits).toEqual([100, 200, 400, 800, 400, 800, 1000, 100])
})

it('the wait before a retry is at least the wait that the server requests, even above the maximum', async () => {
  const runtime = virtualRuntime({ random: 1 })
  const retry = new Retry(policy, runtime)
  await retry.pause(busy(5000))
  await retry.pause(busy(10))
  expect(runtime.waits).toEqual([5000, 200])
})

it('the wait before a retry is five minutes if the server requests days', () => {
  expect(new Retry(policy, virtualRuntime()).next(86_400_000)).toBe(300_000)
})

it.each<[string, number, object, DependencyError, number[] | undefined]>([
  ['when the patience expires without progress', 4, { patienceMs: 1500 }, busy(), [100, 200, 400, 800]],
  ['at once if the server requests a longer wait than the patience', 0, { patienceMs: 1500 }, busy(60_000), []],
  ['after the last attempt, including the first attempt', 3, { attempts: 4 }, busy(), undefined],
  ['never without limits for patience and attempts', 50, {}, busy(), undefined],
  ['at once for a refusal', 0, {}, new DependencyError('es_refused', 'no'), []],
  [
    'at once for a request that is too large',
    0,
    {},
    new DependencyError('es_too_large', 'no', { retryable: true }),
    [],
  ],
])('retries end %s: after %d pauses', async (_, count, limits, error, waits) => {
  const runtime = virtualRuntime({ random: 1 })
  expect(await pauses(new Retry({ ...policy, ...limits }, runtime), error)).toBe(count)
  if (waits !== undefined) expect(runtime.waits).toEqual(waits)
})

it('retries end later after progress', async () => {
  const runtime = virtualRuntime({ random: 1 })
  const retry = new Retry({ ...policy, patienceMs: 1500 }, runtime)
  await retry.pause(busy())
  await retry.pause(busy())
  await retry.pause(busy())
  retry.progress(0.001)
  expect(await pauses(retry)).toBe(1)
  expect(runtime.waits).toEqual([100, 200, 400, 800])
})

it('retries end when the signal aborts, before or during a wait', async () => {
  const stop = new AbortController()
  const runtime = virtualRuntime()
  const during = { ...runtime, sleep: async () => stop.abort() }
  await expect(new Retry(policy, during, stop.signal).pause(busy())).rejects.toMatchObject({ code: 'es_aborted' })
  await expect(new Retry(policy, runtime, stop.signal).pause(busy())).rejects.toMatchObject({ code: 'es_aborted' })
  expect(runtime.waits).toEqual([])
})

const now = Date.parse('2026-03-02T00:00:00Z')

it('the header Retry-After is read as seconds or as a date', () => {
  expect(retryAfterMs('120', now)).toBe(120_000)
  expect(retryAfterMs('Mon, 02 Mar 2026 00:00:30 GMT', now)).toBe(30_000)
  expect(retryAfterMs('Sun, 01 Mar 2026 00:00:00 GMT', now)).toBe(0)
})

it('the header Retry-After is ignored if it is neither seconds nor a date', () => {
  for (const header of [undefined, null, '', 'soon', '-5', '2026-03-03T00:00:00Z', ['1']])
    expect(retryAfterMs(header, now)).toBeUndefined()
})
