// Converts bytes and text to parsed values, and undoes what producers do to JSON on the way.
import { isUtf8 } from 'node:buffer'
import { messageOf } from '../../mappings/kernel/thrown.ts'
import { isBinary, trimPadding, withoutUtf16 } from '../framing/binary.ts'
import { JsonSplitter } from '../framing/json-splitter.ts'
import type { Piece, Refusal } from '../framing/piece.ts'
import { budget, refuseDepth, refuseText, type Size, sizeOf, tooManyOutcomes } from './budget.ts'

/** A parsed value with its size and text, or a refused text that is not JSON or nests too deep. */
export type Parsed =
  | { readonly ok: true; readonly value: unknown; readonly size: Size; readonly text: string }
  | { readonly ok: false; readonly text: string; readonly refused: Refusal }

const excelLimit = 32_767

const commaDetail = 'a comma before } at position'

/** Whether the detail of a refusal states what to remove. */
export const isCommaDetail = (detail: string): boolean => detail.startsWith(commaDetail)

/** The position of the bracket after a comma where the parser expected another member. */
function commaAt(text: string, message: string): number | undefined {
  const at = Number(/ in JSON at position (\d+)/.exec(message)?.[1])
  return text[at] === '}' && text.slice(0, at).trimEnd().endsWith(',') ? at : undefined
}

function tryParse(text: string): Parsed {
  const tooMuch = refuseText(text)
  if (tooMuch !== undefined) return { ok: false, text, refused: tooMuch }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const comma = commaAt(text, messageOf(error))
    if (comma !== undefined)
      return { ok: false, text, refused: { code: 'not_json', detail: `${commaDetail} ${comma}: remove the comma` } }
    const cause = text.length === excelLimit ? '; Excel cuts a cell after 32,767 characters: use the original file' : ''
    return { ok: false, text, refused: { code: 'not_json', detail: `${messageOf(error)}${cause}` } }
  }
  const size = sizeOf(value)
  const refused = refuseDepth(size)
  return refused === undefined ? { ok: true, value, size, text } : { ok: false, text, refused }
}

/** Converts objects with single quotes, as some Azure functions print them. Escapes double quotes inside strings. */
function requote(text: string): string {
  let out = ''
  let delimiter = ''
  for (let i = 0; i < text.length; i++) {
    const char = text[i] as string
    if (char === '\\') {
      const next = text[++i] ?? ''
      out += next === "'" ? next : char + next
    } else if (delimiter === '' && (char === "'" || char === '"')) {
      delimiter = char
      out += '"'
    } else if (char === delimiter) {
      delimiter = ''
      out += '"'
    } else out += char === '"' ? '\\"' : char
  }
  return out
}

const lineBreaks = /[\n\r\t]/

/** Replaces line breaks with spaces, by code unit: `replaceAll` takes a second for a text of only line breaks. */
function joinLines(text: string): string {
  const bytes = Buffer.from(text, 'utf16le')
  const units = new Uint16Array(bytes.buffer, bytes.byteOffset, text.length)
  for (let i = 0; i < units.length; i++) {
    const unit = units[i]
    if (unit === 0x0a || unit === 0x0d || unit === 0x09) units[i] = 0x20
  }
  return bytes.toString('utf16le')
}

/** A longer text is not requoted, because this processes each character. No Azure function writes this much at once. */
const requotedCharacters = 1024 * 1024

/** Parses a text as one value after repairs that cannot change a valid value. */
function repaired(text: string): Parsed | undefined {
  const joined = lineBreaks.test(text) ? joinLines(text) : text
  if (joined !== text) {
    const parsed = tryParse(joined)
    if (parsed.ok) return parsed
  }
  const isQuoted = text.startsWith("{'") || text.startsWith("[{'")
  if (isQuoted && text.length <= requotedCharacters) {
    const requoted = tryParse(requote(joined))
    if (requoted.ok) return requoted
  }
  return undefined
}

const chunkBytes = 64 * 1024

/**
 * Splits bytes into consecutive values and elements of arrays, and also into the elements of a page of more than
 * `pageThreshold` bytes. Yields the pieces chunk by chunk. Stops when there are too many.
 */
export function* splitBytes(bytes: Buffer, pageThreshold = Number.POSITIVE_INFINITY): Generator<Piece[]> {
  const recordLimit = bytes.length + 1
  const splitter = new JsonSplitter({ recordLimit, pageThreshold: Math.min(pageThreshold, recordLimit) })
  let pieces = 0
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    const some = splitter.push(bytes.subarray(at, at + chunkBytes))
    pieces += some.length
    yield some
    if (pieces > budget.outcomes) return
  }
  yield splitter.end()
}

