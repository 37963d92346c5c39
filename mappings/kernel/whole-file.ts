// Writes a whole file: after a full disk or a kill, the file has the old text or the new text, never a part of a text.
import { randomUUID } from 'node:crypto'
import {
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  linkSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { isOpenFile } from './named-file.ts'

export interface WholeFileOptions {
  /** The mode of the file. Without it, an existing file keeps its mode. */
  readonly mode?: number
  /** Throws EEXIST if the file exists. */
  readonly isNew?: boolean
}

/** Returns the name of the temporary file for a path. The file is hidden, because a hunt may read the folder. */
export const stagedName = (path: string, process: number | string): string => `.${basename(path)}.${process}.partial`

/** File system errors after which another write would also fail. */
export const fileSystemFailures: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EIO', 'EROFS'])

/**
 * Writes a temporary file next to the file and renames it. The rename replaces a link, and
 * keeps its target unchanged. If only the file is writable, or if its owner would change, writes into the file itself.
 * Does not replace devices and pipes.
 */
export function writeWholeFile(path: string, text: string, options: WholeFileOptions = {}): void {
  const found = statSync(path, { throwIfNoEntry: false })
  const isStream = isOpenFile(path) || (found !== undefined && !found.isFile())
  if (isStream || (found !== undefined && options.isNew === true)) {
    writeFileSync(path, text, { flag: options.isNew === true ? 'wx' : 'w', mode: options.mode ?? 0o666 })
    return
  }
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true
  const replaced = isLink ? undefined : found
  // A rename would ignore the protection of a file that is not writable.
  if (replaced !== undefined) closeSync(openSync(path, 'r+'))
  if (!replace(path, text, replaced, options)) writeInto(path, text, options)
}

/** Returns false if the folder or the owner of the file prevents the replacement. */
function replace(path: string, text: string, found: Stats | undefined, { mode, isNew }: WholeFileOptions): boolean {
  // Processes in different containers can have the same ID.
  const staged = join(dirname(path), stagedName(path, randomUUID()))
  let file: number
  try {
    file = openSync(staged, 'wx', mode ?? (found === undefined ? 0o666 : found.mode & 0o777))
  } catch {
    return false
  }
  try {
    try {
      writeFileSync(file, text)
      if (found !== undefined && mode === undefined) fchmodSync(file, found.mode & 0o777)
      if (found !== undefined && !keepsOwner(file, found)) return false
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    // Unlike a rename, a link never replaces a file.
    return done(() => (isNew === true ? linkSync : renameSync)(staged, path))
  } finally {
    rmSync(staged, { force: true })
  }
}

/**
 * Runs a call. Returns false if the system refuses the call: a mounted file cannot be renamed, a file of another owner
 * cannot be replaced in a shared folder, and some file systems have no links and no owners.
 */
function done(call: () => void): boolean {
  try {
    call()
    return true
  } catch {
    return false
  }
}

function keepsOwner(file: number, { uid, gid }: Stats): boolean {
  const made = fstatSync(file)
  return (made.uid === uid && made.gid === gid) || done(() => fchownSync(file, uid, gid))
}

/** Writes into the file itself. After an error, restores the old text, or removes a new file. */
function writeInto(path: string, text: string, { mode, isNew }: WholeFileOptions): void {
  const before = statSync(path, { throwIfNoEntry: false }) === undefined || isNew ? undefined : readFileSync(path)
  // Another account may have put a link into a shared folder.
  const flags = constants.O_WRONLY | (constants.O_NOFOLLOW ?? 0)
  const create = constants.O_CREAT | constants.O_EXCL
  const file = openSync(path, before === undefined ? flags | create : flags, mode ?? 0o666)
  try {
    if (mode !== undefined) done(() => fchmodSync(file, mode))
    put(file, text)
  } catch (error) {
    if (before === undefined) rmSync(path, { force: true })
    else put(file, before)
    throw error
  } finally {
    closeSync(file)
  }
}

/** Does not remove the old bytes first: on a full disk, another program could take the free blocks. */
function put(file: number, text: string | Buffer): void {
  const bytes = Buffer.from(text)
  let at = 0
  while (at < bytes.length) at += writeSync(file, bytes, at, bytes.length - at, at)
  ftruncateSync(file, bytes.length)
  fsyncSync(file)
}
