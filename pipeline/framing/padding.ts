// Finds input whose content is missing: an interrupted copy, or a disk that failed, leaves NUL bytes in its place. A log
// rotation that empties the file of a running writer leaves them at the start. In UTF-16, each NUL character counts once.
import { DependencyError } from '../errors/dependency-error.ts'

/** Archives and tapes pad a file to a block of this size. */
const blockBytes = 512

export class Padding {
  #isBlank = true
  /** The NUL bytes since the last text. */
  #nuls = 0
  /** The NUL bytes before text, in runs that are longer than padding. */
  #holes = 0

  take(chunk: Buffer): void {
    if (!chunk.includes(0)) {
      if (chunk.some((byte) => byte > 0x20)) this.#takeText()
      return
    }
    for (const byte of chunk) {
      if (byte === 0) this.#nuls++
      else if (byte > 0x20) this.#takeText()
    }
  }

  #takeText(): void {
    this.#isBlank = false
    if (this.#nuls >= blockBytes) this.#holes += this.#nuls
    this.#nuls = 0
  }

  /** Throws at the end of an input that is blank, or that has more NUL bytes in one place than padding has. */
  check(path: string): void {
    if (this.#isBlank) {
      const what = this.#nuls === 0 ? 'the file is empty' : 'the file is damaged: it contains only NUL bytes and blanks'
      throw new DependencyError('input_empty', `cannot read ${path}: ${what}`)
    }
    if (this.#nuls >= blockBytes) {
      const message = `${path} ends with ${this.#nuls} NUL bytes, so its last records may be missing; download or copy the file again`
      throw new DependencyError('input_damaged', message)
    }
    if (this.#holes > 0) {
      const message = `${path} contains ${this.#holes} NUL bytes before records, so records may be missing there; if a log rotation left them, read the rotated file too, otherwise download or copy the file again`
      throw new DependencyError('input_damaged', message)
    }
  }
}
