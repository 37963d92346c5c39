// A cursor over tokens, with the error texts for expected and found tokens.
import type { Span } from '../problem.ts'
import { refuse } from '../refusal.ts'
import type { Punctuation, Token } from './lex.ts'

export class TokenReader {
  readonly text: string
  private readonly tokens: readonly Token[]
  private at = 0

  constructor(text: string, tokens: readonly Token[]) {
    this.text = text
    this.tokens = tokens
  }

  peek(ahead = 0): Token {
    return this.tokens[Math.min(this.at + ahead, this.tokens.length - 1)] as Token
  }

  take(): Token {
    const token = this.peek()
    if (token.kind !== 'end') this.at++
    return token
  }

  /** Returns the end of the last token that was taken. */
  lastEnd(): number {
    return this.tokens[this.at - 1]?.end ?? 0
  }

  isWord(word: string, ahead = 0): boolean {
    const token = this.peek(ahead)
    return token.kind === 'word' && token.text === word
  }

  takeWord(word: string): boolean {
    if (!this.isWord(word)) return false
    this.at++
    return true
  }

  is(punctuation: Punctuation, ahead = 0): boolean {
    const token = this.peek(ahead)
    return token.kind === 'punctuation' && token.text === punctuation
  }

  takeIf(punctuation: Punctuation): boolean {
    if (!this.is(punctuation)) return false
    this.at++
    return true
  }

  /** Takes a `~` that follows the last token without a blank. */
  takeTilde(): boolean {
    return this.is('~') && this.peek().start === this.lastEnd() && this.takeIf('~')
  }

  expect(punctuation: Punctuation, expected = JSON.stringify(punctuation)): Token {
    return this.is(punctuation) ? this.take() : this.unexpected(expected)
  }

  /** Takes the closing counterpart of an opening token; the error names the opening token if it is unclosed. */
  expectClosing(punctuation: ')' | ']', open: Span, expected: string): Token {
    if (this.peek().kind === 'end')
      refuse('Q001', open, `the ${punctuation === ')' ? 'parenthesis' : 'bracket'} is never closed`)
    return this.expect(punctuation, expected)
  }

  unexpected(expected: string, hint?: string): never {
    const token = this.peek()
    const found = token.kind === 'end' ? 'the end of the query' : this.text.slice(token.start, token.end)
    const shown = token.kind === 'end' ? found : JSON.stringify(found)
    return refuse('Q001', token, `expected ${expected}, found ${shown}`, hint)
  }
}
