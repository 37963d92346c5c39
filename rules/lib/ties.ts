// What connects an alert with other alerts on the same act, although they have no event in common: the clicks that wrote
// their records, the use of an application from one new address, and consents of several accounts to one application that
// is new to the tenant.
import type { EcsDocument } from '../../mappings/fields/document.ts'

export interface Ties {
  /** `oauth.act.bundle` of the records, without uses: one click can write dozens of records. */
  readonly clicks: readonly string[]
  /** If every record is a sign-in of one application, or its access to data, from an address in a new network. */
  readonly thefts?: readonly string[]
  /** The accounts in these records, by address where it is known. */
  readonly victims?: readonly string[]
  /** If every record is the consent of an account to one application, which is new to the tenant. */
  readonly spread?: Spread
}

interface Spread {
  readonly accounts: readonly string[]
  /** The number of accounts that use the application after the last of these consents. */
  readonly users: number
}

/** Further members are not compared: the input must not determine how long a comparison takes. */
const most = 1_000

/** An application is new to the tenant for this long after its first record. */
const newDays = 2

const union = (one: readonly string[], other: readonly string[]): string[] =>
  [...new Set([...one, ...other])].slice(0, most)

export function tiesOf(documents: readonly EcsDocument[]): Ties {
  const clicks = documents.flatMap(clicksOf)
  const addresses = documents.map(newAddressOf)
  const thefts = addresses.includes(undefined) ? [] : union(addresses as string[], [])
  const spreads = documents.map(spreadOf)
  const ids = new Set(documents.map(({ oauth }) => oauth?.app?.id))
  const spread = ids.size === 1 && !ids.has(undefined) ? spreads.reduce(joinedSpread) : undefined
  return {
    clicks: union(clicks, []),
    ...(thefts.length > 0 && { thefts, victims: union(documents.flatMap(victimOf), []) }),
    ...(spread !== undefined && { spread }),
  }
}

/** Google records one click of an administrator as several acts, which have only the account and the project in common. */
function clicksOf({ oauth, user }: EcsDocument): readonly string[] {
  if (oauth?.action === 'app_use') return []
  const project = oauth?.app?.registration_id
  const grants = oauth?.action === 'app_install' || oauth?.action === 'trust_change' || oauth?.action === 'consent'
  const click = grants && project !== undefined && user?.email !== undefined ? [`${user.email} ${project}`] : []
  return [...click, ...(oauth?.act?.bundle === undefined ? [] : [oauth.act.bundle])]
}

const takingAccess: ReadonlySet<string | undefined> = new Set([undefined, 'list', 'read', 'sync', 'export'])

function newAddressOf({ oauth, source }: EcsDocument): string | undefined {
  const { action, activity, app } = oauth ?? {}
  const isNew = activity?.network_new === true || activity?.network_age_hours !== undefined
  const takes = action === 'app_sign_in' || (action === 'app_use' && takingAccess.has(activity?.access))
  return isNew && takes && app?.id !== undefined && source?.ip !== undefined ? `${app.id} ${source.ip}` : undefined
}

/** The account whose access an application used; none if the application acted without an account. */
function victimOf({ oauth, user }: EcsDocument): string[] {
  const account = user?.email ?? oauth?.account?.name ?? user?.id
  return account === undefined || oauth?.grant?.app_only === true ? [] : [account.toLowerCase()]
}

/**
 * Whether each account of an alert is one of those of another alert, or one of the alerts has no account. Logs of API calls
 * contain IDs instead of addresses: nothing shows that an ID and an address are of different accounts.
 */
export function hasSameVictims({ victims = [] }: Ties, { victims: others = [] }: Ties): boolean {
  const isAddress = (account: string) => account.includes('@')
  const isKnown = (account: string) => others.some((each) => each === account || isAddress(each) !== isAddress(account))
  return others.length === 0 || victims.every(isKnown)
}

/** The ties of an alert and of its repetition. */
export function joinedTies(one: Ties | undefined, other: Ties | undefined): Ties | undefined {
  if (one === undefined || other === undefined) return one ?? other
  const spread = joinedSpread(one.spread, other.spread)
  const thefts = one.thefts && other.thefts && union(one.thefts, other.thefts)
  return {
    clicks: union(one.clicks, other.clicks),
    ...(thefts && { thefts, victims: union(one.victims ?? [], other.victims ?? []) }),
    ...(spread !== undefined && { spread }),
  }
}

export function joinedSpread(one: Spread | undefined, other: Spread | undefined): Spread | undefined {
  if (one === undefined || other === undefined) return undefined
  return { accounts: union(one.accounts, other.accounts), users: Math.max(one.users, other.users) }
}

/** The consent in a document, if it is one of an account to an application that is new to the tenant. */
export function spreadOf({ event, oauth, user }: EcsDocument): Spread | undefined {
  const account = user?.email ?? oauth?.account?.name
  const isConsent = oauth?.action === 'consent' && oauth.grant?.breadth === 'user' && event.outcome !== 'failure'
  if (!isConsent || account === undefined || (oauth.app?.age_days ?? 0) > newDays) return undefined
  return { accounts: [account], users: (oauth.app?.users ?? 0) + 1 }
}
