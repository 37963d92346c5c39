// Joins alerts on one act, at the end of a hunt: several rules may match an event, alone or in a sequence or a count.

import type { EcsDocument } from '../../mappings/fields/document.ts'
import { dayMs, hourMs, minuteMs, monthMs } from '../../mappings/kernel/durations.ts'
import { lookedUp } from '../../mappings/kernel/looked-up.ts'
import { present } from '../../mappings/kernel/present.ts'
import { tierRank } from '../../mappings/knowledge/permissions.ts'
import { type Alert, eventKey } from '../../rules/lib/alert.ts'
import { alertsDataset } from '../../rules/lib/datasets.ts'
import { compareSeverity, type Rule } from '../../rules/lib/rule.ts'
import { hasSameVictims, joinedSpread, spreadOf, type Ties } from '../../rules/lib/ties.ts'
import { findingsDataset } from '../findings/finding.ts'
import { Counter } from './counter.ts'
import { keptIn } from './report/kept.ts'

/** Further alerts are not joined: the input must not determine how much memory a hunt needs. */
const mostAlerts = 20_000

/** The records of one click are at most this far apart. */
const clickMs = 15 * minuteMs

/** The use of an application for an account, from an address in a new network, belongs to its first alert for this long. */
const theftMs = hourMs

/** Consents of other accounts to a new application belong to its first alert for this long. */
const spreadMs = 2 * dayMs

/** Further accounts of an application, and further applications, are not counted. */
const mostCounted = 20_000

/** An event leads to this number of acts only, the most severe: the input must not determine how long the search takes. */
const mostActs = 50

const none: Ties = { clicks: [] }

type Reference = Alert['events'][number]
type Head = Pick<Act, 'alert' | 'keys'>
type App = NonNullable<Alert['oauth']>['app']

interface Act {
  readonly alert: Alert
  /** The `eventKey` of each event of the alert. */
  readonly keys: ReadonlySet<string>
  /** A sequence has only the facts that its events share: other alerts supply the rest. */
  oauth: Alert['oauth']
  /** The consents to a new application. */
  spread: Ties['spread']
  readonly others: Alert[]
  /** By `eventKey`. */
  readonly events: Map<string, Reference>
}

/** A Marketplace product and its client have different IDs, but the same name. */
function isSameApp(app: App, other: App): boolean {
  const [id, otherId] = [app?.id ?? app?.object_id, other?.id ?? other?.object_id]
  return id === undefined || otherId === undefined || id === otherId || (app?.name ?? id) === other?.name
}

const isWithin = ({ keys }: Head, other: Head): boolean => [...keys].every((key) => other.keys.has(key))

const tierOf = (oauth: Alert['oauth']): number => tierRank(oauth?.grant?.tier ?? 'low')

/**
 * The facts of an act with those of a further alert: a missing application, and a grant of a higher tier to its own one. The
 * grant of another account stays out.
 */
function completed({ alert, oauth }: Act, other: Alert['oauth']): Alert['oauth'] {
  const own = alert.oauth?.app?.id
  const account = alert.oauth?.account?.name
  const isOwn =
    own !== undefined && own === other?.app?.id && (account === undefined || account === other?.account?.name)
  const grant = isOwn && tierOf(other) > tierOf(oauth) ? other?.grant : oauth?.grant
  const app = oauth?.app ?? other?.app
  return app === undefined ? oauth : { ...oauth, ...present({ app, grant }) }
}

/** Checks whether an act can hold an alert: both concern one application; the act is provisional only if the alert is. */
function covers({ alert: held, oauth }: Act, alert: Alert): boolean {
  return alert.rule.id !== held.rule.id && (held.settled || !alert.settled) && isSameApp(alert.oauth?.app, oauth?.app)
}

/** Alerts of one hunt. Alerts from rules that read alerts are never joined: they cover acts of other alerts. */
export class JoinedAlerts {
  readonly #readsAlerts: ReadonlySet<string>
  readonly #findings: ReadonlySet<string>
  /** The accounts that consented to each application that was new to its tenant. */
  readonly #accounts = new Map<string, Set<string>>()
  #alerts: Alert[] = []

  constructor(rules: readonly Pick<Rule, 'id' | 'datasets'>[]) {
    this.#readsAlerts = new Set(rules.flatMap(({ id, datasets }) => (datasets.includes(alertsDataset) ? [id] : [])))
    this.#findings = new Set(rules.flatMap(({ id, datasets }) => (datasets.join() === findingsDataset ? [id] : [])))
  }

  /**
   * An alert with events of its own on another day is about another act. So is a finding with events of its own, such as the
   * end of an account that left a grant, and a finding of a later month.
   */
  #isApart(one: Head, other: Head): boolean {
    const apart = Math.abs(Date.parse(one.alert['@timestamp']) - Date.parse(other.alert['@timestamp']))
    const findings = [one, other].filter(({ alert }) => this.#findings.has(alert.rule.id))
    if (findings.length === 0) return apart > dayMs && !isWithin(one, other)
    // A finding in the month after an act, such as a second key that was not removed, belongs to the act.
    return apart > monthMs || findings.some((finding) => !isWithin(finding, finding === one ? other : one))
  }

