// What an inventory tells: things as they stood when it was taken. Where the vendor says since when, a fact holds from then
// on, else from the snapshot. What an inventory no longer has is no fact: nobody knows whether it was complete.
import type { Transition } from '../../mappings/entities/transitions.ts'
import type { OauthGroup } from '../../mappings/fields/document.ts'
import { isObject, type JsonObject } from '../../mappings/kernel/json.ts'
import { nameSkeleton } from '../../mappings/knowledge/skeleton.ts'
import { accountId, aliasId, appId, everybody, grantId } from './entity-ids.ts'
import { linkAccount, linkApp } from './links.ts'
import type { Ledger } from './store.ts'
import { type AccountIds, type AppIds, accountKeyId, appKeyId, type Subject } from './subject.ts'

/** True for a document that says what there is, not what happened. */
export function isInventory({ document }: Subject): boolean {
  return document.event.kind === 'asset'
}

/** The same fact of two snapshots is the same transition, so that daily ones push nothing out. */
const source = 'inventory'

const transition = (at: number, value: string, detail?: string): Transition => ({
  at,
  value,
  event: source,
  ...(detail !== undefined && { detail }),
})

/** A snapshot, and since when what it says holds, where it says so. */
interface Snapshot {
  readonly subject: Subject
  readonly ledger: Ledger
  readonly at: number
  readonly since: number | undefined
  /** The record's own members, as the document keeps them. */
  readonly listed: JsonObject
}

function timeOf(value: unknown, latest: number): number | undefined {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return time > 0 && time <= latest ? time : undefined
}

/** Tells everything that one object of an inventory says. */
export function contributeInventory(subject: Subject, ledger: Ledger): void {
  const { at, document, oauth, app, account } = subject
  const listed = document.azure?.inventory ?? document.google_workspace?.inventory
  const snapshot: Snapshot = {
    subject,
    ledger,
    at,
    since: timeOf(document.event.start, at),
    listed: isObject(listed) ? listed : {},
  }
  if (document.user !== undefined && account !== undefined) tellAccount(snapshot, account)
  if (app === undefined || oauth === undefined) return
  linkApp(subject, app, ledger)
  if (account !== undefined) linkAccount(subject, account, ledger)
  tellApp(snapshot, app, oauth)
  if (oauth.grant !== undefined) tellGrant(snapshot, app, oauth.grant)
}

function tellApp({ subject, ledger, at, since, listed }: Snapshot, ids: AppIds, oauth: OauthGroup): void {
  const { vendor, tenant } = subject
  const { app = {}, grant, redirect } = oauth
  const id = appId(subject, appKeyId(ids))
  const isGrant = grant !== undefined
  // A grant's time is not the application's: that one is at least as old.
  ledger.tell('apps', id, 'first_seen', since ?? at)
  if (app.name !== undefined) {
    ledger.tell('apps', id, 'names', { value: app.name.slice(0, 512), first: at })
    const skeleton = nameSkeleton(app.name)
    if (skeleton !== '' && ids.id !== undefined)
      ledger.tell('aliases', aliasId(vendor, tenant, 'name', skeleton), 'links', { value: ids.id, first: at })
  }
  if (app.owner_tenant !== undefined) ledger.tell('apps', id, 'owner_tenant', transition(at, app.owner_tenant))
  if (app.publisher !== undefined) ledger.tell('apps', id, 'publisher', transition(at, app.publisher))
  if (app.verified !== undefined) ledger.tell('apps', id, 'verified', transition(at, String(app.verified)))
  if (app.status !== undefined) {
    const ended = app.status === 'deleted' ? timeOf(listed.deleted_date_time, at) : undefined
    ledger.tell('apps', id, 'listed', transition(ended ?? at, app.status))
    if (since !== undefined) ledger.tell('apps', id, 'status', transition(since, 'enabled'))
  }
  for (const domain of redirect?.domains ?? [])
    ledger.tell('apps', id, 'redirect_domains', { value: domain, first: at })
  tellCredentials(listed.key_credentials, 'certificate')
  tellCredentials(listed.password_credentials, 'secret')
  if (!isGrant) return
  const first = since ?? at
  for (const scope of grant.scopes ?? []) ledger.tell('apps', id, 'scopes', { value: scope.slice(0, 512), first })
  if (grant.tier !== undefined) ledger.tell('apps', id, 'tiers', { value: grant.tier, first })
  if (grant.breadth !== undefined) ledger.tell('apps', id, 'breadths', { value: grant.breadth, first })

  function tellCredentials(list: unknown, kind: string): void {
    for (const credential of Array.isArray(list) ? list : []) {
      if (!isObject(credential)) continue
      // A credential may be added to start later.
      const from = timeOf(credential.start_date_time, at) ?? at
      ledger.tell('apps', id, 'credential_kinds', { value: kind, first: from })
      if (typeof credential.key_id === 'string')
        ledger.tell('apps', id, 'credential_ids', { value: credential.key_id.toLowerCase(), first: from })
    }
  }
}

