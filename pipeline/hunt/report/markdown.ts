// The short report as Markdown, for a ticket. The HTML report and its accompanying files contain more.
import { compareSeverity } from '../../../rules/lib/rule.ts'
import type { Unread } from '../../decode/readability.ts'
import { time } from '../../entity-store/age.ts'
import { reportTitle } from '../../framing/earlier-results.ts'
import { type Step, stepParts } from '../../review/containment/containment.ts'
import { inertCode, inertProse, markdownTable } from '../../safe-output/inert-markdown.ts'
import { listedItems, takenInWords } from '../evidence/data-taken.ts'
import { sessionsOf } from './alert-rows.ts'
import { commandOn } from './app-facts.ts'
import { cut } from './kept.ts'
import { type Capped, capped, limits } from './limits.ts'
import type { AppCard, AppRow, Report, RuleAlerts } from './model.ts'
import {
  acceptedColumns,
  accountColumns,
  type Cell,
  columnsOf,
  holderColumns,
  indicatorColumns,
  keyColumns,
  networkColumns,
  partColumns,
  rowColumns,
  type TableColumn,
} from './tables.ts'
import { type Detail, fitted, type TicketPart } from './ticket-size.ts'
import { count, doubtOf, futureInWords, isSevere, list, reasonsOf, thousands } from './words.ts'

/** A sentence that may quote records. */
const recorded = (text: string, most: number = limits.sentence): string => inertProse(cut(text, most))

const code = (text: string, most: number = limits.id): string => inertCode(cut(text, most))

const andMore = (more: number, where: string): string[] => (more > 0 ? ['', `and ${thousands(more)} more${where}`] : [])

/** A report as Markdown (CommonMark with tables), short enough for a ticket. */
export function renderMarkdown(report: Report): string {
  const { apps, unattached } = report
  const severity = unattached.shown[0]?.severity ?? 'low'
  const less = apps.shown.findIndex((card) => compareSeverity(card.severity, severity) < 0)
  const before = less < 0 ? apps.shown.length : less
  return fitted((detail) => [
    { lines: headLines(report) },
    { lines: takenLines(report.taken, detail) },
    ...apps.shown.slice(0, before).map((card) => appPart(card, detail)),
    ...(less < 0 ? [] : [{ lines: unattachedLines(report, detail) }]),
    ...apps.shown.slice(before).map((card) => appPart(card, detail)),
    otherAppsPart(report, detail),
    { lines: furtherRuleLines(report) },
    ...(less < 0 ? [{ lines: unattachedLines(report, detail) }] : []),
    { lines: tableLines('Accounts involved', report.accounts, accountColumns, detail.rows, 'alerts.ndjson') },
    acceptedPart(report, detail),
    { lines: tableLines('Indicators', report.indicators, indicatorColumns, detail.rows, 'indicators.csv') },
    { lines: unknownLines(report) },
    { lines: footLines(report) },
  ])
}

function headLines({ read, summary }: Report): string[] {
  const span = read.firstEvent === undefined ? '' : `, ${time(read.firstEvent)} to ${time(read.lastEvent ?? '')}`
  const letters = read.deadLetters.map(({ code: name, count: number }) => `${name} ${thousands(number)}`)
  const faults = [
    ...(letters.length === 0 ? [] : [`not usable: ${list(letters)}`]),
    ...(read.futureEvent === undefined ? [] : [futureInWords(read.futureEvent)]),
  ]
  return [
    `# ${read.unread?.nothing === true ? recorded(read.unread.headline) : reportTitle}`,
    '',
    ...(read.unread === undefined ? [] : unreadLines(read.unread)),
    `${count(read.records, 'record')}${span}; ${faults.length === 0 ? 'all records usable' : faults.join('; ')}. Times are in UTC.`,
    '',
    ...summary.sentences.map((sentence) => `- ${recorded(sentence)}`),
  ]
}

function textOf(cell: Cell): string {
  if (typeof cell === 'string') return recorded(cell, limits.name)
  if ('code' in cell) return code(cell.code)
  if ('at' in cell) return time(cell.at)
  return 'severity' in cell ? cell.severity : `**${recorded(cell.strong, limits.name)}**`
}

function tableLines<T>(
  title: string,
  all: Capped<T>,
  possible: readonly TableColumn<T>[],
  rows: number,
  file: string,
  heading = '##',
): string[] {
  if (all.shown.length === 0) return []
  const { shown, more } = capped(all.shown, rows)
  const columns = columnsOf(shown, possible)
  const cells = (row: T) => columns.map(({ cell }) => textOf(cell(row)))
  return [
    '',
    `${heading} ${title}`,
    '',
    ...markdownTable(
      columns.map((column) => column.title),
      shown.map(cells),
    ),
    ...andMore(more + all.more, `: see ${file}`),
  ]
}

