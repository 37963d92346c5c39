import { expect, it } from 'vitest'
import { KafkaWindow, type KafkaWindowOptions } from '../../../../pipeline/collect/loop/kafka-window.ts'
import { RecentRecords } from '../../../../pipeline/collect/loop/recent-records.ts'

const sent: string[][] = []
const options = (changes: Partial<KafkaWindowOptions> = {}): KafkaWindowOptions => {
  sent.length = 0
  return {
    producer: { send: async (_topic, messages) => void sent.push(messages.map(({ value }) => String(value))) },
    topic: 'raw',
    key: 'organization/log',
    recent: new RecentRecords(),
    onSent: () => undefined,
    signal: new AbortController().signal,
    ...changes,
  }
}

it('a window in Kafka sends a record once while it is recent, and again afterwards', async () => {
  const recent = new RecentRecords(2)
  const counts = { sent: 0, repeated: 0 }
  const onSent = (more: number, repeated: number) => {
    counts.sent += more
    counts.repeated += repeated
  }
  const window = new KafkaWindow(options({ recent, onSent }))
  await window.write(['a', 'b'])
  await window.write(['a', 'c'])
  expect(sent).toEqual([['a', 'b'], ['c']])
  expect(await window.finish()).toEqual({ records: 3, lost: [] })
  expect(counts).toEqual({ sent: 3, repeated: 1 })
  for (const text of ['d', 'e', 'f']) await window.write([text])
  await window.write(['a'])
  expect(sent.at(-1)).toEqual(['a'])
})

it('a window in Kafka does not treat a record as recent if the broker refused it', async () => {
  let fails = true
  const send = async () => {
    if (fails) throw new Error('no broker')
  }
  const window = new KafkaWindow(options({ producer: { send } }))
  await expect(window.write(['a'])).rejects.toThrow('no broker')
  fails = false
  await window.write(['a'])
  expect(await window.finish()).toMatchObject({ records: 1 })
})

it('a window in Kafka keeps requests below the broker limit, and reports a record above the limit', async () => {
  const large = 'x'.repeat(600_000)
  await new KafkaWindow(options()).write([`${large}1`, `${large}2`])
  expect(sent).toHaveLength(2)
  const send = async () => {
    throw Object.assign(new Error('too large'), { type: 'MESSAGE_TOO_LARGE' })
  }
  const window = new KafkaWindow(options({ producer: { send } }))
  await expect(window.write([large])).rejects.toMatchObject({
    code: 'kafka_record_too_large',
    message: expect.stringContaining('topic raw rejects a record of 600000 bytes; increase its max.message.bytes'),
  })
})

it('a window in Kafka sends nothing after its lease ends', async () => {
  const stop = new AbortController()
  const window = new KafkaWindow(options({ signal: stop.signal }))
  stop.abort(new Error('the lease has ended'))
  await expect(window.write(['a'])).rejects.toThrow('the lease has ended')
  expect(sent).toEqual([])
})
