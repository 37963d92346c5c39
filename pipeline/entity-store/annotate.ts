// The fields of `oauth.*` that the entity store writes: facts known before the time of an event, without the event.
import { type Environment, isApproved } from '../../mappings/environment/environment.ts'
import { bestId, type EcsDocument, type OauthGroup } from '../../mappings/fields/document.ts'
import { dayMs } from '../../mappings/kernel/durations.ts'
import { setService } from '../../mappings/lib/oauth/document.ts'
import { annotateAccount, annotateCredentialMade, annotateGroupRole } from './annotate-account.ts'
import { annotateAccountNetwork } from './annotate-account-network.ts'
import { annotateApp, annotateChanges, annotateCredentialAge } from './annotate-app.ts'
import { annotateContainment } from './annotate-containment.ts'
import { annotateDelegation } from './annotate-delegation.ts'
import { annotateGrant } from './annotate-grant.ts'
import { annotateKeyLeft } from './annotate-key-left.ts'
import { annotateKeyNetwork } from './annotate-key-network.ts'
import { annotateKinds } from './annotate-kinds.ts'
import { annotateLinked } from './annotate-linked.ts'
import { annotatePlaces } from './annotate-places.ts'
import { annotateDelivery, annotateFactor, annotateRoutine, annotateSelf } from './annotate-routine.ts'
import { annotateServer } from './annotate-server.ts'
import { annotateUnrecorded } from './annotate-unrecorded.ts'
import type { Annotations } from './annotations.ts'
import { isTracked } from './apply.ts'
import { isInventory } from './apply-inventory.ts'
import { accountIdentities, accountView, appIdentities, appView, logSourceKey } from './identities.ts'
import type { Lookup } from './lookup.ts'
import { annotateVisit, isVisit } from './open-links.ts'
import { isCredentialByApp, isExport, isMailboxChanged, type Subject } from './subject.ts'
import { wayOf } from './use.ts'

/** The minimum history of a log source for a meaningful "never seen". */
export const baselineMs = 14 * dayMs

/** Returns the annotations of an event; undefined if the event concerns no application, role, group, export or open link. */
export function annotationsOf(subject: Subject, lookup: Lookup, environment: Environment): Annotations | undefined {
  const { oauth, app, account, accountAct, actor, at } = subject
  const isActless =
    oauth?.action === undefined &&
    oauth?.role === undefined &&
    oauth?.account === undefined &&
    !isExport(subject) &&
    !isVisit(subject)
  const isSignIn = oauth === undefined && accountAct?.signedIn === true
  const isOther = accountAct?.joined === true || subject.membership !== undefined || isCredentialByApp(subject)
  const isFactor = oauth === undefined && accountAct?.factorChanged === true
  const isOpening = isMailboxChanged(subject.document)
  // An inventory states facts itself.
  if (isInventory(subject) || (isActless && !isOther && !isSignIn && !isFactor && !isOpening)) return undefined
  const logSource = lookup.get('log_sources', logSourceKey(subject))
  const annotations: Annotations = {
    act: {},
    app: {},
    actor_app: {},
    grant: {},
    account: {},
    credential: {},
    redirect: {},
    activity: {},
    role: {},
    baselineReady: logSource?.first_seen !== undefined && at - logSource.first_seen >= baselineMs,
  }
  if (isSignIn) {
    const owner = accountIdentities(lookup, subject, accountAct.account, at)
    annotateCredentialMade({ annotations, subject, lookup, environment }, owner)
    return annotations.account.credential_age_hours === undefined ? undefined : annotations
  }
  if (isFactor) {
    annotateFactor(annotations.act, subject, lookup, environment)
    return annotations.act.network_age_hours === undefined ? undefined : annotations
  }
  if (isOpening) {
    if (actor === undefined) return undefined
    const administrator = accountView(lookup, subject, accountIdentities(lookup, subject, actor, at))
    annotateAccountNetwork(annotations.account, subject, administrator, environment)
    return annotations
  }
  const identities = account === undefined ? [] : accountIdentities(lookup, subject, account, at)
  const tracksApp = isTracked(subject)
  const needsApp = app !== undefined && (tracksApp || oauth?.grant?.app_only === true)
  const appIds = needsApp ? appIdentities(lookup, subject, app) : []
  const annotating = { annotations, subject, lookup, environment, appIds, identities }
  if (account !== undefined) {
    annotateAccount(annotating)
    annotateLinked(annotating)
  }
  annotateGroupRole(annotating)
  annotateRoutine(annotations.act, subject, lookup, environment)
  annotateVisit(annotating, logSource?.first_seen)
  annotateSelf(annotations.actor_app, subject, lookup)
  annotateDelivery(annotations.actor_app, subject, lookup)
  if (subject.actorApp !== undefined && isCredentialByApp(subject))
    if (isApproved(environment, appIdentities(lookup, subject, subject.actorApp))) annotations.actor_app.approved = true
  if (needsApp && tracksApp) {
    annotateApp(annotating)
    annotateChanges(annotating)
    annotateKinds(annotating, logSource?.first_seen)
    annotateKeyNetwork(annotating)
    annotateKeyLeft(annotating)
    annotateGrant(annotating)
    annotateContainment(annotating)
    annotateDelegation(annotating)
    annotateUnrecorded(annotating)
    annotatePlaces(annotating)
    annotateServer(annotating, logSource?.first_seen)
  } else if (needsApp) {
    // An application of the vendor needs no key of the organization, so only the age of a key matters.
    annotateCredentialAge(annotations.credential, subject, appView(lookup, subject, appIds))
  }
  if (oauth?.action !== undefined) annotations.act.series ??= seriesOf(subject.document, oauth, annotations.app.id)
  return annotations
}

