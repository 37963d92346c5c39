// Changes that producers and files make to bytes, independent of the record.
import { gzipSync } from 'node:zlib'
import { type Form, form, json, type Native } from './form.ts'

const oneLine = (natives: readonly Native[]): string => natives.map(({ text }) => `${text}\n`).join('')
const array = (natives: readonly Native[]): string => `[${natives.map(({ text }) => text).join(',')}]`

const bytes = (
  name: string,
  title: string,
  extension: NonNullable<Form['extension']>,
  wrap: Form['wrap'],
  only?: Form['only'],
): Form => form(name, title, () => true, { extension, wrap, ...(only !== undefined && { only }) })

/** Encodes magic byte 0, the number of the schema, and the payload. */
const confluent = (natives: readonly Native[]): Buffer =>
  Buffer.concat([Buffer.from([0, 0, 0, 0x01, 0x2a]), Buffer.from(array(natives))])

/** Packs the records without compression and the mark of a system, so that the bytes are the same everywhere. */
function packed(natives: readonly Native[]): Buffer {
  const bytes = gzipSync(oneLine(natives), { level: 0 })
  bytes[9] = 0xff
  return bytes
}

export const envelopeForms: readonly Form[] = [
  bytes('json-lines', 'Several records in one value, one per line', 'jsonl', oneLine),
  bytes('json-lines-crlf', 'Several records in one value, one per line with CR LF', 'jsonl', (natives) =>
    oneLine(natives).replaceAll('\n', '\r\n'),
  ),
  bytes('json-concatenated', 'Several records in one value, without separators', 'txt', (natives) =>
    natives.map(({ text }) => text).join(''),
  ),
  bytes('json-array', 'A list of records', 'json', array),
  bytes('json-indented', 'Indented JSON, record after record', 'txt', (natives) =>
    natives.map(({ text }) => JSON.stringify(JSON.parse(text), null, 2)).join('\n'),
  ),
  bytes('json-text-sequence', 'A JSON text sequence (RFC 7464)', 'bin', (natives) =>
    natives.map(({ text }) => `\x1e${text}\n`).join(''),
  ),
  bytes('json-escaped-slashes', 'JSON with `\\/`, as .NET writes it', 'jsonl', (natives) =>
    oneLine(natives).replaceAll('/', '\\/'),
  ),
  bytes('json-in-text', 'A JSON string that contains the record', 'json', (natives) => json(array(natives))),
  bytes('json-in-text-in-text', 'The record encoded twice as a JSON string', 'json', (natives) =>
    json(json(array(natives))),
  ),
  bytes('byte-order-mark', 'UTF-8 with a byte order mark', 'bin', (natives) => `\uFEFF${oneLine(natives)}`),
  bytes('nul-padding', 'A value followed by NUL bytes and spaces', 'bin', (natives) => `${array(natives)}\0\0\0  `),
  bytes('utf-16le', 'UTF-16, little endian, with a byte order mark', 'bin', (natives) =>
    Buffer.from(`\uFEFF${oneLine(natives)}`, 'utf16le'),
  ),
  bytes('utf-16le-no-mark', 'UTF-16, little endian, without a byte order mark', 'bin', (natives) =>
    Buffer.from(oneLine(natives), 'utf16le'),
  ),
  bytes('utf-16be', 'UTF-16, big endian, with a byte order mark', 'bin', (natives) =>
    Buffer.from(`\uFEFF${oneLine(natives)}`, 'utf16le').swap16(),
  ),
  bytes('schema-registry', 'Confluent wire format: five bytes before the JSON', 'bin', confluent, 'kafka'),
  bytes('gzip', 'A file compressed with gzip', 'gz', packed, 'file'),
]
