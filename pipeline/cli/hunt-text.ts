// What a hunt prints.
import { join } from 'node:path'
import type { Alert } from '../../rules/lib/alert.ts'
import type { HuntSummary } from '../hunt/hunt.ts'
import { severityText, styled, table, tableWidth, usesColour } from './terminal.ts'
import { unreadLines } from './unread.ts'

function counts(record: Readonly<Partial<Record<string, number>>>): string {
  const entries = Object.entries(record)
  return entries.length === 0 ? 'none' : entries.map(([key, count]) => `${key} ${count}`).join(', ')
}

/** Prints the alerts, the figures of a hunt, and where its results are. */
export function printSummary(
  summary: HuntSummary,
  alerts: readonly Alert[],
  folder: string,
  reports: readonly string[],
): void {
  const colour = usesColour(process.stdout)
  const { unread } = summary
  if (unread !== undefined) {
    const [headline, ...lines] = unreadLines(unread) as [string, ...string[]]
    console.log([styled(headline, ['bold', 'red'], colour), ...lines, ''].join('\n'))
  }
  if (alerts.length > 0) {
    console.log(
      table(
        alerts,
        [
          { title: 'TIME', width: 20, text: (alert) => alert['@timestamp'].replace(/\.\d+Z$/, 'Z') },
          {
            title: 'SEVERITY',
            width: 8,
            text: (alert) => alert.severity,
            style: (cell, alert) => cell.replace(alert.severity, severityText(alert.severity, colour)),
          },
          { title: 'RULE', width: 72, text: (alert) => alert.rule.name },
          {
            title: 'APP',
            width: 28,
            text: (alert) => alert.oauth?.app?.name ?? alert.oauth?.app?.id ?? alert.oauth?.app?.object_id ?? '-',
          },
          {
            title: 'ACCOUNT',
            width: 32,
            text: (alert) => alert.oauth?.account?.name ?? alert.user?.email ?? alert.user?.id ?? '-',
          },
        ],
        { width: tableWidth(process.stdout), below: (alert) => alert.reason },
      ),
    )
    const more = summary.alerts.total - summary.alerts.unsettled - alerts.length
    if (more > 0) console.log(`… and ${more} more in alerts.ndjson`)
    console.log()
  }
  const period = summary.firstEvent === undefined ? '' : ` (${summary.firstEvent} to ${summary.lastEvent})`
  console.log(`records       ${summary.records}`)
  console.log(`documents     ${counts(summary.documents)}${period}`)
  if (summary.duplicates > 0) console.log(`duplicates    ${summary.duplicates} (read more than once, kept once)`)
  const unusable = Object.keys(summary.deadLetters).length > 0
  console.log(`dead letters  ${counts(summary.deadLetters)}${unusable ? ' (why and where: dead-letters.ndjson)' : ''}`)
  if (unread?.nothing === true) console.log('alerts        none, because nothing was judged')
  else
    console.log(
      `alerts        ${styled(String(summary.alerts.total), 'bold', colour)}${summary.alerts.total > 0 ? `: ${counts(summary.alerts.bySeverity)}` : ''}`,
    )
  const { unsettled } = summary.alerts
  if (unsettled > 0)
    console.log(
      `              ${unsettled} of them ${unsettled === 1 ? 'says' : 'say'} that something is new, in a history too short to know; see "settled": false in alerts.ndjson`,
    )
  console.log(`written to    ${join(folder, 'documents.ndjson')}, alerts.ndjson, dead-letters.ndjson`)
  for (const report of reports) console.log(`report        ${report}`)
}
