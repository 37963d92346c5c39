// Annotates the application: its age, idle time, number of accounts and permissions, and what a change adds to it.
import type { Transition } from '../../mappings/entities/transitions.ts'
import type { apps, grants } from '../../mappings/entities/types.ts'
import { isApproved } from '../../mappings/environment/environment.ts'
import { type Tier, tiers } from '../../mappings/fields/oauth.ts'
import { dayMs, monthMs } from '../../mappings/kernel/durations.ts'
import { firstPartyApp } from '../../mappings/knowledge/apps.ts'
import { actorOf, credentialAdder, programIn } from './actor.ts'
import { daysBetween, hoursBetween, isoTime } from './age.ts'
import { hasEnded, statusOf } from './annotate-account.ts'
import { annotateAppNetwork } from './annotate-app-network.ts'
import { annotateTwin } from './annotate-twin.ts'
import { type Annotating, type Annotations, clickMs } from './annotations.ts'
import { addedPrincipal, annotateTrust, appStatus } from './app-status.ts'
import { accountIdentities, accountView, appView, wideGrantView } from './identities.ts'
import type { Identity, Lookup } from './lookup.ts'
import { isUsual, learningMs, newMs } from './novelty.ts'
import { isGrant } from './observe-grant.ts'
import { accountOfKey, type Subject } from './subject.ts'
import { changingMethod, isReach, isUse, ownProgramOf, ownTokenFor, waysOf } from './use.ts'
import type { View } from './view.ts'

/** The maximum number of granters that are checked to find out whether an application is an orphan. */
const mostGranters = 20

/** Returns the highest tier in a view before a given time. */
export function highestOf(
  view: { first(field: 'tiers', value: string, time: number): number | undefined },
  time: number,
): Tier | undefined {
  return tiers.find((tier) => view.first('tiers', tier, time) !== undefined)
}

/** An application with this many accounts and at least this age is usual in the organization. */
const manyUsers = 5

/** An application is dormant after this long without use. */
const dormantMs = 60 * dayMs
/** An awakened application counts as new for this long after its first use. */
const awakeMs = 14 * dayMs

export function annotateApp({ annotations, subject, lookup, environment, appIds: ids, identities }: Annotating): void {
  const { app } = annotations
  const { at, oauth } = subject
  const before = at - clickMs
  const view = appView(lookup, subject, ids)
  nameApp(annotations, subject, view, ids)
  const firstSeen = view.earliest('first_seen', before)
  if (firstSeen !== undefined) {
    app.first_seen = isoTime(firstSeen)
    app.age_days = daysBetween(firstSeen, at)
  }
  const used = view.moment('used', at)
  if (used !== undefined) {
    app.last_used = isoTime(used)
    app.idle_days = daysBetween(used, at)
  }
  if (isUse(oauth?.action)) {
    const first = view.earliest('first_used', at)
    app.used_days = first === undefined ? 0 : daysBetween(first, at)
    const awake = view.firstAfterPause('used', at - awakeMs, at, dormantMs)
    if (awake !== undefined) app.awake_days = daysBetween(awake, at)
    const restored = restoration(view, at)
    if (restored?.by !== undefined && programIn(restored.by) !== undefined) app.returned = true
    const isExtended = () => isRaised(wideGrantView(lookup, subject, ids, identities), at)
    if (restored !== undefined || isRedirected(view, at) || isExtended()) app.changed = true
  }
  const users = view.count('users', before)
  app.users = users.count
  if (users.approximate) app.users_approximate = true
  if (users.count >= manyUsers && firstSeen !== undefined && at - firstSeen >= monthMs) app.established = true
  const others = oauth?.action === 'consent' ? view.firstSeenWithin('granters', at - monthMs, before) : []
  const other = others.findLast(({ value }) => value !== actorOf(subject))?.first
  if (other !== undefined) app.granted_hours = hoursBetween(other, at)
  if (oauth?.action === 'consent' && isSpreading(view, at)) app.spreading = true
  annotateTrust(app, subject, view)
  const tier = highestOf(view, before)
  if (tier !== undefined) app.tier_held = tier
  // The list of scopes is long and also in the inventory. It is only needed for changes of permissions.
  if (isGrant(oauth?.action)) {
    const scopes = view.members('scopes', before)
    if (scopes.length > 0) app.scopes_held = scopes.sort()
  }
  const credentials = Number(view.last('credential_totals', before)?.value)
  if (!Number.isNaN(credentials)) app.credentials = credentials
  annotateRegistration(app, subject, view)
  const registered = view.earliest('registered', at)
  if (registered !== undefined) app.registered_hours = hoursBetween(registered, at)
  // One click adds an application and grants its permissions.
  const added = view.transitions('status', at + clickMs).findLast(({ detail }) => detail === addedPrincipal)
  if (added !== undefined && at - added.at < dayMs) app.added_hours = hoursBetween(Math.min(added.at, at), at)
  const status = appStatus(view, at)
  if (status !== undefined) app.status = status.value
  if (isApproved(environment, ids)) app.approved = true
  annotateTwin(app, subject, lookup, ids)
  if (isUse(oauth?.action)) annotateOrphan(app, subject, lookup, view)
}

