// A source of records on applications that has gone silent for longer than it ever does: nothing is detected there.
import { hourMs } from '../../mappings/kernel/durations.ts'
import { type Finding, toFinding } from './finding.ts'
import type { LogSource, PassOptions } from './history.ts'
import { type FindingSettings, isIn, leastPastMs, longestSilenceMs, pastMs, type Span } from './settings.ts'

/** Silence is longer than usual from so many times the longest silence of the past on. */
const silenceFactor = 1.5

/** From fewer hours with a record, nobody knows how long a log source rests: the next rest is often the longest so far. */
const leastHours = 20

export async function findSilentLogSources({ history, settings }: PassOptions, span: Span): Promise<Finding[]> {
  const past = { from: span.from - longestSilenceMs - pastMs - hourMs, until: span.until }
  const logSources = await history.logSources(past)
  return logSources.flatMap((logSource) => silences(logSource, span, settings))
}

/** The silences of a log source that fall due in a span: each after the last hour with a record, of which the past is long enough to know. */
function silences(logSource: LogSource, span: Span, { silentMs }: FindingSettings): Finding[] {
  const { hours, since = Number.NEGATIVE_INFINITY, vendor, tenant, dataset, provider } = logSource
  const found: Finding[] = []
  for (let i = hours.length - 1; i >= 0; i--) {
    const last = hours[i] as number
    const next = hours[i + 1] ?? Number.POSITIVE_INFINITY
    // Few silences can fall due within the span. Only these are compared with earlier silences.
    if (next <= span.from) break
    if (Math.min(next, span.until) - last <= silentMs) continue
    const past = hours.slice(0, i + 1).filter((hour) => hour >= last - pastMs)
    // A history that was loaded at once does not show the rhythm of the log source: an export ends anywhere.
    const watched = last - Math.max(past[0] ?? last, since)
    if (watched < leastPastMs || past.length < leastHours) continue
    const longest = longestGap(past)
    const allowed = Math.max(silentMs, silenceFactor * longest)
    const due = last + hourMs + allowed
    if (allowed > longestSilenceMs || next < due || !isIn(span, due)) continue
    const silent = Math.round(allowed / hourMs)
    found.push(
      toFinding({
        kind: 'log_source_silent',
        vendor,
        tenant,
        entity: [dataset, provider],
        due,
        message: `${dataset} (${provider}) has reported no application activity for ${silent} hours; its longest silence was ${Math.round(longest / hourMs)} hours`,
        value: silent,
        baseline: Math.round(longest / hourMs),
      }),
    )
  }
  return found
}

function longestGap(hours: readonly number[]): number {
  let longest = 0
  for (const [i, hour] of hours.entries()) longest = Math.max(longest, hour - (hours[i - 1] ?? hour))
  return longest
}
