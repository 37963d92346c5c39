// Whether a grant of an application applies at a time, was revoked, or ended with the application.
import type { apps, grants } from '../../mappings/entities/types.ts'
import { clickMs } from './annotations.ts'
import { appStatus } from './app-status.ts'
import type { Subject } from './subject.ts'
import type { View } from './view.ts'

/**
 * Returns the time when the grant was revoked, unless it was granted again later. A revocation in the same click as a
 * grant is part of a replacement. The deletion of an application also removes its grants. Only grants before `before`
 * count: an annotation does not count the grant of its own click.
 */
export function revocation(
  view: View<typeof grants>,
  { at, bundle, before = at }: Pick<Subject, 'at' | 'bundle'> & { readonly before?: number },
  deleted: number,
): number | undefined {
  const taken = view.transitions('revoked', at)
  if (taken.length === 0 && deleted === 0) return undefined
  const granted = view.transitions('granted', Number.POSITIVE_INFINITY)
  const bundles = new Set(granted.flatMap((each) => each.bundle ?? []))
  const revoked = taken.find(
    (each) => each.bundle === undefined || (each.bundle !== bundle && !bundles.has(each.bundle)),
  )
  const last = Math.max(revoked?.at ?? 0, deleted)
  const again = granted.find((each) => each.at < before)?.at ?? 0
  // An inventory that lists the grant after its revocation proves a new grant that no record contains.
  const listed = view.moment('listed', at) ?? 0
  return last === 0 || Math.max(again, listed) > last ? undefined : last
}

/** Checks whether a record or an inventory contained the grant by the given time. */
export function isGiven(view: View<typeof grants>, time: number): boolean {
  return view.last('granted', time) !== undefined || view.moment('listed', time) !== undefined
}

/** Returns the time when the application was deleted, unless it was restored; 0 for never. */
export function deletion(view: View<typeof apps>, at: number): number {
  const status = appStatus(view, at - clickMs)
  return status?.value === 'deleted' ? status.at : 0
}
