// Replaces existing files only when all new files are complete: a failed or interrupted run leaves the results of the
// previous run unchanged.
import { readdirSync, rmSync, statSync } from 'node:fs'
import { rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isOpenFile } from '../../mappings/kernel/named-file.ts'
import { codeOf } from '../../mappings/kernel/thrown.ts'
import { stagedName } from '../../mappings/kernel/whole-file.ts'
import { UsageError } from '../errors/usage-error.ts'
import { openPrivate } from '../safe-output/private-file.ts'
import { attempt, cannotWrite } from './output.ts'

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0)
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/**
 * Removes the temporary files of killed processes. This process has none yet, even if a container reuses its ID.
 * Throws a UsageError if another process is writing the same files: the results would be mixed.
 */
export function removeLeftovers(paths: readonly string[]): void {
  const names = new Map([...new Set(paths.map((path) => dirname(path)))].map((folder) => [folder, namesIn(folder)]))
  const leftovers = paths.flatMap((path) =>
    (names.get(dirname(path)) ?? []).flatMap((name) => {
      const id = Number(/\.(\d+)\.partial$/.exec(name)?.[1])
      if (name !== stagedName(path, id)) return []
      const temporary = join(dirname(path), name)
      if (id !== process.pid && isRunning(id))
        throw new UsageError(
          `process ${id} is writing ${path}: choose another folder, wait until the process ends, or remove ${temporary} if the process is not Consentry`,
        )
      return [temporary]
    }),
  )
  for (const temporary of leftovers) rmSync(temporary, { force: true })
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

export class StagedFiles {
  /** Maps the final path of each file to its temporary path. */
  readonly #staged = new Map<string, string>()

  /** The final paths by the identity of their temporary file. */
  readonly #identities = new Map<string, string>()

  readonly #obsolete: string[] = []

  /** Creates an empty file next to the destination and returns its path. Throws a UsageError. */
  async add(path: string): Promise<string> {
    const known = this.#staged.get(path)
    if (known !== undefined) return known
    const found = await attempt(path, async () => statSync(path, { throwIfNoEntry: false }))
    if (found?.isDirectory()) throw cannotWrite(path, 'it is a folder')
    // The rename would replace it.
    if (isOpenFile(path) || found?.isFile() === false) throw cannotWrite(path, 'it is not a regular file')
    const staged = join(dirname(path), stagedName(path, process.pid))
    await attempt(path, async () => (await openPrivate(staged, 'w')).close())
    // A link to a folder, or a disk that ignores case, gives one file two paths: the second rename would fail.
    const { dev, ino } = statSync(staged)
    const same = this.#identities.get(`${dev} ${ino}`)
    if (same !== undefined) throw new UsageError(`${path} and ${same} are the same file; give each result its own file`)
    this.#identities.set(`${dev} ${ino}`, path)
    this.#staged.set(path, staged)
    return staged
  }

  async write(path: string, text: string): Promise<void> {
    const staged = await this.add(path)
    await attempt(path, () => writeFile(staged, text))
  }

  /** Removes the result of an earlier run that this run does not replace, because it describes a different input. */
  remove(path: string): void {
    this.#obsolete.push(path)
  }

  /** Puts every file in its place. Throws a UsageError. */
  async commit(): Promise<void> {
    for (const [path, staged] of this.#staged) {
      // Replaces a link; the target of the link stays unchanged.
      await attempt(path, () => rename(staged, path))
      this.#staged.delete(path)
    }
    for (const path of this.#obsolete) await attempt(path, () => rm(path, { force: true }))
    // Fails if the folder contains other files.
    for (const folder of new Set(this.#obsolete.map((path) => dirname(path))))
      await rmdir(folder).catch(() => undefined)
  }

  discard(): void {
    for (const staged of this.#staged.values()) rmSync(staged, { force: true })
    this.#staged.clear()
  }
}
