// Runs every campaign of `rules/campaigns` and collects the results by name.
import { basename } from 'node:path'
import { loadContent } from '../../mappings/kernel/discover.ts'
import type { AttackCampaign, BenignWork, RawRecord } from '../../rules/campaigns/campaign.ts'
import { Random } from '../../rules/campaigns/random.ts'
import type { CampaignRun, RunCampaign } from './run.ts'
import { type AttackResult, type BenignResult, scoreAttack, scoreBenign } from './score.ts'

export interface Results {
  readonly attacks: Readonly<Record<string, AttackResult>>
  readonly benign: Readonly<Record<string, BenignResult>>
}

export interface Named<T> {
  readonly name: string
  readonly campaign: T
}

export async function loadCampaigns(): Promise<Named<AttackCampaign | BenignWork>[]> {
  const contents = await loadContent<AttackCampaign | BenignWork>('rules/campaigns', 'campaign')
  return contents.map(({ file, value }) => ({ name: basename(file, '.campaign.ts'), campaign: value }))
}

/** Returns the vendor's id and the time of a record in any layout. */
export function identityOf(record: RawRecord): { readonly id: string; readonly time: number } {
  const nested = typeof record.id === 'object' && record.id !== null ? (record.id as RawRecord) : undefined
  const inner =
    typeof record.properties === 'object' && record.properties !== null ? (record.properties as RawRecord) : {}
  if (typeof inner.RawEventData === 'object') return identityOf(inner.RawEventData as RawRecord)
  const id =
    nested?.uniqueQualifier ??
    record.Id ??
    inner.id ??
    inner.requestId ??
    record.id ??
    record.insertId ??
    record.alertId ??
    record.RequestId ??
    record.unique_identifier
  const time =
    nested?.time ??
    record.CreationTime ??
    inner.activityDateTime ??
    inner.createdDateTime ??
    record.time ??
    record.timestamp ??
    record.createTime ??
    record.createdDateTime ??
    record.activityDateTime ??
    record.TimeGenerated ??
    (typeof record.time_usec === 'string' ? new Date(Number(record.time_usec) / 1000).toISOString() : undefined)
  if (typeof id !== 'string' || typeof time !== 'string')
    throw new Error(`record without an id or a time: ${JSON.stringify(record).slice(0, 200)}`)
  return { id, time: Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/.test(time) ? time : `${time}Z`) }
}

/** Returns a function that finds the time of a record by its vendor id. */
export function timesOf(records: readonly RawRecord[]): (id: string) => number {
  const times = new Map(records.map((record) => Object.values(identityOf(record)) as [string, number]))
  return (id) => times.get(id) ?? Number.NaN
}

/** The two ways to judge a campaign: as a hunt does, and as Kibana does. */
export interface Judges {
  readonly hunt: RunCampaign
  readonly kibana: RunCampaign
}

/** Runs the campaigns one after the other. Calls `onRun` with each hunt. */
export async function runCampaigns(
  judges: Judges,
  campaigns: readonly Named<AttackCampaign | BenignWork>[],
  onRun: (name: string, run: CampaignRun) => void = () => {},
): Promise<Results> {
  const attacks: Record<string, AttackResult> = {}
  const benign: Record<string, BenignResult> = {}
  for (const { name, campaign } of campaigns) {
    if (campaign.kind === 'attack') {
      const attack = campaign.build(new Random(name))
      const run = await judges.hunt(name, attack.records)
      const timeOf = timesOf(attack.records)
      const { found, missed, alertsPerAct } = scoreAttack(attack, await judges.kibana(name, attack.records), timeOf)
      attacks[name] = { ...scoreAttack(attack, run, timeOf), kibana: { found, missed, alertsPerAct } }
      onRun(name, run)
    } else {
      const { records, ids } = campaign.build(new Random(name))
      const run = await judges.hunt(name, records)
      const timeOf = timesOf(records)
      const inKibana = scoreBenign(campaign, ids, (await judges.kibana(name, records)).alerts, timeOf)
      const { alerts, above, high, critical } = inKibana
      benign[name] = { ...scoreBenign(campaign, ids, run.alerts, timeOf), kibana: { alerts, above, high, critical } }
      onRun(name, run)
    }
  }
  return { attacks, benign }
}
