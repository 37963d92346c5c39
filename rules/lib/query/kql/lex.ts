// Cuts a KQL text into tokens. The language is context-sensitive at word level, so a word keeps its raw text and its wildcards.
import type { QueryProblem, Span } from '../problem.ts'
import { refusable, refuse } from '../refusal.ts'

export type Keyword = 'and' | 'or' | 'not'
export type Punctuation = '(' | ')' | '{' | '}' | ':' | '<' | '<=' | '>' | '>='

export type Token = Span &
  (
    | { readonly kind: 'punctuation'; readonly text: Punctuation }
    | { readonly kind: 'keyword'; readonly text: Keyword }
    | { readonly kind: 'quoted'; readonly text: string }
    /** `segments`: the unescaped texts between unescaped `*`; one segment if the word has no `*`. */
    | { readonly kind: 'word'; readonly segments: readonly string[]; readonly raw: string }
    | { readonly kind: 'end' }
  )

export type Lexed =
  | { readonly ok: true; readonly tokens: readonly Token[] }
  | { readonly ok: false; readonly problem: QueryProblem }

const blank = /\s/
const special = '\\():<>"*{}'
const controls: Readonly<Record<string, string>> = { t: '\t', r: '\r', n: '\n' }

/** The tokens of a query, closed by an `end` token. */
export function lex(text: string): Lexed {
  return refusable(() => ({ ok: true, tokens: [...tokens(text)] }))
}

function* tokens(text: string): Generator<Token> {
  let at = 0
  while (at < text.length) {
    const char = text.charAt(at)
    if (blank.test(char)) {
      at++
      continue
    }
    const token = char === '"' ? quoted(text, at) : punctuation(text, at, char)
    yield token
    at = token.end
  }
  yield { kind: 'end', start: text.length, end: text.length }
}

function punctuation(text: string, start: number, char: string): Token {
  switch (char) {
    case '<':
    case '>': {
      const orEqual = text[start + 1] === '='
      return { kind: 'punctuation', text: orEqual ? `${char}=` : char, start, end: start + (orEqual ? 2 : 1) }
    }
    case '(':
    case ')':
    case '{':
    case '}':
    case ':':
      return { kind: 'punctuation', text: char, start, end: start + 1 }
    default:
      return word(text, start)
  }
}

function unicodeEscape(text: string, at: number): string | undefined {
  const digits = /^u([0-9a-fA-F]{4})/.exec(text.slice(at, at + 5))?.[1]
  return digits === undefined ? undefined : String.fromCharCode(Number.parseInt(digits, 16))
}

function quoted(text: string, start: number): Token {
  let value = ''
  for (let at = start + 1; at < text.length; at++) {
    const char = text.charAt(at)
    if (char === '"') return { kind: 'quoted', text: value, start, end: at + 1 }
    if (char !== '\\') {
      value += char
      continue
    }
    const next = text.charAt(at + 1)
    const code = unicodeEscape(text, at + 1)
    const escaped = controls[next] ?? (next === '"' || next === '\\' ? next : code)
    // Any other backslash inside quotes is a literal backslash.
    value += escaped ?? '\\'
    if (escaped !== undefined) at += code === undefined ? 1 : 5
  }
  return refuse('Q001', { start, end: text.length }, 'the quotation mark is never closed', 'end the value with "')
}

function word(text: string, start: number): Token {
  const segments = ['']
  const add = (part: string) => {
    segments[segments.length - 1] += part
  }
  let at = start
  for (; at < text.length; at++) {
    const char = text.charAt(at)
    if (char === '*') segments.push('')
    else if (char === '\\') {
      const { value, length } = escapeInWord(text, at)
      add(value)
      at += length - 1
    } else if (blank.test(char) || special.includes(char)) break
    else add(char)
  }
  const raw = text.slice(start, at)
  const lower = raw.toLowerCase()
  if (lower !== 'and' && lower !== 'or' && lower !== 'not') return { kind: 'word', segments, raw, start, end: at }
  const before = text.charAt(start - 1)
  if (lower !== 'not' && before !== '' && !blank.test(before))
    refuse('Q001', { start, end: at }, `a space is missing before ${JSON.stringify(raw)}`)
  if (at < text.length && !blank.test(text.charAt(at)))
    refuse(
      'Q001',
      { start, end: at },
      `a space is missing after ${JSON.stringify(raw)}`,
      'separate keywords with spaces',
    )
  return { kind: 'keyword', text: lower, start, end: at }
}

function escapeInWord(text: string, at: number): { value: string; length: number } {
  const next = text.charAt(at + 1)
  const span = { start: at, end: Math.min(at + 2, text.length) }
  const keyword = /^(?:and|or|not)/i.exec(text.slice(at + 1, at + 4))?.[0]
  // Kibana reads a backslash before `not` as the start of an escaped line break, although the author means the word.
  if (keyword?.toLowerCase() === 'not')
    refuse('Q004', span, 'Kibana reads \\n in \\not as a line break', 'put the value in quotation marks')
  const control = controls[next]
  if (control !== undefined) return { value: control, length: 2 }
  if (next !== '' && special.includes(next)) return { value: next, length: 2 }
  const code = unicodeEscape(text, at + 1)
  if (code !== undefined) return { value: code, length: 6 }
  if (keyword !== undefined) return { value: keyword, length: keyword.length + 1 }
  return refuse(
    'Q001',
    span,
    `\\${next} is not an escape`,
    `write \\\\ for a backslash, or put the value in quotation marks`,
  )
}
