// The subjects of an event: the IDs under which the entity store keeps their facts.
import { type Vendor, vendorOf } from '../../mappings/entities/key.ts'
import type { EcsDocument, OauthGroup } from '../../mappings/fields/document.ts'
import { isObject } from '../../mappings/kernel/json.ts'
import { getPath } from '../../mappings/kernel/path.ts'
import { type AccountEffect, makesCredential } from '../../mappings/lib/operation.ts'
import { accountEffect } from '../../mappings/vendors/account-effects.ts'
import { isHiddenProfile } from '../../mappings/vendors/google-workspace/readers/values.ts'
import { mailRuleOperations } from '../../mappings/vendors/m365/readers/mailbox.ts'
import type { EntityEvent } from './entity-event.ts'
import { isUse } from './use.ts'

/** Kinds of account IDs. Two addresses of a directory object belong to one person, and so do mailbox and profile. */
type AccountIdKind = 'address' | 'object' | 'mailbox' | 'puid' | 'profile'

/** An account in a record: by address, by an ID of some kind, or by both. */
export interface AccountIds {
  readonly address?: string | undefined
  readonly id?: string | undefined
  readonly idKind: AccountIdKind
}

export interface AppIds {
  readonly id?: string | undefined
  readonly objectId?: string | undefined
  readonly registrationId?: string | undefined
}

/** `readSubject` writes all members, even those without a value: reads are faster on objects of one shape. */
export interface Subject {
  readonly vendor: Vendor
  /** Empty if the record does not contain a tenant. */
  readonly tenant: string
  readonly dataset: string
  /** Event time, epoch milliseconds. */
  readonly at: number
  readonly event: string
  readonly bundle?: string | undefined
  readonly document: EcsDocument
  readonly oauth?: OauthGroup | undefined
  readonly app?: AppIds | undefined
  readonly actorApp?: AppIds | undefined
  /** The account with the data or right that the application uses. */
  readonly account?: AccountIds | undefined
  readonly actor?: AccountIds | undefined
  /** The act on an account, and this account. */
  readonly accountAct?: (AccountEffect & { readonly account: AccountIds }) | undefined
  /** A change to the members or owners of a group. */
  readonly membership?: Membership | undefined
}

export interface Membership {
  readonly group: AccountIds
  /** The ID of the member; an owner and an eligible member have a prefix. One account can be all three. */
  readonly member: string
  readonly field: 'members' | 'application_members'
  readonly change: 'added' | 'removed'
}

export const keysOf = (credential: OauthGroup['credential']): readonly string[] =>
  credential?.ids ?? (credential?.id === undefined ? [] : [credential.id])

/** Longer IDs are truncated. */
export const longestId = 512
const nilGuid = '00000000-0000-0000-0000-000000000000'

/** Checks whether an ID is a placeholder that a vendor writes for every unknown account. */
export const namesNobody = (id: string): boolean => id === '' || id === nilGuid || isHiddenProfile(id)

/** Returns an ID as the entity store compares it; undefined for no ID. Microsoft writes GUIDs in both cases. */
function idOf(text: unknown, vendor: Vendor): string | undefined {
  if (typeof text !== 'string' || namesNobody(text)) return undefined
  const cut = text.slice(0, longestId)
  return vendor === 'microsoft' ? cut.toLowerCase() : cut
}

/** Returns a tenant ID as the entity store writes it; empty if the record contains no tenant. */
export const tenantId = (id: string | undefined, vendor: Vendor): string => idOf(id, vendor) ?? ''

/** The name of a deleted user begins with the object ID without hyphens. */
export const deletedName = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})(?=[^@]+@)/

function idKind(vendor: Vendor, document: EcsDocument): AccountIdKind {
  if (vendor === 'google') return 'profile'
  if (document.event.module !== 'o365') return 'object'
  switch (document.event.provider) {
    case 'Exchange':
      return 'mailbox'
    case 'SharePoint':
    case 'OneDrive':
      return 'puid'
    default:
      return 'object'
  }
}

function toAccount(name: unknown, id: unknown, vendor: Vendor, kind: AccountIdKind): AccountIds | undefined {
  let address = typeof name === 'string' && name.includes('@') ? name.slice(0, longestId).toLowerCase() : undefined
  let known = idOf(id, vendor)
  let knownKind = kind
  if (known?.includes('@')) {
    address ??= known
    known = undefined
  }
  const mangled = address === undefined || vendor === 'google' ? null : deletedName.exec(address)
  if (address !== undefined && mangled !== null) {
    known = mangled.slice(1).join('-')
    knownKind = 'object'
    address = address.slice(mangled[0].length)
  }
  if (address === undefined && known === undefined) return undefined
  return { address, id: known, idKind: knownKind }
}