/** True for a text that contains only JSON whitespace. */
const isBlank = (text: string): boolean => !/[^ \t\r\n]/.test(text)

/** Returns the values of a text: usually one; several for concatenated values; none for a blank text. */
export function parseText(text: string): readonly Parsed[] {
  const whole = tryParse(text)
  if (whole.ok || whole.refused.code === 'too_deep') return [whole]
  const trimmed = trimPadding(text)
  if (trimmed === '') {
    if (isBlank(text)) return []
    return [{ ok: false, text, refused: { code: 'not_json', detail: 'only control characters, not JSON' } }]
  }
  if (trimmed.length !== text.length) {
    const again = tryParse(trimmed)
    if (again.ok || again.refused.code === 'too_deep') return [again]
  }
  if (isBinary(trimmed)) {
    const detail = isBinary(withoutUtf16(trimmed))
      ? 'binary data, not JSON'
      : 'UTF-16 text within a UTF-8 file: write the file again in one encoding'
    return [{ ok: false, text: trimmed, refused: { code: 'not_json', detail } }]
  }
  const repair = repaired(trimmed)
  if (repair !== undefined) return [repair]
  const pieces = [...splitBytes(Buffer.from(trimmed))].flat()
  if (pieces.length < 2) return [{ ...whole, text: trimmed }]
  if (pieces.length > budget.outcomes) return [{ ok: false, text: trimmed, refused: tooManyOutcomes }]
  const parsed = pieces.map(
    (piece): Parsed =>
      piece.refused === undefined
        ? tryParse(piece.text)
        : { ok: false, text: piece.text === '' ? trimmed : piece.text, refused: piece.refused },
  )
  // If no line contains a value, the whole text is one invalid text.
  return parsed.some((one) => one.ok || one.refused.code === 'too_deep') ? parsed : [{ ...whole, text: trimmed }]
}

export function looksLikeJson(text: string): boolean {
  return /^[\s\uFEFF\0]*[{[]/.test(text)
}

/** True for a text that starts like JSON or a JSON string: a producer may have encoded it more than once. */
export function maybeEncodedJson(text: string): boolean {
  return /^[\s\uFEFF\0]*["{[]/.test(text)
}

/** Returns the JSON text in a base64 text, which Kafka Connect uses for bytes in JSON; undefined for any other text. */
export function base64Json(text: string): string | undefined {
  // In base64, `{` and `[` produce `e` and `W` as the first letter.
  if (!/^[eW][A-Za-z0-9+/]{3}/.test(text) || /[^A-Za-z0-9+/=]/.test(text)) return undefined
  const decoded = Buffer.from(text, 'base64').toString('utf8')
  return looksLikeJson(decoded) ? decoded : undefined
}

const keepMark = { ignoreBOM: true }
const utf16le = new TextDecoder('utf-16le', keepMark)
const utf16be = new TextDecoder('utf-16be', keepMark)

function isOpening(byte: number | undefined): boolean {
  return byte === 0x7b || byte === 0x5b || byte === 0x22
}

/** Returns true for bytes that start like a JSON object or array in UTF-8. */
export function isPlainJson([first, second]: Uint8Array): boolean {
  return (first === 0x7b || first === 0x5b) && second !== 0
}

/** Returns a Kafka value's text: UTF-8 or UTF-16 by mark or zero bytes. Skips five bytes of Confluent's wire format. */
export function textOf(bytes: Buffer): string {
  const [first, second, third] = bytes
  if (first === 0x7b && second !== 0) return bytes.toString('utf8')
  if (first === 0xff && second === 0xfe) return utf16le.decode(bytes)
  if (first === 0xfe && second === 0xff) return utf16be.decode(bytes)
  if (isOpening(first) && second === 0) return utf16le.decode(bytes)
  if (first === 0 && isOpening(second) && third === 0) return utf16be.decode(bytes)
  // The sixth byte decides, because NUL padding before a value is not the wire format.
  if (first === 0 && isOpening(bytes[5])) return bytes.toString('utf8', 5)
  return bytes.toString('utf8')
}

/** Returns the bytes of a value for a dead letter: text, or base64 if the bytes are not UTF-8. */
export function rawText(buffer: Buffer): string {
  return isUtf8(buffer) ? buffer.toString('utf8') : `base64:${buffer.toString('base64')}`
}
