import type { FileHandle } from 'node:fs/promises'
import { messageOf } from '../../mappings/kernel/thrown.ts'
import { DependencyError } from '../errors/dependency-error.ts'
import { openPrivate } from '../safe-output/private-file.ts'
import { LineBuffer } from './line-buffer.ts'

const blockBytes = 1024 * 1024

/** Appends lines to a file in blocks: one is filled while the other is written. A later append or `close` throws a write error. */
export class NdjsonFile {
  readonly #path: string
  #handle: FileHandle | undefined
  #filled = new LineBuffer()
  #written = new LineBuffer()
  #last: Promise<void> = Promise.resolve()

  constructor(path: string) {
    this.#path = path
  }

  append(lines: readonly string[]): Promise<void> {
    return this.appendText(lines.map((line) => `${line}\n`))
  }

  /** Appends lines with their line feeds, split in any way. */
  appendText(parts: readonly (Buffer | string)[]): Promise<void> {
    for (const part of parts) {
      if (typeof part === 'string') this.#filled.addText(part)
      else this.#filled.add(part)
    }
    return this.#endBlock()
  }

  /** If this block is full, waits until the previous block is written. */
  async #endBlock(): Promise<void> {
    if (this.#filled.length < blockBytes) return
    const before = this.#last
    this.#last = before.then(() => this.#write())
    // The next call throws the error.
    this.#last.catch(() => undefined)
    await before
  }

  async #write(): Promise<void> {
    const block = this.#filled
    if (block.length === 0) return
    this.#filled = this.#written
    this.#written = block
    try {
      this.#handle ??= await openPrivate(this.#path, 'a')
      await this.#handle.appendFile(block.take())
    } catch (cause) {
      const message = `cannot write ${this.#path} (${messageOf(cause)}). Check the path, the permissions and the free space.`
      throw new DependencyError('file_not_written', message, { cause })
    }
  }

  /** Writes the rest. */
  async close(): Promise<void> {
    try {
      await this.#last
      await this.#write()
    } finally {
      await this.#handle?.close()
      this.#handle = undefined
    }
  }
}
