// An organization with a Business edition: its token log has consent and its end, but no calls of clients.
import type { RawRecord } from './campaign.ts'
import type { Background } from './google-background.ts'
import { admin, file } from './google-events.ts'
import { run } from './google-grants.ts'
import { type App, idOf, type Network, type Org, type Person } from './google-layouts.ts'

const isCall = (record: RawRecord): boolean => {
  const { id, events } = record as { id?: { applicationName: string }; events?: readonly { name: string }[] }
  return id?.applicationName === 'token' && events?.[0]?.name === 'activity'
}

/** The quiet days without the calls of clients. */
export const businessEdition = (days: Background): Background => {
  const records = days.records.filter((record) => !isCall(record))
  const known = new Set(records.map(idOf))
  return { records, quiet: days.quiet.filter((id) => known.has(id)) }
}

/** An administrator sets a new password for a person. */
export const newPassword = (
  org: Org,
  parts: { readonly at: number; readonly from: Network; readonly target: Person },
): RawRecord =>
  admin(org, {
    at: parts.at,
    who: org.admin,
    from: parts.from,
    type: 'USER_SETTINGS',
    name: 'CHANGE_PASSWORD',
    values: { USER_EMAIL: parts.target.email },
  })

interface Download {
  readonly start: number
  readonly count: number
  readonly gap: readonly [number, number]
  readonly who: Person
  readonly from: Network
  readonly app: App
  readonly titles: readonly string[]
}

/** A client downloads files, one after the other. */
export const downloads = (org: Org, parts: Download): RawRecord[] =>
  run(org, parts, (at, index) =>
    file(org, {
      at,
      who: parts.who,
      from: parts.from,
      name: 'download',
      kind: 'pdf',
      title: `${parts.titles[index % parts.titles.length] ?? 'Invoice'} ${1000 + index}.pdf`,
      owner: index % 3 === 0 ? parts.who : org.random.pick(org.people),
      app: parts.app,
    }),
  )
