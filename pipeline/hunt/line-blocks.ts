// Lines of text as UTF-8, one after the other in large blocks that are used again.

const blockBytes = 4 * 1024 * 1024
const lineFeed = 10

export class LineBlocks {
  #free: Buffer[] = []
  #used: Buffer[] = []
  #block: Buffer = Buffer.alloc(0)
  #at = 0

  /** The bytes of a text with a line feed behind it. */
  add(text: string): Buffer {
    // A UTF-16 unit takes at most three bytes.
    const most = text.length * 3 + 1
    if (most > blockBytes) return Buffer.from(`${text}\n`)
    if (this.#at + most > this.#block.length) {
      this.#block = this.#free.pop() ?? Buffer.allocUnsafeSlow(blockBytes)
      this.#used.push(this.#block)
      this.#at = 0
    }
    const start = this.#at
    const end = start + this.#block.write(text, start, 'utf8')
    this.#block[end] = lineFeed
    this.#at = end + 1
    return this.#block.subarray(start, this.#at)
  }

  /** The blocks filled so far; no more is added to them. */
  take(): Buffer[] {
    const used = this.#used
    this.#used = []
    this.#block = Buffer.alloc(0)
    this.#at = 0
    return used
  }

  /** Releases blocks without any referenced lines. */
  give(blocks: readonly Buffer[]): void {
    this.#free.push(...blocks)
  }

  /** Frees the blocks that wait for further lines: none follow. */
  end(): void {
    this.#free = []
  }
}
