// Reports environment settings that have no effect, and requirements of rules that the environment does not list.
import type { Environment } from '../../mappings/environment/environment.ts'
import { defaultEnvironmentPath } from '../../mappings/environment/path.ts'
import { formatDiagnostic, hasErrors } from '../../mappings/kernel/diagnostic.ts'
import { readNamedText } from '../../mappings/kernel/named-file.ts'
import { placeInYaml } from '../../mappings/kernel/yaml-place.ts'
import { blindRules } from '../../rules/lib/blind-rules.ts'
import { checkEnvironment } from '../../rules/lib/check-environment.ts'
import { isShipped, type Rule } from '../../rules/lib/rule.ts'
import { UsageError } from '../errors/usage-error.ts'
import { printable } from './terminal.ts'

/**
 * Reports environment settings without an effect on the rules: otherwise a typo would silently leave a rule enabled.
 * Throws if a setting cannot be applied.
 */
export function reportIdleSettings(environment: Environment, rules: readonly Rule[], file: string | undefined): void {
  const findings = checkEnvironment(environment, rules, file ?? defaultEnvironmentPath)
  const text = findings.length === 0 || file === undefined ? '' : readNamedText(file)
  const lines = findings.map((finding) => {
    const { path, message } = finding
    const placed = { ...finding, path: placeInYaml(text, path), message: `${path}: ${message}` }
    return printable(formatDiagnostic(placed).replace(/\n\s+/g, '; '))
  })
  if (hasErrors(findings)) throw new UsageError(lines.join('\n'))
  for (const line of lines) console.warn(line)
}

/** Reports the rules with a requirement that the environment does not list, with a hint. */
export function reportBlindRules(environment: Environment, rules: readonly Rule[]): void {
  const blind = blindRules(environment, rules.filter(isShipped))
  if (blind.length === 0) return
  const count = new Set(blind.flatMap(({ rules: without }) => without)).size
  const needs = blind.map(({ requirement, rules: without }) => `${requirement} (${without.length})`)
  console.warn(
    `rules without input: ${count} rules need ${needs.join(', ')}. If you have these records, list them under \`available\` in the environment file`,
  )
}
