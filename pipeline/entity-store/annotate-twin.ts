// Finds applications that imitate another application of the tenant.
import { dayMs, monthMs } from '../../mappings/kernel/durations.ts'
import { nameSkeleton } from '../../mappings/knowledge/skeleton.ts'
import type { Annotations } from './annotations.ts'
import { appStatus } from './app-status.ts'
import { aliasId } from './entity-ids.ts'
import { appView } from './identities.ts'
import type { Lookup } from './lookup.ts'
import type { Subject } from './subject.ts'

/** Annotates an application of the same name. A consent shows whether an administrator recently ended it. */
export function annotateTwin(app: Annotations['app'], subject: Subject, lookup: Lookup, ids: readonly string[]): void {
  const { at, oauth } = subject
  const twins = findTwins(subject, lookup, ids)
  const isEnded = (id: string) => {
    const view = appView(lookup, subject, [id])
    const last = appStatus(view, at)
    if (last === undefined || last.value === 'enabled' || at - last.at >= monthMs) return false
    // The first inventory does not show when an application ended.
    const isLogged = view.transitions('status', at).includes(last)
    return isLogged || view.transitions('listed', last.at).some(({ value }) => value === 'enabled')
  }
  const ended = oauth?.action === 'consent' ? twins.find(isEnded) : undefined
  const twin = ended ?? twins[0]
  if (twin !== undefined) app.twin_of = twin
  if (ended !== undefined) app.twin_ended = true
}

/** The maximum number of applications of one name that are checked. */
const mostNamesakes = 20

/**
 * Finds applications with the same or a look-alike name that were here a day earlier: vendors introduce their clients
 * together. Records of use often contain no name, so the first use of an application counts, not only its first record
 * with a name. A name that a later record shows counts if the application had no other name before.
 */
function findTwins(subject: Subject, lookup: Lookup, ids: readonly string[]): readonly string[] {
  const { vendor, tenant, at, oauth } = subject
  const name = oauth?.app?.name
  const skeleton = name === undefined ? '' : nameSkeleton(name)
  if (skeleton === '') return []
  const links = lookup.get('aliases', aliasId(vendor, tenant, 'name', skeleton).key)?.links
  if (links === undefined) return []
  const here = appView(lookup, subject, ids).earliest('first_seen', at)
  const own = Math.min(at, here ?? at, ...ids.flatMap((id) => links.first(id) ?? []))
  const others = links.before(Number.POSITIVE_INFINITY, mostNamesakes).filter((id) => !ids.includes(id))
  return others.filter((id) => {
    const named = links.first(id) ?? at
    if (named < own - dayMs) return true
    const other = appView(lookup, subject, [id])
    const isNamed = named < at || other.members('names', at, 1).length === 0
    return isNamed && other.earliest('first_used', own - dayMs) !== undefined
  })
}
