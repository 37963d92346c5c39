// Parses dead letters: their names, and the filters of the commands.
import { isObject, parsedJson } from '../../mappings/kernel/json.ts'
import { present } from '../../mappings/kernel/present.ts'
import type { Chain } from '../chain.ts'
import { decodeBuffer } from '../decode/decode.ts'
import {
  type DeadLetter,
  type DeadLetterCode,
  type Decoded,
  type Delivery,
  deadLetterCodes,
  type Outcome,
} from '../outcome.ts'
import type { RawKafkaValue } from '../source/source.ts'

/** Processes a dead letter's record with the current chain. The record is the same, so its document IDs are too. */
function deliveryOf({ source, partition, offset, receivedAt, writtenAt }: DeadLetter): Delivery {
  return { source, offset, ...present({ partition, receivedAt, writtenAt }) }
}

const base64 = 'base64:'
const bytesOf = (raw: string): Buffer =>
  raw.startsWith(base64) ? Buffer.from(raw.slice(base64.length), 'base64') : Buffer.from(raw)

/**
 * Returns true if the letter lacks data that determines its documents: the letter contains only a part of the value, or
 * an element without its wrapper.
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

/** True if one path contains the other: the event is in the element, or the element in the event's record. */
function isAbout(element: string, of: string): boolean {
  const [short, long] = element.length < of.length ? [element, of] : [of, element]
  return short === '' || short === long || (long.startsWith(short) && '.['.includes(long.charAt(short.length)))
}

/** Returns the original value's outcomes for the letter's element, or all outcomes if the element is gone. */
export function outcomesOfOriginal(letter: DeadLetter, { buffer, delivery }: RawKafkaValue, chain: Chain): Outcome[] {
  const outcomes = outcomesIn(buffer, delivery, chain)
  const elementOf = (outcome: Outcome) => (outcome.ok ? outcome.decoded.element : outcome.element)
  const own = outcomes.filter((outcome) => isAbout(elementOf(outcome), letter.element))
  return own.length > 0 ? own : outcomes
}

function outcomesIn(buffer: Parameters<typeof decodeBuffer>[0], delivery: Delivery, chain: Chain): Outcome[] {
  return [...decodeBuffer(buffer, delivery)].flatMap((decoded) => chain.process(decoded))
}

/** Returns the dataset that refused the letter, or else the datasets of its documents in the current chain. */
export function datasetsOf(letter: DeadLetter, chain: Chain): readonly string[] {
  if (letter.dataset !== undefined) return [letter.dataset]
  if (letter.incomplete === true) return []
  return [...new Set(outcomesOf(letter, chain).flatMap((outcome) => (outcome.ok ? [outcome.dataset] : [])))]
}

const isCode = (code: unknown): code is DeadLetterCode =>
  typeof code === 'string' && Object.hasOwn(deadLetterCodes, code)

/** Returns the letter in a value of the topic or a line of a file; undefined if the text is not a dead letter. */
export function parseLetter(text: string): DeadLetter | undefined {
  const value = parsedJson(text)
  if (!isObject(value) || !isCode(value.code)) return undefined
  const texts = ['@timestamp', 'detail', 'source', 'offset', 'element', 'raw'] as const
  return texts.every((member) => typeof value[member] === 'string') ? (value as unknown as DeadLetter) : undefined
}

/** Names the record of a letter: `topic/partition/offset`, `file/position`, and the element of the record. */
export function letterId({ source, partition, offset, element }: DeadLetter): string {
  const place = partition === undefined ? `${source}/${offset}` : `${source}/${partition}/${offset}`
  return element === '' ? place : `${place}#${element}`
}

export interface LetterFilter {
  readonly codes: readonly string[]
  readonly datasets: readonly string[]
  /** The time when the letter was written, ISO 8601 in UTC. `until` is exclusive. */
  readonly since?: string
  readonly until?: string
}

/** Returns true for letters that pass the filter. The dataset is checked separately. */
export function passes(letter: DeadLetter, { codes, since, until }: LetterFilter): boolean {
  const time = new Date(letter['@timestamp']).getTime()
  if (codes.length > 0 && !codes.includes(letter.code)) return false
  if (since !== undefined && time < Date.parse(since)) return false
  return until === undefined || time < Date.parse(until)
}
