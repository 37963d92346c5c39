// Which event tells which entity what. Facts are written under the ids that the record has; reading joins them.
import type { Transition } from '../../mappings/entities/transitions.ts'
import type { OauthGroup } from '../../mappings/fields/document.ts'
import { nameSkeleton } from '../../mappings/knowledge/skeleton.ts'
import { contributeInventory, isInventory } from './contribute-inventory.ts'
import { accountId, aliasId, appId, everybody, feedId, grantId } from './entity-ids.ts'
import { linkAccount, linkApp } from './links.ts'
import { networkOf } from './network.ts'
import type { Ledger } from './store.ts'
import { type AccountIds, type AppIds, accountKeyId, appKeyId, type Subject } from './subject.ts'

type Action = NonNullable<OauthGroup['action']>

const day = 24 * 3_600_000

/** Acts that give an application something. */
const grantActs: ReadonlySet<Action> = new Set([
  'consent',
  'delegated_grant',
  'app_role_grant',
  'delegation_grant',
  'app_install',
])
/** Acts that take a whole grant away. One application role of several is none. */
const revokeActs: ReadonlySet<Action> = new Set([
  'delegated_revoke',
  'token_revoke',
  'delegation_revoke',
  'app_uninstall',
])
/** Acts that use what was granted. */
const useActs: ReadonlySet<Action> = new Set(['app_use', 'app_sign_in'])

const appStatus: Readonly<Partial<Record<Action, 'enabled' | 'disabled' | 'deleted'>>> = {
  sp_add: 'enabled',
  sp_enable: 'enabled',
  sp_disable: 'disabled',
  sp_delete: 'deleted',
  app_delete: 'deleted',
  app_restore: 'enabled',
}

export const isGrant = (action: Action | undefined): boolean => action !== undefined && grantActs.has(action)
export const isUse = (action: Action | undefined): boolean => action !== undefined && useActs.has(action)

/**
 * The vendor's own applications are used by everybody all day: their use is kept of the account alone, not of the
 * application and its grants.
 */
export function isTracked({ oauth, app }: Subject): boolean {
  return app !== undefined && !(oauth?.app?.first_party === true && isUse(oauth.action))
}

/** Tells everything that an event says. */
export function contribute(subject: Subject, ledger: Ledger): void {
  const feed = feedId(subject)
  ledger.tell('feeds', feed, 'first_seen', subject.at)
  ledger.tell('feeds', feed, 'seen', subject.at)
  if (isInventory(subject)) {
    contributeInventory(subject, ledger)
    return
  }
  if (subject.accountAct !== undefined) tellAccountAct(subject, subject.accountAct, ledger)
  const { oauth, account } = subject
  if (oauth === undefined) return
  if (account !== undefined) tellAccount(subject, account, oauth, ledger)
  if (isTracked(subject) && subject.app !== undefined) {
    tellApp(subject, subject.app, oauth, ledger)
    tellGrant(subject, subject.app, oauth, ledger)
  }
}

function transition(subject: Subject, value: string, more: { by?: string; detail?: string } = {}): Transition {
  const { at, event, bundle } = subject
  const { by, detail } = more
  return {
    at,
    value,
    event,
    ...(by !== undefined && { by }),
    ...(detail !== undefined && { detail }),
    ...(bundle !== undefined && { bundle }),
  }
}

/** Every sign-in says where its application is registered: once a day is enough. */
function registeredIn({ at }: Subject, tenant: string): Transition {
  return { at: at - (at % day), value: tenant, event: 'record' }
}

/** Who added a credential: an account by its address, since both directory logs have it, or the application that acted. */
export function credentialAdder({ actor, oauth }: Subject): string | undefined {
  return actor?.address ?? oauth?.actor_app?.id ?? actor?.id
}

const actorOf = ({ actor }: Subject): string | undefined => (actor === undefined ? undefined : accountKeyId(actor))

function tellAccountAct(subject: Subject, act: NonNullable<Subject['accountAct']>, ledger: Ledger): void {
  const { at, document } = subject
  const id = accountId(subject, accountKeyId(act.account))
  const by = actorOf(subject)
  linkAccount(subject, act.account, ledger)
  if (act.created) ledger.tell('accounts', id, 'created', at)
  if (act.status !== undefined)
    ledger.tell('accounts', id, 'status', transition(subject, act.status, by === undefined ? {} : { by }))
  if (act.reset) ledger.tell('accounts', id, 'resets', transition(subject, 'reset', by === undefined ? {} : { by }))
  if (act.sessionsRevoked)
    ledger.tell('accounts', id, 'sessions', transition(subject, 'revoked', by === undefined ? {} : { by }))
  if (act.signedIn) ledger.tell('accounts', id, 'sign_ins', at)
  const role = document.oauth?.role
  const name = role?.name ?? role?.id
  if (act.role !== undefined && name !== undefined) {
    const value = act.role === 'granted' ? (role?.tier ?? 'none') : 'revoked'
    ledger.tell('accounts', id, 'roles', transition(subject, value, { detail: name }))
  }
}