/** Adds missing names: a grant record contains only the application's object ID, but other records contain the rest. */
function nameApp({ app }: Annotations, { oauth, at }: Subject, view: View<typeof apps>, ids: readonly string[]): void {
  const recorded = oauth?.app
  if (recorded === undefined) return
  const client = ids[0]
  if (
    recorded.id === undefined &&
    client !== undefined &&
    client !== recorded.object_id &&
    client !== recorded.registration_id
  ) {
    app.id = client
    const first = firstPartyApp(client, recorded.owner_tenant)
    app.first_party ??= first !== undefined
  }
  if (recorded.name === undefined) {
    // A later name from an inventory or a record is better than no name.
    const name = view.members('names', at + clickMs).at(-1) ?? view.members('names', Number.POSITIVE_INFINITY, 1)[0]
    if (name !== undefined) app.name = name
  }
}

/** Registration and publisher do not change, so the value from any record or inventory is valid at all times. */
function annotateRegistration(app: Annotations['app'], { oauth, tenant }: Subject, view: View<typeof apps>): void {
  const publisher = view.last('publisher', Number.POSITIVE_INFINITY)?.value
  const verified = view.last('verified', Number.POSITIVE_INFINITY)?.value
  const owner = view.last('owner_tenant', Number.POSITIVE_INFINITY)?.value
  // Drive and Graph records contain no kind. A Google project may have clients of several kinds.
  const kinds = view.transitions('kind', Number.POSITIVE_INFINITY)
  const kind = kinds[0]?.value
  if (kind !== undefined && kinds.every(({ value }) => value === kind) && oauth?.app?.kind === undefined)
    app.kind = kind as NonNullable<typeof app.kind>
  if (publisher !== undefined) app.publisher = publisher
  if (verified !== undefined) app.verified = verified === 'true'
  if (owner === undefined || oauth?.app?.owner_tenant !== undefined) return
  app.owner_tenant = owner
  if (oauth?.app?.own_tenant === undefined) app.own_tenant = owner === tenant
}

/** The restoration of an application in the last week, after its removal in the month before. */
function restoration(view: View<typeof apps>, at: number): Transition | undefined {
  const [back, removal] = view.transitions('status', at).filter(({ value }, i, all) => value !== all[i + 1]?.value)
  const isRecent = back?.value === 'enabled' && removal !== undefined && at - back.at < newMs
  return isRecent && back.at - removal.at < monthMs ? back : undefined
}

/** Whether an application received redirect URIs in the last week. */
const isRedirected = (view: View<typeof apps>, at: number): boolean =>
  view.firstSeenWithin('redirect_domains', at - newMs, at).length > 0

/** Whether a grant reached a higher tier in the last week. */
function isRaised(grant: View<typeof grants>, at: number): boolean {
  const held = highestOf(grant, at - newMs)
  return held !== undefined && highestOf(grant, at) !== held
}

/** Uses that reach other people: a malicious application sends or shares the link to its own consent page. */
const spreadingWays: ReadonlySet<string> = new Set(['mail send', 'chat send', 'file permission'])

/** Whether an application that was first seen in the last week reached other people. */
function isSpreading(view: View<typeof apps>, at: number): boolean {
  const first = view.earliest('first_seen', at)
  if (first === undefined || at - first >= newMs) return false
  return view.members('accesses', at).some((way) => spreadingWays.has(way))
}

function annotateOrphan(app: Annotations['app'], subject: Subject, lookup: Lookup, view: View<typeof apps>): void {
  const { at } = subject
  const granters = view.members('granters', at, mostGranters + 1)
  if (granters.length === 0 || granters.length > mostGranters) return
  let last = 0
  for (const granter of granters) {
    // If another person has the address now, both may have granted access.
    for (const then of [view.first('granters', granter, at) ?? at, at]) {
      const identities = accountIdentities(lookup, subject, accountOfKey(granter), then)
      const status = statusOf(accountView(lookup, subject, identities), at)
      if (status === undefined || !hasEnded(status.status)) return
      last = Math.max(last, status.since)
    }
  }
  app.orphaned = true
  app.orphaned_hours = hoursBetween(last, at)
}

/** Annotates since when the application has used the data of this account, if this is unusual. */
function annotateReach(
  { activity }: Annotations,
  { oauth, at }: Subject,
  view: View<typeof apps>,
  identities: readonly Identity[],
): void {
  if (!isReach(oauth) || identities.length === 0) return
  const times = identities.flatMap(({ id }) => view.first('reached', id, at) ?? [])
  // The entity store forgets some of very many accounts, so a missing account may not be new.
  if (times.length === 0 && view.count('reached', at).approximate) return
  const first = times.length === 0 ? at : Math.min(...times)
  if (at - first >= newMs) return
  if (isUsual(view.firstSeenWithin('reached', 0, first), view.earliest('first_used', at) ?? at, first)) return
  activity.account_age_hours = hoursBetween(first, at)
}

