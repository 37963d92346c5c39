import { notRegular } from '../../mappings/kernel/named-file.ts'
import { codeOf } from '../../mappings/kernel/thrown.ts'
import { fileSystemFailures } from '../../mappings/kernel/whole-file.ts'
import type { Written } from '../deploy/writer.ts'
import { DependencyError, type DependencyErrorCode } from '../errors/dependency-error.ts'
import { UsageError } from '../errors/usage-error.ts'
import { stoppedBy } from '../service/signals.ts'

/** Exit codes that scripts rely on. */
export const exitCodes = {
  done: 0,
  /** Diagnostics, or alerts at or above `--fail-on`. */
  found: 1,
  usage: 2,
  input: 3,
  /** A server or a file system failed, or the product has a defect. */
  server: 4,
  /** Ended by SIGHUP, as shells report it. */
  hungUp: 129,
  /** Ended by another signal; shells use this code for SIGINT. */
  interrupted: 130,
  /** The reader of a pipe closed it before the output was complete; shells use this code for SIGPIPE. */
  closedPipe: 141,
} as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** The exit code of a service that a signal stopped after its work. Only a closed terminal ends it unintentionally. */
export const endOfService = (): ExitCode => (stoppedBy() === 'SIGHUP' ? exitCodes.hungUp : exitCodes.done)

/** Returns the exit code of writes to Kibana. */
export function exitCodeOfWrites(written: readonly Written[]): ExitCode {
  if (written.some(({ failed }) => failed)) return exitCodes.server
  return written.some(({ refused }) => refused !== undefined) ? exitCodes.found : exitCodes.done
}

/** Failures that another command line or configuration would correct. */
const usageCodes: ReadonlySet<DependencyErrorCode> = new Set([
  'es_settings',
  'kibana_settings',
  'address_database',
  'setup_namespace',
])

/** File system errors for a path that the user specified: a folder instead of a file, or no permission. */
const pathFaults: ReadonlySet<string> = new Set([
  'EISDIR',
  'ENOTDIR',
  'EACCES',
  'EPERM',
  'ELOOP',
  'ENAMETOOLONG',
  notRegular,
])

/** Returns the exit code for an error that ended a command; undefined for an unexpected error. */
export function exitCodeOf(error: unknown): ExitCode | undefined {
  if (error instanceof UsageError) return exitCodes.usage
  if (error instanceof DependencyError) {
    if (error.code === 'interrupted') return stoppedBy() === 'SIGHUP' ? exitCodes.hungUp : exitCodes.interrupted
    if (error.code.startsWith('input')) return exitCodes.input
    if (usageCodes.has(error.code)) return exitCodes.usage
    return exitCodes.server
  }
  const code = codeOf(error) ?? ''
  if (fileSystemFailures.has(code)) return exitCodes.server
  return pathFaults.has(code) ? exitCodes.input : undefined
}
