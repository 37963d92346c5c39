// A fact may arrive when documents that it concerns are stored already, stamped without it. The entity it changes then
// says so, in the same write as the fact, so that no crash can lose it: `pipeline/mend` stamps those documents anew.
import type { EntityName } from '../../mappings/entities/types.ts'
import { isObject, type JsonObject } from '../../mappings/kernel/json.ts'

/** What of an entity has not been looked at for its consequences. Epoch milliseconds. */
export interface Late {
  /** Documents from this event time on are concerned. */
  readonly from: number
  /** When the first of it was told, and the last, by the clock of who told it. */
  readonly first_told: number
  readonly last_told: number
}

/** Records of one click are minutes apart at most, and some stamps ask for all of its records. */
const clickMargin = 3_600_000

/** What is stamped as it is known now, whenever the event was. */
const timeless: ReadonlySet<string> = new Set(['links', 'names', 'owner_tenant', 'publisher', 'verified', 'kind'])

/** From when on a fact of this field and event time concerns documents; undefined for one that concerns none. */
export function concernsFrom(name: EntityName, field: string, at: number): number | undefined {
  // How long a feed has run is a matter of its first event; that it goes on concerns no stamp.
  if (name === 'feeds' && field !== 'first_seen') return undefined
  return timeless.has(field) ? 0 : Math.max(0, at - clickMargin)
}

/** The mark after one more fact. */
export function markLate(held: Late | undefined, from: number, now: number): Late {
  return { from: Math.min(held?.from ?? from, from), first_told: held?.first_told ?? now, last_told: now }
}

/** The mark that a stored entity has. */
export function lateOf(source: JsonObject): Late | undefined {
  const { late } = source
  if (!isObject(late)) return undefined
  return { from: Number(late.from), first_told: Number(late.first_told), last_told: Number(late.last_told) }
}
