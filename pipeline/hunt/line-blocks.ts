// Lines of text as UTF-8, stored one after another in large blocks that are reused.
const blockBytes = 4 * 1024 * 1024
const lineFeed = 10

export class LineBlocks {
  #free: Buffer[] = []
  #used: Buffer[] = []
  #block: Buffer = Buffer.alloc(0)
  #at = 0

  /** The bytes of a text in three parts, followed by a line feed. Joining the parts would require one more copy. */
  add(head: string, start: string, end: string): Buffer {
    // A UTF-16 unit takes at most three bytes.
    const most = (head.length + start.length + end.length) * 3 + 1
    if (most > blockBytes) return Buffer.from(`${head}${start}${end}\n`)
    if (this.#at + most > this.#block.length) {
      this.#block = this.#free.pop() ?? Buffer.allocUnsafeSlow(blockBytes)
      this.#used.push(this.#block)
      this.#at = 0
    }
    const from = this.#at
    this.#at += this.#block.write(head, this.#at, 'utf8')
    this.#at += this.#block.write(start, this.#at, 'utf8')
    this.#at += this.#block.write(end, this.#at, 'utf8')
    this.#block[this.#at++] = lineFeed
    return this.#block.subarray(from, this.#at)
  }

  /** Returns the blocks filled so far. Nothing is added to them afterwards. */
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

  /** Drops the blocks that were kept for reuse: no further lines follow. */
  end(): void {
    this.#free = []
  }
}
