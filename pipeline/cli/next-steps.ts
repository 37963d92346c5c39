// The next steps after a hunt: one for each application and each alert that is not contained, the most severe first.
import { statSync } from 'node:fs'
import { present } from '../../mappings/kernel/present.ts'
import { compareSeverity, type Severity } from '../../rules/lib/rule.ts'
import { unknownTenant } from '../entity-store/tenants.ts'
import { sessionsOf } from '../hunt/report/alert-rows.ts'
import { commandFor, isOpen, labelsOf } from '../hunt/report/app-facts.ts'
import type { AppCard, AppRow, LooseAlerts, Report } from '../hunt/report/model.ts'
import { count, list } from '../hunt/report/words.ts'
import type { Step } from '../review/containment/containment.ts'
import { commandLine, quoted } from '../safe-output/command-line.ts'
import type { HuntText } from './hunt-text.ts'
import { printable } from './terminal.ts'

/** The maximum number of rules, of accounts and of vendor clients with their own lines. */
const mostInFull = 3
/** The maximum number of names in one step, and of commands for one vendor client. */
const mostListed = 10

/** A clone has no `consentry` on the path: a user of npm, npx or node repeats the way of starting it. */
const script = process.argv[1] ?? ''
const isRunByNpm = process.env.npm_command !== undefined && /(?:main\.js|consentry)$/.test(script)
const starter = isRunByNpm ? 'npx consentry' : script.endsWith('main.js') ? `node ${quoted(script)}` : 'consentry'
const commandToPaste = (words: readonly string[], paths: readonly string[]): string =>
  commandLine(words, paths).replace(/^consentry/, () => starter)

/** Standard input and a pipe can be read only once: PATH takes their place. */
function readAgain(path: string): string {
  if (path === '-') return 'PATH'
  const found = statSync(path, { throwIfNoEntry: false })
  return found === undefined || found.isFile() || found.isDirectory() ? path : 'PATH'
}

interface NextStep {
  readonly severity: Severity
  /** The lines after the first one are commands. */
  readonly lines: readonly string[]
}

/** A client of the vendor: no command can revoke its grants, so its accounts need the steps. */
const isClient = (row: AppRow | AppCard): row is AppCard => 'number' in row && row.app === undefined

/** Lists all names up to a limit, so that a responder misses no application. */
function named(names: readonly string[], where: string): string {
  const more = names.length - mostListed
  return more > 0 ? `${names.slice(0, mostListed).join(', ')} and ${more} more: see ${where}` : list(names)
}

function clientStep({ severity, containment }: AppCard, label: string): NextStep {
  const { shown = [], more = 0 } = containment?.steps ?? {}
  const lines =
    shown.length === 0
      ? [`revoke the sessions of the accounts: the records name no account that used ${label}`]
      : [
          `contain the accounts that used ${label} (${severity}), in this order; the report explains each command:`,
          ...commandsOf(shown, more),
        ]
  return { severity, lines }
}

function commandsOf(steps: readonly Step[], more = 0): string[] {
  const left = more + Math.max(0, steps.length - mostListed)
  return [
    ...steps.slice(0, mostListed).map(({ command }) => command),
    ...(left > 0 ? [`${count(left, 'more command')}: see the report`] : []),
  ]
}

/** Returns the commands for one application. Options precede inputs, because a long command line shows only its first words. */
function commandSteps(
  { inputs, options }: Pick<HuntText, 'inputs' | 'options'>,
  app: Pick<AppRow, 'id' | 'tenant' | 'elsewhere'>,
  label: string,
): string[] {
  const command = (name: 'show' | 'contain') => commandToPaste(...commandFor(name, app, { options, paths: inputs }))
  return [
    `show the history of ${label}: ${command('show')}`,
    `print the commands that revoke its access: ${command('contain')}`,
  ]
}

/** No command accepts a name to which the report added the tenant. */
const withOwnName = ({ id, ownName, name }: AppRow) => ({ id, ...present({ name: ownName ?? name }) })

