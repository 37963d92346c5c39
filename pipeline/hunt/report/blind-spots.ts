// What the rules could not see in this input: a report without it would be read as if they had seen everything.
import type { Environment } from '../../../mappings/environment/environment.ts'
import { blindRules } from '../../../rules/lib/blind-rules.ts'
import { datasets } from '../../../rules/lib/datasets.ts'
import { requirements } from '../../../rules/lib/requirements.ts'
import type { Rule } from '../../../rules/lib/rule.ts'
import type { Unread } from '../../decode/readability.ts'
import type { Collector } from './collect.ts'
import { type LeftOut, limits } from './limits.ts'
import type { BlindSpot, InputRow } from './model.ts'
import { count, list, thousands } from './words.ts'

export interface SightOptions {
  readonly collector: Collector
  readonly environment: Environment
  /** Those that ran. */
  readonly rules: readonly Rule[]
  /** Whether acts that a rule is about came by, whatever the environment says. */
  readonly sees: (rule: Rule) => boolean
  readonly inputs: readonly InputRow[]
  readonly switchedOff: readonly Rule[]
  readonly unread?: Unread
}

type DatasetFacts = (typeof datasets)[keyof typeof datasets]

/** Datasets that come from outside. */
export function missingDatasets({ datasets: names }: Rule): (keyof typeof datasets)[] {
  return names.filter((name) => datasets[name].vendor !== 'consentry')
}

const vendors = { m365: 'Microsoft 365 and Entra ID', 'google-workspace': 'Google Workspace and Google Cloud' } as const

/** Everything that left rules blind, the widest first. */
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

function names(rules: readonly Rule[]): string[] {
  const shown = rules.slice(0, limits.names).map(({ name }) => name)
  return rules.length > shown.length ? [...shown, `and ${rules.length - shown.length} more rules`] : shown
}

function unread({ unread: part }: SightOptions): BlindSpot[] {
  if (part === undefined) return []
  const detail = part.inputs.slice(0, limits.names).map(({ path, reason }) => `${path}: ${reason}`)
  return [{ what: part.headline, detail, todo: 'follow the steps at the top of this report, then hunt again' }]
}

function absentLogs({ collector, rules }: SightOptions): BlindSpot[] {
  const blind = rules.filter((rule) => {
    const recorded = missingDatasets(rule)
    return recorded.length > 0 && recorded.every((name) => !collector.datasets.has(name))
  })
  const seen = new Set(
    [...collector.datasets.keys()].map((name) => (datasets as Record<string, DatasetFacts>)[name]?.vendor),
  )
  return (Object.keys(vendors) as (keyof typeof vendors)[]).flatMap((vendor): BlindSpot[] => {
    const of = blind.filter((rule) => missingDatasets(rule).every((name) => datasets[name].vendor === vendor))
    if (of.length === 0) return []
    if (!seen.has(vendor))
      return [
        {
          what: `Nothing of ${vendors[vendor]} was read`,
          detail: [`${count(of.length, 'rule')} had nothing to judge`],
        },
      ]
    const missing = [...new Set(of.flatMap(missingDatasets))].map((name) => `${datasets[name].source} (${name})`)
    return [
      {
        what: `No record came of ${list(missing)}`,
        detail: names(of),
        todo: 'export these logs, too, and hunt over all files at once',
      },
    ]
  })
}

function unmetRequirements({ environment, rules, sees }: SightOptions): BlindSpot[] {
  return blindRules(environment, rules, sees).map(({ requirement, rules: without }) => {
    const { is, todo } = requirements[requirement]
    return { what: `Not known to be there: ${is}`, detail: names(without), todo }
  })
}

function shortHistory({ collector }: SightOptions): BlindSpot[] {
  const short = [...collector.datasets].filter(([, { settled }]) => settled === false)
  if (short.length === 0) return []
  return [
    {
      what: 'The history is too short to know what is new',
      detail: short.map(([name, { first, last }]) => `${name}: ${first.slice(0, 10)} to ${last.slice(0, 10)}`),
      todo: 'alerts that say "first" or "new" are marked as unsettled; give the hunt at least 14 days of each log before the time in question',
    },
  ]
}

function ownGaps({ collector }: SightOptions): BlindSpot[] {
  const { gaps, throttled } = collector
  return [
    ...(gaps.count > 0
      ? [
          {
            what: 'Logs went silent, or lost fields, within these records',
            detail: [...gaps.first, ...(gaps.between > 0 ? [`and ${thousands(gaps.between)} more`] : [])],
            todo: 'see whether the export is complete there: a hunt raises no alert for it, because an export may end or leave out what the log has',
          },
        ]
      : []),
    ...(throttled > 0
      ? [
          {
            what: 'Microsoft stopped recording mail access',
            detail: [`${count(throttled, 'record')} of mailboxes say that more was read than is told (IsThrottled)`],
          },
        ]
      : []),
  ]
}

/** What one call, and one session, of Search-UnifiedAuditLog gives at most, and without asking. */
const exportLimits: ReadonlySet<number> = new Set([100, 5_000, 50_000])

function roundFiles({ inputs }: SightOptions): BlindSpot[] {
  const round = inputs.filter(({ records }) => exportLimits.has(records))
  if (round.length === 0) return []
  return [
    {
      what: 'Files with as many records as an export gives at most',
      detail: round.slice(0, limits.names).map(({ path, records }) => `${path}: ${thousands(records)} records`),
      todo: 'see whether the export was cut off there: export shorter spans of time',
    },
  ]
}

function switchedOff({ switchedOff: off }: SightOptions): BlindSpot[] {
  return off.length === 0 ? [] : [{ what: 'Rules that the environment file switches off', detail: names(off) }]
}

const leftOut: Readonly<Record<LeftOut, string>> = {
  accounts: `Whom alerts are about beyond ${thousands(limits.noted)} accounts: the others are in alerts.ndjson.`,
  applications: `What was done on and by applications beyond ${thousands(limits.trails)}: the acts of the others are in documents.ndjson.`,
  days: `What happened on days beyond ${thousands(limits.days)}: the timeline lacks the others.`,
}

/** What the report cannot say, whatever was read. */
export function limitsOfReport({
  hasInventory,
  left,
}: {
  readonly hasInventory: boolean
  readonly left: ReadonlySet<LeftOut>
}): string[] {
  return [
    'That an application without an alert is harmless. The rules know ways in which applications are abused; a way that nobody has described is not among them.',
    'What happened before the first record or after the last one. A grant, an account or an application is described as of the last record; look before you act.',
    'Whether the export is complete. A record that the vendor did not log, or that the export left out, cannot be missed here.',
    'What stood in the mails and files that were read, and who sat behind an account or an address. An address of a cloud application is often that of its hosting company.',
    'Which address an application that was never under suspicion came from: addresses and user agents are those of alerts, of acts on the applications with alerts, and of their use since the first alert.',
    ...(hasInventory
      ? []
      : [
          'Who publishes an application, whether the publisher is verified, and what was granted before the records begin: no audit log says so, and no inventory was read.',
        ]),
    ...[...left].sort().map((what) => leftOut[what]),
  ]
}
