// The findings in plain words, for readers of only one paragraph.
import { time } from '../../entity-store/age.ts'
import { stillHasAccess } from '../../review/ended.ts'
import type { HuntSummary } from '../hunt.ts'
import { labelsOf } from './app-facts.ts'
import { cut } from './kept.ts'
import type { AppRow, BySeverity, Summary } from './model.ts'
import { gravestFirst, noAlerts } from './tallies.ts'
import { count, list, shortList, thousands } from './words.ts'

const named = 3
/** One name must not fill a sentence. */
const longestName = 60

/**
 * Sums up a hunt with the figures of its summary. `rows`: applications of alerts; `detached`: alerts about none;
 * `outside`: applications with data taken and only hidden alerts; `uncounted`: alerts on applications left out.
 */
export function summarize(
  summary: HuntSummary,
  rows: readonly AppRow[],
  {
    detached,
    uncounted,
    outside,
    connections,
    approved = [],
  }: {
    readonly detached: number
    readonly uncounted: number
    readonly outside: number
    readonly connections: readonly string[]
    readonly approved?: readonly ApprovedApp[]
  },
): Summary {
  const { total, unsettled, byRule } = summary.alerts
  const bySeverity: BySeverity = { ...noAlerts(), ...summary.alerts.bySeverity }
  const standing = rows.filter((row) => row.standing > 0)
  const { unread } = summary
  const notEnded = rows.filter(({ late }) => stillHasAccess(late)).length
  const open = { standing: standing.length, notEnded }
  const base = { alerts: total, unsettled, bySeverity, apps: rows.length, ...open, connections }
  if (unread?.nothing === true)
    return {
      ...base,
      sentences: ['No record was evaluated.', 'This report makes no statement about the tenant.'],
    }
  const empty = emptyInput(summary)
  if (empty.length > 0) return { ...base, connections: [], sentences: [...filteredView(summary.view), ...empty] }
  const narrowed = [...filteredView(summary.view, total), ...usedOutside(outside), ...leftOut(approved)]
  if (total === 0)
    return {
      ...base,
      sentences: [
        ...narrowed,
        summary.view !== undefined
          ? 'No alert matches the filters.'
          : unread === undefined
            ? 'No rule raised an alert on these records.'
            : 'No rule raised an alert on the records that were read.',
        ...connections,
        ...history(summary),
        'This is no proof that nothing happened: check the blind spots of the rules and review the applications below.',
      ],
    }
  const severities = gravestFirst.filter((severity) => bySeverity[severity] > 0)
  const parts = severities.map((severity) => `${thousands(bySeverity[severity])} ${severity}`)
  return {
    ...base,
    sentences: [
      ...narrowed,
      `${count(byRule.length, 'rule')} raised ${count(total, 'alert')}: ${list(parts)}.`,
      ...behind(rows),
      ...connections,
      ...(detached === 0 ? [] : [aboutNothing(detached, total)]),
      ...(rows.every(({ needsNoGrant }) => needsNoGrant) ? [] : [stillOpen(rows, standing)]),
      ...withoutGrant(rows),
      ...(uncounted === 0 ? [] : [`${count(uncounted, 'alert')} on further applications: see alerts.ndjson.`]),
      ...history(summary),
    ],
  }
}

function history({ shortHistory, alerts: { unsettled } }: HuntSummary): string[] {
  const provisional = `${count(unsettled, 'alert')} on new behavior ${unsettled === 1 ? 'is' : 'are'} provisional`
  if (shortHistory.length === 0)
    return unsettled === 0
      ? []
      : [`${provisional}: the history before ${unsettled === 1 ? 'it' : 'them'} is too short.`]
  return [
    `The history of ${shortList(shortHistory)} is too short to detect new behavior reliably${unsettled === 0 ? '' : `, and ${provisional}`}.`,
    `Include at least 14 days of ${shortHistory.length === 1 ? 'this log' : 'these logs'} before the period of interest.`,
  ]
}

/** Returns the first sentence of a filtered report: a reader must not mistake a part for the whole. */
export function filteredView(view: HuntSummary['view'], shown = 0): string[] {
  if (view === undefined || view.hiddenDocuments + view.hiddenAlerts === 0) return []
  const { filters, hiddenDocuments, hiddenAlerts } = view
  return [
    `This is a filtered view (${filters.join(', ')}): it leaves out ${count(hiddenAlerts, 'alert')} and ${count(hiddenDocuments, 'document')}.`,
    ...(hiddenAlerts > 0 && shown > 0
      ? ['Each application has the severity of its most severe alert in this view.']
      : []),
  ]
}

