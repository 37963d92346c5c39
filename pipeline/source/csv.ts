// Rows of a CSV export, streamed: cells may be large and hold line breaks, the file may end in the middle of one.
import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import type { Refusal } from '../decode/json-splitter.ts'
import { excerptBytes } from '../decode/json-splitter.ts'
import type { Chunks } from './bytes.ts'
import { canonicalColumn } from './format.ts'

/** A row by column name, or the beginning of one that cannot be used. */
export type CsvRow =
  | { readonly row: Record<string, string>; readonly bytes: number }
  | { readonly refused: Refusal; readonly text: string }

export interface CsvOptions {
  readonly delimiter: string
  /** Longest row in bytes; a longer one is refused, reading goes on at the next line. */
  readonly recordLimit: number
}

interface Info {
  readonly info: { readonly bytes: number }
  readonly record: Record<string, string>
}

/** The bytes since the end of the last row, fed to the parser until they pass the limit. */
class Feed {
  #kept: Buffer[] = []
  #keptFrom = 0
  #fed = 0
  #rest: Buffer | undefined
  readonly #chunks: AsyncIterator<Buffer>
  readonly #limit: number
  overLimit = false
  ended = false

  constructor(chunks: AsyncIterator<Buffer>, limit: number) {
    this.#chunks = chunks
    this.#limit = limit
  }

  async *read(): AsyncGenerator<Buffer> {
    this.#kept = []
    this.#keptFrom = 0
    this.#fed = 0
    this.overLimit = false
    for (;;) {
      if (this.#fed - this.#keptFrom > this.#limit) {
        this.overLimit = true
        return
      }
      const chunk = await this.next()
      if (chunk === undefined) return
      this.#kept.push(chunk)
      this.#fed += chunk.length
      yield chunk
    }
  }

  async next(): Promise<Buffer | undefined> {
    const rest = this.#rest
    this.#rest = undefined
    if (rest !== undefined) return rest
    const next = await this.#chunks.next()
    this.ended = next.done === true
    return next.done === true ? undefined : next.value
  }

  putBack(rest: Buffer): void {
    this.#rest = rest
  }

  /** A row ended at this byte of what was fed. */
  release(rowEnd: number): void {
    let first = this.#kept[0]
    while (first !== undefined && this.#keptFrom + first.length <= rowEnd) {
      this.#keptFrom += first.length
      this.#kept.shift()
      first = this.#kept[0]
    }
  }

  excerpt(rowEnd: number): string {
    const from = rowEnd - this.#keptFrom
    return Buffer.concat(this.#kept).toString('utf8', from, from + excerptBytes)
  }
}

export async function* readCsv(chunks: Chunks, options: CsvOptions): AsyncGenerator<CsvRow> {
  const feed = new Feed(chunks[Symbol.asyncIterator](), options.recordLimit)
  let columns: string[] | undefined
  while (!feed.ended) {
    let rowEnd = 0
    const parser = parse({
      columns: columns ?? ((header: string[]) => (columns = header.map(canonicalColumn))),
      delimiter: options.delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    })
    const source = Readable.from(feed.read(), { objectMode: false })
    // An error of the input is one of the parser's stream too: it ends the loop below.
    source.on('error', (error) => parser.destroy(error))
    source.pipe(parser)
    try {
      for await (const { info, record } of parser as AsyncIterable<Info>) {
        yield { row: record, bytes: info.bytes - rowEnd }
        rowEnd = info.bytes
        feed.release(rowEnd)
      }
    } catch (error) {
      if (!String((error as { code?: unknown }).code).startsWith('CSV_')) throw error
      if (!feed.overLimit) {
        const detail = `the last row is cut off: ${(error as Error).message}`
        yield { refused: { code: 'not_json', detail }, text: feed.excerpt(rowEnd) }
        if (feed.ended) return
      }
    }
    if (!feed.overLimit) continue
    const detail = `the row is longer than ${options.recordLimit} bytes`
    yield { refused: { code: 'too_large', detail }, text: feed.excerpt(rowEnd) }
    await toNextLine(feed)
  }
}

async function toNextLine(feed: Feed): Promise<void> {
  for (let chunk = await feed.next(); chunk !== undefined; chunk = await feed.next()) {
    const newline = chunk.indexOf(0x0a)
    if (newline === -1) continue
    feed.putBack(chunk.subarray(newline + 1))
    return
  }
}
