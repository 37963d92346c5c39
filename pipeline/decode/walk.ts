import { isObject, type JsonObject } from '../../mappings/kernel/json.ts'
import type { Refusal } from '../framing/piece.ts'
import type { DeadLetterCode, Decoded, Delivery, Failure, NativeKind } from '../outcome.ts'
import { budget, refuseDepth, refuseSize, type Size, sizeOf } from './budget.ts'
import { missingColumns } from './csv-formats.ts'
import { restoreDigits, SourceText } from './exact-integers.ts'
import { localTime, lostMember } from './power-shell.ts'
import { base64Json, maybeEncodedJson, type Parsed, parseText } from './text.ts'

/** Maximum number of wrappers to unwrap. */
const mostWrappers = 6

/** The current position in the raw value. */
export interface Place {
  /** Dotted path from the raw value, empty for itself. */
  readonly element: string
  /** Wrappers taken off so far. */
  readonly level: number
  /** The text from which the current value was parsed; absent for values that arrive already parsed. */
  readonly source: SourceText | undefined
  /** True if the value is the whole of `source`. */
  readonly whole: boolean
  /** Members of the outermost envelope. */
  readonly context: JsonObject | undefined
  /** The code for a value that no row takes. A known envelope sets a more specific code than `format_unknown`. */
  readonly otherwise: DeadLetterCode
}

/** A row of the decision table: the shape that it matches, and the function that takes it. */
export interface Row {
  readonly name: string
  readonly matches: (value: JsonObject) => boolean
  readonly take: (value: JsonObject, place: Place, walk: Walk) => void
}

export const outermost: Place = {
  element: '',
  level: 0,
  source: undefined,
  whole: true,
  context: undefined,
  otherwise: 'format_unknown',
}

/** Members of alerts, timelines and indicators: results copied without their list look like exports. */
const resultMembers = [
  ['settled', 'risk_score'],
  ['application', 'application_id', 'account'],
  ['value', 'network_owner', 'applications'],
]

/** Unwraps one raw value, and collects its native records and failures. */
export class Walk {
  readonly out: (Decoded | Failure)[] = []
  readonly delivery: Delivery
  readonly #rowOf: (value: JsonObject) => Row | undefined
  /** The last value parsed from a text, and its size. This value is nearly always the record. */
  #parsed: { readonly value: unknown; readonly size: Size } | undefined
  /** True for a value that arrives already parsed: a CSV row. */
  #isRow = false

  /** `rowOf` finds the row that takes an object. It is a parameter: rows use walks, so a walk cannot import rows. */
  constructor(delivery: Delivery, rowOf: (value: JsonObject) => Row | undefined) {
    this.delivery = delivery
    this.#rowOf = rowOf
  }

  /** The place of a member or element of the value at `place`, one wrapper further in. */
  inside(place: Place, step: string, context?: JsonObject): Place {
    const element = place.element === '' ? step.replace(/^\./, '') : place.element + step
    return { ...place, element, level: place.level + 1, whole: false, context: place.context ?? context }
  }

  /** Takes each element of a batch separately, so a bad element fails alone. */
  elements(values: readonly unknown[], place: Place, name: string, context?: JsonObject): void {
    for (const [index, value] of values.entries()) {
      if (this.isOver) return
      this.value(value, this.inside(place, `${name}[${index}]`, context))
    }
  }

  text(text: string, place: Place): void {
    this.parsed(parseText(text), place)
  }

  parsed(values: readonly Parsed[], place: Place): void {
    const single = values.length === 1
    for (const [index, parsed] of values.entries()) {
      const here: Place = {
        ...place,
        element: single ? place.element : `${place.element}[${index}]`,
        source: new SourceText(parsed.text),
        whole: true,
      }
      if (parsed.ok) {
        this.#parsed = parsed
        this.value(parsed.value, here)
      } else this.refuse(parsed.refused, undefined, here)
    }
  }

  unparsed(value: unknown): void {
    const size = sizeOf(value)
    const refused = refuseDepth(size)
    this.#parsed = { value, size }
    this.#isRow = true
    if (refused === undefined) this.value(value, outermost)
    else this.refuse(refused, value, outermost)
  }

