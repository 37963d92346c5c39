// The progress of a log source, and the next period to collect. Times in a cursor are whole seconds.
import { dayMs, hourMs, minuteMs } from '../../../mappings/kernel/durations.ts'
import { isObject, parsedJson } from '../../../mappings/kernel/json.ts'
import { firstStart, type LogSource } from '../log-source.ts'

/** A record of the state topic: the cursor of one log source. Compaction keeps the last record of each key. */
export interface State {
  readonly organization: string
  readonly source: string
  readonly cursor: Cursor
}

const version = 1

export const stateKey = (organization: string, source: string): string => `${organization}/${source}`

export const stateValue = (state: State): string => JSON.stringify({ version, ...state })

export function readState(value: Buffer): State | undefined {
  const state = parsedJson(value.toString('utf8'))
  if (!isObject(state) || state.version !== version || !isObject(state.cursor)) return undefined
  const { organization, source, cursor } = state
  if (typeof organization !== 'string' || typeof source !== 'string') return undefined
  const { since, complete, reread, pass } = cursor
  const isPass = isObject(pass) && isTime(pass.reached) && isTime(pass.until) && typeof pass.rereads === 'boolean'
  if (!isTime(since) || !isOptionalTime(complete) || !isOptionalTime(reread) || !(pass === undefined || isPass))
    return undefined
  return { organization, source, cursor: cursor as unknown as Cursor }
}

const isTime = (value: unknown): boolean => typeof value === 'string' && Number.isFinite(Date.parse(value))
const isOptionalTime = (value: unknown): boolean => value === undefined || isTime(value)

export interface Cursor {
  readonly since: string
  /** Everything before this time was collected, except what the vendor shows later. */
  readonly complete?: string
  /** The end of the last pass that read the whole overlap. */
  readonly reread?: string
  /** A pass in progress: its windows before `reached` are collected. */
  readonly pass?: { readonly reached: string; readonly until: string; readonly rereads: boolean }
}

export interface Pass {
  readonly from: number
  readonly until: number
  /** This pass reads the whole overlap of the log source, for late records. */
  readonly rereads: boolean
}

/** Most records appear within this time: each pass reads it again. */
const settlingMs = 15 * minuteMs
/** The interval between passes that read the whole overlap again, to find the other records. */
const rereadMs = hourMs
const inventoryMs = dayMs

const text = (at: number): string => new Date(at).toISOString()

/** What to collect now; undefined if nothing is due. */
export function nextPass(source: LogSource, cursor: Cursor | undefined, since: number, now: number): Pass | undefined {
  const until = Math.floor(now / 1000) * 1000
  if (cursor?.pass !== undefined) {
    const { reached, until: end, rereads } = cursor.pass
    // The clock of the previous collector may be ahead. A future period cannot be complete.
    return { from: Date.parse(reached), until: Math.min(Date.parse(end), until), rereads }
  }
  if (cursor?.complete === undefined) return { from: firstStart(source, since, until), until, rereads: true }
  const complete = Date.parse(cursor.complete)
  if (source.retentionMs === undefined)
    return until - complete < inventoryMs ? undefined : { from: complete, until, rereads: false }
  const reread = Date.parse(cursor.reread ?? cursor.since)
  const rereads = until - reread >= rereadMs
  // After a restart, a clock that is behind the vendor's appears to precede the cursor, until a response shows the vendor's time.
  const settled = Math.min(complete, until) - Math.min(settlingMs, source.overlapMs)
  const from = rereads ? reread - source.overlapMs : settled
  return { from: Math.max(Date.parse(cursor.since), from), until, rereads }
}

export function advance(cursor: Cursor | undefined, pass: Pass, reached: number): Cursor {
  const since = cursor?.since ?? text(pass.from)
  const before = { since, ...(cursor?.complete !== undefined && { complete: cursor.complete }) }
  const reread = pass.rereads && reached >= pass.until ? text(pass.until) : cursor?.reread
  const known = { ...before, ...(reread !== undefined && { reread }) }
  if (reached < pass.until)
    return { ...known, pass: { reached: text(reached), until: text(pass.until), rereads: pass.rereads } }
  // A clock that was set back does not move the position back.
  const complete = Math.max(pass.until, Date.parse(cursor?.complete ?? text(pass.until)))
  return { ...known, complete: text(complete) }
}