/**
 * The grant itself. Its holder counts as no further user of the application: an inventory names accounts by id, the log by
 * address, and a set of both would count one person twice.
 */
function tellGrant(
  { subject, ledger, at, since }: Snapshot,
  ids: AppIds,
  grant: NonNullable<OauthGroup['grant']>,
): void {
  const { account } = subject
  const principal = grant.breadth === 'tenant' ? everybody : account === undefined ? undefined : accountKeyId(account)
  if (principal === undefined) return
  const id = grantId(subject, appKeyId(ids), principal)
  const first = since ?? at
  ledger.tell('grants', id, 'first_seen', first)
  ledger.tell('grants', id, 'listed', at)
  if (grant.kind !== undefined) ledger.tell('grants', id, 'kinds', { value: grant.kind, first })
  for (const scope of grant.scopes ?? []) ledger.tell('grants', id, 'scopes', { value: scope.slice(0, 512), first })
  if (grant.tier !== undefined) ledger.tell('grants', id, 'tiers', { value: grant.tier, first })
}

function tellAccount({ subject, ledger, at, since, listed }: Snapshot, account: AccountIds): void {
  const { document, oauth } = subject
  const id = accountId(subject, accountKeyId(account))
  const { status, kind } = oauth?.account ?? {}
  const addresses = (document.related?.user ?? []).filter((name) => name.includes('@'))
  for (const address of new Set([...addresses, account.address]))
    if (address !== undefined) linkAccount(subject, { ...account, address }, ledger)
  ledger.tell('accounts', id, 'first_seen', since ?? at)
  if (since !== undefined) {
    ledger.tell('accounts', id, 'created', since)
    ledger.tell('accounts', id, 'status', transition(since, 'active'))
  }
  if (status !== undefined) {
    const ended = status === 'deleted' ? timeOf(listed.deleted_date_time ?? listed.deletion_time, at) : undefined
    ledger.tell('accounts', id, 'listed', transition(ended ?? at, status))
    ledger.tell('accounts', id, 'listed_as', { value: status, first: ended ?? at })
  }
  if (kind !== undefined) ledger.tell('accounts', id, 'kind', transition(at, kind))
  const reset = timeOf(listed.last_password_change_date_time, at)
  if (reset !== undefined) ledger.tell('accounts', id, 'resets', transition(reset, 'reset'))
  const sessions = timeOf(listed.sign_in_sessions_valid_from_date_time, at)
  if (sessions !== undefined) ledger.tell('accounts', id, 'sessions', transition(sessions, 'revoked'))
  // The last sign-in is not told: it is one of many, and where there is no feed of sign-ins none must seem to be missing.
  const role = oauth?.role
  if (role?.name !== undefined)
    ledger.tell('accounts', id, 'listed_roles', transition(at, role.tier ?? 'none', role.name))
}
