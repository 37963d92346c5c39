// The facts that each event supplies for each entity. Facts are written under the IDs in the record; IDs of one object
// are joined when facts are read.
import type { Transition } from '../../mappings/entities/transitions.ts'
import type { OauthGroup } from '../../mappings/fields/document.ts'
import { dayMs, hourMs } from '../../mappings/kernel/durations.ts'
import { nameSkeleton } from '../../mappings/knowledge/skeleton.ts'
import { makesCredential } from '../../mappings/lib/operation.ts'
import { observeServer } from './annotate-server.ts'
import { onlyPrincipal, statusAfter, trustOf } from './app-status.ts'
import { applyInventory, isInventory } from './apply-inventory.ts'
import { accountId, addInMaker, aliasId, appId, everybody, grantId, logSourceId, unnamed } from './entity-ids.ts'
import { exchangeRightsOf, observeEndOfRole } from './exchange-rights.ts'
import { listOf, noTier, removedSome, revokedAll } from './held.ts'
import { linkAccount, linkProject, observeRegistration } from './links.ts'
import { machineOf, networkOf, networksOf } from './network.ts'
import { observeOpenLink } from './open-links.ts'
import type { DeltaWriter } from './store.ts'
import {
  type AccountIds,
  type AppIds,
  accountKeyId,
  appKeyId,
  domainOf,
  isCredentialByApp,
  keysOf,
  personAtConsole,
  riskOf,
  routineAct,
  type Subject,
  takesOverByApp,
} from './subject.ts'
import {
  changingMethod,
  clientOf,
  directoryKind,
  isAddInPage,
  isChange,
  isOwnerThere,
  isReach,
  isUse,
  isWithoutOwner,
  ownProgramOf,
  ownTokenFor,
  placeOf,
  programOf,
  waysOf,
} from './use.ts'

type Action = NonNullable<OauthGroup['action']>

/** Acts that give an application something. */
const grantActs: ReadonlySet<Action> = new Set([
  'consent',
  'delegated_grant',
  'app_role_grant',
  'delegation_grant',
  'app_install',
])
/** Acts that remove a whole grant, unlike the removal of one application role, because other roles may remain. */
const revokeActs: ReadonlySet<Action> = new Set([
  'delegated_revoke',
  'token_revoke',
  'delegation_revoke',
  'app_uninstall',
])
export const isRevocation = (action: Action | undefined): boolean => action !== undefined && revokeActs.has(action)
export const isGrant = (action: Action | undefined): boolean => action !== undefined && grantActs.has(action)
/**
 * Checks whether an application is tracked. Everybody uses the vendor's own applications all day, so their use is
 * recorded for the account only, not for the application and its grants.
 */
export function isTracked({ oauth, app }: Subject): boolean {
  return app !== undefined && !(oauth?.app?.first_party === true && isUse(oauth.action))
}

/**
 * Checks whether a document changes the entity of its application. Exchange identifies people and service principals
 * alike: a right for an object ID does not imply an application.
 */
export const changesApp = (subject: Subject): subject is Subject & { readonly app: AppIds } =>
  isTracked(subject) && !(subject.document.event.provider === 'Exchange' && subject.app?.id === undefined)

export function apply(subject: Subject, deltas: DeltaWriter): void {
  const logSource = logSourceId(subject)
  deltas.observe('log_sources', logSource, 'first_seen', subject.at)
  deltas.observe('log_sources', logSource, 'seen', subject.at)
  if (isInventory(subject)) {
    applyInventory(subject, deltas)
    return
  }
  linkProject(subject, deltas)
  if (subject.accountAct !== undefined) observeAccountAct(subject, subject.accountAct, deltas)
  const person = personAtConsole(subject)
  if (person !== undefined) observeSignInNetworks(subject, accountId(subject, accountKeyId(person)), false, deltas)
  observeEndOfRole(subject, deltas)
  const { membership } = subject
  if (membership !== undefined) {
    const change = transition(subject, membership.change, { by: actorOf(subject), detail: membership.member })
    deltas.observe('accounts', accountId(subject, accountKeyId(membership.group)), membership.field, change)
  }
  const { oauth, account } = subject
  if (oauth === undefined) return
  observeActor(subject, deltas)
  if (isAddInPage(oauth)) {
    // A page that reloads displaces no other visitor.
    const visit = transition(hourOf(subject), 'visited', {
      by: actorOf(subject),
      detail: networkOf(subject.document.source?.ip),
    })
    deltas.observe('accounts', accountId(subject, addInMaker), 'add_in_pages', visit)
  }
  if (account !== undefined) observeAccount(subject, account, oauth, deltas)
  if (changesApp(subject)) {
    observeApp(subject, subject.app, oauth, deltas)
    observeGrant(subject, subject.app, oauth, deltas)
  }
  if (subject.app === undefined || oauth.action === undefined) return
  for (const right of exchangeRightsOf(subject))
    deltas.observe(
      'apps',
      appId(subject, appKeyId(subject.app)),
      'rights',
      transition(subject, oauth.action, { by: actorOf(subject), detail: right }),
    )
}

