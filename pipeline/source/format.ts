// What an input holds, told by its first bytes and never by its name.
import { isBinary } from '../decode/text.ts'

/** `csv`: `headerAt` is where the header line starts, after lines that are none. */
export type Format =
  | { readonly kind: 'json' }
  | { readonly kind: 'csv'; readonly headerAt: number; readonly delimiter: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unknown'; readonly detail: string }

/** How many bytes the decision may look at. */
export const sniffBytes = 64 * 1024

const archives: readonly (readonly [string, readonly number[]])[] = [
  ['a zip archive: unpack it first', [0x50, 0x4b, 0x03, 0x04]],
  ['compressed with zstd: unpack it first', [0x28, 0xb5, 0x2f, 0xfd]],
  ['compressed with xz: unpack it first', [0xfd, 0x37, 0x7a, 0x58]],
  ['compressed with bzip2: unpack it first', [0x42, 0x5a, 0x68]],
]

/** A value, or text that holds one, however often it was encoded. */
const startsLikeJson = /^[\s\0\uFEFF]*(?:\\*"\s*)*[{[]/

export function formatOf(head: Buffer): Format {
  if (head.every((byte) => byte <= 0x20)) return { kind: 'empty' }
  const archive = archives.find(([, magic]) => magic.every((byte, index) => head[index] === byte))
  if (archive !== undefined) return { kind: 'unknown', detail: archive[0] }
  const text = head.toString('utf8')
  if (isBinary(text)) return { kind: 'unknown', detail: 'binary data, neither JSON nor CSV' }
  if (startsLikeJson.test(text)) return { kind: 'json' }
  const header = headerOf(text)
  if (header?.names.includes('auditdata')) return csv(text, header)
  // Text before the first value: a line cut off by a log rotation, or a banner.
  if (/^[ \t]*[{[]/m.test(text)) return { kind: 'json' }
  if (header !== undefined && header.names.length > 2) return csv(text, header)
  return { kind: 'unknown', detail: 'neither JSON nor a CSV with a header line' }
}

interface Header {
  readonly at: number
  readonly delimiter: string
  readonly names: readonly string[]
}

function csv(text: string, header: Header): Format {
  return { kind: 'csv', headerAt: Buffer.byteLength(text.slice(0, header.at)), delimiter: header.delimiter }
}

/** Windows PowerShell writes a type line first, Excel a separator line. */
const preamble = /^(?:[ \t]*\r?\n|#TYPE[^\n]*\n|sep=[^\n]*\n)*/i
const columnName = /^[\p{L}_@$#(][\p{L}\p{N} _@$#.()/:{}-]{0,80}$/u

/** The header line, when the first line reads like one: names only, the same delimiter between them. */
function headerOf(text: string): Header | undefined {
  const at = preamble.exec(text)?.[0].length ?? 0
  const line = text.slice(at, at + 16_384).split(/\r?\n/, 1)[0] ?? ''
  for (const delimiter of [',', ';', '\t']) {
    const names = line.split(delimiter).map((name) =>
      name
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .trim(),
    )
    const single = names.length === 1 && names[0]?.toLowerCase() === 'auditdata'
    if ((names.length > 1 || single) && names.every((name) => columnName.test(name))) {
      return { at, delimiter, names: names.map((name) => name.toLowerCase()) }
    }
  }
  return undefined
}

/** Columns are matched in any case; the decoder knows this one by its usual name. */
export function canonicalColumn(name: string): string {
  const trimmed = name.trim()
  if (trimmed.toLowerCase() === 'auditdata') return 'AuditData'
  return trimmed === '__proto__' ? '_proto_' : trimmed
}
