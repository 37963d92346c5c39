// What is known as of an event's time, the event itself excluded: the fields of `oauth.*` that memory writes.
import type { Environment } from '../../mappings/environment/environment.ts'
import type { OauthGroup } from '../../mappings/fields/document.ts'
import { isTracked } from './contribute.ts'
import { accountIdentities, appIdentities, feedKey } from './identities.ts'
import type { Lookup } from './lookup.ts'
import { stampAccount } from './stamp-account.ts'
import { stampApp, stampChanges } from './stamp-app.ts'
import { stampGrant } from './stamp-grant.ts'
import { stampLinked } from './stamp-linked.ts'
import type { Stamps } from './stamps.ts'
import type { Subject } from './subject.ts'

/** How long a feed must have run before "never seen" says something. */
export const settleMs = 14 * 86_400_000

/** The stamps of an event; undefined for one that is about no application. */
export function stampsOf(subject: Subject, lookup: Lookup, environment: Environment): Stamps | undefined {
  const { oauth, app, account, at } = subject
  if (oauth?.action === undefined) return undefined
  const feed = lookup.get('feeds', feedKey(subject))
  const stamps: Stamps = {
    app: {},
    grant: {},
    account: {},
    credential: {},
    redirect: {},
    activity: {},
    settled: feed?.first_seen !== undefined && at - feed.first_seen >= settleMs,
  }
  const identities = account === undefined ? [] : accountIdentities(lookup, subject, account, at)
  if (account !== undefined) {
    stampAccount(stamps, subject, lookup, environment, identities)
    stampLinked(stamps, subject, lookup, environment, identities)
  }
  if (app !== undefined && isTracked(subject)) {
    const ids = appIdentities(lookup, subject, app)
    stampApp(stamps, subject, lookup, environment, ids)
    stampChanges(stamps, subject, lookup, ids)
    stampGrant(stamps, subject, lookup, ids, identities)
  }
  return stamps
}

const groups = ['app', 'grant', 'account', 'credential', 'redirect', 'activity'] as const

/** Members that are the record's in some documents and memory's in others. */
const shared = (
  [
    ['app', 'id'],
    ['app', 'name'],
    ['app', 'first_party'],
    ['app', 'owner_tenant'],
    ['app', 'own_tenant'],
    ['app', 'publisher'],
    ['app', 'verified'],
    ['app', 'status'],
    ['account', 'kind'],
    ['account', 'status'],
  ] as const
).map(([group, name]) => ({ group, name, path: `${group}.${name}` }))

/** Writes stamps into the document. */
export function putStamps({ oauth }: Subject, stamps: Stamps): void {
  if (oauth === undefined) return
  const filled: string[] = []
  for (const { group, name, path } of shared)
    if ((stamps[group] as Readonly<Record<string, unknown>>)[name] !== undefined) filled.push(path)
  for (const group of groups) putGroup(oauth, group, stamps[group])
  oauth.memory = filled.length > 0 ? { filled, settled: stamps.settled } : { settled: stamps.settled }
}

/** Puts members into a group, of which a copy is made: documents of one activity may share it. */
function putGroup(oauth: OauthGroup, group: (typeof groups)[number], members: Readonly<Record<string, unknown>>): void {
  if (Object.keys(members).length === 0) return
  // What is added to a copy that a spread made costs ten times as much.
  oauth[group] = Object.assign({}, oauth[group], members) as never
}
