import { expect, it } from 'vitest'
import type { EcsDocument } from '../../../../mappings/fields/document.ts'
import { takenInWords } from '../../../../pipeline/hunt/evidence/data-taken.ts'
import { DataTotals } from '../../../../pipeline/hunt/evidence/data-totals.ts'

const read = (at: string): EcsDocument => ({ '@timestamp': at, event: {}, oauth: { activity: {} } }) as EcsDocument
const message = (item: string) => ({ type: 'message', item, subject: '' }) as const

it('the data taken counts data after access ended apart, each item once', () => {
  const totals = new DataTotals()
  totals.add('app', read('2026-03-12T08:00:00.000Z'), [message('a'), message('b')])
  totals.add('app', read('2026-03-12T09:30:00.000Z'), [message('b'), message('c')], true)
  totals.add('app', read('2026-03-12T09:40:00.000Z'), [message('c')], true)
  const taken = totals.of('app')
  expect(taken).toMatchObject({
    messages: 3,
    afterEnd: { messages: 2, first: '2026-03-12T09:30:00.000Z', last: '2026-03-12T09:40:00.000Z' },
  })
  expect(taken && takenInWords(taken)).toBe('3 messages; 2 messages after its access should have ended')
})

it('the data taken names the folders of a synchronized mailbox, but not by an ID', () => {
  const totals = new DataTotals()
  const folder = (item: string) => ({ type: 'folder', item, subject: '' }) as const
  totals.add('app', read('2026-03-12T08:00:00.000Z'), [folder('\\Inbox'), folder(`LgAAAAB${'x'.repeat(60)}`)])
  const taken = totals.of('app')
  expect(taken && takenInWords(taken)).toBe('2 synced folders, including "\\Inbox"')
})
