// The short report, as Markdown: for a ticket. The HTML report and the files next to it contain more.

import type { Unread } from '../../decode/readability.ts'
import { inertCode, inertProse, markdownTable } from '../../safe-output/inert-markdown.ts'
import { itemKinds, type PartTaken, takenInWords } from '../evidence/data-taken.ts'
import { cut } from './kept.ts'
import { type Capped, capped, limits } from './limits.ts'
import type { AppCard, Report, RuleAlerts } from './model.ts'
import { type Detail, fitted, type TicketPart } from './ticket-size.ts'
import { count, list, reasonsOf, size, thousands, time } from './words.ts'

/** A sentence that may quote records. */
const recorded = (text: string, most: number = limits.sentence): string => inertProse(cut(text, most))

/** An id, an address, a command: to be copied. */
const code = (text: string, most: number = limits.id): string => inertCode(cut(text, most))

const andMore = (more: number, where: string): string[] => (more > 0 ? ['', `and ${thousands(more)} more${where}`] : [])

/** A report as Markdown (CommonMark with tables), short enough for a ticket. */
export function renderMarkdown(report: Report): string {
  return fitted((detail) => [
    { lines: headLines(report) },
    { lines: takenLines(report.taken, detail) },
    ...report.apps.shown.map((card) => appPart(card, detail)),
    { lines: otherAppLines(report.otherApps) },
    { lines: unattachedLines(report, detail) },
    { lines: accountLines(report.accounts, detail) },
    { lines: indicatorLines(report.indicators, detail) },
    { lines: unknownLines(report) },
    { lines: footLines(report) },
  ])
}

function headLines({ read, summary }: Report): string[] {
  const span = read.firstEvent === undefined ? '' : `, ${time(read.firstEvent)} to ${time(read.lastEvent ?? '')}`
  const letters = read.deadLetters.map(({ code: name, count: number }) => `${name} ${thousands(number)}`)
  return [
    `# ${read.unread?.nothing === true ? recorded(read.unread.headline) : 'Hunt for OAuth application abuse'}`,
    '',
    ...(read.unread === undefined ? [] : unreadLines(read.unread)),
    `${count(read.records, 'record')}${span}; ${letters.length === 0 ? 'all records usable' : `not usable: ${list(letters)}`}. Times are in UTC.`,
    '',
    summary.sentences.map((sentence) => recorded(sentence)).join(' '),
  ]
}

/** A heading with a table, cut to the rows of a ticket. */
function tableLines<T>(
  title: string,
  all: Capped<T>,
  { rows }: Detail,
  columns: readonly string[],
  cells: (row: T) => string[],
  file: string,
): string[] {
  if (all.shown.length === 0) return []
  const { shown, more } = capped(all.shown, rows)
  return [
    '',
    `## ${title}`,
    '',
    ...markdownTable(columns, shown.map(cells)),
    ...andMore(more + all.more, `: see ${file}`),
  ]
}

const partTitles = [...itemKinds.map(([, what]) => `${what}s`), 'size', 'first', 'last']

function partCells({ bytes, first, last, ...counts }: PartTaken): string[] {
  return [...itemKinds.map(([kind]) => thousands(counts[kind])), bytes > 0 ? size(bytes) : '', time(first), time(last)]
}

/** By account, because a breach notification counts people. By network, because a new network separates an attack from daily work. */
function takenLines(taken: Report['taken'], detail: Detail): string[] {
  const partsOf = <T>(of: (each: Report['taken'][number]) => Capped<T>): Capped<T & { readonly app: string }> => ({
    shown: taken.flatMap((each) => of(each).shown.map((part) => ({ app: each.name ?? each.id, ...part }))),
    more: taken.reduce((sum, each) => sum + of(each).more, 0),
  })
  const file = 'evidence.csv, which lists each message, synced folder, file, chat and call'
  return [
    ...tableLines(
      'Data taken, by account',
      partsOf(({ holders }) => holders),
      detail,
      ['application', 'account', 'mailbox', ...partTitles],
      ({ app, account, mailbox, ...part }) => [
        recorded(app, limits.name),
        account === '' ? 'not named' : code(account),
        code(mailbox),
        ...partCells(part),
      ],
      file,
    ),
    ...tableLines(
      'Data taken, by network',
      partsOf(({ networks }) => networks),
      detail,
      ['application', 'network', 'new to the application', ...partTitles],
      ({ app, network, isNew, ...part }) => [
        recorded(app, limits.name),
        network === '' ? 'not named' : code(network),
        isNew === 'first' ? 'first' : isNew ? '**new**' : '',
        ...partCells(part),
      ],
      file,
    ),
  ]
}

function accountLines(accounts: Report['accounts'], detail: Detail): string[] {
  return tableLines(
    'Accounts involved',
    accounts,
    detail,
    ['account', 'state', 'alerts', 'active grants'],
    ({ name, status, alerts, standing }) => [code(name), status ?? 'unknown', String(alerts), String(standing)],
    'alerts.ndjson',
  )
}

function indicatorLines(indicators: Report['indicators'], detail: Detail): string[] {
  return tableLines(
    'Indicators',
    indicators,
    detail,
    ['kind', 'value', 'seen', 'first', 'last', 'note', 'applications'],
    ({ kind, value, count: seen, first, last, note, apps }) => [
      kind,
      code(value),
      String(seen),
      time(first),
      time(last),
      recorded(note, limits.name),
      `${recorded(apps.slice(0, 3).join(', '), limits.name)}${apps.length > 3 ? ` and ${apps.length - 3} more` : ''}`,
    ],
    'indicators.csv',
  )
}

