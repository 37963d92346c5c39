// The build saves the help, so that printing it does not load the command-line parser.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeRoot, isCheckout } from '../../mappings/kernel/package-root.ts'

export const helpFile = join(codeRoot, 'pipeline/help.json')
/** Columns of the saved help; wider terminals get the same text. */
export const helpWidth = 80

/** The help; undefined before the end of a build, and in a narrow terminal, which needs shorter lines. */
export function savedHelp(): string | undefined {
  if ((process.stdout.columns ?? helpWidth) < helpWidth || !existsSync(helpFile)) return undefined
  const { installed, checkout } = JSON.parse(readFileSync(helpFile, 'utf8')) as Record<string, string>
  return isCheckout() ? checkout : installed
}
