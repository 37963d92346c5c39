// The evidence that the records lack, for each question of a responder: a missing log must not look like an answer.
import { type Vendor, vendorOf } from '../../../mappings/entities/key.ts'
import { lookedUp } from '../../../mappings/kernel/looked-up.ts'
import { table } from '../../../mappings/kernel/table.ts'
import { requiredOf } from '../../../rules/lib/required-actions.ts'
import type { Rule } from '../../../rules/lib/rule.ts'
import { type MissingResult, resultAdvice } from '../../decode/missing-results.ts'
import { time } from '../../entity-store/age.ts'
import type { WithoutTenant } from '../../entity-store/tenants.ts'
import { findingsDataset } from '../../findings/finding.ts'
import { stillHasAccess, usedAfterEnd } from '../../review/ended.ts'
import { usedWithoutUser } from '../../review/grants.ts'
import type { ReviewedApp } from '../../review/review.ts'
import type { DataTaken } from '../evidence/data-taken.ts'
import type { HuntSummary } from '../hunt.ts'
import type { LackingInput } from '../missing-columns.ts'
import type { Collector } from './collect.ts'
import type { Trail } from './trail.ts'
import type { UnassessedKind } from './unassessed.ts'
import { count, list, shortList, thousands } from './words.ts'

/** The facts about an application with alerts in the records. */
export interface KnownFacts {
  /** Empty for the records of a vendor without an alert on an application. */
  readonly name: string
  readonly vendor: Vendor | undefined
  readonly app: ReviewedApp | undefined
  readonly trail: Trail | undefined
  readonly taken: DataTaken | undefined
}

/** The applications with alerts, and each vendor that has records but no such application: its missing logs matter, too. */
export function withQuietVendors(apps: readonly KnownFacts[], { datasets }: Collector): KnownFacts[] {
  const recorded = [...datasets.keys()].filter((dataset) => dataset !== findingsDataset).map(vendorOf)
  const quiet = [...new Set(recorded)].filter((vendor) => apps.every((app) => app.vendor !== vendor))
  return [...apps, ...quiet.map((vendor) => ({ name: '', vendor, app: undefined, trail: undefined, taken: undefined }))]
}

/** Each gap once, with its applications if it does not concern all of them. */
export function makeUnknowns(
  apps: readonly KnownFacts[],
  collector: Collector,
  summary: Pick<
    HuntSummary,
    'unread' | 'contradictions' | 'withoutResult' | 'withoutColumns' | 'withoutTenant' | 'view'
  >,
  rules: readonly Rule[] = [],
  disabled: { readonly rules: number; readonly file: string } = { rules: 0, file: '' },
): string[] {
  const { unread, contradictions, withoutResult = [], withoutColumns = [], withoutTenant = [] } = summary
  const found = new Map<
    string,
    { readonly say: Question; readonly names: Set<string>; readonly isNamed: boolean; times: number }
  >()
  for (const facts of apps)
    for (const [times, say, isNamed = false] of gapsOf(facts, collector, unread !== undefined)) {
      if (times === 0) continue
      const gap = lookedUp(found, say(0), () => ({ say, names: new Set<string>(), isNamed, times: 0 }))
      if (facts.name !== '') gap.names.add(facts.name)
      gap.times += times
    }
  const examples = contradictions.examples.map(
    ({ id, operation, application, stored, other }) =>
      `${other} (the results contain ${stored}) in ${id} (${[operation, application].filter((text) => text !== '').join(' of ')})`,
  )
  // The filters do not limit these counts: an act of an unknown form may concern any application and account.
  const where = summary.view === undefined ? '' : ' in the whole input'
  const all = new Set(apps.flatMap(({ name }) => (name === '' ? [] : [name]))).size
  const silent = collector.silences.inWords()
  return [
    ...(disabled.rules === 0
      ? []
      : [
          `The acts that ${count(disabled.rules, 'rule')} would report: ${disabled.file} disables ${disabled.rules === 1 ? 'it' : 'them'} (\`rules.disabled\`).`,
        ]),
    ...withoutTenant.map((records) => tenantGap(records, collector)),
    ...collector.loggingOff.questions(
      (tenant) => collector.tenants.get(tenant) ?? (tenant === '' ? 'the tenant' : tenant),
    ),
    ...silent.slice(0, mostForms).map((gap) => `The events in a gap of the log: ${gap}.`),
    ...(silent.length > mostForms
      ? [`The events in ${count(silent.length - mostForms, 'more gap')} of the logs: see the blind spots of the rules.`]
      : []),
    ...withoutResult.map((input) => resultGap(input, rules)),
    ...withoutColumns.map(columnGap),
    ...[...found.values()].map(
      ({ say, names, isNamed, times }) =>
        `${say(times)}${names.size === 0 || (names.size === all && !isNamed) ? '' : ` (${shortList([...names])})`}.`,
    ),
    ...unreadGaps(collector, where),
    ...unassessedGaps(collector, where),
    ...unknownGap(collector, where),
    ...(contradictions.count === 0
      ? []
      : [
          `Which facts of ${count(contradictions.count, 'record')} are correct: another record with the same ID and time states other facts, such as ${examples.join('; ')}: compare the records in the input.`,
        ]),
  ]
}

