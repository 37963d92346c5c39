// Builders for appointments that a client writes or deletes on a date of its choice: the call of the client, and the Calendar record.
import type { RawRecord } from './campaign.ts'
import { calendar, use } from './google-events.ts'
import { type App, MINUTE, type Org, type Parts, text } from './google-layouts.ts'

/** Calendar counts seconds since the year 1. */
const gregorian = (at: number): number => Math.floor(at / 1000) + 62_135_596_800

interface EntryParts extends Parts {
  readonly app: App
  /** The name of the program in the Calendar log. */
  readonly agent: string
  readonly act: 'insert' | 'import' | 'delete'
  readonly title: string
  readonly starts: number
  readonly minutes: number
  readonly event?: string
}

export const eventId = (org: Org): string => text(org.random, 26)

/** A client creates or deletes an appointment in the calendar of its user. */
export const entryByClient = (org: Org, parts: EntryParts): RawRecord[] => [
  use(org, {
    at: parts.at,
    who: parts.who,
    app: parts.app,
    from: parts.from,
    method: `calendar.events.${parts.act}`,
    bytes: parts.act === 'delete' ? 0 : org.random.integer(900, 2_400),
  }),
  calendar(org, {
    at: parts.at + 1000,
    who: parts.who,
    from: parts.from,
    type: 'event_change',
    name: parts.act === 'delete' ? 'delete_event' : 'create_event',
    values: {
      api_kind: 'api_v3',
      calendar_id: parts.who.email,
      end_time: gregorian(parts.starts + parts.minutes * MINUTE),
      event_id: parts.event ?? eventId(org),
      event_title: parts.title,
      is_recurring: false,
      organizer_calendar_id: parts.who.email,
      start_time: gregorian(parts.starts),
      user_agent: parts.agent,
    },
  }),
]
