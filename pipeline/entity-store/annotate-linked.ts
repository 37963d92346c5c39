// A person's accounts at the other vendor: an administrator may off-board the person in only one of the directories.
import type { Vendor } from '../../mappings/entities/key.ts'
import type { Environment } from '../../mappings/environment/environment.ts'
import type { AccountStatus } from '../../mappings/lib/operation.ts'
import { hoursBetween, isoTime } from './age.ts'
import { hasEnded, statusOf } from './annotate-account.ts'
import type { Annotating } from './annotations.ts'
import { accountIdentities, accountView } from './identities.ts'
import type { Subject } from './subject.ts'

/** A person's accounts with the other vendor and their status: ended only if all of them have ended. */
interface LinkedAccounts {
  /** Their addresses, sorted. */
  readonly names: readonly string[]
  readonly status?: AccountStatus
  /** Epoch milliseconds since when all of these accounts have had the status. */
  readonly since?: number
}

export const otherVendor = (vendor: Vendor): Vendor => (vendor === 'google' ? 'microsoft' : 'google')

/** Returns a person's possible addresses at the other vendor: the same ones, and those in the environment file. */
export function addressesThere({ identities }: Environment, vendor: Vendor, own: readonly string[]): Set<string> {
  const mapped = identities.filter((pair) => own.includes(pair[vendor].toLowerCase()))
  return new Set([...own, ...mapped.map((pair) => pair[otherVendor(vendor)].toLowerCase())])
}

/** Returns what the entity store knows of these accounts as of the event; undefined if it knows none. */
function linkedAccounts({ subject, lookup, environment, identities }: Annotating): LinkedAccounts | undefined {
  const { at } = subject
  const vendor = otherVendor(subject.vendor)
  const tenants = environment.tenants.filter((tenant) => tenant.vendor === vendor)
  if (tenants.length === 0) return undefined
  const own = identities.map(({ id }) => id).filter((id) => id.includes('@'))
  if (own.length === 0) return undefined
  const names: string[] = []
  const known: { readonly status: AccountStatus; readonly since: number }[] = []
  for (const { id } of tenants) {
    const there: Subject = { ...subject, vendor, tenant: vendor === 'microsoft' ? id.toLowerCase() : id }
    for (const address of addressesThere(environment, subject.vendor, own)) {
      const idKind = vendor === 'google' ? 'profile' : 'object'
      const view = accountView(lookup, there, accountIdentities(lookup, there, { address, idKind }, at))
      const status = statusOf(view, at)
      if (status === undefined && view.earliest('first_seen', at) === undefined) continue
      names.push(address)
      // An account with recorded use but without a status exists.
      known.push(status ?? { status: 'active', since: 0 })
    }
  }
  if (names.length === 0) return undefined
  const open = known.filter(({ status }) => !hasEnded(status))
  const [first = known[0], ...others] = open.length > 0 ? open : known
  const last = others.reduce((latest, each) => (each.since > (latest?.since ?? 0) ? each : latest), first)
  return {
    names: [...new Set(names)].sort(),
    ...(last !== undefined && last.since > 0 && { status: last.status, since: last.since }),
  }
}

export function annotateLinked(annotating: Annotating): void {
  const linked = linkedAccounts(annotating)
  if (linked === undefined) return
  const { account } = annotating.annotations
  account.linked = [...linked.names]
  if (linked.status === undefined || linked.since === undefined) return
  account.linked_status = linked.status
  account.linked_status_since = isoTime(linked.since)
  account.linked_status_age_hours = hoursBetween(linked.since, annotating.subject.at)
}