  /** Counts the accounts that consent to a new application, with or without an alert. */
  see(document: EcsDocument): void {
    const [account] = spreadOf(document)?.accounts ?? []
    const key = spreadKey(document)
    if (account === undefined || key === undefined) return
    const accounts = keptIn(this.#accounts, key, mostCounted, () => new Set())
    if (accounts !== undefined && accounts.size < mostCounted) accounts.add(account)
  }

  /** Adds alerts, and returns those above the limit. */
  add(alerts: readonly Alert[]): readonly Alert[] {
    const room = Math.max(0, mostAlerts - this.#alerts.length)
    this.#alerts.push(...alerts.slice(0, room))
    return alerts.slice(room).map(({ ties: _, ...alert }) => alert)
  }

  /** Returns the most severe alert on each act, in order of time, with the rules and events of the other alerts. */
  end(): Alert[] {
    const byGravity = this.#alerts.sort(
      (a, b) =>
        compareSeverity(b.severity, a.severity) ||
        b.events.length - a.events.length ||
        tierOf(b.oauth) - tierOf(a.oauth),
    )
    this.#alerts = []
    const all: Act[] = []
    const byEvent = new Map<string, Act[]>()
    const byTie = new Map<string, Act[]>()
    for (const alert of byGravity) {
      const head = { alert, keys: new Set(alert.events.map(eventKey)) }
      const apart = this.#readsAlerts.has(alert.rule.id)
      const act = apart
        ? undefined
        : (holderOf(head, byEvent, (other) => this.#isApart(head, other)) ?? tiedTo(alert, byTie))
      const { oauth, ties } = alert
      const holder = act ?? { ...head, oauth, spread: ties?.spread, others: [], events: new Map<string, Reference>() }
      if (act === undefined) all.push(holder)
      else {
        act.others.push(alert)
        act.oauth = completed(act, oauth)
        act.spread = joinedSpread(act.spread ?? ties?.spread, ties?.spread ?? act.spread)
      }
      if (!apart) for (const tie of tieKeys(alert)) addUpTo(byTie, tie, holder)
      for (const event of alert.events) {
        const key = eventKey(event)
        if (holder.events.has(key)) continue
        holder.events.set(key, event)
        if (!apart) addUpTo(byEvent, key, holder)
      }
    }
    const accountsOf = (act: Act): number =>
      act.spread === undefined ? 0 : (this.#accounts.get(spreadKey(act.alert) ?? '')?.size ?? countOf(act.spread))
    return all
      .map((act) => toAlert(act, accountsOf(act)))
      .sort((a, b) => Date.parse(a['@timestamp']) - Date.parse(b['@timestamp']))
  }
}

function addUpTo(acts: Map<string, Act[]>, key: string, act: Act): void {
  const known = lookedUp(acts, key, () => [])
  if (known.length < mostActs && !known.includes(act)) known.push(act)
}

const countOf = ({ users, accounts }: NonNullable<Ties['spread']>): number => Math.max(users, accounts.length)

function spreadKey({ oauth, organization }: Pick<Alert, 'oauth' | 'organization'>): string | undefined {
  return oauth?.app?.id === undefined ? undefined : `spread\0${organization?.id}\0${oauth.app.id}`
}

function tieKeys(alert: Alert): string[] {
  const { ties, organization } = alert
  const spread = ties?.spread === undefined ? undefined : spreadKey(alert)
  return [
    ...(ties?.clicks ?? []),
    ...(ties?.thefts ?? []).map((theft) => `theft\0${organization?.id}\0${theft}`),
    ...(spread === undefined ? [] : [spread]),
  ]
}

/**
 * Returns the act of the same click on the same application, its use for the same account from the same new address, or an
 * act with consents of other accounts to the same new application. Another consent of the same account is an act of its own.
 */
function tiedTo(alert: Alert, byTie: ReadonlyMap<string, readonly Act[]>): Act | undefined {
  const accounts = alert.ties?.spread?.accounts ?? []
  for (const key of tieKeys(alert)) {
    const isSpread = key.startsWith('spread\0')
    const isTheft = key.startsWith('theft\0')
    const within = isSpread ? spreadMs : isTheft ? theftMs : clickMs
    const found = byTie.get(key)?.find((act) => {
      const { alert: held, oauth, spread } = act
      const apart = Math.abs(Date.parse(held['@timestamp']) - Date.parse(alert['@timestamp']))
      if (!(held.settled || !alert.settled) || apart > within) return false
      if (isSpread) return !accounts.some((account) => spread?.accounts.includes(account))
      if (isTheft && !hasSameVictims(alert.ties ?? none, held.ties ?? none)) return false
      return isSameApp(alert.oauth?.app, oauth?.app)
    })
    if (found !== undefined) return found
  }
  return undefined
}

/** Returns the act that has at least half of its events, or of the events of the alert, in common with the alert. */
function holderOf(
  { alert, keys }: Head,
  byEvent: ReadonlyMap<string, readonly Act[]>,
  isApart: (other: Act) => boolean,
): Act | undefined {
  const shared = new Counter<Act>()
  for (const key of keys) for (const act of byEvent.get(key) ?? []) shared.add(act)
  return [...shared].find(
    ([act, count]) => 2 * count >= Math.min(keys.size, act.events.size) && covers(act, alert) && !isApart(act),
  )?.[0]
}

function toAlert({ alert: { ties: _, ...alert }, oauth, others, events }: Act, accounts: number): Alert {
  const count = accounts > 1 ? { accounts } : {}
  const consents = accounts > 1 ? `${alert.reason}; ${accounts} accounts consented` : alert.reason
  if (others.length === 0) return { ...alert, ...count, reason: consents }
  const names = [...new Set(others.map(({ rule }) => rule.name))].filter((name) => name !== alert.rule.name)
  return {
    ...alert,
    ...(oauth !== undefined && { oauth }),
    ...count,
    reason: names.length === 0 ? consents : `${consents}; also reported by: ${names.join(', ')}`,
    events: [...events.values()],
    also: others.map(({ rule, severity, '@timestamp': at }) => ({ '@timestamp': at, rule, severity })),
  }
}
