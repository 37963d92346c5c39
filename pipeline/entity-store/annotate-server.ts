// Finds a server of two applications: with the first, an intruder changes the files of a person or sends messages, and readers
// who follow the links there give access to the second. A vendor’s customer uses both of its applications. Unrelated vendors
// rent neighboring addresses of a provider, so both applications must use the same address.
import { monthMs } from '../../mappings/kernel/durations.ts'
import type { Annotating } from './annotations.ts'
import { aliasId } from './entity-ids.ts'
import { appIdentities, appView } from './identities.ts'
import { machineOf } from './network.ts'
import { learningMs } from './novelty.ts'
import type { DeltaWriter } from './store.ts'
import { type AppIds, appKeyId, type Subject } from './subject.ts'
import { isWithoutOwner, wayOf } from './use.ts'

/** The ways in which an application shows a link to other people. */
const luring: ReadonlySet<string | undefined> = new Set(['file write', 'file permission', 'mail send', 'chat send'])

/** The machine of a use on behalf of an account. */
function serverOf({ oauth, document }: Subject): string | undefined {
  return oauth?.action === 'app_use' && !isWithoutOwner(oauth) ? machineOf(document.source?.ip) : undefined
}

export function observeServer(subject: Subject, app: AppIds, deltas: DeltaWriter): void {
  const { vendor, tenant, at, oauth } = subject
  const machine = oauth !== undefined && luring.has(wayOf(oauth)) ? serverOf(subject) : undefined
  if (machine === undefined) return
  const link = { value: appKeyId(app), first: at }
  deltas.observe('aliases', aliasId(vendor, tenant, 'network', machine), 'links', link)
}

/** `logged` is the start of the log source: an application of the first weeks of the log is not new. */
export function annotateServer(annotating: Annotating, logged: number | undefined): void {
  const { annotations, subject, lookup, appIds, identities } = annotating
  const { vendor, tenant, at } = subject
  const machine = identities.length === 0 ? undefined : serverOf(subject)
  if (machine === undefined || logged === undefined) return
  const begun = appView(lookup, subject, appIds).earliest('first_used', at) ?? at
  if (at - begun >= learningMs) return
  const server = lookup.get('aliases', aliasId(vendor, tenant, 'network', machine).key)
  for (const { value: id, first } of server?.links?.ordered() ?? []) {
    const ids = appIdentities(lookup, subject, { id })
    if (first >= at || ids.some((one) => appIds.includes(one))) continue
    const other = appView(lookup, subject, ids)
    const since = other.earliest('first_used', at)
    if (since === undefined || since < logged + learningMs || at - since >= monthMs) continue
    if (
      identities.some((one) => (other.first('users', one.id, at) ?? other.first('reached', one.id, at)) !== undefined)
    )
      continue
    annotations.activity.server_of = id
    return
  }
}
