// Finds the beginning and end of JSON values in bytes. Builds no values, so a value of any size costs no memory.
const quote = 0x22
const backslash = 0x5c
const newline = 0x0a
const comma = 0x2c
const colon = 0x3a
export const openArray = 0x5b
export const closeArray = 0x5d
export const openObject = 0x7b
const closeObject = 0x7d

/** Blanks between values, page breaks, and the separator of JSON text sequences (RFC 7464). Producers also pad with NUL. */
export function isBlank(byte: number | undefined): boolean {
  return (
    byte === 0x20 || byte === newline || byte === 0x0d || byte === 0x09 || byte === 0 || byte === 0x0c || byte === 0x1e
  )
}

/** The state in the middle of a value. `at` may be one past the available bytes, after an escape. */
export interface ScanState {
  at: number
  depth: number
  inString: boolean
}

export type ScanResult = 'complete' | 'incomplete' | 'broken'

/** Checks whether the preceding character allows an opening bracket; otherwise the value was cut off earlier. */
function mayOpenAfter(bytes: Uint8Array, from: number, at: number): boolean {
  let i = at - 1
  while (i > from && isBlank(bytes[i])) i--
  const before = bytes[i]
  return before === colon || before === comma || before === openArray
}

/**
 * Continues a scan from `state.at` to the end of the value that starts at `from`, or to `stop`. For `broken`,
 * `state.at` is the first invalid byte: a raw line feed in a string, or an opening bracket without `:`, `,` or `[`
 * before it. With `from` -1, brackets are not checked, because the earlier bytes are gone.
 */
export function scanValue(bytes: Uint8Array, from: number, stop: number, state: ScanState): ScanResult {
  let { at, depth, inString } = state
  let result: ScanResult = 'incomplete'
  while (at < stop) {
    const byte = bytes[at] as number
    if (inString) {
      if (byte === quote) {
        inString = false
        if (depth === 0) {
          at++
          result = 'complete'
          break
        }
      } else if (byte === backslash) at++
      else if (byte === newline) {
        result = 'broken'
        break
      }
    } else if (byte === quote) inString = true
    else if (byte === openObject || byte === openArray) {
      if (depth > 0 && from !== -1) {
        const before = bytes[at - 1]
        if (before !== colon && before !== comma && before !== openArray && !mayOpenAfter(bytes, from, at)) {
          result = 'broken'
          break
        }
      }
      depth++
    } else if (byte === closeObject || byte === closeArray) {
      depth--
      if (depth <= 0) {
        at++
        result = 'complete'
        break
      }
    }
    at++
  }
  state.at = at
  state.depth = depth
  state.inString = inString
  return result
}

/** Names of the arrays in a page or batch whose elements are records. */
const recordArrays: ReadonlySet<string> = new Set(['items', 'value', 'records', 'alerts'])

/** Members that only a record has, and kinds that only a record has: its arrays contain no records. */
const recordMembers: ReadonlySet<string> = new Set(['Operation', 'RecordType'])
const recordKinds = /^"admin#(?:reports#activity|directory#(?:token|user))"$/

function skipBlanks(bytes: Uint8Array, from: number, to: number): number {
  let at = from
  while (at < to && (isBlank(bytes[at]) || bytes[at] === comma)) at++
  return at
}

/** Returns the end of the member value at `from`: the position of the next `,` or `}`, or `to`. */
function skipMember(bytes: Uint8Array, from: number, to: number): number {
  const first = bytes[from]
  if (first === openObject || first === openArray || first === quote) {
    const state: ScanState = { at: from, depth: 0, inString: false }
    return scanValue(bytes, from, to, state) === 'complete' ? state.at : to
  }
  let at = from
  while (at < to && bytes[at] !== comma && bytes[at] !== closeObject) at++
  return at
}

/** Returns the position after `[` of the first non-empty record array of the page at `from`; -1 without one. */
export function findRecordArray(bytes: Buffer, from: number, to: number): number {
  let at = from + 1
  for (;;) {
    at = skipBlanks(bytes, at, to)
    if (at >= to || bytes[at] !== quote) return -1
    const nameEnd = skipMember(bytes, at, to)
    const name = bytes.toString('latin1', at + 1, nameEnd - 1)
    if (recordMembers.has(name)) return -1
    at = skipBlanks(bytes, nameEnd, to)
    if (bytes[at] !== colon) return -1
    at = skipBlanks(bytes, at + 1, to)
    if (bytes[at] === openArray && recordArrays.has(name)) {
      const first = skipBlanks(bytes, at + 1, to)
      if (first < to && bytes[first] !== closeArray) return at + 1
    }
    const end = skipMember(bytes, at, to)
    if (name === 'kind' && recordKinds.test(bytes.toString('latin1', at, end))) return -1
    at = end
  }
}