/** The report names the rules of each blind spot. */
function unknownLines({ unknowns: { shown, more }, blindSpots }: Report): string[] {
  return [
    '',
    '## Not known',
    '',
    ...shown.map((gap) => `- ${recorded(gap)}`),
    ...andMore(more, ' in the HTML report'),
    ...blindSpots.map(({ what }) => `- Blind spot of the rules: ${recorded(what)}.`),
  ]
}

function footLines({ limits: kept, madeAt, made }: Report): string[] {
  return [
    '',
    '## Limits of this report',
    '',
    ...kept.map((limit) => `- ${limit}`),
    '',
    'All alerts, items and values are in the files of the hunt: alerts.ndjson, evidence.csv, timeline.csv and indicators.csv.',
    '',
    `Made ${time(madeAt)} by consentry ${made.version} with ${thousands(made.rules)} rules (pack ${made.pack}), ${made.environment === undefined ? 'without an environment file' : `environment file ${code(made.environment)}`}: ${code(made.command, 1_000)}`,
  ]
}

function unreadLines({ nothing, headline, inputs, todo }: Unread): string[] {
  return [
    ...(nothing ? [] : [`**${recorded(headline)}.**`, '']),
    ...inputs.slice(0, limits.inputs).map(({ path, reason }) => `- ${code(path)}: ${recorded(reason)}`),
    ...andMore(inputs.length - limits.inputs, ''),
    '',
    ...todo.map((step) => recorded(step)),
    '',
  ]
}

/** A ticket lists every application with alerts: readers forget omitted ones. */
function otherAppLines({ shown, more }: Report['otherApps']): string[] {
  if (shown.length === 0) return []
  return [
    '',
    '## Further applications with alerts',
    '',
    ...markdownTable(
      ['severity', 'application', 'id', 'alerts', 'first', 'last', 'active grants'],
      shown.map(({ severity, name, id, alerts, first, last, standing }) => [
        severity,
        recorded(name ?? '', limits.name),
        code(id),
        thousands(alerts),
        time(first),
        time(last),
        String(standing),
      ]),
    ),
    ...andMore(more, ' applications with alerts; see alerts.ndjson'),
  ]
}

function unattachedLines({ unattached: { shown, more }, rules }: Report, detail: Detail): string[] {
  if (shown.length === 0) return []
  const response = rules.filter((rule) => shown.some(({ id }) => id === rule.id)).flatMap((rule) => rule.response)
  return [
    '',
    '## Alerts without a single application',
    '',
    ...shown.flatMap((rule) => ruleLines(rule, detail)),
    ...andMore(more, ' rules; see alerts.ndjson'),
    ...furtherSteps(capped([...new Set(response)], detail.rows)),
  ]
}

/** The alerts of a rule in a line, with their reasons. */
function ruleLines(
  { name, severity, count: times, first, last, unsettled, alerts }: RuleAlerts,
  detail: Detail,
): string[] {
  const when = times === 1 ? time(first) : `${thousands(times)} times, ${time(first)} to ${time(last)}`
  const doubt = unsettled === 0 ? '' : unsettled === times ? ', provisional' : `, ${thousands(unsettled)} provisional`
  return [
    `- **${severity}** ${recorded(name)}: ${when}${doubt}`,
    ...(detail.reason === 0 ? [] : reasonsOf({ alerts }).map((reason) => `  - ${recorded(reason, detail.reason)}`)),
  ]
}

function furtherSteps({ shown, more }: Capped<string>): string[] {
  if (shown.length === 0) return []
  return [
    '',
    'Further steps:',
    '',
    ...shown.map((step) => `- ${recorded(step)}`),
    ...andMore(more, ' in the HTML report'),
  ]
}

/** An application with all its rules that alert. The commands against it may be left out: they are long. */
function appPart(card: AppCard, detail: Detail): TicketPart {
  const { number, name, id, idKind, severity, lead, rules, containment, alerts, taken } = card
  const lines = [
    '',
    `## ${number}. ${recorded(name ?? id, limits.name)} (${severity}, ${count(alerts, 'alert')})`,
    '',
    `${idKind}: ${code(id)}. ${lead.map((sentence) => recorded(sentence, Math.max(detail.reason, 200))).join(' ')}`,
    ...(taken === undefined ? [] : ['', `**Data taken:** ${recorded(takenInWords(taken))}.`]),
    '',
    ...rules.shown.flatMap((rule) => ruleLines(rule, detail)),
    ...andMore(rules.more, ' rules; see alerts.ndjson'),
  ]
  if (containment === undefined || containment.steps.shown.length === 0) return { lines }
  const { steps, breaks, response } = containment
  return {
    lines,
    more: [
      '',
      `To revoke the access (${recorded(breaks.join(' '))}):`,
      '',
      ...steps.shown.flatMap(({ what, command }) => [`- ${recorded(what)}`, `  ${code(command, 1_000)}`]),
      ...andMore(steps.more, ` steps: ${commandsOf(id)}`),
      ...furtherSteps(response),
    ],
    instead: ['', `To revoke the access: ${commandsOf(id)}`],
  }
}

const commandsOf = (id: string): string => code(`consentry apps contain ${id} PATH…`)
