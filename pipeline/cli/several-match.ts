import { UsageError } from '../errors/usage-error.ts'
import { printable } from './terminal.ts'

const shownCandidates = 10

/** Returns the error for a partial name with several matches: `asked` is the text, `kind` the plural noun. */
export function severalMatch(asked: string, kind: string, candidates: readonly string[]): UsageError {
  const more = candidates.length - shownCandidates
  return new UsageError(
    [
      `${printable(asked)}: ${candidates.length} ${kind} match; use the ID of one:`,
      ...candidates.slice(0, shownCandidates).map((candidate) => `    ${printable(candidate)}`),
      ...(more > 0 ? [`    and ${more} more`] : []),
    ].join('\n'),
  )
}
