import { expect, it } from 'vitest'
import { eventTime } from '../../../mappings/fields/document.ts'

it('the time of a document is its @timestamp, and not when it was created', () => {
  const document = { '@timestamp': '2026-03-02T09:00:00.000Z', event: { created: '2026-03-02T09:05:00.000Z' } }
  expect(eventTime(document)).toBe('2026-03-02T09:00:00.000Z')
})

it('the time of a document is a defect where it is missing', () => {
  expect(() => eventTime({ event: { created: '2026-03-02T09:05:00.000Z' } })).toThrow('a document has no @timestamp')
})
