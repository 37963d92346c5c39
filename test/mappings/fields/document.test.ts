import { expect, it } from 'vitest'
import { eventTime } from '../../../mappings/fields/document.ts'

it('the time of a document is its @timestamp, and not its creation time', () => {
  const document = { '@timestamp': '2026-03-02T09:00:00.000Z', event: { created: '2026-03-02T09:05:00.000Z' } }
  expect(eventTime(document)).toBe('2026-03-02T09:00:00.000Z')
})

it('a document without @timestamp causes an exception', () => {
  expect(() => eventTime({ event: { created: '2026-03-02T09:05:00.000Z' } })).toThrow('a document has no @timestamp')
})
