import { closeArray, findRecordArray, isBlank, openArray, openObject, type ScanState, scanValue } from './json-scan.ts'
import { OpenArrays } from './open-arrays.ts'
import { PendingBytes } from './pending-bytes.ts'
import { defaultLimits, excerptBytes, type Piece, type SplitLimits } from './piece.ts'

const newline = 0x0a
const comma = 0x2c

/** A byte order mark occurs where files were appended to each other. The other marks end lines in some editors. */
const marks = ['\uFEFF', '\u2028', '\u2029', '\u0085'].map((mark) => Buffer.from(mark))
const longestMark = 3

/** `between` values; in a `value`, a `word` (number, literal) or a `line` without a value; `skip` for refused data. */
type Mode = 'between' | 'value' | 'word' | 'line' | 'skip' | 'skip-line'

/**
 * Cuts a stream of bytes into records, regardless of the chunks: lines, values over several lines, consecutive values,
 * and arrays of records (also appended to each other). The record limit bounds its buffers. Of a page over the
 * threshold, the elements become records, and so does the page without them if it contains another list or an error.
 */
export class JsonSplitter {
  readonly #limits: SplitLimits
  readonly #in = new PendingBytes()
  #mode: Mode = 'between'
  readonly #scan: ScanState = { at: 0, depth: 0, inString: false }
  /** The size at which the current value is looked at again. */
  #cap = 0
  /** The end of the line that contains the current value; -1 if the value may continue on the next line. */
  #fence = -1
  readonly #open = new OpenArrays()
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
    const shift = this.#in.append(chunk)
    this.#scan.at -= shift
    this.#searched -= shift
    if (this.#fence >= 0) this.#fence -= shift
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
    const bytes = this.#in.bytes
    let at = this.#in.start
    while (at < this.#in.end) {
      const byte = bytes[at] as number
      if (byte === newline) {
        if (this.#filledLine && this.#byLine === undefined) this.#byLine = true
      } else if (byte === comma) {
        this.#separated = true
        this.#noLine()
      } else if (byte >= 0x80 && marks.some((mark) => mark[0] === byte)) {
        if (at + longestMark > this.#in.end && !final) {
          this.#in.start = at
          return false
        }
        const mark = marks.find((each) => bytes.subarray(at, at + each.length).equals(each))
        if (mark === undefined) break
        at += mark.length - 1
      } else if (!isBlank(byte)) break
      at++
    }
    this.#in.start = at
    if (at >= this.#in.end) return false
    const byte = bytes[at]
    const inArray = !this.#open.isEmpty
    if (byte === closeArray && inArray) {
      this.#in.start = at + 1
      this.#separated = true
      if (!this.#open.close()) return true
      bytes[at] = openObject
      this.#in.start = at
      this.#enter(at)
      return true
    }
    if (byte === openArray && (!inArray || !this.#separated)) {
      // Without a comma before it, this bracket starts the next array: the previous array was cut off.
      this.#open.clear()
      this.#open.open()
      this.#separated = true
      this.#noLine()
      this.#in.start = at + 1
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
    const start = this.#in.start
    const found = this.#in.findNewline(Math.max(this.#searched, start))
    if (found === -1 && !final && this.#in.end - start <= this.#limits.pageThreshold) {
      this.#searched = this.#in.end
      return false
    }
    const end = found === -1 ? this.#in.end : found
    let last = end - 1
    while (last > start && isBlank(this.#in.bytes[last])) last--
    const short = end - start <= Math.min(this.#limits.pageThreshold, this.#limits.recordLimit)
    if (short && this.#in.bytes[last] === 0x7d) {
      this.#emit(start, last + 1)
      this.#in.start = end
      return true
    }
    this.#enter(start)
    if (short && last > start && found !== -1) this.#fence = found
    return true
  }

  #value(): boolean {
    const start = this.#in.start
    const capped = start + this.#cap
    const stop = Math.min(this.#in.end, capped, this.#fence === -1 ? this.#in.end : this.#fence)
    const result = scanValue(this.#in.bytes, start, stop, this.#scan)
    const at = this.#scan.at
    if (result === 'complete') {
      this.#leave(start, at)
      if (this.#open.isEmpty && this.#byLine === undefined) {
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
    const found = this.#in.bytes.indexOf(newline, start)
    return found === -1 || found >= at
  }

  #leave(start: number, at: number): void {
    this.#emit(start, at)
    this.#goOn(at)
  }

  /** Leaves a truncated value. The complete elements of a truncated page are records, and the rest of it is refused. */
  #leaveCut(start: number, at: number, shown = at): void {
    const inner =
      this.#isInCutPage || this.#in.bytes[start] !== openObject ? -1 : findRecordArray(this.#in.bytes, start, at)
    if (inner === -1) this.#emit(start, shown)
    else {
      const elements = new JsonSplitter(this.#limits, true)
      // A page can have more elements than a call can have arguments.
      this.#out = this.#out.concat(elements.push(this.#in.bytes.subarray(inner - 1, at)), elements.end())
      const text = this.#in.text(start, Math.min(inner, start + excerptBytes))
      this.#out.push({
        text,
        refused: { code: 'not_json', detail: 'the page is cut off: only its elements were read' },
      })
      this.#open.leaveRest()
    }
    this.#goOn(at)
  }

  #goOn(at: number): void {
    this.#in.start = at
    this.#searched = at
    this.#separated = false
    this.#mode = 'between'
  }

  #oversized(start: number): boolean {
    const { recordLimit } = this.#limits
    if (this.#in.bytes[start] === openObject && this.#cap <= this.#limits.pageThreshold) {
      const inner = findRecordArray(this.#in.bytes, start, start + this.#cap)
      if (inner !== -1 && this.#open.kept + inner - start <= recordLimit) {
        this.#open.open(this.#open.complete(this.#in.text(start, inner)))
        this.#separated = true
        this.#in.start = inner
        this.#mode = 'between'
        return true
      }
    }
    if (this.#cap < recordLimit) {
      this.#cap = recordLimit
      return true
    }
    this.#refuse(start, this.#open.isInRest ? 'rest of the page' : 'record')
    this.#mode = 'skip'
    return true
  }

  #skip(): boolean {
    const result = scanValue(this.#in.bytes, -1, this.#in.end, this.#scan)
    this.#in.start = Math.min(this.#scan.at, this.#in.end)
    if (result === 'incomplete') return false
    this.#separated = false
    this.#mode = 'between'
    return true
  }

  #word(final: boolean): boolean {
    const stop = Math.min(this.#in.end, this.#in.start + excerptBytes)
    let at = this.#searched
    while (at < stop) {
      const byte = this.#in.bytes[at]
      if (byte === comma || byte === closeArray || isBlank(byte)) break
      at++
    }
    this.#searched = at
    if (at >= this.#in.end && !final && stop === this.#in.end) return false
    this.#leave(this.#in.start, at)
    return true
  }

  #line(final: boolean): boolean {
    const found = this.#in.findNewline(this.#searched)
    const end = found === -1 ? this.#in.end : found
    if (end - this.#in.start > this.#limits.recordLimit) {
      this.#refuse(this.#in.start, 'line')
      this.#mode = 'skip-line'
      return true
    }
    if (found === -1 && !final) {
      this.#searched = this.#in.end
      return false
    }
    this.#leave(this.#in.start, end)
    return true
  }

  #skipLine(): boolean {
    const found = this.#in.findNewline(this.#in.start)
    this.#in.start = found === -1 ? this.#in.end : found
    if (found === -1) return false
    this.#mode = 'between'
    return true
  }

  #finish(): void {
    if (this.#mode === 'value') {
      this.#leaveCut(this.#in.start, this.#in.end, Math.min(this.#in.end, this.#in.start + excerptBytes))
    } else if (this.#mode === 'between' && !this.#open.isEmpty) {
      this.#out.push({
        text: '',
        refused: { code: 'not_json', detail: 'the array is not closed: the input is cut off' },
      })
    }
    this.#in.start = this.#in.end
    this.#mode = 'between'
    this.#open.clear()
  }

  #emit(from: number, to: number): void {
    let end = to
    while (end > from && isBlank(this.#in.bytes[end - 1])) end--
    if (end <= from) return
    const text = this.#open.record(this.#in.text(from, end))
    if (text !== undefined) this.#out.push({ text })
  }

  #refuse(from: number, what: string): void {
    const limit = this.#limits.recordLimit
    const text = this.#open.complete(this.#in.text(from, from + Math.min(excerptBytes, limit))).slice(0, excerptBytes)
    this.#out.push({ text, refused: { code: 'too_large', detail: `the ${what} is longer than ${limit} bytes` } })
  }
}