function transition(
  { at, event, bundle }: Subject,
  value: string,
  { by, detail }: { by?: string | undefined; detail?: string | undefined } = {},
): Transition {
  return {
    at,
    value,
    event,
    ...(by !== undefined && { by }),
    ...(detail !== undefined && { detail }),
    ...(bundle !== undefined && { bundle }),
  }
}

/** Returns the hour of an act: the acts of an hour with the same actor and detail are one transition. */
const hourOf = (subject: Subject): Subject => ({
  ...subject,
  at: Math.floor(subject.at / hourMs) * hourMs,
  event: '',
  bundle: undefined,
})

/** Returns who added a credential: the application, or the account by its address, which both directory logs have. */
export function credentialAdder({ actor, actorApp }: Subject): string | undefined {
  return actor?.address ?? actorApp?.id ?? actor?.id
}

/** The account name of an acting application: the beginning of its address in the unified audit log. */
const programPrefix = 'serviceprincipal_'

/** Returns the ID of the application that acted; undefined if an account acted. */
export const programIn = (by: string): string | undefined =>
  by.startsWith(programPrefix) ? by.slice(programPrefix.length) : undefined

/** The account that acted, as sets of accounts contain it. */
export const actorOf = ({ actor }: Subject): string | undefined =>
  actor === undefined ? undefined : accountKeyId(actor)

/** The same for an application. Only the unified audit log names it as the user. */
const programOfActor = ({ actorApp }: Subject): string | undefined =>
  actorApp === undefined ? undefined : `${programPrefix}${appKeyId(actorApp)}`

/** Records the act for its actor: acts that an actor repeats every few weeks are a routine. */
function observeActor(subject: Subject, deltas: DeltaWriter): void {
  const { actor, actorApp, at, document } = subject
  const value = routineAct(subject)
  if (value === undefined || document.event.outcome === 'failure') return
  const act = { value, first: at }
  if (actorApp !== undefined) {
    const id = appId(subject, appKeyId(actorApp))
    deltas.observe('apps', id, 'acts', act)
    // Without a log of its uses, only these acts show where the application works.
    if (takesOverByApp(subject))
      for (const network of networksOf(document.source))
        deltas.observe('apps', id, 'networks', { value: network, first: at })
  } else if (actor !== undefined) deltas.observe('accounts', accountId(subject, accountKeyId(actor)), 'acts', act)
}

function observeAccountAct(subject: Subject, act: NonNullable<Subject['accountAct']>, deltas: DeltaWriter): void {
  const { at, document } = subject
  const id = accountId(subject, accountKeyId(act.account))
  const by = actorOf(subject)
  linkAccount(subject, act.account, deltas)
  if (act.created) deltas.observe('accounts', id, 'created', at)
  if (act.status !== undefined) deltas.observe('accounts', id, 'status', transition(subject, act.status, { by }))
  if (act.reset) deltas.observe('accounts', id, 'resets', transition(subject, 'reset', { by }))
  const maker = programOfActor(subject) ?? by
  if (makesCredential(act) && maker !== undefined && by !== id.ids[0]) {
    const kind = (isCredentialByApp(subject) ? routineAct(subject) : undefined) ?? 'account'
    const detail = networkOf(document.source?.ip)
    deltas.observe('accounts', id, 'credentials_made', transition(subject, kind, { by: maker, detail }))
  }
  if (act.sessionsRevoked) deltas.observe('accounts', id, 'sessions', transition(subject, 'revoked', { by }))
  if (act.factorChanged) deltas.observe('accounts', id, 'factors', at)
  if (act.signedIn) {
    deltas.observe('accounts', id, 'sign_ins', at)
    observeSignInNetworks(subject, id, true, deltas)
  }
  const role = document.oauth?.role
  const name = role?.name ?? role?.id
  if (act.role !== undefined && name !== undefined) {
    const value = act.role === 'granted' ? (role?.tier ?? 'none') : 'revoked'
    deltas.observe('accounts', id, 'roles', transition(subject, value, { detail: name }))
  }
}

