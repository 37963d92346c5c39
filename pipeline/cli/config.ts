import { type Config, type ConfigProblem, loadConfig } from '../config/config.ts'
import { type SettingKey, settings, variablesOf } from '../config/settings.ts'
import { UsageError } from '../errors/usage-error.ts'
import type { CommonOptions } from './common-options.ts'

function format({ where, message, hint }: ConfigProblem): string {
  return `${where}: ${message}\n    ${hint}`
}

/** The configuration of a command from its file and the environment. Throws a UsageError with every problem found. */
export function openConfig(file: string | undefined): Config {
  return load({ file, env: process.env })
}

/** The configuration of --config; undefined without that option. */
export const openGiven = ({ config }: Pick<CommonOptions, 'config'>): Config | undefined =>
  config === undefined ? undefined : openConfig(config)

/** Reads only these settings from the environment: an invalid unneeded setting cannot stop the command. */
export function openSettings(keys: readonly SettingKey[]): Config {
  const variables = keys.flatMap((key) => variablesOf(settings[key]))
  const env = Object.fromEntries(variables.map((variable) => [variable, process.env[variable]]))
  return load({ file: undefined, env })
}

function load(from: Parameters<typeof loadConfig>[0]): Config {
  const outcome = loadConfig(from)
  if (!outcome.ok) throw new UsageError(`invalid configuration\n${outcome.problems.map(format).join('\n')}`)
  for (const warning of outcome.warnings) console.warn(format(warning))
  return outcome.config
}
