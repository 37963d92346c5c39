// How a lexer or parser gives up: an error that never leaves its module, carrying the problem that is handed back.
import type { QueryProblem, Span } from './problem.ts'

/** Raised inside lexers and parsers only; both hand the problem back. */
export class Refusal extends Error {
  readonly problem: QueryProblem
  constructor(problem: QueryProblem) {
    super(problem.message)
    this.problem = problem
  }
}

export function refuse(code: QueryProblem['code'], span: Span, message: string, hint?: string): never {
  throw new Refusal({ code, span, message, ...(hint === undefined ? {} : { hint }) })
}
