import { mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { codeOf } from './thrown.ts'

/** Makes a folder, one level at a time: the recursive mkdir of Node hangs where a file system (/proc) refuses with ENOENT. */
export function makeFolders(path: string, mode = 0o777): void {
  // The parents of `a/../b` include `a`.
  const folder = resolve(path)
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return
  if (dirname(folder) !== folder) makeFolders(dirname(folder), mode)
  try {
    mkdirSync(folder, mode)
  } catch (error) {
    // Another process may have created the folder in the meantime.
    if (codeOf(error) !== 'EEXIST' || !statSync(folder).isDirectory()) throw error
  }
}
