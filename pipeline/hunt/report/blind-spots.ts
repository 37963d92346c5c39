// The blind spots of the rules in this input. Without them, a reader would assume that the rules saw everything.
import type { Environment } from '../../../mappings/environment/environment.ts'
import { type Blindness, blindRules } from '../../../rules/lib/blind-rules.ts'
import { datasets } from '../../../rules/lib/datasets.ts'
import { type Requirement, requirements } from '../../../rules/lib/requirements.ts'
import type { Rule } from '../../../rules/lib/rule.ts'
import type { Unread } from '../../decode/readability.ts'
import type { Collector } from './collect.ts'
import { capped, type LeftOut, limits } from './limits.ts'
import type { BlindSpot, InputRow } from './model.ts'
import { count, shortList, thousands } from './words.ts'

export interface SightOptions {
  readonly collector: Collector
  readonly environment: Environment
  readonly rules: readonly Rule[]
  /** Whether acts of a rule occurred, regardless of the environment. */
  readonly sees: (rule: Rule) => boolean
  readonly inputs: readonly InputRow[]
  readonly switchedOff: readonly Rule[]
  readonly unread?: Unread
  /** Datasets with too little history for rules about new behavior. */
  readonly shortHistory: readonly string[]
}

type DatasetFacts = (typeof datasets)[keyof typeof datasets]

/** Returns the datasets of a rule that come from a vendor. */
function missingDatasets({ datasets: names }: Rule): (keyof typeof datasets)[] {
  return names.filter((name) => datasets[name].vendor !== 'consentry')
}

const vendors = { m365: 'Microsoft 365 and Entra ID', 'google-workspace': 'Google Workspace and Google Cloud' } as const

/** Returns all blind spots, the widest first. */
export function blindSpots(options: SightOptions): BlindSpot[] {
  return [
    ...unread(options),
    ...absentLogs(options),
    ...unmetRequirements(options),
    ...shortHistory(options),
    ...ownGaps(options),
    ...roundFiles(options),
    ...switchedOff(options),
  ]
}

const names = (rules: readonly Rule[]): string[] => rules.map(({ name }) => name)

/** An export may consist of thousands of files. */
function firstFiles<T>(files: readonly T[], say: (file: T) => string): string[] {
  const { shown, more } = capped(files, limits.names)
  return [...shown.map(say), ...(more > 0 ? [`and ${count(more, 'more file')}`] : [])]
}

function unread({ unread: part }: SightOptions): BlindSpot[] {
  if (part === undefined) return []
  const detail = firstFiles(part.inputs, ({ path, reason }) => `${path}: ${reason}`)
  return [{ what: part.headline, detail, todo: 'follow the steps at the top of this report, then hunt again' }]
}

/** Counts the rules that have nothing to match, among the rules for the vendors in the records. */
export function countBlind(options: SightOptions): number {
  const ofRequirements = unmet(options).flatMap(({ rules }) => rules)
  return new Set([...withoutLogs(options).filter(isOfSeenVendor(options)), ...ofRequirements]).size
}

function withoutLogs({ collector, rules }: SightOptions): Rule[] {
  return rules.filter((rule) => {
    const recorded = missingDatasets(rule)
    return recorded.length > 0 && recorded.every((name) => !collector.datasets.has(name))
  })
}

function seenVendors({ collector }: SightOptions): ReadonlySet<unknown> {
  return new Set([...collector.datasets.keys()].map((name) => (datasets as Record<string, DatasetFacts>)[name]?.vendor))
}

function isOfSeenVendor(options: SightOptions): (rule: Rule) => boolean {
  const seen = seenVendors(options)
  return (rule) => rule.datasets.some((name) => seen.has(datasets[name].vendor))
}

/** Records that exist only if a requirement is met. */
const proofs: Partial<Record<Requirement, (collector: Collector) => boolean>> = {
  'license:entra-id-p1': ({ datasets: seen }) => seen.has('azure.signinlogs') || seen.has('azure.graphactivitylogs'),
  'license:google-enterprise': ({ acts }) => acts.has('google_workspace.token app_use'),
  'license:workload-id-premium': ({ datasets: seen }) => seen.has('azure.identity_protection'),
  'log:azure.graphactivitylogs': ({ datasets: seen }) => seen.has('azure.graphactivitylogs'),
}

function unmet(options: SightOptions): Blindness[] {
  const seen = seenVendors(options)
  return blindRules(options.environment, options.rules.filter(isOfSeenVendor(options)), options.sees).filter(
    ({ requirement: name }) =>
      proofs[name]?.(options.collector) !== true &&
      (!('vendor' in requirements[name]) || seen.has(requirements[name].vendor)),
  )
}

/** A heading lists this many logs. The text below it lists all. */
const mostLogs = 4

