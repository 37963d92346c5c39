// The stage of a campaign: a tenant with its quiet days.
import type { Feeds } from './microsoft-acts.ts'
import { background } from './microsoft-background.ts'
import { day, Log, makeTenant, type Person, type Tenant } from './microsoft-tenant.ts'
import type { Random } from './random.ts'

export interface Wish {
  readonly feeds: Feeds
  /** First day of the background. */
  readonly from: string
  /** Days of background before the work or the attack begins. */
  readonly days?: number
  /** Days of background after that. */
  readonly after?: number
  readonly records?: number
  readonly people?: number
  readonly entra?: 'polled' | 'diagnostic'
}

export interface Scene {
  readonly log: Log
  readonly tenant: Tenant
  /** Midnight of the first day of the work or the attack. */
  readonly start: number
  /** Ids of background records before the start that must stay quiet. */
  readonly quiet: readonly string[]
  /** A person of the tenant; the first three are administrator, help desk and developer. */
  readonly person: (i: number) => Person
}

export const scene = (random: Random, name: string, wish: Wish): Scene => {
  const days = wish.days ?? 75
  const tenant = makeTenant(random, name, wish.people ?? 15)
  const log = new Log(random, tenant, wish.entra)
  const from = Date.parse(`${wish.from}T00:00:00Z`)
  const records = wish.records ?? 320
  const quiet = background(log, { feeds: wish.feeds, from, days, records })
  const after = wish.after ?? 7
  background(
    log,
    { feeds: wish.feeds, from: from + days * day, days: Math.max(7, after), records: Math.ceil(records / 12) },
    false,
  )
  return {
    log,
    tenant,
    start: from + days * day,
    quiet,
    person: (i) => {
      const person = tenant.people[i]
      if (person === undefined) throw new RangeError('no such person')
      return person
    },
  }
}

/** The same act `count` times with pauses of about `pause`; returns all ids. */
export const repeat = (
  random: Random,
  start: number,
  count: number,
  pause: number,
  act: (at: number, i: number) => string,
) => {
  let at = start
  return Array.from({ length: count }, (_, i) => {
    at += Math.floor(pause * (0.5 + random.number()))
    return act(at, i)
  })
}
