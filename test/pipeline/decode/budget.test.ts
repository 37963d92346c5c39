import { expect, it, vi } from 'vitest'
import { budget, refuseText } from '../../../pipeline/decode/budget.ts'
import { decode, decodeBuffer, decodeInTurns } from '../../../pipeline/decode/decode.ts'
import type { Decoded, Failure } from '../../../pipeline/outcome.ts'
import { activity, audit } from '../../support/native-samples.ts'

const delivery = { source: 'topic', partition: 3, offset: '7' }
const text = JSON.stringify
const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)
const codes = (outcomes: (Decoded | Failure)[]) => outcomes.map((outcome) => (outcome.ok ? outcome.kind : outcome.code))
const codesOf = (value: string) => codes(decode({ delivery, text: value }))

const withMember = (json: string) => `${text(audit).slice(0, -1)},"Extra":${json}}`
const tooDeep = withMember(nested(budget.depth + 1))

it('the budget of a record accepts a record at the depth limit, and refuses one more level', () => {
  expect(codesOf(withMember(nested(budget.depth - 1)))).toEqual(['U'])
  expect(codesOf(withMember(nested(budget.depth)))).toEqual(['too_deep'])
})

it.each([
  ['in a wrapper', `{"schema":null,"payload":${tooDeep}}`],
  ['in a batch', `{"records":[${tooDeep}]}`],
  ['in JSON in a string', text(tooDeep)],
  ['in a message', text({ message: tooDeep })],
  ['in AuditData', text({ AuditData: tooDeep })],
  ['in AuditData that came parsed', `{"AuditData":${tooDeep}}`],
  ['one of several values', `${tooDeep}\n${tooDeep.replace('Extra', 'Other')}`],
  ['with a list as text', text({ ...audit, Parameters: nested(budget.depth) })],
  [
    'of Google, with parameters as objects',
    text(activity).replace(/"parameters":\[.*?\]/, `"parameters":{"a":${'{"a":'.repeat(60)}1${'}'.repeat(60)}}`),
  ],
])('a record that is nested too deeply %s is refused', (_, value) => {
  expect(new Set(codesOf(value))).toEqual(new Set(['too_deep']))
})

it('the budget of a record applies to the rows of a CSV', () => {
  expect(codes(decode({ delivery, text: undefined, value: { AuditData: tooDeep } }))).toEqual(['too_deep'])
})

it.each([
  ['too_many_members', withMember(text(Object.fromEntries(Array.from({ length: budget.members }, (_, i) => [i, 1]))))],
  ['too_many_elements', withMember(text(Array.from({ length: budget.elements + 1 }, () => 1)))],
  ['too_large', withMember(text('x'.repeat(budget.characters)))],
])('the refusal of a record names the exceeded limit: %s', (code, value) => {
  const [outcome, ...others] = decode({ delivery, text: value })
  expect(others).toEqual([])
  expect(outcome).toMatchObject({ code, element: '' })
})

it('the budget of a record counts each record of a batch separately', () => {
  const large = { ...audit, Extra: Array.from({ length: budget.elements }, () => 1) }
  expect(codesOf(text({ records: [large, audit, large] }))).toEqual(['U', 'U', 'U'])
})

it.each([
  ['objects one after the other', '{}'.repeat(budget.outcomes + 1)],
  ['lines', '{}\n'.repeat(budget.outcomes + 1)],
  ['elements of a list', `[${'{},'.repeat(budget.outcomes)}{}]`],
  ['objects in a message', text({ message: '{}'.repeat(budget.outcomes + 1) })],
  ['lists of a batch', `{"records":[${'[1,2],'.repeat(budget.outcomes)}1]}`],
])('a value with too many %s becomes one failure', (_, value) => {
  expect(decode({ delivery, text: value })).toMatchObject([{ code: 'too_many_events' }])
})

it('the budget of a record accepts the maximum number of values', () => {
  expect(codesOf('{}'.repeat(budget.outcomes))).toHaveLength(budget.outcomes)
})

it('the budget of a record refuses an object with too many names before parsing, but accepts several smaller objects', () => {
  const object = (names: number) => `{${Array.from({ length: names }, (_, i) => `"member${i}":1`).join(',')}}`
  const detail = `more than ${budget.members} members in one object`
  expect(refuseText(object(budget.members + 1))).toEqual({ code: 'too_many_members', detail })
  expect(refuseText(`{"value":[${object(budget.members)},${object(budget.members)}]}`)).toBeUndefined()
  expect(refuseText(`[${Array.from({ length: budget.members * 3 }, () => '"a"').join(',')}]`)).toBeUndefined()
})

