// Builders of client activity in Chat with the token of a person: Chat API calls, and the matching Chat log.
import type { RawRecord } from './campaign.ts'
import { type UseParts, use } from './google-events.ts'
import { activity, type Network, type Org, type Person, text } from './google-layouts.ts'
import { parameters, type Value } from './google-parameters.ts'

export interface Space {
  readonly id: string
  readonly name: string
}

export const chatSpace = (org: Org, name: string): Space => ({ id: text(org.random, 11), name })

/** The client calls the Chat API on behalf of the person. */
export const chatCall = (org: Org, parts: UseParts): RawRecord => use(org, { ...parts, bucket: 'COMMUNICATIONS' })

interface LogParts {
  readonly at: number
  readonly who: Person
  readonly from: Network | null
  readonly space: Space
}

const logged = (org: Org, parts: LogParts, name: string, values: Readonly<Record<string, Value>>): RawRecord =>
  activity(org, {
    at: parts.at,
    application: 'chat',
    who: parts.who,
    from: parts.from,
    events: [
      {
        type: 'user_action',
        name,
        parameters: parameters({ room_id: parts.space.id, actor: parts.who.email, ...values }),
      },
    ],
  })

/** A message attachment was downloaded. */
export const attachmentDownload = (org: Org, parts: LogParts & { readonly file: string }): RawRecord =>
  logged(org, parts, 'attachment_download', {
    attachment_name: parts.file,
    attachment_hash: (org.random.uuid() + org.random.uuid()).replaceAll('-', ''),
    attachment_url: `https://chat.google.com/u/0/api/get_attachment_url?attachment_token=${text(org.random, 40)}`,
  })

/** A message was posted. */
export const messagePosted = (
  org: Org,
  parts: LogParts & { readonly kind: 'SPACE' | 'USER_TO_USER_DIRECT_MESSAGE' },
): RawRecord =>
  logged(org, parts, 'message_posted', {
    actor_type: 'NON_ADMIN',
    room_name: parts.kind === 'SPACE' ? parts.space.name : '',
    external_room: 'DISABLED',
    conversation_type: parts.kind,
    conversation_ownership: 'INTERNALLY_OWNED',
    message_id: `${parts.space.id}/${text(org.random, 11)}`,
    attachment_status: 'NO_ATTACHMENT',
    dlp_scan_status: 'DLP_NOT_APPLICABLE',
    retention_state: 'PERMANENT',
    timestamp_ms: parts.at,
  })
