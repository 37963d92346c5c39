// Recursive-descent parser for event conditions: precedence rises from `or` over `and` and `not` to comparisons.
import { words } from '../../../../mappings/fields/field.ts'
import { didYouMean } from '../../../../mappings/kernel/suggest.ts'
import type { Span } from '../problem.ts'
import { refuse } from '../refusal.ts'
import {
  type ArithmeticOperator,
  type Condition,
  comparisonOperators,
  type Expression,
  type FieldRef,
  join,
  type Literal,
  type MatchOperator,
} from './ast.ts'
import { functionNames } from './functions.ts'
import type { TokenReader } from './token-reader.ts'

/** Deeper nesting than any author writes; protects the stack from hostile text. */
const maximumDepth = 100

const comparisonOf = (text: string) => comparisonOperators.find((operator) => operator === text)
const reserved = words('and or not in like regex where by with until sequence sample')

/** Either a condition, or a value within a condition. */
type Node = Condition | Expression

export class ConditionParser {
  private readonly tokens: TokenReader
  private depth = 0

  constructor(tokens: TokenReader) {
    this.tokens = tokens
  }

  condition(): Condition {
    return toCondition(this.node())
  }

  private node(): Node {
    return this.chain('or', () => this.chain('and', () => this.not()))
  }

  private chain(keyword: 'and' | 'or', operand: () => Node): Node {
    const start = this.tokens.peek().start
    const first = operand()
    const operands = [first]
    while (this.takeKeyword(keyword)) operands.push(operand())
    if (operands.length === 1) return first
    return join(keyword, operands.map(toCondition), { start, end: this.tokens.lastEnd() })
  }

  /** Takes a keyword in lower case. Rejects `AND`, which would otherwise be read as a field name in the wrong place. */
  private takeKeyword(keyword: 'and' | 'or'): boolean {
    const token = this.tokens.peek()
    if (token.kind === 'word' && token.text !== keyword && token.text.toLowerCase() === keyword)
      refuse('Q001', token, `${token.text} is not a keyword`, `write ${keyword}`)
    return this.tokens.takeWord(keyword)
  }

  private not(): Node {
    const { start } = this.tokens.peek()
    if (!this.tokens.takeWord('not')) return this.comparison()
    this.deeper({ start, end: this.tokens.lastEnd() })
    const of = toCondition(this.not())
    this.depth--
    return { kind: 'not', of, span: { start, end: of.span.end } }
  }

  private comparison(): Node {
    const left = this.sum()
    const token = this.tokens.peek()
    if (token.kind === 'word') return this.wordOperator(left)
    if (token.kind !== 'punctuation') return left
    if (token.text === '=')
      refuse('Q001', token, '= does not compare', 'write == (or : to ignore upper and lower case)')
    if (token.text === ':') {
      this.tokens.take()
      return this.match(':', toExpression(left), left.span.start)
    }
    const operator = comparisonOf(token.text)
    if (operator === undefined) return left
    this.tokens.take()
    const right = toExpression(this.sum())
    const next = this.tokens.peek()
    if (next.kind === 'punctuation' && comparisonOf(next.text) !== undefined)
      refuse('Q001', next, 'comparisons cannot be chained', 'join two comparisons with and')
    return {
      kind: 'compare',
      operator,
      left: toExpression(left),
      right,
      span: { start: left.span.start, end: right.span.end },
    }
  }

  private wordOperator(left: Node): Node {
    const { tokens } = this
    const { start } = left.span
    if (tokens.isWord('not') && tokens.isWord('in', 1)) {
      tokens.take()
      tokens.take()
      const of = this.list(tokens.takeTilde() ? 'in~' : 'in', toExpression(left), start)
      return { kind: 'not', of, span: of.span }
    }
    if (tokens.takeWord('in')) return this.list(tokens.takeTilde() ? 'in~' : 'in', toExpression(left), start)
    if (tokens.takeWord('like')) return this.match(tokens.takeTilde() ? 'like~' : 'like', toExpression(left), start)
    if (tokens.isWord('regex'))
      refuse('Q004', tokens.peek(), 'regular expressions are not evaluated offline', 'write like, with * and ?')
    if (tokens.isWord('not') && (tokens.isWord('like', 1) || tokens.is(':', 1)))
      refuse('Q001', tokens.peek(), 'write not before the whole comparison', 'write not field like …')
    return left
  }

  private match(operator: MatchOperator, of: Expression, start: number): Condition {
    if (this.tokens.is('(')) return this.list(operator, of, start)
    const value = this.literal(`a value after ${operator}`)
    return { kind: 'match', operator, of, values: [value], span: { start, end: value.span.end } }
  }

  private list(operator: MatchOperator, of: Expression, start: number): Condition {
    const open = this.tokens.expect('(', `a list of values like ("a", "b") after ${operator}`)
    const values = [this.literal('a value')]
    while (this.tokens.takeIf(',')) values.push(this.literal('a value'))
    const { end } = this.tokens.expectClosing(')', open, 'a comma or a closing parenthesis')
    return { kind: 'match', operator, of, values, span: { start, end } }
  }

  private literal(expected: string): Literal {
    const { start } = this.tokens.peek()
    const negative = this.tokens.takeIf('-')
    const token = this.tokens.peek()
    if (token.kind === 'number') return this.number(negative, start)
    if (negative) return this.tokens.unexpected('a number after -')
    const value = this.constant()
    if (value !== undefined) return value
    const name = token.kind === 'word' || token.kind === 'quoted_name'
    return this.tokens.unexpected(expected, name ? 'put text in double quotes' : undefined)
  }

