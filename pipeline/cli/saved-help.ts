// The help of the program is a file of the build: what parses command lines is not loaded for it.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeRoot, isCheckout } from '../../mappings/kernel/package-root.ts'

export const helpFile = join(codeRoot, 'pipeline/help.json')
/** A wider terminal gets the same text. */
export const helpWidth = 80

/** The help; undefined in a narrow terminal, which needs shorter lines, and before the end of a build. */
export function savedHelp(): string | undefined {
  if ((process.stdout.columns ?? helpWidth) < helpWidth || !existsSync(helpFile)) return undefined
  const { installed, checkout } = JSON.parse(readFileSync(helpFile, 'utf8')) as Record<string, string>
  return isCheckout() ? checkout : installed
}
