import type { FileHandle } from 'node:fs/promises'
import { messageOf } from '../../mappings/kernel/thrown.ts'
import { DependencyError } from '../errors/dependency-error.ts'
import { openPrivate } from '../safe-output/private-file.ts'

/** Appends lines to a file, one call after another. A caller that waits for `append` is as slow as the disk. */
export class NdjsonFile {
  private readonly path: string
  private handle: FileHandle | undefined
  private last: Promise<void> = Promise.resolve()

  constructor(path: string) {
    this.path = path
  }

  append(lines: readonly string[]): Promise<void> {
    return lines.length === 0 ? this.last : this.appendBytes(Buffer.from(`${lines.join('\n')}\n`))
  }

  /** Appends lines in UTF-8, each with its line feed. */
  appendBytes(lines: Buffer): Promise<void> {
    const written = this.last.then(() => this.write(lines))
    this.last = written.catch(() => undefined)
    return written
  }

  private async write(bytes: Buffer): Promise<void> {
    try {
      this.handle ??= await openPrivate(this.path, 'a')
      await this.handle.appendFile(bytes)
    } catch (cause) {
      const message = `cannot write ${this.path} (${messageOf(cause)}). Check the path, the permissions and the free space.`
      throw new DependencyError('file_not_written', message, { cause })
    }
  }

  async close(): Promise<void> {
    await this.last
    await this.handle?.close()
    this.handle = undefined
  }
}
