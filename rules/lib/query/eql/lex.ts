// Splits an EQL text into tokens. Keywords are words; the parser knows where a word is a keyword.
import type { QueryProblem, Span } from '../problem.ts'
import { refusable, refuse } from '../refusal.ts'

export type Punctuation = (typeof punctuations)[number]

export type Token = Span &
  (
    | { readonly kind: 'punctuation'; readonly text: Punctuation }
    /** A bare word: a keyword, a function, or a part of a field name. */
    | { readonly kind: 'word'; readonly text: string }
    /** A part of a field name in backticks. */
    | { readonly kind: 'quoted_name'; readonly text: string }
    | { readonly kind: 'string'; readonly text: string }
    | { readonly kind: 'number'; readonly text: string }
    | { readonly kind: 'end' }
  )

export type Lexed =
  | { readonly ok: true; readonly tokens: readonly Token[] }
  | { readonly ok: false; readonly problem: QueryProblem }

// The longest first, so that `<=` is not read as `<`.
const punctuations = [
  '==',
  '!=',
  '<=',
  '>=',
  '=',
  '<',
  '>',
  ':',
  '!',
  '(',
  ')',
  '[',
  ']',
  ',',
  '.',
  '?',
  '|',
  '+',
  '-',
  '*',
  '/',
  '%',
  '~',
] as const

const wordPattern = /[A-Za-z_@][A-Za-z0-9_]*/y
const numberPattern = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y
const escapes: Readonly<Record<string, string>> = {
  b: '\b',
  t: '\t',
  n: '\n',
  f: '\f',
  r: '\r',
  '"': '"',
  '\\': '\\',
}

/** The tokens of a query without comments, closed by an `end` token. */
export function lex(text: string): Lexed {
  return refusable(() => ({ ok: true, tokens: [...tokens(text)] }))
}

function* tokens(text: string): Generator<Token> {
  let at = 0
  while (at < text.length) {
    const after = skip(text, at)
    if (after > at) {
      at = after
      continue
    }
    const token = next(text, at)
    yield token
    at = token.end
  }
  yield { kind: 'end', start: text.length, end: text.length }
}

/** Returns the end of the white space and comments that begin here. */
function skip(text: string, at: number): number {
  if (/\s/.test(text.charAt(at))) return at + 1
  if (text.startsWith('//', at)) {
    const end = text.indexOf('\n', at)
    return end === -1 ? text.length : end + 1
  }
  if (!text.startsWith('/*', at)) return at
  const end = text.indexOf('*/', at + 2)
  if (end === -1) refuse('Q001', { start: at, end: at + 2 }, 'the comment is never closed', 'end it with */')
  return end + 2
}

function next(text: string, start: number): Token {
  const char = text.charAt(start)
  switch (char) {
    case '"':
      return text.startsWith('"""', start) ? raw(text, start) : quoted(text, start)
    case "'":
      return refuse('Q001', { start, end: start + 1 }, 'EQL has no single quotes', 'put the value in double quotes')
    case '`':
      return quotedName(text, start)
    default: {
      const word = sticky(wordPattern, text, start)
      if (word !== undefined) return { kind: 'word', text: word, start, end: start + word.length }
      const number = sticky(numberPattern, text, start)
      if (number !== undefined) return { kind: 'number', text: number, start, end: start + number.length }
      const punctuation = punctuations.find((each) => text.startsWith(each, start))
      if (punctuation !== undefined)
        return { kind: 'punctuation', text: punctuation, start, end: start + punctuation.length }
      const shown = String.fromCodePoint(text.codePointAt(start) ?? 0)
      return refuse('Q001', { start, end: start + shown.length }, `${JSON.stringify(shown)} is not valid here`)
    }
  }
}

function sticky(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}

function raw(text: string, start: number): Token {
  const close = text.indexOf('"""', start + 3)
  if (close === -1)
    refuse('Q001', { start, end: text.length }, 'the raw string is never closed', 'end the value with """')
  const value = text.slice(start + 3, close)
  if (/[\r\n]/.test(value)) refuse('Q001', { start, end: close + 3 }, 'a raw string cannot contain line breaks')
  // Up to two quotation marks before the closing `"""` belong to the value: `""""` closes a value that ends with one.
  let end = close + 3
  while (text[end] === '"' && end < close + 5) end++
  return { kind: 'string', text: text.slice(start + 3, end - 3), start, end }
}

function quoted(text: string, start: number): Token {
  let value = ''
  for (let at = start + 1; at < text.length; at++) {
    const char = text.charAt(at)
    if (char === '"') return { kind: 'string', text: value, start, end: at + 1 }
    if (char === '\n' || char === '\r') break
    if (char !== '\\') {
      value += char
      continue
    }
    const escaped = escapes[text.charAt(at + 1)]
    const unicode = /^\\u\{([0-9a-fA-F]{2,8})\}/.exec(text.slice(at, at + 12))
    if (escaped !== undefined) {
      value += escaped
      at++
    } else if (unicode !== null) {
      value += codePoint(unicode[1] as string, { start: at, end: at + unicode[0].length })
      at += unicode[0].length - 1
    } else
      refuse(
        'Q001',
        { start: at, end: Math.min(at + 2, text.length) },
        `\\${text.charAt(at + 1)} is not an escape`,
        'write \\\\ for a backslash, or put the value in three quotation marks',
      )
  }
  return refuse('Q001', { start, end: text.length }, 'the quotation mark is never closed', 'end the value with "')
}

function codePoint(digits: string, span: Span): string {
  const code = Number.parseInt(digits, 16)
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) refuse('Q001', span, `there is no character ${digits}`)
  return String.fromCodePoint(code)
}

function quotedName(text: string, start: number): Token {
  let name = ''
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] !== '`') name += text.charAt(at)
    else if (text[at + 1] === '`') {
      name += '`'
      at++
    } else return { kind: 'quoted_name', text: name, start, end: at + 1 }
  }
  return refuse('Q001', { start, end: text.length }, 'the backtick is never closed', 'end the field name with `')
}
