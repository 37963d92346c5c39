import { type Environment, emptyEnvironment } from '../../mappings/environment/environment.ts'
import { loadEnvironment, resolveEnvironmentPath } from '../../mappings/environment/load.ts'
import { hasErrors } from '../../mappings/kernel/diagnostic.ts'
import { formatDiagnostic } from './diagnostics.ts'
import { UsageError } from './exit.ts'

/** The environment of a command: the file of `--environment`, else ./environment.yaml if it is there, else nothing known. */
export function openEnvironment(option: string | undefined): Environment {
  const path = resolveEnvironmentPath(option)
  if (path === undefined) return emptyEnvironment
  const { environment, diagnostics } = loadEnvironment(path)
  if (hasErrors(diagnostics)) throw new UsageError(diagnostics.map(formatDiagnostic).join('\n'))
  return environment
}
