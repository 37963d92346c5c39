import { type Vendor, vendorOf } from '../../../mappings/entities/key.ts'
import { bestId, concernedApp, type EcsDocument } from '../../../mappings/fields/document.ts'
import type { Tier } from '../../../mappings/fields/oauth.ts'
import { lookedUp } from '../../../mappings/kernel/looked-up.ts'
import { present } from '../../../mappings/kernel/present.ts'
import type { Alert } from '../../../rules/lib/alert.ts'
import { compareSeverity, type Severity } from '../../../rules/lib/rule.ts'
import { tenantId } from '../../entity-store/subject.ts'
import { cut, cutSentence, Ends, keptIn } from './kept.ts'
import { type LeftOut, limits } from './limits.ts'
import { Times } from './times.ts'
import { isSevere, joinedReasons } from './words.ts'

export interface DayTally {
  records: number
  readonly alerts: Record<Severity, number>
}

export interface AlertNote extends Pick<Alert, '@timestamp' | 'reason' | 'settled' | 'events'> {
  /** The number of events of the alert. `events` contains only the first of them. */
  readonly counted: number
}

/** The number of alerts, the number of provisional alerts among them, and their times. */
class AlertTimes extends Times {
  unsettled = 0

  see(alert: Alert): void {
    this.add(alert['@timestamp'])
    if (!alert.settled) this.unsettled++
  }
}

export interface RuleTally {
  readonly id: string
  readonly name: string
  severity: Severity
  readonly times: AlertTimes
  readonly alerts: Ends<AlertNote>
  readonly reasons: Map<string, AlertTimes>
  /** The names of the other rules on the acts of its alerts. */
  readonly also: Set<string>
  /** Alerts whose reasons are not kept. */
  unexplained: number
  /** The first accounts in the alerts that concern no single application, each with its tenants, by vendor and ID. */
  readonly accounts: Map<string, Map<string, TenantOf>>
}

/** A tenant of an account; the ID is empty if the events of an alert have several tenants. */
export interface TenantOf {
  readonly vendor: Vendor
  readonly tenant: string
}

/** The kind of an application's ID: some logs contain only the ID of its service principal or of its registration. */
export type IdKind = 'application ID' | 'object ID' | 'registration ID'

export interface AlertGroup {
  /** Absent for alerts that are about no single application. */
  readonly app?: { readonly tenant: string; readonly id: string; readonly idKind: IdKind }
  name?: string
  readonly addresses: Set<string>
  /** Whether some of its alerts are kept. */
  readonly noted: boolean
  readonly bySeverity: Record<Severity, number>
  readonly rules: Map<string, RuleTally>
  /** The reasons for the tiers of permissions in alerts. Failed attempts may have requested other permissions. */
  readonly tierReasons: Map<Tier, string[]>
  readonly times: Times
}

export interface AccountTally {
  readonly name: string
  alerts: number
  gravest: Severity
  readonly apps: Set<string>
  /** The facts about the account in its newest alert. */
  facts: NonNullable<NonNullable<Alert['oauth']>['account']>
  tenant: string
}

export const gravestFirst: readonly Severity[] = ['critical', 'high', 'medium', 'low']

export const noAlerts = (): Record<Severity, number> => ({ critical: 0, high: 0, medium: 0, low: 0 })

/** Returns the key of an application. It contains the tenant, because client IDs are the same in all tenants. */
export function appKey(tenant: string, id: string): string {
  return `${tenant.toLowerCase()}|${id.toLowerCase()}`
}

/** The tenant ID as in the entity store, except for its case. */
export const tenantOf = ({ organization }: Pick<Alert, 'organization'>): string => tenantId(organization?.id, 'google')

type App = NonNullable<EcsDocument['oauth']>['app']
const idKindOf = (app: App): IdKind =>
  app?.id !== undefined ? 'application ID' : app?.object_id !== undefined ? 'object ID' : 'registration ID'

export class AlertTallies {
  readonly groups = new Map<string, AlertGroup>()
  readonly accounts = new Map<string, AccountTally>()
  /** The number of alerts of applications beyond the limit. */
  uncounted = 0
  readonly #reasons = { severe: 0, other: 0 }
  readonly #left: Set<LeftOut>

  constructor(left: Set<LeftOut>) {
    this.#left = left
  }

