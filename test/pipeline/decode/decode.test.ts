import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decode, decodeBuffer } from '../../../pipeline/decode/decode.ts'
import type { Decoded, Failure } from '../../../pipeline/outcome.ts'
import { activity, audit, directoryAudit, envelope } from '../../support/native-samples.ts'

const delivery = { source: 'topic', partition: 3, offset: '9007199254740993' }
const text = JSON.stringify

const decodeText = (value: string) => decode({ delivery, text: value })
const short = (outcomes: (Decoded | Failure)[]) => outcomes.map((o) => `${o.ok ? o.kind : o.code} ${o.element}`)

function wrapped(value: unknown, levels: number): unknown {
  return levels === 0 ? value : { payload: wrapped(value, levels - 1), schema: null }
}

it('decode copies the delivery of the raw value to its result', () => {
  expect(decodeText(text(audit))).toEqual([{ ok: true, kind: 'U', record: audit, element: '', delivery }])
})

it('decode does not report a number outside the range of a double as a depth error', () => {
  const [outcome] = decodeText(text(activity).replace(/"uniqueQualifier":"[^"]*"/, '"uniqueQualifier":1e400'))
  expect(outcome).toMatchObject({ ok: false, code: 'mapping_failed' })
})

it('decode accepts a parsed value', () => {
  expect(decode({ delivery, text: undefined, value: { AuditData: text(audit) } })).toMatchObject([
    { kind: 'U', record: audit, element: 'AuditData' },
  ])
})

it.each(['', '  \r\n', '[]', '{"records":[]}', '""', '{"kind":"admin#reports#activities","etag":"x"}'])(
  'decode finds no record and no failure in %j',
  (value) => {
    expect(decodeText(value)).toEqual([])
  },
)

const mapOfItems = '{"kind":"admin#reports#activities","items":{}}'

it.each(['null', '7', 'true', '{}', '"word"', mapOfItems])('decode reports an unknown format for %s', (value) => {
  expect(decodeText(value)).toMatchObject([{ code: 'format_unknown', raw: value === '"word"' ? '"word"' : value }])
})

it.each(['{"a":', 'plain text', '{"Operation":"x","RecordType":8', '<xml/>'])(
  'decode reports that %j is not JSON, with its text',
  (value) => {
    expect(decodeText(value)).toMatchObject([{ code: 'not_json', element: '', raw: value, delivery }])
  },
)

it('decode removes six wrappers and refuses the seventh', () => {
  expect(short(decodeText(text(wrapped(audit, 6))))).toEqual([`U ${Array(6).fill('payload').join('.')}`])
  expect(short(decodeText(text(wrapped(audit, 7))))).toEqual([`too_deep ${Array(7).fill('payload').join('.')}`])
})

it('decode counts JSON inside a string as a wrapper', () => {
  let value: unknown = audit
  for (let i = 0; i < 6; i++) value = text(value)
  expect(short(decodeText(text(value)))).toEqual(['U '])
  expect(short(decodeText(text(text(value))))).toEqual(['too_deep '])
})

it('decode refuses only the bad element of a batch, with its path, text and envelope context', () => {
  const bad = envelope('AuditLogs', { anything: 1 })
  const outcomes = decodeText(text({ records: [envelope('AuditLogs', directoryAudit), bad, null, audit] }))
  expect(short(outcomes)).toEqual([
    'A records[0].properties',
    'format_unknown records[1].properties',
    'format_unknown records[2]',
    'U records[3]',
  ])
  expect(outcomes[1]).toMatchObject({ raw: text(bad), detail: expect.stringContaining('AuditLogs, tenant 5c1d0e6a') })
  expect(outcomes[2]).toMatchObject({ raw: 'null' })
})

it('decode reads several values in one text, each with its index', () => {
  expect(short(decodeText(`${text(audit)}\r\n{"cut":\n${text(activity)}\n`))).toEqual([
    'U [0]',
    'not_json [1]',
    'G [2]',
  ])
  expect(short(decodeText(`${text(audit)}${text(activity)}`))).toEqual(['U [0]', 'G [1]'])
  expect(short(decodeText(`[${text(audit)}]\r\n\r\n[${text(audit)}]`))).toEqual(['U [0]', 'U [1]'])
})

it('decode keeps the complete elements of a truncated array', () => {
  const outcomes = decodeText(`[${text(audit)},{"Operation":"x`)
  expect(short(outcomes)).toEqual(['U [0]', 'not_json [1]'])
  expect(outcomes[1]).toMatchObject({ raw: '{"Operation":"x' })
})

it('decode repairs line breaks inside strings and single quotes', () => {
  expect(decodeText(`{"Operation":"Add\nuser.","RecordType":8}`)).toMatchObject([
    { record: { Operation: 'Add user.' } },
  ])
  expect(decodeText(`{'Operation': 'it\\'s "x"', 'RecordType': 8}`)).toMatchObject([
    { record: { Operation: `it's "x"` } },
  ])
})

it('decode returns a refused value as the failure that its source reported', () => {
  const refused = { code: 'too_large', detail: 'longer than 10 bytes' } as const
  expect(decode({ delivery, text: '{"a', refused })).toEqual([
    { ok: false, ...refused, element: '', delivery, raw: '{"a' },
  ])
})

it('decode accepts members with the names of inherited members', () => {
  const hostile = '{"__proto__":{"Operation":"x","RecordType":1},"constructor":1,"toString":2,"records":{"length":3}}'
  expect(decodeText(hostile)).toMatchObject([{ code: 'format_unknown' }])
  const inside = `{"Operation":"x","RecordType":8,"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}`
  expect(short(decodeText(inside))).toEqual(['U '])
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
})

it.each([
  ['arrays', '['.repeat(10_000) + ']'.repeat(10_000)],
  ['objects', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
  ['batches', '{"records":['.repeat(10_000) + ']}'.repeat(10_000)],
  ['openings', '['.repeat(100_000)],
  ['members of a record', `{"Operation":"x","RecordType":8,"x":${'[1,'.repeat(10_000)}1${']'.repeat(10_000)}}`],
])('decode refuses %s nested ten thousand levels deep without an exception', (_, value) => {
  expect(['too_deep', 'not_json']).toContain((decodeText(value)[0] as Failure).code)
})

it('decode accepts a string of a megabyte', () => {
  const large = { ...audit, ObjectId: 'x'.repeat(1_000_000) }
  expect(decodeText(text(large))).toMatchObject([{ kind: 'U', record: large }])
  expect(decodeText(`"${'\\"'.repeat(500_000)}"`)).toMatchObject([{ code: 'not_json' }])
  expect(decodeText('{"message":"{'.concat('\\n'.repeat(300_000), '"}'))).toMatchObject([
    { code: 'not_json', element: 'message' },
  ])
})

it('decode accepts any JSON value and any text without an exception', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.json(),
        fc.string(),
        fc.json().map((json) => `{"message":${text(json)},"value":[${json}]}`),
      ),
      (value) => {
        for (const outcome of decodeText(value)) expect(outcome.delivery).toBe(delivery)
      },
    ),
  )
})

