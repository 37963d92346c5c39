// Sorts documents by (event time, _id) outside memory and drops duplicates: sorts runs of bounded size in memory,
// writes them to temporary files, and merges them. Late, duplicate or reversed delivery does not change the result.
// Documents are kept as bytes: every garbage collection would copy texts, and texts would be encoded more than once.
import type { FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { messageOf } from '../../mappings/kernel/thrown.ts'
import { DependencyError } from '../errors/dependency-error.ts'
import { openNameless } from '../safe-output/private-file.ts'
import { LineBlocks } from './line-blocks.ts'
import { LineBuffer } from './line-buffer.ts'
import { type Head, inMemory, type Keyed, readRun, type Spooled, writeRun } from './spool-run.ts'

export interface SpoolOptions {
  /** Bytes of documents that are sorted in memory at a time. The same amount may be waiting to be written. */
  readonly runBytes?: number
  /** The folder for the sorted runs. Their files have no names. */
  readonly folder?: string
  /** Receives two documents with the same key and different text: the stored document and the dropped one. */
  readonly onDifference?: (kept: Buffer, dropped: Buffer) => void
}

/** The number of documents in an output batch. Parsed documents of larger batches survive garbage collections. */
const batchSize = 32

type WithKey = Pick<Keyed, 'key'>

function byKey(a: WithKey, b: WithKey): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0
}

/** Runs in the order of their next documents. If keys are equal, the document of the earlier run comes first. */
class Heads {
  readonly #order: ReadonlyMap<Head, number>
  readonly #heads: Head[]

  constructor(runs: readonly Head[]) {
    this.#order = new Map(runs.map((run, i) => [run, i]))
    this.#heads = runs.filter(({ key }) => key !== undefined)
    this.#heads.sort((a, b) => (this.#isBefore(a, b) ? -1 : 1))
  }

  #isBefore(a: Head, b: Head): boolean {
    const difference = byKey(a as WithKey, b as WithKey)
    return difference < 0 || (difference === 0 && (this.#order.get(a) as number) < (this.#order.get(b) as number))
  }

  get first(): Head | undefined {
    return this.#heads[0]
  }

  /** Moves the first run to its new place. If the logs are in order of time, the run mostly stays first. */
  moved(): void {
    const [first] = this.#heads as [Head]
    if (first.key === undefined) {
      this.#heads.shift()
      return
    }
    let place = 0
    for (let next = this.#heads[1]; next !== undefined && this.#isBefore(next, first); next = this.#heads[place + 1])
      this.#heads[place++] = next
    this.#heads[place] = first
  }
}

export class Spool {
  /** Documents dropped because another one has the same key. Final once `sorted` has ended. */
  duplicates = 0
  readonly #runBytes: number
  readonly #folder: string
  readonly #onDifference: SpoolOptions['onDifference']
  readonly #blocks = new LineBlocks()
  #run: Keyed[] = []
  #bytes = 0
  #files: FileHandle[] = []
  #writing: Promise<void> | undefined

  constructor(options: SpoolOptions = {}) {
    this.#runBytes = options.runBytes ?? 32 * 1024 * 1024
    this.#folder = options.folder ?? tmpdir()
    this.#onDifference = options.onDifference
  }

  /**
   * Adds a document: its key, a label that its reader needs before the JSON text (without tabs or line feeds), and its
   * JSON text on one line, in two parts. Await the returned promise, if any.
   */
  add(key: string, label: string, start: string, end = ''): Promise<void> | undefined {
    const bytes = this.#blocks.add(`${key}\t${label}\t`, start, end)
    this.#run.push({ key, bytes })
    this.#bytes += bytes.length
    return this.#bytes >= this.#runBytes ? this.#endRun() : undefined
  }

  /** Writes the run to the disk while the next run is filled. */
  async #endRun(): Promise<void> {
    const run = this.#run.sort(byKey)
    const blocks = this.#blocks.take()
    this.#run = []
    this.#bytes = 0
    await this.#writing
    this.#writing = this.#writeRun(run).then(() => this.#blocks.give(blocks))
    // The next waiting caller receives the error.
    this.#writing.catch(() => undefined)
  }

  async #writeRun(run: readonly Keyed[]): Promise<void> {
    try {
      const file = await openNameless(this.#folder)
      this.#files.push(file)
      await writeRun(file, run)
    } catch (cause) {
      const message = `${this.#folder} has no space for sorting the documents (${messageOf(cause)}); free space there, or set TMPDIR to another folder`
      throw new DependencyError('file_not_written', message, { cause })
    }
  }

  /** All documents in order of their key, each key once, in batches, each valid until the next. Can be read one time. */
  async *sorted(): AsyncGenerator<readonly Spooled[]> {
    await this.#writing
    this.#blocks.end()
    const runs: Head[] = []
    try {
      for (const file of this.#files) runs.push(readRun(file))
      runs.push(inMemory(this.#run.sort(byKey)))
      for (const run of runs) await run.fill()
      yield* this.#merged(new Heads(runs))
    } finally {
      for (const run of runs) await run.close()
    }
  }

  async *#merged(heads: Heads): AsyncGenerator<readonly Spooled[]> {
    const lines = new LineBuffer()
    let batch: Spooled[] = []
    let kept: Spooled | undefined
    for (let { first } = heads; first !== undefined; first = heads.first) {
      if (kept !== undefined && first.key !== kept.key) {
        batch.push(kept)
        kept = undefined
        if (batch.length >= batchSize) {
          yield batch
          batch = []
          lines.take()
        }
      }
      const document = first.take(lines)
      kept = kept === undefined ? document : this.#longest(kept, document)
      if (!first.advance()) await first.fill()
      heads.moved()
    }
    if (kept !== undefined) batch.push(kept)
    if (batch.length > 0) yield batch
  }

  /** Keeps the longest document per key, in any file order: an export may shorten members that another has in full. */
  #longest(kept: Spooled, document: Spooled): Spooled {
    this.duplicates++
    const order = document.line.length - kept.line.length || document.line.compare(kept.line)
    const [longer, shorter] = order > 0 ? [document, kept] : [kept, document]
    if (!longer.line.equals(shorter.line)) this.#onDifference?.(longer.line, shorter.line)
    return longer
  }

  /** Frees the space of the runs. Safe to call at any time. */
  async close(): Promise<void> {
    await this.#writing?.catch(() => undefined)
    for (const file of this.#files.splice(0)) await file.close()
  }
}
