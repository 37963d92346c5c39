import { existsSync } from 'node:fs'

export const defaultEnvironmentPath = './environment.yaml'

/** The file to read: what the command line names, else ./environment.yaml if it is there, else none. */
export function resolveEnvironmentPath(cliOption: string | undefined): string | undefined {
  return cliOption ?? (existsSync(defaultEnvironmentPath) ? defaultEnvironmentPath : undefined)
}
