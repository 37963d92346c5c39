import { isObject, parsedJson } from '../../mappings/kernel/json.ts'
import { closeArray, findRecordArray, isBlank, openArray, openObject, type ScanState, scanValue } from './json-scan.ts'
import { defaultLimits, excerptBytes, type Piece, type SplitLimits } from './piece.ts'

const newline = 0x0a
const comma = 0x2c

/** A byte order mark occurs where files were appended to each other. The other marks end lines in some editors. */
const marks = ['\uFEFF', '\u2028', '\u2029', '\u0085'].map((mark) => Buffer.from(mark))
const longestMark = 3

/** `between` values; in a `value`, a `word` (number, literal) or a `line` without a value; `skip` for refused data. */
type Mode = 'between' | 'value' | 'word' | 'line' | 'skip' | 'skip-line'

/** Returns true if a page without its elements contains other lists, or an error. Its decoder reports damaged text. */
function saysMore(text: string): boolean {
  const page = parsedJson(text)
  return (
    !isObject(page) ||
    isObject(page.error) ||
    Object.values(page).some((each) => Array.isArray(each) && each.some(isObject))
  )
}

/**
 * Cuts a stream of bytes into records, regardless of the chunks: lines, values over several lines, consecutive values,
 * and arrays of records (also appended to each other). The record limit bounds its buffers. Of a page over the
 * threshold, the elements become records, and so does the page without them if it contains another list or an error.
 */
export class JsonSplitter {
  readonly #limits: SplitLimits
  #bytes: Buffer = Buffer.alloc(0)
  /** The start of the current value, and the end of the available bytes. */
  #start = 0
  #end = 0
  #mode: Mode = 'between'
  readonly #scan: ScanState = { at: 0, depth: 0, inString: false }
  /** The size at which the current value is looked at again. */
  #cap = 0
  /** The end of the line that contains the current value; -1 if the value may continue on the next line. */
  #fence = -1
  /** For each open array, the text of its page up to it; empty without a page. */
  readonly #open: string[] = []
  /** The text of a page up to its array while the current value is the rest of the page; otherwise empty. */
  #page = ''
  #separated = true
  /** True once the first value has filled a whole line: each line then counts as a record. */
  #byLine: boolean | undefined
  #filledLine = false
  #searched = 0
  #out: Piece[] = []

  readonly #isInCutPage: boolean

  constructor(limits: SplitLimits = defaultLimits, isInCutPage = false) {
    this.#limits = limits
    this.#isInCutPage = isInCutPage
  }

  /** Returns the records that are complete after this chunk. */
  push(chunk: Uint8Array): Piece[] {
    this.#append(chunk)
    return this.#drain(false)
  }

  /** Returns the rest: the last record, or the remaining part of a truncated record. */
  end(): Piece[] {
    return this.#drain(true)
  }

  #append(chunk: Uint8Array): void {
    const kept = this.#end - this.#start
    const room = this.#bytes.length - this.#end
    if (room < chunk.length) {
      const needed = kept + chunk.length
      const target =
        needed <= this.#bytes.length && kept <= this.#start
          ? this.#bytes
          : Buffer.allocUnsafe(Math.max(needed * 2, 65_536))
      this.#bytes.copy(target, 0, this.#start, this.#end)
      const shift = this.#start
      this.#bytes = target
      this.#start = 0
      this.#end = kept
      this.#scan.at -= shift
      this.#searched -= shift
      if (this.#fence >= 0) this.#fence -= shift
    }
    this.#bytes.set(chunk, this.#end)
    this.#end += chunk.length
  }

  #drain(final: boolean): Piece[] {
    while (this.#step(final)) {}
    if (final) this.#finish()
    const out = this.#out
    this.#out = []
    return out
  }

