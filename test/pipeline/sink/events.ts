// Small events for the tests of sinks.
import type { Event } from '../../../pipeline/outcome.ts'

interface EventOptions {
  readonly dataset?: string
  readonly time?: string
  readonly members?: Record<string, unknown>
}

export function makeEvent(
  id: string,
  { dataset = 'test.audit', time = '2026-03-01T10:00:00.000Z', members = {} }: EventOptions = {},
): Event {
  const record = { Id: id, UserId: 'ada@example.com' }
  return {
    ok: true,
    dataset,
    id,
    document: { '@timestamp': time, event: { kind: 'event', dataset }, ...members } as Event['document'],
    decoded: {
      ok: true,
      kind: 'U',
      record,
      element: 'records[0]',
      delivery: { source: 'consentry.raw', partition: 3, offset: '42' },
    },
    original: () => record,
  }
}

export function makeEvents(count: number, options: EventOptions = {}): Event[] {
  return Array.from({ length: count }, (_, i) => makeEvent(`id-${i}`, options))
}
