import { expect, it } from 'vitest'
import { realRuntime } from '../../../pipeline/clients/retry.ts'
import type { Failure } from '../../../pipeline/outcome.ts'
import { toDeadLetter } from '../../../pipeline/sink/dead-letter.ts'
import { makeDiscardSink } from '../../../pipeline/sink/discard.ts'
import { makeEvents } from './events.ts'

const failure: Failure = {
  ok: false,
  code: 'not_json',
  detail: 'Unexpected token',
  element: '',
  delivery: {
    source: 'consentry.raw',
    partition: 0,
    offset: '9007199254740993',
    receivedAt: '2026-03-01T10:00:00.000Z',
  },
  raw: '{"half":',
}

it('a dead letter contains the code, the detail, the origin and the raw text', () => {
  expect(toDeadLetter(failure, '2026-03-01T10:00:01.000Z')).toEqual({
    '@timestamp': '2026-03-01T10:00:01.000Z',
    receivedAt: '2026-03-01T10:00:00.000Z',
    code: 'not_json',
    detail: 'Unexpected token',
    source: 'consentry.raw',
    partition: 0,
    offset: '9007199254740993',
    element: '',
    raw: '{"half":',
  })
})

it('a dead letter from a file has no partition', () => {
  const letter = toDeadLetter(
    { ...failure, delivery: { source: 'export.csv', offset: '7' } },
    '2026-03-01T10:00:01.000Z',
  )
  expect(letter).not.toHaveProperty('partition')
})

const runtime = { ...realRuntime, now: () => Date.parse('2026-03-02T00:00:00.000Z') }
const settings = { namespace: 'consentry', backfill: false, runtime }

it('the discarding sink encodes and counts documents', async () => {
  const sink = makeDiscardSink({ ...settings, maxBytes: 1_000 })
  expect(await sink.store(makeEvents(20))).toMatchObject({ stored: 20, duplicates: 0, failures: [] })
  expect(sink.bytes).toBeGreaterThan(20 * 100)
})
