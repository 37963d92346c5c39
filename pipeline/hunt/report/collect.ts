// What a report is made of, collected while the hunt runs. Bounded: what it holds depends on the limits, not on the input.
import { type EcsDocument, eventTime } from '../../../mappings/fields/document.ts'
import { fieldValues } from '../../../mappings/kernel/path.ts'
import type { Alert } from '../../../rules/lib/alert.ts'
import { compareSeverity } from '../../../rules/lib/rule.ts'
import { tenantId } from '../../entity-store/subject.ts'
import { isAboutLogSource } from '../../findings/finding.ts'
import type { DeadLetter } from '../../outcome.ts'
import type { Device } from '../../review/containment/microsoft.ts'
import type { FirstUse } from '../evidence/data-taken.ts'
import { networkNameOf } from '../evidence/data-totals.ts'
import { devicesIn } from '../evidence/related-acts.ts'
import { takenItems } from '../evidence/taken-items.ts'
import { AcceptedSignIns, stopOf } from './accepted.ts'
import { cut, cutSentence, Ends } from './kept.ts'
import { type LeftOut, limits } from './limits.ts'
import { LineIndex } from './line-index.ts'
import {
  type AccountTally,
  type AlertGroup,
  type AlertNote,
  appKey,
  type DatasetTally,
  type DayTally,
  type IdKind,
  noAlerts,
} from './tallies.ts'
import { Trail } from './trail.ts'
import { joinedReasons } from './words.ts'

/** A tenant as the entity store names it, but for its case. */
const tenantOf = ({ organization }: Pick<Alert, 'organization'>): string => tenantId(organization?.id, 'google')

/** An application with its name from an alert and the time of its last alert. */
export interface AlertedId {
  readonly tenant: string
  readonly id: string
  readonly name?: string
  readonly last?: string
}

type App = NonNullable<EcsDocument['oauth']>['app']
const idOf = (app: App): string | undefined => app?.id ?? app?.object_id ?? app?.registration_id

const idKindOf = (app: App): IdKind =>
  app?.id !== undefined ? 'application ID' : app?.object_id !== undefined ? 'object ID' : 'registration ID'

export class Collector {
  readonly datasets = new Map<string, DatasetTally>()
  readonly tenants = new Map<string, string | undefined>()
  readonly days = new Map<string, DayTally>()
  readonly groups = new Map<string, AlertGroup>()
  readonly accounts = new Map<string, AccountTally>()
  /** Records from each address, whatever they are about. */
  readonly addresses = new Map<string, number>()
  /** The first use of each application, shown or not. */
  readonly firstUses = new Map<string, FirstUse>()
  /** Gaps in the log itself, as findings report them. */
  readonly gaps = new Ends<string>(limits.messages, 0)
  readonly letters = new Ends<DeadLetter>(limits.messages, 0)
  /** Records of data that the vendor reports as no longer recorded. */
  throttled = 0
  /** Records of sign-ins to applications. */
  signIns = 0
  readonly #issued = new Set<string>()
  /** Alerts of applications that found no place. */
  uncounted = 0
  /** Applications of alerts that filters leave out: what these applications did in the shown documents is evidence. */
  readonly hidden = new Map<string, AlertedId>()
  /** Acts on applications that were read: `<dataset> <action>`. */
  readonly acts = new Set<string>()
  readonly lines = new LineIndex()
  readonly accepted = new AcceptedSignIns()
  /** What there was too much of to follow all of it. */
  readonly left = new Set<LeftOut>()
  readonly #trails = new Map<string, Trail>()
  /** Devices by ID, with the time of their last removal. */
  readonly #removedDevices = new Map<string, string>()

  deadLetters(letters: readonly DeadLetter[]): void {
    for (const letter of letters) this.letters.add({ ...letter, raw: '', detail: cut(letter.detail, limits.sentence) })
  }

