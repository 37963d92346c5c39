// The output of a hunt: each application with alerts, the most severe first, then the figures and the next steps.
import { join } from 'node:path'
import { compareSeverity } from '../../rules/lib/rule.ts'
import { time } from '../entity-store/age.ts'
import { redactedFolder } from '../framing/earlier-results.ts'
import { takenInWords } from '../hunt/evidence/data-taken.ts'
import type { HuntSummary } from '../hunt/hunt.ts'
import { keyInWords } from '../hunt/report/keys.ts'
import { type Capped, capped } from '../hunt/report/limits.ts'
import type { AppRow, Report, RuleAlerts } from '../hunt/report/model.ts'
import { gravestOf, similarApps, similarInWords } from '../hunt/report/statements.ts'
import { emptyInput, filteredView } from '../hunt/report/summary.ts'
import { count, daysOf, doubtOf, futureInWords, list, reasonsOf, shortList } from '../hunt/report/words.ts'
import { didNotEnd, stillHasAccess } from '../review/ended.ts'
import type { ReviewedApp } from '../review/review.ts'
import { openRoles, openRolesInWords, rightsInWords } from '../review/rights.ts'
import { isHtml } from './hunt-report.ts'
import { nextSteps } from './next-steps.ts'
import { printable, severityText, styled, table, tableWidth, usesColor } from './terminal.ts'
import { leftOut, unreadLines } from './unread.ts'

/** Alerts are shown for at least this many applications, and for every critical or high one. Each other application gets one line. */
const leastApps = 3
const mostUnknowns = 3

function counts(record: Readonly<Partial<Record<string, number>>>): string {
  const entries = Object.entries(record)
  return entries.length === 0 ? 'none' : entries.map(([key, number]) => `${key} ${number}`).join(', ')
}

export interface HuntText {
  readonly summary: HuntSummary
  readonly report: Report
  /** The inputs of the hunt, as given on the command line. */
  readonly inputs: readonly string[]
  /** The options that commands on the same inputs need. */
  readonly options: readonly string[]
  /** The application of `--app`, in each of its tenants. */
  readonly asked: readonly ReviewedApp[]
  /** The account of `--account`, as entered; absent if no record shows an application of this account. */
  readonly account?: string | undefined
  /** The folder of the results, and the reports. */
  readonly folder: string
  readonly reports: readonly string[]
  readonly approvals: {
    /** Approvals that suppressed no match. */
    readonly idle: readonly string[]
    /** The other approvals, with the number of rule matches that each one suppressed. */
    readonly quieted: readonly { readonly name: string; readonly events: number }[]
  }
  readonly redacted: boolean
  /** The step for filters that hide all alerts. */
  readonly wider?: string
  readonly verbose: boolean
}

export function printHunt(text: HuntText): void {
  const { summary, report } = text
  const color = usesColor(process.stdout)
  const { unread } = summary
  if (unread !== undefined) {
    const [headline, ...lines] = unreadLines(unread) as [string, ...string[]]
    console.log([styled(headline, ['bold', 'red'], color), ...lines, ''].join('\n'))
  }
  const empty = emptyInput(summary)
  if (empty.length > 0) {
    console.log([...[...filteredView(summary.view), ...empty].map(printable), ...nextSteps(text)].join('\n'))
    return
  }
  const { shown: rows, more } = report.otherApps
  const apps = [...report.apps.shown, ...rows]
  const { verbose } = text
  const isInFull = ({ severity }: AppRow, i: number) =>
    verbose || i < leastApps || compareSeverity(severity, 'high') >= 0
  const elsewhere = `${text.reports.find(isHtml) ?? 'alerts.ndjson'}; --verbose prints them`
  const others = apps.filter((app, i) => !isInFull(app, i))
  // The groups are in order of severity.
  const loose = { ...report.unattached }
  const printLoose = (below?: AppRow) => {
    const [gravest] = loose.shown
    if (gravest === undefined || (below !== undefined && compareSeverity(below.severity, gravest.severity) >= 0)) return
    console.log(
      `${styled('Alerts not linked to one application', 'bold', color)}\n${alertTable(loose, color, verbose)}\n`,
    )
    loose.shown = []
  }
  const inFull = apps.filter(isInFull)
  for (const [app, ...copies] of verbose ? inFull.map((each) => [each] as const) : similarApps(inFull)) {
    printLoose(app)
    console.log(
      `${heading(app, color)}\n${alertTable({ ...app.rules, shown: inOrderOfTime(app.rules.shown) }, color, verbose)}\n`,
    )
    if (copies.length > 0)
      console.log(
        [
          similarInWords(copies),
          ...copies.map((copy) => `    ${title(copy, color)}${gravestInWords(copy)}${reasonInWords(copy)}`),
          `for the details of their other alerts, see ${elsewhere}`,
          '',
        ].join('\n'),
      )
  }
  printLoose(others[0])
  if (others.length > 0)
    console.log(
      [
        ...others.map((app) => heading(app, color, gravestInWords(app))),
        `for the details of the alerts of ${count(others.length, 'more application')}, see ${elsewhere}`,
        '',
      ].join('\n'),
    )
  if (more > 0) console.log(`and ${count(more, 'more application')}: see alerts.ndjson\n`)
  for (const { name, id, isOutside, ...taken } of report.taken)
    if (isOutside)
      console.log(
        `${styled(printable(name === undefined ? id : `${name} (${id})`), 'bold', color)}: no alert matches the filters\n    data taken: ${printable(takenInWords(taken))}\n`,
      )
  printLoose()
  for (const sentence of report.summary.connections) console.log(`${styled(printable(sentence), 'bold', color)}\n`)
  if (report.unknowns.shown.length > 0) console.log(unknownLines(report.unknowns, elsewhere, verbose).join('\n'))
  console.log([...figures(text, color), ...nextSteps(text)].join('\n'))
}

