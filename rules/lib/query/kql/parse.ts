// Recursive-descent parser for KQL: `or` binds weaker than `and`, and `and` weaker than `not`. The parser rejects
// syntax that cannot be tested offline.
import { didYouMean } from '../../../../mappings/kernel/suggest.ts'
import type { QueryProblem, Span } from '../problem.ts'
import { parsingOnce, refusable, refuse } from '../refusal.ts'
import { join, type Node, type RangeOperator } from './ast.ts'
import { lex, type Token } from './lex.ts'

export type Parsed = { readonly ok: true; readonly node: Node } | { readonly ok: false; readonly problem: QueryProblem }

/** Parses a query, or returns the first error with its position. */
export const parseKql = parsingOnce((text): Parsed => {
  const lexed = lex(text)
  if (!lexed.ok) return lexed
  return refusable(() => ({ ok: true, node: new Parser(text, lexed.tokens).query() }))
})

interface Value extends Span {
  /** One segment is a plain value; several segments are a pattern. */
  readonly segments: readonly string[]
}

/** Deeper nesting than any author writes; protects the stack from hostile text. */
const maximumDepth = 100

class Parser {
  private readonly text: string
  private readonly tokens: readonly Token[]
  private at = 0
  private depth = 0

  constructor(text: string, tokens: readonly Token[]) {
    this.text = text
    this.tokens = tokens
  }

  query(): Node {
    if (this.peek().kind === 'end') refuse('Q001', this.peek(), 'the query is empty', 'write *:* to match everything')
    const node = this.or(() => this.expression())
    const rest = this.peek()
    if (rest.kind !== 'end') this.unexpected(rest, 'and, or, or the end of the query')
    return node
  }

  private or(operand: () => Node): Node {
    return this.chain('or', () => this.chain('and', () => this.not(operand)))
  }

  private chain(keyword: 'and' | 'or', operand: () => Node): Node {
    const start = this.peek().start
    const operands = [operand()]
    while (this.takeKeyword(keyword)) operands.push(operand())
    return operands.length === 1 ? (operands[0] as Node) : join(keyword, operands, { start, end: this.lastEnd() })
  }

  private not(operand: () => Node): Node {
    const start = this.peek().start
    if (!this.takeKeyword('not')) return operand()
    const of = operand()
    // The span of an expression in parentheses ends before the closing parenthesis.
    return { kind: 'not', of, span: { start, end: this.lastEnd() } }
  }

  private expression(): Node {
    const token = this.peek()
    if (token.kind === 'punctuation' && token.text === '(') return this.parenthesised(() => this.expression())
    if (token.kind !== 'word' && token.kind !== 'quoted') return this.unexpected(token, 'a field name')
    const name = this.value()
    const operator = this.peek()
    if (operator.kind !== 'punctuation' || operator.text === '(' || operator.text === ')' || operator.text === '{')
      return this.bareValue(name)
    this.at++
    const field = this.fieldName(name)
    switch (operator.text) {
      case ':':
        return this.afterColon(field, name)
      case '<':
      case '<=':
      case '>':
      case '>=':
        return this.range(field, name, operator.text)
      case '}':
        return this.unexpected(operator, 'and, or, or the end of the query')
    }
  }

  private afterColon(field: string, name: Value): Node {
    const token = this.peek()
    if (token.kind === 'punctuation' && token.text === '{')
      refuse(
        'Q004',
        { start: name.start, end: token.end },
        'nested queries cannot be evaluated offline',
        'name the field in full',
      )
    if (token.kind === 'punctuation' && token.text === '(')
      return this.parenthesised(() => this.fieldValue(field, name))
    return this.fieldValue(field, name, name.start)
  }

  private fieldValue(field: string, name: Value, start = this.peek().start): Node {
    const token = this.peek()
    if (token.kind === 'punctuation' && token.text === '(')
      return this.parenthesised(() => this.fieldValue(field, name))
    if (token.kind === 'keyword' && token.text === 'not')
      refuse('Q001', token, 'not is not allowed right after the colon', `write not ${field}: …, or ${field}: (not …)`)
    if (token.kind !== 'word' && token.kind !== 'quoted') return this.unexpected(token, `a value for ${field}`)
    const value = this.value()
    const span = { start, end: value.end }
    const fieldSpan: Span = { start: name.start, end: name.end }
    const valueSpan: Span = { start: value.start, end: value.end }
    const [first = ''] = value.segments
    if (value.segments.length === 1) {
      if (field.includes('*')) this.refuseSeveralFields(name)
      if (token.kind === 'word' && first === 'null')
        refuse('Q001', value, 'null is not a value', `write not ${field}: * for a field that is absent`)
      return { kind: 'is', field, fieldSpan, value: first, valueSpan, span }
    }
    if (value.segments.every((segment) => segment === ''))
      return field === '*' ? { kind: 'all', span } : { kind: 'exists', field, fieldSpan, span }
    return { kind: 'like', field, fieldSpan, segments: value.segments, valueSpan, span }
  }

