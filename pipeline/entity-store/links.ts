// Records the IDs of one object in a record as aliases of each other, and the time-independent facts of an application.
import type { Transition } from '../../mappings/entities/transitions.ts'
import { dayMs } from '../../mappings/kernel/durations.ts'
import { nameSkeleton } from '../../mappings/knowledge/skeleton.ts'
import { aliasId, appId } from './entity-ids.ts'
import { isGrant } from './observe-grant.ts'
import type { DeltaWriter } from './store.ts'
import { type AccountIds, type AppIds, appKeyId, longestId, type Subject } from './subject.ts'
import { isDelegated } from './use.ts'

export function linkAccount(subject: Subject, { address, id, idKind }: AccountIds, deltas: DeltaWriter): void {
  if (address === undefined || id === undefined) return
  const { vendor, tenant, at } = subject
  deltas.observe('aliases', aliasId(vendor, tenant, 'account', address), 'links', {
    value: `${idKind}:${id}`,
    first: at,
  })
  deltas.observe('aliases', aliasId(vendor, tenant, 'account', id), 'links', { value: `address:${address}`, first: at })
}

/**
 * Records that an address took the place of another at this time. Records about an account often contain only an address, so
 * no other link joins what they say before and after.
 */
export function linkRenamed(subject: Subject, { address: former }: AccountIds, deltas: DeltaWriter): void {
  const { vendor, tenant, at, document } = subject
  const later = document.user?.changes?.email?.slice(0, longestId)
  if (former === undefined || later === undefined || former === later) return
  const link = (from: string, value: string) =>
    deltas.observe('aliases', aliasId(vendor, tenant, 'account', from), 'links', { value, first: at })
  link(later, `former:${former}`)
  link(former, `later:${later}`)
}

/** Records that an account with this address was created. An earlier account with this address belongs to another person. */
export function linkCreated({ vendor, tenant, at }: Subject, { address }: AccountIds, deltas: DeltaWriter): void {
  if (address !== undefined)
    deltas.observe('aliases', aliasId(vendor, tenant, 'account', address), 'links', {
      value: `created:${at}`,
      first: at,
    })
}

const serviceAccount = /@([^@]+)\.iam\.gserviceaccount\.com$/

/** The Google Cloud project of a service account; undefined for other accounts. */
export const projectOf = (address: string | undefined): string | undefined => serviceAccount.exec(address ?? '')?.[1]

/** A project is known as soon as one of its service accounts is used, or becomes a member of something. */
export function linkProject({ vendor, tenant, at, app, accountAct }: Subject, deltas: DeltaWriter): void {
  const value = accountAct?.joined === true ? accountAct.account.address : app?.objectId
  const project = vendor === 'google' ? projectOf(value) : undefined
  if (project !== undefined && value !== undefined)
    deltas.observe('aliases', aliasId(vendor, tenant, 'project', project), 'links', { value, first: at })
}

/**
 * The log of Google Cloud contains no tenant, so the tenant of a delegation is also known by the service account. A record
 * of Google Workspace contains its ID, its address, or both.
 */
export function linkDelegate(subject: Subject, deltas: DeltaWriter): void {
  const { vendor, tenant, at, app, oauth } = subject
  const isDelegation = isDelegated(subject) || (oauth?.grant?.kind === 'domain_delegation' && isGrant(oauth.action))
  if (vendor !== 'google' || tenant === '' || !isDelegation) return
  for (const id of [app?.id, app?.objectId])
    if (id !== undefined)
      deltas.observe('aliases', aliasId(vendor, '', 'delegate', id), 'links', { value: tenant, first: at })
}

export function linkApp(subject: Subject, app: AppIds, deltas: DeltaWriter): void {
  const { vendor, tenant, at } = subject
  const ids = [app.id, app.objectId, app.registrationId].filter((id) => id !== undefined)
  const [first, ...others] = ids
  for (const other of others) {
    const kindOf = (id: string) => (id === app.id ? 'client' : 'object')
    deltas.observe('aliases', aliasId(vendor, tenant, 'app', first as string), 'links', {
      value: `${kindOf(other)}:${other}`,
      first: at,
    })
    deltas.observe('aliases', aliasId(vendor, tenant, 'app', other), 'links', {
      value: `${kindOf(first as string)}:${first}`,
      first: at,
    })
  }
}

/** Whether the vendor refused the request in a record. */
export function isRefused({ document, oauth }: Subject): boolean {
  return document.event.outcome === 'failure' || oauth?.action === 'consent_block' || oauth?.action === 'token_deny'
}

/** A name in an unsuccessful request is not recorded as an alias: the next application with this name has no twin. */
function linkName(subject: Subject, { id }: AppIds, name: string, deltas: DeltaWriter): void {
  const { vendor, tenant, at, oauth } = subject
  const skeleton = nameSkeleton(name)
  // The Marketplace has separate IDs: an installation has the name of the client that users consent to.
  if (skeleton === '' || id === undefined || oauth?.grant?.kind === 'install' || isRefused(subject)) return
  deltas.observe('aliases', aliasId(vendor, tenant, 'name', skeleton), 'links', { value: id.slice(0, 512), first: at })
}

/** Every sign-in contains the registration of its application: one transition per day is enough. */
function registeredIn({ at }: Subject, value: string): Transition {
  return { at: at - (at % dayMs), value, event: 'record' }
}

/** Records the time-independent facts: a hunt records them before it evaluates the first event. */
export function observeRegistration(subject: Subject, app: AppIds, deltas: DeltaWriter): void {
  const { owner_tenant: recorded, own_tenant: isOwn, kind, name } = subject.oauth?.app ?? {}
  const owner = recorded ?? (isOwn === true && subject.tenant !== '' ? subject.tenant : undefined)
  const id = appId(subject, appKeyId(app))
  linkApp(subject, app, deltas)
  linkName(subject, app, name ?? '', deltas)
  if (name !== undefined && name !== '')
    deltas.observe('apps', id, 'names', { value: name.slice(0, 512), first: subject.at })
  if (owner !== undefined) deltas.observe('apps', id, 'owner_tenant', registeredIn(subject, owner))
  if (kind !== undefined && kind !== 'unknown') deltas.observe('apps', id, 'kind', registeredIn(subject, kind))
}
