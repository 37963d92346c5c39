import { mappedDatasets } from '../../mappings/fields/datasets.gen.ts'
import { didYouMean } from '../../mappings/kernel/suggest.ts'
import type { Chain } from '../chain.ts'
import { datasetsOf, type LetterFilter, letterId, needsOriginal, outcomesOf, passes } from '../dead-letters/letter.ts'
import { type KafkaReading, readLetterFile, readLetterTopic, type TakeLetters } from '../dead-letters/read-letters.ts'
import { Replay, type Replayed, type ReplayOutcome } from '../dead-letters/replay.ts'
import { UsageError } from '../errors/usage-error.ts'
import { Counter } from '../hunt/counter.ts'
import { type DeadLetter, deadLetterCodes, type Outcome } from '../outcome.ts'
import { stopOnSignals } from '../service/signals.ts'
import { makeTelemetry } from '../telemetry/telemetry.ts'
import { openDatabases } from './chain.ts'
import type { CommonOptions } from './common-options.ts'
import { openConfig } from './config.ts'
import { environmentFile, openEnvironment } from './environment.ts'
import { type ExitCode, exitCodes } from './exit.ts'
import { printResult } from './result.ts'
import { openServiceChain, openStores } from './service-stages.ts'
import { printable, safeJson, table } from './terminal.ts'
import { periodOf } from './time-option.ts'

export interface LetterOptions extends CommonOptions {
  readonly file?: string
  readonly code?: readonly string[]
  readonly dataset?: readonly string[]
}

const letterDatasets: readonly string[] = [...Object.keys(mappedDatasets), 'consentry.findings']

function letterFilter({ code = [], dataset = [], ...period }: LetterOptions): LetterFilter {
  const unknown = code.find((one) => !Object.hasOwn(deadLetterCodes, one))
  if (unknown !== undefined)
    throw new UsageError(`--code ${unknown}: unknown code; known codes: ${Object.keys(deadLetterCodes).join(', ')}`)
  const odd = dataset.find((one) => !letterDatasets.includes(one))
  if (odd !== undefined) {
    const { hint } = didYouMean(odd, letterDatasets)
    throw new UsageError(`--dataset ${odd}: unknown dataset; ${hint ?? `known datasets: ${letterDatasets.join(', ')}`}`)
  }
  return { codes: code, datasets: dataset, ...periodOf(period, new Date()) }
}

/** Opens the resources of the commands. The caller must release the signals. */
async function openLetters(options: LetterOptions, id: string | undefined) {
  const config = openConfig(options.config)
  const filter = letterFilter(options)
  const environment = await openEnvironment(environmentFile(options.environment, config))
  const chain = await openServiceChain(environment, openDatabases(config))
  const { signal, release } = stopOnSignals()
  const { kafka, batch } = config
  const reading: KafkaReading = { kafka, batch, telemetry: makeTelemetry({ level: 'warn' }), signal }
  const isSelected = (letter: DeadLetter) =>
    (id === undefined || letterId(letter) === id || letterId(letter).startsWith(`${id}#`)) &&
    passes(letter, filter) &&
    (filter.datasets.length === 0 || datasetsOf(letter, chain).some((dataset) => filter.datasets.includes(dataset)))
  /** Returns the exit code for the input: an error if a file contains unreadable values. */
  const each = async (take: TakeLetters): Promise<ExitCode> => {
    const selected: TakeLetters = (letters) => take(letters.filter(isSelected))
    const { file } = options
    const unreadable =
      file === undefined ? await readLetterTopic(reading, selected) : await readLetterFile(file, selected)
    const where = file ?? `the topic ${kafka.deadLetterTopic}`
    const { count, first } = unreadable
    if (count > 0) console.error(`${count} values of ${where} are not dead letters (first: ${first})`)
    return file !== undefined && count > 0 ? exitCodes.input : exitCodes.done
  }
  return { config, environment, chain, reading, signal, release, each }
}

const noLetter = (id: string) => new UsageError(`no dead letter has the ID ${id}; run \`consentry dead-letters list\``)

async function eachLetter(
  options: LetterOptions,
  id: string | undefined,
  take: (letters: readonly DeadLetter[], chain: Chain) => void,
): Promise<{ readonly chain: Chain; readonly code: ExitCode }> {
  const { chain, each, release } = await openLetters(options, id)
  const code = await each(async (letters) => take(letters, chain)).finally(release)
  return { chain, code }
}

export interface LetterListOptions extends LetterOptions {
  readonly limit: number
}

export async function listLettersCommand(options: LetterListOptions): Promise<ExitCode> {
  const counts = new Counter()
  let newest: DeadLetter[] = []
  const { chain, code } = await eachLetter(options, undefined, (letters) => {
    for (const letter of letters) {
      counts.add(letter.code)
      if (options.json) process.stdout.write(`${safeJson({ id: letterId(letter), ...letter })}\n`)
      else newest.push(letter)
    }
    newest = newest.slice(-options.limit)
  })
  if (!options.json) console.log(formatLetters(newest, counts, (letter) => datasetsOf(letter, chain)))
  return code
}

