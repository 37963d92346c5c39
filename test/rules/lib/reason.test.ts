import { expect, it } from 'vitest'
import type { Entry } from '../../../rules/lib/evaluate/evaluator.ts'
import { reasonOf } from '../../../rules/lib/reason.ts'

it('the reason of an alert can count more events than a function call can have arguments', () => {
  const entryAt = (seconds: number) => {
    const time = new Date(Date.parse('2026-03-11T00:00:00Z') + seconds * 1000).toISOString()
    return { id: String(seconds), document: { '@timestamp': time, event: { action: 'read' } } } as unknown as Entry
  }
  const entries = Array.from({ length: 200_000 }, (_, seconds) => entryAt(seconds)) as [Entry, ...Entry[]]
  expect(reasonOf({ at: 0, entries, settled: true })).toMatch(/^200000 events within 2 days; the first: /)
})