/** Records without a tenant: joined with the only tenant of their vendor, or apart from its several tenants. */
function tenantGap({ vendor, only, records, paths }: WithoutTenant, { tenants }: Collector): string {
  const [known] = [...tenants].filter(([id]) => id.toLowerCase() === only?.toLowerCase())
  const name = known?.[1] === undefined ? only : `${known[1]} (${only})`
  const title = vendor === 'google' ? 'Google' : 'Microsoft'
  const fate =
    only === undefined
      ? `the input has several ${title} tenants, so the hunt evaluated ${records === 1 ? 'it' : 'them'} apart from all of these tenants. Hunt the files of each organization separately`
      : `the hunt assigned ${records === 1 ? 'it' : 'them'} to ${name}, the only ${title} tenant in the input. If a file is from another organization, hunt it separately`
  return `Which tenant ${count(records, 'record')} in ${shortList(paths, 3)} ${records === 1 ? 'belongs' : 'belong'} to: ${records === 1 ? 'it names' : 'they name'} no tenant; ${fate}.`
}

/** An export without the result column, or with results in another language. */
function resultGap(input: MissingResult, rules: readonly Rule[]): string {
  const { path, dataset, records, unreadable, values } = input
  const blind = rules.filter(
    (rule) => rule.datasets.some((name) => name === dataset) && requiredOf(rule, 'event.outcome') !== undefined,
  )
  const member = resultMembers[dataset] ?? 'of the result'
  const isPart = unreadable > 0 && unreadable < records
  const fault =
    unreadable > 0
      ? `the result of ${isPart ? `${thousands(unreadable)} of ` : ''}${count(records, 'record')} of ${dataset} is not readable (the column or member ${member} contains ${list(values.map((value) => JSON.stringify(value)))})`
      : `${records === 1 ? 'the record' : `none of ${count(records, 'record')}`} of ${dataset} ${records === 1 ? 'has no' : 'has a'} result (the column or member ${member})`
  const acts = isPart ? `${thousands(unreadable)} of the acts` : 'the acts'
  return `Whether ${acts} in ${path} succeeded: ${fault}. ${count(blind.length, 'rule')} for successful acts cannot detect anything in ${isPart ? (unreadable === 1 ? 'this record' : 'these records') : 'them'}: ${shortList(
    blind.map(({ name }) => name),
    3,
  )}. ${resultAdvice(input)}`
}

const columnGap = ({ path, format, columns }: LackingInput): string =>
  `The content of ${count(columns.length, 'column')} that ${path} (${format}) lacks: ${list(columns.map((column) => `\`${column}\``))}. Without ${columns.length === 1 ? 'it' : 'them'}, rules cannot match some acts. Export the records again with all columns.`

/** The source of `event.outcome` in each dataset. */
const resultMembers: Readonly<Record<string, string>> = table({
  'azure.auditlogs': '`Result` or `result`',
  'azure.signinlogs': '`Sign-in error code`, `ResultType` or `status`',
})

const unassessed: Readonly<Record<UnassessedKind, readonly [question: string, except: string]>> = {
  forwarding: [
    'The purpose of mail forwarding and mailbox rules without an application',
    ', except for mailbox rules that hide messages',
  ],
  roles: ['Whether roles that people received were intended', ', except in alerts'],
  mailboxes: ['Whether rights to mailboxes that people received were intended', ', except in alerts'],
  factors: ['Why the second factor of accounts was switched off, and by which account', ''],
}

const mostForms = 5

/** Acts in a form that the vendor changed. Rules that read the missing facts do not match these acts. */
function unreadGaps({ unread }: Collector, where: string): string[] {
  const forms = [...unread].map(([lacks, counts]) => ({
    lacks,
    operations: [...counts.keys()],
    times: counts.total,
  }))
  const more = forms.slice(mostForms).reduce((sum, { times }) => sum + times, 0)
  return [
    ...forms
      .slice(0, mostForms)
      .map(
        ({ lacks, operations, times }) =>
          `Which access ${count(times, 'act')}${where} on ${times === 1 ? 'an application' : 'applications'} (${shortList(operations)}) granted: ${lacks}. Rules cannot assess ${times === 1 ? 'this act' : 'these acts'}. To find the records, search for this reason in documents.ndjson (\`error.message\`). Export them again in the original form, or update Consentry.`,
      ),
    ...(more === 0
      ? []
      : [
          `Which access ${count(more, 'more act')}${where} on applications granted: see \`error.message\` in documents.ndjson.`,
        ]),
  ]
}