  private sum(): Node {
    return this.operators(['+', '-'], () => this.operators(['*', '/', '%'], () => this.unary()))
  }

  private operators(wanted: readonly ArithmeticOperator[], operand: () => Node): Node {
    let left = operand()
    for (;;) {
      const token = this.tokens.peek()
      const operator = token.kind === 'punctuation' ? wanted.find((each) => each === token.text) : undefined
      if (operator === undefined) return left
      this.tokens.take()
      const right = toExpression(operand())
      const span = { start: left.span.start, end: right.span.end }
      left = { kind: 'arithmetic', operator, left: toExpression(left), right, span }
    }
  }

  private unary(): Node {
    const { start } = this.tokens.peek()
    if (this.tokens.takeIf('+')) return this.unary()
    if (!this.tokens.takeIf('-')) return this.primary()
    if (this.tokens.peek().kind === 'number') return this.number(true, start)
    this.deeper({ start, end: this.tokens.lastEnd() })
    const right = toExpression(this.unary())
    this.depth--
    const zero: Literal = { kind: 'literal', value: 0, span: { start, end: start } }
    return { kind: 'arithmetic', operator: '-', left: zero, right, span: { start, end: right.span.end } }
  }

  private primary(): Node {
    const token = this.tokens.peek()
    if (this.tokens.is('(')) {
      this.tokens.take()
      this.deeper(token)
      const node = this.node()
      this.tokens.expectClosing(')', token, 'and, or, an operator, or a closing parenthesis')
      this.depth--
      return node
    }
    const constant = this.constant()
    if (constant !== undefined) return constant
    if (token.kind === 'word' && (this.tokens.is('(', 1) || (this.tokens.is('~', 1) && this.tokens.is('(', 2))))
      return this.call()
    return this.field()
  }

  private constant(): Literal | undefined {
    const token = this.tokens.peek()
    const span: Span = { start: token.start, end: token.end }
    if (token.kind === 'string') {
      this.tokens.take()
      return { kind: 'literal', value: token.text, span }
    }
    if (token.kind === 'number') return this.number(false, token.start)
    if (token.kind !== 'word') return undefined
    const value =
      token.text === 'null' ? null : token.text === 'true' ? true : token.text === 'false' ? false : undefined
    if (value === undefined) return undefined
    this.tokens.take()
    return { kind: 'literal', value, span }
  }

  private number(negative: boolean, start: number): Literal {
    const token = this.tokens.take()
    const text = token.kind === 'number' ? token.text : ''
    const value = negative ? -Number(text) : Number(text)
    return {
      kind: 'literal',
      value,
      ...(/[.eE]/.test(text) ? { double: true as const } : {}),
      span: { start, end: token.end },
    }
  }

  private call(): Expression {
    const name = this.tokens.take()
    const nameText = name.kind === 'word' ? name.text : ''
    if (reserved.includes(nameText)) refuse('Q001', name, `expected a value, found ${nameText}`)
    const insensitive = this.tokens.takeTilde()
    const open = this.tokens.expect('(')
    this.deeper(open)
    const args: Expression[] = []
    if (!this.tokens.is(')')) {
      do args.push(toExpression(this.node()))
      while (this.tokens.takeIf(','))
    }
    const { end } = this.tokens.expectClosing(')', open, 'a comma or a closing parenthesis')
    this.depth--
    const nameSpan = { start: name.start, end: name.end }
    if (nameText === 'wildcard')
      refuse('Q004', nameSpan, 'Elasticsearch has no function wildcard', 'write field like ("a*", "b*")')
    if (!functionNames.includes(nameText))
      refuse('Q001', nameSpan, `there is no function ${nameText}`, didYouMean(nameText, functionNames).hint)
    return { kind: 'call', name: nameText, insensitive, arguments: args, nameSpan, span: { start: name.start, end } }
  }

  /** Parses a field name, with `?` in front if the field is optional. */
  field(expected = 'a field, a value or a function'): FieldRef {
    const { start } = this.tokens.peek()
    const optional = this.tokens.takeIf('?')
    let name = this.namePart(expected)
    while (this.tokens.is('.')) {
      this.tokens.take()
      name += `.${this.namePart('the rest of the field name')}`
    }
    if (this.tokens.is('['))
      if (this.tokens.peek(1).kind === 'number')
        refuse(
          'Q004',
          this.tokens.peek(),
          'Elasticsearch has no array positions',
          `write only ${name}: any value counts`,
        )
    return { kind: 'field', name, optional, span: { start, end: this.tokens.lastEnd() } }
  }

  private namePart(expected: string): string {
    const token = this.tokens.peek()
    if (token.kind !== 'word' && token.kind !== 'quoted_name') return this.tokens.unexpected(expected)
    if (token.kind === 'word' && reserved.includes(token.text) && expected !== 'the rest of the field name')
      return this.tokens.unexpected(expected)
    this.tokens.take()
    return token.text
  }

  private deeper(span: Span): void {
    if (++this.depth > maximumDepth) refuse('Q001', span, `more than ${maximumDepth} nested levels`)
  }
}

function isExpression(node: Node): node is Expression {
  return node.kind === 'literal' || node.kind === 'field' || node.kind === 'call' || node.kind === 'arithmetic'
}

function toCondition(node: Node): Condition {
  return isExpression(node) ? { kind: 'truth', of: node, span: node.span } : node
}

function toExpression(node: Node): Expression {
  return isExpression(node) ? node : refuse('Q001', node.span, 'expected a value, found a condition')
}
