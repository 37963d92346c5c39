// Sorts documents by (event time, _id) outside memory and drops doubles: runs of bounded size are sorted in memory,
// written to a temporary folder, and merged. Late, doubled and backward delivery come out right by construction.

import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { WorldError } from '../outcome.ts'

/** A document on the way through the spool: its sort key and its JSON text. */
export interface Spooled {
  /** `<@timestamp> <_id>`: ISO 8601 in UTC with milliseconds, so that text order is time order. */
  readonly key: string
  readonly text: string
}

export interface SpoolOptions {
  /** Characters of document text that are sorted in memory at a time. */
  readonly runCharacters?: number
  /** Folder for the sorted runs. */
  readonly folder?: string
}

const keyEnd = '\t'

function byKey(a: Spooled, b: Spooled): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0
}

function* linesOf(run: readonly Spooled[]): Generator<string> {
  for (const { key, text } of run) yield `${key}${keyEnd}${text}\n`
}

/** What is read of a run at a time. */
const chunkBytes = 256 * 1024

/** JSON text holds no line feed, but anything else that `readline` takes for the end of a line. */
async function* readRun(file: string): AsyncGenerator<Spooled> {
  let rest = ''
  for await (const chunk of createReadStream(file, { encoding: 'utf8', highWaterMark: chunkBytes })) {
    const lines = `${rest}${chunk}`.split('\n')
    rest = lines.pop() as string
    for (const line of lines) {
      const end = line.indexOf(keyEnd)
      yield { key: line.slice(0, end), text: line.slice(end + 1) }
    }
  }
}

async function* merge(runs: AsyncIterator<Spooled>[]): AsyncGenerator<Spooled> {
  const heads: { head: Spooled; run: AsyncIterator<Spooled> }[] = []
  for (const run of runs) {
    const next = await run.next()
    if (!next.done) heads.push({ head: next.value, run })
  }
  // A handful of runs: a linear look for the smallest head beats a heap.
  while (heads.length > 0) {
    let smallest = 0
    for (let i = 1; i < heads.length; i++) {
      if (byKey((heads[i] as { head: Spooled }).head, (heads[smallest] as { head: Spooled }).head) < 0) smallest = i
    }
    const chosen = heads[smallest] as { head: Spooled; run: AsyncIterator<Spooled> }
    yield chosen.head
    const next = await chosen.run.next()
    if (next.done) heads.splice(smallest, 1)
    else chosen.head = next.value
  }
}

async function* fromMemory(run: readonly Spooled[]): AsyncGenerator<Spooled> {
  yield* run
}

export class Spool {
  /** Documents dropped because one with the same id went before. Final once `sorted` has ended. */
  duplicates = 0
  readonly #runCharacters: number
  readonly #parent: string
  #run: Spooled[] = []
  #characters = 0
  #folder: string | undefined
  #files: string[] = []

  constructor(options: SpoolOptions = {}) {
    this.#runCharacters = options.runCharacters ?? 128 * 1024 * 1024
    this.#parent = options.folder ?? tmpdir()
  }

  /** Adds a document. Resolves when it is held or, at the end of a run, written. */
  async add(document: Spooled): Promise<void> {
    this.#run.push(document)
    this.#characters += document.text.length + document.key.length
    if (this.#characters >= this.#runCharacters) await this.#writeRun()
  }

  async #writeRun(): Promise<void> {
    const folder = this.#folder ?? this.#parent
    let file: string
    try {
      this.#folder ??= await mkdtemp(join(this.#parent, 'consentry-spool-'))
      file = join(this.#folder, `${this.#files.length}.run`)
      await pipeline(linesOf(this.#run.sort(byKey)), createWriteStream(file))
    } catch (cause) {
      const message = `${folder} cannot hold the documents to sort (${(cause as Error).message}); free space there, or name another folder in TMPDIR`
      throw new WorldError('file_not_written', message, { cause, retryable: false })
    }
    this.#files.push(file)
    this.#run = []
    this.#characters = 0
  }

  /** All documents in order of their key, each id once. Can be read one time. */
  async *sorted(): AsyncGenerator<Spooled> {
    this.#run.sort(byKey)
    let last: string | undefined
    for await (const document of merge([...this.#files.map(readRun), fromMemory(this.#run)])) {
      if (document.key === last) {
        this.duplicates++
        continue
      }
      last = document.key
      yield document
    }
  }

  /** Removes the temporary folder. Safe to call at any time. */
  async close(): Promise<void> {
    if (this.#folder !== undefined) await rm(this.#folder, { recursive: true, force: true })
  }
}
