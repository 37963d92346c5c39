// How a command reports the input that it could not read.
import type { Readability, Unread } from '../decode/readability.ts'
import { DependencyError } from '../errors/dependency-error.ts'
import { UsageError } from '../errors/usage-error.ts'
import { type ExitCode, exitCodes } from './exit.ts'
import { printable } from './terminal.ts'

const shownCandidates = 10

/** Returns the error for a partial name with several matches: `asked` is the text, `kind` the plural noun. */
export function severalMatch(asked: string, kind: string, candidates: readonly string[]): UsageError {
  // Some logs contain only the ID of an account.
  const isAddressed = kind === 'accounts' && candidates.every((candidate) => candidate.includes('@'))
  const shown = candidates.length === shownCandidates + 1 ? candidates : candidates.slice(0, shownCandidates)
  const more = candidates.length - shown.length
  return new UsageError(
    [
      `${printable(asked)}: ${candidates.length} ${kind} match; use ${isAddressed ? 'one of these addresses' : 'the ID of one'}:`,
      ...shown.map((candidate) => `    ${printable(candidate)}`),
      ...(more > 0 ? [`    and ${more} more`] : []),
    ].join('\n'),
  )
}

const shownInputs = 10

/** Returns lines for a terminal: the unreadable input, its location, and the next step. */
export function unreadLines({ headline, inputs, todo }: Unread): string[] {
  const more = inputs.length - shownInputs
  return [
    `${headline}.`,
    ...inputs.slice(0, shownInputs).map(({ path, reason }) => `    ${path}: ${reason}`),
    ...(more > 0 ? [`    and ${more} more`] : []),
    ...todo.map((step) => `    → ${step}`),
  ].map(printable)
}

/** Reports unread input on standard error, and returns the exit code of the command that read it. */
export function reportUnread(unread: Unread | undefined): ExitCode {
  if (unread === undefined) return exitCodes.done
  console.error(unreadLines(unread).join('\n'))
  return exitCodes.input
}

/** Returns the line on files of Consentry in the inputs, which no command reads; nothing without such files. */
export function leftOut([first, ...others]: readonly string[] = []): string[] {
  if (first === undefined) return []
  const more = others.length === 0 ? '' : ` and ${others.length} more`
  return [`left out      files of Consentry: ${printable(first)}${more}`]
}

/** Returns the error for an item that the readable part of an input does not contain. */
export function notFound(message: string, readability: Readability): Error {
  const unread = readability.unread()
  if (unread === undefined) return new UsageError(message)
  return new DependencyError('input_unread', [message, ...unreadLines(unread)].join('\n'))
}