/** Lists each rule of `countBlind` without any log, and counts the rules for a vendor without records. */
function absentLogs(options: SightOptions): BlindSpot[] {
  const blind = withoutLogs(options)
  const listed = blind.filter(isOfSeenVendor(options))
  const unseen = Object.entries(vendors).flatMap(([vendor, title]): BlindSpot[] => {
    const of = blind.filter((rule) => !listed.includes(rule) && vendorsOf(rule) === vendor)
    if (of.length === 0) return []
    return [{ what: `No records of ${title}`, detail: [`${count(of.length, 'rule')} had no records to evaluate`] }]
  })
  const groups = [...new Set(listed.map(vendorsOf))].sort((a, b) => a.length - b.length)
  return [
    ...groups.map((group): BlindSpot => {
      const of = listed.filter((rule) => vendorsOf(rule) === group)
      const missing = [...new Set(of.flatMap(missingDatasets))].map((name) => `${datasets[name].source} (${name})`)
      const isLong = missing.length > mostLogs
      return {
        what: `No records of ${shortList(missing, mostLogs)}${isLong ? ' logs' : ''}`,
        detail: [
          ...names(of),
          ...(isLong ? [`all ${missing.length} missing logs: ${missing[0]}`, ...missing.slice(1)] : []),
        ],
        todo: 'export these logs, too, and run the hunt again on all files',
      }
    }),
    ...unseen,
  ]
}

/** The vendors of the logs of a rule. */
const vendorsOf = (rule: Rule): string =>
  [...new Set(missingDatasets(rule).map((name) => datasets[name].vendor))].sort().join(' ')

/** Lists rules with an unmet requirement. Only counts rules that an earlier blind spot lists. */
function unmetRequirements(options: SightOptions): BlindSpot[] {
  const listed = new Set(withoutLogs(options))
  return unmet(options).map(({ requirement, rules: without }) => {
    const { is, todo } = requirements[requirement]
    const others = without.filter((rule) => !listed.has(rule))
    for (const rule of others) listed.add(rule)
    const repeated = without.length - others.length
    const detail = [...names(others), ...(repeated > 0 ? [`${count(repeated, 'rule')} listed above`] : [])]
    return { what: `Possibly missing: ${is}`, detail, todo }
  })
}

function shortHistory({ collector, shortHistory: names }: SightOptions): BlindSpot[] {
  const short = [...collector.datasets].filter(([name]) => names.includes(name))
  if (short.length === 0) return []
  return [
    {
      what: 'The history is too short to detect new behavior reliably',
      detail: short.map(([name, { first, last }]) => `${name}: ${first.slice(0, 10)} to ${last.slice(0, 10)}`),
      todo: 'rules about new behavior raise provisional alerts, or no alerts; include at least 14 days of each log before the period of interest',
    },
  ]
}

function ownGaps({ collector: { gaps, silences, throttled } }: SightOptions): BlindSpot[] {
  const silent = silences.inWords()
  const more = gaps.between + Math.max(0, silent.length - limits.messages)
  const lost = {
    what: 'Log sources went silent or lost fields within these records',
    detail: [...silent.slice(0, limits.messages), ...gaps.first, ...(more > 0 ? [`and ${thousands(more)} more`] : [])],
    todo: 'check that the export of these logs is complete: a hunt raises no alert for gaps, because an export can be partial',
  }
  const incomplete = {
    what: 'Microsoft stopped recording mail access',
    detail: [`${count(throttled, 'record')} of mailbox access are incomplete (IsThrottled)`],
  }
  return [...(gaps.count + silent.length > 0 ? [lost] : []), ...(throttled > 0 ? [incomplete] : [])]
}

/** The default number of records of a Search-UnifiedAuditLog call, and the maximum of a call and of a session. */
const exportLimits: ReadonlySet<number> = new Set([100, 5_000, 50_000])

function roundFiles({ inputs }: SightOptions): BlindSpot[] {
  const round = inputs.flatMap(({ parts }) => parts.filter(({ records }) => exportLimits.has(records)))
  if (round.length === 0) return []
  return [
    {
      what: 'Files with the maximum number of records of an export',
      detail: firstFiles(round, ({ path, records }) => `${path}: ${thousands(records)} records`),
      todo: 'check whether the export was truncated: export shorter time ranges',
    },
  ]
}

function switchedOff({ switchedOff: off }: SightOptions): BlindSpot[] {
  return off.length === 0 ? [] : [{ what: 'Rules that the environment file disables', detail: names(off) }]
}

const leftOut: Readonly<Record<LeftOut, string>> = {
  accounts: `Accounts with alerts beyond the first ${thousands(limits.noted)}: see alerts.ndjson for the others.`,
  applications: `Acts of applications beyond the first ${thousands(limits.trails)}: see documents.ndjson for the others.`,
  days: `Days beyond the first ${thousands(limits.days)}: the timeline does not show the others.`,
}

/** Returns the limits that apply to every report. */
export function limitsOfReport(left: ReadonlySet<LeftOut>): string[] {
  return [
    'The rules detect known techniques only: the absence of alerts does not prove that an application is harmless.',
    'The report covers no events before the first record or after the last record. It describes grants, accounts and applications as of the last record. Check the current state before you act.',
    'The report cannot detect every gap in the log of the vendor or in the export.',
    'The report does not show the content of messages and files, or the person behind an account or an address. The address of a cloud application often belongs to its hosting provider.',
    'The indicators contain only the values of applications with alerts. This report lists the first values of each kind, and indicators.csv lists all values.',
    ...[...left].sort().map((what) => leftOut[what]),
  ]
}
