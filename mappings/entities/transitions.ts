// What happened to an entity and when: a bounded set of transitions instead of the last value.
import { isObject } from '../kernel/json.ts'
import { lookedUp } from '../kernel/looked-up.ts'

/** One thing that happened. Two transitions are the same when all their members are. */
export interface Transition {
  /** Epoch milliseconds, in event time. */
  readonly at: number
  readonly value: string
  /** The document that contains the transition. */
  readonly event: string
  readonly by?: string
  readonly detail?: string
  /** The bundle of records from one user action. */
  readonly bundle?: string
}

export function isTransition(value: unknown): value is Transition {
  return (
    isObject(value) &&
    typeof value.at === 'number' &&
    typeof value.value === 'string' &&
    typeof value.event === 'string' &&
    [value.by, value.detail, value.bundle].every((each) => each === undefined || typeof each === 'string')
  )
}

const order = (a: string | undefined, b: string | undefined): number => {
  const [left, right] = [a ?? '', b ?? '']
  return left < right ? -1 : left > right ? 1 : 0
}

/** A total order, newest first; 0 only for the same transition. */
export function newestFirst(a: Transition, b: Transition): number {
  return (
    b.at - a.at ||
    order(b.event, a.event) ||
    order(b.value, a.value) ||
    order(b.by, a.by) ||
    order(b.detail, a.detail) ||
    order(b.bundle, a.bundle)
  )
}

export interface Kept {
  /** The number of newest transitions. */
  readonly keep: number
  /** The number of pairs of value and detail of which the newest transition is kept. */
  readonly states?: number
  /** Whether the first transition is kept. */
  readonly oldest?: boolean
}

/** Inserts a transition into a list (newest first). Returns true if this changes the list. `drop` takes each transition that the list does not keep. */
export function addTransition(
  list: Transition[],
  added: Transition,
  { keep, states = 0, oldest = false }: Kept,
  drop: (transition: Transition) => void = () => {},
): boolean {
  let place = 0
  for (; place < list.length; place++) {
    const compared = newestFirst(added, list[place] as Transition)
    if (compared === 0) return false
    if (compared < 0) break
  }
  if (place >= keep && states === 0 && !oldest) {
    drop(added)
    return false
  }
  list.splice(place, 0, added)
  if (list.length <= keep) return true
  // Not one text of both: the hash of an unchanged long text is kept.
  const pairs = new Map<string, Set<string>>()
  let count = 0
  const kept = list.filter((each, i) => {
    const { value, detail = '' } = each
    const details = lookedUp(pairs, value, () => new Set<string>())
    const isNew = count < states && !details.has(detail)
    if (isNew) {
      details.add(detail)
      count++
    }
    const isKept = i < keep || isNew || (oldest && i === list.length - 1)
    if (!isKept) drop(each)
    return isKept
  })
  list.splice(0, list.length, ...kept)
  return kept.includes(added)
}
