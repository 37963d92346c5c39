// The keys of an application: who added them, when they were reported, and where they were used.
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import { present } from '../../../mappings/kernel/present.ts'
import { time } from '../../entity-store/age.ts'
import { keysOf } from '../../entity-store/subject.ts'
import { isUse } from '../../entity-store/use.ts'
import { cut } from './kept.ts'
import { limits } from './limits.ts'
import { count, list } from './words.ts'

/** A key that was added or reported in the records, with its use. */
export interface KeyRow {
  readonly id: string
  /** The kind of the key, with its name if a record has it. */
  readonly what: string
  readonly added?: KeyAct
  readonly reported?: { readonly at: string }
  readonly removed?: KeyAct
  readonly first?: KeyAct
  readonly last?: KeyAct
  readonly uses: number
}

interface KeyAct {
  readonly at: string
  readonly by?: string
  readonly address?: string
}

type At = { readonly at: string }
type Facts = Omit<KeyRow, 'id'>

const earlier = <T extends At>(one: T | undefined, other: T | undefined): T | undefined =>
  one === undefined || (other !== undefined && other.at < one.at) ? other : one

const later = <T extends At>(one: T | undefined, other: T | undefined): T | undefined =>
  one === undefined || (other !== undefined && other.at > one.at) ? other : one

export class Keys {
  readonly #keys = new Map<string, Facts>()

  /** Takes a record about an application. Failed acts change and prove nothing; an inventory lists keys without acts. */
  see(document: EcsDocument): void {
    const { oauth, event } = document
    const ids = keysOf(oauth?.credential)
    if (ids.length === 0 || event.outcome === 'failure' || event.kind === 'asset') return
    const facts = factsOf(document)
    for (const id of ids) this.#put(cut(id.toLowerCase(), limits.id), facts)
  }

  /** Takes what other keys of the same application have. */
  merge(other: Keys): void {
    for (const [id, facts] of other.#keys) this.#put(id, facts)
  }

  #put(id: string, facts: Facts): void {
    const known = this.#keys.get(id)
    if (known === undefined && this.#keys.size >= limits.keys) return
    this.#keys.set(id, {
      what: known === undefined || known.what === 'key' ? facts.what : known.what,
      uses: (known?.uses ?? 0) + facts.uses,
      ...present({
        added: earlier(known?.added, facts.added),
        reported: earlier(known?.reported, facts.reported),
        removed: later(known?.removed, facts.removed),
        first: earlier(known?.first, facts.first),
        last: later(known?.last, facts.last),
      }),
    })
  }

  /** The keys that were added or reported in the records: the used ones first. */
  rows(): KeyRow[] {
    return [...this.#keys]
      .flatMap(([id, facts]) => (facts.added === undefined && facts.reported === undefined ? [] : [{ id, ...facts }]))
      .sort((a, b) => b.uses - a.uses || (a.id < b.id ? -1 : 1))
  }
}

function factsOf({ '@timestamp': at = '', oauth, source, user }: EcsDocument): Facts {
  const { credential, action, actor_app: program } = oauth ?? {}
  const { kind = 'key', name, added = 0, removed = 0 } = credential ?? {}
  const [by, address] = [user?.email ?? program?.name ?? user?.id ?? program?.id, source?.ip]
  const act = { at, ...present({ by, address }) }
  const isUsed = isUse(action)
  return {
    what: name === undefined ? kind : `${kind} "${cut(name, limits.name)}"`,
    uses: isUsed ? 1 : 0,
    ...(added > 0 && { added: act }),
    ...(removed > 0 && { removed: act }),
    ...(action === undefined && { reported: { at } }),
    ...(isUsed && { first: act, last: act }),
  }
}

/** The origin and the use of a key in a sentence; undefined for a key without use in the records. */
export function keyInWords({ id, what, added, reported, first, uses }: KeyRow): string | undefined {
  if (first === undefined) return undefined
  const from = ({ address }: KeyRow['first'] & object) => (address === undefined ? '' : ` from ${address}`)
  const origin = [
    ...(added === undefined
      ? []
      : [`added at ${time(added.at)}${added.by === undefined ? '' : ` by ${added.by}`}${from(added)}`]),
    ...(reported === undefined ? [] : [`reported by Entra ID Protection at ${time(reported.at)}`]),
  ]
  return `The ${what} ${id}, ${list(origin)}, was used ${uses === 1 ? 'once' : count(uses, 'time')}, first at ${time(first.at)}${from(first)}.`
}
