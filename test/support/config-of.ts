import { type Config, loadConfig } from '../../pipeline/config/config.ts'

/** The configuration from these variables. Throws if it is invalid. */
export function configOf(env: Record<string, string>): Config {
  const outcome = loadConfig({ env })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  return outcome.config
}
