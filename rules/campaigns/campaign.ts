// A public attack campaign, or a kind of benign work, as raw records of the vendors with the alerts that it requires or allows.
// The author of a campaign knows the public report and the documented record layout alone. Rule authors do not edit these files.
import type { Random } from './random.ts'

export type Level = 'low' | 'medium' | 'high' | 'critical'

/** One record as the vendor writes it. */
export type RawRecord = Readonly<Record<string, unknown>>

export interface Required {
  /** The act in a few words. */
  readonly act: string
  /** Vendor ids of records; an alert that names one of them is enough. */
  readonly ids: readonly string[]
  readonly minimum: Level
}

export interface Attack {
  readonly records: readonly RawRecord[]
  /** Vendor id of the first hostile record. */
  readonly firstHostile: string
  /** Vendor ids of the records by which data left; empty where the report has none. */
  readonly dataLeft: readonly string[]
  readonly required: readonly Required[]
  /** Vendor ids of background records that must not alert above low. */
  readonly quiet: readonly string[]
}

export interface AttackCampaign {
  readonly kind: 'attack'
  readonly title: string
  /** Addresses of public reports. */
  readonly sources: readonly string[]
  /** The facts of the report that the records show, one sentence each. */
  readonly facts: readonly string[]
  readonly build: (random: Random) => Attack
}

export interface BenignWork {
  readonly kind: 'benign'
  readonly title: string
  readonly sources: readonly string[]
  /** Why the work looks like an attack. */
  readonly resembles: string
  readonly accounts: number
  readonly days: number
  /** The highest severity that an alert on the work may have. */
  readonly allowed: Level | 'none'
  readonly build: (random: Random) => {
    readonly records: readonly RawRecord[]
    /** Vendor ids of the records of the work. */
    readonly ids: readonly string[]
  }
}

export const attackCampaign = (campaign: Omit<AttackCampaign, 'kind'>): AttackCampaign => ({
  kind: 'attack',
  ...campaign,
})

export const benignWork = (work: Omit<BenignWork, 'kind'>): BenignWork => ({ kind: 'benign', ...work })