  /** One step; false when more bytes are needed. */
  #step(final: boolean): boolean {
    switch (this.#mode) {
      case 'between':
        return this.#between(final)
      case 'value':
        return this.#value()
      case 'word':
        return this.#word(final)
      case 'line':
        return this.#line(final)
      case 'skip':
        return this.#skip()
      case 'skip-line':
        return this.#skipLine()
    }
  }

  #between(final: boolean): boolean {
    const bytes = this.#bytes
    let at = this.#start
    while (at < this.#end) {
      const byte = bytes[at] as number
      if (byte === newline) {
        if (this.#filledLine && this.#byLine === undefined) this.#byLine = true
      } else if (byte === comma) {
        this.#separated = true
        this.#noLine()
      } else if (byte >= 0x80 && marks.some((mark) => mark[0] === byte)) {
        if (at + longestMark > this.#end && !final) {
          this.#start = at
          return false
        }
        const mark = marks.find((each) => bytes.subarray(at, at + each.length).equals(each))
        if (mark === undefined) break
        at += mark.length - 1
      } else if (!isBlank(byte)) break
      at++
    }
    this.#start = at
    if (at >= this.#end) return false
    const byte = bytes[at]
    const inArray = this.#open.length > 0
    if (byte === closeArray && inArray) {
      this.#start = at + 1
      this.#separated = true
      const page = this.#open.pop()
      if (page === undefined || page === '') return true
      bytes[at] = openObject
      this.#start = at
      this.#enter(at)
      this.#page = page
      return true
    }
    if (byte === openArray && (!inArray || !this.#separated)) {
      // Without a comma before it, this bracket starts the next array: the previous array was cut off.
      this.#open.length = 0
      this.#open.push('')
      this.#separated = true
      this.#noLine()
      this.#start = at + 1
      return true
    }
    if (byte === openObject && !inArray && this.#byLine === true) return this.#wholeLine(final)
    if (byte === openObject || (inArray && (byte === openArray || byte === 0x22))) this.#enter(at)
    else {
      this.#searched = at
      this.#mode = inArray ? 'word' : 'line'
      if (!inArray) this.#noLine()
    }
    return true
  }

  #noLine(): void {
    if (this.#filledLine && this.#byLine === undefined) this.#byLine = false
  }

  #enter(at: number): void {
    this.#mode = 'value'
    this.#scan.at = at
    this.#scan.depth = 0
    this.#scan.inString = false
    this.#cap = Math.min(this.#limits.pageThreshold, this.#limits.recordLimit)
    this.#fence = -1
  }

  /** A line that begins and ends like an object is passed on without a scan: its parser detects errors. */
  #wholeLine(final: boolean): boolean {
    const start = this.#start
    const found = this.#findNewline(Math.max(this.#searched, start))
    if (found === -1 && !final && this.#end - start <= this.#limits.pageThreshold) {
      this.#searched = this.#end
      return false
    }
    const end = found === -1 ? this.#end : found
    let last = end - 1
    while (last > start && isBlank(this.#bytes[last])) last--
    const short = end - start <= Math.min(this.#limits.pageThreshold, this.#limits.recordLimit)
    if (short && this.#bytes[last] === 0x7d) {
      this.#emit(start, last + 1)
      this.#start = end
      return true
    }
    this.#enter(start)
    if (short && last > start && found !== -1) this.#fence = found
    return true
  }

  #findNewline(from: number): number {
    const found = this.#bytes.indexOf(newline, from)
    return found < this.#end ? found : -1
  }

  #value(): boolean {
    const start = this.#start
    const capped = start + this.#cap
    const stop = Math.min(this.#end, capped, this.#fence === -1 ? this.#end : this.#fence)
    const result = scanValue(this.#bytes, start, stop, this.#scan)
    const at = this.#scan.at
    if (result === 'complete') {
      this.#leave(start, at)
      if (this.#open.length === 0 && this.#byLine === undefined) {
        this.#filledLine = this.#findLine(start, at)
        if (!this.#filledLine) this.#byLine = false
      }
      return true
    }
    if (result === 'broken' || (this.#fence !== -1 && at >= this.#fence)) {
      this.#leaveCut(start, result === 'broken' ? at : this.#fence)
      return true
    }
    if (at < capped) return false
    return this.#oversized(start)
  }

  /** Returns true if the current value contains no line feed. */
  #findLine(start: number, at: number): boolean {
    const found = this.#bytes.indexOf(newline, start)
    return found === -1 || found >= at
  }

  #leave(start: number, at: number): void {
    this.#emit(start, at)
    this.#goOn(at)
  }

  /** Leaves a truncated value. The complete elements of a truncated page are records, and the rest of it is refused. */
  #leaveCut(start: number, at: number, shown = at): void {
    const inner = this.#isInCutPage || this.#bytes[start] !== openObject ? -1 : findRecordArray(this.#bytes, start, at)
    if (inner === -1) this.#emit(start, shown)
    else {
      const elements = new JsonSplitter(this.#limits, true)
      // A page can have more elements than a call can have arguments.
      this.#out = this.#out.concat(elements.push(this.#bytes.subarray(inner - 1, at)), elements.end())
      const text = this.#bytes.toString('utf8', start, Math.min(inner, start + excerptBytes))
      this.#out.push({
        text,
        refused: { code: 'not_json', detail: 'the page is cut off: only its elements were read' },
      })
      this.#page = ''
    }
    this.#goOn(at)
  }

  #goOn(at: number): void {
    this.#start = at
    this.#searched = at
    this.#separated = false
    this.#mode = 'between'
  }

  #oversized(start: number): boolean {
    const { recordLimit } = this.#limits
    if (this.#bytes[start] === openObject && this.#cap <= this.#limits.pageThreshold) {
      const inner = findRecordArray(this.#bytes, start, start + this.#cap)
      const kept = this.#open.reduce((sum, page) => sum + page.length, this.#page.length)
      if (inner !== -1 && kept + inner - start <= recordLimit) {
        this.#open.push(this.#takeText(start, inner))
        this.#separated = true
        this.#start = inner
        this.#mode = 'between'
        return true
      }
    }
    if (this.#cap < recordLimit) {
      this.#cap = recordLimit
      return true
    }
    this.#refuse(start, this.#page === '' ? 'record' : 'rest of the page')
    this.#mode = 'skip'
    return true
  }

  #skip(): boolean {
    const result = scanValue(this.#bytes, -1, this.#end, this.#scan)
    this.#start = Math.min(this.#scan.at, this.#end)
    if (result === 'incomplete') return false
    this.#separated = false
    this.#mode = 'between'
    return true
  }

  #word(final: boolean): boolean {
    const stop = Math.min(this.#end, this.#start + excerptBytes)
    let at = this.#searched
    while (at < stop) {
      const byte = this.#bytes[at]
      if (byte === comma || byte === closeArray || isBlank(byte)) break
      at++
    }
    this.#searched = at
    if (at >= this.#end && !final && stop === this.#end) return false
    this.#leave(this.#start, at)
    return true
  }

  #line(final: boolean): boolean {
    const found = this.#findNewline(this.#searched)
    const end = found === -1 ? this.#end : found
    if (end - this.#start > this.#limits.recordLimit) {
      this.#refuse(this.#start, 'line')
      this.#mode = 'skip-line'
      return true
    }
    if (found === -1 && !final) {
      this.#searched = this.#end
      return false
    }
    this.#leave(this.#start, end)
    return true
  }

  #skipLine(): boolean {
    const found = this.#findNewline(this.#start)
    this.#start = found === -1 ? this.#end : found
    if (found === -1) return false
    this.#mode = 'between'
    return true
  }

  #finish(): void {
    if (this.#mode === 'value') {
      this.#leaveCut(this.#start, this.#end, Math.min(this.#end, this.#start + excerptBytes))
    } else if (this.#mode === 'between' && this.#open.length > 0) {
      this.#out.push({
        text: '',
        refused: { code: 'not_json', detail: 'the array is not closed: the input is cut off' },
      })
    }
    this.#start = this.#end
    this.#mode = 'between'
    this.#open.length = 0
  }

  #emit(from: number, to: number): void {
    let end = to
    while (end > from && isBlank(this.#bytes[end - 1])) end--
    if (end <= from) return
    const isPage = this.#page !== ''
    const text = this.#takeText(from, end)
    if (!isPage || saysMore(text)) this.#out.push({ text })
  }

  /** Returns the text of the current value; of the rest of a page, together with its beginning. */
  #takeText(from: number, to: number): string {
    const page = this.#page
    this.#page = ''
    const text = this.#bytes.toString('utf8', from, to)
    return page === '' ? text : `${page}]${text.slice(1)}`
  }

  #refuse(from: number, what: string): void {
    const limit = this.#limits.recordLimit
    const text = this.#takeText(from, from + Math.min(excerptBytes, limit)).slice(0, excerptBytes)
    this.#out.push({ text, refused: { code: 'too_large', detail: `the ${what} is longer than ${limit} bytes` } })
  }
}
