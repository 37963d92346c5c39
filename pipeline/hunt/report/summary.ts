// The findings in plain words, for who reads one paragraph.
import type { HuntSummary } from '../hunt.ts'
import { cut } from './kept.ts'
import type { AppRow, BySeverity, Summary } from './model.ts'
import { count, list, thousands } from './words.ts'

const named = 3
/** A sentence must not be filled by one name. */
const longestName = 60

/** Alerts by severity, with a zero where there are none. */
function bySeverityOf({ alerts }: HuntSummary): BySeverity {
  const { critical = 0, high = 0, medium = 0, low = 0 } = alerts.bySeverity
  return { critical, high, medium, low }
}

/**
 * Sums up a hunt. The figures are those of the hunt's own summary; `rows` are the applications that alerts are about,
 * `detached` alerts are about none, and `uncounted` ones about applications that found no place in the report.
 */
export function summarize(
  summary: HuntSummary,
  rows: readonly AppRow[],
  { detached, uncounted }: { readonly detached: number; readonly uncounted: number },
): Summary {
  const { total, unsettled, byRule } = summary.alerts
  const bySeverity = bySeverityOf(summary)
  const standing = rows.filter((row) => row.standing > 0)
  const { unread } = summary
  const base = { alerts: total, unsettled, bySeverity, apps: rows.length, standing: standing.length }
  if (unread?.nothing === true)
    return {
      ...base,
      sentences: ['No rule judged anything.', 'This report says nothing about what happened in the tenant.'],
    }
  if (total === 0)
    return {
      ...base,
      sentences: [
        unread === undefined ? 'No rule alerted on these records.' : 'No rule alerted on the part that was read.',
        'That is no proof that nothing happened: see below what the rules could not see, and look through the applications that need a look.',
      ],
    }
  const severities = (['critical', 'high', 'medium', 'low'] as const).filter((severity) => bySeverity[severity] > 0)
  const parts = severities.map((severity) => `${thousands(bySeverity[severity])} ${severity}`)
  return {
    ...base,
    sentences: [
      `${count(byRule.length, 'rule')} raised ${count(total, 'alert')}: ${list(parts)}.`,
      ...behind(rows),
      ...(detached === 0 ? [] : [aboutNothing(detached, total)]),
      ...(rows.length === 0 ? [] : [stillOpen(rows, standing)]),
      ...(uncounted === 0
        ? []
        : [`${count(uncounted, 'alert')} more are about still other applications: see alerts.ndjson.`]),
      ...(unsettled === 0
        ? []
        : [
            `${thousands(unsettled)} of the alerts ${unsettled === 1 ? 'says' : 'say'} that something is new, in a history too short to know.`,
          ]),
    ],
  }
}

function behind(rows: readonly AppRow[]): string[] {
  if (rows.length === 0) return []
  const alerts = rows.reduce((sum, row) => sum + row.alerts, 0)
  const names = rows.slice(0, named).map(({ name, id }) => cut(name ?? id, longestName))
  const which = rows.length > names.length ? `, first of all ${list(names)}` : `: ${list(names)}`
  return [
    `${count(alerts, 'alert')} ${alerts === 1 ? 'is' : 'are'} about ${count(rows.length, 'application')}${which}.`,
  ]
}

/** Policies, roles and accounts are no applications. */
function aboutNothing(detached: number, total: number): string {
  if (detached === total) return 'None of them is about a single application: see what they have in common below.'
  return `${count(detached, 'alert')} ${detached === 1 ? 'is' : 'are'} about no single application, but about policies, accounts or several applications.`
}

function stillOpen(rows: readonly AppRow[], standing: readonly AppRow[]): string {
  if (standing.length === 0) return 'None of these applications holds a grant at the end of the records.'
  if (rows.length === 1) return 'It still holds a grant at the end of the records: the access is open.'
  const all =
    standing.length === rows.length ? 'All these applications' : `${thousands(standing.length)} of these applications`
  return `${all} still ${standing.length === 1 ? 'holds' : 'hold'} grants at the end of the records: that access is open.`
}
