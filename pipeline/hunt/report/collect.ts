// Collects the content of a report while the hunt runs. Its size depends on the limits, not on the input.

import { type Vendor, vendorOf } from '../../../mappings/entities/key.ts'
import {
  bestId,
  concernedApp,
  type EcsDocument,
  eventTime,
  type OauthGroup,
} from '../../../mappings/fields/document.ts'
import { lookedUp } from '../../../mappings/kernel/looked-up.ts'
import { fieldValues } from '../../../mappings/kernel/path.ts'
import { unreadActOf } from '../../../mappings/lib/oauth/unread.ts'
import type { Alert } from '../../../rules/lib/alert.ts'
import { compareSeverity, type Severity } from '../../../rules/lib/rule.ts'
import { tenantName } from '../../entity-store/tenants.ts'
import { findingsDataset } from '../../findings/finding.ts'
import type { DeadLetter } from '../../outcome.ts'
import { Horizon } from '../../review/horizon.ts'
import { Counter } from '../counter.ts'
import type { FirstUse } from '../evidence/data-taken.ts'
import { firstUseIn, newNetworkIn } from '../evidence/data-totals.ts'
import { RelatedActs } from '../evidence/related-acts.ts'
import { takenItems } from '../evidence/taken-items.ts'
import { AcceptedSignIns } from './accepted.ts'
import { cut, Ends, hasRoom, keptIn } from './kept.ts'
import { type LeftOut, limits } from './limits.ts'
import { LineIndex } from './line-index.ts'
import { LoggingOff } from './logging-off.ts'
import { Silences } from './silences.ts'
import { AlertTallies, appKey, type DayTally, noAlerts, tenantOf } from './tallies.ts'
import { Times } from './times.ts'
import { Trail } from './trail.ts'
import { type UnassessedKind, unassessedKind } from './unassessed.ts'
import { operationName, type UnknownOperation } from './unknown-operations.ts'

/** An application with its name from an alert and the time of its last alert. */
export interface AlertedId {
  readonly tenant: string
  readonly id: string
  readonly name?: string
  readonly last?: string
  /** The severity of its most severe alert outside the filters. */
  readonly severity?: Severity
}

export type Period = Pick<Times, 'first' | 'last'>

export class Collector {
  /** The kinds of objects with more members than the limits allow. */
  readonly left = new Set<LeftOut>()
  readonly alerted = new AlertTallies(this.left)
  /** The documents of each dataset. */
  readonly datasets = new Map<string, Times>()
  readonly tenants = new Map<string, string | undefined>()
  /** The period of each log source: a dataset of a tenant. It does not apply to the logs of other tenants and vendors. */
  readonly #periods = new Map<string, Times>()
  readonly days = new Map<string, DayTally>()
  /** The number of records from each address, regardless of their subject. */
  readonly addresses = new Counter()
  /** Addresses that were new to an application, each with the day: `192.0.2.1 2026-03-02`. */
  readonly newAddresses = new Set<string>()
  /** The first use of each application, including applications that the filters exclude. */
  readonly firstUses = new Map<string, FirstUse>()
  #newNetworks = 0
  /** Gaps in the log itself. */
  readonly silences = new Silences()
  /** Fields that the log lost, from findings. */
  readonly gaps = new Ends<string>(limits.messages, 0)
  readonly letters = new Ends<DeadLetter>(limits.messages, 0)
  /** The number of records in which the vendor reports that it throttled the recording of accesses. */
  throttled = 0
  signIns = 0
  /** The reasons why rules cannot assess acts, with the number of records by operation. */
  readonly unread = new Map<string, Counter>()
  /** The operations on people and mailboxes that rules do not assess, by kind, and their number. */
  readonly unassessed = new Map<UnassessedKind, Counter>()
  readonly loggingOff = new LoggingOff()
  /** The operations without an entry in the mapping tables, with the number of their records. The caller sets them at the end. */
  unknownOperations: readonly UnknownOperation[] = []
  /** The operations that the rules assess, in lower case, without the full stop of some logs. */
  readonly assessed = new Set<string>()
  readonly #issued = new Set<string>()
  /** Applications with alerts that filters exclude: their acts in the shown documents are evidence. */
  readonly hidden = new Map<string, AlertedId>()
  /** The acts on applications in the records, as `<dataset> <action>`. */
  readonly acts = new Set<string>()
  readonly lines = new LineIndex()
  readonly accepted = new AcceptedSignIns()
  readonly related = new RelatedActs()
  readonly #trails = new Map<string, Trail>()

