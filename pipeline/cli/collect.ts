// `consentry collect`: collects the logs and inventories of both vendors, so that a hunt needs no other tool.
import { groupBy } from '../../mappings/kernel/group-by.ts'
import { type Runtime, realRuntime } from '../clients/retry.ts'
import { type CheckResult, check } from '../collect/check.ts'
import { type CollectSummary, collect, type SourceSummary } from '../collect/collect.ts'
import { CollectFolder } from '../collect/folder.ts'
import type { RequestCount } from '../collect/rate-limit.ts'
import { readSettings } from '../collect/settings.ts'
import { makeSources } from '../collect/sources.ts'
import { DependencyError } from '../errors/dependency-error.ts'
import { UsageError } from '../errors/usage-error.ts'
import { thousands } from '../hunt/report/words.ts'
import { commandLine } from '../safe-output/command-line.ts'
import { stopOnSignals } from '../service/signals.ts'
import { collectLoop } from './collect-loop.ts'
import type { CommonOptions } from './common-options.ts'
import { type ExitCode, exitCodes } from './exit.ts'
import { makeOutFolder } from './output.ts'
import { watchCollection } from './progress.ts'
import { printResult } from './result.ts'
import { printable } from './terminal.ts'
import { timeOption } from './time-option.ts'

const words: Readonly<Record<CheckResult['verdict'], string>> = {
  ok: 'ok',
  missing: 'MISSING',
  wrong: 'WRONG',
  note: 'note',
  failed: 'FAILED',
}

function checkText(results: readonly CheckResult[]): string[] {
  const bad = results.filter(({ verdict }) => verdict !== 'ok' && verdict !== 'note').length
  let alike = 0
  return [
    ...results.map(({ verdict, message, permission, ...result }, i) => {
      const next = results[i + 1]
      const line = `${words[verdict].padEnd(8)}${result.for}: ${permission}`
      if (message === '') return line
      alike++
      if (verdict === next?.verdict && message === next.message) return line
      const whose = alike === 1 ? '' : `these ${alike} lines: `
      alike = 0
      return `${line}\n        ${whose}${message}`
    }),
    bad === 0
      ? 'All permissions work. Next: consentry collect --once, or --loop'
      : `${bad} of ${results.length} checks failed; fix the problems and run the check again`,
  ].flatMap((line) => line.split('\n'))
}

function sourceLine({ id, records, files, lost, failure }: SourceSummary): string {
  const state = failure !== undefined ? 'NOT COMPLETE' : lost.length > 0 ? `${thousands(lost.length)} lost` : ''
  return `  ${id.padEnd(34)}${thousands(records).padStart(12)}${thousands(files).padStart(7)}  ${state}`.trimEnd()
}

function requestLine({ api, requests, throttled, repeated, peak, limit, periodMs }: RequestCount): string {
  const period = periodMs === 60_000 ? 'a minute' : `${periodMs / 1000} seconds`
  return `  ${api}: ${thousands(requests)} requests, at most ${thousands(peak)} of the allowed ${thousands(limit)} in ${period}; ${thousands(throttled)} throttled, ${thousands(repeated)} repeated`
}

const mostLost = 10

function summaryText({ since, until, sources, requests }: CollectSummary, out: string): string[] {
  const records = sources.reduce((sum, source) => sum + source.records, 0)
  const resumed = sources.reduce((sum, source) => sum + source.resumed, 0)
  // A wrong clock affects all log sources.
  const byNote = groupBy(
    sources.flatMap(({ id, notes: own }) => own.map((note) => ({ id, note }))),
    ({ note }) => note,
  )
  const shared = [...byNote].map(([note, all]) => {
    const ids = all.map(({ id }) => id)
    return `  ${ids.length > 3 ? `${ids.length} log sources` : ids.join(', ')}: ${note}`
  })
  const losses = sources.flatMap(({ id, lost }) => [
    ...lost.slice(0, mostLost).map((what) => `  ${id}: lost because the vendor no longer has it: ${what}`),
    ...(lost.length > mostLost ? [`  ${id}: and ${lost.length - mostLost} more`] : []),
  ])
  return [
    `Collected ${thousands(records)} records from ${since} to ${until}${resumed === 0 ? '' : `; ${thousands(resumed)} parts came from an earlier run`}`,
    '',
    `  ${'log source'.padEnd(34)}${'records'.padStart(12)}${'files'.padStart(7)}`,
    ...sources.map(sourceLine),
    '',
    'Requests',
    ...requests.map(requestLine),
    ...(shared.length + losses.length === 0 ? [] : ['', 'Notes', ...shared, ...losses]),
    '',
    'Vendors deliver some records hours late. Run the same command again later to add them.',
    records === 0
      ? 'The collection has no records: there is nothing to hunt.'
      : `Next: ${commandLine(['hunt'], [out])}`,
  ]
}

export interface CollectCommandOptions extends CommonOptions {
  readonly once?: boolean
  readonly loop?: boolean
  readonly check?: boolean
  readonly out: string
  readonly subscribe: boolean
}

export async function collectCommand(
  options: CollectCommandOptions,
  runtime: Runtime = realRuntime,
): Promise<ExitCode> {
  if (!options.once && !options.check && !options.loop)
    throw new UsageError(
      'nothing to do: use --check to check the permissions, then --once to collect into files or --loop to collect into Kafka',
    )
  const settings = readSettings(process.env)
  // The service treats records from a loop as live: a month of records would raise old alerts.
  const wanted = options.since ?? (options.loop ? '1d' : '30d')
  const now = runtime.now()
  const since = Date.parse(timeOption('--since', wanted, 'start', new Date(now)))
  if (since >= now) throw new UsageError(`--since ${wanted} is not in the past; use an earlier time`)
  if (options.loop) return collectLoop({ ...options, settings, since, runtime })
  const interruption = options.check
    ? 'interrupted before the last permission: run the check again'
    : `interrupted: complete files are in ${options.out}; run the same command again: it continues`
  const { signal, release } = stopOnSignals(new DependencyError('interrupted', interruption))
  try {
    const access = { subscribes: options.subscribe, runtime, signal }
    if (options.check) {
      const results = await check(settings, access)
      printResult(options, results, () => checkText(results).map(printable))
      if (results.some(({ verdict }) => verdict === 'failed')) return exitCodes.server
      return results.some(({ verdict }) => verdict === 'missing' || verdict === 'wrong')
        ? exitCodes.found
        : exitCodes.done
    }
    await makeOutFolder(options.out)
    const folder = new CollectFolder(options.out)
    await folder.removeLeftovers(Date.now())
    const { observers, end } = watchCollection(process.stderr, options.quiet === true)
    const sources = makeSources(settings, { ...access, ...observers })
    const summary = await collect({ folder, sources, since, now: runtime.now, signal, ...observers }).finally(end)
    printResult(options, summary, () => summaryText(summary, options.out).map(printable))
    const failed = summary.sources.filter(({ failure }) => failure !== undefined)
    for (const { id, failure } of failed) console.error(printable(`consentry: ${id}: ${failure}`))
    if (failed.length > 0) return exitCodes.server
    return summary.sources.some(({ lost }) => lost.length > 0) ? exitCodes.input : exitCodes.done
  } finally {
    release()
  }
}
