import type { OauthGroup } from '../../mappings/fields/document.ts'

type Group<K extends keyof OauthGroup> = NonNullable<OauthGroup[K]>

/** Members for the document, by group. They are added to the document once all of them are known. */
export interface Annotations {
  readonly act: Partial<Group<'act'>>
  readonly app: Partial<Group<'app'>>
  readonly grant: Partial<Group<'grant'>>
  readonly account: Partial<Group<'account'>>
  readonly credential: Partial<Group<'credential'>>
  readonly redirect: Partial<Group<'redirect'>>
  readonly activity: Partial<Group<'activity'>>
  baselineReady: boolean
}

/** Records this recent are not history: a click makes several, and the unified audit log omits fractions of seconds. */
export const clickMs = 10_000
