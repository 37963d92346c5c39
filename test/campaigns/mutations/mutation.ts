// Mutations of a whole attack: the same campaign under other names, at another pace, from another log source. Mutations
// depend only on the layouts of the vendors and know no rule.
import type { Attack, RawRecord } from '../../../rules/campaigns/campaign.ts'
import { identityOf } from '../results.ts'

/** A changed attack, or undefined where the campaign has nothing that the mutation could change. */
export type Mutate = (attack: Attack) => Attack | undefined

/** Returns the time of the first hostile record of an attack. */
export function startOf({ records, firstHostile }: Attack): number {
  const first = records.map(identityOf).find(({ id }) => id === firstHostile)
  if (first === undefined) throw new Error(`the attack has no record ${firstHostile}`)
  return first.time
}

/** The attack with the text of each record replaced; undefined where no text changes. */
export function rewrite(attack: Attack, replace: (text: string, record: RawRecord) => string): Attack | undefined {
  let changed = false
  const records = attack.records.map((record) => {
    const before = JSON.stringify(record)
    const after = replace(before, record)
    if (after === before) return record
    changed = true
    return JSON.parse(after) as RawRecord
  })
  return changed ? { ...attack, records } : undefined
}

/** Returns the attack with several records of different ids for each record. An alert on any is an alert on the act. */
export function replaceEach(
  attack: Attack,
  parts: (record: RawRecord) => readonly RawRecord[] | undefined,
): Attack | undefined {
  const idsOf = new Map<string, readonly string[]>()
  const records = attack.records.flatMap((record) => {
    const replaced = parts(record)
    if (replaced === undefined) return [record]
    idsOf.set(
      identityOf(record).id,
      replaced.map((part) => identityOf(part).id),
    )
    return replaced
  })
  if (idsOf.size === 0) return undefined
  const all = (ids: readonly string[]) => ids.flatMap((id) => idsOf.get(id) ?? [id])
  return {
    records,
    firstHostile: all([attack.firstHostile])[0] as string,
    dataLeft: all(attack.dataLeft),
    required: attack.required.map((required) => ({ ...required, ids: all(required.ids) })),
    quiet: all(attack.quiet),
  }
}