/** Recommends actions for all applications that may still have access. */
function appSteps({ report: { apps, otherApps }, ...run }: HuntText, where: string): NextStep[] {
  const rows = [...apps.shown, ...otherApps.shown]
  const open = rows.filter(isOpen)
  // The IDs are complete, because the reader copies them into a command.
  const labelOf = labelsOf(rows, (id) => id)
  const labelsIn = (some: readonly AppRow[]) => some.map((row) => `${labelOf(row)} (${row.severity})`)
  const labelInCommand = labelsOf(rows.map(withOwnName), (id) => id)
  const selections = (some: readonly AppRow[]) =>
    some.map((row) => {
      const tenant = row.elsewhere === true ? `, with --tenant ${quoted(row.tenant || unknownTenant)}` : ''
      return `${labelInCommand(withOwnName(row))} (${row.severity}${tenant})`
    })
  const clients = open.filter(isClient)
  const [worst, ...others] = open.filter((row) => !isClient(row))
  const [clientInList, ...otherClients] = clients.slice(mostInFull)
  const isUnsure = others.some(
    ({ severity, rules }) => severity === 'low' || rules.shown.every(({ count, unsettled }) => count === unsettled),
  )
  return [
    ...(worst === undefined
      ? []
      : commandSteps(run, worst, `${labelOf(worst)} (${worst.severity})`).map((line) => ({
          severity: worst.severity,
          lines: [line],
        }))),
    ...others.slice(0, 1).map(({ severity }) => ({
      severity,
      lines: [
        `do the same for ${count(others.length, 'other application')} that may still have access: ${named(selections(others), where)}.${isUnsure ? ' First check whether an application with only low or provisional alerts is legitimate.' : ''} Both commands also accept the name of an application in quotation marks`,
      ],
    })),
    ...clients.slice(0, mostInFull).map((card) => clientStep(card, labelOf(card))),
    ...(clientInList === undefined
      ? []
      : [
          {
            severity: clientInList.severity,
            lines: [
              `run the commands in the report to contain the accounts that used ${named(labelsIn([clientInList, ...otherClients]), where)}`,
            ],
          },
        ]),
  ]
}

const accountsIn = (alerts: readonly LooseAlerts[]): string =>
  new Set(alerts.flatMap(({ accounts }) => accounts.map(({ name }) => name))).size === 1 ? 'the account' : 'an account'

/** Recommends actions for the alerts without an application. */
function looseSteps({ unattached: { shown } }: Report, where: string): NextStep[] {
  const gravest = shown.filter(({ severity }) => severity === shown[0]?.severity).slice(0, mostInFull)
  const others = shown.slice(gravest.length)
  /** The commands follow the name of their alert: a responder must know which alert is about the account. */
  const withSessions = (alerts: readonly LooseAlerts[], line: string): string[] => {
    const sessions = sessionsOf(alerts)
    if (sessions.length === 0) return [line]
    return [`${line} If ${accountsIn(alerts)} was compromised, end its sessions:`, ...commandsOf(sessions)]
  }
  const steps = [
    ...gravest.map((rule) =>
      withSessions(
        [rule],
        `${rule.name} (${count(rule.count, `${rule.severity} alert`)}): ${rule.response.slice(0, 2).join(' ')}`,
      ),
    ),
    ...(others.length === 0
      ? []
      : [
          withSessions(
            others,
            `check the alerts of ${count(others.length, 'other rule')}: ${named(
              others.map(({ name, severity }) => `${name} (${severity})`),
              where,
            )}.`,
          ),
        ]),
  ]
  return gravest.slice(0, 1).flatMap(({ severity }) => steps.map((lines) => ({ severity, lines })))
}

/** Recommends actions for all alerts. */
export function nextSteps(run: HuntText): string[] {
  const { summary, report, options, asked, account, reports, wider } = run
  const inputs = [...new Set(run.inputs.map(readAgain))]
  const [app] = asked
  const accepted = report.accepted.rows.shown.length + report.accepted.rows.more
  const where = reports[0] ?? 'alerts.ndjson'
  const ofAlerts = [...appSteps({ ...run, inputs }, where), ...looseSteps(report, where)]
  ofAlerts.sort((a, b) => compareSeverity(b.severity, a.severity))
  const steps = [
    ...(app === undefined || report.summary.alerts > 0
      ? []
      : commandSteps(
          { inputs, options },
          { ...app, ...(asked.length > 1 && { elsewhere: true }) },
          app.names[0] ?? app.id,
        )
          // Nothing shows that access should end.
          .slice(0, 1)
          .map((line) => [line])),
    ...(wider === undefined ? [] : [[wider]]),
    ...(reports[0] === undefined || report.summary.alerts + accepted === 0 ? [] : [[`read the report: ${reports[0]}`]]),
    ...(accepted === 0
      ? []
      : [
          [
            `reset the ${accepted === 1 ? 'accepted password' : `${accepted} accepted passwords`} and end the sessions: the report lists the commands`,
          ],
        ]),
    ...ofAlerts.map(({ lines }) => lines),
    ...(account === undefined
      ? []
      : [
          [
            `list the applications that this account owns or changed, or for which it granted or holds access: ${commandToPaste(['apps', 'list', '--account', account, ...options], inputs)}`,
          ],
        ]),
    ...(report.summary.alerts === 0 && summary.records > 0 && summary.unread?.nothing !== true
      ? [[`review the applications: ${commandToPaste(['apps', 'list', ...options], inputs)}`]]
      : []),
  ]
  const isPlaceholder = inputs.some((path) => !run.inputs.includes(path))
  if (isPlaceholder && steps.flat().some((line) => / apps (?:contain|list|review|show) /.test(line)))
    steps.unshift(['save the input in a file, because a pipe can be read only once; replace PATH with its path'])
  const inLines = steps.flatMap(([first = '', ...commands], i) => [
    `  ${i + 1}. ${printable(first)}`,
    ...commands.map((command) => `     ${printable(command)}`),
  ])
  return steps.length === 0 ? [] : ['', 'next steps', ...inLines]
}
