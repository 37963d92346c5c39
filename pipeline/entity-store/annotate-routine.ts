// Annotates whether an act is a routine of the account or application that did it, and whether the account recently
// came from a new network. An intruder does an act for the first time and from another network.
import { entityKey } from '../../mappings/entities/key.ts'
import type { accounts, apps } from '../../mappings/entities/types.ts'
import type { Environment } from '../../mappings/environment/environment.ts'
import { dayMs } from '../../mappings/kernel/durations.ts'
import { deliversAccess } from '../../mappings/knowledge/apps.ts'
import { hoursBetween } from './age.ts'
import { administratorSince } from './annotate-account.ts'
import { accountNetworkSince, actingNetworkSince, knowsNetwork, ownsNetwork } from './annotate-account-network.ts'
import { appNetworkSince, newNetworkSince } from './annotate-app-network.ts'
import { type Annotations, clickMs, routineMs } from './annotations.ts'
import { addsKey } from './app-status.ts'
import { aliasId } from './entity-ids.ts'
import { accountIdentities, accountView, appIdentities, appView } from './identities.ts'
import { projectOf } from './links.ts'
import type { Lookup } from './lookup.ts'
import { isOwnAddress, networkOf } from './network.ts'
import { newMs } from './novelty.ts'
import { domainOf, isCredentialByApp, personAtConsole, routineAct, type Subject, takesOverByApp } from './subject.ts'
import { isUse } from './use.ts'
import type { View } from './view.ts'

export function annotateRoutine(
  act: Annotations['act'],
  subject: Subject,
  lookup: Lookup,
  environment: Environment,
): void {
  const { oauth, actor, actorApp, at, vendor } = subject
  if (isOutside(subject, lookup, environment)) act.outside = true
  if (isUse(oauth?.action)) {
    const since = callerNetworkSince(subject, lookup)
    if (since !== undefined && !isOwnAddress(subject.document.source?.ip, environment))
      act.network_age_hours = hoursBetween(since, at)
    return
  }
  const done = routineAct(subject)
  const isInside = isOwnAddress(subject.document.source?.ip, environment)
  if (actorApp !== undefined) {
    const view = appView(lookup, subject, appIdentities(lookup, subject, actorApp))
    annotateRepetition(act, view, done, at)
    const armed = view.transitions('credential_totals', at - clickMs).find(addsKey)?.at
    // The first credential of a new tool for sign-in methods is part of its installation.
    const registered = isCredentialByApp(subject) ? view.earliest('registered', at) : undefined
    const isInstallation = armed !== undefined && registered !== undefined && armed - registered < dayMs
    if (armed !== undefined && at - armed < dayMs && !isInstallation) act.armed_hours = hoursBetween(armed, at)
    if (isInside) return
    const since = takesOverByApp(subject)
      ? makerNetworkSince(view, subject, lookup, environment)
      : appNetworkSince(view, subject)
    if (since !== undefined) act.network_age_hours = hoursBetween(since, at)
  } else if (actor !== undefined) {
    const view = accountView(lookup, subject, accountIdentities(lookup, subject, actor, at))
    annotateRepetition(act, view, done, at)
    const promoted = administratorSince(view, at)
    if (promoted !== undefined && at - promoted < newMs) act.role_age_hours = hoursBetween(promoted, at)
    if (isInside) return
    const isKnown = vendor === 'microsoft' && knowsNetwork(view, subject)
    const isNamed = done === undefined || isKnown || personAtConsole(subject) !== undefined
    const named = isNamed ? actingNetworkSince(view, subject) : undefined
    const since = named ?? (done === undefined || isKnown ? undefined : accountNetworkSince(view, at))
    if (since === undefined) return
    act.network_age_hours = hoursBetween(since, at)
    const isPlaced = view.members('owner_places', since, 1).length > 0
    // A server that renews a stolen token shows no place of the owner.
    const isOwners = networkOf(subject.document.source?.ip) === undefined || ownsNetwork(view, subject, at)
    if (isPlaced && isOwners && view.firstSeenWithin('owner_places', since, at).length === 0) act.country_known = true
  }
}

/** Annotates whether an application changed itself, if the record names it by one kind of ID as actor and by another as target. */
export function annotateSelf(actorApp: Annotations['actor_app'], subject: Subject, lookup: Lookup): void {
  const { oauth, app, actorApp: actor } = subject
  if (app === undefined || actor === undefined || oauth?.actor_app?.self !== undefined || isUse(oauth?.action)) return
  const own = appIdentities(lookup, subject, app)
  actorApp.self = appIdentities(lookup, subject, actor).some((id) => own.includes(id))
}

/**
 * Annotates the network in which the owner of an account changed a second factor. The unified audit log contains no address: there,
 * the newest network counts, and only if the organization does not collect Entra’s own log, which contains the same change.
 */
