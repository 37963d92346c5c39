import { type Config, type ConfigProblem, loadConfig } from '../config/config.ts'
import { UsageError } from './exit.ts'

function format({ where, message, hint }: ConfigProblem): string {
  return `${where}: ${message}\n    ${hint}`
}

/** The configuration of a command from its file and the environment. Throws a UsageError with every problem found. */
export function openConfig(file: string | undefined): Config {
  const outcome = loadConfig({ file, env: process.env })
  if (!outcome.ok) throw new UsageError(`the configuration cannot be used\n${outcome.problems.map(format).join('\n')}`)
  for (const warning of outcome.warnings) console.error(format(warning))
  return outcome.config
}
