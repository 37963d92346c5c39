// Files of records. Records are audit data about people: only the account that runs the command may read the files.
import { type FileHandle, lstat, mkdtemp, open, rm, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'

export const privateFolder = 0o700
export const privateFile = 0o600

/** Removes a path that links to another file, so that a write creates a new file and leaves the other unchanged. */
export async function freePlace(path: string): Promise<void> {
  // Keeps the links of the system to the streams of the process.
  if (/^\/(dev|proc)\//.test(resolve(path))) return
  const found = await lstat(path).catch(() => undefined)
  const target = found?.isSymbolicLink() ? await stat(path).catch(() => undefined) : found
  const isShared = found?.isSymbolicLink()
    ? target === undefined || target.isFile()
    : found?.isFile() && found.nlink > 1
  if (isShared) await rm(path)
}

/** Opens a file for records. An existing file that others may read becomes private. */
export async function openPrivate(path: string, flags: 'a' | 'w'): Promise<FileHandle> {
  await freePlace(path)
  const handle = await open(path, flags, privateFile)
  const found = await handle.stat()
  // A device keeps its mode, and so does a file of another owner, for which the error is ignored.
  if (found.isFile() && (found.mode & 0o077) !== 0) await handle.chmod(privateFile).catch(() => undefined)
  return handle
}

/** Opens a file without a name below `folder`: its space is free as soon as the process ends, in any way. */
export async function openNameless(folder: string): Promise<FileHandle> {
  const own = await mkdtemp(join(folder, 'consentry-'))
  try {
    return await open(join(own, 'records'), 'wx+', privateFile)
  } finally {
    await rm(own, { recursive: true, force: true })
  }
}
