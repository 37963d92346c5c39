// Values in a record that strict readers such as jq refuse, or that cannot be written.
import { expect, it } from 'vitest'
import { toStrictJson } from '../../mappings/lib/strict-json.ts'
import { decode } from '../../pipeline/decode/decode.ts'
import { shorten, toDeadLetter } from '../../pipeline/sink/dead-letter.ts'
import { chain } from '../support/chain.ts'

const record = { Id: '0a', CreationTime: '2026-03-11T09:14:27', Operation: 'Update group.', RecordType: 8 }
const half = /\\ud[89a-f]/
const run = (members: object) =>
  decode({
    delivery: { source: 'test', offset: '0' },
    text: JSON.stringify({ ...record, ...members }).replace('"1e400"', '1e400'),
  }).flatMap((decoded) => (decoded.ok ? chain.process(decoded) : [decoded]))

it('a document with a lone surrogate gets whole characters and the same ID, names the change and keeps the record', () => {
  const [found] = run({ Workload: 'AzureActiveDirectory', UserId: 'a\ud800@x.y', 'own\udc00': ['b\ud800', '😀'] })
  const [plain] = run({ Workload: 'AzureActiveDirectory', UserId: 'a@x.y' })
  if (!found?.ok || !plain?.ok) throw new Error('no document')
  const { original, ...event } = found.document.event
  expect(JSON.stringify({ ...found.document, event })).not.toMatch(half)
  expect(found.document.user?.id).toBe('a\ufffd@x.y')
  expect(found.document.error?.message).toContain('id: half of a surrogate pair, replaced by U+FFFD: "a\ufffd@x.y"')
  expect(JSON.parse(original ?? '')).toMatchObject({ UserId: 'a\ud800@x.y', 'own\udc00': ['b\ud800', '😀'] })
  expect(found.id).toBe(plain.id)
  expect(plain.document.error).toBeUndefined()
})

it('a number beyond the range of doubles is omitted, and the document names it', () => {
  const [found] = run({ RecordType: '1e400' })
  if (!found?.ok) throw new Error('no document')
  expect(found.document.o365?.audit).not.toMatchObject({ RecordType: expect.anything() })
  expect(found.document.error?.message).toEqual(['RecordType: the number is too large and was left out'])
})

it('a dead letter has whole characters, even in truncated texts, and keeps the record', () => {
  const [failure] = run({ CreationTime: 'x\ud800' })
  if (failure === undefined || failure.ok) throw new Error('no failure')
  const long = { ...failure, detail: `${'x'.repeat(1_999)}😀`, element: '\udc00' }
  const letter = toDeadLetter(long, '2026-03-01T10:00:00.000Z')
  expect(JSON.stringify({ ...letter, raw: '' })).not.toMatch(half)
  expect(JSON.parse(letter.raw)).toMatchObject({ CreationTime: 'x\ud800' })
  expect(JSON.stringify(shorten({ ...letter, raw: 'ab😀' }, 3))).not.toMatch(half)
})

it('toStrictJson changes only values with lone surrogates, and copies only changed parts', () => {
  const whole = { a: [{ b: '😀' }], c: 1, d: null }
  expect(toStrictJson(whole)).toBe(whole)
  const mixed = toStrictJson({ whole, 'n\ud800': '\udc00' })
  expect(mixed).toEqual({ whole, 'n\ufffd': '\ufffd' })
  expect(mixed.whole).toBe(whole)
})
