// The record of a dead letter through the chain of today: the same record, so the same document IDs.
import type { Chain } from '../chain.ts'
import { decodeBuffer } from '../decode/decode.ts'
import type { DeadLetter, Decoded, Delivery, Outcome } from '../outcome.ts'
import type { RawKafkaValue } from '../source/source.ts'

function deliveryOf({ source, partition, offset, receivedAt, writtenAt }: DeadLetter): Delivery {
  return {
    source,
    ...(partition !== undefined && { partition }),
    offset,
    ...(receivedAt !== undefined && { receivedAt }),
    ...(writtenAt !== undefined && { writtenAt }),
  }
}

const base64 = 'base64:'
const bytesOf = (raw: string): Buffer =>
  raw.startsWith(base64) ? Buffer.from(raw.slice(base64.length), 'base64') : Buffer.from(raw)

/**
 * True where the letter does not hold everything that decides on its documents: a part of the value, or an element without the
 * wrapper around it.
 */
export function needsOriginal({ incomplete, element, kind }: DeadLetter): boolean {
  return incomplete === true || (element !== '' && kind === undefined)
}

export function outcomesOf(letter: DeadLetter, chain: Chain): Outcome[] {
  const { kind, context, element, raw } = letter
  const delivery = deliveryOf(letter)
  if (kind === undefined) return outcomesIn(bytesOf(raw), delivery, chain)
  const record = JSON.parse(raw) as Decoded['record']
  return chain.process({ ok: true, kind, record, element, delivery, ...(context !== undefined && { context }) })
}

/** One path leads to the other: an event lies in the element, or the element in the record of the event. */
function isAbout(element: string, of: string): boolean {
  const [short, long] = element.length < of.length ? [element, of] : [of, element]
  return short === '' || short === long || (long.startsWith(short) && '.['.includes(long.charAt(short.length)))
}

/** What the chain makes of the original value, as far as the letter is about it: all of it where no path is the letter's any more. */
export function outcomesOfOriginal(letter: DeadLetter, { buffer, delivery }: RawKafkaValue, chain: Chain): Outcome[] {
  const outcomes = outcomesIn(buffer, delivery, chain)
  const elementOf = (outcome: Outcome) => (outcome.ok ? outcome.decoded.element : outcome.element)
  const own = outcomes.filter((outcome) => isAbout(elementOf(outcome), letter.element))
  return own.length > 0 ? own : outcomes
}

function outcomesIn(buffer: Parameters<typeof decodeBuffer>[0], delivery: Delivery, chain: Chain): Outcome[] {
  return [...decodeBuffer(buffer, delivery)].flatMap((decoded) => chain.process(decoded))
}

/** The datasets of the documents of a letter: those of today, or the one that refused it. */
export function datasetsOf(letter: DeadLetter, chain: Chain): readonly string[] {
  if (letter.dataset !== undefined) return [letter.dataset]
  if (letter.incomplete === true) return []
  return [...new Set(outcomesOf(letter, chain).flatMap((outcome) => (outcome.ok ? [outcome.dataset] : [])))]
}
