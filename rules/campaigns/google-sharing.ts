// Builders of sharing by a client: meeting guests and file readers, each with the call of the client.
import type { RawRecord } from './campaign.ts'
import { calendar, file, use } from './google-events.ts'
import { type App, MINUTE, type Org, type Parts, type Person, text } from './google-layouts.ts'

/** Calendar counts seconds since the year 1. */
const gregorian = (at: number): number => Math.floor(at / 1000) + 62_135_596_800

/** Somebody becomes a guest of a meeting. */
export const addGuest = (
  org: Org,
  parts: Parts & {
    readonly guest: string
    readonly title: string
    readonly starts: number
    readonly kind: 'web' | 'api_v3'
    readonly agent: string
  },
): RawRecord =>
  calendar(org, {
    at: parts.at,
    who: parts.who,
    from: parts.from,
    type: 'event_change',
    name: 'add_event_guest',
    values: {
      api_kind: parts.kind,
      calendar_id: parts.who.email,
      end_time: gregorian(parts.starts + 45 * MINUTE),
      event_guest: parts.guest,
      event_id: text(org.random, 26),
      event_title: parts.title,
      is_recurring: false,
      organizer_calendar_id: parts.who.email,
      start_time: gregorian(parts.starts),
      user_agent: parts.agent,
    },
  })

/** A client adds a guest to a meeting of its user: the call and the Calendar record. */
export const guestByClient = (
  org: Org,
  parts: Parts & { readonly app: App; readonly guest: string; readonly title: string; readonly starts: number },
): RawRecord[] => [
  use(org, { ...parts, method: 'calendar.events.patch', bytes: org.random.integer(1_200, 3_400) }),
  addGuest(org, {
    ...parts,
    at: parts.at + 1000,
    kind: 'api_v3',
    agent: 'google-api-python-client (gzip),gzip(gfe)',
  }),
]

interface ShareParts extends Parts {
  readonly doc: string
  readonly title: string
  readonly kind?: string
  readonly reader: Person
  /** The client that shares; if absent, the Drive website. */
  readonly app?: App
}

/** A colleague receives read access to a file. */
export const shareFile = (org: Org, parts: ShareParts): RawRecord =>
  file(org, {
    at: parts.at,
    who: parts.who,
    from: parts.from,
    name: 'change_user_access',
    title: parts.title,
    kind: parts.kind ?? 'document',
    ...(parts.app ? { app: parts.app } : {}),
    more: {
      doc_id: parts.doc,
      target_user: parts.reader.email,
      old_value: ['none'],
      new_value: ['can_view'],
      old_visibility: 'private',
      visibility: 'shared_internally',
      visibility_change: 'internal',
      ...(parts.app ? { api_method: 'drive.permissions.create' } : {}),
    },
  })

/** A client shares a file of its user with a colleague: the call and the Drive record. */
export const shareByClient = (org: Org, parts: ShareParts & { readonly app: App }): RawRecord[] => [
  use(org, { ...parts, method: 'drive.permissions.create', bytes: org.random.integer(300, 700) }),
  shareFile(org, { ...parts, at: parts.at + 1000 }),
]

/** A client downloads a file of its user: the call and the Drive record. */
export const downloadByClient = (
  org: Org,
  parts: Parts & { readonly app: App; readonly title: string; readonly kind: string; readonly bytes: number },
): RawRecord[] => [
  use(org, { ...parts, method: 'drive.files.get' }),
  file(org, { ...parts, at: parts.at + 1000, name: 'download' }),
]
