import { expect, test } from 'vitest'
import { Slots } from '../../../pipeline/sink/slots.ts'

test('a slot goes to the longest waiting caller that still needs a slot', async () => {
  const slots = new Slots(1)
  const abandoned = new AbortController()
  const order: string[] = []
  await slots.take()
  const gone = slots.take(abandoned.signal)
  const next = slots.take().then(() => order.push('next'))
  abandoned.abort(new Error('the partition is another’s'))
  await expect(gone).rejects.toThrow('another’s')
  slots.give()
  await next
  expect(order).toEqual(['next'])
  slots.give()
  await slots.idle()
})

test('no slot is taken for abandoned work', async () => {
  const slots = new Slots(1)
  await expect(slots.take(AbortSignal.abort(new Error('late')))).rejects.toThrow('late')
  await slots.idle()
})
