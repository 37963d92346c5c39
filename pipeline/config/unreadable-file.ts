import { codeOf } from '../../mappings/kernel/thrown.ts'

/** Maximum characters of a file name on usual file systems. */
const longestName = 255

/** False if the value is the content of a file, not a path. It may be a secret, and no message may contain it. */
export const isPath = (value: string): boolean =>
  value.split(/[\\/]/).every((name) => name.length <= longestName) && !/^\s*\{|[\r\n]|-----BEGIN/.test(value)

/** Describes a file of a setting that cannot be read. A secret may also have the form of a path. */
export function unreadableFile(value: string, error: unknown, isSecret = false): { message: string; hint: string } {
  const isShown = isPath(value) && !isSecret
  const hint = isShown ? `check that ${value} exists and that this user can read it` : 'the value must be a path'
  return { message: `names a file that cannot be read (${codeOf(error) ?? 'error'})`, hint }
}
