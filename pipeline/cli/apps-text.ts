// A review as a person reads it, and as a spreadsheet or a ticket takes it.
import { hourOf } from '../entity-store/age.ts'
import { count } from '../hunt/report/words.ts'
import type { ReviewedApp } from '../review/review.ts'
import { formatListing, type ListFormat, type Listing } from './listing.ts'
import { printable } from './terminal.ts'

const listing: Listing<ReviewedApp> = {
  columns: [
    { title: 'APP', width: 30, text: ({ names }) => names[0] ?? '' },
    { title: 'ID', width: 36, text: ({ id }) => id },
    { title: 'VENDOR', width: 9, text: ({ vendor }) => vendor },
    { title: 'TIER', width: 8, text: ({ tier }) => tier ?? '' },
    { title: 'FOR', width: 6, text: ({ breadth }) => breadth },
    { title: 'USERS', width: 6, text: ({ users, usersApproximate }) => `${usersApproximate ? '~' : ''}${users}` },
    { title: 'IDLE', width: 6, text: ({ idleDays }) => (idleDays === undefined ? 'unseen' : `${idleDays}d`) },
    { title: 'GRANTERS', width: 8, text: ({ granters }) => granters },
    { title: 'STATE', width: 9, text: ({ status }) => status },
    { title: 'APPROVAL', width: 8, text: ({ approval }) => approval },
  ],
  below: { title: 'WHY', text: why },
  json: (apps) => ({ apps }),
  empty: 'no applications',
}

function why({ reasons }: ReviewedApp): string {
  return reasons.join('; ')
}

/** All applications of a review. */
export function formatApps(apps: readonly ReviewedApp[], format: ListFormat): string {
  return formatListing(apps, format, listing)
}

/** The registration and the publisher of an application, if known. */
function registration({ ownerTenant, tenant, publisher, verified }: ReviewedApp): string {
  const where = ownerTenant === undefined ? undefined : ownerTenant === tenant ? 'in this tenant' : `in ${ownerTenant}`
  const known = verified === undefined ? '' : verified ? ' (verified)' : ' (not verified)'
  const who =
    publisher === undefined && verified === undefined ? undefined : `by ${publisher ?? 'an unnamed publisher'}${known}`
  return [where, who].filter((part) => part !== undefined).join(', ')
}

/** One application with its whole history. */
export function formatApp(app: ReviewedApp): string {
  const line = (title: string, text: string | undefined) =>
    text === undefined || text === '' ? [] : [`${title.padEnd(20)}${text}`]
  const grants = app.grants.flatMap((grant) => {
    const { principal, tier, granted, grantedBy, usedSince, listed, lastUsed, revoked, accountStatus, scopes } = grant
    const whose = principal === '*' ? 'the whole tenant' : principal
    const facts = [
      tier,
      granted === undefined ? 'consent not in the records' : `granted ${granted}`,
      listed === undefined ? undefined : `in the inventory since ${listed}`,
      grantedBy === undefined ? undefined : `by ${grantedBy}`,
      usedSince === undefined ? undefined : `used since ${usedSince}: renewed, or older than the records`,
      lastUsed === undefined ? 'no use recorded' : `last used in ${hourOf(lastUsed)}`,
      revoked === undefined ? undefined : `revoked ${revoked}`,
      accountStatus === undefined || accountStatus === 'active' ? undefined : `account ${accountStatus}`,
    ]
    return [
      `  ${whose}: ${facts.filter((fact) => fact !== undefined).join(', ')}`,
      ...(scopes.length === 0 ? [] : [`      ${scopes.join(' ')}`]),
    ]
  })
  const history = app.history.map(({ at, what, by, detail }) => {
    const who = by === undefined ? '' : ` by ${by}`
    return `  ${at}  ${what}${who}${detail === undefined || detail === '' ? '' : ` (${detail})`}`
  })
  const lines = [
    ...line('application', app.names.join(' · ')),
    ...line('id', [app.id, ...app.otherIds].join(' · ')),
    ...line('tenant', `${app.vendor} ${app.tenant || '(unknown)'}`),
    ...line('registered', registration(app)),
    ...line(
      'permissions',
      [app.tier, app.breadth === 'none' ? 'no active grant' : `for ${app.breadth}`].filter(Boolean).join(', '),
    ),
    ...line('users', `${app.usersApproximate ? 'about ' : ''}${app.users}`),
    ...line(
      'used',
      app.lastUsed === undefined
        ? 'no recorded use'
        : `in ${hourOf(app.lastUsed)}, idle for ${count(app.idleDays ?? 0, 'day')}`,
    ),
    ...line('state', `${app.status}, granters ${app.granters}`),
    ...line('approval', `${app.approval}${app.approvedUntil === undefined ? '' : ` (until ${app.approvedUntil})`}`),
    ...line('credentials', app.credentials?.toString()),
    ...line('owners', app.owners.join(', ')),
    ...line('reasons for review', why(app)),
    ...(grants.length === 0 ? [] : ['', 'grants', ...grants]),
    ...(history.length === 0 ? [] : ['', 'history', ...history]),
  ]
  return lines.map(printable).join('\n')
}
