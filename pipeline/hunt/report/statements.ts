// Statements about applications and accounts. Similar statements are combined, because a page of them is unreadable.
import { groupBy } from '../../../mappings/kernel/group-by.ts'
import { compareSeverity } from '../../../rules/lib/rule.ts'
import { takenInWords } from '../evidence/data-taken.ts'
import type { AppRow, RuleAlerts } from './model.ts'
import { count, list } from './words.ts'

export interface Statement {
  /** The name of the application or the account. */
  readonly about: string
  readonly what: string
}

const named = 3

/** A word with a short ID, an address or a time. Each part has a maximum length: a longer one would take quadratic time. */
const variable = /…|\S@\S|\d{4}-\d\d-\d\dT|\d{1,3}(?:\.\d{1,3}){3}|[\da-f]{0,4}:[\da-f]{0,4}:/i

/** A text without its times, names and addresses: identical for each run of a repeated attack. */
export const likenessOf = (text: string): string =>
  text.replace(/"[^"]*"|[^\s"]+/g, (word) => (word.startsWith('"') || variable.test(word) ? '#' : word))

/** Groups applications with the same severity, rules, reasons and data taken: copies of one attack. */
export function similarApps(apps: readonly AppRow[]): [AppRow, ...AppRow[]][] {
  const facts = ({ severity, standing, ended, late, suspicion, taken, rules }: AppRow) => [
    ...[severity, standing > 0, late?.isExplained, ended, suspicion, rules.more, taken && takenInWords(taken)],
    ...rules.shown.flatMap(({ id, count, alerts }) => [id, count, ...alerts.map(({ reason }) => reason)]),
  ]
  const groups = groupBy(apps, (app) => likenessOf(facts(app).join(' | '))).values()
  // All of them took the same data, in words: the first with a severe alert comes first.
  const time = (app: AppRow) => gravestOf(app)?.first ?? ''
  return [...groups].map((group) => [...group].sort((a, b) => time(a).localeCompare(time(b)))) as [
    AppRow,
    ...AppRow[],
  ][]
}

/** The first of the most severe alerts of an application. */
export const gravestOf = ({ rules }: AppRow): RuleAlerts | undefined =>
  [...rules.shown].sort((a, b) => compareSeverity(b.severity, a.severity) || (a.first < b.first ? -1 : 1))[0]

/** The heading of the list of the other applications of a group. */
export const similarInWords = (others: readonly AppRow[]): string =>
  `${count(others.length, 'similar application')}: the same rules and findings, with other names, accounts, addresses or times`

/** The first sentences of one kind, and the number of remaining ones. */
export function firstOf(sentences: readonly string[], most: number): string[] {
  const more = sentences.length - most
  if (more <= 0) return [...sentences]
  const rest = `${count(more, 'more finding')} of this kind: use the filters --app and --account to see ${more === 1 ? 'it' : 'them'}.`
  return [...sentences.slice(0, most), rest]
}

/** One sentence for all similar statements, with the first names: `a, b, c and 6 more applications: …`. */
export function grouped(
  statements: readonly Statement[],
  kind: 'account' | 'application',
  separator: string,
): string[] {
  return [...groupBy(statements, ({ what }) => likenessOf(what)).values()].map((some) => {
    const [first] = some as [Statement]
    const all = new Set(some.map(({ about }) => about))
    const more = all.size > named ? [count(all.size - named, `more ${kind}`)] : []
    const names = list([...[...all].slice(0, named), ...more])
    return some.every(({ what }) => what === first.what)
      ? `${names}${separator}${first.what}`
      : `${count(some.length, 'similar finding')} about ${names}. The first: ${first.about}${separator}${first.what}`
  })
}
