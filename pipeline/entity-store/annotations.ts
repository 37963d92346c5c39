import type { OauthGroup } from '../../mappings/fields/document.ts'

type Group<K extends keyof OauthGroup> = NonNullable<OauthGroup[K]>

/** Members for the document, by group. They are put into it when all of them are known. */
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

/** One click makes several records within seconds, and the unified audit log cuts the fractions off: what is as young as that is no history. */
export const clickMs = 10_000