function readApp(
  app: Pick<NonNullable<OauthGroup['app']>, 'id' | 'object_id' | 'registration_id'> | undefined,
  vendor: Vendor,
): AppIds | undefined {
  const id = idOf(app?.id, vendor)
  const objectId = idOf(app?.object_id, vendor)
  const registrationId = idOf(app?.registration_id, vendor)
  return id === undefined && objectId === undefined && registrationId === undefined
    ? undefined
    : { id, objectId, registrationId }
}

/** Returns the account of a grant or a use: its principal, otherwise the account of the record. */
function readAccount(oauth: OauthGroup | undefined, vendor: Vendor, kind: AccountIdKind): AccountIds | undefined {
  if (oauth === undefined) return undefined
  const { principal, breadth } = oauth.grant ?? {}
  if (principal !== undefined && breadth !== 'tenant')
    return toAccount(principal.name ?? oauth.account?.name, principal.id ?? oauth.account?.id, vendor, kind)
  return toAccount(oauth.account?.name, oauth.account?.id, vendor, kind)
}

function effectOf(dataset: string, { event, saas }: EcsDocument): AccountEffect | undefined {
  const effect = accountEffect(dataset, event.action)
  return saas?.factor_changed === true ? { ...effect, factorChanged: true } : effect
}

/** Reads the subject of an event; undefined if its time cannot be read. */
export function readSubject({ dataset, document, id }: EntityEvent): Subject | undefined {
  const at = Date.parse(document['@timestamp'] ?? '')
  if (Number.isNaN(at)) return undefined
  const vendor = vendorOf(dataset)
  const { oauth, user, event } = document
  const act = event.outcome === 'failure' ? undefined : effectOf(dataset, document)
  const acted = act?.signedIn ? user : user?.target
  // A group holds a role as an account does.
  const group = act?.role && toAccount(undefined, oauth?.role?.group, vendor, 'object')
  const target = group ?? (act && toAccount(acted?.email ?? acted?.name, acted?.id, vendor, actorKind(vendor)))
  return {
    vendor,
    tenant: tenantId(document.organization?.id, vendor),
    dataset,
    at,
    event: id,
    bundle: oauth?.act?.bundle,
    document,
    oauth,
    app: readApp(oauth?.app, vendor),
    actorApp: readApp(oauth?.actor_app, vendor),
    account: readAccount(oauth, vendor, idKind(vendor, document)),
    // In the unified audit log, `user.id` is an address; elsewhere it is a vendor ID.
    actor:
      oauth !== undefined || act !== undefined || consoles.has(dataset) || isMailboxChanged(document)
        ? toAccount(user?.email, user?.id, vendor, actorKind(vendor))
        : undefined,
    accountAct: act && target && { ...act, account: target },
    membership: act && readMembership(act, document, vendor),
  }
}

/** Reads a membership change. In Privileged Identity Management, membership is a role in the group: Member or Owner. */
function readMembership(
  act: AccountEffect,
  { event, oauth, user, group }: EcsDocument,
  vendor: Vendor,
): Membership | undefined {
  const { role } = oauth ?? {}
  const isInGroup =
    act.member !== undefined || (act.role !== undefined && role?.id === undefined && role?.name === undefined)
  const address = group?.name && group.domain && `${group.name}@${group.domain}`
  const holder = toAccount(address, role?.group, vendor, 'object')
  const application = readApp(oauth?.app, vendor)?.objectId
  const member = application ?? user?.target?.email?.toLowerCase() ?? idOf(user?.target?.id, vendor)
  if (!isInGroup || holder === undefined || member === undefined) return undefined
  const isApplication = application !== undefined || member.endsWith('.gserviceaccount.com')
  const isRemoved = act.member === 'removed' || act.role === 'revoked'
  const kind = /owner |eligible /.exec(event.action ?? '')?.[0] ?? ''
  return {
    group: holder,
    member: kind + member,
    field: isApplication ? 'application_members' : 'members',
    change: isRemoved ? 'removed' : 'added',
  }
}

/** Logs of exports: people take data without an application. */
const exportLogs: ReadonlySet<string> = new Set(['google_workspace.takeout', 'google_workspace.vault'])
export const isExport = ({ dataset, document }: Subject): boolean =>
  exportLogs.has(dataset) || document.event.action === 'CUSTOMER_TAKEOUT_CREATED'

