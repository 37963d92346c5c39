// The format of an input, detected by its first bytes and never by its name.
import { parse } from 'csv-parse/sync'
import { isAuditText } from './audit-text.ts'
import { isBinary, withoutUtf16 } from './binary.ts'
import { foreignFormat, oneCellDetail, prefixDetail } from './foreign-formats.ts'
import { isOwnText } from './own-files.ts'

/** `csv`: `headerAt` is the start of the header line, after any preamble lines. */
export type Format =
  | { readonly kind: 'json' }
  | {
      readonly kind: 'csv'
      readonly headerAt: number
      readonly delimiter: string
      /** The first line ends with a lone carriage return. In other files, this character can be part of a cell. */
      readonly returnsEndRows?: true
      /** Names for the columns of a file without a header line. */
      readonly columns?: readonly string[]
    }
  | { readonly kind: 'empty' }
  /** A file of Consentry itself. */
  | { readonly kind: 'own' }
  | { readonly kind: 'unknown'; readonly detail: string }

/** Number of bytes that the detection may examine. */
export const sniffBytes = 64 * 1024

/** JSON, or JSON text that was encoded one or more times. Excludes CSV cells, in which quotes are doubled. */
const startsLikeJson = /^[\s\p{Cc}\uFEFF]*(?:\\*"\s*)*(?:\[|\{(?!""))/u
const lineLikeJson = /^[ \t]*[{[]/m

export function formatOf(head: Buffer): Format {
  if (head.every((byte) => byte <= 0x20)) return { kind: 'empty' }
  const text = head.toString('utf8')
  if (isOwnText(text, head.length < sniffBytes)) return { kind: 'own' }
  const foreign = foreignFormat(head)
  if (foreign !== undefined) return { kind: 'unknown', detail: foreign }
  if (isBinary(withoutUtf16(text))) return { kind: 'unknown', detail: 'binary data, neither JSON nor CSV' }
  if (startsLikeJson.test(text)) return { kind: 'json' }
  const tables = delimiters.map((delimiter) => tableOf(text, delimiter))
  const header = tables.find(hasHeader)
  if (header?.rows[0]?.some((name) => canonicalColumn(name) === 'AuditData')) return csv(text, header)
  const audit = tables.find((table) => holdsAuditData(table, text))
  if (audit !== undefined) return csv(text, audit)
  // Text before the first value: a line cut off by a log rotation, or a banner.
  if (lineLikeJson.test(text)) return { kind: 'json' }
  if (header !== undefined && (header.rows[0] as string[]).length > 2) return csv(text, header)
  if (prefixed.test(text)) return { kind: 'unknown', detail: prefixDetail }
  if (tables.some(holdsHeaderInCell)) return { kind: 'unknown', detail: oneCellDetail }
  return { kind: 'unknown', detail: 'neither JSON nor a CSV with a header line' }
}

/** Text on a line before an object, such as the time of a log, or the file name that grep prints. */
const prefixed = /^[^\n{}]{1,200}\{[ \t]*"[^"\n]+"[ \t]*:/

const delimiters = [',', ';', '\t']

interface Table {
  readonly at: number
  readonly delimiter: string
  readonly rows: readonly (readonly string[])[]
}

const sniffedRows = 20

/** Windows PowerShell writes a type line first, Excel a separator line. */
const preamble = /^(?:[ \t]*\r?\n|#TYPE[^\n]*\n|"?sep=[^\n]*\n)*/i

function tableOf(text: string, delimiter: string): Table {
  const at = preamble.exec(text)?.[0].length ?? 0
  const rows: string[][] = []
  try {
    parse(text.slice(at), {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      to: sniffedRows,
      on_record: (row: string[]) => void rows.push(row),
    })
  } catch {
    // The text ends within a row, or is not CSV. The rows before the error count.
  }
  return { at, delimiter, rows }
}

const columnName = /^[\p{L}\p{M}_@$#(\uFFFD][\p{L}\p{M}\p{N}\p{Zs}\p{P}_@$#+\u2212\uFFFD]{0,80}$/u

/**
 * Returns true if the first row looks like a header: it contains only names. A single name must be a known column.
 * Columns without a name do not count: an index column at the start, or a trailing delimiter.
 */
function hasHeader({ rows: [names = []] }: Table): boolean {
  const trimmed = names.map((name) => name.trim()).filter((name) => name !== '')
  const single = trimmed.length === 1 && canonicalColumn(trimmed[0] as string) === 'AuditData'
  return (trimmed.length > 1 || single) && trimmed.every((name) => columnName.test(name))
}

/** Returns true if the first row is one cell that contains a header: a spreadsheet program did not split the lines. */
const holdsHeaderInCell = ({ rows: [names = []] }: Table): boolean =>
  names.length === 1 &&
  delimiters.some((delimiter) => {
    const cells = (names[0] as string).split(delimiter)
    return cells.length > 2 && cells.every((name) => columnName.test(name.replace(/^"(.*)"$/, '$1').trim()))
  })

/**
 * Returns true if a column contains records of the unified audit log: portals translate the header, but never the
 * records. A JSON line with delimiters must not count as a row: a CSV cell has quotes around it.
 */
function holdsAuditData({ rows }: Table, text: string): boolean {
  const columns = rows[0]?.length
  const isLine = (cell: string) => ['\n', '\r'].some((end) => text.includes(end + cell.slice(0, 64)))
  return rows.some((row) => row.length === columns && row.some((cell) => isAuditText(cell) && !isLine(cell)))
}

function csv(text: string, { at, delimiter, rows: [first = []] }: Table): Format {
  const headerAt = Buffer.byteLength(text.slice(0, at))
  const returnsEndRows = /\r+\n|\r|\n/.exec(text.slice(at))?.[0] === '\r'
  const found = { kind: 'csv', headerAt, delimiter, ...(returnsEndRows && { returnsEndRows }) } as const
  if (!first.some(isAuditText)) return found
  return { ...found, columns: first.map((_, i) => `column ${i + 1}`) }
}

/** The Azure portal adds the time zone to the name of a column: `TimeGenerated [UTC]`. Another zone has no known offset. */
export const utcSuffix = / \[UTC\]$/

/** Returns the canonical name of a column. The match ignores case, but the decoder expects `AuditData`. In some languages, the time zone contains a minus sign instead of a hyphen. */
export function canonicalColumn(name: string): string {
  const trimmed = name.trim().replace(utcSuffix, '').replaceAll('\u2212', '-')
  if (trimmed.toLowerCase() === 'auditdata') return 'AuditData'
  return trimmed === '__proto__' ? '_proto_' : trimmed
}