/** States that the collection or the filtered period has no records: nothing else is known about it. */
export function emptyInput({ view, records, unread, documents, firstEvent, lastEvent }: HuntSummary): string[] {
  if (records === 0 && unread === undefined) return ['The collection is complete and has no records.']
  if (view === undefined || firstEvent === undefined || lastEvent === undefined) return []
  const { since, until } = view.period
  const isOutside = (since !== undefined && since > lastEvent) || (until !== undefined && until <= firstEvent)
  const isOnlyFilter = view.filters.length === Object.keys(view.period).length
  if (!isOutside && !(isOnlyFilter && Object.keys(documents).length === 0)) return []
  return [`The input has no records for this period: its records are from ${time(firstEvent)} to ${time(lastEvent)}.`]
}

/** An approved application, with the rule matches that its approval excluded. */
export interface ApprovedApp {
  readonly name: string
  readonly events: number
}

/** Lists approved applications: a reader must not conclude that an application without alerts did nothing. */
function leftOut(approved: readonly ApprovedApp[]): string[] {
  if (approved.length === 0) return []
  const names = approved.map(({ name, events }) => `${cut(name, longestName)} (${thousands(events)})`)
  return [`Approvals excluded rule matches (several can form one alert): ${shortList(names, named)}.`]
}

/** Mentions applications with alerts outside the filters: they still matter if they used data in this view. */
function usedOutside(apps: number): string[] {
  return apps === 0
    ? []
    : [`${count(apps, 'application')} with alerts outside the filters used data in this view: see the data taken.`]
}

function behind(rows: readonly AppRow[]): string[] {
  if (rows.length === 0) return []
  const alerts = rows.reduce((sum, row) => sum + row.alerts, 0)
  const labelOf = labelsOf(rows)
  const names = rows.slice(0, named).map((row) => cut(labelOf(row), longestName))
  const which = rows.length > names.length ? `, including ${list(names)}` : `: ${list(names)}`
  return [
    `${count(alerts, 'alert')} ${alerts === 1 ? 'concerns' : 'concern'} ${count(rows.length, 'application')}${which}.`,
  ]
}

/** Policies, roles and accounts are not applications. */
function aboutNothing(detached: number, total: number): string {
  if (detached === total) return 'No alert concerns a single application: see the list of alerts below.'
  return `${count(detached, 'alert')} ${detached === 1 ? 'concerns' : 'concern'} policies, accounts or several applications.`
}

/** The records of each tenant and vendor end at their own time: the state of an application later is unknown. */
function atTheEnd(rows: readonly AppRow[]): string {
  const [first, ...later] = [...new Set(rows.flatMap(({ until }) => until?.slice(0, 10) ?? []))].sort()
  if (first === undefined) return 'at the end of the records'
  const last = later.at(-1)
  return `at the end of ${rows.length === 1 ? 'its' : 'their'} records (${last === undefined ? first : `${first} to ${last}`})`
}

/** A reader must not conclude that the access ended with the grants. */
function stillUsed(rows: readonly AppRow[]): string {
  const open = rows.filter(({ ended, late }) => ended === undefined && stillHasAccess(late)).length
  return open === 0 ? '' : `, but the access of ${count(open, 'application')} did not end`
}

function stillOpen(rows: readonly AppRow[], standing: readonly AppRow[]): string {
  const ended = rows.filter((row) => row.ended !== undefined)
  const [only] = ended
  if (rows.length === 1 && only !== undefined)
    return `The application is ${only.ended} ${atTheEnd([only])}${stillHasAccess(only.late) ? '' : ': it gets no new tokens'}.`
  if (rows.length === 1 && standing.length === 1)
    return `The application still has an active grant ${atTheEnd(rows)}: its access is open.`
  const all =
    standing.length === rows.length
      ? 'All applications with alerts'
      : `${thousands(standing.length)} of the applications with alerts`
  const open =
    standing.length === 0 && rows.every(({ granted }) => granted === 0)
      ? rows.every(({ isNew }) => isNew)
        ? 'The applications with alerts were registered in these records, which contain no successful grant to them.'
        : 'The records contain no grants to the applications with alerts: their access may be older than the records.'
      : standing.length === 0
        ? `No application with alerts has an active grant ${atTheEnd(rows)}${stillUsed(rows)}.`
        : `${all} still ${standing.length === 1 ? 'has' : 'have'} active grants ${atTheEnd(standing)}: this access is open.`
  const states = [...new Set(ended.map((row) => row.ended))].join(' or ')
  const tokens = ended.some(({ late }) => stillHasAccess(late))
    ? ''
    : ` and ${ended.length === 1 ? 'gets' : 'get'} no new tokens`
  return ended.length === 0
    ? open
    : `${open} ${count(ended.length, 'application')} ${ended.length === 1 ? 'is' : 'are'} ${states}${tokens}.`
}

/** Mentions clients that work without a grant: a reader must not conclude that zero active grants mean no access. */
function withoutGrant(rows: readonly AppRow[]): string[] {
  const clients = rows.filter(({ needsNoGrant }) => needsNoGrant).length
  return clients === 0
    ? []
    : [
        `${count(clients, 'client')} of the vendor ${clients === 1 ? 'works' : 'work'} without a grant: the access lasts until the sessions end, and a registered device can start new sessions.`,
      ]
}
