// The facts that an event supplies for its application.
import type { StoredMember } from '../../mappings/entities/members.ts'
import type { OauthGroup } from '../../mappings/fields/document.ts'
import { actorOf, credentialAdder, programOfActor } from './actor.ts'
import { observeServer } from './annotate-server.ts'
import { addedPrincipal, type KeyChange, onlyPrincipal, statusAfter, trustOf } from './app-status.ts'
import { appId } from './entity-ids.ts'
import { isRefused, observeRegistration } from './links.ts'
import { settingOf } from './mail-settings.ts'
import { machineOf, networkOf, networksOf } from './network.ts'
import { isGrant, isRevocation } from './observe-grant.ts'
import { observeOpenLink } from './open-links.ts'
import type { DeltaWriter, EntityId } from './store.ts'
import { type AppIds, accountKeyId, appKeyId, keysOf, personAtConsole, riskOf, type Subject } from './subject.ts'
import { hourOf, transition } from './transition.ts'
import {
  changingMethod,
  directoryKind,
  isChange,
  isDelegated,
  isOwnerThere,
  isReach,
  isUse,
  ownProgramOf,
  ownTokenFor,
  waysOf,
} from './use.ts'

export function observeApp(subject: Subject, app: AppIds, oauth: OauthGroup, deltas: DeltaWriter): void {
  const { at, document } = subject
  const { action, grant } = oauth
  const id = appId(subject, appKeyId(app))
  observeRegistration(subject, app, deltas)
  deltas.observe('apps', id, 'first_seen', at)
  if (isRefused(subject)) {
    const change = { by: actorOf(subject), detail: (grant?.reason ?? document.event.reason)?.slice(0, 512) }
    if (action !== undefined && !isUse(action))
      deltas.observe('apps', id, 'failed', transition(subject, action, change))
    if (action === 'token_deny' && (grant?.tier === 'critical' || grant?.tier === 'high'))
      deltas.observe('apps', id, 'refusals', at)
    return
  }
  if (isUse(action)) observeUse(subject, app, oauth, deltas)
  else deltas.observe('apps', id, 'present', at)
  for (const resource of ownTokenFor(oauth)) deltas.observe('apps', id, 'resources', memberAt(subject)(resource))
  if (isReach(oauth) && subject.account !== undefined)
    deltas.observe('apps', id, 'reached', memberAt(subject)(accountKeyId(subject.account)))
  observeChange(subject, id, oauth, deltas)
  if (action === undefined) observeReport(subject, id, oauth, deltas)
  observeCredential(subject, id, oauth, deltas)
  if (isGrant(action) && grant !== undefined) observePermissions(subject, id, grant, deltas)
}

/** Returns a function that makes the member of a set, first seen at the time of the event. */
const memberAt =
  ({ at }: Subject) =>
  (value: string): StoredMember => ({ value: value.slice(0, 512), first: at })

function observeUse(subject: Subject, app: AppIds, oauth: OauthGroup, deltas: DeltaWriter): void {
  const { at, document } = subject
  const { action, credential, grant } = oauth
  const id = appId(subject, appKeyId(app))
  const member = memberAt(subject)
  const networks = networksOf(document.source)
  deltas.observe('apps', id, 'used', at)
  deltas.observe('apps', id, 'first_used', at)
  if (isDelegated(subject)) deltas.observe('apps', id, 'delegated', at)
  if (!isOwnerThere(subject)) for (const network of networks) deltas.observe('apps', id, 'networks', member(network))
  const machine = isRobot(oauth) ? machineOf(document.source?.ip) : undefined
  if (machine !== undefined) deltas.observe('apps', id, 'addresses', member(machine))
  if (action === 'app_sign_in' && grant?.app_only === true && credential?.kind !== undefined)
    deltas.observe('apps', id, 'credential_kinds_used', member(credential.kind))
  if (action !== 'app_use') return
  const network = networkOf(document.source?.ip)
  if (network !== undefined) deltas.observe('apps', id, 'data_networks', member(network))
  const method = changingMethod(oauth)
  if (method !== undefined) deltas.observe('apps', id, 'methods', member(method))
  if (isChange(oauth)) for (const value of networks) deltas.observe('apps', id, 'change_networks', member(value))
  const kind = directoryKind(oauth)
  if (kind !== undefined) deltas.observe('apps', id, 'directory_kinds', member(kind))
  for (const way of waysOf(subject)) deltas.observe('apps', id, 'accesses', member(way))
  const setting = settingOf(subject)
  if (setting !== undefined) deltas.observe('apps', id, 'settings', setting)
  observeOpenLink(subject, app, deltas)
  observeServer(subject, app, deltas)
  const ownProgram = ownProgramOf(subject)
  if (ownProgram !== undefined) deltas.observe('apps', id, 'programs', member(ownProgram))
}

