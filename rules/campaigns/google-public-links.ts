// Builders of files that a client opens to anyone with the link.
import type { RawRecord } from './campaign.ts'
import { file, use } from './google-events.ts'
import { type App, type Org, type Parts, text } from './google-layouts.ts'

interface LinkParts extends Parts {
  readonly app: App
  readonly title: string
  readonly kind?: string
}

const eventsOf = (record: RawRecord): readonly unknown[] => (record.events as readonly unknown[] | undefined) ?? []

/** A client opens a private file of its user to anyone with the link: the call, and the Drive record with its two events. */
export const openByClient = (org: Org, parts: LinkParts): readonly RawRecord[] => {
  const { at, who, from, app, title } = parts
  const shared = { at: at + 1000, who, from, app, title, kind: parts.kind ?? 'document' }
  const open = {
    doc_id: `1${text(org.random, 32)}`,
    target_domain: 'all',
    old_visibility: 'private',
    visibility: 'people_with_link',
    visibility_change: 'external',
    api_method: 'drive.permissions.create',
  }
  const opened = file(org, {
    ...shared,
    name: 'change_document_visibility',
    more: { ...open, old_value: ['private'], new_value: ['people_with_link'] },
  })
  const scope = file(org, {
    ...shared,
    name: 'change_document_access_scope',
    more: { ...open, old_value: ['none'], new_value: ['can_view'] },
  })
  return [
    use(org, { at, who, app, from, method: 'drive.permissions.create', bytes: org.random.integer(260, 620) }),
    { ...opened, events: [...eventsOf(opened), ...eventsOf(scope)] },
  ]
}
