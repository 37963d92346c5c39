// When a rule runs, and which stretch of time a run reads.
import { datasetFacts } from './datasets.ts'
import { parseEql } from './query/eql/parse.ts'
import type { Rule } from './rule.ts'

/** How often a rule runs, and from when on a run reads, as Kibana writes them. */
export interface Schedule {
  readonly interval: string
  readonly from: string
}

/** Google hands its records out hours late, so its rules look further back and run less often. */
export function scheduleOf(rule: Rule): Schedule {
  const late = rule.datasets.some((name) => datasetFacts(name).vendor === 'google-workspace')
  const interval = rule.interval ?? (late ? '10m' : '5m')
  if (rule.from !== undefined) return { interval, from: rule.from }
  const lateness = late ? 120 * units.m : 4 * units.m
  // Every event of a sequence has to be in the stretch of one run.
  const reach = durationOf(interval) + lateness + maxspanOf(rule)
  return { interval, from: `now-${Math.ceil(reach / units.m)}m` }
}

/** Milliseconds that a sequence may last; 0 for anything else. */
export function maxspanOf(rule: Rule): number {
  if (rule.type !== 'eql') return 0
  const parsed = parseEql(rule.query)
  return parsed.ok && parsed.query.kind === 'sequence' ? (parsed.query.maxspan?.milliseconds ?? 0) : 0
}

const units = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const

/** Milliseconds of `9m`, or of how far `now-9m` reaches back. Throws on anything else: the compiler and our schema know the form. */
export function durationOf(text: string): number {
  const match = /^(?:now-)?(\d+)([smhd])$/.exec(text)
  if (match === null) throw new Error(`${JSON.stringify(text)} is not a duration like 9m or now-9m`)
  return Number(match[1]) * units[match[2] as keyof typeof units]
}

/** The largest unit in which a length of time is at least one: `14d`, `90s`. */
export function durationText(milliseconds: number): string {
  const found = (['d', 'h', 'm'] as const).find((unit) => milliseconds >= units[unit]) ?? 's'
  return `${Math.floor(milliseconds / units[found])}${found}`
}

/** The clock of a rule: it runs at the multiples of its interval, and each run reads the range that ends with it. */
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

/** The first run that sees what became visible at an instant. */
export function runAfter(instant: number, { interval }: Clock): number {
  return Math.ceil(instant / interval) * interval
}