/** Annotates since when the application has used this method, if this is unusual. */
function annotateMethod({ activity }: Annotations, { oauth, at }: Subject, view: View<typeof apps>): void {
  const method = oauth?.action === 'app_use' ? changingMethod(oauth) : undefined
  if (method === undefined || view.count('methods', at).approximate) return
  const first = view.first('methods', method, at) ?? at
  const beginning = view.earliest('first_used', at) ?? at
  if (at - first >= newMs || first - beginning < learningMs) return
  if (!isUsual(view.firstSeenWithin('methods', 0, first), beginning, first))
    activity.method_age_hours = hoursBetween(first, at)
}

/** Since when it has used such data in this way, where its ways have been known for long enough. */
function annotateWay(activity: Annotations['activity'], subject: Subject, app: View<typeof apps>): void {
  const { oauth, at } = subject
  const way = waysOf(subject).at(-1)
  if (way === undefined) return
  const known = app.first('accesses', way, at)
  const first = known ?? at
  if (at - first >= newMs) return
  // An application that sends does so on its first day.
  const learning = oauth?.activity?.access === 'send' ? dayMs : learningMs
  if (app.members('accesses', first - learning, 1).length === 0) return
  if (known === undefined) activity.access_new = true
  // Other rules report new networks. An application that reads data may list it.
  const reading = oauth?.activity?.access === 'list' ? `${oauth.activity.kind} read` : undefined
  if (activity.network_age_hours !== undefined) return
  if (reading !== undefined && app.first('accesses', reading, first) !== undefined) return
  const ways = app.firstSeenWithin('accesses', 0, first)
  if (!isUsual(ways, ways[0]?.first ?? first, first)) activity.access_age_hours = hoursBetween(first, at)
}

/** Annotates how long an application without a user has used data with this program, if this is unusual. */
function annotateOwnProgram(activity: Annotations['activity'], subject: Subject, app: View<typeof apps>): void {
  const { at } = subject
  const program = ownProgramOf(subject)
  if (program === undefined || app.count('programs', at).approximate) return
  const first = app.first('programs', program, at) ?? at
  const earlier = app.firstSeenWithin('programs', 0, first)
  const beginning = earlier[0]?.first ?? first
  if (at - first >= newMs || first - beginning < learningMs || isUsual(earlier, beginning, first)) return
  activity.program_age_hours = hoursBetween(first, at)
}

/** Annotates which parts of a sign-in by the application itself are new. A program always signs in the same way. */
function annotateOwnSignIn({ credential, grant }: Annotations, { oauth, at }: Subject, app: View<typeof apps>): void {
  if (oauth?.action !== 'app_sign_in') return
  const { kind } = oauth.credential ?? {}
  if (kind !== undefined && oauth.grant?.app_only === true && app.members('credential_kinds_used', at, 1).length > 0)
    credential.kind_new = app.first('credential_kinds_used', kind, at) === undefined
  const resources = ownTokenFor(oauth)
  if (resources.length > 0 && app.members('resources', at, 1).length > 0)
    grant.resource_new = resources.some((resource) => app.first('resources', resource, at) === undefined)
}

export function annotateCredentialAge(
  credential: Annotations['credential'],
  { oauth, at }: Subject,
  view: View<typeof apps>,
): void {
  const id = oauth?.credential?.id
  const added = id === undefined ? undefined : view.first('credential_ids', id, at)
  if (added !== undefined) credential.age_hours = hoursBetween(added, at)
}

/** Annotates which parts of a change, a sign-in or a use are new for this application. */
export function annotateChanges({ annotations, subject, lookup, environment, appIds, identities }: Annotating): void {
  const { oauth, at } = subject
  const before = at - clickMs
  const view = appView(lookup, subject, appIds)
  const { credential, redirect } = oauth ?? {}
  if (isUse(oauth?.action)) {
    annotateCredentialAge(annotations.credential, subject, view)
    annotateAppNetwork(annotations.activity, subject, view, accountView(lookup, subject, identities), environment)
    annotateReach(annotations, subject, view, identities)
    annotateMethod(annotations, subject, view)
    annotateWay(annotations.activity, subject, view)
    annotateOwnProgram(annotations.activity, subject, view)
    annotateOwnSignIn(annotations, subject, view)
  } else if (credential !== undefined && (credential.added ?? 0) > 0) {
    if (credential.kind !== undefined)
      annotations.credential.kind_new = view.first('credential_kinds', credential.kind, before) === undefined
    const adder = credentialAdder(subject)
    if (annotations.baselineReady && adder !== undefined && view.members('credential_actors', before, 1).length > 0)
      annotations.credential.actor_new =
        view.first('credential_actors', adder, Math.min(before, at - dayMs)) === undefined
  }
  const domains = redirect?.added_domains?.filter(
    (domain) => view.first('redirect_domains', domain, before) === undefined,
  )
  if (domains !== undefined && domains.length > 0) annotations.redirect.domains_new = domains
}
