import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { transformBatch } from '../../../pipeline/service/transform-batch.ts'
import { makeTelemetry } from '../../../pipeline/telemetry/telemetry.ts'
import { event, value } from './fake-world.ts'

const telemetry = makeTelemetry({ level: 'silent' })

function busy(ms: number): void {
  for (const end = performance.now() + ms; performance.now() < end; );
}

it('the transformation of a batch yields to other tasks between the events of one value', async () => {
  let turns = 0
  let over = false
  const others = (async () => {
    for (; !over; turns++) await setImmediate()
  })()
  const transform = function* () {
    for (let i = 0; i < 40; i++) {
      busy(5)
      yield event(String(i), value('a'))
    }
  }
  const { events } = await transformBatch(
    { values: [value('a')], signal: new AbortController().signal },
    transform,
    telemetry,
  )
  over = true
  await others
  expect(events).toHaveLength(40)
  expect(turns).toBeGreaterThan(3)
})

it('the transformation of a batch stops when the batch is abandoned', async () => {
  const abandon = new AbortController()
  let made = 0
  const transform = function* () {
    for (; made < 1_000; made++) {
      busy(5)
      abandon.abort(new Error('partition lost'))
      yield event(String(made), value('a'))
    }
  }
  await expect(transformBatch({ values: [value('a')], signal: abandon.signal }, transform, telemetry)).rejects.toThrow(
    'partition lost',
  )
  expect(made).toBeLessThan(100)
})

it('an exception in the transformation of a batch keeps earlier documents of the value, and dead-letters the value', async () => {
  const transform = function* () {
    yield event('a', value('a'))
    throw new Error('bug')
  }
  const { signal } = new AbortController()
  const { events, failures } = await transformBatch({ values: [value('whole')], signal }, transform, telemetry)
  expect(events).toHaveLength(1)
  expect(failures).toMatchObject([{ code: 'mapping_failed', raw: 'whole' }])
})
