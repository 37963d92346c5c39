// One collection into a folder: every window of every log source, resumed where an earlier run ended.
import { dayMs, minuteMs } from '../../mappings/kernel/durations.ts'
import { lookedUp } from '../../mappings/kernel/looked-up.ts'
import { UsageError } from '../errors/usage-error.ts'
import { type CollectFolder, type CollectState, type DamagedFile, keyOf } from './folder.ts'
import { collectWindow, type OpenWindow, takeTurns, type WindowResult } from './lane.ts'
import { firstStart, type LogSource, NotAvailable, presentOf, toSecond, type Window, windowsOf } from './log-source.ts'
import type { RequestCount } from './rate-limit.ts'
import type { Sources } from './sources.ts'
import { VendorRefusal } from './vendor-client.ts'

export interface SourceSummary {
  readonly id: string
  readonly vendor: LogSource['vendor']
  records: number
  files: number
  /** All windows of this run; `resumed` counts the windows that an interrupted run had already collected. */
  windows: number
  resumed: number
  /** Items that the vendor listed but no longer had. */
  readonly lost: string[]
  readonly notes: string[]
  failure?: string
}

export interface CollectSummary {
  readonly since: string
  readonly until: string
  readonly sources: readonly SourceSummary[]
  readonly requests: readonly RequestCount[]
}

export interface CollectOptions {
  readonly folder: CollectFolder
  readonly sources: Sources
  readonly since: number
  readonly now: () => number
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: (records: number) => void
}

export async function collect(options: CollectOptions): Promise<CollectSummary> {
  const { folder, sources, signal, now } = options
  const state = await openState(options)
  const damaged: DamagedFile[] = []
  for (const file of await folder.damaged(state)) {
    const key = keyOf(file.source, file)
    // A window of the interrupted run is collected again like one that it had not reached.
    if (state.done[key] === undefined) damaged.push(file)
    else delete state.done[key]
  }
  const open: OpenWindow = (source, window) => folder.open(source, window)
  await folder.writeState(state)
  const until = Date.parse(state.until)
  // A resumed run loses windows that the vendor no longer keeps.
  const isResumed = Object.keys(state.starts).length > 0
  let records = 0
  const summaries = new Map<string, SourceSummary>()
  const collectSource = async (source: LogSource): Promise<void> => {
    const summary = emptySummary(source)
    summaries.set(source.id, summary)
    const pending: Window[] = []
    for (const window of windowsOf(source, startOf(source, state, summary, isResumed ? until : now()), until)) {
      summary.windows++
      const done = state.done[keyOf(source.id, window)]
      if (done === undefined) pending.push(window)
      else {
        summary.resumed++
        count(summary, done)
      }
    }
    if (pending.length > 0) summary.notes.push(...((await source.prepare?.()) ?? []))
    let complete = until
    const collectInto = async (window: Window, isDone: (result: WindowResult) => void): Promise<WindowResult> => {
      const result = await collectWindow(source, window, open, now)
      isDone(result)
      const { file, bytes = 0 } = result
      if (file !== undefined) state.files[file] = { source: source.id, ...window, bytes }
      // Repeating an empty window costs only a request, which is cheaper than a disk write.
      if (result.file !== undefined || result.lost.length > 0) await folder.writeState(state)
      count(summary, result)
      records += result.records
      options.onProgress?.(records)
      return result
    }
    for (const window of pending) {
      const began = now()
      if (window.from >= presentOf(source, began)) {
        complete = Math.min(complete, window.from)
        break
      }
      await collectInto(window, (result) => {
        const present = presentOf(source, began)
        if (window.to <= present) state.done[keyOf(source.id, window)] = result
        else complete = Math.min(complete, present)
      })
    }
    // The clock of this machine may be behind. The next run reads these windows again: the clock may be correct by then.
    if (source.retentionMs !== undefined)
      for (const window of windowsOf(source, until, presentOf(source, until)))
        await collectInto(window, () => undefined)
    summary.notes.push(...(source.clock?.clockNotes() ?? []))
    state.complete[source.id] = new Date(complete).toISOString()
    const gone: string[] = []
    for (const { name, damage, from, to } of damaged.filter((file) => file.source === source.id)) {
      const start = Math.ceil(firstStart(source, from, now()) / 1000) * 1000
      if (start >= to) {
        gone.push(`${name} ${damage}`)
        continue
      }
      if (source.retentionMs === undefined) summary.notes.push(`${name} ${damage}: only the current state can be read`)
      else {
        const again = await collectInto({ from: start, to }, () => undefined)
        if (again.file === undefined) {
          gone.push(`${name} ${damage}`)
          continue
        }
        summary.notes.push(`${name} ${damage}: its period was collected again from ${toSecond(start)}`)
      }
      if (start > from) summary.lost.push(`${name} ${damage}: its records before ${toSecond(start)}`)
      if (start > from || source.retentionMs === undefined) delete state.files[name]
    }
    if (gone.length > 0) throw new VendorRefusal('vendor_refused', 'missing_file', missingText(gone))
  }
  let continues = false
  /** A refusal of a log source that answered before, in this run or in an earlier one, leaves a gap in its records. */
  const isGap = ({ id }: LogSource, { isStated }: NotAvailable) =>
    Object.keys(state.done).some((key) => key.startsWith(`${id} `)) || (!isStated && state.complete[id] !== undefined)
  const onFailure: Parameters<typeof takeTurns>[2] = (source, error) => {
    const summary = lookedUp(summaries, source.id, () => emptySummary(source))
    if (error instanceof NotAvailable && !isGap(source, error)) {
      summary.notes.push(error.message)
      return
    }
    const { code, message, retryable } = error instanceof NotAvailable ? error.refusal : error
    const hint = code === 'vendor_permission' ? '; `consentry collect --check` tests each permission' : ''
    summary.failure = `${message}${retryable ? '; run the same command again later: it continues' : hint}`
    if (retryable) continues = true
  }
  const lanes = await Promise.allSettled(sources.lanes.map((lane) => takeTurns(lane.sources, collectSource, onFailure)))
  signal?.throwIfAborted()
  for (const lane of lanes) if (lane.status === 'rejected') throw lane.reason
  const ordered = sources.lanes.flatMap((lane) => lane.sources).flatMap(({ id }) => summaries.get(id) ?? [])
  // Missing permissions do not keep the run open for the other log sources: the next run gets its own end time.
  state.ended = !continues
  state.failed = ordered.filter(({ failure }) => failure !== undefined).map(({ id }) => id)
  await folder.writeState(state)
  const requests = sources.limits.map((limit) => limit.count)
  return { since: state.since, until: state.until, sources: ordered, requests }
}

