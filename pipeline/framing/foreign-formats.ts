// Files that users mistake for a log export, with advice for each.
/** Includes files that Windows and Office create: folder settings, thumbnails, and owner files of open documents. */
const hidden = /^\.(?!\.$)|^__MACOSX$|^(?:eh)?thumbs(?:_vista)?\.db$|^desktop\.ini$|^~\$/i
const about = /^(?:readme|licen[cs]e|notice|copying|changelog)(?:\.(?:txt|md|rst))?$/i

/** Whether a path below a folder or in an archive is not part of an export: a hidden file, or a text about the export. */
export function isBesides(path: string): boolean {
  const parts = path.split('/')
  return parts.some((part) => hidden.test(part)) || about.test(parts.at(-1) ?? '')
}

type Mark = readonly [detail: string, bytes: string | readonly number[]]

const zip = 'PK\x03\x04'

const selfExtracting = 'a program or a self-extracting archive: unpack it first'

/** By the first bytes. */
const binaryMarks: readonly Mark[] = [
  // ZIP archives that are files are read; this entry is for all others.
  ['a ZIP archive on standard input or inside another archive: unpack it first', zip],
  ['gzip inside gzip: unpack it first', [0x1f, 0x8b]],
  ['a part of a split ZIP archive: join and unpack the parts first', 'PK\x07\x08'],
  [selfExtracting, [0x4d, 0x5a, 0x90, 0x00]],
  [selfExtracting, [0x4d, 0x5a, 0x50, 0x00]],
  [selfExtracting, '#!'],
  ['compressed with zstd: unpack it first', [0x28, 0xb5, 0x2f, 0xfd]],
  ['compressed with xz: unpack it first', [0xfd, 0x37, 0x7a, 0x58]],
  ['compressed with bzip2: unpack it first', 'BZh'],
  ['a 7z archive: unpack it first', [0x37, 0x7a, 0xbc, 0xaf]],
  ['a RAR archive: unpack it first', 'Rar!'],
  [
    'an Office document, protected or of an old version: open it in Excel and save it as CSV UTF-8',
    [0xd0, 0xcf, 0x11, 0xe0],
  ],
  ['a PDF document, not an export: export the log as CSV or JSON', '%PDF-'],
  ['a picture, not an export', [0x89, 0x50, 0x4e, 0x47]],
  ['a picture, not an export', [0xff, 0xd8, 0xff]],
  ['a picture, not an export', 'GIF8'],
  ['an SQLite database, not an export: export the log as CSV or JSON', 'SQLite format 3'],
  ['a Parquet file: convert it to CSV or JSON', 'PAR1'],
  ['a Windows event log, not an export of a cloud log: export the log as CSV or JSON', 'ElfFile\0'],
]

/** By the first words, in any case. */
const textMarks: readonly (readonly [detail: string, start: RegExp])[] = [
  [
    'an HTML page, not an export (often a sign-in or error page that was saved instead): download the export again',
    /^\s*<(?:!doctype html|html|head|body)\b/i,
  ],
  ['XML, not an export (often an error message): export the log as CSV or JSON', /^\s*<(?:\?xml|[a-z]+[\s>])/i],
  ['encrypted with PGP: decrypt it first', /^\s*-----BEGIN PGP MESSAGE-----/],
  [
    'text that PowerShell printed, which may be shortened: export the records with ConvertTo-Json -Depth 10 or Export-Csv',
    /^\s*[A-Z]\w* +: [^\n]*\n[A-Z]\w* +: /,
  ],
]

const tar = 'a tar archive: unpack it first'

/** Offset of the mark in a tar archive, after the name of the first file. */
const tarMarkAt = 257

/** Member names in the ZIP archive of every Office document. */
const office = /\[Content_Types\]\.xml|xl\/|_rels\//

export const workbookDetail = 'an Excel workbook or other Office document: open it in Excel and save it as CSV UTF-8'

export const utf32Detail = 'UTF-32 text: save the file as UTF-8'

export const oneCellDetail =
  'each line is one cell that contains the whole row: use the original file, or in Excel split the cells with Text to Columns and save the file as CSV UTF-8'

export const prefixDetail =
  "the lines have text before the JSON, for example a time or a file name: remove this text, for example with sed 's/^[^{]*//'"

const details: ReadonlySet<string> = new Set([
  ...[...binaryMarks, ...textMarks].map(([detail]) => detail),
  tar,
  workbookDetail,
  utf32Detail,
  oneCellDetail,
  prefixDetail,
])

/** Whether the detail of a refusal names a foreign format. */
export const isForeignFormat = (detail: string): boolean => details.has(detail)

/** Returns the actual format of an input that is not a log, with advice; undefined for any other input. */
export function foreignFormat(head: Buffer): string | undefined {
  const mark = binaryMarks.find(([, bytes]) => {
    const wanted = typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : Buffer.from(bytes)
    return head.subarray(0, wanted.length).equals(wanted)
  })
  const start = head.toString('latin1', 0, 1024)
  if (start.startsWith('ustar', tarMarkAt)) return tar
  if (mark === undefined) return textMarks.find(([, text]) => text.test(start))?.[0]
  return mark[1] === zip && office.test(start) ? workbookDetail : mark[0]
}
