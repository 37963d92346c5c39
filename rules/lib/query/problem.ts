// A problem of a query: a code, the position, and a message with a remedy.
import type { Diagnostic, DiagnosticCode } from '../../../mappings/kernel/diagnostic.ts'

/** A range of the query text: offsets in UTF-16 units, end exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

export interface QueryProblem {
  readonly code: Extract<DiagnosticCode, `Q${string}`>
  readonly span: Span
  readonly message: string
  readonly hint?: string
}

/** Line and column, both from 1, of an offset. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset)
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}

/** The diagnostic of a problem: `path` is the member that holds the query, line and column. */
export function toDiagnostic(problem: QueryProblem, query: string, file: string, member = 'query'): Diagnostic {
  const { line, column } = lineAndColumn(query, problem.span.start)
  const { code, message, hint } = problem
  const path = `${member}:${line}:${column}`
  return { code, level: 'error', file, path, message, ...(hint === undefined ? {} : { hint }) }
}