  value(value: unknown, place: Place): void {
    if (this.isOver) return
    if (place.level > mostWrappers) {
      this.fail('too_deep', `more than ${mostWrappers} wrappers around the record`, value, place)
    } else if (isObject(value)) {
      const row = this.#rowOf(value)
      if (row === undefined) this.fail(place.otherwise, this.#unknown(value), value, place)
      else this.take(row, value, place)
    } else if (Array.isArray(value)) this.elements(value, place, '')
    else if (typeof value === 'string') this.#string(value, place)
    else this.fail(place.otherwise, `a JSON ${value === null ? 'null' : typeof value}, not an object`, value, place)
  }

  #unknown(value: JsonObject): string {
    const isRow = this.#isRow && value === this.#parsed?.value
    const noun = isRow ? 'column' : 'member'
    const names = Object.keys(value)
    if (names.length === 0) return `an object without ${noun}s`
    if (resultMembers.some((members) => members.every((member) => names.includes(member))))
      return 'a result of an earlier hunt, not a log: pass only the exported files'
    const near = isRow ? missingColumns(names) : ''
    return `no known format has the ${noun}s ${listNames(names)}${near === '' ? '' : `. Most similar: ${near}`}`
  }

  protected take(row: Row, value: JsonObject, place: Place): void {
    try {
      row.take(value, place, this)
    } catch (error) {
      // An unexpected shape: only this value fails. Numbers out of range also cause a RangeError.
      const deep = error instanceof RangeError && error.message.includes('call stack')
      this.fail(deep ? 'too_deep' : 'mapping_failed', `taking it as ${row.name}: ${String(error)}`, value, place)
    }
  }

  #string(value: string, place: Place): void {
    const text = maybeEncodedJson(value) ? value : base64Json(value)
    if (text !== undefined) this.text(text, { ...place, level: place.level + 1 })
    else if (value.trim() !== '') this.fail(place.otherwise, 'a JSON string that holds no JSON', value, place)
  }

  /** Adds a native record if it is within its budget. */
  emit(kind: NativeKind, record: JsonObject, place: Place): void {
    const { element, context } = place
    const { delivery } = this
    const lost = lostMember(kind, record, place.source === undefined)
    if (lost !== undefined) {
      this.failLossy(lost, record, place)
      return
    }
    const local = place.source === undefined ? localTime(kind, record, context) : undefined
    if (local !== undefined) {
      const detail = `the order of day and month in "${local.slice(0, 40)}" is unknown: a portal, a spreadsheet program or Export-Csv wrote a local format; export JSON, or times in ISO 8601`
      this.fail('time_missing', detail, record, place)
      return
    }
    const size = record === this.#parsed?.value ? this.#parsed.size : sizeOf(record)
    const refused = refuseSize(size, eventsIn(kind, record))
    if (refused !== undefined) {
      this.refuse(refused, record, place)
      return
    }
    if (size.inexact && place.source !== undefined) restoreDigits(record, place.source)
    this.out.push(
      context === undefined
        ? { ok: true, kind, record, element, delivery }
        : { ok: true, kind, record, element, delivery, context },
    )
  }

  /** True if the raw value contains more results than its limit. */
  get isOver(): boolean {
    return this.out.length > budget.outcomes
  }

  failLossy(member: string, value: unknown, place: Place): void {
    const detail = `${member} became text: export the records as JSON with all levels (ConvertTo-Json -Depth 10)`
    this.fail('audit_data_lossy', detail, value, place)
  }

  refuse({ code, detail }: Refusal, value: unknown, place: Place): void {
    this.fail(code, detail, value, place)
  }

  fail(code: DeadLetterCode, detail: string, value: unknown, place: Place): void {
    const raw = place.whole && place.source !== undefined ? place.source.text : toText(value)
    const { element, context } = place
    const envelope =
      context?.category === undefined ? '' : ` (${context.category}, tenant ${context.tenantId ?? 'unknown'})`
    this.out.push({ ok: false, code, detail: detail + envelope, element, delivery: this.delivery, raw })
  }
}

/** Returns the number of events of a record. Each becomes a separate document. */
function eventsIn(kind: NativeKind, { events }: JsonObject): number {
  return (kind === 'G' || kind === 'B') && Array.isArray(events) ? events.length : 0
}

function listNames(names: readonly string[]): string {
  const shown = names.slice(0, 8).map((name) => name.slice(0, 40))
  return `${shown.join(', ')}${names.length > shown.length ? ', …' : ''}`
}

function toText(value: unknown): string {
  if (typeof value === 'string') return value
  try {
    return JSON.stringify(value) ?? ''
  } catch {
    // The value nests too deep to serialize and did not come from text, so nothing can be kept.
    return ''
  }
}
