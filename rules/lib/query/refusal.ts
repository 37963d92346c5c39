// How a lexer or parser stops: it throws an error that never leaves `refusable` and contains the problem to return.
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

/** Returns the result of the work, or the problem if the work threw a Refusal. Other errors pass through. */
export function refusable<T>(work: () => T): T | { readonly ok: false; readonly problem: QueryProblem } {
  try {
    return work()
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: error.problem }
    throw error
  }
}

/** Returns a parser that parses each text once: rules that yield to a rule also read the query of that rule. */
export function parsingOnce<T extends object>(parse: (text: string) => T): (text: string) => T {
  const known = boundedCache<T>({ limit: 500, keyLength: 50_000 })
  return (text) => known(text, parse)
}
