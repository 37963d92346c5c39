// Parses dead letters: their names, and the filters of the commands.
import { isObject } from '../../mappings/kernel/json.ts'
import { type DeadLetter, type DeadLetterCode, deadLetterCodes } from '../outcome.ts'

const isCode = (code: unknown): code is DeadLetterCode =>
  typeof code === 'string' && Object.hasOwn(deadLetterCodes, code)

/** Returns the letter in a value of the topic or a line of a file; undefined if the text is not a dead letter. */
export function parseLetter(text: string): DeadLetter | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (!isObject(value) || !isCode(value.code)) return undefined
    const texts = ['@timestamp', 'detail', 'source', 'offset', 'element', 'raw'] as const
    return texts.every((member) => typeof value[member] === 'string') ? (value as unknown as DeadLetter) : undefined
  } catch {
    return undefined
  }
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