/** Records networks of a sign-in or a console act. A server that renews a token uses other networks than the owner. */
function observeSignInNetworks(
  { at, document }: Subject,
  id: ReturnType<typeof accountId>,
  isOwner: boolean,
  deltas: DeltaWriter,
): void {
  for (const value of networksOf(document.source)) {
    deltas.observe('accounts', id, 'networks', { value, first: at })
    if (isOwner) deltas.observe('accounts', id, 'owner_networks', { value, first: at })
  }
}

function observeAccount(subject: Subject, account: AccountIds, oauth: OauthGroup, deltas: DeltaWriter): void {
  const { at, document } = subject
  const id = accountId(subject, accountKeyId(account))
  linkAccount(subject, account, deltas)
  deltas.observe('accounts', id, 'first_seen', at)
  const isSignIn = oauth.action === 'app_sign_in' && document.event.outcome === 'success' && !isWithoutOwner(oauth)
  const isOwner = isOwnerThere(subject)
  if (isSignIn || isOwner) observeSignInNetworks(subject, id, isOwner, deltas)
  if (isSignIn && document.saas?.logon?.interactive !== false) deltas.observe('accounts', id, 'sign_ins', at)
  if (isSignIn && document.saas?.logon?.federated === true) {
    const domain = domainOf(account.address)
    deltas.observe('accounts', id, 'federated', at)
    if (domain !== undefined) deltas.observe('accounts', accountId(subject, domain), 'federated', at)
  }
  const client = clientOf(subject)
  if (client !== undefined) {
    deltas.observe('accounts', id, 'clients', { value: client, first: at })
    if (oauth.action === 'app_use')
      for (const value of networksOf(document.source))
        deltas.observe('accounts', id, 'use_networks', { value, first: at })
  }
  const program = programOf(subject)
  if (program !== undefined) deltas.observe('accounts', id, 'programs', { value: program, first: at })
}

