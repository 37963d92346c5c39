// Documents that cannot be written as JSON, and bodies that cannot be built: nothing is retained for them.
import { expect, it, vi } from 'vitest'
import { BulkBody } from '../../../pipeline/sink/bulk-body.ts'
import { toDeadLetters } from '../../../pipeline/sink/dead-letter.ts'
import { makeDiscardSink } from '../../../pipeline/sink/discard.ts'
import { makeEvent, makeEvents } from './events.ts'
import { sinkFixture } from './fixture.ts'

const setUp = sinkFixture()

/** Returns a list that is nested so deeply that serialization overflows the stack. */
function deepList(): unknown {
  let value: unknown = []
  for (let i = 0; i < 200_000; i++) value = [value]
  return value
}
const deep = (id: string) => makeEvent(id, { members: { deep: deepList() } })
const settings = { namespace: 'consentry', backfill: false }

it('a document that cannot be serialized is a failure, and the other documents of its batch are stored', async () => {
  const { sink, documents } = await setUp()
  const result = await sink.store([makeEvent('a'), deep('b'), makeEvent('c')])
  expect(result).toMatchObject({ stored: 2, failures: [{ code: 'not_serializable', raw: { Id: 'b' } }] })
  expect(documents()).toHaveLength(2)
  await sink.close()
})

it('a document that cannot be serialized makes no request and takes no slot if it is alone in its batch', async () => {
  const { sink, bulks } = await setUp({ concurrency: 1 })
  for (let i = 0; i < 3; i++) expect(await sink.store([deep('a')])).toMatchObject({ failures: [{ ok: false }] })
  expect(bulks()).toEqual([])
  expect(await sink.store([makeEvent('b')])).toMatchObject({ stored: 1 })
  await sink.close()
})

it('a document that cannot be serialized is also a failure in the sink without a server', async () => {
  const stored = await makeDiscardSink(settings).store([makeEvent('a'), deep('b')])
  expect(stored).toMatchObject({ stored: 1, failures: [{ ok: false }] })
})

it('a request body that cannot be created releases its slot, so that the sink can be closed', async () => {
  const { sink } = await setUp({ concurrency: 1 })
  const encode = vi.spyOn(BulkBody.prototype, 'encode').mockImplementation(() => {
    throw new RangeError('out of the entity store')
  })
  await expect(sink.store(makeEvents(3))).rejects.toThrow('out of the entity store')
  encode.mockRestore()
  expect(await sink.store([makeEvent('a')])).toMatchObject({ stored: 1 })
  await sink.close()
})

it('a dead letter with an unserializable record keeps the serializable members, and names the others', () => {
  const { decoded } = makeEvent('a')
  const raw = { Id: 'a', Deep: deepList() as string }
  const failure = {
    ok: false,
    code: 'not_serializable',
    detail: 'deep',
    element: '',
    delivery: decoded.delivery,
    raw,
  } as const
  const [letter] = toDeadLetters([failure], '2026-03-01T10:00:00.000Z')
  expect(JSON.parse(letter?.raw ?? '')).toEqual({ Id: 'a' })
  expect(letter?.detail).toContain('without 1 members that cannot be written: Deep')
})