function tellAccount(subject: Subject, account: AccountIds, oauth: OauthGroup, ledger: Ledger): void {
  const { at, document } = subject
  const id = accountId(subject, accountKeyId(account))
  linkAccount(subject, account, ledger)
  ledger.tell('accounts', id, 'first_seen', at)
  const isOwn = document.event.outcome === 'success' && document.saas?.logon?.interactive !== false
  if (oauth.action === 'app_sign_in' && isOwn && oauth.grant?.app_only !== true)
    ledger.tell('accounts', id, 'sign_ins', at)
}

function tellApp(subject: Subject, app: AppIds, oauth: OauthGroup, ledger: Ledger): void {
  const { vendor, tenant, at, document } = subject
  const { action, credential, redirect, owner, grant } = oauth
  const id = appId(subject, appKeyId(app))
  const member = (value: string) => ({ value: value.slice(0, 512), first: at })
  linkApp(subject, app, ledger)
  ledger.tell('apps', id, 'first_seen', at)
  const name = oauth.app?.name
  if (name !== undefined && name !== '') {
    ledger.tell('apps', id, 'names', member(name))
    const skeleton = nameSkeleton(name)
    if (skeleton !== '' && app.id !== undefined)
      ledger.tell('aliases', aliasId(vendor, tenant, 'name', skeleton), 'links', member(app.id))
  }
  if (oauth.app?.owner_tenant !== undefined)
    ledger.tell('apps', id, 'owner_tenant', registeredIn(subject, oauth.app.owner_tenant))
  if (document.event.outcome === 'failure' || action === 'consent_block' || action === 'token_deny') return
  if (isUse(action)) {
    ledger.tell('apps', id, 'used', at)
    const network = networkOf(document.source?.ip)
    if (network !== undefined) ledger.tell('apps', id, 'networks', member(network))
  }
  const status = action === undefined ? undefined : appStatus[action]
  const by = actorOf(subject)
  if (status !== undefined)
    ledger.tell('apps', id, 'status', transition(subject, status, by === undefined ? {} : { by }))
  if (action === 'owner_add' || action === 'owner_remove') {
    const detail = owner?.name ?? owner?.id
    if (detail !== undefined)
      ledger.tell('apps', id, 'owners', transition(subject, action === 'owner_add' ? 'added' : 'removed', { detail }))
  }
  if (credential?.total !== undefined && !isUse(action))
    ledger.tell('apps', id, 'credential_totals', transition(subject, String(credential.total)))
  if (credential !== undefined && (credential.added ?? 0) > 0) {
    if (credential.kind !== undefined) ledger.tell('apps', id, 'credential_kinds', member(credential.kind))
    if (credential.id !== undefined) ledger.tell('apps', id, 'credential_ids', member(credential.id))
    const adder = credentialAdder(subject)
    if (adder !== undefined) ledger.tell('apps', id, 'credential_actors', member(adder))
  }
  for (const domain of redirect?.added_domains ?? []) ledger.tell('apps', id, 'redirect_domains', member(domain))
  if (action === 'user_assign' && subject.account !== undefined)
    ledger.tell('apps', id, 'users', member(accountKeyId(subject.account)))
  if (!isGrant(action) || grant === undefined) return
  for (const scope of grant.scopes ?? []) ledger.tell('apps', id, 'scopes', member(scope))
  if (grant.tier !== undefined) ledger.tell('apps', id, 'tiers', member(grant.tier))
  if (grant.breadth !== undefined) ledger.tell('apps', id, 'breadths', member(grant.breadth))
  if (by !== undefined) ledger.tell('apps', id, 'granters', member(by))
  if (grant.breadth !== 'tenant' && subject.account !== undefined)
    ledger.tell('apps', id, 'users', member(accountKeyId(subject.account)))
}

/** Whom a grant or a revocation is for; undefined where the record does not say. */
export function principalOf({ oauth, account }: Subject): string | undefined {
  if (oauth?.grant?.breadth === 'tenant') return everybody
  return account === undefined ? undefined : accountKeyId(account)
}

function tellGrant(subject: Subject, app: AppIds, oauth: OauthGroup, ledger: Ledger): void {
  const { at, document } = subject
  const { action, grant } = oauth
  if (document.event.outcome === 'failure' || action === undefined) return
  const appKey = appKeyId(app)
  if (isUse(action)) {
    const principal =
      grant?.app_only === true || subject.account === undefined ? everybody : accountKeyId(subject.account)
    ledger.tell('grants', grantId(subject, appKey, principal), 'used', at)
    return
  }
  const principal = principalOf(subject)
  if (principal === undefined) return
  const id = grantId(subject, appKey, principal)
  const by = actorOf(subject)
  const detail = networkOf(document.source?.ip)
  const how = { ...(by !== undefined && { by }), ...(detail !== undefined && { detail }) }
  // A revocation that leaves permissions behind is a change.
  if (revokeActs.has(action) && (grant?.scopes?.length ?? 0) === 0)
    ledger.tell('grants', id, 'revoked', transition(subject, action, how))
  if (!isGrant(action)) return
  ledger.tell('grants', id, 'first_seen', at)
  ledger.tell('grants', id, 'granted', transition(subject, action, how))
  if (grant?.kind !== undefined) ledger.tell('grants', id, 'kinds', { value: grant.kind, first: at })
  for (const scope of grant?.scopes ?? [])
    ledger.tell('grants', id, 'scopes', { value: scope.slice(0, 512), first: at })
  if (grant?.tier !== undefined) ledger.tell('grants', id, 'tiers', { value: grant.tier, first: at })
}
