// Many accounts of a large organization, networks with many addresses, and one timeline of both vendors.
import type { RawRecord } from './campaign.ts'
import { type Network, network, type Org, type Person, timeOf } from './google-layouts.ts'

/** `count` further accounts, numbered as a school or a large company does; the name is `prefix`0001 and so on. */
export const crowd = (org: Org, prefix: string, unit: string, count: number): readonly Person[] =>
  Array.from({ length: count }, (_, index): Person => {
    const name = `${prefix}${String(index + 1).padStart(4, '0')}`
    const home = network(`91.64.${10 + (index % 200)}.${org.random.integer(2, 250)}`, 31334, 'DE', 'DE-HE')
    return { email: `${name}@${org.domain}`, name, profileId: `1${org.random.digits(20)}`, unit, home }
  })

/** An address out of a network that has many: `start` has the first two numbers. */
export const anyAddress = (org: Org, start: string, asn: number, region: string): Network =>
  network(`${start}.${org.random.integer(1, 254)}.${org.random.integer(2, 250)}`, asn, region)

const writtenAt = (record: RawRecord): number => {
  const { time } = record as { time?: string }
  return time === undefined ? timeOf(record) : Date.parse(time)
}

/** The records of both vendors in the order of time. */
export const merged = (...lists: readonly (readonly RawRecord[])[]): RawRecord[] =>
  lists.flat().sort((left, right) => writtenAt(left) - writtenAt(right))
