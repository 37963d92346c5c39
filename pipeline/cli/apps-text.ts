// A review as text for a person, and as a table for a spreadsheet or a ticket.
import { hourOf, startOfHour, time } from '../entity-store/age.ts'
import { appColumnsOf, factsOf, reasonsOfReview, revocationInWords } from '../hunt/report/app-facts.ts'
import { count, daysOf, shortList } from '../hunt/report/words.ts'
import { heldPermissions } from '../review/permissions.ts'
import type { ReviewedApp } from '../review/review.ts'
import { formatListing, type ListFormat, type Listing } from './listing.ts'
import { printable } from './terminal.ts'

const listing: Omit<Listing<ReviewedApp>, 'columns'> = {
  below: [
    { title: 'WHY', text: reasonsOfReview },
    { title: 'GRANTED', text: grantedInWords },
  ],
  json: (apps) => ({ apps: apps.map(appInJson) }),
  empty: 'no applications',
}

/** The days of the recorded grants, and the accounts that granted them: `granted 2026-03-11 by mara.voss@…`. */
function grantedInWords({ grants }: ReviewedApp): string {
  const recorded = grants.flatMap(({ granted, grantedBy }) => (granted === undefined ? [] : [{ granted, grantedBy }]))
  const days = recorded.map(({ granted }) => granted).sort()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return ''
  const by = [...new Set(recorded.flatMap(({ grantedBy }) => grantedBy ?? []))]
  return `granted ${daysOf(first, last)}${by.length === 0 ? '' : ` by ${shortList(by, 3)}`}`
}

const permissionColumn = { title: 'PERMISSIONS', width: 40, text: (app: ReviewedApp) => heldPermissions(app).join(' ') }

const toHour = <T extends Pick<ReviewedApp, 'lastUsed'>>(used: T): T =>
  used.lastUsed === undefined ? used : { ...used, lastUsed: startOfHour(used.lastUsed) }

/** The application, with its last uses truncated to the hour. */
export const appInJson = (app: ReviewedApp): ReviewedApp => ({ ...toHour(app), grants: app.grants.map(toHour) })

export function formatApps(apps: readonly ReviewedApp[], format: ListFormat): string {
  return formatListing(apps, format, { ...listing, columns: [...appColumnsOf(apps), permissionColumn] })
}

function omittedInWords({ historyOmitted: omitted, olderNetworks = 0 }: ReviewedApp): string {
  const parts = [
    ...(omitted === undefined
      ? []
      : [
          `without ${omitted.approximate ? 'about ' : ''}${count(omitted.count, 'other act')}, which the entity store no longer contains: run a hunt on the records, and see documents.ndjson`,
        ]),
    ...(olderNetworks === 0 ? [] : [`without the first uses from ${count(olderNetworks, 'older network')}`]),
  ]
  return parts.length === 0 ? '' : ` (${parts.join('; ')})`
}

export function formatApp(app: ReviewedApp): string {
  const isConsentForAll = app.grants.some(
    ({ principal, kinds, granted, revoked }) =>
      principal === '*' && granted !== undefined && revoked === undefined && !kinds.includes('application'),
  )
  const grants = app.grants.flatMap((grant) => {
    const { principal, tier, granted, grantedBy, revokedBefore, usedSince, listed, lastUsed, revoked } = grant
    const { accountStatus, scopes } = grant
    const whose = principal === '*' ? 'the whole tenant' : principal
    const isCovered = isConsentForAll && listed === undefined && scopes.length === 0
    const unrecorded = isCovered ? 'covered by the grant for the whole tenant' : 'consent not in the records'
    const facts = [
      tier,
      granted === undefined ? unrecorded : `granted ${time(granted)}`,
      listed === undefined ? undefined : `in the inventory since ${time(listed)}`,
      grantedBy === undefined ? undefined : `by ${grantedBy}`,
      revokedBefore === undefined ? undefined : revocationInWords(revokedBefore),
      usedSince === undefined ? undefined : `used since ${time(usedSince)}: renewed, or older than the records`,
      lastUsed === undefined ? 'no use recorded' : `last used in ${hourOf(lastUsed)}`,
      revoked === undefined ? undefined : `revoked ${time(revoked)}`,
      accountStatus === undefined || accountStatus === 'active' ? undefined : `account ${accountStatus}`,
    ]
    return [
      `  ${whose}: ${facts.filter((fact) => fact !== undefined).join(', ')}`,
      ...(scopes.length === 0 ? [] : [`      ${scopes.join(' ')}`]),
    ]
  })
  const history = app.history.map(({ at, what, by, detail }) => {
    const who = by === undefined ? '' : ` by ${by}`
    return `  ${time(at)}  ${what}${who}${detail === undefined || detail === '' ? '' : ` (${detail})`}`
  })
  const facts = [['application', app.names[0] ?? ''], ['ID', app.id], ...factsOf(app)] as const
  const lines = [
    ...facts.flatMap(([title, text]) => (text === '' ? [] : [`${title.padEnd(20)}${text}`])),
    ...(grants.length === 0 ? [] : ['', 'grants', ...grants]),
    ...(history.length === 0 ? [] : ['', `history${omittedInWords(app)}`, ...history]),
  ]
  return lines.map(printable).join('\n')
}
