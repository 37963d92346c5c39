// Reads rows of a CSV export as a stream: cells may be large and contain line breaks; the file may end within a cell.
import { type CsvError, parse } from 'csv-parse'
import { messageOf } from '../../mappings/kernel/thrown.ts'
import type { Chunks } from './bytes.ts'
import { canonicalColumn, utcSuffix } from './format.ts'
import { excerptBytes, type Refusal } from './piece.ts'

/** A row by column name, or the beginning of an unusable row. */
export type CsvRow =
  | { readonly row: Readonly<Record<string, string>>; readonly bytes: number }
  | { readonly refused: Refusal; readonly text: string }

export interface CsvOptions {
  readonly delimiter: string
  readonly returnsEndRows?: boolean
  /** Names for the columns of a file without a header line. */
  readonly columns?: readonly string[]
  readonly recordLimit: number
}

const joinedRows: Refusal = {
  code: 'not_json',
  detail: 'more cells than columns, and a carriage return without a line feed: write the file with the same line ends',
}

/** A time as the Azure portal writes it in English (United States). The numbers of a day first have zeros, or `am` follows. */
const portalTime = /^([1-9]|1[0-2])\/([1-9]|[12]\d|3[01])\/(\d{4}), (\d{1,2})(:\d\d:\d\d(?:\.\d+)?)\s([AP])M$/

