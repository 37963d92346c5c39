import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import type { Environment } from '../../mappings/environment/environment.ts'
import { compileRules, type RuleEngine } from '../../rules/lib/engine.ts'
import { fieldsRead } from '../../rules/lib/fields-read.ts'
import { requiredActions } from '../../rules/lib/required-actions.ts'
import { isShipped, type Rule, type Severity, severities } from '../../rules/lib/rule.ts'
import { fieldCatalog } from '../catalog.ts'
import { Readability } from '../decode/readability.ts'
import { DependencyError } from '../errors/dependency-error.ts'
import { UsageError } from '../errors/usage-error.ts'
import { makeInMemoryRun } from '../findings/virtual-passes.ts'
import { appsName, type resultNames } from '../framing/earlier-results.ts'
import { readResolved } from '../framing/files.ts'
import { resolveInputs } from '../framing/paths.ts'
import { type HuntOutput, type HuntSummary, hunt } from '../hunt/hunt.ts'
import { nameAlerts } from '../hunt/known-names.ts'
import { NdjsonFile } from '../hunt/ndjson-file.ts'
import { Collector } from '../hunt/report/collect.ts'
import { makeReport, type ReportFacts } from '../hunt/report/make-report.ts'
import { InputStatus } from '../hunt/report/reading.ts'
import { unknownOperations } from '../hunt/report/unknown-operations.ts'
import { accountNames } from '../review/account-names.ts'
import { Horizon } from '../review/horizon.ts'
import { isApplication, reviewApps, reviewTime } from '../review/review.ts'
import { stopOnSignals } from '../service/signals.ts'
import { appsOfAccount } from './apps.ts'
import { formatApps } from './apps-text.ts'
import { openChain } from './chain.ts'
import { loadRuleContents, reportRestingRules } from './content.ts'
import { reportIdleSettings } from './environment-report.ts'
import { type ExitCode, exitCodes } from './exit.ts'
import { writeEvidenceFiles } from './hunt-evidence.ts'
import { huntJson } from './hunt-json.ts'
import type { HuntCommandOptions } from './hunt-options.ts'
import { commandOf, reportPaths, sharedOptions, writeReport } from './hunt-report.ts'
import { type HuntText, printHunt } from './hunt-text.ts'
import { viewRequest, widerView } from './hunt-view.ts'
import { makeProgress } from './progress.ts'
import { redactionKey, redactionKeyName } from './redaction-key.ts'
import { claimFolder } from './results-folder.ts'
import { StagedFiles } from './staged-files.ts'
import { printable } from './terminal.ts'
import { reportUnread } from './unread.ts'
import { zipLimits } from './zip-limits.ts'

export interface HuntRunner {
  readonly version: string
  readonly clock?: () => Date
}

interface Files {
  readonly output: HuntOutput
  readonly collector: Collector
  /** Temporary paths of the documents and alerts until the run is complete. */
  readonly staged: { readonly documents: string; readonly alerts: string }
  close(): Promise<void>
}

async function openFiles(folder: string, staged: StagedFiles, horizon: Horizon): Promise<Files> {
  const add = (name: (typeof resultNames)[number]) => staged.add(join(folder, name))
  const paths = { documents: await add('documents.ndjson'), alerts: await add('alerts.ndjson') }
  const documents = new NdjsonFile(paths.documents)
  const alerts = new NdjsonFile(paths.alerts)
  const deadLetters = new NdjsonFile(await add('dead-letters.ndjson'))
  const collector = new Collector(horizon)
  const lines = (values: readonly unknown[]) => values.map((value) => JSON.stringify(value))
  return {
    collector,
    staged: paths,
    output: {
      seen: (seen) => collector.seen(seen),
      documents: (written) => {
        collector.documents(written.documents)
        return documents.appendText(written.text)
      },
      raised: (batch) => collector.raised(batch),
      alerts: (batch) => {
        collector.alerts(batch)
        return alerts.append(lines(batch))
      },
      hidden: (batch) => collector.hiddenAlerts(batch),
      deadLetters: (batch) => {
        collector.deadLetters(batch)
        return deadLetters.append(lines(batch))
      },
    },
    async close() {
      const ends = [documents, alerts, deadLetters].map((file) => file.close())
      // A file that is still being written would reappear after its removal.
      await Promise.allSettled(ends)
      await Promise.all(ends)
    },
  }
}