function observeApp(subject: Subject, app: AppIds, oauth: OauthGroup, deltas: DeltaWriter): void {
  const { vendor, tenant, at, document } = subject
  const { action, credential, redirect, owner, grant } = oauth
  const id = appId(subject, appKeyId(app))
  const member = (value: string) => ({ value: value.slice(0, 512), first: at })
  observeRegistration(subject, app, deltas)
  deltas.observe('apps', id, 'first_seen', at)
  const by = actorOf(subject)
  if (document.event.outcome === 'failure' || action === 'consent_block' || action === 'token_deny') {
    const detail = (grant?.reason ?? document.event.reason)?.slice(0, 512)
    if (action !== undefined && !isUse(action))
      deltas.observe('apps', id, 'failed', transition(subject, action, { by, detail }))
    return
  }
  // A name in an unsuccessful request is not recorded as an alias: the next application with this name has no twin.
  const skeleton = nameSkeleton(oauth.app?.name ?? '')
  // The Marketplace has separate IDs: an installation has the name of the client that users consent to.
  if (skeleton !== '' && app.id !== undefined && grant?.kind !== 'install')
    deltas.observe('aliases', aliasId(vendor, tenant, 'name', skeleton), 'links', member(app.id))
  const isRobot = oauth.app?.kind === 'service_account'
  if (isUse(action)) {
    deltas.observe('apps', id, 'used', at)
    deltas.observe('apps', id, 'first_used', at)
    if (!isOwnerThere(subject))
      for (const network of networksOf(document.source)) deltas.observe('apps', id, 'networks', member(network))
    const machine = isRobot ? machineOf(document.source?.ip) : undefined
    if (machine !== undefined) deltas.observe('apps', id, 'addresses', member(machine))
  } else deltas.observe('apps', id, 'present', at)
  for (const resource of ownTokenFor(oauth)) deltas.observe('apps', id, 'resources', member(resource))
  if (action === 'app_sign_in' && grant?.app_only === true && credential?.kind !== undefined)
    deltas.observe('apps', id, 'credential_kinds_used', member(credential.kind))
  if (action === 'app_register') deltas.observe('apps', id, 'registered', at)
  if (action === 'app_use') {
    const network = networkOf(document.source?.ip)
    if (network !== undefined) deltas.observe('apps', id, 'data_networks', member(network))
    const method = changingMethod(oauth)
    if (method !== undefined) deltas.observe('apps', id, 'methods', member(method))
    if (isChange(oauth))
      for (const value of networksOf(document.source)) deltas.observe('apps', id, 'change_networks', member(value))
    const kind = directoryKind(oauth)
    if (kind !== undefined) deltas.observe('apps', id, 'directory_kinds', member(kind))
    for (const way of waysOf(subject)) deltas.observe('apps', id, 'accesses', member(way))
    observeOpenLink(subject, app, deltas)
    observeServer(subject, app, deltas)
    const ownProgram = ownProgramOf(subject)
    if (ownProgram !== undefined) deltas.observe('apps', id, 'programs', member(ownProgram))
  }
  if (isReach(oauth) && subject.account !== undefined)
    deltas.observe('apps', id, 'reached', member(accountKeyId(subject.account)))
  const status = statusAfter(oauth)
  const detail = action === 'sp_delete' ? onlyPrincipal : undefined
  const actor = by ?? programOfActor(subject)
  if (status !== undefined) deltas.observe('apps', id, 'status', transition(subject, status, { by: actor, detail }))
  if (action === 'trust_change') deltas.observe('apps', id, 'trust', transition(subject, trustOf(oauth)))
  // A workload that a service account runs on is no owner: an autoscaler adds many. Only a grant to an owner has a role.
  const isWorkload = isRobot && oauth.role === undefined
  if ((action === 'owner_add' || action === 'owner_remove') && !isWorkload) {
    const detail = owner?.name ?? owner?.id
    const change = action === 'owner_add' ? 'added' : 'removed'
    if (detail !== undefined) deltas.observe('apps', id, 'owners', transition(subject, change, { by: actor, detail }))
  }
  // No log shows where a program usually works: only the acts of people can come from a new network.
  if (isRobot && (action === 'owner_add' || (credential?.added ?? 0) > 0) && personAtConsole(subject) !== undefined) {
    const network = networkOf(document.source?.ip)
    const opening = transition(hourOf(subject), 'opened', { by, detail: network })
    if (network !== undefined && by !== undefined) deltas.observe('apps', id, 'openers', opening)
  }
  if (action === 'redirect_change' && redirect !== undefined)
    deltas.observe('apps', id, 'redirects', transition(subject, 'changed', { by: actor, detail: urisIn(redirect) }))
  const isArmed = (credential?.added ?? 0) > 0
  if (credential?.total !== undefined && !isUse(action)) {
    const change = { by: actor, detail: isArmed ? 'added' : undefined }
    deltas.observe('apps', id, 'credential_totals', transition(subject, String(credential.total), change))
  }
  // If Microsoft disables an application, the directory log has no record of this, but the risk state shows it.
  if (action === undefined && oauth.app?.status !== undefined)
    deltas.observe('apps', id, 'listed', transition(subject, oauth.app.status))
  // A risk detection contains the key, but is not an act.
  if (action === undefined)
    for (const key of keysOf(credential)) deltas.observe('apps', id, 'reported_ids', member(key))
  const risk = riskOf(document)
  if (risk !== undefined) deltas.observe('apps', id, 'risks', transition(subject, risk.state, risk))
  if (isArmed && credential !== undefined) {
    if (credential.kind !== undefined) deltas.observe('apps', id, 'credential_kinds', member(credential.kind))
    for (const key of keysOf(credential)) deltas.observe('apps', id, 'credential_ids', member(key))
    const adder = credentialAdder(subject)
    if (adder !== undefined) deltas.observe('apps', id, 'credential_actors', member(adder))
  }
  for (const domain of redirect?.added_domains ?? []) deltas.observe('apps', id, 'redirect_domains', member(domain))
  if (action === 'user_assign' && subject.account !== undefined)
    deltas.observe('apps', id, 'users', member(accountKeyId(subject.account)))
  if (!isGrant(action) || grant === undefined) return
  for (const scope of grant.scopes ?? []) deltas.observe('apps', id, 'scopes', member(scope))
  if (grant.tier !== undefined) deltas.observe('apps', id, 'tiers', member(grant.tier))
  if (grant.breadth !== undefined) deltas.observe('apps', id, 'breadths', member(grant.breadth))
  if (by !== undefined) deltas.observe('apps', id, 'granters', member(by))
  if (grant.breadth !== 'tenant' && subject.account !== undefined)
    deltas.observe('apps', id, 'users', member(accountKeyId(subject.account)))
}

