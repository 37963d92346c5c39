import { existsSync } from 'node:fs'
import { dirname, isAbsolute } from 'node:path'
import { codeOf, messageOf } from './thrown.ts'

export const tooManyFiles = 'too many open files; raise the limit, for example with `ulimit -n 1024`'

/** True if the process cannot open another file. Node reports a package that it cannot open as missing. */
export function isOutOfFiles(error: unknown): boolean {
  const code = codeOf(error) ?? ''
  if (code !== 'ERR_MODULE_NOT_FOUND') return code === 'EMFILE' || code === 'ENFILE'
  const [, missing = ''] = /'([^']+)' imported/.exec(messageOf(error)) ?? []
  return isAbsolute(missing) && existsSync(dirname(missing))
}