export function annotateFactor(
  act: Annotations['act'],
  subject: Subject,
  lookup: Lookup,
  environment: Environment,
): void {
  const { accountAct, at, dataset, document, tenant, vendor } = subject
  if (accountAct === undefined || isOwnAddress(document.source?.ip, environment)) return
  const other = dataset === 'o365.audit' && lookup.get('log_sources', entityKey(vendor, tenant, 'azure.auditlogs'))
  if (other && other.first_seen !== undefined && other.first_seen <= at) return
  const since = actingNetworkSince(
    accountView(lookup, subject, accountIdentities(lookup, subject, accountAct.account, at)),
    subject,
  )
  if (since !== undefined) act.network_age_hours = hoursBetween(since, at)
}

/** Annotates whether a service of Microsoft acted that gives approved access. An attacker who adds a credential to the service acts as the service. */
export function annotateDelivery(actorApp: Annotations['actor_app'], subject: Subject, lookup: Lookup): void {
  const { accountAct, actorApp: actor, at, membership, oauth, vendor } = subject
  if (vendor !== 'microsoft' || actor === undefined) return
  if (accountAct?.role === undefined && membership === undefined) return
  const ids = appIdentities(lookup, subject, actor)
  const client = actor.id ?? ids.find((id) => id !== actor.objectId)
  if (!deliversAccess(client, oauth?.actor_app?.name)) return
  const hasKey = appView(lookup, subject, ids).transitions('credential_totals', at).some(addsKey)
  if (!hasKey) actorApp.delivers_access = true
}

/**
 * Returns since when the network is known of a person or service account that obtains a token of another service account, or lets
 * it sign. The tokens that were obtained for the caller show its networks.
 */
function callerNetworkSince(subject: Subject, lookup: Lookup): number | undefined {
  const { actor, at, oauth } = subject
  if (actor?.address === undefined || oauth?.action !== 'app_sign_in') return undefined
  if (oauth.actor_app?.self === false)
    return appNetworkSince(
      appView(lookup, subject, appIdentities(lookup, subject, { objectId: actor.address })),
      subject,
    )
  if (personAtConsole(subject) === undefined) return undefined
  return actingNetworkSince(accountView(lookup, subject, accountIdentities(lookup, subject, actor, at)), subject)
}

/**
 * Returns the same for an application that makes a credential for a person or copies the person's mail: its act may be its first in the network. Entra ID
 * records no address of an application, so its newest network counts. An administrator's program may work where the person works.
 */
function makerNetworkSince(
  view: View<typeof apps>,
  subject: Subject,
  lookup: Lookup,
  environment: Environment,
): number | undefined {
  const { actor, at, document } = subject
  if (document.source?.ip === undefined) return newNetworkSince(view, at, environment)
  const isOfPerson =
    actor !== undefined &&
    ownsNetwork(accountView(lookup, subject, accountIdentities(lookup, subject, actor, at)), subject, at - routineMs)
  return isOfPerson ? undefined : appNetworkSince(view, subject, newMs, at)
}

function annotateRepetition(
  act: Annotations['act'],
  view: View<typeof accounts> | View<typeof apps>,
  done: string | undefined,
  at: number,
): void {
  const first = done === undefined ? undefined : view.first('acts', done, at - clickMs)
  if (first === undefined) return
  act.repeated = true
  if (at - first >= routineMs) act.routine = true
}

/**
 * Whether an account from another domain, which the environment does not list and which never signed in here, gave a role
 * or was added to a group by an application. Examples are administrators of a reseller or registrar. A member that is a
 * service account comes from outside if no service account of its project was used before.
 */
function isOutside(subject: Subject, lookup: Lookup, environment: Environment): boolean {
  const { vendor, tenant, actor, accountAct, at, document, oauth } = subject
  if (vendor !== 'google' || accountAct === undefined) return false
  const isJoin = accountAct.joined === true
  const outsider = isJoin ? accountAct.account : actor
  const project = projectOf(outsider?.address)
  if (project !== undefined) {
    const known = isJoin ? lookup.get('aliases', aliasId(vendor, tenant, 'project', project).key)?.links : undefined
    return isJoin && (known === undefined || known.before(at, 1).length === 0)
  }
  if (outsider === undefined || !(isJoin ? oauth?.actor_app !== undefined : accountAct.role === 'granted')) return false
  const domain = domainOf(outsider.address)
  const own = isJoin ? document.group?.domain : domainOf(accountAct.account.address)
  if (domain === undefined || own === undefined || domain === own || domain.endsWith('.gserviceaccount.com'))
    return false
  if (environment.domains.includes(domain)) return false
  return (
    accountView(lookup, subject, accountIdentities(lookup, subject, outsider, at)).moment('sign_ins', at) === undefined
  )
}
