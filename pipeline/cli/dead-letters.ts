import type { Chain } from '../chain.ts'
import { letterId } from '../dead-letters/letter.ts'
import { datasetsOf, needsOriginal, outcomesOf } from '../dead-letters/record.ts'
import type { DeadLetter } from '../outcome.ts'
import { stopOnSignals } from '../service/signals.ts'
import { makeTelemetry } from '../telemetry/telemetry.ts'
import { openConfig } from './config.ts'
import {
  kafkaReading,
  type LetterOptions,
  type LetterSelection,
  letterFilter,
  noLetter,
  readLetters,
} from './dead-letters-source.ts'
import { formatLetter, formatLetters } from './dead-letters-text.ts'
import { openEnvironment } from './environment.ts'
import { type ExitCode, exitCodes } from './exit.ts'
import { openDatabases, openServiceChain } from './service-stages.ts'
import { safeJson } from './terminal.ts'

export type { LetterOptions } from './dead-letters-source.ts'

export interface LetterListOptions extends LetterOptions {
  readonly limit: number
  readonly json?: boolean
}

/** Opens what both commands need, and hands over the letters that the options select. */
async function eachLetter(
  options: LetterOptions,
  id: string | undefined,
  take: (letters: readonly DeadLetter[], chain: Chain) => void,
): Promise<Chain> {
  const config = openConfig(options.config)
  const filter = letterFilter(options)
  const telemetry = makeTelemetry({ level: 'warn' })
  const chain = await openServiceChain(await openEnvironment(config.environment), openDatabases(config))
  const { signal, release } = stopOnSignals()
  const selection: LetterSelection = { filter, id, datasetsOf: (letter) => datasetsOf(letter, chain) }
  try {
    await readLetters(options, kafkaReading(config, telemetry, signal), selection, async (letters) =>
      take(letters, chain),
    )
  } finally {
    release()
  }
  return chain
}

export async function listLettersCommand(options: LetterListOptions): Promise<ExitCode> {
  const counts = new Map<string, number>()
  let newest: DeadLetter[] = []
  const chain = await eachLetter(options, undefined, (letters) => {
    for (const letter of letters) {
      counts.set(letter.code, (counts.get(letter.code) ?? 0) + 1)
      if (options.json) process.stdout.write(`${safeJson({ id: letterId(letter), ...letter })}\n`)
      else newest.push(letter)
    }
    newest = newest.slice(-options.limit)
  })
  if (!options.json) console.log(formatLetters(newest, counts, (letter) => datasetsOf(letter, chain)))
  return exitCodes.done
}

export async function showLettersCommand(id: string, options: LetterOptions): Promise<ExitCode> {
  let found = 0
  await eachLetter(options, id, (letters, chain) => {
    for (const letter of letters) {
      if (found++ > 0) console.log('')
      console.log(formatLetter(letter, needsOriginal(letter) ? undefined : outcomesOf(letter, chain)))
    }
  })
  return found > 0 ? exitCodes.done : noLetter(id)
}
