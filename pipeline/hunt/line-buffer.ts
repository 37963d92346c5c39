// Lines in UTF-8, one after the other in one buffer that is used again. With a new buffer for each batch, the collector of garbage
// runs for the space of buffers, and the freed space goes back to the system late.
/** A larger buffer is not kept. */
const mostKept = 4 * 1024 * 1024

export class LineBuffer {
  #bytes: Buffer = Buffer.alloc(0)
  length = 0

  /** Adds bytes, and returns the copy. */
  add(bytes: Buffer): Buffer {
    this.#makeRoom(bytes.length)
    const from = this.length
    this.length += bytes.copy(this.#bytes, from)
    return this.#bytes.subarray(from, this.length)
  }

  addText(text: string): void {
    // A UTF-16 unit takes at most three bytes.
    this.#makeRoom(text.length * 3)
    this.length += this.#bytes.write(text, this.length, 'utf8')
  }

  #makeRoom(bytes: number): void {
    const needed = this.length + bytes
    if (needed <= this.#bytes.length) return
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, 2 * this.#bytes.length))
    this.#bytes.copy(larger, 0, 0, this.length)
    this.#bytes = larger
  }

  /** All that was added since the last call, valid until the next addition. */
  take(): Buffer {
    const taken = this.#bytes.subarray(0, this.length)
    this.length = 0
    if (this.#bytes.length > mostKept) this.#bytes = Buffer.alloc(0)
    return taken
  }
}
