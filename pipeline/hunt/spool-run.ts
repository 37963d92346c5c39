// A sorted run of documents: in memory, or as lines of a file that is read in blocks.
import type { FileHandle } from 'node:fs/promises'
import { LineBuffer } from './line-buffer.ts'

/** A document that came back from the spool. */
export interface Spooled {
  /** `<@timestamp> <_id>`: ISO 8601 in UTC with milliseconds, so that text order is time order. */
  readonly key: string
  readonly label: string
  /** JSON text and a line feed. */
  readonly line: Buffer
}

/** A document on its way into the spool. */
export interface Keyed {
  readonly key: string
  /** Key, label and JSON text with a tab between them, and a line feed. JSON text holds no line feed, and no label a tab. */
  readonly bytes: Buffer
}

/** A reader that starts at the beginning of a run. */
export interface Head {
  /** The key of the next document; undefined before the first `fill`, and at the end. */
  readonly key: string | undefined
  /** The next document. Its line is in `lines`, or in memory until the end. */
  take(lines: LineBuffer): Spooled
  /** Moves to the next document. Returns false if `fill` must first load it. */
  advance(): boolean
  fill(): Promise<void>
  close(): Promise<void>
}

const tab = 9
const lineFeed = 10
const writtenBytes = 1024 * 1024
/** What is read of a run at a time. A run in use has two of them in memory, a run that waits has the small first one. */
const readBytes = 128 * 1024
const firstBytes = 16 * 1024
/** Space before it for the beginning of a line from the last read. */
const restBytes = 32 * 1024

export async function writeRun(file: FileHandle, run: readonly Keyed[]): Promise<void> {
  const lines = new LineBuffer()
  for (const { bytes } of run) {
    lines.add(bytes)
    if (lines.length >= writtenBytes) await file.writeFile(lines.take())
  }
  if (lines.length > 0) await file.writeFile(lines.take())
}

function toSpooled(bytes: Buffer, key: string): Spooled {
  const label = bytes.indexOf(tab) + 1
  const line = bytes.indexOf(tab, label) + 1
  return { key, label: bytes.toString('utf8', label, line - 1), line: bytes.subarray(line) }
}

export function inMemory(run: readonly Keyed[]): Head {
  let at = -1
  return {
    get key() {
      return run[at]?.key
    },
    take() {
      const { key, bytes } = run[at] as Keyed
      return toSpooled(bytes, key)
    },
    advance: () => ++at < run.length,
    async fill() {
      at++
    },
    close: async () => undefined,
  }
}

const nothing: Buffer = Buffer.alloc(0)

interface Reading {
  readonly buffer: Buffer
  readonly bytes: Promise<number>
}

class RunFile implements Head {
  key: string | undefined
  readonly #handle: FileHandle
  #position = 0
  #chunk = nothing
  /** The current line in the chunk, and the one after it. */
  #line = 0
  #at = 0
  /** The buffer of the chunk; free after the next `fill`, when all lines in it were taken. */
  #buffer: Buffer | undefined
  /** Is read while lines are taken, so that the disk need not be waited for. */
  #ahead: Reading | undefined

  constructor(handle: FileHandle) {
    this.#handle = handle
  }

  async #read(buffer: Buffer): Promise<number> {
    const { bytesRead } = await this.#handle.read(buffer, restBytes, buffer.length - restBytes, this.#position)
    this.#position += bytesRead
    return bytesRead
  }

  #begin(buffer: Buffer = Buffer.allocUnsafeSlow(restBytes + readBytes)): Reading {
    return { buffer, bytes: this.#read(buffer) }
  }

  advance(): boolean {
    const end = this.#chunk.indexOf(lineFeed, this.#at) + 1
    if (end === 0) return false
    this.#line = this.#at
    this.#at = end
    this.key = this.#chunk.toString('utf8', this.#line, this.#chunk.indexOf(tab, this.#line))
    return true
  }

  take(lines: LineBuffer): Spooled {
    const { key, label, line } = toSpooled(this.#chunk.subarray(this.#line, this.#at), this.key as string)
    return { key, label, line: lines.add(line) }
  }

  async fill(): Promise<void> {
    do {
      const isFirst = this.#position === 0
      const { buffer, bytes } =
        this.#ahead ?? this.#begin(isFirst ? Buffer.allocUnsafeSlow(restBytes + firstBytes) : undefined)
      const end = restBytes + (await bytes)
      if (end === restBytes) {
        this.key = undefined
        this.#chunk = nothing
        this.#buffer = undefined
        this.#ahead = undefined
        return
      }
      const rest = this.#chunk.subarray(this.#at)
      this.#at = Math.max(restBytes - rest.length, 0)
      if (rest.length > restBytes) this.#chunk = Buffer.concat([rest, buffer.subarray(restBytes, end)])
      else {
        rest.copy(buffer, this.#at)
        this.#chunk = buffer.subarray(0, end)
      }
      if (isFirst) continue
      this.#ahead = this.#begin(this.#buffer)
      this.#buffer = buffer
    } while (!this.advance())
  }

  async close(): Promise<void> {
    await this.#ahead?.bytes.catch(() => undefined)
  }
}

/** Reads a run that `writeRun` wrote. The caller that opened the file closes it after the head. */
export function readRun(file: FileHandle): Head {
  return new RunFile(file)
}
