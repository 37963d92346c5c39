// Applies the facts of an inventory as of its snapshot. A fact is valid from the start time that the vendor supplies,
// otherwise from the snapshot. A missing object is not a fact: the inventory may be incomplete.
import type { Transition } from '../../mappings/entities/transitions.ts'
import type { OauthGroup } from '../../mappings/fields/document.ts'
import { isObject, type JsonObject } from '../../mappings/kernel/json.ts'
import { nameSkeleton } from '../../mappings/knowledge/skeleton.ts'
import { isHighRole, listedAdministrator } from './annotate-account.ts'
import { accountId, aliasId, appId, everybody, grantId } from './entity-ids.ts'
import { listOf, noTier } from './held.ts'
import { linkAccount, linkApp } from './links.ts'
import type { DeltaWriter } from './store.ts'
import { type AccountIds, type AppIds, accountKeyId, appKeyId, type Subject } from './subject.ts'

/** True for a document that describes a state instead of an event. */
export function isInventory({ document }: Subject): boolean {
  return document.event.kind === 'asset'
}

/** A constant: the same fact in two snapshots is one transition, so daily snapshots do not displace others. */
const source = 'inventory'

const transition = (at: number, value: string, detail?: string): Transition => ({
  at,
  value,
  event: source,
  ...(detail !== undefined && { detail }),
})

/** A snapshot, and the start of its validity, if known. */
interface Snapshot {
  readonly subject: Subject
  readonly deltas: DeltaWriter
  readonly at: number
  readonly since: number | undefined
  /** The members of the record itself, as the document keeps them. */
  readonly listed: JsonObject
}

function timeOf(value: unknown, latest: number): number | undefined {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return time > 0 && time <= latest ? time : undefined
}

export function applyInventory(subject: Subject, deltas: DeltaWriter): void {
  const { at, document, oauth, app, account } = subject
  const listed = document.azure?.inventory ?? document.google_workspace?.inventory
  const snapshot: Snapshot = {
    subject,
    deltas,
    at,
    since: timeOf(document.event.start, at),
    listed: isObject(listed) ? listed : {},
  }
  if (document.user !== undefined && account !== undefined) observeAccount(snapshot, account)
  if (app === undefined || oauth === undefined) return
  linkApp(subject, app, deltas)
  if (account !== undefined) linkAccount(subject, account, deltas)
  observeApp(snapshot, app, oauth)
  if (oauth.grant !== undefined) observeGrant(snapshot, app, oauth.grant)
}

function observeApp({ subject, deltas, at, since, listed }: Snapshot, ids: AppIds, oauth: OauthGroup): void {
  const { vendor, tenant } = subject
  const { app = {}, grant, redirect } = oauth
  const id = appId(subject, appKeyId(ids))
  const isGrant = grant !== undefined
  // The start of a grant is not the start of its application, which is at least as old.
  deltas.observe('apps', id, 'first_seen', since ?? at)
  if (app.name !== undefined) {
    deltas.observe('apps', id, 'names', { value: app.name.slice(0, 512), first: at })
    const skeleton = nameSkeleton(app.name)
    if (skeleton !== '' && ids.id !== undefined)
      deltas.observe('aliases', aliasId(vendor, tenant, 'name', skeleton), 'links', { value: ids.id, first: at })
  }
  if (app.owner_tenant !== undefined) deltas.observe('apps', id, 'owner_tenant', transition(at, app.owner_tenant))
  if (app.publisher !== undefined) deltas.observe('apps', id, 'publisher', transition(at, app.publisher))
  if (app.verified !== undefined) deltas.observe('apps', id, 'verified', transition(at, String(app.verified)))
  if (app.status !== undefined) {
    const ended = app.status === 'deleted' ? timeOf(listed.deleted_date_time, at) : undefined
    deltas.observe('apps', id, 'listed', transition(ended ?? at, app.status))
    if (since !== undefined) deltas.observe('apps', id, 'status', transition(since, 'enabled'))
  }
  for (const domain of redirect?.domains ?? [])
    deltas.observe('apps', id, 'redirect_domains', { value: domain, first: at })
  observeCredentials(listed.key_credentials, 'certificate')
  observeCredentials(listed.password_credentials, 'secret')
  if (!isGrant) return
  const first = since ?? at
  for (const scope of grant.scopes ?? []) deltas.observe('apps', id, 'scopes', { value: scope.slice(0, 512), first })
  if (grant.tier !== undefined) deltas.observe('apps', id, 'tiers', { value: grant.tier, first })
  if (grant.breadth !== undefined) deltas.observe('apps', id, 'breadths', { value: grant.breadth, first })

  function observeCredentials(list: unknown, kind: string): void {
    for (const credential of Array.isArray(list) ? list : []) {
      if (!isObject(credential)) continue
      // A credential may start after it was added.
      const from = timeOf(credential.start_date_time, at) ?? at
      deltas.observe('apps', id, 'credential_kinds', { value: kind, first: from })
      if (typeof credential.key_id === 'string')
        deltas.observe('apps', id, 'credential_ids', { value: credential.key_id.toLowerCase(), first: from })
    }
  }
}

