import { expect, it } from 'vitest'
import { Contradictions } from '../../../pipeline/hunt/contradictions.ts'

const line = (members: object) => Buffer.from(JSON.stringify({ event: { id: 'a', outcome: 'success' }, ...members }))

it.each([
  ['another address', { source: { ip: '192.0.2.1' } }, { source: { ip: '192.0.2.2' } }, 1],
  ['another account', { user: { id: 'a' } }, { user: { id: 'b' } }, 1],
  ['an address in one of them', { source: { ip: '192.0.2.1' } }, {}, 0],
  ['different letter case in an address', { user: { email: 'A@a.example' } }, { user: { email: 'a@a.example' } }, 0],
  ['another remark', { message: 'a' }, { message: 'b' }, 0],
])('two documents with one ID and %s have the expected number of contradictions', (_, one, other, count) => {
  const contradictions = new Contradictions()
  contradictions.compare(line(one), line(other))
  expect(contradictions.found).toEqual({ count, example: count === 0 ? '' : 'a' })
})
