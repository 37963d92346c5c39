// The rows and cards of the applications with alerts: each with its history, its alerts, its grants, and the commands for its containment.
import type { Vendor } from '../../../mappings/entities/key.ts'
import { present } from '../../../mappings/kernel/present.ts'
import { tierRank } from '../../../mappings/knowledge/permissions.ts'
import { raiseSeverity, type Severity } from '../../../rules/lib/rule.ts'
import { time } from '../../entity-store/age.ts'
import type { Device } from '../../review/containment/microsoft.ts'
import { isEnded, stateOf, usedAfterEnd } from '../../review/ended.ts'
import type { ReviewedGrant } from '../../review/grants.ts'
import { openGrants, type ReviewedApp } from '../../review/review.ts'
import { rightsInWords } from '../../review/rights.ts'
import type { DataTaken } from '../evidence/data-taken.ts'
import { ruleAlerts } from './alert-rows.ts'
import { type AlertedApp, gravest, hasOnlyAttempts, total, trailOf, trailOfApp } from './alerted-apps.ts'
import { attempts, lastHidden, makeHistory, makeLead, theftOf } from './app-history.ts'
import type { Collector } from './collect.ts'
import { containmentOf, devicesOf, planOf } from './containment-plan.ts'
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

export function toRow(alerted: AlertedApp, { collector, statusOf, taken }: RowFacts): AppRow {
  const { group } = alerted
  const trail = trailOf(alerted, collector)
  const app = alerted.app === undefined ? undefined : withLastUse(alerted.app, trail, taken)
  const late = app === undefined ? undefined : usedAfterEnd(app)
  const rules = capped(ruleAlerts(group), limits.rulesOfApp)
  const suspicion = suspicionOf(rules.shown, app, trail, taken)
  const { name } = alerted
  const alerts = rules.shown.flatMap((rule) => rule.alerts)
  const theft = theftOf(app, taken, [...alerts, ...lastHidden(collector, alerted.key)])
  const keys = capped(trail?.keys.rows() ?? [], limits.names)
  const open = app === undefined ? [] : openGrants(app)
  const until = app === undefined ? undefined : collector.periodOf(app.vendor, app.tenant)?.last
  const holders = new Set(open.map(({ principal }) => principal))
  const gone = endedHolders(app, statusOf).flatMap(({ name: holder }) => (holders.has(holder) ? holder : []))
  return {
    id: app?.id ?? (group.app?.id as string),
    ...(name !== undefined && { name: cut(name, limits.name) }),
    idKind: app === undefined || app.id === group.app?.id ? (group.app?.idKind ?? 'application ID') : 'application ID',
    tenant: group.app?.tenant ?? '',
    severity: gravest(group.bySeverity),
    bySeverity: group.bySeverity,
    alerts: total(group.bySeverity),
    first: group.times.first,
    last: group.times.last,
    ...(app !== undefined && isEnded(app) && { ended: stateOf(app) }),
    ...present({ late, until }),
    standing: open.length + (app?.usedDelegation === true && !isEnded(app) ? 1 : 0),
    granted: app?.grants.filter(isKnown).length ?? 0,
    isNew: app?.registered !== undefined,
    needsNoGrant: app === undefined || app.firstParty,
    onlyAttempts: hasOnlyAttempts(alerted, collector),
    rules,
    ...(app !== undefined && { app }),
    reversals: trail === undefined ? [] : reversals(trail),
    lead: [
      ...[suspicion, theft].filter((sentence) => sentence !== undefined),
      ...(app === undefined ? [] : rightsInWords(app)),
      ...makeLead(app, trail, gone, alerts),
      ...keys.shown.flatMap((key) => keyInWords(key) ?? []),
      ...tierReason(alerted),
    ],
    keys,
    ...(theft !== undefined && { theft }),
    ...(trail !== undefined && trail.failures.count > 0 && { attempts: attempts(trail.failures) }),
    ...present({ suspicion, taken }),
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

/** The most severe facts about applications whose alerts the filters exclude: stolen tokens, and use after access ended. */
export function hiddenFacts(
  collector: Collector,
  known: ReadonlyMap<string, ReviewedApp>,
  alerted: readonly AlertedApp[],
  takenOf: (key: string, app: ReviewedApp) => DataTaken | undefined,
): Statement[] {
  const shown = new Set(alerted.map(({ app }) => app))
  return [...collector.hidden.keys()].flatMap((key) => {
    const app = known.get(key)
    if (app === undefined || shown.has(app)) return []
    shown.add(app)
    const taken = takenOf(key, app)
    const trail = trailOfApp(key, app, app.tenant, collector)
    const late = usedAfterEnd(withLastUse(app, trail, taken))?.sentence
    const facts = [theftOf(app, taken, lastHidden(collector, key)), late]
    return facts.flatMap((what) => (what === undefined ? [] : [{ about: app.names[0] ?? app.id, what }]))
  })
}

/** A use shows that access exists; it does not show a grant. */
const isKnown = ({ granted, listed, revoked }: ReviewedGrant): boolean => (granted ?? listed ?? revoked) !== undefined

interface RowFacts {
  readonly collector: Collector
  readonly statusOf: StatusOf
  readonly taken: DataTaken | undefined
}

interface CardFacts extends RowFacts {
  readonly row: AppRow
  readonly accounts: readonly AccountTally[]
  readonly devices: readonly Device[]
  readonly responseOf: (rule: string) => readonly string[]
}

export function toCard(alerted: AlertedApp, number: number, facts: CardFacts): AppCard {
  const { row, collector, accounts, statusOf, taken, devices, responseOf } = facts
  const { group } = alerted
  const trail = trailOf(alerted, collector)
  const { app, rules, theft } = row
  return {
    ...row,
    number,
    history: makeHistory(app, trail, endedHolders(app, statusOf), alertedEvents(group)),
    grants: grantsOf(app),
    containment: planOf(containmentOf({ ...alerted, ...(app !== undefined && { app }) }, accounts, devices, theft), [
      ...(theft === undefined
        ? []
        : [
            {
              cause: 'Possible token theft',
              steps: [
                'Ask the application vendor whether tokens or keys were stolen, and request its log of token use.',
              ],
            },
          ]),
      ...rules.shown.map(({ id, name, first }) => ({ cause: `${name} (${time(first)})`, steps: responseOf(id) })),
      ...(taken === undefined || taken.messages + taken.files + taken.calls + taken.folders === 0
        ? []
        : [
            {
              cause: 'Data taken',
              steps: [
                'Search the messages and files that were read for passwords, keys and tokens. Replace each one that you find.',
              ],
            },
          ]),
    ]),
    picture: makePicture(app, trail, rules.shown, taken, devicesOf(alerted, accounts, devices)),
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
      for (const { id } of events) if (id !== undefined) raiseSeverity(found, id, severity)
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