  private range(field: string, name: Value, operator: RangeOperator): Node {
    const token = this.peek()
    if (field.includes('*')) this.refuseSeveralFields(name)
    if (token.kind !== 'word' && token.kind !== 'quoted') return this.unexpected(token, `a value after ${operator}`)
    const value = this.value()
    const [first = ''] = value.segments
    if (value.segments.length > 1) refuse('Q001', value, 'a range has no wildcards')
    const span = { start: name.start, end: value.end }
    const fieldSpan: Span = { start: name.start, end: name.end }
    return {
      kind: 'range',
      field,
      fieldSpan,
      operator,
      value: first,
      valueSpan: { start: value.start, end: value.end },
      span,
    }
  }

  private parenthesised(operand: () => Node): Node {
    const open = this.take()
    if (++this.depth > maximumDepth) refuse('Q001', open, `more than ${maximumDepth} nested parentheses`)
    const node = this.or(operand)
    const close = this.take()
    if (close.kind !== 'punctuation' || close.text !== ')') {
      if (close.kind === 'end') refuse('Q001', open, 'the parenthesis is never closed')
      this.unexpected(close, 'and, or, or a closing parenthesis')
    }
    this.depth--
    return node
  }

  /** Parses one quoted text, or words up to the next operator: an unquoted value may contain blanks. */
  private value(): Value {
    const token = this.take()
    if (token.kind === 'quoted') return { segments: [token.text], start: token.start, end: token.end }
    if (token.kind !== 'word') return this.unexpected(token, 'a value')
    const segments = [...token.segments]
    let end = token.end
    for (let next = this.peek(); next.kind === 'word'; next = this.peek()) {
      this.colonAhead(next)
      segments[segments.length - 1] += this.text.slice(end, next.start) + (next.segments[0] ?? '')
      segments.push(...next.segments.slice(1))
      end = next.end
      this.at++
    }
    const next = this.peek()
    if (next.kind === 'quoted')
      refuse('Q001', next, 'and or or is missing before the quoted value', 'put the whole value in quotation marks')
    const span = { start: token.start, end }
    if (segments.length > 1 && segments.some((segment) => /\s/.test(segment)))
      refuse(
        'Q004',
        span,
        'a space in a wildcard value splits it into two values in some rule types',
        'replace the space with *',
      )
    return { segments: mergeStars(segments), ...span }
  }

  /** Rejects `a: b c: d`: an operator is missing; `b c` is not a value of two words. */
  private colonAhead(word: Token): void {
    const after = this.tokens[this.at + 1]
    if (after?.kind !== 'punctuation' || after.text === ')' || after.text === '}') return
    const name = this.text.slice(word.start, word.end)
    const before = this.tokens[this.at - 1]
    const slip = before === undefined ? {} : didYouMean(this.text.slice(before.start, before.end), ['and', 'or'])
    refuse('Q001', word, `and or or is missing before ${JSON.stringify(name)}`, slip.hint)
  }

  private fieldName(name: Value): string {
    const [field = ''] = name.segments
    if (name.segments.length === 1) return field
    if (name.segments.every((segment) => segment === '')) return '*'
    return name.segments.join('*')
  }

  /** For a name with wildcards, Kibana applies patterns to all matching fields, plain values to that literal name. */
  private refuseSeveralFields(name: Value): never {
    return refuse('Q004', name, 'a field name with wildcards takes patterns only', 'put * around the value')
  }

  private bareValue(value: Value): never {
    const text = this.text.slice(value.start, value.end)
    return refuse(
      'Q004',
      value,
      `${text} has no field: Kibana would search for it in all fields`,
      `write field: ${text}`,
    )
  }

  private unexpected(token: Token, expected: string): never {
    const before = this.tokens[this.tokens.indexOf(token) - 1]
    if (token.kind === 'end' && before?.kind === 'keyword')
      refuse('Q001', before, `${before.text} has no value after it`, 'Kibana would treat it as part of the value')
    const found =
      token.kind === 'end' ? 'the end of the query' : JSON.stringify(this.text.slice(token.start, token.end))
    return refuse('Q001', token, `expected ${expected}, found ${found}`)
  }

  private peek(): Token {
    return this.tokens[Math.min(this.at, this.tokens.length - 1)] as Token
  }

  private take(): Token {
    const token = this.peek()
    this.at++
    return token
  }

  private takeKeyword(keyword: 'and' | 'or' | 'not'): boolean {
    const token = this.peek()
    if (token.kind !== 'keyword' || token.text !== keyword) return false
    this.at++
    return true
  }

  private lastEnd(): number {
    return this.tokens[this.at - 1]?.end ?? 0
  }
}

function mergeStars(segments: readonly string[]): string[] {
  return segments.filter((segment, i) => segment !== '' || i === 0 || i === segments.length - 1)
}
