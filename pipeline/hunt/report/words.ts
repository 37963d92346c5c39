// Numbers and sizes in reports: the same format everywhere, in English.
import { groupBy } from '../../../mappings/kernel/group-by.ts'
import { compareSeverity, type Severity } from '../../../rules/lib/rule.ts'
import { time } from '../../entity-store/age.ts'
import { cut } from './kept.ts'
import { capped, limits } from './limits.ts'
import type { Reason, RuleAlerts } from './model.ts'

/** `1 act`, `2,300 acts`. */
export function count(number: number, what: string): string {
  return `${thousands(number)} ${what}${number === 1 ? '' : 's'}`
}

/** The warning about records in the future. */
export const futureInWords = (futureEvent: string): string =>
  `the last event (${futureEvent}) is in the future: check the clocks of this computer and of the sources`

/** High and critical alerts: every output lists each of their distinct reasons, as far as space allows. */
export const isSevere = ({ severity }: { readonly severity: Severity }): boolean =>
  compareSeverity(severity, 'high') >= 0

/**
 * Returns the distinct reasons of a rule's alerts: the first ones, and the number of the others. Several reasons have
 * their times. `characters` is the length of a reason.
 */
export function reasonsOf(
  { severity, reasons: { shown, more } }: Pick<RuleAlerts, 'severity' | 'reasons'>,
  { severe = 1_000, other = 10, characters = Number.POSITIVE_INFINITY } = {},
): string[] {
  const most = isSevere({ severity }) ? severe : other
  const all = capped(shown, shown.length === most + 1 ? most + 1 : most)
  const omitted = all.more + more
  const isOne = shown.length + more === 1
  const said = all.shown.map(
    (reason) => `${isOne ? '' : `${momentsOf(reason)}${doubtOf(reason)}: `}${cut(reason.text, characters)}`,
  )
  return omitted > 0 ? [...said, `and ${thousands(omitted)} more: see alerts.ndjson`] : said
}

/** Follows the times of alerts; empty if none of them is provisional. */
export function doubtOf({ count: alerts, unsettled }: Pick<Reason, 'count' | 'unsettled'>): string {
  return unsettled === 0 ? '' : unsettled === alerts ? ', provisional' : `, ${thousands(unsettled)} provisional`
}

function momentsOf({ count: alerts, first, last }: Reason): string {
  if (alerts === 1 || first === last) return time(first)
  return alerts === 2
    ? `${time(first)} and ${time(last)}`
    : `${thousands(alerts)} times, ${time(first)} to ${time(last)}`
}

export function thousands(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** Formats bytes in the largest decimal unit that they reach. */
export function size(bytes: number): string {
  for (const [unit, factor] of [
    ['GB', 1e9],
    ['MB', 1e6],
    ['kB', 1e3],
  ] as const)
    if (bytes >= factor) return `${(bytes / factor).toFixed(1)} ${unit}`
  return count(bytes, 'byte')
}

/** `a`, `a and b`, `a, b and c`. */
export function list(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** The first words, and the number of remaining words: `a, b, c and 6 more`. */
export function shortList(words: readonly string[], most: number = limits.names): string {
  const more = words.length - most
  return list(more > 0 ? [...words.slice(0, most), `${thousands(more)} more`] : words)
}

/** Joins equal names: `a (3), b`. */
export function joinedNames(names: readonly string[]): string {
  const equal = [...groupBy(names, (name) => name)].map(([name, all]) => [name, all.length] as const)
  return shortList(equal.map(([name, times]) => (times === 1 ? name : `${name} (${times})`)))
}

/** `2026-03-11`, or `2026-03-11 to 2026-03-14`. */
export function daysOf(first: string, last: string): string {
  return [...new Set([first.slice(0, 10), last.slice(0, 10)])].join(' to ')
}

/** Joins equal reasons: `a: x`, `b: x` and `c: y` become `a and b: x` and `c: y`. */
export function joinedReasons(reasons: readonly string[]): string[] {
  const byWhy = new Map<string, string[]>()
  for (const reason of reasons) {
    const [of = '', why = ''] = reason.split(/: (.*)/s)
    byWhy.set(why, [...(byWhy.get(why) ?? []), of])
  }
  return [...byWhy].map(([why, of]) => (why === '' ? list(of) : `${list(of)}: ${why}`))
}
