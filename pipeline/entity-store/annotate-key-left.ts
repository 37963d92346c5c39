// Annotates sign-ins with a key from a network that the application first used a week before the key was added or later.
// A response that replaces the leaked key misses the key that the thief added.
import { hourMs, monthMs } from '../../mappings/kernel/durations.ts'
import { programIn } from './actor.ts'
import { type Annotating, clickMs } from './annotations.ts'
import { addsKey, removesKey } from './app-status.ts'
import { appView } from './identities.ts'
import { inUseSince } from './known-networks.ts'
import { learningMs, newMs } from './novelty.ts'

/** Annotates a key that an incident response left: another person replaced another key within a month. */
export function annotateKeyLeft({ annotations: { credential }, subject, lookup, appIds }: Annotating): void {
  const { at, oauth } = subject
  const id = oauth?.credential?.id
  if (oauth?.action !== 'app_sign_in' || id === undefined) return
  const app = appView(lookup, subject, appIds)
  const added = app.first('credential_ids', id, at)
  if (added === undefined) return
  const since = inUseSince(app, subject)
  if (since < added - newMs || since - (app.earliest('first_used', since) ?? since) < learningMs) return
  const changes = app.transitions('credential_totals', at)
  const adder = changes.find((change) => change.at === added && addsKey(change))?.by
  const isReplaced = changes
    .filter(removesKey)
    .some(
      ({ at: removed, by }) =>
        by !== adder &&
        by !== undefined &&
        programIn(by) === undefined &&
        removed - added > clickMs &&
        removed - added < monthMs &&
        at - removed < monthMs &&
        changes.some((other) => addsKey(other) && other.by === by && Math.abs(other.at - removed) <= hourMs),
    )
  if (isReplaced) credential.outlived = true
}