function unknownLines({ shown: all, more: rest }: Capped<string>, elsewhere: string, verbose: boolean): string[] {
  const { shown, more } = capped(all, verbose ? all.length : mostUnknowns)
  return [
    'not known',
    ...shown.map((gap) => `  - ${printable(gap)}`),
    ...(more > 0 ? [`  and ${count(more + rest, 'more question')}: see ${elsewhere}`] : []),
    ...(more === 0 && rest > 0
      ? [`  and ${count(rest, 'more question')}: --app limits the questions to one application`]
      : []),
    '',
  ]
}

function title(app: AppRow, color: boolean): string {
  const { name, id, severity, alerts, first, last } = app
  const what = styled(
    printable(name === undefined ? id : name.startsWith(id) ? name : `${name} (${id})`),
    'bold',
    color,
  )
  return `${what}: ${severityText(severity, color)}, ${count(alerts, 'alert')}, ${daysOf(first, last)}, ${openAccess(app)}`
}

/** The time and the rule of the most severe alert. */
function gravestInWords(app: AppRow): string {
  const gravest = gravestOf(app)
  return gravest === undefined ? '' : `; ${time(gravest.first)} ${gravest.name}`
}

/** The first reason of the most severe rule, on its own line. */
function reasonInWords(app: AppRow): string {
  const reason = gravestOf(app)?.reasons.shown[0]?.text
  return reason === undefined ? '' : `\n        ${printable(reason)}`
}

function heading(row: AppRow, color: boolean, more = ''): string {
  const { app, suspicion = '', attempts = '', keys } = row
  const rights = app === undefined ? [] : rightsInWords(app)
  const lines = [suspicion, ...rights, ...keys.shown.flatMap((key) => keyInWords(key) ?? []), attempts].filter(
    (line) => line !== '',
  )
  const taken = row.taken === undefined ? '' : `\n    data taken: ${printable(takenInWords(row.taken))}`
  return `${title(row, color)}${more}${taken}${lines.map((line) => `\n    ${printable(line)}`).join('')}`
}

/** An application without a grant in the records may hold an older grant. */
function openAccess({
  standing,
  granted,
  needsNoGrant,
  ended,
  app,
  late,
}: Pick<AppRow, 'standing' | 'granted' | 'needsNoGrant' | 'ended' | 'app' | 'late'>): string {
  if (stillHasAccess(late)) return `${ended === undefined ? '' : `is ${ended}, but its `}${didNotEnd}`
  if (ended !== undefined) return `is ${ended}`
  if (needsNoGrant) return 'works without a grant'
  if (standing > 0 && app !== undefined && standing === openRoles(app).length) return openRolesInWords(app)
  if (standing > 0) return `still holds ${count(standing, 'grant')}`
  return granted > 0 ? 'no longer holds a grant' : 'no grant in the records'
}

const inOrderOfTime = (rules: readonly RuleAlerts[]): RuleAlerts[] =>
  [...rules].sort((a, b) => (a.first < b.first ? -1 : 1))

/** The alerts of a group, with the alerts of each rule on one line. */
function alertTable({ shown, more }: Capped<RuleAlerts>, color: boolean, verbose: boolean): string {
  const most = verbose ? { severe: Number.POSITIVE_INFINITY, other: Number.POSITIVE_INFINITY } : {}
  const rules = table(
    shown,
    [
      { title: 'TIME', width: 20, text: ({ first }) => time(first) },
      {
        title: 'SEVERITY',
        width: 8,
        text: ({ severity }) => severity,
        style: (cell, { severity }) => cell.replace(severity, severityText(severity, color)),
      },
      { title: 'RULE', width: 200, text: (rule) => `${rule.name}${marks(rule)}` },
    ],
    { width: tableWidth(process.stdout), below: (rule) => reasonsOf(rule, most), whole: true },
  )
  return more === 0 ? rules : `${rules}\nand ${count(more, 'more rule')}: see alerts.ndjson`
}

