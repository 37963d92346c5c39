// Whether an act is a routine of the account or application that did it: an intruder does it for the first time.
import type { Annotations } from './annotations.ts'
import { isUse } from './apply.ts'
import { accountIdentities, accountView, appIdentities, appView } from './identities.ts'
import type { Lookup } from './lookup.ts'
import type { Subject } from './subject.ts'

/** Who came in a few days ago repeats what he did, too. */
const routineMs = 7 * 86_400_000

export function annotateRoutine(act: Annotations['act'], subject: Subject, lookup: Lookup): void {
  const { oauth, actor, at } = subject
  const action = oauth?.action
  if (action === undefined || isUse(action)) return
  const first =
    oauth?.actor_app?.id !== undefined
      ? appView(lookup, subject, appIdentities(lookup, subject, { id: oauth.actor_app.id })).first('acts', action, at)
      : actor !== undefined
        ? accountView(lookup, subject, accountIdentities(lookup, subject, actor, at)).first('acts', action, at)
        : undefined
  if (first !== undefined && at - first >= routineMs) act.routine = true
}
