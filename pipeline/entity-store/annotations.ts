import type { Environment } from '../../mappings/environment/environment.ts'
import type { OauthGroup } from '../../mappings/fields/document.ts'
import { dayMs } from '../../mappings/kernel/durations.ts'
import type { Identity, Lookup } from './lookup.ts'
import type { Subject } from './subject.ts'

type Group<K extends keyof OauthGroup> = NonNullable<OauthGroup[K]>

/** Members for the document, by group. They are added to the document once all of them are known. */
export interface Annotations {
  readonly act: Partial<Group<'act'>>
  readonly app: Partial<Group<'app'>>
  readonly actor_app: Partial<Group<'actor_app'>>
  readonly grant: Partial<Group<'grant'>>
  readonly account: Partial<Group<'account'>>
  readonly credential: Partial<Group<'credential'>>
  readonly redirect: Partial<Group<'redirect'>>
  readonly activity: Partial<Group<'activity'>>
  readonly role: Partial<Group<'role'>>
  baselineReady: boolean
  /** For a visit of a file: when the application opened its first file. */
  openedSince?: number
}

/** An event, the known IDs of its application and of its account, and its annotations so far. */
export interface Annotating {
  readonly annotations: Annotations
  readonly subject: Subject
  readonly lookup: Lookup
  readonly environment: Environment
  readonly appIds: readonly string[]
  readonly identities: readonly Identity[]
}

/** Records this recent are not history: a click makes several, and the unified audit log omits fractions of seconds. */
export const clickMs = 10_000

/** A shorter time is not enough: an intruder who came in a few days ago also repeats acts. */
export const routineMs = 7 * dayMs