const json = text(audit)

it('decodeBuffer returns nothing for a tombstone', () => {
  expect([...decodeBuffer(null, delivery)]).toEqual([])
  expect([...decodeBuffer(Buffer.alloc(0), delivery)]).toEqual([])
  expect([...decodeBuffer(Buffer.from(' \r\n\t'), delivery)]).toEqual([])
})

it.each([
  ['NUL', Buffer.alloc(4)],
  ['control characters', Buffer.from('\u001b\u0007')],
  ['a UTF-8 byte order mark', Buffer.from('\ufeff')],
  ['a UTF-16 byte order mark', Buffer.from([0xff, 0xfe])],
])('decodeBuffer refuses a value that consists of %s', (_, buffer) => {
  expect([...decodeBuffer(buffer, delivery)]).toMatchObject([{ ok: false, code: 'not_json' }])
})

// The forms in test/formats cover the other encodings.
it.each([
  ['UTF-16BE without a byte order mark', Buffer.from(json, 'utf16le').swap16()],
  ['NUL padding in front', Buffer.from(`\0\0\0${json}`)],
  ['blanks around', Buffer.from(` \r\n${json}\n `)],
])('decodeBuffer reads %s', (_, buffer) => {
  expect([...decodeBuffer(buffer, delivery)]).toMatchObject([{ kind: 'U', record: audit, delivery }])
})

it('decode keeps all digits of integers above 2^53, in records and in lists of records', () => {
  const numbers = ['9007199254740993', '9007199254740992', '90071992547409931234']
  const idOf = (outcome: Decoded | Failure) => outcome.ok && outcome.record.Id
  const { Id: _, ...rest } = audit
  const withId = (number: string) => text(rest).replace('{', `{"Note":"\\": 9007199254740992,","Id":${number},`)
  expect(numbers.flatMap((number) => decodeText(withId(number))).map(idOf)).toEqual(numbers)
  expect(decodeText(`[${numbers.map(withId).join()}]`).map(idOf)).toEqual(numbers)
  expect(decodeText(`{"AuditData":${text(withId('9007199254740993'))}}`).map(idOf)).toEqual(['9007199254740993'])
})

it('the refusal of a text that Excel truncated names this cause', () => {
  const cell = `{"Operation":"${'x'.repeat(32_767)}`.slice(0, 32_767)
  const detail = (text: string) => (decodeText(text)[0] as Failure).detail
  expect(detail(cell)).toMatch(/; Excel cuts a cell after 32,767 characters: use the original file$/)
  expect(detail(cell.slice(1))).not.toContain('Excel')
})
