// When a rule runs, and which time range a run reads.
import { datasetFacts } from './datasets.ts'
import type { Rule } from './rule.ts'
import { sequenceOf } from './rule-query.ts'

/** How often a rule runs, and the start of the range that a run reads, in Kibana's notation. */
export interface Schedule {
  readonly interval: string
  readonly from: string
}

/** Returns a rule's schedule. Google delivers records hours late: its rules look further back and run less often. */
export function scheduleOf(rule: Rule): Schedule {
  const late = rule.datasets.some((name) => datasetFacts(name).vendor === 'google-workspace')
  const interval = rule.interval ?? (late ? '10m' : '5m')
  if (rule.from !== undefined) return { interval, from: rule.from }
  const lateness = late ? 120 * units.m : 4 * units.m
  // All events of a sequence, or of a count, must be in the range of one run, regardless of the time of the run.
  const counted = rule.type === 'threshold' && rule.within !== undefined ? durationOf(rule.within) : undefined
  const reach = durationOf(interval) + (counted ?? lateness + maxspanOf(rule))
  return { interval, from: `now-${Math.ceil(reach / units.m)}m` }
}

/** Returns the milliseconds that a sequence may last; 0 for a rule that is not a sequence. */
export function maxspanOf(rule: Rule): number {
  return sequenceOf(rule)?.maxspan?.milliseconds ?? 0
}

const units = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const

/** Returns milliseconds of `9m` or of the range `now-9m`. Throws for other text: compiler and schema know the form. */
export function durationOf(text: string): number {
  const match = /^(?:now-)?(\d+)([smhd])$/.exec(text)
  if (match === null) throw new Error(`${JSON.stringify(text)} is not a duration like 9m or now-9m`)
  return Number(match[1]) * units[match[2] as keyof typeof units]
}

/** Returns a duration in the largest unit of which it has at least one: `14d`, `90s`. */
export function durationText(milliseconds: number): string {
  const found = (['d', 'h', 'm'] as const).find((unit) => milliseconds >= units[unit]) ?? 's'
  return `${Math.floor(milliseconds / units[found])}${found}`
}

/** The clock of a rule: it runs at multiples of its interval; each run reads the range that ends at its time. */
export interface Clock {
  /** Milliseconds between two runs. */
  readonly interval: number
  /** Milliseconds that a run reads back, both ends included. */
  readonly reach: number
}

export function clockOf(rule: Rule): Clock {
  const { interval, from } = scheduleOf(rule)
  return { interval: durationOf(interval), reach: durationOf(from) }
}

/** Returns the first run that sees documents that became visible at an instant. */
export function runAfter(instant: number, { interval }: Clock): number {
  return Math.ceil(instant / interval) * interval
}
