import { existsSync } from 'node:fs'

export const defaultEnvironmentPath = './environment.yaml'

/** Returns the path from the command line, else ./environment.yaml if it exists, else undefined. */
export function resolveEnvironmentPath(cliOption: string | undefined): string | undefined {
  return cliOption ?? (existsSync(defaultEnvironmentPath) ? defaultEnvironmentPath : undefined)
}