/** A dead letter and the results of processing it again. */
interface ShownLetter extends DeadLetter {
  readonly id: string
  readonly now: readonly string[]
}

export async function showLettersCommand(id: string, options: LetterOptions): Promise<ExitCode> {
  const found: ShownLetter[] = []
  const { code } = await eachLetter(options, id, (letters, chain) => {
    for (const letter of letters)
      found.push({
        ...letter,
        id: letterId(letter),
        now: outcomesNow(needsOriginal(letter) ? undefined : outcomesOf(letter, chain)),
      })
  })
  if (found.length === 0) throw noLetter(id)
  printResult(options, { letters: found }, () => found.map(formatLetter).join('\n\n'))
  return code
}

export interface LetterReplayOptions extends LetterOptions {
  readonly id?: string
  readonly backfill?: boolean
}

export async function replayLettersCommand(options: LetterReplayOptions): Promise<ExitCode> {
  const { config, environment, chain, reading, signal, release, each } = await openLetters(options, options.id)
  const counts = new Counter<ReplayOutcome>()
  let code: ExitCode
  const report = (replayed: Replayed) => {
    counts.add(replayed.outcome)
    printResult(options, replayed, () => formatReplayed(replayed))
  }
  try {
    const stores = await openStores(config, environment, { backfill: options.backfill === true })
    try {
      const replay = new Replay({ chain, ...stores, signal }, report)
      code = await each((letters) => replay.take(letters))
      // Letters in the file of a hunt refer to records in files, which a new hunt reads again.
      await replay.originals(options.file === undefined ? reading : undefined)
    } finally {
      await stores.sink.close()
      await stores.client.close()
    }
  } finally {
    release()
  }
  if (counts.size === 0 && options.id !== undefined) throw noLetter(options.id)
  const summary = [...counts].map(([outcome, count]) => `${count} ${outcome}`).join(', ')
  console.error(summary === '' ? 'no dead letters' : summary)
  // Unreadable input takes precedence.
  if (code !== exitCodes.done) return code
  return counts.has('dead_letter') || counts.has('lost') ? exitCodes.found : exitCodes.done
}

/** Dead letters and replays as text for a person. */
function formatLetters(
  letters: readonly DeadLetter[],
  counts: Counter,
  datasetsOf: (letter: DeadLetter) => readonly string[],
): string {
  const { total } = counts
  if (total === 0) return 'no dead letters'
  const rows = table(
    letters,
    [
      { title: 'WRITTEN', width: 24, text: (letter) => letter['@timestamp'] },
      { title: 'CODE', width: 18, text: ({ code }) => code },
      { title: 'DATASET', width: 28, text: (letter) => datasetsOf(letter).join(', ') },
      { title: 'ID', width: 60, text: letterId },
    ],
    { below: ({ detail }) => detail },
  )
  const byCode = [...counts].sort((a, b) => b[1] - a[1]).map(([code, count]) => `${count} ${code}`)
  return `${rows}\n\n${letters.length} of ${total} letters: ${byCode.join(', ')}`
}

function outcomesNow(outcomes: readonly Outcome[] | undefined): string[] {
  if (outcomes === undefined) return ['the letter is incomplete: a replay reads the record from its topic']
  if (outcomes.length === 0) return ['the record produces no document']
  return outcomes.map((outcome) =>
    outcome.ok
      ? `document ${outcome.id} of ${outcome.dataset}`
      : `dead letter: ${outcome.code} (${outcome.detail}${outcome.element === '' ? '' : `, at ${outcome.element}`})`,
  )
}

function formatLetter(letter: ShownLetter): string {
  const { id, code, detail, raw, receivedAt, now } = letter
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['id', id],
    ['written', letter['@timestamp']],
    ['received', receivedAt],
    ['code', `${code}: ${deadLetterCodes[code]}`],
    ['detail', detail],
    ...now.map((text, i) => [i === 0 ? 'now' : '', text] as const),
    ['record', raw],
  ]
  return rows
    .flatMap(([title, text]) => (text === undefined ? [] : [`${title.padEnd(10)}${printable(text)}`]))
    .join('\n')
}

function formatReplayed({ id, code, outcome, stored, duplicates, failures }: Replayed): string {
  const [first] = failures
  const again = first === undefined ? '' : `  ${first.code}: ${first.detail}`
  const counts = stored + duplicates > 0 ? `  ${stored} stored, ${duplicates} already stored` : ''
  return printable(`${outcome.padEnd(12)}${code.padEnd(20)}${id}${counts}${again}`)
}
