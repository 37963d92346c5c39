// Which admin events are acts on applications, and what kind of act each is.
import type { Direction } from './openness.ts'

/** What an admin event does to applications. */
export type AdminAct =
  /** Domain-wide delegation: the client may act as any user. */
  | { readonly family: 'delegation'; readonly granted: boolean }
  /** The level of trust of one app; `level` where the event itself names it. */
  | {
      readonly family: 'trust'
      readonly name?: string
      readonly level?: string
      readonly added?: boolean
      readonly direction?: Direction
    }
  /** A setting that holds for many apps; `setting` and `becomes` where the event itself says them. */
  | {
      readonly family: 'policy'
      readonly name: string
      readonly setting?: string
      readonly becomes?: string
      readonly direction?: Direction
    }
  /** A Marketplace app for the whole domain. */
  | { readonly family: 'install'; readonly installed: boolean }
  /** An administrator role, of a person or a service account. */
  | { readonly family: 'role'; readonly granted: boolean; readonly role?: string }
  /** An administrator takes a token away from a user. */
  | { readonly family: 'token' }
  /** The same for a password that one application has. */
  | { readonly family: 'app_password' }
  /** The domain's own consumer, with which older APIs let the organisation read every account. */
  | { readonly family: 'consumer_key'; readonly kind: 'secret' | 'certificate' }
