// Shared code of both collections, into a folder and into Kafka: the sequence of log sources in a lane, and one window.
import { DependencyError } from '../errors/dependency-error.ts'
import {
  clamped,
  firstStart,
  type LogSource,
  NotAvailable,
  type Output,
  presentOf,
  toSecond,
  type Window,
} from './log-source.ts'

export interface WindowResult {
  /** Absent if the window had no records or is not written to a file. */
  readonly file?: string
  /** The size of the file. */
  readonly bytes?: number
  readonly records: number
  /** How many of the records are no JSON objects. */
  readonly unusable?: number
  readonly lost: readonly string[]
}

export interface WindowOutput extends Output {
  /** Resolves when the records survive the end of the process. */
  finish(): Promise<WindowResult>
  discard(): Promise<void>
}

export type OpenWindow = (source: LogSource, window: Window) => Promise<WindowOutput>

export async function collectWindow(
  source: LogSource,
  window: Window,
  open: OpenWindow,
  now: () => number,
  earliest = clamped,
): Promise<WindowResult> {
  const vendorNow = () => now() + (source.clock?.skewMs ?? 0)
  // During a long or interrupted run, the start of a window may become too old, and the vendor would refuse it.
  const from = source.refusesOlder ? Math.min(earliest(source, window.from, vendorNow()), window.to) : window.from
  const gone =
    from > window.from ? [`${toSecond(window.from)} to ${toSecond(from)}, which the vendor no longer keeps`] : []
  if (from === window.to) return { records: 0, lost: gone }
  const out = await open(source, window)
  let answered = false
  const write = (lines: readonly string[]) => {
    answered = true
    return out.write(lines)
  }
  try {
    for (const what of gone) out.lost(what)
    // Google refuses a window that ends in the future.
    const to = Math.min(window.to, presentOf(source, now()))
    await source.collect({ from, to }, { write, lost: (what) => out.lost(what) })
    return await out.finish()
  } catch (error) {
    await out.discard()
    if (error instanceof NotAvailable && answered) throw error.refusal
    // The start may also expire while the vendor throttles the first request. Only the expired minutes are lost.
    const isExpired = source.refusesOlder && clamped(source, from, vendorNow()) > from
    if (!isExpired || !(error instanceof DependencyError) || error.code !== 'vendor_refused') throw error
    return collectWindow(source, window, open, now, firstStart)
  }
}

/** Failures that also affect the other log sources of the lane. */
const ofTheLane: ReadonlySet<string> = new Set(['vendor_unreachable', 'vendor_credentials'])

/** Collects the log sources in sequence. A failed or unavailable one goes to `onFailure`. Other errors end the lane. */
export async function takeTurns(
  sources: readonly LogSource[],
  collectSource: (source: LogSource) => Promise<void>,
  onFailure: (source: LogSource, error: NotAvailable | DependencyError) => void,
): Promise<void> {
  let ended: DependencyError | undefined
  for (const source of sources) {
    try {
      if (ended !== undefined) throw ended
      await collectSource(source)
    } catch (error) {
      const isOfSource =
        error instanceof DependencyError &&
        (error.code.startsWith('vendor_') || error.code === 'kafka_record_too_large')
      if (!isOfSource && !(error instanceof NotAvailable)) throw error
      if (isOfSource && ofTheLane.has(error.code)) ended = error
      onFailure(source, error)
    }
  }
}
