// The interval that Kibana chooses for `auto`: a round interval that makes about fifty bars.
import { dayMs, hourMs, minuteMs } from '../../../../mappings/kernel/durations.ts'

/** Kibana's setting `histogram:barTarget`. */
const targetBars = 50

/** Kibana's intervals, longest first. Each one applies to bars up to a length; the last one that applies is chosen. */
const steps = [
  { upTo: Number.POSITIVE_INFINITY, calendar: '1y' },
  { upTo: 365 * dayMs, calendar: '1M' },
  { upTo: 21 * dayMs, calendar: '1w' },
  { upTo: 7 * dayMs, calendar: '1d' },
  { upTo: dayMs, fixed: '12h' },
  { upTo: 6 * hourMs, fixed: '3h' },
  { upTo: 2 * hourMs, calendar: '1h' },
  { upTo: 45 * minuteMs, fixed: '30m' },
  { upTo: 20 * minuteMs, fixed: '10m' },
  { upTo: 9 * minuteMs, fixed: '5m' },
  { upTo: 3 * minuteMs, calendar: '1m' },
  { upTo: 45_000, fixed: '30s' },
  { upTo: 15_000, fixed: '10s' },
  { upTo: 7_500, fixed: '5s' },
] as const

type Interval = { readonly calendar_interval: string } | { readonly fixed_interval: string }

/** Returns the interval for a range in milliseconds: under four minutes, seconds, regardless of Kibana's choice. */
export function autoInterval(milliseconds: number): Interval {
  const bar = milliseconds / targetBars
  const next = steps.findIndex(({ upTo }) => upTo <= bar)
  const step = steps[next < 0 ? steps.length - 1 : next - 1] ?? steps[0]
  return 'calendar' in step ? { calendar_interval: step.calendar } : { fixed_interval: step.fixed }
}
