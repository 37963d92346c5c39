// Where failed events go, and what is written of them.
import type { JsonObject } from '../../mappings/kernel/json.ts'
import { toStrictJson } from '../../mappings/lib/strict-json.ts'
import type { DeadLetter, Failure } from '../outcome.ts'

export interface DeadLetterSink {
  /** Resolves when the letters are safe; only then may their offsets be committed. The signal breaks it off. */
  put(letters: readonly DeadLetter[], options?: { readonly signal?: AbortSignal }): Promise<void>
  close(): Promise<void>
}

/** Characters of a raw value that are kept: a letter is JSON in which a character may take six. */
const longestRaw = 32 * 1024 * 1024
/** Characters of a detail and of a path. */
const longestText = 2_000
/** Failed events of a record that its letter lists; it counts all of them. */
const listed = 20

const short = (text: string): string =>
  toStrictJson(text.length > longestText ? `${text.slice(0, longestText)}…` : text)

/** The letter with no more than the beginning of its raw value, which its detail states. */
export function cutRaw(letter: DeadLetter, length: number): DeadLetter {
  const { raw, detail } = letter
  if (raw.length <= length) return letter
  const cut = `${detail}; raw value cut from ${raw.length} characters`
  return { ...letter, raw: toStrictJson(raw.slice(0, length)), incomplete: true, detail: cut }
}

/** The text of a record: whole, or of its members those that can be written, and the names of the others. */
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

/** A failure as it is kept; `now` is ISO 8601. */
export function toDeadLetter(failure: Failure, now: string): DeadLetter {
  const { code, detail, element, delivery, dataset, decoded } = failure
  const { source, partition, offset, lastOffset, receivedAt, writtenAt } = delivery
  const { raw, lost } = typeof failure.raw === 'string' ? { raw: failure.raw, lost: [] } : writeRecord(failure.raw)
  const without = lost.length === 0 ? '' : `; raw value without ${lost.length} members that cannot be written: ${lost}`
  // A part of a record batch, and the beginning of a value that is too long, are cut where they are read.
  const isIncomplete = lost.length > 0 || lastOffset !== undefined || (code === 'too_large' && element === '')
  const letter: DeadLetter = {
    '@timestamp': now,
    code,
    detail: short(detail + without),
    source,
    ...(partition !== undefined && { partition }),
    offset,
    ...(lastOffset !== undefined && { lastOffset }),
    ...(receivedAt !== undefined && { receivedAt }),
    ...(writtenAt !== undefined && { writtenAt }),
    element: short(element),
    ...(dataset !== undefined && { dataset }),
    ...(decoded !== undefined && { kind: decoded.kind }),
    ...(decoded?.context !== undefined && { context: toStrictJson(decoded.context) }),
    raw: toStrictJson(raw),
    ...(isIncomplete && { incomplete: true }),
  }
  return cutRaw(letter, longestRaw)
}

/** Failures as they are kept. Those of one record share a letter: it holds the record once, and lists its events. */
export function toDeadLetters(failures: readonly Failure[], now: string): DeadLetter[] {
  const groups = new Map<Failure['raw'] | Failure, Failure[]>()
  for (const failure of failures) {
    const key = typeof failure.raw === 'string' ? failure : failure.raw
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [failure])
    else group.push(failure)
  }
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
