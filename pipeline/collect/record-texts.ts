// The records of a page in the vendor's text, so that large numbers keep digits that JavaScript cannot represent.
import { closeArray, findRecordArray, isBlank, openArray, type ScanState, scanValue } from '../framing/json-scan.ts'

const comma = 0x2c

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
    const state: ScanState = { at: from, depth: 0, inString: false }
    if (scanValue(bytes, from, bytes.length, state) !== 'complete') return out
    // A JSON string contains no raw line feed, so these line feeds are between members.
    out.push(bytes.toString('utf8', from, state.at).replace(/[\r\n]+/g, ' '))
    from = state.at
  }
}
