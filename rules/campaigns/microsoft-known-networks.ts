// Trusted locations of Conditional Access, in the unified audit log, and the days of a short export.
import type { RawRecord } from './campaign.ts'
import { directory } from './microsoft-layouts.ts'
import type { Log, Person } from './microsoft-tenant.ts'

export interface KnownNetwork {
  readonly name: string
  readonly ranges: readonly string[]
}

const policy = (network: KnownNetwork, id: string): string =>
  JSON.stringify([
    JSON.stringify({
      KnownNetworkPolicies: {
        NetworkName: network.name,
        NetworkId: id,
        CidrIpRanges: network.ranges,
        Categories: ['trusted'],
        ApplyToUnknownCountry: false,
        CountryIsoCodes: [],
      },
    }),
  ])

/** A trusted location gets other addresses. Returns the ID. */
export const knownNetwork = (log: Log, at: number, by: Person, before: KnownNetwork, now: KnownNetwork): string => {
  const id = log.random.uuid()
  return directory(log, at, {
    operation: 'Update policy.',
    by,
    target: [
      { ID: `Policy_${id}`, Type: 2 },
      { ID: id, Type: 2 },
      { ID: 'Policy', Type: 2 },
      { ID: 'Known Networks List', Type: 1 },
    ],
    objectId: `Policy_${id}`,
    category: 'Policy',
    details: { 'User-Agent': by.agent },
    changes: [
      { name: 'PolicyDetail', now: policy(now, id), before: policy(before, id) },
      { name: 'Included Updated Properties', now: 'PolicyDetail' },
    ],
  })
}

/** The unified audit records from `from` to `to`, as a responder exports them. */
export const exported = (records: readonly RawRecord[], from: number, to: number): readonly RawRecord[] =>
  records.filter((record) => {
    const at = Date.parse(`${record.CreationTime}Z`)
    return at >= from && at < to
  })