/** Operations that a vendor added, or that the mapping tables never contained. */
function unknownGap({ assessed, unknownOperations }: Collector, where: string): string[] {
  const unknown = unknownOperations.filter(({ name }) => !assessed.has(name))
  if (unknown.length === 0) return []
  const records = unknown.reduce((sum, { count: times }) => sum + times, 0)
  return [
    `The effect of ${count(records, 'record')}${where} of ${unknown.length === 1 ? 'an unknown operation' : 'unknown operations'}: ${shortList(
      unknown.map(({ count: times, name }) => `"${name.slice(0, 60)}" (${times})`),
      3,
    )}. No rule assesses these records; \`consentry coverage\` lists ${unknown.length === 1 ? 'the operation' : 'the operations'}.`,
  ]
}

function unassessedGaps({ unassessed: found }: Collector, where: string): string[] {
  return Object.entries(unassessed).flatMap(([kind, [question, except]]) => {
    const counts = found.get(kind as UnassessedKind)
    if (counts === undefined) return []
    const times = counts.total
    return [
      `${question}: ${count(times, 'record')}${where} of ${shortList([...counts.keys()])} ${times === 1 ? 'was' : 'were'} read but not assessed${except}.`,
    ]
  })
}

/** A question with the number of its items in all applications, such as folders. */
type Question = (times: number) => string

/** Absent if there are no items. `isNamed`: the question needs the names of its applications, even if it concerns all of them. */
type Gap = readonly [times: number, question: Question, isNamed?: true]

const gapIf = (isMissing: boolean, question: string): Gap => [isMissing ? 1 : 0, () => question]

function gapsOf(facts: KnownFacts, collector: Collector, isPartial: boolean): Gap[] {
  const { vendor, app } = facts
  return [
    gapIf(
      isPartial,
      'Data in the part of the input that was not read (the counts of data taken are therefore lower limits)',
    ),
    ...(vendor === 'microsoft' ? microsoftGaps(facts, collector) : []),
    ...(vendor === 'google' ? googleGaps(facts, collector) : []),
    ...(app === undefined || app.firstParty ? [] : grantGaps(app, collector)),
  ]
}

function microsoftGaps({ trail, taken }: KnownFacts, collector: Collector): Gap[] {
  const { datasets, signIns, throttled } = collector
  const { calls = 0, folders = 0, sent = 0 } = taken ?? {}
  const tokens = signIns === 0 ? 0 : collector.withoutSignIn(trail?.tokens ?? [])
  const noAudit = !datasets.has('o365.audit')
  return [
    [
      calls,
      (times) =>
        `The messages and files that ${count(times, 'API call')} returned: the Microsoft Graph activity log contains only requests${noAudit ? ', and there is no unified audit log' : ''}`,
    ],
    gapIf(calls === 0 && noAudit, 'Messages and files that were read: there is no unified audit log'),
    gapIf(
      throttled > 0,
      `Messages that Exchange left out of the log (the message counts are therefore lower limits): ${count(throttled, 'record')} of mailbox access ${throttled === 1 ? 'is' : 'are'} incomplete (IsThrottled)`,
    ),
    [folders, (times) => `The messages of ${count(times, 'synced folder')}: the records list the folders only`],
    [
      sent,
      (times) => `The recipients of ${count(times, 'sent message')}: the records do not list them; run a message trace`,
    ],
    gapIf(
      !datasets.has('azure.graphactivitylogs'),
      'Use of Microsoft Graph (directory, chats, files): there is no Microsoft Graph activity log',
    ),
    gapIf(signIns === 0, 'How access was obtained: there are no sign-in records'),
    [
      tokens,
      (times) =>
        `How ${count(times, 'used token')} ${times === 1 ? 'was' : 'were'} obtained: ${signIns === 1 ? 'the only recorded sign-in does not contain' : `none of the ${thousands(signIns)} recorded sign-ins contains`} the ID of ${times === 1 ? 'this token' : 'any of these tokens'}; export the interactive and the non-interactive sign-ins from before the use`,
    ],
  ]
}

