// The rows and cards of the applications with alerts: each with its history, its alerts, its grants, and the commands for its containment.
import type { Vendor } from '../../../mappings/entities/key.ts'
import { tierRank } from '../../../mappings/knowledge/permissions.ts'
import { compareSeverity, type Severity } from '../../../rules/lib/rule.ts'
import type { Device } from '../../review/containment/microsoft.ts'
import { isEnded, stateOf, usedAfterEnd } from '../../review/ended.ts'
import type { ReviewedGrant } from '../../review/grants.ts'
import { openGrants, type ReviewedApp } from '../../review/review.ts'
import type { DataTaken } from '../evidence/data-taken.ts'
import { ruleAlerts } from './alert-rows.ts'
import { type AlertedApp, gravest, hasOnlyAttempts, total, trailOf, trailOfApp } from './alerted-apps.ts'
import { attempts, lastHidden, makeHistory, makeLead, theftOf } from './app-history.ts'
import type { Collector } from './collect.ts'
import { containmentOf, planOf } from './containment-plan.ts'
import { cut } from './kept.ts'
import { keyInWords } from './keys.ts'
import { capped, limits } from './limits.ts'
import type { AppCard, AppRow } from './model.ts'
import { makePicture } from './picture.ts'
import type { Statement } from './statements.ts'
import { suspicionOf } from './suspicion.ts'
import type { AccountTally, AlertGroup } from './tallies.ts'
import { reversals, type Trail } from './trail.ts'

/** The status of an account at the end of the records. */
export type StatusOf = (
  vendor: Vendor,
  tenant: string,
  account: string,
) => { readonly status: string; readonly since: string } | undefined

export function toRow(alerted: AlertedApp, collector: Collector, taken?: DataTaken): AppRow {
  const { group, app } = alerted
  const trail = trailOf(alerted, collector)
  const late = app === undefined ? undefined : usedAfterEnd(withLastUse(app, trail, taken))
  const rules = capped(ruleAlerts(group), limits.rulesOfApp)
  const suspicion = suspicionOf(rules.shown, app, trail, taken)
  const name = app?.names[0] ?? group.name
  return {
    id: app?.id ?? (group.app?.id as string),
    ...(name !== undefined && { name: cut(name, limits.name) }),
    idKind: app === undefined || app.id === group.app?.id ? (group.app?.idKind ?? 'application ID') : 'application ID',
    tenant: group.app?.tenant ?? '',
    severity: gravest(group.bySeverity),
    bySeverity: group.bySeverity,
    alerts: total(group.bySeverity),
    first: group.first,
    last: group.last,
    ...(app !== undefined && isEnded(app) && { ended: stateOf(app) }),
    ...(late !== undefined && { late }),
    standing: app === undefined ? 0 : openGrants(app).length,
    granted: app?.grants.filter(isKnown).length ?? 0,
    isNew: app?.registered !== undefined,
    needsNoGrant: app === undefined || app.firstParty,
    onlyAttempts: hasOnlyAttempts(alerted, collector),
    rules,
    ...(suspicion !== undefined && { suspicion }),
    ...(taken !== undefined && { taken }),
  }
}

/** The entity store keeps the first use of each hour, the trail the last one, and the data taken the last one of each account. */
function withLastUse(app: ReviewedApp, trail: Trail | undefined, taken: DataTaken | undefined): ReviewedApp {
  const later = <T extends { readonly lastUsed?: string }>(each: T, last = ''): T =>
    last > (each.lastUsed ?? '') ? { ...each, lastUsed: last } : each
  const lastOf = new Map(taken?.holders.shown.map(({ account, last }) => [account.toLowerCase(), last]))
  const grants = app.grants.map((grant) => later(grant, lastOf.get(grant.principal.toLowerCase())))
  return later({ ...app, grants }, trail?.uses.last)
}

/** The most severe facts about applications without a card: stolen tokens and, without a row, use after access ended. */
export function hiddenFacts(
  collector: Collector,
  known: ReadonlyMap<string, ReviewedApp>,
  alerted: readonly AlertedApp[],
  takenOf: (key: string, app: ReviewedApp) => DataTaken | undefined,
): Statement[] {
  const shown = new Set(alerted.slice(0, limits.cards).map(({ app }) => app))
  const groups = new Map(alerted.map(({ app, group }) => [app, group]))
  return [...alerted.map(({ key }) => key), ...collector.hidden.keys()].flatMap((key) => {
    const app = known.get(key)
    if (app === undefined || shown.has(app)) return []
    shown.add(app)
    const taken = takenOf(key, app)
    const group = groups.get(app)
    const alerts = group === undefined ? [] : ruleAlerts(group).flatMap((rule) => rule.alerts)
    const trail = trailOfApp(key, app, app.tenant, collector)
    const late = group === undefined ? usedAfterEnd(withLastUse(app, trail, taken))?.sentence : undefined
    const facts = [theftOf(app, taken, [...alerts, ...lastHidden(collector, key)]), late]
    return facts.flatMap((what) => (what === undefined ? [] : [{ about: app.names[0] ?? app.id, what }]))
  })
}