/** Returns a time of the Azure portal in ISO 8601; otherwise, the text. */
function utcTime(text: string): string {
  const [all, month = '', day = '', year, hour, rest, half] = portalTime.exec(text) ?? []
  if (all === undefined) return text
  const hours = (Number(hour) % 12) + (half === 'P' ? 12 : 0)
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${String(hours).padStart(2, '0')}${rest}Z`
}

/** Numbers duplicate columns: a repeated name would hide the earlier column. */
function columnsOf(header: readonly string[]): string[] {
  const names = header.map(canonicalColumn)
  const seen = new Set<string>()
  return names.map((name, i) => {
    if (seen.has(name)) return `${name} (${i + 1})`
    seen.add(name)
    return name
  })
}

/**
 * Parses a chunk, and returns the rows that it completes. A hook collects the rows outside the parser's own stream,
 * because an error would discard the rows that wait there.
 */
class RowParser {
  #rows: CsvRow[] = []
  #columns: readonly string[] | undefined
  #header: readonly string[] | undefined
  #utcColumns: readonly string[] = []
  /** Number of bytes fed, the position of the last row end, and the chunks fed since then. */
  #fed = 0
  #rowEnd = 0
  #kept: Buffer[] = []
  readonly #parser

  /** A parser that continues after a row of an earlier parser has its columns and its header. */
  constructor({ delimiter, columns, returnsEndRows = false }: CsvOptions, earlier?: RowParser) {
    this.#columns = earlier === undefined ? columns : earlier.#columns
    this.#header = earlier === undefined ? undefined : earlier.#header
    this.#utcColumns = earlier === undefined ? [] : earlier.#utcColumns
    this.#parser = parse({
      columns: this.#columns === undefined ? (header: string[]) => this.#read(header) : [...this.#columns],
      delimiter,
      // Line endings in a file can differ if an editor changed the file or exports were joined. A lone carriage return
      // can be part of a cell, so it ends rows only if it ends the first line. Otherwise, rows that it joins are refused.
      record_delimiter: ['\r\n', '\n', returnsEndRows ? '\r' : '\r\r\n'],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      on_record: (row: Record<string, string>, { bytes, error }: { bytes: number; error?: CsvError }) => {
        for (const name of this.#utcColumns) if (row[name] !== undefined) row[name] = utcTime(row[name])
        // Without an error, the row has one cell for each column.
        const cells = (error?.record ?? []) as readonly string[]
        const last = this.#beforeHeader(cells)
        if (last !== undefined) this.#rows.push({ row: last, bytes: bytes - this.#rowEnd })
        else if (cells.length > (this.#columns?.length ?? 0) && cells.some((cell) => cell.includes('\r')))
          this.#rows.push({ refused: joinedRows, text: cells.join(delimiter).slice(0, excerptBytes) })
        else if (!this.#isHeader(row)) this.#rows.push({ row, bytes: bytes - this.#rowEnd })
        this.#rowEnd = bytes
        return null
      },
    })
    // Each write and the end report their own errors.
    this.#parser.on('error', () => {})
  }

  #read(header: readonly string[]): string[] {
    const columns = columnsOf(header)
    this.#columns = columns
    this.#header = header
    this.#utcColumns = columns.filter((_, i) => utcSuffix.test(header[i]?.trim() ?? ''))
    return columns
  }

  /** Joined exports repeat the header. */
  #isHeader(row: Record<string, string>): boolean {
    return this.#header?.every((name, i) => row[this.#columns?.[i] ?? ''] === name) === true
  }

  /** The last row of an export without a line end: the byte order mark and the header of the next export follow it. */
  #beforeHeader(cells: readonly string[]): Record<string, string> | undefined {
    const [header = [], columns = []] = [this.#header, this.#columns]
    if (header.length < 2 || cells.length !== 2 * header.length - 1) return undefined
    const end = header.length - 1
    const [value = '', name] = (cells[end] ?? '').split('\uFEFF').map((cell) => cell.replace(/^"(.*)"$/s, '$1'))
    const isNext = [name, ...cells.slice(header.length)].every((each, i) => each === header[i])
    return isNext
      ? Object.fromEntries(columns.map((column, i) => [column, (i === end ? value : cells[i]) ?? '']))
      : undefined
  }

  get pending(): number {
    return this.#fed - this.#rowEnd
  }

  get excerpt(): string {
    const kept = Buffer.concat(this.#kept)
    const from = kept.length - this.pending
    return kept.toString('utf8', from, from + excerptBytes).trim()
  }

  async feed(chunk: Buffer): Promise<CsvRow[]> {
    const before = this.#rowEnd
    this.#fed += chunk.length
    await this.#until((done) => this.#parser.write(chunk, done))
    if (this.#rowEnd !== before) this.#kept = []
    this.#kept.push(chunk)
    return this.#take()
  }

  /** Returns the remaining complete rows, and a refusal if the last row is cut off. */
  async end(): Promise<CsvRow[]> {
    try {
      await this.#until((done) => this.#parser.end(done))
    } catch (error) {
      const detail = `the last row is cut off: ${messageOf(error)}`
      this.#rows.push({ refused: { code: 'not_json', detail }, text: this.excerpt })
    }
    return this.#take()
  }

  #take(): CsvRow[] {
    const rows = this.#rows
    this.#rows = []
    return rows
  }

  #until(start: (done: (error?: Error | null) => void) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      start((error) => (error === undefined || error === null ? resolve() : reject(error)))
    })
  }
}

export async function* readCsv(chunks: Chunks, options: CsvOptions): AsyncGenerator<readonly CsvRow[]> {
  let parser = new RowParser(options)
  let skipping = false
  for await (const chunk of withoutMarks(chunks, options.returnsEndRows === true)) {
    const rest = skipping ? afterLine(chunk) : chunk
    if (rest === undefined) continue
    skipping = false
    yield await parser.feed(rest)
    if (parser.pending <= options.recordLimit) continue
    // The cell has no end, or is too large to use.
    const detail = `the row is longer than ${options.recordLimit} bytes`
    yield [{ refused: { code: 'too_large', detail }, text: parser.excerpt }]
    parser = new RowParser(options, parser)
    skipping = true
  }
  if (!skipping) yield await parser.end()
}

const mark = Buffer.from('\uFEFF')

/** Removes the byte order marks of joined exports at the beginning of lines: after a mark, quotes do not begin a cell. */
async function* withoutMarks(chunks: Chunks, returnsEndLines: boolean): AsyncGenerator<Buffer> {
  const endsLine = (byte: number | undefined) => byte === 0x0a || (byte === 0x0d && returnsEndLines)
  let held: Buffer = Buffer.alloc(0)
  for await (const chunk of chunks) {
    const whole = held.length === 0 ? chunk : Buffer.concat([held, chunk])
    const lines: Buffer[] = []
    let from = 0
    for (let at = whole.indexOf(mark); at !== -1; at = whole.indexOf(mark, at + mark.length)) {
      const isAfterMark = lines.length > 0 && at === from
      if (!endsLine(whole[at - 1]) && !isAfterMark) continue
      lines.push(whole.subarray(from, at))
      from = at + mark.length
    }
    const rest = whole.subarray(from)
    const bytes = lines.length === 0 ? rest : Buffer.concat([...lines, rest])
    // The mark after a line end, or the rest of it, may be in the next chunk.
    const begun =
      [3, 2, 1].find(
        (length) =>
          endsLine(bytes.at(-length)) && bytes.subarray(bytes.length - length + 1).equals(mark.subarray(0, length - 1)),
      ) ?? 0
    held = bytes.subarray(bytes.length - begun)
    yield bytes.subarray(0, bytes.length - begun)
  }
  if (held.length > 0) yield held
}

function afterLine(chunk: Buffer): Buffer | undefined {
  const newline = chunk.indexOf(0x0a)
  return newline === -1 ? undefined : chunk.subarray(newline + 1)
}