function googleGaps({ trail, taken }: KnownFacts, { datasets }: Collector): Gap[] {
  // The Gmail and Drive logs may name the messages and files of these calls.
  const lacks = (kind: string, items: 'messages' | 'files') =>
    taken !== undefined && taken.calls > 0 && !(taken[items] >= taken.calls) && trail?.kinds.has(kind) === true
  const beyond = (named = 0, log = '') => (named > 0 ? ` (beyond the ${named} that the ${log} log names)` : '')
  const without = (dataset: string, log: string) => (datasets.has(dataset) ? '' : `, and there is no ${log} log`)
  return [
    gapIf(
      lacks('mail', 'messages'),
      `The messages that the API calls read${beyond(taken?.messages, 'Gmail')}: the token log has no message IDs${without('google_workspace.gmail', 'Gmail')}`,
    ),
    gapIf(
      lacks('file', 'files'),
      `The files that the API calls read${beyond(taken?.files, 'Drive')}: the token log has no file names${without('google_workspace.drive', 'Drive')}`,
    ),
    gapIf(!datasets.has('google_workspace.token'), 'API calls of applications: there is no token log'),
    gapIf(!datasets.has('google_workspace.login'), 'Sign-ins of the accounts: there is no login log'),
  ]
}

/** The logs that contain grants. The logs of sign-ins and calls often begin at another time. */
const grantLogs: readonly string[] = [
  'o365.audit',
  'azure.auditlogs',
  'google_workspace.token',
  'google_workspace.admin',
]

/** The period in which the records of the tenant could show a grant, in words. */
function grantPeriod({ vendor, tenant }: ReviewedApp, collector: Collector): string {
  const period = collector.periodOf(vendor, tenant, (dataset) => grantLogs.includes(dataset))
  return period === undefined
    ? `no log of this tenant in the input contains grants (${vendor === 'google' ? 'token log, admin log' : 'unified audit log, Entra ID audit log'})`
    : `the audit records of this tenant begin ${time(period.first)}, end ${time(period.last)} and contain no grant of the application`
}

function grantGaps(app: ReviewedApp, collector: Collector): Gap[] {
  const { grants, unnamedRemovals, vendor } = app
  const { datasets } = collector
  const isGranted = grants.some(({ granted }) => granted !== undefined)
  const renewed = grants.filter(({ usedSince }) => usedSince !== undefined).length
  const removal = unnamedRemovals.at(-1)
  const more = unnamedRemovals.length > 1 ? `${count(unnamedRemovals.length, 'record')}, the last ` : ''
  return [
    gapIf(
      removal !== undefined,
      `The account of a removed grant (${more}${time(removal?.at ?? '')}${removal?.by === undefined ? '' : ` by ${removal.by}`}): the record does not contain it, and either no grant or more than one grant has the same permissions`,
    ),
    gapIf(
      usedWithoutUser({ vendor, grants }),
      'The application permissions, and when the application received them: it acted without a user, but the records contain no such grant',
    ),
    gapIf(
      app.usedDelegation === true,
      'The scopes of the domain-wide delegation, and when the application received it: it acted for accounts, but the records contain no such grant; the Admin console lists the scopes',
    ),
    gapIf(
      stillHasAccess(usedAfterEnd(app)),
      'How the application kept access after it should have ended: perhaps with renewed tokens or another grant, or because someone enabled or restored the application without a record',
    ),
    [
      isGranted || app.registered !== undefined ? 0 : 1,
      () => `When and by which account access was granted: ${grantPeriod(app, collector)}`,
      true,
    ],
    [
      renewed,
      (times) =>
        `When ${count(times, 'account')} first granted access: the application was in use before the recorded ${times === 1 ? 'grant' : 'grants'}`,
    ],
    gapIf(
      !datasets.has(vendor === 'google' ? 'google_workspace.inventory' : 'azure.inventory'),
      'The publisher, its verification, and grants from before the first record: there is no inventory',
    ),
  ]
}