/**
 * A record without an application or an account also has a series, so a rule that groups by it loses no record. The
 * Microsoft log sources have different user IDs for an actor, but the same address or object ID.
 */
export function seriesOf({ user }: EcsDocument, oauth: OauthGroup, app = bestId(oauth.app)): string {
  const actor = user?.email ?? oauth.actor_app?.object_id ?? user?.id
  return [app, actor, wayOf(oauth) ?? oauth.action].map((part) => part?.slice(0, 300) ?? '').join('|')
}

const groups = ['act', 'app', 'actor_app', 'grant', 'account', 'credential', 'redirect', 'activity', 'role'] as const

/** Members that come from the record in some documents and from the entity store in others. */
const shared: Readonly<Partial<Record<(typeof groups)[number], readonly string[]>>> = {
  app: ['id', 'name', 'first_party', 'owner_tenant', 'own_tenant', 'kind', 'publisher', 'verified', 'status'],
  actor_app: ['self'],
  grant: ['self'],
  account: ['kind', 'status', 'roles', 'tier', 'privileged'],
  role: ['name', 'tier'],
}

/** Writes the annotations into the document of a subject; its service keeps the ID and the name of its application. */
export function putAnnotations(subject: Subject, annotations: Annotations): void {
  const { document, oauth: recorded } = subject
  const { act, account, role } = annotations
  // Adding a group member is not an act on an application, unless the member comes from outside or the group holds a role.
  // A visit of a stranger or a guest concerns no application, unless one opened the file.
  // Late facts concern only documents with annotations. An export has annotations even in a usual network.
  if (
    recorded === undefined &&
    !isExport(subject) &&
    (act.outside ??
      act.link_by ??
      act.guest_of ??
      account.credential_age_hours ??
      account.network_new ??
      act.network_age_hours ??
      role.tier) === undefined
  )
    return
  const oauth: OauthGroup = recorded ?? {}
  if (recorded === undefined) document.oauth = oauth
  const filled: string[] = []
  for (const group of groups) {
    const members: Readonly<Record<string, unknown>> = annotations[group]
    if (Object.keys(members).length === 0) continue
    for (const name of shared[group] ?? []) if (members[name] !== undefined) filled.push(`${group}.${name}`)
    // To a copy, because several documents of one activity may share the group. Adding members to a copy that was made
    // by a spread costs ten times as much.
    oauth[group] = Object.assign({}, oauth[group], members) as never
  }
  oauth.entity_store =
    filled.length > 0
      ? { filled, baseline_ready: annotations.baselineReady }
      : { baseline_ready: annotations.baselineReady }
  if (annotations.app.id !== undefined || annotations.app.name !== undefined) setService(document, oauth.app)
}