  add(alert: Alert): void {
    const concerned = concernedApp(alert)
    const id = bestId(concerned)
    const tenant = tenantOf(alert)
    const key = id === undefined ? '' : appKey(tenant, id)
    const app = id === undefined ? undefined : { tenant, id: cut(id, limits.id), idKind: idKindOf(concerned) }
    this.#group(key, alert, app)
    this.#account(alert, key, tenant)
  }

  #group(key: string, alert: Alert, app: AlertGroup['app']): void {
    const at = alert['@timestamp']
    // The limits do not apply to alerts without an application.
    const [most, mostNoted] = key === '' ? [Infinity, Infinity] : [limits.groups, limits.noted]
    const group = keptIn(this.groups, key, most, () => ({
      ...present({ app }),
      addresses: new Set<string>(),
      noted: this.groups.size < mostNoted,
      bySeverity: noAlerts(),
      rules: new Map(),
      tierReasons: new Map(),
      times: new Times(),
    }))
    if (group === undefined) {
      this.uncounted++
      return
    }
    if (alert.source !== undefined && group.addresses.size < limits.names) group.addresses.add(alert.source.ip)
    const name = concernedApp(alert)?.name
    if (name !== undefined) group.name = cut(name, limits.name)
    const { tier, tier_reason: why = [] } = alert.oauth?.grant ?? {}
    if (tier !== undefined && why.length > 0 && !group.tierReasons.has(tier))
      group.tierReasons.set(
        tier,
        joinedReasons(why)
          .slice(0, limits.tierReasons)
          .map((each) => cut(each, limits.sentence)),
      )
    group.bySeverity[alert.severity]++
    group.times.add(at)
    const { rule, severity } = alert
    const tally = lookedUp(group.rules, rule.id, () => ({
      ...rule,
      severity,
      times: new AlertTimes(),
      // For applications beyond the limit, alerts are only counted.
      alerts: group.noted ? new Ends<AlertNote>(limits.firstAlerts, limits.lastAlerts) : new Ends<AlertNote>(0, 0),
      reasons: new Map<string, AlertTimes>(),
      also: new Set<string>(),
      unexplained: 0,
      accounts: new Map(),
    }))
    tally.times.see(alert)
    if (compareSeverity(severity, tally.severity) > 0) tally.severity = severity
    const account = alert.user?.email ?? alert.oauth?.account?.name ?? alert.oauth?.account?.id
    if (key === '' && account !== undefined) {
      const person = cut(account.toLowerCase(), limits.id)
      const tenants = keptIn(tally.accounts, person, limits.names, () => new Map<string, TenantOf>())
      const tenant = tenantOf(alert)
      for (const { dataset } of alert.events) {
        const vendor = dataset === undefined ? undefined : vendorOf(dataset)
        if (vendor !== undefined && tenants !== undefined && tenants.size < limits.tenants)
          tenants.set(`${vendor} ${tenant}`, { vendor, tenant })
      }
    }
    const reason = cutSentence(alert.reason, name, limits)
    for (const { rule } of alert.also ?? []) if (rule.name !== alert.rule.name) tally.also.add(rule.name)
    // Many alerts of low severity must not displace the reasons of severe ones.
    const kind = isSevere(alert) ? 'severe' : 'other'
    if (tally.reasons.has(reason) || ((group.noted || kind === 'severe') && this.#reasons[kind]++ < limits.reasons))
      lookedUp(tally.reasons, reason, () => new AlertTimes()).see(alert)
    else tally.unexplained++
    tally.alerts.add({
      '@timestamp': at,
      reason,
      settled: alert.settled,
      events: alert.events.slice(0, limits.events),
      counted: alert.events.length,
    })
  }

  #account(alert: Alert, app: string, tenant: string): void {
    const { oauth, user, severity } = alert
    const names = [oauth?.account?.name ?? oauth?.account?.id, user?.email].filter((name) => name !== undefined)
    for (const name of new Set(names.map((each) => cut(each.toLowerCase(), limits.id)))) {
      const key = `${tenant.toLowerCase()}|${name}`
      const fresh: AccountTally = { name, alerts: 0, gravest: severity, apps: new Set(), facts: {}, tenant }
      const known = keptIn(this.accounts, key, limits.noted, () => fresh)
      if (known === undefined) {
        this.#left.add('accounts')
        continue
      }
      known.alerts++
      if (compareSeverity(severity, known.gravest) > 0) known.gravest = severity
      if (app !== '' && known.apps.size < limits.rows) known.apps.add(app)
      if (oauth?.account?.name?.toLowerCase() === name) known.facts = oauth.account
    }
  }
}