  readonly #horizon: Horizon

  constructor(horizon = new Horizon()) {
    this.#horizon = horizon
  }

  deadLetters(letters: readonly DeadLetter[]): void {
    for (const letter of letters) this.letters.add({ ...letter, raw: '', detail: cut(letter.detail, limits.sentence) })
  }

  /** Takes the alerts with documents that filters leave out: facts about applications and accounts do not depend on filters. */
  hiddenAlerts(alerts: readonly Alert[]): void {
    this.raised(alerts)
    for (const alert of alerts) {
      this.#learn(alert)
      const concerned = concernedApp(alert)
      const id = bestId(concerned)
      const tenant = tenantOf(alert)
      if (id === undefined) continue
      const key = appKey(tenant, id)
      const known = this.hidden.get(key)
      if (!hasRoom(this.hidden, key, limits.groups)) continue
      const name = concerned?.name ?? known?.name
      this.hidden.set(key, {
        tenant,
        id: cut(id, limits.id),
        ...(name !== undefined && { name: cut(name, limits.name) }),
        severity:
          known?.severity !== undefined && compareSeverity(known.severity, alert.severity) > 0
            ? known.severity
            : alert.severity,
        last: [alert['@timestamp'], known?.last ?? ''].sort()[1] as string,
      })
    }
  }

  /** Receives alerts before the documents of the same time. */
  raised(alerts: readonly Alert[]): void {
    for (const alert of alerts) {
      const id = bestId(concernedApp(alert))
      if (id !== undefined) this.#trail(appKey(tenantOf(alert), id))?.alert()
    }
  }

