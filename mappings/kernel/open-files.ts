import { existsSync } from 'node:fs'
import { dirname, isAbsolute, join } from 'node:path'
import { codeOf, messageOf } from './thrown.ts'

export const tooManyFiles = 'too many open files; raise the limit, for example with `ulimit -n 1024`'

/** True if the process cannot open another file. Node reports a module that it cannot open as missing. */
export function isOutOfFiles(error: unknown): boolean {
  const code = codeOf(error) ?? ''
  if (code !== 'ERR_MODULE_NOT_FOUND') return code === 'EMFILE' || code === 'ENFILE'
  const [, kind, missing = ''] = /(module|package) '([^']+)' imported/.exec(messageOf(error)) ?? []
  if (!isAbsolute(missing)) return false
  // Without the description of a package, Node guesses the name of its module.
  return existsSync(kind === 'package' ? join(dirname(missing), 'package.json') : missing)
}