function reaches(summary: HuntSummary, floor: Severity): boolean {
  return severities.slice(severities.indexOf(floor)).some((severity) => (summary.alerts.bySeverity[severity] ?? 0) > 0)
}

/** Returns each approval's effect. One without effect should go: its activity does not occur, or not in this input. */
function effectsOf(environment: Environment, engine: RuleEngine): HuntText['approvals'] {
  const excused = engine.excused()
  const names = new Map(environment.approvedApps.map(({ id, name }) => [id, name ?? id]))
  const idle = [...names].flatMap(([id, name]) => (excused.has(id) ? [] : [name]))
  const quieted = [...excused].map(([id, events]) => ({ name: names.get(id) ?? id, events }))
  return { idle: [...new Set(idle)], quieted: quieted.sort((a, b) => b.events - a.events) }
}

/** True if the rule alerted or the input has its acts: its requirements are then met in any environment. */
function isSighted(rule: Rule, { acts }: Collector, { alerts }: HuntSummary): boolean {
  if (alerts.byRule.some(({ id }) => id === rule.id)) return true
  return rule.datasets.some(
    (dataset) => requiredActions(rule)?.some((action) => acts.has(`${dataset} ${action}`)) === true,
  )
}

function madeBy(
  version: string,
  command: string,
  environment: string | undefined,
  options: HuntCommandOptions,
): ReportFacts['made'] {
  return {
    version,
    command,
    ...(environment !== undefined && { environment }),
    ...(options.content !== undefined && { content: options.content }),
  }
}

/**
 * `consentry hunt PATH…`: the whole offline run. The hunt continues with the other inputs if an input cannot be read.
 * New results replace earlier results only when the run is complete.
 */
export async function huntCommand(
  paths: readonly string[],
  options: HuntCommandOptions,
  runner: HuntRunner,
): Promise<ExitCode> {
  // V8 lets the heap grow to four times what is alive before it collects garbage. Twice costs no more CPU time here.
  setFlagsFromString('--heap-growing-percent=100')
  const staged = new StagedFiles()
  const { signal, release } = stopOnSignals()
  try {
    return await runHunt(paths, options, runner, { staged, signal })
  } catch (error) {
    if (!signal.aborted) throw error
    const message = `interrupted: the earlier results in ${options.out} are unchanged`
    throw new DependencyError('interrupted', message, { cause: error })
  } finally {
    release()
    staged.discard()
  }
}

interface Run {
  readonly staged: StagedFiles
  readonly signal: AbortSignal
}

