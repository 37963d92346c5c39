import { expect, test, vi } from 'vitest'
import { watchClock } from '../../../pipeline/service/watch-clock.ts'
import { makeTelemetry } from '../../../pipeline/telemetry/telemetry.ts'

const minute = 60_000

async function watched(...differences: (number | undefined | Error)[]) {
  const telemetry = makeTelemetry({ level: 'silent' })
  const said: unknown[] = []
  vi.spyOn(telemetry.log, 'warn').mockImplementation((facts) => void said.push({ warn: facts }))
  vi.spyOn(telemetry.log, 'info').mockImplementation((facts) => void said.push({ info: facts }))
  const ending = new AbortController()
  const left = [...differences]
  await watchClock({
    difference: async () => {
      const next = left.shift()
      if (left.length === 0) ending.abort()
      if (next instanceof Error) throw next
      return next
    },
    telemetry,
    signal: ending.signal,
    everyMs: 1,
  })
  const { values } = await telemetry.metrics.clockDifference.get()
  return { said, seconds: values[0]?.value }
}

test('a clock that is right, or cannot be compared, causes no message', async () => {
  expect(await watched(4 * minute, undefined, new Error('down'), -4 * minute)).toEqual({ said: [], seconds: -240 })
})

test('a wrong clock is reported once, again after a change, and when it is right', async () => {
  const { said } = await watched(-72 * 60 * minute, -72 * 60 * minute + 1000, 6 * minute, 0, 0)
  expect(said).toMatchObject([
    { warn: { code: 'clock', secondsAhead: -259200 } },
    { warn: { code: 'clock', secondsAhead: 360 } },
    { info: { code: 'clock' } },
  ])
})
