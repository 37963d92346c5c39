// Dead letters for the commands: opened where the options say, and filtered.
import type { Config } from '../config/config.ts'
import { type LetterFilter, letterId, passes } from '../dead-letters/letter.ts'
import { type KafkaReading, readLetterFile, readLetterTopic, type TakeLetters } from '../dead-letters/read-letters.ts'
import { UsageError } from '../errors/usage-error.ts'
import { type DeadLetter, deadLetterCodes } from '../outcome.ts'
import { type ExitCode, exitCodes } from './exit.ts'
import { timeOption } from './time-option.ts'

export interface LetterOptions {
  readonly config?: string
  readonly file?: string
  readonly code?: readonly string[]
  readonly dataset?: readonly string[]
  readonly since?: string
  readonly until?: string
}

export function letterFilter({ code = [], dataset = [], since, until }: LetterOptions): LetterFilter {
  const unknown = code.find((one) => !Object.hasOwn(deadLetterCodes, one))
  if (unknown !== undefined)
    throw new UsageError(`--code ${unknown}: unknown code; known codes: ${Object.keys(deadLetterCodes).join(', ')}`)
  const now = new Date()
  return {
    codes: code,
    datasets: dataset,
    ...(since !== undefined && { since: timeOption('--since', since, 'start', now) }),
    ...(until !== undefined && { until: timeOption('--until', until, 'end', now) }),
  }
}

/** True for the ID of a letter, or of the record with the letter. */
const hasId = (letter: DeadLetter, id: string | undefined): boolean =>
  id === undefined || letterId(letter) === id || letterId(letter).startsWith(`${id}#`)

export function noLetter(id: string): ExitCode {
  console.error(`no dead letter has the ID ${id}; run \`consentry dead-letters list\``)
  return exitCodes.found
}

export interface LetterSelection {
  readonly filter: LetterFilter
  readonly id?: string | undefined
  readonly datasetsOf: (letter: DeadLetter) => readonly string[]
}

/** Hands over the letters that are selected. Reports the values that are no letters on standard error. */
export async function readLetters(
  { file }: LetterOptions,
  reading: KafkaReading,
  { filter, id, datasetsOf }: LetterSelection,
  take: TakeLetters,
): Promise<void> {
  const ofDataset = (letter: DeadLetter) =>
    filter.datasets.length === 0 || datasetsOf(letter).some((dataset) => filter.datasets.includes(dataset))
  const selected: TakeLetters = (letters) =>
    take(letters.filter((letter) => hasId(letter, id) && passes(letter, filter) && ofDataset(letter)))
  const unreadable =
    file === undefined ? await readLetterTopic(reading, selected) : await readLetterFile(file, selected)
  if (unreadable > 0) {
    const where = file ?? `the topic ${reading.kafka.deadLetterTopic}`
    console.error(`${unreadable} values of ${where} are no dead letters`)
  }
}

export function kafkaReading(
  { kafka, batch }: Config,
  telemetry: KafkaReading['telemetry'],
  signal: AbortSignal,
): KafkaReading {
  return { kafka, batch, telemetry, signal }
}
