// Replaces existing files only when all new files are complete: a failed or interrupted run leaves the results of the
// previous run unchanged.
import { rmSync, statSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { openPrivate } from '../safe-output/private-file.ts'
import { attempt, cannotWrite } from './output.ts'

export class StagedFiles {
  /** Maps the final path of each file to its temporary path. */
  readonly #staged = new Map<string, string>()

  readonly #obsolete: string[] = []

  /** Creates an empty file next to the destination and returns its path. Throws a UsageError. */
  async add(path: string): Promise<string> {
    const known = this.#staged.get(path)
    if (known !== undefined) return known
    const found = await attempt(path, async () => statSync(path, { throwIfNoEntry: false }))
    if (found?.isDirectory()) throw cannotWrite(path, 'it is a folder')
    const staged = join(dirname(path), `.${basename(path)}.${process.pid}.partial`)
    await attempt(path, async () => (await openPrivate(staged, 'w')).close())
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
  }

  discard(): void {
    for (const staged of this.#staged.values()) rmSync(staged, { force: true })
    this.#staged.clear()
  }
}
