// Domain-wide delegations: `consentry apps delegations`.
import { type Delegation, delegationsOf } from '../review/delegations.ts'
import { type AppsOptions, formatOf, reviewOf } from './apps.ts'
import type { ExitCode } from './exit.ts'
import { formatListing, type Listing } from './listing.ts'
import { reportUnread } from './unread.ts'

const listing: Listing<Delegation> = {
  columns: [
    { title: 'CLIENT', width: 24, text: ({ id }) => id },
    { title: 'NAME', width: 24, text: ({ name }) => name ?? '' },
    { title: 'STATE', width: 8, text: ({ state }) => state },
    { title: 'TIER', width: 8, text: ({ tier }) => tier ?? '' },
    { title: 'GRANTED', width: 24, text: ({ granted }) => granted ?? 'not in the records' },
    { title: 'BY', width: 24, text: ({ grantedBy }) => grantedBy ?? '' },
    { title: 'REVOKED', width: 24, text: ({ revoked }) => revoked ?? '' },
    { title: 'LAST USED', width: 24, text: ({ lastUsed }) => lastUsed ?? 'no use in the records' },
    { title: 'ACCOUNTS', width: 8, text: ({ actedFor }) => String(actedFor.length) },
  ],
  below: { title: 'SCOPES', text: ({ scopes }) => scopes.join(' ') },
  json: (delegations) => ({ delegations }),
  empty: 'no domain-wide delegations',
}

const limit =
  'A delegation from before the first record is listed only if the records show its use. The Admin console lists all: https://admin.google.com/ac/owl/domainwidedelegation'

export async function appsDelegationsCommand(paths: readonly string[], options: AppsOptions): Promise<ExitCode> {
  const format = formatOf(options)
  const { apps, readability } = await reviewOf(paths, { ...options, firstParty: true })
  const code = reportUnread(readability.unread())
  console.log(formatListing(delegationsOf(apps), format, listing))
  if (format === 'table') console.log(`\n${limit}`)
  return code
}