/** A use shows that access exists; it does not show a grant. */
const isKnown = ({ granted, listed, revoked }: ReviewedGrant): boolean => (granted ?? listed ?? revoked) !== undefined

interface CardFacts {
  readonly collector: Collector
  readonly accounts: readonly AccountTally[]
  readonly statusOf: StatusOf
  readonly taken: DataTaken | undefined
  readonly devices: readonly Device[]
  readonly responseOf: (rule: string) => readonly string[]
}

export function toCard(alerted: AlertedApp, number: number, facts: CardFacts): AppCard {
  const { collector, accounts, statusOf, taken, devices, responseOf } = facts
  const { group } = alerted
  const trail = trailOf(alerted, collector)
  const app = alerted.app === undefined ? undefined : withLastUse(alerted.app, trail, taken)
  const ended = endedHolders(app, statusOf)
  const row = toRow(alerted, collector, taken)
  const { rules } = row
  const alerts = rules.shown.flatMap((rule) => rule.alerts)
  const theft = theftOf(app, taken, [...alerts, ...lastHidden(collector, alerted.key)])
  const keys = capped(trail?.keys.rows() ?? [], limits.names)
  const standing = new Set((app === undefined ? [] : openGrants(app)).map(({ principal }) => principal))
  return {
    ...row,
    number,
    reversals: trail === undefined ? [] : reversals(trail),
    lead: [
      ...[theft ?? row.suspicion ?? []].flat(),
      ...makeLead(
        app,
        trail,
        ended.map(({ name }) => name).filter((name) => standing.has(name)),
        alerts,
      ),
      ...keys.shown.flatMap((key) => keyInWords(key) ?? []),
      ...tierReason(alerted),
    ],
    ...(app !== undefined && { app }),
    history: makeHistory(app, trail, ended, alertedEvents(group)),
    grants: grantsOf(app),
    keys,
    containment: planOf(containmentOf({ ...alerted, ...(app !== undefined && { app }) }, accounts, devices, theft), [
      ...(theft === undefined
        ? []
        : ['Ask the application vendor for its log of token use. Ask if tokens or keys were stolen.']),
      ...rules.shown.flatMap(({ id }) => responseOf(id)),
      ...(taken === undefined || taken.messages + taken.files + taken.calls + taken.folders === 0
        ? []
        : ['Search for passwords, keys and tokens in the messages and files that were read, and replace them.']),
    ]),
    ...(theft !== undefined && { theft }),
    ...(trail !== undefined && trail.failures.count > 0 && { attempts: attempts(trail.failures) }),
    picture: makePicture(app, trail, rules.shown, taken),
  }
}

/** Returns the reason for the tier: the best evidence of a phishing kit, which requests an exact set of scopes. */
function tierReason({ app, group: { tierReasons } }: AlertedApp): string[] {
  const highest = [...tierReasons.keys()].sort((a, b) => tierRank(b) - tierRank(a))[0]
  const tier = app?.tier ?? highest
  const why = tier === undefined ? undefined : tierReasons.get(tier)
  return why === undefined ? [] : [`Reason for the tier of its permissions: ${why.join('; ')}.`]
}

function alertedEvents({ rules }: AlertGroup): ReadonlyMap<string, Severity> {
  const found = new Map<string, Severity>()
  for (const { severity, alerts } of rules.values())
    for (const { events } of [...alerts.first, ...alerts.last])
      for (const { id } of events) {
        const known = id === undefined ? undefined : found.get(id)
        if (id !== undefined && (known === undefined || compareSeverity(severity, known) > 0)) found.set(id, severity)
      }
  return found
}

function endedHolders(app: ReviewedApp | undefined, statusOf: StatusOf) {
  if (app === undefined) return []
  return app.grants
    .filter(
      ({ accountStatus, principal }) => principal !== '*' && accountStatus !== undefined && accountStatus !== 'active',
    )
    .slice(0, limits.accountsOfApp)
    .flatMap(({ principal }) => {
      const status = statusOf(app.vendor, app.tenant, principal)
      return status === undefined || status.status === 'active' ? [] : [{ name: principal, ...status }]
    })
}

function grantsOf(app: ReviewedApp | undefined): AppCard['grants'] {
  const open = new Set(app === undefined ? [] : openGrants(app))
  const grants = (app?.grants ?? []).map((grant) => ({ ...grant, stands: open.has(grant) }))
  // The remaining grants come first, because they are the open tasks.
  grants.sort((a, b) => Number(b.stands) - Number(a.stands))
  return capped(grants, limits.grants)
}