/** Lists data by account (breach notifications count people) and by network (a new network distinguishes an attack). */
function takenLines(taken: Report['taken'], { rows }: Detail): string[] {
  const partsOf = <T>(of: (each: Report['taken'][number]) => Capped<T>): Capped<T & { readonly app: string }> => ({
    shown: taken.flatMap((each) => of(each).shown.map((part) => ({ app: each.name ?? each.id, ...part }))),
    more: taken.reduce((sum, each) => sum + of(each).more, 0),
  })
  const application = { title: 'application', cell: ({ app }: { readonly app: string }) => app }
  const late = taken.flatMap(({ name, id, afterEnd }) =>
    afterEnd === undefined ? [] : [{ app: name ?? id, ...afterEnd }],
  )
  const [holders, networks] = [partsOf((each) => each.holders), partsOf((each) => each.networks)]
  const file = `evidence.csv, which lists each ${listedItems}`
  return [
    ...tableLines('Data taken, by account', holders, [application, ...holderColumns], rows, file),
    ...tableLines('Data taken, by network', networks, [application, ...networkColumns], rows, file),
    ...tableLines(
      'Data taken after access should have ended',
      capped(late, rows),
      [application, ...partColumns],
      rows,
      file,
    ),
  ]
}

/** Lists the gaps. The report contains the rules of each blind spot. */
function unknownLines({ unknowns: { shown, more }, blindSpots }: Report): string[] {
  return [
    '',
    '## Not known',
    '',
    ...shown.map((gap) => `- ${recorded(gap)}`),
    ...andMore(more, ': the filter --app limits the questions to one application'),
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
    `Created ${time(madeAt)} by consentry ${made.version} with ${thousands(made.rules)} rules (pack ${made.pack}), ${made.environment === undefined ? 'without an environment file' : `environment file ${code(made.environment)}`}: ${code(made.command, 1_000)}`,
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

function unattachedLines({ unattached: { shown, more } }: Report, detail: Detail): string[] {
  if (shown.length === 0) return []
  const sessions = sessionsOf(shown)
  const compromised = 'If an account was compromised, end its sessions:'
  return [
    '',
    '## Alerts not linked to one application',
    '',
    ...rulesLines(shown, detail),
    ...andMore(more, ' rules; see alerts.ndjson'),
    ...furtherSteps(capped([...new Set(shown.flatMap(({ response }) => response))], detail.rows)),
    ...(sessions.length === 0 ? [] : ['', compromised, '', ...stepLines(sessions)]),
  ]
}

/** The applications without their own section: readers overlook applications that a ticket omits. */
function otherAppsPart({ otherApps }: Report, detail: Detail): TicketPart {
  const { shown } = otherApps
  const named = [...new Set(shown.flatMap(rulesOf))]
  const numbers = new Map(named.map((name, i) => [name, i + 1]))
  const column = {
    title: 'rules',
    cell: (row: AppRow) =>
      rulesOf(row)
        .map((name) => numbers.get(name))
        .join(', '),
  }
  return {
    lines: [
      ...tableLines(
        'Further applications with alerts',
        otherApps,
        [...rowColumns, column],
        shown.length,
        'alerts.ndjson',
      ),
      ...(named.length === 0 ? [] : ['', 'Rules in this table:', '']),
      ...named.map((name, i) => `${i + 1}. ${recorded(name)}`),
    ],
    more: shown
      .filter(isSevere)
      .flatMap(({ name, id, rules }) => [
        ...['', `${recorded(name ?? id, limits.name)} (${code(id)}):`, ''],
        ...rulesLines(rules.shown.filter(isSevere), detail),
      ]),
  }
}

/** The names of all rules with alerts on an application. */
const rulesOf = ({ rules: { shown } }: AppRow): string[] => [
  ...new Set(shown.flatMap(({ name, also }) => [name, ...also])),
]

/** The rules with alerts only on applications that the report does not list. */
function furtherRuleLines({ rules, apps, otherApps, unattached }: Report): string[] {
  const ofApps = [...apps.shown, ...otherApps.shown].flatMap((row) => row.rules.shown)
  const listed = new Set([...ofApps, ...unattached.shown].map(({ id }) => id))
  const further = rules.filter(({ id }) => !listed.has(id))
  return further.length === 0
    ? []
    : [
        '',
        'Further rules with alerts (see alerts.ndjson):',
        '',
        ...further.map(
          ({ severity, name, alerts }) => `- **${severity}** ${recorded(name)}: ${count(alerts, 'alert')}`,
        ),
      ]
}

/** The lines of rules. Without room for reasons, a rule that joined several alerts is named once. */
function rulesLines(rules: readonly RuleAlerts[], detail: Detail): string[] {
  const named = new Set(rules.map(({ name }) => name))
  return rules.flatMap((rule) => ruleLines(rule, detail, named))
}

function ruleLines(rule: RuleAlerts, detail: Detail, named: Set<string>): string[] {
  const { name, severity, count: times, first, last, also } = rule
  const when = times === 1 ? time(first) : `${thousands(times)} times, ${time(first)} to ${time(last)}`
  const most = isSevere(rule) ? detail.reasons.severe : detail.reasons.other
  const reasons = most === 0 ? [] : reasonsOf(rule, { ...detail.reasons, characters: detail.reason })
  const lines = reasons.map((reason) => `  - ${recorded(reason, limits.sentence + limits.name)}`)
  // A reason ends with the other rules on its act, so that they are missing in a cut reason.
  const others = also
    .filter((other) => most > 0 || !named.has(other))
    .map((other) => recorded(other))
    .filter((other) => !lines.some((line) => line.includes(other)))
  for (const other of also) named.add(other)
  return [
    `- **${severity}** ${recorded(name)}: ${when}${doubtOf(rule)}${others.length === 0 ? '' : `; also reported by: ${others.join(', ')}`}`,
    ...lines,
  ]
}

function furtherSteps({ shown, more }: Capped<string>, cause?: string): string[] {
  if (shown.length === 0) return []
  return [
    '',
    `Further steps${cause === undefined ? '' : ` after ${recorded(cause)}`}:`,
    '',
    ...shown.map((step) => `- ${recorded(step)}`),
    ...andMore(more, ' in the HTML report'),
  ]
}

/** Renders an application with all its rules that alert. The containment commands are long and may be omitted. */
function appPart(card: AppCard, detail: Detail): TicketPart {
  const { number, name, id, idKind, severity, lead, rules, containment, alerts, taken } = card
  const lines = [
    '',
    `## ${number}. ${recorded(name ?? id, limits.name)} (${severity}, ${count(alerts, 'alert')})`,
    '',
    `${idKind}: ${code(id)}. ${lead.map((sentence) => recorded(sentence, detail.lead)).join(' ')}`,
    ...(taken === undefined ? [] : ['', `**Data taken:** ${recorded(takenInWords(taken))}.`]),
    ...tableLines('Keys', card.keys, keyColumns, detail.rows, 'indicators.csv', '###'),
    ...(card.keys.shown.length > 0 ? ['', '### Alerts'] : []),
    '',
    ...rulesLines(rules.shown, detail),
    ...andMore(rules.more, ' rules; see alerts.ndjson'),
  ]
  if (containment === undefined) return { lines }
  const { steps, breaks, response, gaps } = containment
  if (steps.shown.length === 0) return { lines: [...lines, '', recorded(breaks.join(' '))] }
  const uncovered = uncoveredLines(gaps)
  return {
    lines,
    more: [
      '',
      `${recorded(breaks.join(' '))} To revoke the access:`,
      '',
      ...stepLines(steps.shown),
      ...andMore(steps.more, ` steps: ${commandsOf(card)}`),
      ...uncovered,
      ...response.shown.flatMap(({ cause, steps: some }) => furtherSteps(capped(some, limits.steps), cause)),
    ],
    instead: ['', `To revoke the access: ${commandsOf(card)}`, ...uncovered],
  }
}

const stepLines = (steps: readonly Step[]): string[] =>
  stepParts(steps).flatMap(({ heading, steps: some }, i) => [
    ...(heading === '' ? [] : [...(i === 0 ? [] : ['']), `**${heading}:**`, '']),
    ...some.flatMap(({ what, command }) => [`- ${recorded(what)}`, `  ${code(command, 1_000)}`]),
  ])

const uncoveredLines = ({ shown, more }: Capped<string>): string[] => [
  ...(shown.length === 0 ? [] : ['', 'The commands do not cover:', '']),
  ...shown.map((gap) => `- ${recorded(gap)}`),
  ...andMore(more, ' in the HTML report'),
]

function acceptedPart({ accepted: { rows, steps, gaps } }: Report, detail: Detail): TicketPart {
  const uncovered = uncoveredLines(gaps)
  const withCommands = (...lines: string[]) => [...(steps.length === 0 ? [] : ['', ...lines]), ...uncovered]
  return {
    lines: tableLines('Accepted passwords', rows, acceptedColumns, detail.rows, 'timeline.csv'),
    ...(rows.shown.length > 0 && {
      more: withCommands('To reset the passwords and end the sessions:', '', ...stepLines(steps)),
      instead: withCommands('The HTML report contains the commands that reset the passwords and end the sessions.'),
    }),
  }
}

const commandsOf = (card: AppCard): string => code(commandOn('contain', card))
