import { type Environment, emptyEnvironment, withoutEnded } from '../../mappings/environment/environment.ts'
import { resolveEnvironmentPath } from '../../mappings/environment/path.ts'
import { formatDiagnostic, hasErrors } from '../../mappings/kernel/diagnostic.ts'
import { UsageError } from '../errors/usage-error.ts'
import { printable } from './terminal.ts'

/** The environment of a command: the file of `--environment`, else ./environment.yaml if it is there, else nothing known. */
export async function openEnvironment(option: string | undefined): Promise<Environment> {
  const path = resolveEnvironmentPath(option)
  if (path === undefined) return emptyEnvironment
  const { loadEnvironment } = await import('../../mappings/environment/load.ts')
  const { environment, diagnostics } = loadEnvironment(path)
  if (hasErrors(diagnostics)) throw new UsageError(diagnostics.map(formatDiagnostic).join('\n'))
  return environment
}

/**
 * The environment for Kibana as of a day: without expired approvals, which are reported. A hunt uses the time of its
 * events instead.
 */
export function withoutEndedApprovals(environment: Environment, now: number): Environment {
  const standing = withoutEnded(environment, now)
  const ended = environment.approvedApps.filter((approval) => !standing.approvedApps.includes(approval))
  for (const { id, name, expires } of ended)
    console.warn(`the approval of ${printable(name ?? id)} expired on ${expires}: renew or remove it`)
  return standing
}
