import { expect, it } from 'vitest'
import { readState, stateValue } from '../../../../pipeline/collect/loop/cursor.ts'

const state = {
  organization: 'example.org',
  source: 'google-token',
  cursor: { since: '2026-03-17T12:00:00.000Z', complete: '2026-03-18T12:00:00.000Z' },
}

it('a state record is equal after a write and a read', () => {
  expect(readState(Buffer.from(stateValue(state)))).toEqual(state)
})

it.each([
  ['no JSON', '{'],
  ['another version', JSON.stringify({ version: 2, ...state })],
  ['no cursor', JSON.stringify({ version: 1, ...state, cursor: null })],
  ['a cursor without a valid time', JSON.stringify({ version: 1, ...state, cursor: { since: 'yesterday' } })],
  ['half a pass', JSON.stringify({ version: 1, ...state, cursor: { ...state.cursor, pass: { until: 'x' } } })],
])('readState finds no state in a record with %s', (_name, text) => {
  expect(readState(Buffer.from(text))).toBeUndefined()
})