async function runHunt(
  paths: readonly string[],
  options: HuntCommandOptions,
  { version, clock = () => new Date() }: HuntRunner,
  { staged, signal }: Run,
): Promise<ExitCode> {
  if (options.redactKey !== undefined && options.redact !== true)
    throw new UsageError('--redact-key has no effect without --redact; add --redact')
  const reports = reportPaths(options)
  const { chain, mappings, environment, file } = await openChain(options)
  const contents = await loadRuleContents(options.content)
  await reportRestingRules(contents, options.content)
  const pack = contents.map(({ value }) => value)
  reportIdleSettings(environment, pack, file)
  const rules = pack.filter(isShipped)
  const engine = compileRules(rules, environment, fieldCatalog(mappings))
  const readability = new Readability()
  const horizon = new Horizon(clock)
  const view = viewRequest(options, {
    rules: contents,
    readability,
    now: clock(),
    horizon,
  })
  const made = madeBy(version, commandOf(paths, options), file, options)
  const inputs = await resolveInputs(paths, { signal, onResult: readability.reading.onResult })
  const replaced = await claimFolder({
    options,
    paths,
    inputs,
    reports,
    command: made.command,
    staged,
  })
  const redactKey =
    options.redact === true ? redactionKey(options.redactKey ?? join(options.out, redactionKeyName)) : undefined
  const files = await openFiles(options.out, staged, horizon)
  const deltas = new InputStatus()
  const progress = makeProgress(process.stderr, options.quiet === true)
  const stages = makeInMemoryRun({ environment, fields: fieldsRead(rules) })
  const { store } = stages
  let bytes: { bytesRead: number; bytesTotal?: number } = { bytesRead: 0 }
  try {
    for (const path of reports) await staged.add(path)
    const summary = await hunt({
      values: readResolved(inputs, {
        onProgress: (state) => (bytes = state),
        ...readability.reading,
        onInput(input) {
          readability.open(input.path)
          return deltas.open(input)
        },
        zip: zipLimits(options),
        signal,
      }),
      chain,
      rules,
      engine,
      environment,
      horizon,
      ...stages,
      output: files.output,
      ...(view !== undefined && { view }),
      nameAlert: nameAlerts(store),
      readability,
      signal,
      onRecords: (records) => progress.update({ records, ...bytes }),
      onEvaluated: (documents) => progress.stage(() => `${documents.toLocaleString('en')} documents evaluated`),
    })
    async function isWriting(): Promise<void> {
      progress.stage(() => 'writing the results')
      await setImmediate()
    }
    await isWriting()
    await files.close()
    await isWriting()
    const madeAt = clock()
    const reviewedAt = reviewTime([summary.lastEvent, summary.lastInventory], madeAt)
    const reviewed = reviewApps(store, environment, reviewedAt, files.collector.tenants)
    await isWriting()
    const evidence = await writeEvidenceFiles({
      nameOf: accountNames(store, reviewedAt),
      folder: options.out,
      staged,
      redactKey,
      collector: files.collector,
      apps: reviewed,
      asked: summary.view?.appIds,
      isPartial: summary.unread !== undefined,
      isWholeTimeline: [options.account, options.ip, options.find].some((filter) => filter !== undefined),
      networks: environment.networks,
      ...files.staged,
      signal,
    })
    await isWriting()
    const approvals = effectsOf(environment, engine)
    files.collector.unknownOperations = unknownOperations(chain.normalizer)
    const report = makeReport({
      approved: approvals.quieted,
      summary,
      collector: files.collector,
      ...evidence,
      readability,
      store,
      reviewed,
      reviewedAt,
      environment,
      rules,
      sees: (rule) => isSighted(rule, files.collector, summary),
      inputs: deltas.list(),
      made,
      madeAt: madeAt.toISOString(),
    })
    await isWriting()
    await writeReport(report, reports, staged)
    const apps = options.apps === true ? reviewed.filter(isApplication) : undefined
    if (apps !== undefined) await staged.write(join(options.out, appsName), `${formatApps(apps, 'json')}\n`)
    signal.throwIfAborted()
    await isWriting()
    await staged.commit()
    progress.end()
    const wider = widerView(summary, options)
    if (wider !== undefined) console.warn(`consentry: ${printable(wider)}`)
    if (options.json) console.log(huntJson(summary, report))
    else if (!options.quiet)
      printHunt({
        summary,
        report,
        inputs: paths,
        options: sharedOptions(options),
        asked: reviewed.filter(({ id }) => summary.view?.appIds?.includes(id.toLowerCase())),
        ...(options.account !== undefined &&
          appsOfAccount(reviewed.filter(isApplication), options.account).length > 0 && { account: options.account }),
        folder: options.out,
        reports,
        approvals,
        redacted: options.redact === true,
        ...(wider !== undefined && { wider }),
        verbose: options.verbose === true,
      })
    if (options.json || options.quiet) reportUnread(summary.unread)
    if (apps !== undefined && !options.json && !options.quiet) console.log(`\n${formatApps(apps, 'table')}`)
    if (replaced !== undefined && options.quiet !== true)
      console.error(
        `consentry: ${printable(options.out)} contained the results of an earlier hunt, which this hunt replaced: ${printable(replaced)}`,
      )
    if (summary.unread !== undefined) return exitCodes.input
    return options.failOn !== undefined && reaches(summary, options.failOn) ? exitCodes.found : exitCodes.done
  } finally {
    progress.end()
    await files.close().catch(() => undefined)
  }
}
