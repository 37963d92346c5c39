import { expect, it } from 'vitest'
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import { Contradictions } from '../../../pipeline/hunt/contradictions.ts'

const document = (members: object) =>
  ({
    event: { id: 'a', action: 'FileAccessed', outcome: 'success' },
    oauth: { app: { name: 'Sync' } },
    ...members,
  }) as EcsDocument
const read = (...ids: string[]) => ({
  oauth: { activity: { kind: 'mail' }, app: { name: 'Sync' } },
  email: { message_id: ids },
})

it.each([
  ['another address', { source: { ip: '192.0.2.1' } }, { source: { ip: '192.0.2.2' } }, ['192.0.2.1', '192.0.2.2']],
  ['another account', { user: { id: 'a' } }, { user: { id: 'b' } }, ['a', 'b']],
  ['another file', { file: { name: 'a.xlsx' } }, { file: { name: 'b.xlsx' } }, ['a.xlsx', 'b.xlsx']],
  ['another message', read('<1>', '<2>', '<3>'), read('<1>', '<4>'), ['<1>', '<4>']],
  ['fewer messages', read('<1>', '<2>'), read('<1>'), []],
  ['messages in one of them', read('<1>'), {}, []],
  ['an address in one of them', { source: { ip: '192.0.2.1' } }, {}, []],
  ['different letter case in an address', { user: { email: 'A@a.example' } }, { user: { email: 'a@a.example' } }, []],
  ['an address as the ID of an account', { user: { id: '1' } }, { user: { id: 'a@a.example' } }, []],
  ['an outcome that one of them does not know', {}, { event: { id: 'a', outcome: 'unknown' } }, []],
  ['another remark', { message: 'a' }, { message: 'b' }, []],
])('two documents with one ID and %s have the expected contradictory values', (_, one, two, values) => {
  const contradictions = new Contradictions()
  contradictions.compare(document(one), document(two))
  const [stored, other] = values
  const examples =
    stored === undefined ? [] : [{ id: 'a', operation: 'FileAccessed', application: 'Sync', stored, other }]
  expect(contradictions.found).toEqual({ count: examples.length, examples })
  contradictions.compare(document(one), document(two))
  expect(contradictions.found).toEqual({ count: 2 * examples.length, examples })
})
