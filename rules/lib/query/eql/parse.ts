// Parses an EQL query: one event or a sequence. Rejects syntax that is untestable offline or meaningless in a rule.
import { didYouMean } from '../../../../mappings/kernel/suggest.ts'
import type { QueryProblem, Span } from '../problem.ts'
import { parsingOnce, refusable, refuse } from '../refusal.ts'
import type { EqlQuery, EventQuery, FieldRef, SequenceQuery, Step } from './ast.ts'
import { lex } from './lex.ts'
import { ConditionParser } from './parse-condition.ts'
import { TokenReader } from './token-reader.ts'

export type ParsedEql =
  | { readonly ok: true; readonly query: EqlQuery }
  | { readonly ok: false; readonly problem: QueryProblem }

/** Parses a query, or returns the first error with its position. */
export const parseEql = parsingOnce((text): ParsedEql => {
  const lexed = lex(text)
  if (!lexed.ok) return lexed
  return refusable(() => ({ ok: true, query: new QueryParser(new TokenReader(text, lexed.tokens)).query() }))
})

const units: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }
/** The highest value of `runs` that Elasticsearch allows. */
const maximumRuns = 100

class QueryParser {
  private readonly tokens: TokenReader
  private readonly conditions: ConditionParser

  constructor(tokens: TokenReader) {
    this.tokens = tokens
    this.conditions = new ConditionParser(tokens)
  }

  query(): EqlQuery {
    const first = this.tokens.peek()
    if (first.kind === 'end') refuse('Q001', first, 'the query is empty', 'write any where … or sequence …')
    const query = this.tokens.isWord('sequence') ? this.sequence() : this.eventOrRefusal()
    const rest = this.tokens.peek()
    if (this.tokens.is('|'))
      refuse('Q004', rest, 'a pipe would hide alerts', 'remove it: a rule alerts on every match of the query')
    if (rest.kind !== 'end') {
      const expected = query.kind === 'event' ? 'and, or, an operator' : 'a step in brackets, until'
      this.tokens.unexpected(`${expected}, or the end of the query`)
    }
    return query
  }

  private eventOrRefusal(): EventQuery {
    const first = this.tokens.peek()
    if (this.tokens.isWord('sample'))
      refuse('Q004', first, 'samples are not evaluated offline', 'write a sequence, or one rule for each event')
    if (this.tokens.isWord('join')) refuse('Q004', first, 'Elasticsearch has no joins', 'write a sequence')
    return this.event()
  }

  private event(): EventQuery {
    const { start } = this.tokens.peek()
    const category = this.category()
    if (!this.tokens.takeWord('where')) {
      const word = this.tokens.peek()
      const hint = word.kind === 'word' ? didYouMean(word.text, ['where']).hint : undefined
      this.tokens.unexpected('where', hint ?? 'a query begins like this: any where event.action == "…"')
    }
    const condition = this.conditions.condition()
    return { kind: 'event', category, condition, span: { start, end: this.tokens.lastEnd() } }
  }

  private category(): string | undefined {
    const token = this.tokens.peek()
    if (token.kind !== 'word' && token.kind !== 'string')
      return this.tokens.unexpected('an event category or any', 'any where … reads every event')
    this.tokens.take()
    return token.kind === 'word' && token.text === 'any' ? undefined : token.text
  }

  private sequence(): SequenceQuery {
    const { start } = this.tokens.take()
    const by = this.tokens.takeWord('by') ? this.keys() : []
    const maxspan = this.tokens.takeWord('with') ? this.maxspan() : undefined
    if (this.tokens.isWord('by'))
      refuse('Q001', this.tokens.peek(), 'write by before with maxspan', 'write sequence by … with maxspan=…')
    const steps: Step[] = []
    while (this.tokens.is('[') || this.tokens.is('!')) steps.push(this.step())
    if (steps.length === 0) this.tokens.unexpected('a step like [any where …]')
    const until = this.tokens.takeWord('until') ? this.step() : undefined
    const span: Span = { start, end: this.tokens.lastEnd() }
    const query: SequenceQuery = { kind: 'sequence', by, maxspan, steps, until, span }
    wellFormed(query)
    return query
  }