it('the budget of a record refuses a text with too many members and elements before parsing', () => {
  const detail = expect.stringContaining('in one JSON text')
  for (const value of [withMember(`[${'1,'.repeat(budget.nodes)}1]`), '['.repeat(budget.nodes + 1)])
    expect(decode({ delivery, text: value })).toMatchObject([{ code: 'too_many_elements', detail }])
})

it('the budget of a record counts the members of each value separately, and ignores characters inside strings', () => {
  const list = text(Array.from({ length: budget.elements - 100 }, () => 1))
  const lines = Array.from({ length: 7 }, () => withMember(list))
  expect(codesOf(lines.join('\n'))).toEqual(lines.map(() => 'U'))
  expect(codesOf([lines[0]?.slice(0, -1), ...lines.slice(1)].join('\n'))).toEqual([
    'not_json',
    ...lines.slice(1).map(() => 'U'),
  ])
  expect(codesOf(withMember(text('[,{"\\'.repeat(budget.nodes / 2))))).toEqual(['U'])
})

it.each([
  ['an array', (records: string) => `[${records}]`],
  ['a page', (records: string) => `{"@odata.context":"x","value":[${records}],"@odata.nextLink":"y"}`],
  ['a batch of an event hub', (records: string) => `{"records":[${records}]}`],
  ['lines', (records: string) => records.replaceAll('},{"CreationTime', '}\n{"CreationTime')],
])('the records of %s that is large are decoded one at a time, with the same result', (_, page) => {
  const padded = { ...audit, Extra: 'x'.repeat(budget.wholeBytes / 40) }
  const tooLarge = { ...audit, Extra: Array.from({ length: budget.elements + 1 }, () => 1) }
  const records = Array.from({ length: 60 }, (_, n) => text(n === 30 ? tooLarge : { ...padded, Id: `id-${n}` }))
  const value = page(records.join(','))
  const outcomes = [...decodeBuffer(Buffer.from(value), delivery)]
  const withoutPlace = (all: (Decoded | Failure)[]) => all.map((one) => ({ ...one, element: '', context: undefined }))
  expect(withoutPlace(outcomes)).toEqual(withoutPlace(decode({ delivery, text: value })))
  expect(codes(outcomes).filter((code) => code !== 'U')).toEqual(['too_many_elements'])
  expect(outcomes[30]?.element).toBe('[30]')
})

/** A page of 60 records that is too large to be parsed as a whole. */
const largePage = () =>
  Buffer.from(text(Array.from({ length: 60 }, () => ({ ...audit, Extra: 'x'.repeat(budget.wholeBytes / 40) }))))

it('the budget of a record parses a large page one record at a time, never as a whole', () => {
  const page = decodeBuffer(largePage(), delivery)
  const parse = vi.spyOn(JSON, 'parse')
  try {
    expect([...page].length).toBe(60)
    const longest = Math.max(...parse.mock.calls.map(([json]) => json.length))
    expect(longest).toBeLessThan(budget.wholeBytes / 20)
  } finally {
    parse.mockRestore()
  }
})

it('the division of a large page yields to other tasks before its first record', () => {
  const steps = [...decodeInTurns(largePage(), delivery)]
  const turns = steps.findIndex((step) => step !== undefined)
  expect(turns).toBeGreaterThan(30)
  expect(steps.slice(turns).every((step) => step?.ok)).toBe(true)
})

it('the budget of a record stops a large page if its records contain too many records', () => {
  const inner = text('{}'.repeat(budget.outcomes - 1))
  const page = `[${Array.from({ length: 120 }, () => inner).join(',')}]`
  expect(page.length).toBeGreaterThan(budget.wholeBytes)
  const outcomes = [...decodeBuffer(Buffer.from(page), delivery)]
  expect(outcomes.at(-1)).toMatchObject({ code: 'too_many_events' })
  expect(outcomes.length).toBeLessThan(2 * budget.outcomes)
})

it('the budget of a record truncates a Kafka value that is too large to read', () => {
  const value = Buffer.alloc(budget.valueBytes + 1, 'x')
  const [outcome, ...others] = [...decodeBuffer(value, delivery)]
  expect(others).toEqual([])
  expect(outcome).toMatchObject({ code: 'too_large', detail: expect.stringContaining('cut') })
  expect((outcome as Failure).raw.length).toBeLessThan(100_000)
})
