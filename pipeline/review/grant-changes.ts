// The recorded grants and revocations of one grant, in order.
import type { Transition } from '../../mappings/entities/transitions.ts'
import type { grants as grantType } from '../../mappings/entities/types.ts'
import { type Tier, tiers } from '../../mappings/fields/oauth.ts'
import { lookedUp } from '../../mappings/kernel/looked-up.ts'
import { present } from '../../mappings/kernel/present.ts'
import { isoTime } from '../entity-store/age.ts'
import { removedSome, revokedAll } from '../entity-store/held.ts'
import type { View } from '../entity-store/view.ts'
import type { ReviewedGrant } from './grants.ts'

/** A recorded change of a grant. `reduced`: some of its permissions were removed. */
export interface GrantChange {
  readonly at: string
  readonly what: 'granted' | 'revoked' | 'reduced'
  readonly by?: string
  /** The permissions in the records of the change. */
  readonly scopes: readonly string[]
  readonly tier?: Tier
  readonly inferred?: true
}

/** Returns the changes of a grant: records of one click are one change. A revocation in the same click as a grant is part of a replacement. */
export function changesIn(
  view: View<typeof grantType>,
  { now, inferred, since }: { now: number; inferred: Transition | undefined; since: number | undefined },
): GrantChange[] {
  const lists = view.transitions('scope_changes', now)
  const granted = view.transitions('granted', now)
  const clicks = new Set(granted.flatMap(({ bundle }) => bundle ?? []))
  const revoked = [...(inferred === undefined ? [] : [inferred]), ...view.transitions('revoked', now)]
  const isOwnClick = ({ bundle }: Transition) => bundle === undefined || !clicks.has(bundle)
  const all = [
    ...revoked.filter(isOwnClick).map((record) => ({ what: 'revoked', record }) as const),
    ...granted.map((record) => ({ what: 'granted', record }) as const),
    ...lists
      .filter((each) => kindOf(each.value) === 'reduced' && isOwnClick(each))
      .map((record) => ({ what: 'reduced', record }) as const),
  ]
  const clickOf = new Map<string, (typeof all)[number][]>()
  for (const each of all)
    lookedUp(clickOf, `${each.what} ${each.record.bundle ?? each.record.event}`, () => []).push(each)
  const changes = [...clickOf.values()].map((click): GrantChange => {
    const [{ what }] = click as [(typeof all)[number]]
    const records = click.map(({ record }) => record)
    const events = new Set(records.map(({ event }) => event))
    const ofClick = lists.filter(({ event, value }) => events.has(event) && kindOf(value) === what)
    return {
      at: isoTime(Math.min(...records.map(({ at }) => at))),
      what,
      ...present({
        by: records.find(({ by }) => by !== undefined)?.by,
        tier: tiers.find((tier) => ofClick.some(({ value }) => value === tier)),
      }),
      scopes: [...new Set(ofClick.flatMap(({ detail }) => detail?.split(' ') ?? []))].sort(),
      ...(inferred !== undefined && records.includes(inferred) && { inferred: true }),
    }
  })
  // An inventory contains no record of the click.
  const start = since === undefined ? undefined : isoTime(since)
  if (start !== undefined && !changes.some(({ at }) => at === start))
    changes.push({ at: start, what: 'granted', scopes: [] })
  return changes.sort(byTime)
}

export const byTime = (a: { readonly at: string }, b: { readonly at: string }): number =>
  a.at < b.at ? -1 : a.at > b.at ? 1 : 0

const kindOf = (value: string): GrantChange['what'] =>
  value === removedSome ? 'reduced' : value === revokedAll ? 'revoked' : 'granted'

/** Returns the changes of a grant. For a right in Exchange, only the last grant and the last revocation are known. */
export function changesOf({
  changes,
  granted,
  grantedBy,
  revoked,
  revokedBy,
  scopes,
}: ReviewedGrant): readonly GrantChange[] {
  return (
    changes ?? [
      ...(granted === undefined
        ? []
        : [{ at: granted, what: 'granted', ...present({ by: grantedBy }), scopes } as const]),
      ...(revoked === undefined
        ? []
        : [{ at: revoked, what: 'revoked', ...present({ by: revokedBy }), scopes: [] } as const]),
    ]
  )
}
