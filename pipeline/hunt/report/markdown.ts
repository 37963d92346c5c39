// The short report, as Markdown: for a ticket. The HTML report contains more.

import type { Unread } from '../../decode/readability.ts'
import { inertCode, inertProse, markdownTable } from '../../safe-output/inert-markdown.ts'
import { cut } from './kept.ts'
import { limits } from './limits.ts'
import type { AppCard, Report, RuleAlerts } from './model.ts'
import { count, list, size, thousands, time } from './words.ts'

/** A sentence that may quote records. */
const recorded = (text: string, most: number = limits.sentence): string => inertProse(cut(text, most))

/** An id, an address, a command: to be copied. */
const code = (text: string, most: number = limits.id): string => inertCode(cut(text, most))

const andMore = (more: number, where: string): string[] => (more > 0 ? ['', `and ${thousands(more)} more${where}`] : [])

/** A report as Markdown (CommonMark with tables). */
export function renderMarkdown(report: Report): string {
  const { read, summary, accounts, indicators, blindSpots, made, madeAt, apps, otherApps } = report
  const span = read.firstEvent === undefined ? '' : `, ${time(read.firstEvent)} to ${time(read.lastEvent ?? '')}`
  const letters = read.deadLetters.map(({ code: name, count: number }) => `${name} ${thousands(number)}`)
  const lines = [
    `# ${read.unread?.nothing === true ? recorded(read.unread.headline) : 'Hunt for OAuth application abuse'}`,
    '',
    ...(read.unread === undefined ? [] : unreadLines(read.unread)),
    `${count(read.records, 'record')}${span}; ${letters.length === 0 ? 'all records usable' : `not usable: ${list(letters)}`}. Times are in UTC.`,
    '',
    summary.sentences.map((sentence) => recorded(sentence)).join(' '),
    ...apps.shown.flatMap(appLines),
    ...otherAppLines(otherApps),
    ...unattachedLines(report.unattached),
    ...(report.taken.length === 0
      ? []
      : [
          '',
          '## Data taken',
          '',
          ...markdownTable(
            [
              'application',
              'accounts',
              'mailboxes',
              'messages',
              'synced folders',
              'files',
              'chats',
              'API calls',
              'size',
              'first',
              'last',
            ],
            report.taken.map(
              ({ name, id, accounts, mailboxes, messages, folders, files, chats, calls, bytes, first, last }) => [
                recorded(name ?? id, limits.name),
                ...[accounts, mailboxes, messages, folders, files, chats, calls].map(thousands),
                size(bytes),
                time(first),
                time(last),
              ],
            ),
          ),
          '',
          'evidence.csv lists each message, file, chat and call.',
        ]),
    ...(accounts.shown.length === 0
      ? []
      : [
          '',
          '## Accounts involved',
          '',
          ...markdownTable(
            ['account', 'state', 'alerts', 'active grants'],
            accounts.shown.map(({ name, status, alerts, standing }) => [
              code(name),
              status ?? 'unknown',
              String(alerts),
              String(standing),
            ]),
          ),
          ...andMore(accounts.more, ' accounts'),
        ]),
    ...(indicators.shown.length === 0
      ? []
      : [
          '',
          '## Indicators',
          '',
          ...markdownTable(
            ['kind', 'value', 'seen', 'first', 'last', 'note'],
            indicators.shown.map(({ kind, value, count: seen, first, last, note }) => [
              kind,
              code(value),
              String(seen),
              time(first),
              time(last),
              recorded(note ?? '', limits.name),
            ]),
          ),
          ...andMore(indicators.more, ''),
        ]),
    '',
    '## Blind spots of the rules',
    '',
    ...blindSpots.map(({ what, detail }) => `- ${recorded(what)}: ${recorded(detail.join('; '))}`),
    '',
    '## Limits of this report',
    '',
    ...report.limits.map((limit) => `- ${limit}`),
    '',
    `Made ${time(madeAt)} by consentry ${made.version} with ${thousands(made.rules)} rules (pack ${made.pack}), ${made.environment === undefined ? 'without an environment file' : `environment file ${code(made.environment)}`}: ${code(made.command, 1_000)}`,
  ]
  return `${lines.join('\n')}\n`
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

function unattachedLines({ shown, more }: Report['unattached']): string[] {
  if (shown.length === 0) return []
  return [
    '',
    '## Alerts without a single application',
    '',
    ...shown.flatMap(ruleLines),
    ...andMore(more, ' rules; see alerts.ndjson'),
  ]
}

/** The alerts of a rule in a line, with the first of them in its words. */
function ruleLines({ name, severity, count: times, first, last, unsettled, alerts }: RuleAlerts): string[] {
  const when = times === 1 ? time(first) : `${thousands(times)} times, ${time(first)} to ${time(last)}`
  const doubt = unsettled === 0 ? '' : unsettled === times ? ', provisional' : `, ${thousands(unsettled)} provisional`
  const [alert] = alerts
  return [
    `- **${severity}** ${recorded(name)}: ${when}${doubt}`,
    ...(alert === undefined ? [] : [`  - ${recorded(alert.reason)}`]),
  ]
}

function appLines({ number, name, id, severity, lead, rules, containment, alerts }: AppCard): string[] {
  return [
    '',
    `## ${number}. ${recorded(name ?? id, limits.name)} (${severity}, ${count(alerts, 'alert')})`,
    '',
    `${code(id)}. ${lead.map((sentence) => recorded(sentence)).join(' ')}`,
    '',
    ...rules.shown.flatMap(ruleLines),
    ...andMore(rules.more, ' rules; see alerts.ndjson'),
    ...(containment === undefined || containment.steps.shown.length === 0
      ? []
      : [
          '',
          `To revoke the access (${recorded(containment.breaks.join(' '))}):`,
          '',
          ...containment.steps.shown.flatMap(({ what, command }) => [
            `- ${recorded(what)}`,
            `  ${code(command, 1_000)}`,
          ]),
          ...andMore(containment.steps.more, ` steps: ${code(`consentry apps contain ${id} PATH…`)}`),
        ]),
  ]
}