/** Records a change of the registration: its status, trust, owners, redirect URIs and users. */
function observeChange(subject: Subject, id: EntityId, oauth: OauthGroup, deltas: DeltaWriter): void {
  const { action, redirect, owner } = oauth
  const by = actorOf(subject) ?? programOfActor(subject)
  if (action === 'app_register') deltas.observe('apps', id, 'registered', subject.at)
  const status = statusAfter(oauth)
  const detail = action === 'sp_delete' ? onlyPrincipal : action === 'sp_add' ? addedPrincipal : undefined
  if (status !== undefined) deltas.observe('apps', id, 'status', transition(subject, status, { by, detail }))
  observeRemoval(subject, id, oauth, deltas)
  if (action === 'trust_change') deltas.observe('apps', id, 'trust', transition(subject, trustOf(oauth)))
  // A workload that runs as a service account is not an owner: an autoscaler adds many. Only a grant to an owner has a role.
  const isWorkload = isRobot(oauth) && oauth.role === undefined
  if ((action === 'owner_add' || action === 'owner_remove') && !isWorkload) {
    const detail = owner?.name ?? owner?.id
    const change = action === 'owner_add' ? 'added' : 'removed'
    if (detail !== undefined) deltas.observe('apps', id, 'owners', transition(subject, change, { by, detail }))
  }
  if (action === 'redirect_change' && redirect !== undefined)
    deltas.observe('apps', id, 'redirects', transition(subject, 'changed', { by, detail: urisIn(redirect) }))
  for (const domain of redirect?.added_domains ?? [])
    deltas.observe('apps', id, 'redirect_domains', memberAt(subject)(domain))
  if (action === 'user_assign' && subject.account !== undefined)
    deltas.observe('apps', id, 'users', memberAt(subject)(accountKeyId(subject.account)))
}

/** Records that another account removed the whole grant of one account: for `by`, late data needs that account. */
function observeRemoval(subject: Subject, id: EntityId, { action, grant }: OauthGroup, deltas: DeltaWriter): void {
  const isOfOne = isRevocation(action) && grant?.self === false && grant.principal !== undefined
  if (!isOfOne || action === undefined || subject.account === undefined || (grant.scopes?.length ?? 0) > 0) return
  const removal = { by: accountKeyId(subject.account), detail: actorOf(subject) }
  deltas.observe('apps', id, 'removals', transition(subject, action, removal))
}

/** Records the state that a record without an act contains, such as a risk detection. */
function observeReport(subject: Subject, id: EntityId, { app, credential }: OauthGroup, deltas: DeltaWriter): void {
  // If Microsoft disables an application, the directory log has no record of this, but the risk state shows it.
  if (app?.status !== undefined) deltas.observe('apps', id, 'listed', transition(subject, app.status))
  for (const key of keysOf(credential)) deltas.observe('apps', id, 'reported_ids', memberAt(subject)(key))
}

function observeCredential(subject: Subject, id: EntityId, oauth: OauthGroup, deltas: DeltaWriter): void {
  const { action, credential } = oauth
  const by = actorOf(subject)
  const isArmed = (credential?.added ?? 0) > 0
  // No log shows where a program usually works: only the acts of people can come from a new network.
  if (isRobot(oauth) && (action === 'owner_add' || isArmed) && personAtConsole(subject) !== undefined) {
    const network = networkOf(subject.document.source?.ip)
    const opening = transition(hourOf(subject), 'opened', { by, detail: network })
    if (network !== undefined && by !== undefined) deltas.observe('apps', id, 'openers', opening)
  }
  if (credential?.total !== undefined && !isUse(action)) {
    const detail = keyChange(credential)
    const change = { by: by ?? programOfActor(subject), detail }
    deltas.observe('apps', id, 'credential_totals', transition(subject, String(credential.total), change))
  }
  const risk = riskOf(subject.document)
  if (risk !== undefined) deltas.observe('apps', id, 'risks', transition(subject, risk.state, risk))
  if (!isArmed || credential === undefined) return
  const member = memberAt(subject)
  if (credential.kind !== undefined) deltas.observe('apps', id, 'credential_kinds', member(credential.kind))
  for (const key of keysOf(credential)) deltas.observe('apps', id, 'credential_ids', member(key))
  const adder = credentialAdder(subject)
  if (adder !== undefined) deltas.observe('apps', id, 'credential_actors', member(adder))
}

function keyChange({ added = 0, removed = 0 }: NonNullable<OauthGroup['credential']>): KeyChange | undefined {
  if (added > 0) return removed > 0 ? 'replaced' : 'added'
  return removed > 0 ? 'removed' : undefined
}

function observePermissions(
  subject: Subject,
  id: EntityId,
  { scopes = [], tier, breadth }: NonNullable<OauthGroup['grant']>,
  deltas: DeltaWriter,
): void {
  const member = memberAt(subject)
  for (const scope of scopes) deltas.observe('apps', id, 'scopes', member(scope))
  if (tier !== undefined) deltas.observe('apps', id, 'tiers', member(tier))
  if (breadth !== undefined) deltas.observe('apps', id, 'breadths', member(breadth))
  const by = actorOf(subject)
  if (by !== undefined) deltas.observe('apps', id, 'granters', member(by))
  if (breadth !== 'tenant' && subject.account !== undefined)
    deltas.observe('apps', id, 'users', member(accountKeyId(subject.account)))
}

/** A service account works without a person. */
const isRobot = ({ app }: OauthGroup): boolean => app?.kind === 'service_account'

function urisIn({ added = [], removed = [] }: NonNullable<OauthGroup['redirect']>): string | undefined {
  const parts = { added, removed }
  const some = Object.entries(parts).flatMap(([word, uris]) => (uris.length === 0 ? [] : `${word} ${uris.join(', ')}`))
  return some.length === 0 ? undefined : some.join('; ').slice(0, 512)
}
