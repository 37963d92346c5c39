// Applications of one attacker have different IDs and names. This module finds the traits that they share.
import { hourMs } from '../../../mappings/kernel/durations.ts'
import type { AlertedApp } from './alerted-apps.ts'
import { labelsOf } from './app-facts.ts'
import type { Collector } from './collect.ts'
import type { AppRow } from './model.ts'
import { list } from './words.ts'

const mostNames = 8

interface Member {
  readonly row: AppRow
  readonly times: readonly number[]
  readonly accounts: ReadonlySet<string>
  readonly addresses: ReadonlySet<string>
  /** The rules and the permissions, as one text; empty without permissions. */
  readonly pattern: string
  /** The tenant that registered it, if it is not the tenant of the records. */
  readonly origin: string | undefined
}

/** A sentence for each group of applications that share an account, an address, a pattern or an origin. */
export function makeCampaigns(
  alerted: readonly AlertedApp[],
  rows: readonly AppRow[],
  collector: Collector,
): readonly string[] {
  const members = alerted.map((each, i) => toMember(each, rows[i] as AppRow, collector))
  const campaigns: { readonly members: Set<Member>; readonly reasons: Set<string> }[] = []
  for (const [i, one] of members.entries())
    for (const other of members.slice(i + 1)) {
      const shared = sharedBy(one, other)
      if (shared === undefined) continue
      const joined = campaigns.filter((each) => each.members.has(one) || each.members.has(other))
      for (const each of joined) campaigns.splice(campaigns.indexOf(each), 1)
      campaigns.push({
        members: new Set([...joined.flatMap((each) => [...each.members]), one, other]),
        reasons: new Set([...joined.flatMap((each) => [...each.reasons]), shared]),
      })
    }
  const labelOf = labelsOf(rows)
  return campaigns.map((each) =>
    inWords(
      labelOf,
      [...each.members].sort((a, b) => members.indexOf(a) - members.indexOf(b)),
      each.reasons,
    ),
  )
}

function toMember({ key, group, app }: AlertedApp, row: AppRow, { alerted: { accounts } }: Collector): Member {
  const notes = [...group.rules.values()].flatMap(({ alerts }) => [...alerts.first, ...alerts.last])
  const scopes = [...new Set(app?.grants.flatMap((grant) => grant.scopes))].sort()
  const isForeign = app?.firstParty === false && app.ownerTenant !== app.tenant
  return {
    row,
    times: notes.map((note) => Date.parse(note['@timestamp'])),
    accounts: new Set([...accounts.values()].filter(({ apps }) => apps.has(key)).map(({ name }) => name)),
    addresses: group.addresses,
    pattern: scopes.length === 0 ? '' : [...scopes, ...[...group.rules.keys()].sort()].join(' '),
    origin: isForeign ? app?.ownerTenant : undefined,
  }
}

function sharedBy(one: Member, other: Member): string | undefined {
  if (one.row.tenant !== other.row.tenant) return undefined
  if (one.origin !== undefined && one.origin === other.origin) return 'registered in the same foreign tenant'
  const isNear = one.times.some((at) => other.times.some((time) => Math.abs(at - time) <= hourMs))
  if (isNear && [...one.accounts].some((each) => other.accounts.has(each))) return 'the same account within an hour'
  if (isNear && [...one.addresses].some((each) => other.addresses.has(each))) return 'the same address within an hour'
  return one.pattern !== '' && one.pattern === other.pattern ? 'the same permissions and the same rules' : undefined
}

/** Some logs have only the object ID or the registration ID of an application. */
function inWords(labelOf: (row: AppRow) => string, members: readonly Member[], reasons: ReadonlySet<string>): string {
  const namesOf = (some: readonly Member[]) => {
    const names = some.slice(0, mostNames).map(({ row }) => labelOf(row))
    return list(some.length > names.length ? [...names, `${some.length - names.length} more`] : names)
  }
  const partial = members.filter(({ row }) => row.idKind !== 'application ID')
  const same =
    partial.length === 0
      ? ''
      : ` The records name ${namesOf(partial)} by an object ID or a registration ID only: these IDs may belong to one application.`
  return `${namesOf(members)} may belong to one campaign: ${list([...reasons])}.${same}`
}