function emptySummary({ id, vendor }: LogSource): SourceSummary {
  return { id, vendor, records: 0, files: 0, windows: 0, resumed: 0, lost: [], notes: [] }
}

const missingText = (files: readonly string[]) =>
  `${files.join('; ')}: the vendor no longer keeps these records; restore the files from a copy, or collect into another folder`

/** The first complete minute. Log sources start seconds apart, and identical notes are merged. */
const toMinute = (at: number): string => `${new Date(Math.ceil(at / minuteMs) * minuteMs).toISOString().slice(0, 16)}Z`

function count(summary: SourceSummary, { file, records, unusable, lost }: WindowResult): void {
  summary.records += records
  if (unusable !== undefined) summary.notes.push(`${file}: ${unusable} of ${records} elements are not records`)
  if (file !== undefined) summary.files++
  summary.lost.push(...lost)
}

/** Returns the state to continue from. Throws a UsageError if the folder contains other records. */
async function openState({ folder, sources, since, now }: CollectOptions): Promise<CollectState> {
  const { organizations } = sources
  // The APIs accept only whole seconds.
  const second = (at: number) => new Date(Math.floor(at / 1000) * 1000).toISOString()
  const state = await folder.readState()
  if (state === undefined)
    return {
      version: 1,
      organizations,
      since: second(since),
      until: second(now()),
      ended: false,
      failed: [],
      complete: {},
      starts: {},
      files: {},
      done: {},
    }
  if (JSON.stringify(state.organizations) !== JSON.stringify(organizations))
    throw new UsageError(
      `${folder.path} contains records of ${Object.values(state.organizations).join(' and ')}; choose another folder with --out for ${Object.values(organizations).join(' and ')}`,
    )
  if (since < Date.parse(state.since) - minuteMs)
    throw new UsageError(
      `${folder.path} contains records since ${toSecond(Date.parse(state.since))}; to use an earlier --since, choose another folder with --out`,
    )
  return state.ended ? { ...state, until: second(now()), ended: false, starts: {}, done: {} } : state
}

/** Returns the start of the windows: the start of the collection, or a little before the end of the previous run. */
function startOf(source: LogSource, state: CollectState, summary: SourceSummary, now: number): number {
  const since = Date.parse(state.since)
  const complete = state.complete[source.id]
  const isNew = complete !== undefined && complete !== state.until
  const from = isNew ? Math.max(since, Date.parse(complete) - source.overlapMs) : since
  // The log sources of a lane take turns, so the last may start hours later. A resumed run keeps its window boundaries.
  state.starts[source.id] ??= Math.ceil(firstStart(source, from, now) / 1000) * 1000
  const start = state.starts[source.id] as number
  // For exactly the period that the vendor keeps, only minutes are missing.
  if (start - from > 10 * minuteMs && source.retentionMs !== undefined) {
    const days = Math.round(source.retentionMs / dayMs)
    const older = source.older === undefined ? '' : `; ${source.older}`
    summary.notes.push(
      `the records begin at ${toMinute(start)} instead of ${toSecond(from)}: the vendor keeps ${days} days${older}`,
    )
  }
  return start
}
