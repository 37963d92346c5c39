import type { Message } from 'kafkajs'
import { expect, it } from 'vitest'
import type { DeadLetter } from '../../../pipeline/outcome.ts'
import { makeKafkaDeadLetters } from '../../../pipeline/sink/kafka-dead-letter.ts'
import { makeTelemetry } from '../../../pipeline/telemetry/telemetry.ts'
import { configOf } from '../../support/config-of.ts'

/** A destination in front of a topic that accepts at most `most` bytes per request. It records the requests. */
function topic(most: number) {
  const requests: number[] = []
  const letters: DeadLetter[] = []
  const send = async (_: string, messages: readonly Message[]) => {
    const values = messages.map(({ value }) => String(value))
    const bytes = values.reduce((sum, value) => sum + Buffer.byteLength(value), 0)
    requests.push(bytes)
    if (bytes > most) throw Object.assign(new Error('too large'), { type: 'MESSAGE_TOO_LARGE' })
    letters.push(...values.map((value) => JSON.parse(value)))
  }
  const { kafka } = configOf({})
  const { log } = makeTelemetry({ level: 'silent' })
  return { requests, letters, sink: makeKafkaDeadLetters({ kafka, log }, { send, close: async () => undefined }) }
}

const letter = (offset: string, more: Partial<DeadLetter>): DeadLetter => ({
  '@timestamp': '2026-03-01T00:00:00.000Z',
  source: 'raw',
  partition: 3,
  offset,
  element: 'properties',
  code: 'time_missing',
  detail: 'the record has no valid event time',
  raw: '{}',
  ...more,
})

const wrapper = (characters: number) => ({ tenantId: 't', others: { blob: 'x'.repeat(characters) } })

it('a dead letter is stored without the members of its wrapper if they exceed the size limit of the topic', async () => {
  const { letters, sink } = topic(1_000_000)
  const raw = JSON.stringify({ activityDisplayName: 'Consent to application' })
  await sink.put([letter('1', { raw, context: wrapper(1_100_000) }), letter('2', { context: wrapper(10) })])
  expect(letters).toEqual([
    {
      ...letter('1', { raw }),
      detail: 'the record has no valid event time; without the members of its wrapper',
      incomplete: true,
    },
    letter('2', { context: wrapper(10) }),
  ])
})

it('a dead letter whose raw value exceeds the size limit of the topic is truncated until it fits', async () => {
  const { letters, sink } = topic(60_000)
  await sink.put([letter('1', { raw: 'x'.repeat(2_000_000), context: wrapper(10) })])
  expect(letters).toMatchObject([{ incomplete: true, raw: 'x'.repeat(50_000) }])
  expect(letters[0]?.detail).toContain(
    'raw value truncated from 2000000 characters; without the members of its wrapper',
  )
})

it('the size of requests includes the members of the wrappers', async () => {
  const { requests, letters, sink } = topic(1_000_000)
  await sink.put(Array.from({ length: 10 }, (_, i) => letter(`${i}`, { context: wrapper(400_000) })))
  expect(letters).toHaveLength(10)
  expect(Math.max(...requests)).toBeLessThan(1_000_000)
})

it('a topic that accepts no dead letter at all stops the service, and the error names the setting to change', async () => {
  const message = expect.stringContaining('Increase its max.message.bytes')
  const failing = topic(100).sink.put([letter('1', { context: wrapper(10) })])
  await expect(failing).rejects.toMatchObject({ code: 'kafka_dead_letter', message })
})