function urisIn({ added = [], removed = [] }: NonNullable<OauthGroup['redirect']>): string | undefined {
  const parts = { added, removed }
  const some = Object.entries(parts).flatMap(([word, uris]) => (uris.length === 0 ? [] : `${word} ${uris.join(', ')}`))
  return some.length === 0 ? undefined : some.join('; ').slice(0, 512)
}

/** Some records have an issue time of the year 1601, and no token is valid for two days. */
const longestToken = 2 * dayMs

/** The account of a grant or a revocation; undefined if the record does not contain it. Administrators can remove the grants of other accounts. */
function principalOf({ oauth, account }: Subject): string | undefined {
  if (oauth?.grant?.breadth === 'tenant') return everybody
  if (oauth?.action === 'delegated_revoke' && oauth.grant?.principal === undefined) return unnamed
  return account === undefined ? undefined : accountKeyId(account)
}

function observeGrant(subject: Subject, app: AppIds, oauth: OauthGroup, deltas: DeltaWriter): void {
  const { at, document } = subject
  const { action, grant } = oauth
  if (document.event.outcome === 'failure' || action === undefined) return
  const appKey = appKeyId(app)
  if (isUse(action)) {
    const principal =
      grant?.app_only === true || subject.account === undefined ? everybody : accountKeyId(subject.account)
    const id = grantId(subject, appKey, principal)
    deltas.observe('grants', id, 'used', at)
    deltas.observe('grants', id, 'first_used', at)
    const where = principal === everybody ? undefined : placeOf(subject)
    if (where !== undefined) {
      deltas.observe('grants', id, where.members, { value: where.place.value, first: at })
      deltas.observe('grants', id, where.recent, where.place)
    }
    // A sign-in is the issue of a token.
    const issued = action === 'app_sign_in' ? at : Date.parse(oauth.activity?.token_issued ?? '')
    if (at - issued >= 0 && at - issued <= longestToken) deltas.observe('grants', id, 'issued', issued)
    return
  }
  const principal = principalOf(subject)
  if (principal === undefined) return
  const id = grantId(subject, appKey, principal)
  const by = actorOf(subject) ?? programOfActor(subject)
  const detail =
    principal === unnamed ? [...(grant?.scopes_removed ?? [])].sort().join(' ') : networkOf(document.source?.ip)
  // A revocation that keeps some permissions is a change.
  const isComplete = isRevocation(action) && (grant?.scopes?.length ?? 0) === 0
  if (isComplete) deltas.observe('grants', id, 'revoked', transition(subject, action, { by, detail }))
  const removed = listOf(grant?.scopes_removed)
  const takes = isComplete ? revokedAll : removed === undefined ? undefined : removedSome
  if (takes !== undefined && principal !== unnamed)
    deltas.observe('grants', id, 'scope_changes', transition(subject, takes, { detail: removed }))
  if (grant?.kind !== undefined && (isGrant(action) || action === 'delegation_revoke'))
    deltas.observe('grants', id, 'kinds', { value: grant.kind, first: at })
  const isKept = takes === removedSome && (grant?.scopes?.length ?? 0) > 0
  if (isGrant(action) || isKept) {
    const change = transition(subject, grant?.tier ?? noTier, { detail: listOf(grant?.scopes) })
    deltas.observe('grants', id, 'scope_changes', change)
  }
  if (!isGrant(action)) return
  deltas.observe('grants', id, 'first_seen', at)
  deltas.observe('grants', id, 'granted', transition(subject, action, { by, detail }))
  for (const scope of grant?.scopes ?? [])
    deltas.observe('grants', id, 'scopes', { value: scope.slice(0, 512), first: at })
  if (grant?.tier !== undefined) deltas.observe('grants', id, 'tiers', { value: grant.tier, first: at })
}