/**
 * Records the grant itself, but does not count its holder as a further user of the application: an inventory contains
 * account IDs and the log contains addresses, so a set of both would count a person twice.
 */
function observeGrant(
  { subject, deltas, at, since }: Snapshot,
  ids: AppIds,
  grant: NonNullable<OauthGroup['grant']>,
): void {
  const { account } = subject
  const principal = grant.breadth === 'tenant' ? everybody : account === undefined ? undefined : accountKeyId(account)
  if (principal === undefined) return
  const id = grantId(subject, appKeyId(ids), principal)
  const first = since ?? at
  deltas.observe('grants', id, 'first_seen', first)
  deltas.observe('grants', id, 'listed', at)
  const scopes = listOf(grant.scopes)
  if (scopes !== undefined) deltas.observe('grants', id, 'listed_scopes', transition(at, grant.tier ?? noTier, scopes))
  if (grant.kind !== undefined) deltas.observe('grants', id, 'kinds', { value: grant.kind, first })
  for (const scope of grant.scopes ?? []) deltas.observe('grants', id, 'scopes', { value: scope.slice(0, 512), first })
  if (grant.tier !== undefined) deltas.observe('grants', id, 'tiers', { value: grant.tier, first })
}

function observeAccount({ subject, deltas, at, since, listed }: Snapshot, account: AccountIds): void {
  const { document, oauth } = subject
  const id = accountId(subject, accountKeyId(account))
  const { status, kind } = oauth?.account ?? {}
  const addresses = (document.related?.user ?? []).filter((name) => name.includes('@'))
  for (const address of new Set([...addresses, account.address]))
    if (address !== undefined) linkAccount(subject, { ...account, address }, deltas)
  deltas.observe('accounts', id, 'first_seen', since ?? at)
  if (since !== undefined) {
    deltas.observe('accounts', id, 'created', since)
    deltas.observe('accounts', id, 'status', transition(since, 'active'))
  }
  if (status !== undefined) {
    const ended = status === 'deleted' ? timeOf(listed.deleted_date_time ?? listed.deletion_time, at) : undefined
    deltas.observe('accounts', id, 'listed', transition(ended ?? at, status))
    deltas.observe('accounts', id, 'listed_as', { value: status, first: ended ?? at })
  }
  if (kind !== undefined) deltas.observe('accounts', id, 'kind', transition(at, kind))
  const reset = timeOf(listed.last_password_change_date_time, at)
  if (reset !== undefined) deltas.observe('accounts', id, 'resets', transition(reset, 'reset'))
  const sessions = timeOf(listed.sign_in_sessions_valid_from_date_time, at)
  if (sessions !== undefined) deltas.observe('accounts', id, 'sessions', transition(sessions, 'revoked'))
  // The last sign-in is not applied. It is only one of many sign-ins, and without a log source of sign-ins no account
  // may seem to lack them.
  const role = oauth?.role
  if (role?.name === undefined) return
  deltas.observe('accounts', id, 'listed_roles', transition(at, role.tier ?? 'none', role.name))
  if (isHighRole(role.tier ?? 'none'))
    deltas.observe('accounts', id, 'listed_as', { value: listedAdministrator, first: at })
}
