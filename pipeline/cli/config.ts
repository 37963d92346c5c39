import { editDistance } from '../../mappings/kernel/suggest.ts'
import { type Config, type ConfigProblem, loadConfig } from '../config/config.ts'
import { type Setting, type SettingKey, settings } from '../config/settings.ts'
import { UsageError } from '../errors/usage-error.ts'

export const kibanaVariables = [
  'KIBANA_URL',
  'KIBANA_SPACE',
  'KIBANA_API_KEY',
  'KIBANA_USERNAME',
  'KIBANA_PASSWORD',
  'KIBANA_CA',
] as const

const variables = [
  'CONSENTRY_DEBUG',
  ...kibanaVariables,
  ...Object.values<Setting>(settings).flatMap(({ env, secret }) => [
    ...env,
    ...(secret === true ? env.map((name) => `${name}_FILE`) : []),
  ]),
]

const prefixes = new Set(variables.map((name) => name.split('_')[0] ?? ''))

/** A name with more edits is a different word: other programs also use variables with these prefixes. */
const mostEdits = 2

/** Variables that no command reads, with names similar to a variable that a command reads. */
function misspelled(env: NodeJS.ProcessEnv): ConfigProblem[] {
  const unknown = Object.keys(env).filter((name) => prefixes.has(name.split('_')[0] ?? '') && !variables.includes(name))
  return unknown.flatMap((where) => {
    const meant = variables.find((name) => editDistance(where, name, mostEdits) <= mostEdits)
    if (meant === undefined) return []
    return [{ where, message: 'has no effect: no setting has this name', hint: `did you mean ${meant}?` }]
  })
}

function format({ where, message, hint }: ConfigProblem): string {
  return `${where}: ${message}\n    ${hint}`
}

/** The configuration of a command from its file and the environment. Throws a UsageError with every problem found. */
export function openConfig(file: string | undefined): Config {
  for (const warning of misspelled(process.env)) console.warn(format(warning))
  return load({ file, env: process.env })
}

/** Reads only these settings from the environment: an invalid unneeded setting cannot stop the command. */
export function openSettings(keys: readonly SettingKey[]): Config {
  const variables = keys.flatMap((key) => [...settings[key].env])
  const env = Object.fromEntries(variables.map((variable) => [variable, process.env[variable]]))
  return load({ file: undefined, env })
}

function load(from: Parameters<typeof loadConfig>[0]): Config {
  const outcome = loadConfig(from)
  if (!outcome.ok) throw new UsageError(`invalid configuration\n${outcome.problems.map(format).join('\n')}`)
  for (const warning of outcome.warnings) console.warn(format(warning))
  return outcome.config
}
