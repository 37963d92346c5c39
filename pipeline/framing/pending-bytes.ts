const newline = 0x0a

/** The bytes of a stream from the start of the current value to the last byte received. */
export class PendingBytes {
  bytes: Buffer = Buffer.alloc(0)
  start = 0
  end = 0

  /** Adds a chunk. Returns the number of bytes by which it moved all positions. */
  append(chunk: Uint8Array): number {
    let shift = 0
    if (this.bytes.length - this.end < chunk.length) {
      const kept = this.end - this.start
      const needed = kept + chunk.length
      const fits = needed <= this.bytes.length && kept <= this.start
      const target = fits ? this.bytes : Buffer.allocUnsafe(Math.max(needed * 2, 65_536))
      this.bytes.copy(target, 0, this.start, this.end)
      shift = this.start
      this.bytes = target
      this.start = 0
      this.end = kept
    }
    this.bytes.set(chunk, this.end)
    this.end += chunk.length
    return shift
  }

  findNewline(from: number): number {
    const found = this.bytes.indexOf(newline, from)
    return found < this.end ? found : -1
  }

  text(from: number, to: number): string {
    return this.bytes.toString('utf8', from, to)
  }
}
