import { setImmediate } from 'node:timers/promises'
import { Kafka } from 'kafkajs'
import { afterEach, expect, it, vi } from 'vitest'
import { loadConfig } from '../../../pipeline/config/config.ts'
import { makeKafkaSource } from '../../../pipeline/source/kafka.ts'
import { makeTelemetry } from '../../../pipeline/telemetry/telemetry.ts'

afterEach(() => vi.restoreAllMocks())

/** A source whose consumer finishes one step of its start only when the test calls `finish`. */
function sourceThatWaitsAt(slow: 'connect' | 'run') {
  const calls: string[] = []
  let finish: () => void = () => undefined
  const waiting = new Promise<void>((resolve) => {
    finish = resolve
  })
  const step = (name: string) => async () => {
    calls.push(name)
    if (name !== slow) return
    await waiting
    calls.push(`${name} done`)
  }
  const consumer = {
    on: () => undefined,
    events: {},
    connect: step('connect'),
    subscribe: step('subscribe'),
    run: step('run'),
    disconnect: step('disconnect'),
  }
  vi.spyOn(Kafka.prototype, 'consumer').mockReturnValue(consumer as unknown as ReturnType<Kafka['consumer']>)
  const outcome = loadConfig({ env: {} })
  if (!outcome.ok) throw new Error('no configuration')
  const { kafka, batch } = outcome.config
  return { source: makeKafkaSource({ kafka, batch, telemetry: makeTelemetry({ level: 'silent' }) }), calls, finish }
}

it('a source that is stopped while it connects does not join the group afterwards', async () => {
  const { source, calls, finish } = sourceThatWaitsAt('connect')
  const running = source.run(async () => undefined)
  await vi.waitFor(() => expect(calls).toEqual(['connect']))
  await source.stop(0)
  finish()
  await running
  await vi.waitFor(() => expect(calls).toContain('connect done'))
  await setImmediate()
  expect(calls).not.toContain('run')
  expect(calls).toContain('disconnect')
})

it('a source that is stopped while it joins the group disconnects only after it has joined, so that it leaves', async () => {
  const { source, calls, finish } = sourceThatWaitsAt('run')
  const running = source.run(async () => undefined)
  await vi.waitFor(() => expect(calls).toContain('run'))
  const stopped = source.stop(0)
  setTimeout(finish, 50)
  await stopped
  await running
  expect(calls.slice(-3)).toEqual(['run', 'run done', 'disconnect'])
})
