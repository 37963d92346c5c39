// The records of a page in the vendor's text, so that large numbers keep digits that JavaScript cannot represent.
import {
  closeArray,
  findRecordArray,
  isBlank,
  openArray,
  openObject,
  type ScanState,
  scanValue,
} from '../framing/json-scan.ts'

const comma = 0x2c
const quote = 0x22

/** The text of each element of a page's array (`value`, `items`, …), or of an array without a page; each on one line. */
export function recordTexts(page: string): string[] {
  const bytes = Buffer.from(page)
  let at = 0
  while (isBlank(bytes[at])) at++
  let from = bytes[at] === openArray ? at + 1 : findRecordArray(bytes, at, bytes.length)
  if (from < 0) return []
  const out: string[] = []
  for (;;) {
    while (from < bytes.length && (isBlank(bytes[from]) || bytes[from] === comma)) from++
    if (from >= bytes.length || bytes[from] === closeArray) return out
    const end = endOf(bytes, from)
    if (end === undefined) return out
    // A JSON string contains no raw line feed, so these line feeds are between members.
    out.push(bytes.toString('utf8', from, end).replace(/[\r\n]+/g, ' '))
    from = end
  }
}

/** The end of the element at `from`; undefined if it is not complete. A number, `true`, `false` or `null` has no end of its own. */
function endOf(bytes: Buffer, from: number): number | undefined {
  if (bytes[from] !== openObject && bytes[from] !== openArray && bytes[from] !== quote) {
    let at = from
    while (at < bytes.length && bytes[at] !== comma && bytes[at] !== closeArray && !isBlank(bytes[at])) at++
    return at
  }
  const state: ScanState = { at: from, depth: 0, inString: false }
  return scanValue(bytes, from, bytes.length, state) === 'complete' ? state.at : undefined
}
