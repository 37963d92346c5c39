// Files that contain records. They are the audit data of people: only the account that runs the command may read them.
import { type FileHandle, lstat, mkdtemp, open, rm, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'

export const privateFolder = 0o700
const privateFile = 0o600

/** Removes a name that leads to a file of another name, so that a write makes a new file and leaves that one as it is. */
export async function freePlace(path: string): Promise<void> {
  // The links of the system to the streams of the process.
  if (/^\/(dev|proc)\//.test(resolve(path))) return
  const found = await lstat(path).catch(() => undefined)
  const target = found?.isSymbolicLink() ? await stat(path).catch(() => undefined) : found
  const isShared = found?.isSymbolicLink()
    ? target === undefined || target.isFile()
    : found?.isFile() && found.nlink > 1
  if (isShared) await rm(path)
}

/** Opens a file that contains records; one that is there already and that others may read becomes private. */
export async function openPrivate(path: string, flags: 'a' | 'w'): Promise<FileHandle> {
  await freePlace(path)
  const handle = await open(path, flags, privateFile)
  const found = await handle.stat()
  // Not a device, and not a file that somebody else owns and hands out.
  if (found.isFile() && (found.mode & 0o077) !== 0) await handle.chmod(privateFile).catch(() => undefined)
  return handle
}

/** Opens a file without a name below `folder`: its space is free as soon as the process ends, however it ends. */
export async function openNameless(folder: string): Promise<FileHandle> {
  const own = await mkdtemp(join(folder, 'consentry-'))
  try {
    return await open(join(own, 'records'), 'wx+', privateFile)
  } finally {
    await rm(own, { recursive: true, force: true })
  }
}
