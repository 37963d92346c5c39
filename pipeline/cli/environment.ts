import { type Environment, emptyEnvironment } from '../../mappings/environment/environment.ts'
import { loadEnvironment, resolveEnvironmentPath } from '../../mappings/environment/load.ts'
import { hasErrors } from '../../mappings/kernel/diagnostic.ts'
import { isActive, type Rule } from '../../rules/lib/rule.ts'
import { formatDiagnostic } from './diagnostics.ts'
import { UsageError } from './exit.ts'
import { printable } from './terminal.ts'

/** The environment of a command: the file of `--environment`, else ./environment.yaml if it is there, else nothing known. */
export function openEnvironment(option: string | undefined): Environment {
  const path = resolveEnvironmentPath(option)
  if (path === undefined) return emptyEnvironment
  const { environment, diagnostics } = loadEnvironment(path)
  if (hasErrors(diagnostics)) throw new UsageError(diagnostics.map(formatDiagnostic).join('\n'))
  return environment
}

/** Warns of ids under `rules` in the environment that no rule has: a typo would leave a rule on in silence. */
export function warnOfUnknownRules(environment: Environment, rules: readonly { readonly id: string }[]): void {
  const known = new Set(rules.map(({ id }) => id))
  const { disabled, severities, thresholds } = environment.rules
  for (const id of new Set([...disabled, ...Object.keys(severities), ...Object.keys(thresholds)])) {
    if (!known.has(id))
      console.error(`environment: there is no rule ${printable(id)}; \`consentry rules list --json\` shows the ids`)
  }
}

/** Names rules that need something which the environment does not say is there: they cannot see anything. */
export function warnOfBlindRules(environment: Environment, rules: readonly Rule[]): void {
  for (const { name, requires = [] } of rules.filter(isActive)) {
    const missing = requires.filter((need) => !environment.available.includes(need))
    if (missing.length > 0)
      console.error(
        `blind: "${name}" needs ${missing.join(', ')}; \`available\` in the environment file says what is there`,
      )
  }
}