  #learn(alert: Alert): void {
    this.accepted.alert(alert)
    this.related.learn(alert)
  }

  alerts(alerts: readonly Alert[]): void {
    for (const alert of alerts) {
      this.#learn(alert)
      const day = this.#day(alert['@timestamp'])
      if (day !== undefined) day.alerts[alert.severity]++
      this.alerted.add(alert)
    }
  }

  /** Receives every document that was read: the blind spots of the rules do not depend on the filters. */
  seen(documents: readonly EcsDocument[]): void {
    for (const document of documents) {
      const { event, oauth } = document
      const tenant = tenantOf(document)
      const at = document['@timestamp'] ?? ''
      const isKnown = this.#horizon.includes(at)
      lookedUp(this.datasets, event.dataset ?? '', () => new Times()).add(at, isKnown)
      const source = `${event.dataset}|${tenant.toLowerCase()}`
      const isLog = event.kind !== 'asset' && event.dataset !== findingsDataset
      if (isLog) keptIn(this.#periods, source, limits.noted, () => new Times())?.add(at, isKnown)
      if (tenant !== '' && hasRoom(this.tenants, tenant, limits.noted))
        this.tenants.set(tenant, document.organization?.name ?? tenantName(document) ?? this.tenants.get(tenant))
      this.accepted.see(document)
      this.loggingOff.see(document)
      const kind = unassessedKind(document)
      if (kind !== undefined)
        lookedUp(this.unassessed, kind, () => new Counter()).add(cut(event.action ?? '', limits.name))
      const lacks = unreadActOf(document)
      if (lacks !== undefined) {
        const operation = cut(event.action ?? 'a record without an operation', limits.name)
        keptIn(this.unread, lacks, limits.noted, () => new Counter())?.add(operation)
      }
      const address = document.source?.ip
      if (address !== undefined && hasRoom(this.addresses, address, limits.addresses)) this.addresses.add(address)
      this.related.see(document)
      this.silences.see(document)
      if (oauth === undefined) continue
      if (oauth.activity !== undefined) this.#use(document)
      if (address !== undefined && oauth.activity?.network_new === true && this.newAddresses.size < limits.addresses)
        this.newAddresses.add(`${address} ${document['@timestamp']?.slice(0, 10)}`)
      if (oauth.action !== undefined || oauth.credential !== undefined) this.#act(document, oauth)
      if (oauth.finding?.kind === 'field_absent') this.gaps.add(cut(document.message ?? '', limits.sentence))
      if (oauth.activity?.throttled === true) this.throttled++
      if (oauth.action !== 'app_sign_in') continue
      this.signIns++
      const [token] = fieldValues(document, ['token', 'id'])
      if (typeof token === 'string' && this.#issued.size < limits.tokens) this.#issued.add(token)
    }
  }

  #act(document: EcsDocument, { action }: OauthGroup): void {
    if (action !== undefined) this.acts.add(`${document.event.dataset} ${action}`)
    if (this.assessed.size < limits.noted) this.assessed.add(operationName(document.event.action ?? ''))
    const id = bestId(concernedApp(document))
    if (id !== undefined) this.#trail(appKey(tenantOf(document), id))?.see(document)
  }

  #use(document: EcsDocument): void {
    const id = bestId(document.oauth?.app)
    if (id === undefined) return
    const [key, first] = [appKey(tenantOf(document), id), eventTime(document)]
    const known = this.firstUses.get(key)
    if (known === undefined || first < known.first) {
      const isKept = known !== undefined || this.firstUses.size < limits.trails
      if (isKept && takenItems(document).length > 0)
        this.firstUses.set(key, { ...firstUseIn(document), ...(known && { newLater: known.newLater }) })
      return
    }
    const network = newNetworkIn(document, known)
    if (network === undefined || known.newLater.has(network) || takenItems(document).length === 0) return
    if (this.#newNetworks++ < limits.addresses) known.newLater.add(network)
  }

  /** Returns the first and the last time of the records of a tenant in the logs of a vendor, or in some of these logs. */
  periodOf(vendor: Vendor, tenant: string, isOne: (dataset: string) => boolean = () => true): Period | undefined {
    const found = new Times()
    for (const [key, times] of this.#periods) {
      const [dataset = ''] = key.split('|', 1)
      if (key === `${dataset}|${tenant.toLowerCase()}` && vendorOf(dataset) === vendor && isOne(dataset))
        found.join(times)
    }
    return found.count === 0 ? undefined : found
  }

  /** Returns the number of these tokens without a sign-in; 0 if there were more sign-ins than are kept. */
  withoutSignIn(tokens: Iterable<string>): number {
    return this.#issued.size >= limits.tokens ? 0 : [...tokens].filter((token) => !this.#issued.has(token)).length
  }

  documents(documents: readonly EcsDocument[]): void {
    for (const document of documents) {
      this.lines.add(document)
      if (this.accepted.mayConcern(document)) this.lines.mark()
      if (document.event.kind !== 'asset') {
        const day = this.#day(document['@timestamp'] ?? '')
        if (day !== undefined) day.records++
      }
    }
  }

  #day(at: string): DayTally | undefined {
    const day = at.slice(0, 10)
    const tally = keptIn(this.days, day, limits.days, () => ({ records: 0, alerts: noAlerts() }))
    if (tally === undefined) this.left.add('days')
    return tally
  }

  trailOf(key: string): Trail | undefined {
    return this.#trails.get(key)
  }

  /** Returns the keys of the applications of acts with these `event.id`s, as far as the acts are kept. */
  appsOf(events: ReadonlySet<string>): Map<string, string> {
    const found = new Map<string, string>()
    for (const [key, { acts }] of this.#trails)
      for (const { event } of [...acts.first, ...acts.last])
        if (event !== undefined && events.has(event)) found.set(event, key)
    return found
  }

  #trail(key: string): Trail | undefined {
    const trail = keptIn(this.#trails, key, limits.trails, () => new Trail())
    if (trail === undefined) this.left.add('applications')
    return trail
  }
}
