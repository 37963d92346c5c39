// The inputs, so that a recipient of the report can verify that they have the same files.
import { createHash } from 'node:crypto'
import type { Input } from '../../framing/paths.ts'

export interface ReadInput {
  readonly path: string
  /** The number of bytes read. For a compressed file, these are the compressed bytes. */
  readonly bytes: number
  /** The SHA-256 of these bytes, in hexadecimal; absent if the input was not read to its end. */
  readonly sha256?: string
}

export class InputStatus {
  readonly #inputs: { path: string; size?: number; bytes: number; hash: ReturnType<typeof createHash> }[] = []

  /** Starts an input, and returns a function that receives its bytes. */
  open({ path, size }: Input): (chunk: Buffer) => void {
    const entry = { path, ...(size !== undefined && { size }), bytes: 0, hash: createHash('sha256') }
    this.#inputs.push(entry)
    return (chunk) => {
      entry.bytes += chunk.length
      entry.hash.update(chunk)
    }
  }

  list(): ReadInput[] {
    return this.#inputs.map(({ path, size, bytes, hash }) => ({
      path,
      bytes,
      ...((size === undefined || size === bytes) && { sha256: hash.copy().digest('hex') }),
    }))
  }
}