function marks(rule: RuleAlerts): string {
  const { count: alerts, last } = rule
  return `${alerts === 1 ? '' : `, ${alerts} alerts, the last ${time(last)}`}${doubtOf(rule)}`
}

function figures(text: HuntText, color: boolean): string[] {
  const { summary, report, folder, reports, approvals, redacted, verbose } = text
  const { blindRules: blind } = report
  const { total, bySeverity, unsettled } = summary.alerts
  const unusable = Object.keys(summary.deadLetters).length > 0
  const alerts = `${styled(String(total), 'bold', color)}${total > 0 ? `: ${counts(bySeverity)}` : ''}`
  const provisional =
    unsettled === 0
      ? ''
      : `; ${unsettled} provisional: the history before ${unsettled === 1 ? 'it' : 'them'} is too short`
  return [
    ...filteredView(summary.view, total).map((sentence) => styled(printable(sentence), 'bold', color)),
    `records       ${summary.records} (lines, rows or elements of arrays)`,
    ...leftOut(summary.earlierResults),
    ...periodOf(summary),
    `documents     ${counts(summary.documents)}`,
    ...(summary.duplicates > 0
      ? [`duplicates    ${count(summary.duplicates, 'document')} repeated in the input, stored once`]
      : []),
    `dead letters  ${counts(summary.deadLetters)}${unusable ? ' (reasons and places: dead-letters.ndjson)' : ''}`,
    `alerts        ${summary.unread?.nothing === true ? 'none, because no record was evaluated' : `${alerts}${provisional}${summary.unread === undefined || total > 0 ? '' : ' in the records that were read'}`}`,
    ...(summary.shortHistory.length > 0
      ? [
          `history       too short for ${shortList(summary.shortHistory)} to detect new behavior reliably: include at least 14 days of ${summary.shortHistory.length === 1 ? 'this log' : 'these logs'} before the period of interest`,
        ]
      : []),
    ...(blind > 0
      ? [
          `blind spots   ${count(blind, 'rule')} ${blind === 1 ? 'has no records that it can match' : 'have no records that they can match'}${verbose ? ':' : ' (--verbose lists them)'}`,
        ]
      : []),
    ...(verbose ? report.blindSpots.flatMap(blindSpot) : []),
    ...approvalLines(approvals, verbose),
    `results       ${join(folder, 'documents.ndjson')}, alerts.ndjson, dead-letters.ndjson, evidence.csv (data taken), timeline.csv, timeline.jsonl, indicators.csv`,
    ...(redacted
      ? [
          `redacted      ${join(folder, redactedFolder)} (copies to share; all other files still contain the names, and the copies still contain addresses and devices)`,
        ]
      : []),
    ...reports.map((path) => `report        ${path}`),
  ]
}

/** Formats the period of all events, including events that filters hide. */
function periodOf({ firstEvent, lastEvent, futureEvent, lastInventory, view }: HuntSummary): string[] {
  return [
    ...(firstEvent === undefined || lastEvent === undefined
      ? []
      : [
          `period        ${time(firstEvent)} to ${time(lastEvent)}${view === undefined ? '' : ' (all records, also those left out)'}`,
        ]),
    ...(futureEvent === undefined ? [] : [`warning       ${futureInWords(futureEvent)}`]),
    ...(lastInventory === undefined ? [] : [`inventory     of ${time(lastInventory)}`]),
  ]
}

/** Lists the effect of approvals, so that nobody mistakes a suppressed application for an inactive one. */
function approvalLines({ idle, quieted }: HuntText['approvals'], verbose: boolean): string[] {
  const shown = verbose ? quieted : quieted.slice(0, 3)
  const names = shown.map(({ name, events }) => `${printable(name)} (${events})`)
  const more = quieted.length > shown.length ? ` and ${quieted.length - shown.length} more` : ''
  return [
    ...(quieted.length === 0
      ? []
      : [`approvals     excluded rule matches (several can form one alert): ${names.join(', ')}${more}`]),
    ...(idle.length === 0
      ? []
      : [
          `approvals     ${idle.length} had no effect${verbose ? `: ${list(idle.map(printable))}` : ' (--verbose lists them)'}`,
        ]),
  ]
}

function blindSpot({ what, detail, todo }: Report['blindSpots'][number]): string[] {
  const below = [...detail, ...(todo === undefined ? [] : [`→ ${todo}`])].map((line) => `    ${printable(line)}`)
  return [printable(what), ...below].map((line) => `              ${line}`)
}
