// The destination of failed events, and the content of dead letters.
import { groupBy } from '../../mappings/kernel/group-by.ts'
import type { JsonObject } from '../../mappings/kernel/json.ts'
import { present } from '../../mappings/kernel/present.ts'
import { toStrictJson } from '../../mappings/lib/strict-json.ts'
import type { DeadLetter, Failure } from '../outcome.ts'

export interface DeadLetterSink {
  /** Resolves when the letters are stored. Offsets may only be committed afterwards. The signal aborts the writing. */
  put(letters: readonly DeadLetter[], options?: { readonly signal?: AbortSignal }): Promise<void>
  close(): Promise<void>
}

/** The maximum number of characters that are kept of a raw value: in the JSON of a letter, a character may take six. */
const longestRaw = 32 * 1024 * 1024
/** The maximum number of characters of a detail and of a path. */
const longestText = 2_000
/** The maximum number of failed events of a record that its letter lists. The letter counts all of them. */
const listed = 20

const short = (text: string): string =>
  toStrictJson(text.length > longestText ? `${text.slice(0, longestText)}…` : text)

/**
 * Truncates the raw value of a letter, omits its context, and notes this in its detail. A replay of an incomplete letter
 * reads both from the original value.
 */
export function shorten(letter: DeadLetter, length: number): DeadLetter {
  const { context, ...rest } = letter
  const { raw, detail } = rest
  const isCut = raw.length > length
  const notes = [
    ...(isCut ? [`raw value truncated from ${raw.length} characters`] : []),
    ...(context === undefined ? [] : ['without the members of its wrapper']),
  ]
  const text = isCut ? toStrictJson(raw.slice(0, length)) : raw
  return { ...rest, raw: text, incomplete: true, detail: [detail, ...notes].join('; ') }
}

/** Returns the text of a record; if it cannot be written, that of its writable members and the names of the others. */
function writeRecord(record: JsonObject): { raw: string; lost: readonly string[] } {
  try {
    return { raw: JSON.stringify(record), lost: [] }
  } catch {
    const parts: string[] = []
    const lost: string[] = []
    let room = longestRaw
    for (const [name, value] of Object.entries(record)) {
      const text = writeMember(name, value)
      if (text === undefined || text.length > room) lost.push(name)
      else {
        parts.push(text)
        room -= text.length
      }
    }
    return { raw: `{${parts.join(',')}}`, lost }
  }
}

function writeMember(name: string, value: unknown): string | undefined {
  try {
    return `${JSON.stringify(name)}:${JSON.stringify(value ?? null)}`
  } catch {
    return undefined
  }
}

/** Converts a failure to a dead letter; `now` is ISO 8601. */
export function toDeadLetter(failure: Failure, now: string): DeadLetter {
  const { code, detail, element, delivery, dataset, decoded } = failure
  const { source, partition, offset, lastOffset, receivedAt, writtenAt } = delivery
  const { raw, lost } = typeof failure.raw === 'string' ? { raw: failure.raw, lost: [] } : writeRecord(failure.raw)
  const without = lost.length === 0 ? '' : `; raw value without ${lost.length} members that cannot be written: ${lost}`
  // A part of a record batch, and the start of a value that is too long, were already truncated when they were read.
  const isIncomplete = lost.length > 0 || lastOffset !== undefined || (code === 'too_large' && element === '')
  const letter: DeadLetter = {
    '@timestamp': now,
    code,
    detail: short(detail + without),
    source,
    ...(partition !== undefined && { partition }),
    offset,
    ...present({ lastOffset, receivedAt, writtenAt }),
    element: short(element),
    ...present({ dataset, kind: decoded?.kind }),
    ...(decoded?.context !== undefined && { context: toStrictJson(decoded.context) }),
    raw: toStrictJson(raw),
    ...(isIncomplete && { incomplete: true }),
  }
  return letter.raw.length > longestRaw ? shorten(letter, longestRaw) : letter
}

/** Converts failures to dead letters. Failures of one record share a letter with the record and a list of events. */
export function toDeadLetters(failures: readonly Failure[], now: string): DeadLetter[] {
  const groups = groupBy(failures, (failure) => (typeof failure.raw === 'string' ? failure : failure.raw))
  return [...groups.values()].map((group) => toSharedLetter(group, now))
}

function toSharedLetter(group: readonly Failure[], now: string): DeadLetter {
  const letter = toDeadLetter(group[0] as Failure, now)
  if (group.length === 1) return letter
  const first = group
    .slice(0, listed)
    .map(({ code, detail, element }) => ({ code, detail: short(detail), element: short(element) }))
  return { ...letter, failed: { count: group.length, first } }
}
