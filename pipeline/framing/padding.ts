// Finds input whose content is missing: an interrupted copy, or a disk that failed, leaves NUL bytes in its place.
import { DependencyError } from '../errors/dependency-error.ts'

/** Archives and tapes pad a file to a block of this size. */
const blockBytes = 512

export class Padding {
  #isBlank = true
  #nuls = 0

  take(chunk: Buffer): void {
    const last = chunk.findLastIndex((byte) => byte > 0x20)
    if (last !== -1) {
      this.#isBlank = false
      this.#nuls = 0
    }
    for (let at = last + 1; at < chunk.length; at++) if (chunk[at] === 0) this.#nuls++
  }

  /** Throws at the end of an input that is blank, or that ends with more NUL bytes than padding has. */
  check(path: string): void {
    if (!this.#isBlank && this.#nuls < blockBytes) return
    if (!this.#isBlank) {
      const message = `${path} ends with ${this.#nuls} NUL bytes, so its last records may be missing; download or copy the file again`
      throw new DependencyError('input_damaged', message)
    }
    const what = this.#nuls === 0 ? 'the file is empty' : 'the file is damaged: it contains only NUL bytes and blanks'
    throw new DependencyError('input_empty', `cannot read ${path}: ${what}`)
  }
}
