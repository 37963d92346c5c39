// Annotates whether a service account that receives a key or an owner can act as users of the domain: the holder of a key has
// the delegation, whatever its age.
import { type Annotating, clickMs } from './annotations.ts'
import { appView, everybodyIdentity, grantView } from './identities.ts'
import { deletion, isGiven, revocation } from './standing.ts'

export function annotateDelegation({ annotations, subject, lookup, appIds }: Annotating): void {
  const { oauth, at, bundle } = subject
  const isOpened = oauth?.action === 'credential_add' || oauth?.action === 'owner_add'
  if (!isOpened || oauth.app?.kind !== 'service_account') return
  const app = appView(lookup, subject, appIds)
  const grant = grantView(lookup, subject, appIds, everybodyIdentity)
  const before = at - clickMs
  const removed = revocation(grant, { at, bundle, before }, deletion(app, at))
  const used = app.moment('delegated', at)
  const isGranted = isGiven(grant, before) && grant.first('kinds', 'domain_delegation', before) !== undefined
  if ((isGranted && removed === undefined) || (used !== undefined && used > (removed ?? 0)))
    annotations.app.delegated = true
}
