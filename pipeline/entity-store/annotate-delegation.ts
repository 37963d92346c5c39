// Annotates whether a service account that receives a key or an owner can act as users of the domain: the holder of a key has
// the delegation, whatever its age.
import { type Annotating, clickMs } from './annotations.ts'
import { aliasId } from './entity-ids.ts'
import { appView, everybodyIdentity, grantView } from './identities.ts'
import type { Lookup } from './lookup.ts'
import { deletion, isGiven, revocation } from './standing.ts'
import type { Subject } from './subject.ts'

export function annotateDelegation({ annotations, subject, lookup, appIds }: Annotating): void {
  const { oauth, vendor, tenant } = subject
  const isOpened = oauth?.action === 'credential_add' || oauth?.action === 'owner_add'
  if (!isOpened || oauth.app?.kind !== 'service_account') return
  const links = (id: string) => lookup.get('aliases', aliasId(vendor, '', 'delegate', id).key)?.links?.ordered() ?? []
  const tenants = tenant === '' ? new Set(appIds.flatMap(links).map(({ value }) => value)) : []
  const subjects = [subject, ...[...tenants].map((each) => ({ ...subject, tenant: each }))]
  // A view is kept for its list of IDs, whatever the tenant: each tenant needs a list of its own.
  if (subjects.some((each) => isDelegate(lookup, each, [...appIds]))) annotations.app.delegated = true
}

/** Whether the service account can act as users of the tenant of the subject. */
function isDelegate(lookup: Lookup, subject: Subject, appIds: readonly string[]): boolean {
  const { at, bundle } = subject
  const before = at - clickMs
  const app = appView(lookup, subject, appIds)
  const grant = grantView(lookup, subject, appIds, everybodyIdentity)
  const removed = revocation(grant, { at, bundle, before }, deletion(app, at))
  const used = app.moment('delegated', at)
  const isGranted = isGiven(grant, before) && grant.first('kinds', 'domain_delegation', before) !== undefined
  return (isGranted && removed === undefined) || (used !== undefined && used > (removed ?? 0))
}
