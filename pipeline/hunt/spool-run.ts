// A sorted run of documents: in memory, or as lines of a file that is read piece by piece.
import type { FileHandle } from 'node:fs/promises'

/** A document on the way through the spool. */
export interface Spooled {
  /** `<@timestamp> <_id>`: ISO 8601 in UTC with milliseconds, so that text order is time order. */
  readonly key: string
  readonly label: string
  /** JSON text and a line feed. */
  readonly line: Buffer
}

/** A run that is read from its beginning. */
export interface Head {
  /** The next document; undefined before the first `fill`, and at the end. */
  readonly head: Spooled | undefined
  /** Goes on to the next document; false when `fill` has to fetch it. */
  advance(): boolean
  fill(): Promise<void>
  close(): Promise<void>
}

const tab = 9
const lineFeed = 10
const writtenBytes = 1024 * 1024
/** What is read of a run at a time. Each run has two of them in memory. */
const readBytes = 128 * 1024

/** The lines of a run in pieces of some size. */
function* pieces(run: readonly Spooled[]): Generator<Buffer> {
  let parts: Buffer[] = []
  let size = 0
  for (const { key, label, line } of run) {
    const start = Buffer.from(`${key}\t${label}\t`)
    parts.push(start, line)
    size += start.length + line.length
    if (size < writtenBytes) continue
    yield Buffer.concat(parts, size)
    parts = []
    size = 0
  }
  if (size > 0) yield Buffer.concat(parts, size)
}

export async function writeRun(file: FileHandle, run: readonly Spooled[]): Promise<void> {
  for (const piece of pieces(run)) await file.writeFile(piece)
}

export function inMemory(run: readonly Spooled[]): Head {
  let at = -1
  return {
    get head() {
      return run[at]
    },
    advance: () => ++at < run.length,
    async fill() {
      at++
    },
    close: async () => undefined,
  }
}

class RunFile implements Head {
  head: Spooled | undefined
  readonly #handle: FileHandle
  #position = 0
  #chunk: Buffer = Buffer.alloc(0)
  #at = 0
  /** Read ahead, so that the disk need not be waited for. */
  #next: Promise<Buffer>

  constructor(handle: FileHandle) {
    this.#handle = handle
    this.#next = this.#read()
  }

  async #read(): Promise<Buffer> {
    const { buffer, bytesRead } = await this.#handle.read(
      Buffer.allocUnsafeSlow(readBytes),
      0,
      readBytes,
      this.#position,
    )
    this.#position += bytesRead
    return buffer.subarray(0, bytesRead)
  }

  /** JSON text holds no line feed, and no label a tab. */
  advance(): boolean {
    const chunk = this.#chunk
    const end = chunk.indexOf(lineFeed, this.#at) + 1
    if (end === 0) return false
    const key = chunk.indexOf(tab, this.#at)
    const label = chunk.indexOf(tab, key + 1)
    this.head = {
      key: chunk.toString('utf8', this.#at, key),
      label: chunk.toString('utf8', key + 1, label),
      line: chunk.subarray(label + 1, end),
    }
    this.#at = end
    return true
  }

  async fill(): Promise<void> {
    do {
      const next = await this.#next
      if (next.length === 0) {
        this.head = undefined
        return
      }
      this.#next = this.#read()
      const rest = this.#chunk.subarray(this.#at)
      // Documents that were handed over look into the old bytes: these stay as they are.
      this.#chunk = rest.length === 0 ? next : Buffer.concat([rest, next])
      this.#at = 0
    } while (!this.advance())
  }

  async close(): Promise<void> {
    await this.#next.catch(() => undefined)
  }
}

/** Reads a run that `writeRun` wrote. Who opened the file closes it, after the head. */
export function readRun(file: FileHandle): Head {
  return new RunFile(file)
}
