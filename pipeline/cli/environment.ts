import { createHash } from 'node:crypto'
import {
  type Environment,
  emptyEnvironment,
  endOfApproval,
  withoutEnded,
} from '../../mappings/environment/environment.ts'
import { resolveEnvironmentPath } from '../../mappings/environment/path.ts'
import { formatDiagnostic, hasErrors } from '../../mappings/kernel/diagnostic.ts'
import type { Config } from '../config/config.ts'
import { UsageError } from '../errors/usage-error.ts'
import { openSettings } from './config.ts'
import { printable } from './terminal.ts'

/**
 * The environment file of every command: `--environment`, else the setting `environment` (of `config`, where the command has a
 * configuration), else ./environment.yaml if it is there, else none.
 */
export function environmentFile(option: string | undefined, config?: Config): string | undefined {
  return resolveEnvironmentPath(option ?? (config ?? openSettings(['environment'])).environment)
}

export async function openEnvironment(path: string | undefined): Promise<Environment> {
  if (path === undefined) return emptyEnvironment
  const { loadEnvironment } = await import('../../mappings/environment/load.ts')
  const { environment, diagnostics } = loadEnvironment(path)
  if (hasErrors(diagnostics)) throw new UsageError(diagnostics.map(formatDiagnostic).join('\n'))
  return environment
}

/** Identifies the content of an environment file, so that `doctor` finds a service that uses a different file. */
export function digestOf(environment: Environment): string {
  return createHash('sha256').update(JSON.stringify(environment)).digest('hex').slice(0, 16)
}

/** Warns of the approvals that have ended. A hunt still uses them for the events before their end. */
export function reportEndedApprovals({ approvedApps }: Environment, now: number): void {
  for (const approval of approvedApps.filter((each) => endOfApproval(each) < now))
    console.warn(
      `the approval of ${printable(approval.name ?? approval.id)} expired on ${approval.expires}: renew or remove it`,
    )
}

/** The environment for Kibana as of a day: without ended approvals, which are reported. */
export function withoutEndedApprovals(environment: Environment, now: number): Environment {
  reportEndedApprovals(environment, now)
  return withoutEnded(environment, now)
}
