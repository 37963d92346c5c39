// `consentry collect`: collects the logs and inventories of both vendors, so that a hunt needs no other tool.
import { type Runtime, realRuntime } from '../clients/retry.ts'
import { check } from '../collect/check.ts'
import { collect } from '../collect/collect.ts'
import { CollectFolder } from '../collect/folder.ts'
import { readSettings } from '../collect/settings.ts'
import { makeSources } from '../collect/sources.ts'
import { DependencyError } from '../errors/dependency-error.ts'
import { UsageError } from '../errors/usage-error.ts'
import { collectLoop } from './collect-loop.ts'
import { checkText, summaryText } from './collect-text.ts'
import { type ExitCode, exitCodes } from './exit.ts'
import { makeOutFolder } from './output.ts'
import { makeProgress } from './progress.ts'
import { printable, safeJson } from './terminal.ts'
import { timeOption } from './time-option.ts'

export interface CollectCommandOptions {
  readonly once?: boolean
  readonly loop?: boolean
  readonly config?: string
  readonly check?: boolean
  readonly since?: string
  readonly out: string
  readonly subscribe: boolean
  readonly json?: boolean
  readonly quiet?: boolean
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
  const since = Date.parse(timeOption('--since', wanted, 'start', new Date(runtime.now())))
  if (since >= runtime.now()) throw new UsageError(`--since ${wanted} is in the future; use an earlier time`)
  if (options.loop) return collectLoop({ ...options, settings, since, runtime })
  const stop = new AbortController()
  const end = () => {
    const message = options.check
      ? 'interrupted before the last permission: run the check again'
      : `interrupted: complete files are in ${options.out}; run the same command again: it continues`
    stop.abort(new DependencyError('interrupted', message, { retryable: false }))
  }
  const signals = ['SIGINT', 'SIGTERM'] as const
  for (const signal of signals) process.once(signal, end)
  try {
    const { signal } = stop
    const access = { subscribes: options.subscribe, runtime, signal }
    if (options.check) {
      const results = await check(settings, access)
      if (options.json) console.log(safeJson(results))
      else if (!options.quiet) console.log(checkText(results).map(printable).join('\n'))
      if (results.some(({ verdict }) => verdict === 'failed')) return exitCodes.server
      return results.some(({ verdict }) => verdict === 'missing') ? exitCodes.found : exitCodes.done
    }
    await makeOutFolder(options.out)
    const progress = makeProgress(process.stderr, options.quiet === true)
    const onProgress = (records: number) => progress.update({ records })
    const folder = new CollectFolder(options.out)
    const summary = await collect({
      ...{ folder, sources: makeSources(settings, access), since, now: runtime.now, signal, onProgress },
    }).finally(() => progress.end())
    if (options.json) console.log(safeJson(summary))
    else if (!options.quiet) console.log(summaryText(summary, options.out).map(printable).join('\n'))
    const failed = summary.sources.filter(({ failure }) => failure !== undefined)
    for (const { id, failure } of failed) console.error(printable(`consentry: ${id}: ${failure}`))
    if (failed.length > 0) return exitCodes.server
    return summary.sources.some(({ lost }) => lost.length > 0) ? exitCodes.input : exitCodes.done
  } finally {
    for (const signal of signals) process.off(signal, end)
  }
}
