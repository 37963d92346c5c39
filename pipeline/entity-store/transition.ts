// A change of a state, as the entity store keeps it.
import type { Transition } from '../../mappings/entities/transitions.ts'
import { hourMs } from '../../mappings/kernel/durations.ts'
import type { Subject } from './subject.ts'

/** Returns the change of a state by an act, with the actor and a detail if they are known. */
export function transition(
  { at, event, bundle }: Subject,
  value: string,
  { by, detail }: { by?: string | undefined; detail?: string | undefined } = {},
): Transition {
  return {
    at,
    value,
    event,
    ...(by !== undefined && { by }),
    ...(detail !== undefined && { detail }),
    ...(bundle !== undefined && { bundle }),
  }
}

/** Returns the hour of an act: the acts of an hour with the same actor and detail are one transition. */
export const hourOf = (subject: Subject): Subject => ({
  ...subject,
  at: Math.floor(subject.at / hourMs) * hourMs,
  event: '',
  bundle: undefined,
})
