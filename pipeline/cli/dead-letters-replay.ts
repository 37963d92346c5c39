import { datasetsOf } from '../dead-letters/record.ts'
import { Replay, type Replayed, type ReplayOutcome } from '../dead-letters/replay.ts'
import { stopOnSignals } from '../service/signals.ts'
import { makeTelemetry } from '../telemetry/telemetry.ts'
import { openConfig } from './config.ts'
import { kafkaReading, type LetterOptions, letterFilter, noLetter, readLetters } from './dead-letters-source.ts'
import { formatReplayed } from './dead-letters-text.ts'
import { openEnvironment } from './environment.ts'
import { type ExitCode, exitCodes } from './exit.ts'
import { openDatabases, openServiceChain, openStores } from './service-stages.ts'
import { safeJson } from './terminal.ts'

export interface LetterReplayOptions extends LetterOptions {
  readonly id?: string
  readonly backfill?: boolean
  readonly json?: boolean
}

export async function replayLettersCommand(options: LetterReplayOptions): Promise<ExitCode> {
  const config = openConfig(options.config)
  const filter = letterFilter(options)
  const telemetry = makeTelemetry({ level: 'warn' })
  const environment = await openEnvironment(config.environment)
  const chain = await openServiceChain(environment, openDatabases(config))
  const { sink, updateEntities, client } = await openStores(config, environment, {
    backfill: options.backfill === true,
  })
  const { signal, release } = stopOnSignals()
  const counts = new Map<ReplayOutcome, number>()
  const report = (replayed: Replayed) => {
    counts.set(replayed.outcome, (counts.get(replayed.outcome) ?? 0) + 1)
    console.log(options.json ? safeJson(replayed) : formatReplayed(replayed))
  }
  const replay = new Replay({ chain, updateEntities, sink, signal }, report)
  const reading = kafkaReading(config, telemetry, signal)
  const selection = {
    filter,
    id: options.id,
    datasetsOf: (letter: Parameters<typeof datasetsOf>[0]) => datasetsOf(letter, chain),
  }
  try {
    await readLetters(options, reading, selection, (letters) => replay.take(letters))
    // The records behind the letters of a hunt are in files, which a hunt reads again.
    await replay.originals(options.file === undefined ? reading : undefined)
  } finally {
    release()
    await sink.close()
    await client.close()
  }
  if (counts.size === 0 && options.id !== undefined) return noLetter(options.id)
  const summary = [...counts].map(([outcome, count]) => `${count} ${outcome}`).join(', ')
  console.error(summary === '' ? 'no dead letters' : summary)
  return counts.has('dead_letter') || counts.has('lost') ? exitCodes.found : exitCodes.done
}
