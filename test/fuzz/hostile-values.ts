// Values and whole records that are made to cause harm. Each grows with `size`, a number of characters or members.
import { gzipSync } from 'node:zlib'
import type { Json } from '../../mappings/kernel/json.ts'

const repeat = <T>(count: number, of: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => of(i))

/** Texts of about `size` characters. Some of them almost match the patterns of the product, but none matches. */
export const texts: readonly ((size: number) => string)[] = [
  (size) => 'a'.repeat(size),
  (size) => ' '.repeat(size),
  (size) => '\n\t '.repeat(size / 3),
  (size) => '0'.repeat(size),
  (size) => '\u202e\u2066\u200b\ufeff'.repeat(size / 4),
  (size) => '\ud800'.repeat(size),
  (size) => 'ａ\u0301'.repeat(size / 2),
  (size) => '\u0000'.repeat(size),
  (size) => '('.repeat(size),
  (size) => '['.repeat(size),
  (size) => '{"'.repeat(size / 2),
  (size) => '\\"'.repeat(size / 2),
  (size) => '[SMTP:'.repeat(size / 6),
  (size) => '%'.repeat(size),
  (size) => 'a@'.repeat(size / 2),
  (size) => 'a.'.repeat(size / 2),
  (size) => '[[Id: , ClientId: , Scope:  '.repeat(size / 28),
  (size) => 'Mozilla/5.0 (Linux; Android '.repeat(size / 28),
  (size) => 'https://a.example/?redirect_uri='.repeat(size / 32),
  (size) => '{}'.repeat(size / 2),
  (size) => `${'['.repeat(size / 2)}${']'.repeat(size / 2)}`,
  (size) => repeat(size / 20, (i) => `Mail.Read.${i}.All`).join(' '),
  (size) => JSON.stringify(repeat(size / 10, (i) => ({ Name: i }))),
]

/** Dates of every shape; most are invalid. */
export const dates: readonly Json[] = [
  '',
  '0000-00-00T00:00:00Z',
  '0001-01-01T00:00:00',
  '1600-01-01T00:00:00Z',
  '9999-12-31T23:59:59.9999999Z',
  '+275760-09-13T00:00:00.000Z',
  '+275760-09-13T00:00:00.001Z',
  '-000001-01-01T00:00:00Z',
  '2026-02-30T10:00:00Z',
  '2026-03-02T24:00:00Z',
  '2026-03-02T09:15:60Z',
  '2026-03-02T09:15:00+99:99',
  '2026-W10-1',
  '3/2/2026 9:15:00 AM',
  '/Date(1772442900000)/',
  'Mon Mar 02 2026',
  1_772_442_900,
  1_772_442_900_000,
  '1772442900000000000',
  -62_135_596_800_000,
  8.64e15,
  8.64e15 + 1,
  1e300,
  0,
]

export const memberNames: readonly string[] = [
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype', '__defineGetter__', 'valueOf', 'toJSON'],
  ...['then', 'length'],
]

function nested(levels: number, open: string, close: string): string {
  return `${open.repeat(levels)}1${close.repeat(levels)}`
}

/** Whole values of about `size` characters. */
export const records: readonly ((size: number) => string | Buffer)[] = [
  (size) => '{}'.repeat(size / 2),
  (size) => '{"a":1}\n'.repeat(size / 8),
  (size) => nested(size / 2, '[', ']'),
  (size) => nested(size / 6, '{"a":', '}'),
  (size) => nested(size / 14, '{"records":[', ']}'),
  (size) => `{"Id":${nested(size / 2, '[', ']')}}`,
  (size) => JSON.stringify(repeat(size / 3, () => 1)),
  (size) => JSON.stringify({ records: repeat(size / 3, () => ({})) }),
  (size) => JSON.stringify(Object.fromEntries(repeat(size / 12, (i) => [`member${i}`, i]))),
  (size) => `{${repeat(size / 6, () => '"a":1').join(',')}}`,
  (size) => `{"a":${'9'.repeat(size)}}`,
  (size) => '['.repeat(size),
  (size) => '"'.repeat(size),
  (size) => '\\'.repeat(size),
  (size) => ' '.repeat(size),
  (size) => gzipSync(Buffer.alloc(size * 10, '{}')),
  (size) => Buffer.alloc(size, 0xff),
  (size) => Buffer.from('{"Operation":"x"}'.repeat(size / 17), 'utf16le'),
  (size) => wrappedText(Math.min(14, Math.log2(size))),
]

/** JSON in a text in JSON, again and again: each level doubles the backslashes. */
function wrappedText(levels: number): string {
  let text = '{"Operation":"x"}'
  for (let i = 0; i < levels; i++) text = JSON.stringify({ message: text })
  return text
}
