// The accounts of alerts, with their status and their remaining grants.

import { compareSeverity } from '../../../rules/lib/rule.ts'
import type { NameOf } from '../../review/account-names.ts'
import type { Device } from '../../review/containment/microsoft.ts'
import { openGrants, type ReviewedApp } from '../../review/review.ts'
import { Counter } from '../counter.ts'
import type { AlertedApp } from './alerted-apps.ts'
import type { StatusOf } from './apps.ts'
import { vendorsOf } from './containment-plan.ts'
import { type Capped, capped, cappedMap, limits } from './limits.ts'
import type { AccountRow } from './model.ts'
import type { AccountTally } from './tallies.ts'

/** Merges the tallies of each person: some records contain the address of the account, some contain its ID. */
export function mergeAccounts(accounts: Iterable<AccountTally>, nameOf: NameOf): AccountTally[] {
  const merged = new Map<string, AccountTally>()
  for (const each of accounts) {
    const name = nameOf(each.tenant, each.name)
    const key = `${each.tenant.toLowerCase()}|${name}`
    const known = merged.get(key)
    if (known === undefined) merged.set(key, { ...each, name, apps: new Set(each.apps) })
    else {
      known.alerts += each.alerts
      if (compareSeverity(each.gravest, known.gravest) > 0) known.gravest = each.gravest
      for (const app of each.apps) known.apps.add(app)
      known.facts = { ...known.facts, ...each.facts }
    }
  }
  return [...merged.values()]
}

export function makeAccounts(
  accounts: readonly AccountTally[],
  apps: readonly AlertedApp[],
  statusOf: StatusOf,
  devices: readonly Device[],
): Capped<AccountRow> {
  const byKey = new Map(apps.map((each) => [each.key, each]))
  const standing = standingGrants(apps.flatMap(({ app }) => app ?? []))
  const sorted = [...accounts].sort(
    (a, b) => compareSeverity(b.gravest, a.gravest) || b.alerts - a.alerts || (a.name < b.name ? -1 : 1),
  )
  return cappedMap(capped(sorted, limits.accounts), (tally) => ({
    ...toAccountRow(tally, byKey, standing, statusOf),
    devices: devices
      .filter(({ account }) => account.toLowerCase() === tally.name.toLowerCase())
      .map(({ name }) => name),
  }))
}

/** Returns for each account how many of these applications hold a grant of it. */
function standingGrants(apps: readonly ReviewedApp[]): ReadonlyMap<string, number> {
  const standing = new Counter()
  for (const app of new Set(apps)) for (const grant of openGrants(app)) standing.add(`${app.tenant} ${grant.principal}`)
  return standing
}

function toAccountRow(
  { name, tenant, alerts, gravest, apps, facts }: AccountTally,
  byKey: ReadonlyMap<string, AlertedApp>,
  standing: ReadonlyMap<string, number>,
  statusOf: StatusOf,
): Omit<AccountRow, 'devices'> {
  const of = [...apps].flatMap((key) => byKey.get(key) ?? [])
  // An account of an alert without an application may belong to either vendor: the report omits facts that the entity
  // store lacks.
  const recorded = [...new Set(of.flatMap(vendorsOf))]
  const [vendor, second] = recorded
  const vendors = recorded.length === 0 ? (['microsoft', 'google'] as const) : recorded
  const status = vendors.map((vendor) => statusOf(vendor, tenant, name)).find((each) => each !== undefined)
  const known = status ?? (facts.status === undefined ? undefined : { status: facts.status, since: facts.status_since })
  return {
    name,
    ...(vendor !== undefined && second === undefined && { vendor }),
    tenant,
    severity: gravest,
    alerts,
    ...(known !== undefined && { status: known.status, ...(known.since !== undefined && { since: known.since }) }),
    roles: (facts.roles ?? []).slice(0, limits.names),
    privileged: facts.privileged === true,
    apps: of.map(({ name, app, group }) => name ?? app?.id ?? (group.app?.id as string)),
    standing: standing.get(`${tenant.toLowerCase()} ${name}`) ?? standing.get(`${tenant} ${name}`) ?? 0,
  }
}