const rules: ReadonlySet<string> = new Set(mailRuleOperations)

/**
 * Whether a person opened or forwarded a mailbox, or made a rule in it. Many of these records do not name a client, so they are no
 * use of one.
 */
export const isMailboxChanged = ({ event, oauth, saas }: EcsDocument): boolean =>
  oauth === undefined && event.provider === 'Exchange' && (saas?.mailbox !== undefined || rules.has(event.action ?? ''))

/** Logs of consoles in which people act: each record contains their address, so no sign-in record is necessary. */
const consoles: ReadonlySet<string> = new Set(['google_workspace.admin', 'gcp.audit', 'azure.auditlogs', ...exportLogs])

/**
 * Returns the person who acted in a console, by the address in the record. A service account is not a person. In Entra,
 * only acts on accounts, groups and roles count: a consent record contains an address of Microsoft's servers.
 */
export function personAtConsole({
  dataset,
  actor,
  actorApp,
  document,
  oauth,
  vendor,
}: Subject): AccountIds | undefined {
  const isProgram = actorApp !== undefined || actor?.address?.endsWith('.gserviceaccount.com') === true
  if (isProgram || document.event.outcome === 'failure') return undefined
  return consoles.has(dataset) && (vendor === 'google' || oauth?.action === undefined) ? actor : undefined
}

const actorKind = (vendor: Vendor): AccountIdKind => (vendor === 'google' ? 'profile' : 'object')

/** The ID under which the facts of an application are written: all records with this ID use it. */
export function appKeyId({ id, objectId, registrationId }: AppIds): string {
  return (id ?? objectId ?? registrationId) as string
}

/** The ID under which an account's facts are written: nearly every record contains an address. */
export function accountKeyId({ address, id }: AccountIds): string {
  return (address ?? id) as string
}

export const domainOf = (address: string | undefined): string | undefined => address?.split('@')[1]

export function accountOfKey(key: string): AccountIds {
  return key.includes('@') ? { address: key, idKind: 'object' } : { id: key, idKind: 'object' }
}

/** A subject without an event, for reviews and findings: they query the entity store for a moment. */
export function subjectAt(vendor: Vendor, tenant: string, at: number): Subject {
  return { vendor, tenant, at, dataset: '', event: '', document: { event: {} } }
}

/** The state of a risk in Entra ID Protection, and the reason. */
export function riskOf({ azure }: EcsDocument): { readonly state: string; readonly detail?: string } | undefined {
  const members = getPath(azure, ['identityprotection', 'properties'])
  if (!isObject(members)) return undefined
  const { risk_state: state, risk_event_type: type, risk_detail: why } = members
  const detail = type ?? (why === 'none' ? undefined : why)
  if (typeof state !== 'string' || state === 'none') return undefined
  return { state: state.slice(0, longestId), ...(typeof detail === 'string' && { detail: detail.slice(0, longestId) }) }
}

/** All customers of a large issuer share its address: the first part of the subject (`repo:acme/…`, `organization:acme:…`) is the customer. */
function trustedParty({ issuer, subject }: NonNullable<OauthGroup['credential']>): string | undefined {
  if (issuer === undefined) return undefined
  const owner = /^(?:\w+:\/\/)?[^/]+(?=\/(?!\/))|^[^:]+:[^:]+/.exec(subject ?? '')?.[0]
  return `${issuer} ${owner ?? subject ?? ''}`
}

/** Whether an application made a credential for a person. */
export const isCredentialByApp = ({ accountAct, actorApp }: Subject): boolean =>
  actorApp !== undefined && makesCredential(accountAct)

/** Whether an application makes a credential for an account, or has its mail copied or exported: these acts show where it works. */
export const takesOverByApp = (subject: Subject): boolean =>
  isCredentialByApp(subject) ||
  (subject.actorApp !== undefined && ['email_monitor', 'mailbox_export'].includes(subject.oauth?.policy?.setting ?? ''))

/** The act that may be routine for its actor; undefined for use. Trust in one party does not make trust in another routine. */
export function routineAct(subject: Subject): string | undefined {
  const { oauth, accountAct } = subject
  if (isCredentialByApp(subject)) return accountAct?.reset ? 'password_for_account' : 'credential_for_account'
  if (isUse(oauth?.action)) return undefined
  const party = oauth?.action === 'credential_add' ? trustedParty(oauth.credential ?? {}) : undefined
  if (party !== undefined) return `credential_add ${party}`.slice(0, 512)
  return oauth?.action ?? (accountAct?.joined ? 'group_join' : undefined)
}
