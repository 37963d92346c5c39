// How a lexer or parser gives up: an error that never leaves `refusable`, carrying the problem that is handed back.
import { boundedCache } from '../../../mappings/kernel/bounded-cache.ts'
import type { QueryProblem, Span } from './problem.ts'

class Refusal extends Error {
  readonly problem: QueryProblem
  constructor(problem: QueryProblem) {
    super(problem.message)
    this.problem = problem
  }
}

export function refuse(code: QueryProblem['code'], span: Span, message: string, hint?: string): never {
  throw new Refusal({ code, span, message, ...(hint === undefined ? {} : { hint }) })
}

/** What the work returns, or the problem that it refused with. Other errors pass through. */
export function refusable<T>(work: () => T): T | { readonly ok: false; readonly problem: QueryProblem } {
  try {
    return work()
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: error.problem }
    throw error
  }
}

/** A parser that parses a text once: every rule that gives way to a rule reads its query. */
export function parsingOnce<T extends object>(parse: (text: string) => T): (text: string) => T {
  const known = boundedCache<T>({ limit: 500, keyLength: 50_000 })
  return (text) => known(text, parse)
}
