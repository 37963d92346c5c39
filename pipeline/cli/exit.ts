import { DependencyError, type DependencyErrorCode } from '../errors/dependency-error.ts'
import { UsageError } from '../errors/usage-error.ts'

/** Exit codes that scripts rely on. */
export const exitCodes = {
  done: 0,
  /** Diagnostics, or alerts at or above `--fail-on`. */
  found: 1,
  usage: 2,
  input: 3,
  /** A server, a file system, or a defect of ours. */
  server: 4,
  /** Ended by a signal, as shells count SIGINT. */
  interrupted: 130,
} as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** Failures that another command line or configuration would correct. */
const usageCodes: ReadonlySet<DependencyErrorCode> = new Set([
  'es_settings',
  'kibana_settings',
  'address_database',
  'setup_namespace',
])

/** The exit code of an error that ended a command; undefined for one that nobody foresaw. */
export function exitCodeOf(error: unknown): ExitCode | undefined {
  if (error instanceof UsageError) return exitCodes.usage
  if (error instanceof DependencyError) {
    if (error.code === 'interrupted') return exitCodes.interrupted
    if (error.code.startsWith('input')) return exitCodes.input
    if (usageCodes.has(error.code)) return exitCodes.usage
    return exitCodes.server
  }
  return undefined
}
