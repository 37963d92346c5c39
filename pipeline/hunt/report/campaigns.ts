// Applications of one attacker have different IDs and names. This module finds the traits that they share.
import { dayMs, hourMs } from '../../../mappings/kernel/durations.ts'
import { groupBy } from '../../../mappings/kernel/group-by.ts'
import type { AlertedApp } from './alerted-apps.ts'
import { labelsOf } from './app-facts.ts'
import type { Collector } from './collect.ts'
import type { AppRow } from './model.ts'
import { isoDay } from './timeline.ts'
import { list, shortList } from './words.ts'

/** With more names, a ticket would truncate the sentence before its number. */
const mostNames = 4

const origin = 'registered in the same foreign tenant'
const account = 'the same account within an hour'
const address = 'the same address within an hour'
const newAddress = 'the same new address within a day'
const pattern = 'the same permissions and the same rules'

/** A trait of an application, such as an account in its alerts at a given time. Applications with the same value share it. */
interface Trait {
  readonly member: number
  readonly value: string
  readonly at: number
}

interface Campaign {
  readonly members: number[]
  readonly reasons: Set<string>
}

/**
 * A sentence for each group of applications that share an account, an address, a pattern or an origin. The applications of an
 * account or address may be in tenants of both vendors.
 */
export function makeCampaigns(
  alerted: readonly AlertedApp[],
  rows: readonly AppRow[],
  { alerted: { accounts }, newAddresses }: Collector,
): readonly string[] {
  const places = new Map(alerted.map(({ key }, member) => [key, member]))
  const timesOf = alerted.map(({ group: { rules } }) =>
    [...rules.values()].flatMap(({ alerts }) =>
      [...alerts.first, ...alerts.last].map((note) => Date.parse(note['@timestamp'])),
    ),
  )
  const timed = (member: number, value: string): Trait[] => (timesOf[member] ?? []).map((at) => ({ member, value, at }))
  const fixed = (valuesOf: (each: AlertedApp) => string[]) =>
    alerted.flatMap((each, member) =>
      valuesOf(each).map((value) => ({ member, value: `${rows[member]?.tenant} ${value}`, at: 0 })),
    )
  const addresses = alerted.flatMap(({ group }, member) =>
    [...group.addresses].flatMap((value) => timed(member, value)),
  )
  const isNew = ({ value, at }: Trait) => newAddresses.has(`${value} ${isoDay(at)}`)
  const traits: readonly (readonly [
    reason: string,
    traits: readonly Trait[],
    within?: number,
    needs?: typeof isNew,
  ])[] = [
    [origin, fixed(originOf)],
    [
      account,
      [...accounts.values()].flatMap(({ name, apps }) =>
        [...apps].flatMap((key) => {
          const member = places.get(key)
          return member === undefined ? [] : timed(member, name)
        }),
      ),
    ],
    [newAddress, addresses, dayMs, isNew],
    [address, addresses],
    [pattern, fixed(patternOf)],
  ]
  const campaigns: Campaign[] = alerted.map((_, member) => ({ members: [member], reasons: new Set() }))
  for (const [reason, all, within = hourMs, needs = () => true] of traits)
    for (const same of groupBy(all, ({ value }) => value).values()) {
      same.sort((a, b) => a.at - b.at)
      for (const [i, one] of same.entries()) {
        const next = same[i + 1]
        if (next !== undefined && next.at - one.at <= within && (needs(one) || needs(next)))
          join(campaigns, one.member, next.member, reason)
      }
    }
  const labelOf = labelsOf(rows)
  return [...new Set(campaigns)]
    .filter(({ members }) => members.length > 1)
    .map(({ members, reasons }) =>
      inWords(
        labelOf,
        members.sort((a, b) => a - b).flatMap((i) => rows[i] ?? []),
        reasons,
      ),
    )
}

function join(campaigns: Campaign[], one: number, other: number, reason: string): void {
  const [a, b] = [campaigns[one], campaigns[other]]
  if (a === undefined || b === undefined || a === b) return
  const [large, small] = a.members.length < b.members.length ? [b, a] : [a, b]
  for (const member of small.members) {
    large.members.push(member)
    campaigns[member] = large
  }
  for (const each of [...small.reasons, reason]) large.reasons.add(each)
}

/** The tenant that registered the application, if it is not the tenant of the records. */
function originOf({ app }: AlertedApp): string[] {
  return app?.firstParty === false && app.ownerTenant !== undefined && app.ownerTenant !== app.tenant
    ? [app.ownerTenant]
    : []
}

/** The rules and the permissions; empty without permissions. */
function patternOf({ app, group }: AlertedApp): string[] {
  const scopes = [...new Set(app?.grants.flatMap((grant) => grant.scopes))].sort()
  return scopes.length === 0 ? [] : [[...scopes, ...[...group.rules.keys()].sort()].join(' ')]
}

/** Some logs have only the object ID or the registration ID of an application. */
function inWords(labelOf: (row: AppRow) => string, rows: readonly AppRow[], reasons: ReadonlySet<string>): string {
  const namesOf = (some: readonly AppRow[]) => shortList(some.map(labelOf), mostNames)
  const partial = rows.filter(({ idKind }) => idKind !== 'application ID')
  const same =
    partial.length === 0
      ? ''
      : ` The records name ${namesOf(partial)} by an object ID or a registration ID only: these IDs may belong to one application.`
  return `${namesOf(rows)} may belong to one campaign: ${list([...reasons])}.${same}`
}
