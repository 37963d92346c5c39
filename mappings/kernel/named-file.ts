// Reads a file that a user or a folder names. A named pipe without a writer would stop the process, and a device may
// have no end.
import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'

/** The code of the error for a pipe or a device. */
export const notRegular = 'no regular file'

/** Paths that mean an open file of a process, even if it is a regular file. Other folders of /dev have regular files. */
const openFile = /^\/(?:proc|dev\/fd)\/|^\/dev\/std(?:in|out|err)$/

/** True for an open file of a process, such as the `<(command)` of a shell. */
export const isOpenFile = (path: string): boolean => openFile.test(resolve(path))

/** Throws for a pipe, for a device other than /dev/null, and for a missing file. */
export function refuseSpecial(path: string): void {
  const stats = statSync(path)
  if (stats.isFile() || stats.isDirectory() || isOpenFile(path) || resolve(path) === '/dev/null') return
  throw Object.assign(new Error('it is not a regular file'), { code: notRegular })
}

export function readNamed(path: string): Buffer {
  refuseSpecial(path)
  return readFileSync(path)
}

export const readNamedText = (path: string): string => readNamed(path).toString('utf8')
