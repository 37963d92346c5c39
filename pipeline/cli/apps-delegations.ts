// The domain-wide delegations of Google Workspace: `consentry apps delegations`.
import { type Delegation, delegationsOf } from '../review/delegations.ts'
import { type AppsOptions, listFormatOf, reviewOf } from './apps.ts'
import type { ExitCode } from './exit.ts'
import { formatListing, type Listing } from './listing.ts'
import { reportUnread } from './unread.ts'

const listing: Listing<Delegation> = {
  columns: [
    { title: 'CLIENT', width: 80, text: ({ id }) => id },
    { title: 'NAME', width: 24, text: ({ name }) => name ?? '' },
    { title: 'STATE', width: 8, text: ({ state }) => state },
    { title: 'TIER', width: 8, text: ({ tier }) => tier ?? '' },
    {
      title: 'GRANTED',
      width: 24,
      text: ({ granted, state }) => granted ?? (state === 'revoked' ? 'before the first record' : 'not in the records'),
    },
    { title: 'BY', width: 24, text: ({ grantedBy }) => grantedBy ?? '' },
    { title: 'REVOKED', width: 24, text: ({ revoked }) => revoked ?? '' },
    { title: 'LAST USED (HOUR)', width: 24, text: ({ lastUsed }) => lastUsed ?? 'no use in the records' },
    { title: 'ACCOUNTS', width: 8, text: ({ actedFor }) => String(actedFor.length) },
  ],
  below: [
    { title: 'SCOPES', text: ({ scopes }) => scopes.join(' ') },
    {
      title: 'REASON FOR THE TIER',
      text: ({ tier, tierReason }) =>
        tier === undefined || tierReason.length === 0 ? '' : `${tier}, because of ${tierReason.join('; ')}`,
    },
  ],
  json: (delegations) => ({ delegations }),
  empty: 'no domain-wide delegations',
}

const limit =
  'The list contains a delegation older than the first record only if the records show its use or removal. The Admin console lists all delegations: https://admin.google.com/ac/owl/domainwidedelegation'

export async function appsDelegationsCommand(paths: readonly string[], options: AppsOptions): Promise<ExitCode> {
  const format = listFormatOf(options)
  const { apps, readability } = await reviewOf(paths, { ...options, firstParty: true })
  const code = reportUnread(readability.unread())
  console.log(formatListing(delegationsOf(apps), format, listing))
  if (format === 'table' && options.quiet !== true) console.log(`\n${limit}`)
  return code
}
