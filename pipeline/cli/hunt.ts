import { join, resolve } from 'node:path'
import type { Environment } from '../../mappings/environment/environment.ts'
import type { Alert } from '../../rules/lib/alert.ts'
import { compileRules, type RuleEngine } from '../../rules/lib/engine.ts'
import { fieldsRead } from '../../rules/lib/fields-read.ts'
import { requiredActions } from '../../rules/lib/required-actions.ts'
import { isActive, type Rule, type Severity } from '../../rules/lib/rule.ts'
import { fieldCatalogue } from '../catalogue.ts'
import { MemoryHistory } from '../findings/memory-history.ts'
import { defaultFindingSettings } from '../findings/settings.ts'
import { VirtualPasses } from '../findings/virtual-passes.ts'
import { type HuntOutput, type HuntSummary, hunt } from '../hunt/hunt.ts'
import { type RawValue, WorldError } from '../outcome.ts'
import { InMemoryStore } from '../remember/memory-store.ts'
import { makeRemember } from '../remember/remember.ts'
import { NdjsonFile } from '../sink/ndjson.ts'
import { readInputs } from '../source/files.ts'
import { type Input, resolveInputs } from '../source/paths.ts'
import { type ChainOptions, openChain } from './chain.ts'
import { loadRules } from './content.ts'
import { reportBlindRules, reportIdleSettings } from './environment.ts'
import { type ExitCode, exitCodes, UsageError } from './exit.ts'
import { makeOutFolder, writeOutFile } from './output.ts'
import { makeProgress } from './progress.ts'
import { printable, severityText, styled, table, tableWidth, usesColour } from './terminal.ts'

export interface HuntCommandOptions extends ChainOptions {
  readonly content?: string
  readonly out: string
  readonly json?: boolean
  readonly quiet?: boolean
  readonly failOn?: Severity
}

const severities: readonly Severity[] = ['low', 'medium', 'high', 'critical']

/** Alerts that the table shows, of those that the history is long enough for; all of them are in alerts.ndjson. */
const shownAlerts = 50

const resultNames = ['documents.ndjson', 'alerts.ndjson', 'dead-letters.ndjson'] as const

interface Files {
  readonly output: HuntOutput
  readonly shown: Alert[]
  /** Whether a record of a data set with an act of an application has come by. */
  saw(dataset: string, action: string): boolean
  close(): Promise<void>
}

async function openFiles(folder: string): Promise<Files> {
  await makeOutFolder(folder)
  const open = async (name: (typeof resultNames)[number]) => {
    const path = join(folder, name)
    await writeOutFile(path, '')
    return new NdjsonFile(path)
  }
  const documents = await open('documents.ndjson')
  const alerts = await open('alerts.ndjson')
  const deadLetters = await open('dead-letters.ndjson')
  const shown: Alert[] = []
  const acts = new Set<string>()
  const lines = (values: readonly unknown[]) => values.map((value) => JSON.stringify(value))
  return {
    shown,
    saw: (dataset, action) => acts.has(`${dataset} ${action}`),
    output: {
      documents: (written) => {
        for (const { event, oauth } of written.documents) {
          if (oauth?.action !== undefined) acts.add(`${event.dataset} ${oauth.action}`)
        }
        return documents.appendBytes(written.lines)
      },
      alerts: (batch) => {
        shown.push(...batch.filter(({ settled }) => settled).slice(0, shownAlerts - shown.length))
        return alerts.append(lines(batch))
      },
      deadLetters: (batch) => deadLetters.append(lines(batch)),
    },
    async close() {
      await Promise.all([documents.close(), alerts.close(), deadLetters.close()])
    },
  }
}

function counts(record: Readonly<Partial<Record<string, number>>>): string {
  const entries = Object.entries(record)
  return entries.length === 0 ? 'none' : entries.map(([key, count]) => `${key} ${count}`).join(', ')
}