  /** Takes the alerts with documents that filters leave out. */
  hiddenAlerts(alerts: readonly Alert[]): void {
    for (const alert of alerts) {
      const id = idOf(alert.oauth?.app)
      const tenant = tenantOf(alert)
      if (id === undefined) continue
      const key = appKey(tenant, id)
      const known = this.hidden.get(key)
      if (known === undefined && this.hidden.size >= limits.groups) continue
      const name = alert.oauth?.app?.name ?? known?.name
      this.hidden.set(key, {
        tenant,
        id: cut(id, limits.id),
        ...(name !== undefined && { name: cut(name, limits.name) }),
        last: [alert['@timestamp'], known?.last ?? ''].sort()[1] as string,
      })
    }
  }

  /** Receives alerts before the documents of the same time. */
  raised(alerts: readonly Alert[]): void {
    for (const alert of alerts) {
      const id = idOf(alert.oauth?.app)
      if (id !== undefined) this.#trail(appKey(tenantOf(alert), id))?.alert()
    }
  }

  alerts(alerts: readonly Alert[]): void {
    for (const alert of alerts) {
      this.accepted.alert(alert)
      const at = alert['@timestamp']
      const day = this.#day(at)
      if (day !== undefined) day.alerts[alert.severity]++
      const id = idOf(alert.oauth?.app)
      const tenant = tenantOf(alert)
      const key = id === undefined ? '' : appKey(tenant, id)
      this.#group(
        key,
        alert,
        id === undefined ? undefined : { tenant, id: cut(id, limits.id), idKind: idKindOf(alert.oauth?.app) },
      )
      this.#account(alert, key, tenant)
    }
  }

  #group(key: string, alert: Alert, app: AlertGroup['app']): void {
    const at = alert['@timestamp']
    let group = this.groups.get(key)
    if (group === undefined) {
      // Alerts that are about no application always find their place.
      if (key !== '' && this.groups.size >= limits.groups) {
        this.uncounted++
        return
      }
      group = {
        ...(app !== undefined && { app }),
        addresses: new Set(),
        noted: key === '' || this.groups.size < limits.noted,
        bySeverity: noAlerts(),
        rules: new Map(),
        tierReasons: new Map(),
        first: at,
        last: at,
      }
      this.groups.set(key, group)
    }
    if (alert.source !== undefined && group.addresses.size < limits.names) group.addresses.add(alert.source.ip)
    const name = alert.oauth?.app?.name
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
    if (at < group.first) group.first = at
    if (at > group.last) group.last = at
    const { rule, severity } = alert
    const known = group.rules.get(rule.id)
    const tally = known ?? {
      ...rule,
      severity,
      count: 0,
      unsettled: 0,
      first: at,
      last: at,
      // Of applications beyond those, alerts are counted and no more.
      alerts: group.noted ? new Ends<AlertNote>(limits.firstAlerts, limits.lastAlerts) : new Ends<AlertNote>(0, 0),
    }
    if (known === undefined) group.rules.set(rule.id, tally)
    tally.count++
    if (compareSeverity(severity, tally.severity) > 0) tally.severity = severity
    if (!alert.settled) tally.unsettled++
    if (at < tally.first) tally.first = at
    if (at > tally.last) tally.last = at
    tally.alerts.add({
      '@timestamp': at,
      reason: cutSentence(alert.reason, name, limits),
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
      let known = this.accounts.get(key)
      if (known === undefined) {
        if (this.accounts.size >= limits.noted) {
          this.left.add('accounts')
          continue
        }
        known = { name, alerts: 0, gravest: severity, apps: new Set(), facts: {}, tenant }
        this.accounts.set(key, known)
      }
      known.alerts++
      if (compareSeverity(severity, known.gravest) > 0) known.gravest = severity
      if (app !== '' && known.apps.size < limits.names) known.apps.add(app)
      if (oauth?.account?.name?.toLowerCase() === name) known.facts = oauth.account
    }
  }

  /** Takes every document that was read: what the rules could not see does not depend on what is shown. */
  seen(documents: readonly EcsDocument[]): void {
    for (const document of documents) {
      const { event, oauth, organization } = document
      this.#dataset(event.dataset ?? '', document['@timestamp'] ?? '')
      const tenant = tenantOf(document)
      if (tenant !== '' && (this.tenants.has(tenant) || this.tenants.size < limits.noted))
        this.tenants.set(tenant, organization?.name ?? this.tenants.get(tenant))
      this.accepted.see(document)
      const address = document.source?.ip
      if (address !== undefined && (this.addresses.has(address) || this.addresses.size < limits.addresses))
        this.addresses.set(address, (this.addresses.get(address) ?? 0) + 1)
      for (const { id, at } of devicesIn(document, 'removed'))
        if (this.#removedDevices.size < limits.noted) this.#removedDevices.set(id, at)
      if (oauth === undefined) continue
      if (oauth.activity !== undefined) this.#use(document)
      if (oauth.action !== undefined) this.acts.add(`${event.dataset} ${oauth.action}`)
      if (isAboutLogSource(document)) this.gaps.add(cut(document.message ?? '', limits.sentence))
      if (oauth.activity?.throttled === true) this.throttled++
      if (oauth.action !== 'app_sign_in') continue
      this.signIns++
      const [token] = fieldValues(document, ['token', 'id'])
      if (typeof token === 'string' && this.#issued.size < limits.tokens) this.#issued.add(token)
    }
  }

  #use(document: EcsDocument): void {
    const id = idOf(document.oauth?.app)
    if (id === undefined) return
    const [key, first] = [appKey(tenantOf(document), id), eventTime(document)]
    const known = this.firstUses.get(key)
    const isFirst = known === undefined ? this.firstUses.size < limits.trails : first < known.first
    if (isFirst && takenItems(document).length > 0) this.firstUses.set(key, { network: networkNameOf(document), first })
  }

  /** A device with the time of its removal after its registration, regardless of the account that removed it. */
  withRemoval(device: Device): Device {
    const removed = this.#removedDevices.get(device.id)
    return removed === undefined || removed < device.at ? device : { ...device, removed }
  }

  /** The number of these tokens without a sign-in; unknown if there were more sign-ins than are kept. */
  withoutSignIn(tokens: Iterable<string>): number {
    return this.#issued.size >= limits.tokens ? 0 : [...tokens].filter((token) => !this.#issued.has(token)).length
  }

  documents(documents: readonly EcsDocument[]): void {
    for (const document of documents) {
      const { event, oauth } = document
      this.lines.add(document)
      if (stopOf(document) !== undefined) this.lines.mark()
      if (event.kind !== 'asset') {
        const day = this.#day(document['@timestamp'] ?? '')
        if (day !== undefined) day.records++
      }
      const id = idOf(oauth?.app)
      if (id !== undefined && oauth?.action !== undefined) this.#trail(appKey(tenantOf(document), id))?.see(document)
    }
  }

  #dataset(name: string, at: string): void {
    const known = this.datasets.get(name)
    if (known === undefined) {
      this.datasets.set(name, { documents: 1, first: at, last: at })
      return
    }
    known.documents++
    if (at < known.first) known.first = at
    if (at > known.last) known.last = at
  }

  #day(at: string): DayTally | undefined {
    const day = at.slice(0, 10)
    const known = this.days.get(day)
    if (known !== undefined) return known
    if (this.days.size >= limits.days) {
      this.left.add('days')
      return undefined
    }
    const tally = { records: 0, alerts: noAlerts() }
    this.days.set(day, tally)
    return tally
  }

  /** The log activity of an application; undefined if there is none. */
  trailOf(key: string): Trail | undefined {
    return this.#trails.get(key)
  }

  /** The applications, by key, that acts with these `event.id`s are on: as far as the acts are kept. */
  appsOf(events: ReadonlySet<string>): Map<string, string> {
    const found = new Map<string, string>()
    for (const [key, { acts }] of this.#trails)
      for (const { event } of [...acts.first, ...acts.last])
        if (event !== undefined && events.has(event)) found.set(event, key)
    return found
  }

  #trail(key: string): Trail | undefined {
    const known = this.#trails.get(key)
    if (known !== undefined) return known
    if (this.#trails.size >= limits.trails) {
      this.left.add('applications')
      return undefined
    }
    const trail = new Trail()
    this.#trails.set(key, trail)
    return trail
  }
}
