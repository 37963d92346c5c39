// The holders of an address. A new person can get the address of another, and a person can get another address.
import type { Entity } from '../../mappings/entities/entity.ts'
import type { aliases } from '../../mappings/entities/types.ts'
import { dayMs } from '../../mappings/kernel/durations.ts'
import { aliasId } from './entity-ids.ts'
import type { Reader } from './store.ts'
import type { Subject } from './subject.ts'

/** An application or account has no more IDs than this. Of more IDs, the oldest are used. */
export const mostIds = 12

export interface Link {
  readonly kind: string
  readonly id: string
  readonly first: number
}

function allLinks(alias: Entity<typeof aliases> | undefined): Link[] {
  const stored = alias?.links?.ordered() ?? []
  return stored.map(({ value, first }) => {
    const colon = value.indexOf(':')
    return { kind: value.slice(0, colon), id: value.slice(colon + 1), first }
  })
}

const aliasOf = (reader: Reader, { vendor, tenant }: Subject, of: 'app' | 'account', id: string) =>
  reader.get('aliases', aliasId(vendor, tenant, of, id).key)

/** The IDs that an alias joins; the link to a creation contains no ID. */
export const linkedIds = (alias: Entity<typeof aliases> | undefined): string[] =>
  allLinks(alias).flatMap(({ kind, id }) => (kind === 'created' ? [] : id))

export function linksOf(reader: Reader, subject: Subject, of: 'app' | 'account', id: string): Link[] {
  return allLinks(aliasOf(reader, subject, of, id)).slice(0, mostIds)
}

/** An address, and the time in which one person has it. */
export interface Turn {
  readonly address: string
  readonly from: number | undefined
  readonly until: number | undefined
  /** The directory object of the person, if it is known. */
  readonly holder: string | undefined
  /** The addresses that the person had before and after this one, and the times of the changes. */
  readonly former: Link | undefined
  readonly later: Link | undefined
}

/**
 * The time in which links still concern the same person: two logs record a creation at different times, and records contain the
 * earlier address for a while after a rename.
 */
const graceMs = dayMs

/** A turn, and the time of its first link. */
type OpenTurn = { -readonly [K in 'from' | 'holder' | 'former' | 'later']?: Turn[K] } & { since?: number }

const isHolder = ({ kind }: Link): boolean => kind === 'object' || kind === 'profile'

function startsTurn(link: Link, { since, holder, later }: OpenTurn): boolean {
  if (link.kind === 'former') return true
  if (link.kind === 'created') return later !== undefined || since === undefined || link.first > since + graceMs
  // The first holder may show their object later than their address, but not long after their rename.
  return isHolder(link) && (holder !== undefined || (later !== undefined && link.first > later.first + graceMs))
}

/** Returns the turns of the successive holders of an address; the first turn has no beginning. */
export function turnsOf(reader: Reader, subject: Subject, address: string): Turn[] {
  let last: OpenTurn = {}
  const turns = [last]
  // All links: each holder of a short-lived address leaves several.
  for (const link of allLinks(aliasOf(reader, subject, 'account', address))) {
    if (startsTurn(link, last)) {
      last = { from: link.first }
      turns.push(last)
    }
    last.since ??= link.first
    if (isHolder(link)) last.holder = link.id
    if (link.kind === 'former') last.former = link
    if (link.kind === 'later') last.later ??= link
  }
  return turns.map(({ from, holder, former, later }, i) => ({
    address,
    from,
    until: turns[i + 1]?.from,
    holder,
    former,
    later,
  }))
}

export function turnAt(turns: readonly Turn[], at: number): Turn | undefined {
  return turns.findLast(({ from }) => from === undefined || from <= at)
}

/** Returns the turns of one person: this one, and those of the addresses that the person had before and after it. */
export function turnsOfPerson(reader: Reader, subject: Subject, turn: Turn): Turn[] {
  const found = new Map<string, Turn>()
  const add = (next: Turn | undefined): void => {
    if (next !== undefined && found.size < mostIds) found.set(`${next.address} ${next.from}`, next)
  }
  add(turn)
  for (const { former, later } of found.values()) {
    if (former !== undefined) add(turnAt(turnsOf(reader, subject, former.id), former.first - 1))
    if (later !== undefined) add(turnAt(turnsOf(reader, subject, later.id), later.first))
  }
  return [...found.values()]
}
