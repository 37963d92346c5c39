// Decodes a raw value into its native records, or into the reasons why there are none. Never throws.
import { excerptBytes, type Piece, type RefusedValue } from '../framing/piece.ts'
import type { Decoded, Delivery, Failure, RawValue } from '../outcome.ts'
import { budget, tooManyOutcomes } from './budget.ts'
import { rowOf } from './decision-table.ts'
import { SourceText } from './exact-integers.ts'
import { isPlainJson, parseText, rawText, splitBytes, textOf } from './text.ts'
import { outermost, Walk } from './walk.ts'

/** The native records and failures in a raw value, in its order. A blank value and an empty page have none. */
export function decode(raw: RawValue | RefusedValue): (Decoded | Failure)[] {
  return decodeWith(new Walk(raw.delivery, rowOf), raw)
}

export function decodeWith(walk: Walk, raw: RawValue | RefusedValue): (Decoded | Failure)[] {
  const { delivery, text } = raw
  if ('refused' in raw) {
    const { code, detail } = raw.refused
    return [{ ok: false, code, detail, element: '', delivery, raw: text ?? '' }]
  }
  if (text === undefined) walk.unparsed(raw.value)
  else walk.parsed(parseText(text), outermost)
  if (!walk.isOver) return walk.out
  walk.out.length = 0
  walk.refuse(tooManyOutcomes, raw.value, {
    ...outermost,
    source: text === undefined ? undefined : new SourceText(text),
  })
  return walk.out
}

/** Decodes the bytes of a Kafka value. A tombstone (null or empty) has no records. */
export function* decodeBuffer(buffer: Buffer | null | undefined, delivery: Delivery): Generator<Decoded | Failure> {
  for (const decoded of decodeInTurns(buffer, delivery)) if (decoded !== undefined) yield decoded
}

/**
 * Decodes in steps, for a caller that pauses between two steps. Yields the records of a large page one at a time, and
 * undefined while the page is being split.
 */
export function decodeInTurns(
  buffer: Buffer | null | undefined,
  delivery: Delivery,
): Iterable<Decoded | Failure | undefined> {
  if (buffer === null || buffer === undefined || buffer.length === 0) return []
  if (buffer.length > budget.valueBytes) {
    const detail = `${buffer.length} bytes, more than ${budget.valueBytes}; the raw value is cut to its first ${excerptBytes}`
    return [
      { ok: false, code: 'too_large', detail, element: '', delivery, raw: rawText(buffer.subarray(0, excerptBytes)) },
    ]
  }
  return buffer.length > budget.wholeBytes ? decodePage(buffer, delivery) : decode({ delivery, text: textOf(buffer) })
}

/** The records of a large value, which is cut into pieces before any of them is parsed. */
function* decodePage(buffer: Buffer, delivery: Delivery): Generator<Decoded | Failure | undefined> {
  const pieces: Piece[] = []
  for (const some of splitBytes(isPlainJson(buffer) ? buffer : Buffer.from(textOf(buffer)), budget.wholeBytes)) {
    for (const piece of some) pieces.push(piece)
    yield undefined
  }
  // A single value without a page, too many values, or a truncated array.
  if (pieces.length < 2 || pieces.length > budget.outcomes || pieces.some((piece) => piece.refused !== undefined)) {
    yield* decode({ delivery, text: textOf(buffer) })
    return
  }
  let outcomes = 0
  for (const [index, piece] of pieces.entries()) {
    for (const outcome of decode({ delivery, text: piece.text })) {
      const element = `[${index}]${outcome.element === '' ? '' : `.${outcome.element}`}`
      yield { ...outcome, element }
      outcomes++
    }
    if (outcomes <= budget.outcomes) continue
    yield {
      ok: false,
      ...tooManyOutcomes,
      element: `[${index + 1}]`,
      delivery,
      raw: rawText(buffer.subarray(0, excerptBytes)),
    }
    return
  }
}
