// The holders of an address. A new person can get the address of another, and a person can get another address.
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

export function linksOf(reader: Reader, subject: Subject, of: 'app' | 'account', id: string): Link[] {
  const alias = reader.get('aliases', aliasId(subject.vendor, subject.tenant, of, id).key)
  if (alias?.links === undefined) return []
  return alias.links
    .ordered()
    .slice(0, mostIds)
    .map(({ value, first }) => {
      const colon = value.indexOf(':')
      return { kind: value.slice(0, colon), id: value.slice(colon + 1), first }
    })
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

const isHolder = ({ kind }: Link): boolean => kind === 'object' || kind === 'profile'

/** Returns the turns of the successive holders of an address; the first turn has no beginning. */
export function turnsOf(reader: Reader, subject: Subject, address: string): Turn[] {
  const links = linksOf(reader, subject, 'account', address)
  const starts: { from?: number; holder?: string; former?: Link }[] = [{}]
  for (const link of links) {
    const last = starts.at(-1)
    if (link.kind === 'former') starts.push({ from: link.first, former: link })
    // A person with this address shows their object later, unless the object of the address is already another.
    else if (isHolder(link) && last !== undefined && last.holder === undefined) last.holder = link.id
    else if (isHolder(link)) starts.push({ from: link.first, holder: link.id })
  }
  return starts.map(({ from, holder, former }, i) => {
    const until = starts[i + 1]?.from
    const later = links.find(
      ({ kind, first }) => kind === 'later' && first >= (from ?? first) && (until === undefined || first < until),
    )
    return { address, from, until, holder, former, later }
  })
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
