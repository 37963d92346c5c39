// The interval that Kibana chooses for `auto`: a round interval that makes about fifty bars.
/** Kibana's setting `histogram:barTarget`. */
const targetBars = 50

const second = 1_000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

/** Kibana's intervals, longest first. Each one applies to bars up to a length; the last one that applies is chosen. */
const steps = [
  { upTo: Number.POSITIVE_INFINITY, calendar: '1y' },
  { upTo: 365 * day, calendar: '1M' },
  { upTo: 21 * day, calendar: '1w' },
  { upTo: 7 * day, calendar: '1d' },
  { upTo: day, fixed: '12h' },
  { upTo: 6 * hour, fixed: '3h' },
  { upTo: 2 * hour, calendar: '1h' },
  { upTo: 45 * minute, fixed: '30m' },
  { upTo: 20 * minute, fixed: '10m' },
  { upTo: 9 * minute, fixed: '5m' },
  { upTo: 3 * minute, calendar: '1m' },
  { upTo: 45 * second, fixed: '30s' },
  { upTo: 15 * second, fixed: '10s' },
  { upTo: 7.5 * second, fixed: '5s' },
] as const

type Interval = { readonly calendar_interval: string } | { readonly fixed_interval: string }

/** Returns the interval for a range in milliseconds: under four minutes, seconds, regardless of Kibana's choice. */
export function autoInterval(milliseconds: number): Interval {
  const bar = milliseconds / targetBars
  const next = steps.findIndex(({ upTo }) => upTo <= bar)
  const step = steps[next < 0 ? steps.length - 1 : next - 1] ?? steps[0]
  return 'calendar' in step ? { calendar_interval: step.calendar } : { fixed_interval: step.fixed }
}
