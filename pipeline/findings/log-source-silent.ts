// Finds log sources on applications that have been silent for longer than ever before: nothing is detected there.
import { hourMs } from '../../mappings/kernel/durations.ts'
import { type Finding, toFinding } from './finding.ts'
import type { LogSource, PassOptions } from './history.ts'
import { type FindingSettings, isIn, leastPastMs, longestSilenceMs, pastMs, type Span } from './settings.ts'

/** Silence is unusual above this multiple of the longest silence in the past. */
const silenceFactor = 1.5

/** If fewer hours have a record, the usual silence is unknown: the next silence is often the longest so far. */
const leastHours = 20

export async function findSilentLogSources({ history, settings }: PassOptions, span: Span): Promise<Finding[]> {
  const past = { from: span.from - longestSilenceMs - pastMs - hourMs, until: span.until }
  const logSources = await history.logSources(past)
  return logSources.flatMap((logSource) => silences(logSource, span, settings))
}

/** Returns silences that fall due in a span, after the last hour with a record. Each needs a sufficiently long past. */
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
    // A history that was loaded at once does not show the log source's rhythm, because an export may end at any time.
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
