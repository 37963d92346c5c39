// Output paths of commands: an unwritable path is a usage error, reported before the work begins.
import { constants, existsSync, realpathSync, statSync } from 'node:fs'
import { access } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { makeFolders } from '../../mappings/kernel/folders.ts'
import { isOutOfFiles } from '../../mappings/kernel/open-files.ts'
import { codeOf, messageOf } from '../../mappings/kernel/thrown.ts'
import { fileSystemFailures, writeWholeFile } from '../../mappings/kernel/whole-file.ts'
import { DependencyError } from '../errors/dependency-error.ts'
import { UsageError } from '../errors/usage-error.ts'
import { privateFile, privateFolder } from '../safe-output/private-file.ts'

/** Returns the target of a link, so that a command that rewrites a file keeps the link. */
export const fileBehind = (path: string): string => (existsSync(path) ? realpathSync(path) : path)

export const cannotWrite = (path: string, reason: string): UsageError =>
  new UsageError(`cannot write ${path} (${reason}); choose another place`)

/** Returns a UsageError for an unwritable path, and a DependencyError for a failing file system. */
export function writeError(path: string, error: unknown): Error {
  const code = codeOf(error)
  if (code !== undefined && fileSystemFailures.has(code)) {
    const message = `cannot write ${path} (${messageOf(error)}); free space or choose another place`
    return new DependencyError('file_not_written', message, { cause: error })
  }
  if (isOutOfFiles(error)) return error as Error
  return cannotWrite(path, code === 'EEXIST' ? 'a file has this name' : messageOf(error))
}

/** Runs a write call. Throws a UsageError for an unwritable path, and a DependencyError for a failing file system. */
export async function attempt<T>(path: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (error) {
    throw writeError(path, error)
  }
}

/** Throws a UsageError if a file cannot be written, before the work for its content begins. Does not change the file. */
export function refuseUnwritable(path: string): Promise<void> {
  return attempt(path, async () => {
    const found = statSync(path, { throwIfNoEntry: false })
    if (found?.isDirectory()) throw new Error('it is a folder')
    await access(found === undefined ? dirname(resolve(path)) : path, constants.W_OK)
  })
}

/** Makes a folder for results, and its parent folders, accessible only to this account. Throws a UsageError. */
export function makeOutFolder(folder: string): Promise<void> {
  return attempt(folder, async () => makeFolders(folder, privateFolder))
}

/** Writes a whole file that contains no records. Throws a UsageError. */
export function writeOutFile(path: string, text: string): Promise<void> {
  return attempt(path, async () => writeWholeFile(path, text))
}

/** Writes a whole file that contains no records into a folder, which it makes. Returns its path. Throws a UsageError. */
export async function writeIntoFolder(folder: string, name: string, text: string): Promise<string> {
  await makeOutFolder(folder)
  const path = join(folder, name)
  await writeOutFile(path, text)
  return path
}

/** Writes a whole file that contains records. Throws a UsageError. */
export function writeRecordFile(path: string, text: string): Promise<void> {
  return attempt(path, async () => writeWholeFile(path, text, { mode: privateFile }))
}
