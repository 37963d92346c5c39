// Reads dead letters from the topic, or from the file of a hunt.
import { randomBytes } from 'node:crypto'
import { codeOf } from '../../mappings/kernel/thrown.ts'
import { makeKafka, withAdmin } from '../clients/kafka.ts'
import type { Config } from '../config/settings.ts'
import { DependencyError } from '../errors/dependency-error.ts'
import { readLines } from '../framing/lines.ts'
import type { DeadLetter } from '../outcome.ts'
import { findRanges, type ReadRangesOptions, readRanges } from '../source/kafka-ranges.ts'
import type { BatchHandler, RawKafkaValue } from '../source/source.ts'
import type { Telemetry } from '../telemetry/telemetry.ts'
import { parseLetter } from './letter.ts'

/** Processes letters in order. The next letters wait until the promise resolves. */
export type TakeLetters = (letters: readonly DeadLetter[]) => Promise<void>

export interface KafkaReading {
  readonly kafka: Config['kafka']
  readonly batch: Config['batch']
  readonly telemetry: Telemetry
  readonly signal: AbortSignal
}

type RunRanges = Pick<ReadRangesOptions, 'ranges'> & KafkaReading

/**
 * Reads ranges in a consumer group for this run: two runs in the same group would each get only a part of the letters.
 * Deletes the group afterwards, as far as the ACLs permit it.
 */
export async function readInOwnGroup(reading: RunRanges, handler: BatchHandler): Promise<void> {
  const { kafka, telemetry } = reading
  const group = `${kafka.group}.dead-letters.${randomBytes(4).toString('hex')}`
  try {
    await readRanges({ ...reading, group }, handler)
  } finally {
    const client = makeKafka({ kafka, log: telemetry.log })
    await withAdmin(client, `Delete on group ${group}`, (admin) => admin.deleteGroups([group])).catch(() => undefined)
  }
}

/** The values that are not dead letters: their number, and the place of the first. */
export interface Unreadable {
  readonly count: number
  readonly first?: string
}

class Parsing implements Unreadable {
  count = 0
  first?: string

  letters(values: readonly { readonly text: string; readonly place: string }[]): DeadLetter[] {
    return values.flatMap(({ text, place }) => {
      const letter = parseLetter(text)
      if (letter === undefined) {
        this.count++
        this.first ??= place
      }
      return letter ?? []
    })
  }
}

/** Reads the topic from its beginning to its current end. */
export async function readLetterTopic(reading: KafkaReading, take: TakeLetters): Promise<Unreadable> {
  const { kafka, telemetry } = reading
  const ranges = await findRanges({ kafka, log: telemetry.log }, { topics: [kafka.deadLetterTopic] })
  const parsing = new Parsing()
  // Partitions arrive concurrently. Batches are processed one at a time, so that `take` never runs twice at once.
  let last: Promise<void> = Promise.resolve()
  await readInOwnGroup({ ...reading, ranges }, ({ values }) => {
    last = last.then(() => take(parsing.letters(values.map(placed))))
    return last
  })
  return parsing
}

const placed = ({ buffer, delivery: { partition, offset } }: RawKafkaValue) => ({
  text: buffer.toString('utf8'),
  place: `partition ${partition}, offset ${offset}`,
})

const linesAtATime = 500

/** Reads a file of dead letters in the format of `hunt`: one JSON object per line. */
export async function readLetterFile(path: string, take: TakeLetters): Promise<Unreadable> {
  const parsing = new Parsing()
  let lines: { text: string; place: string }[] = []
  let number = 0
  const hand = async () => {
    const letters = parsing.letters(lines)
    lines = []
    await take(letters)
  }
  try {
    for await (const line of readLines(path)) {
      number++
      if (line.trim() !== '' && lines.push({ text: line, place: `line ${number}` }) >= linesAtATime) await hand()
    }
  } catch (error) {
    if (error instanceof DependencyError || codeOf(error) === undefined) throw error
    throw new DependencyError('input_unreadable', `cannot read ${path} (${codeOf(error)})`)
  }
  await hand()
  return parsing
}