function printSummary(summary: HuntSummary, alerts: readonly Alert[], folder: string): void {
  const colour = usesColour(process.stdout)
  if (alerts.length > 0) {
    console.log(
      table(
        alerts,
        [
          { title: 'TIME', width: 20, text: (alert) => alert['@timestamp'].replace(/\.\d+Z$/, 'Z') },
          {
            title: 'SEVERITY',
            width: 8,
            text: (alert) => alert.severity,
            style: (cell, alert) => cell.replace(alert.severity, severityText(alert.severity, colour)),
          },
          { title: 'RULE', width: 72, text: (alert) => alert.rule.name },
          {
            title: 'APP',
            width: 28,
            text: (alert) => alert.oauth?.app?.name ?? alert.oauth?.app?.id ?? alert.oauth?.app?.object_id ?? '-',
          },
          {
            title: 'ACCOUNT',
            width: 32,
            text: (alert) => alert.oauth?.account?.name ?? alert.user?.email ?? alert.user?.id ?? '-',
          },
        ],
        { width: tableWidth(process.stdout), below: (alert) => alert.reason },
      ),
    )
    const more = summary.alerts.total - summary.alerts.unsettled - alerts.length
    if (more > 0) console.log(`… and ${more} more in alerts.ndjson`)
    console.log()
  }
  const period = summary.firstEvent === undefined ? '' : ` (${summary.firstEvent} to ${summary.lastEvent})`
  console.log(`records       ${summary.records}`)
  console.log(`documents     ${counts(summary.documents)}${period}`)
  if (summary.duplicates > 0) console.log(`duplicates    ${summary.duplicates} (read more than once, kept once)`)
  const unusable = Object.keys(summary.deadLetters).length > 0
  console.log(`dead letters  ${counts(summary.deadLetters)}${unusable ? ' (why and where: dead-letters.ndjson)' : ''}`)
  console.log(
    `alerts        ${styled(String(summary.alerts.total), 'bold', colour)}${summary.alerts.total > 0 ? `: ${counts(summary.alerts.bySeverity)}` : ''}`,
  )
  const { unsettled } = summary.alerts
  if (unsettled > 0)
    console.log(
      `              ${unsettled} of them ${unsettled === 1 ? 'says' : 'say'} that something is new, in a history too short to know; see "settled": false in alerts.ndjson`,
    )
  console.log(`written to    ${join(folder, 'documents.ndjson')}, alerts.ndjson, dead-letters.ndjson`)
}

function reaches(summary: HuntSummary, floor: Severity): boolean {
  return severities.slice(severities.indexOf(floor)).some((severity) => (summary.alerts.bySeverity[severity] ?? 0) > 0)
}

/** A run empties its results first, and would read its own dead letters for ever. */
function refuseOwnResults(inputs: readonly Input[], folder: string): void {
  const results = new Set(resultNames.map((name) => resolve(folder, name)))
  const own = inputs.find((input) => results.has(resolve(input.path)))
  if (own !== undefined)
    throw new UsageError(`${own.path} is a result that this run would overwrite; name another folder with --out`)
}

/** An approval that excuses nothing is one to take back: what it was for does not happen, or not here. */
function warnOfIdleApprovals(environment: Environment, engine: RuleEngine): void {
  const excused = engine.excused()
  const idle = environment.approvedApps.filter(({ id }) => !excused.has(id))
  if (idle.length === 0) return
  const names = [...new Set(idle.map(({ id, name }) => printable(name ?? id)))]
  console.error(`approvals that excused nothing in these records: ${names.join(', ')}`)
}

/** Whether the input had acts that a rule is about: what it requires was there, whatever the environment says. */
function sawActsOf(rule: Rule, { saw }: Files): boolean {
  return rule.datasets.some((dataset) => requiredActions(rule)?.some((action) => saw(dataset, action)) === true)
}

/** `consentry hunt PATH…`: the whole offline run. An input that fails ends the reading, not the judging of what was read. */
export async function huntCommand(paths: readonly string[], options: HuntCommandOptions): Promise<ExitCode> {
  const { chain, mappings, environment } = await openChain(options)
  const pack = await loadRules(options.content)
  reportIdleSettings(environment, pack, options.environment)
  const rules = pack.filter(isActive)
  const engine = compileRules(rules, environment, fieldCatalogue(mappings))
  const inputs = resolveInputs(paths)
  refuseOwnResults(inputs, options.out)
  const files = await openFiles(options.out)
  const progress = makeProgress(process.stderr, options.quiet === true)
  const store = new InMemoryStore()
  const history = new MemoryHistory({ store, fields: fieldsRead(rules) })
  let unread: WorldError | undefined
  async function* readable(values: AsyncIterable<readonly RawValue[]>): AsyncGenerator<readonly RawValue[]> {
    try {
      yield* values
    } catch (error) {
      if (!(error instanceof WorldError)) throw error
      const message = `${error.message}\n    the results hold what was read before it, and nothing that comes after it`
      unread = new WorldError(error.code, message, { cause: error, retryable: error.retryable })
    }
  }
  let bytes: { bytesRead: number; bytesTotal?: number } = { bytesRead: 0 }
  try {
    const summary = await hunt({
      values: readable(
        readInputs(
          inputs.map((input) => input.path),
          { onProgress: (state) => (bytes = state) },
        ),
      ),
      chain,
      rules,
      engine,
      environment,
      remember: makeRemember(store, environment),
      passes: new VirtualPasses({ history, settings: defaultFindingSettings, environment }),
      output: files.output,
      onRecords: (records) => progress.update({ records, ...bytes }),
    })
    progress.end()
    if (options.json) console.log(JSON.stringify(summary))
    else if (!options.quiet) printSummary(summary, files.shown, options.out)
    if (!options.quiet) {
      warnOfIdleApprovals(environment, engine)
      reportBlindRules(environment, rules, (rule) => sawActsOf(rule, files))
    }
    if (unread !== undefined) throw unread
    return options.failOn !== undefined && reaches(summary, options.failOn) ? exitCodes.found : exitCodes.done
  } finally {
    progress.end()
    await files.close()
  }
}