  private keys(): FieldRef[] {
    const keys = [this.key()]
    while (this.tokens.takeIf(',')) keys.push(this.key())
    return keys
  }

  private key(): FieldRef {
    const key = this.conditions.field('a field to join by')
    if (this.tokens.is('('))
      refuse('Q004', key.span, 'joining by a computed value is not evaluated offline', 'join by a field')
    return key
  }

  private maxspan(): SequenceQuery['maxspan'] {
    const word = this.tokens.peek()
    if (!this.tokens.takeWord('maxspan'))
      this.tokens.unexpected('maxspan', word.kind === 'word' ? didYouMean(word.text, ['maxspan']).hint : undefined)
    this.tokens.expect('=')
    const number = this.tokens.peek()
    if (number.kind !== 'number') return this.tokens.unexpected('a time span like 15m')
    this.tokens.take()
    const unit = this.tokens.peek()
    const span: Span = { start: number.start, end: unit.kind === 'word' ? unit.end : number.end }
    const factor = unit.kind === 'word' && unit.start === number.end ? units[unit.text] : undefined
    if (factor === undefined)
      return refuse('Q001', span, 'the time span has no valid unit', 'one of ms, s, m, h, d: 15m')
    this.tokens.take()
    const count = Number(number.text)
    if (!Number.isInteger(count) || count < 1) refuse('Q001', span, 'a time span is a whole number above 0')
    return { milliseconds: count * factor, text: this.tokens.text.slice(span.start, span.end) }
  }

  private step(): Step {
    const { start } = this.tokens.peek()
    const missing = this.tokens.takeIf('!')
    const open = this.tokens.expect('[', 'a step like [any where …]')
    const event = this.event()
    this.tokens.expectClosing(']', open, 'and, or, an operator, or a closing bracket')
    const by = this.tokens.takeWord('by') ? this.keys() : []
    const runs = this.tokens.takeWord('with') ? this.runs() : 1
    return { event, by, runs, missing, span: { start, end: this.tokens.lastEnd() } }
  }

  private runs(): number {
    const word = this.tokens.peek()
    if (!this.tokens.takeWord('runs'))
      this.tokens.unexpected('runs', word.kind === 'word' ? didYouMean(word.text, ['runs']).hint : undefined)
    this.tokens.expect('=')
    const number = this.tokens.peek()
    if (number.kind !== 'number') return this.tokens.unexpected('a number of runs')
    this.tokens.take()
    const runs = Number(number.text)
    if (!Number.isInteger(runs) || runs < 1 || runs > maximumRuns)
      refuse('Q001', number, `runs is a whole number from 1 to ${maximumRuns}`)
    return runs
  }
}

/** Rejects sequences with valid syntax that Elasticsearch does not accept. */
function wellFormed({ steps, until, maxspan, span }: SequenceQuery): void {
  const total = steps.reduce((sum, step) => sum + step.runs, 0)
  if (total < 2) refuse('Q001', span, 'a sequence has at least two steps', 'write any where … for a single event')
  if (steps.every((step) => step.missing)) refuse('Q001', span, 'a sequence needs at least one event that occurs')
  const gap = steps.find((step) => step.missing)
  if (gap !== undefined && maxspan === undefined)
    refuse('Q001', gap.span, '![…] needs a time span', 'write sequence by … with maxspan=…')
  if (until?.missing) refuse('Q001', until.span, 'until cannot be a missing event')
  const [first] = steps
  const odd = [...steps, ...(until === undefined ? [] : [until])].find((step) => step.by.length !== first?.by.length)
  if (odd !== undefined)
    refuse('Q001', odd.span, 'every step joins by the same number of fields', `the first has ${first?.by.length ?? 0}`)
}
