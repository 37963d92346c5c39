import type { Environment } from '../../../mappings/environment/environment.ts'
import { lookedUp } from '../../../mappings/kernel/looked-up.ts'
import type { Rule } from '../../../rules/lib/rule.ts'
import { enabledRules } from '../../../rules/lib/rule-state.ts'
import type { Readability } from '../../decode/readability.ts'
import { isoTime, time } from '../../entity-store/age.ts'
import { statusOf } from '../../entity-store/annotate-account.ts'
import { accountIdentities, accountView } from '../../entity-store/identities.ts'
import type { InMemoryStore } from '../../entity-store/in-memory-store.ts'
import { Lookup } from '../../entity-store/lookup.ts'
import { accountOfKey, subjectAt, tenantId } from '../../entity-store/subject.ts'
import { accountNames } from '../../review/account-names.ts'
import { isApplication, type ReviewedApp } from '../../review/review.ts'
import { evidenceKey } from '../evidence/evidence-apps.ts'
import type { Evidence } from '../evidence/evidence-files.ts'
import type { HuntSummary } from '../hunt.ts'
import { makeAccounts, mergeAccounts } from './accounts.ts'
import { looseAlerts } from './alert-rows.ts'
import { type AlertedApp, alertedApps, indexApps, total, trailOf } from './alerted-apps.ts'
import { labelsOf } from './app-facts.ts'
import { hiddenFacts, type StatusOf, toCard, toRow } from './apps.ts'
import { blindSpots, countBlind, limitsOfReport } from './blind-spots.ts'
import { makeCampaigns } from './campaigns.ts'
import type { Collector } from './collect.ts'
import { vendorsOf } from './containment-plan.ts'
import { cut } from './kept.ts'
import { capped, limits } from './limits.ts'
import type { AppRow, Making, Report } from './model.ts'
import { inputRows, type ReadInput, reading } from './reading.ts'
import { itemsOf, packOf, ruleNotes } from './rule-notes.ts'
import { firstOf, grouped } from './statements.ts'
import { type ApprovedApp, filteredView, summarize } from './summary.ts'
import type { AccountTally } from './tallies.ts'
import { makeTimeline } from './timeline.ts'
import { makeUnknowns, withQuietVendors } from './unknowns.ts'

export interface ReportFacts extends Partial<Evidence> {
  readonly summary: HuntSummary
  readonly collector: Collector
  readonly store: InMemoryStore
  readonly environment: Environment
  readonly rules: readonly Rule[]
  /** Checks whether acts that a rule is about occurred. */
  readonly sees: (rule: Rule) => boolean
  readonly inputs: readonly ReadInput[]
  readonly made: Omit<Making, 'rules' | 'pack'>
  readonly readability: Readability
  /** The applications as of `reviewedAt`, epoch milliseconds. */
  readonly reviewed: readonly ReviewedApp[]
  readonly reviewedAt: number
  /** Approved applications, with the rule matches that their approvals excluded. */
  readonly approved?: readonly ApprovedApp[]
  /** ISO 8601. Nothing else in a report depends on the time of its creation. */
  readonly madeAt: string
}

/** Makes a report. Pure: the same facts give the same report. */
export function makeReport(facts: ReportFacts): Report {
  const { summary, collector, store, reviewed, reviewedAt, environment, madeAt } = facts
  const rules = enabledRules(facts.rules, environment)
  const status = statusAt(store, reviewedAt)
  const known = indexApps(reviewed)
  const alerted = alertedApps(collector, known)
  const accounts = mergeAccounts(collector.alerted.accounts.values(), accountNames(store, reviewedAt))
  const inputs = inputRows(facts)
  const unattached = collector.alerted.groups.get('')
  const sight = {
    collector,
    environment,
    rules,
    sees: facts.sees,
    inputs,
    switchedOff: facts.rules.filter((rule) => !rules.includes(rule)),
    shortHistory: summary.shortHistory,
    ...(summary.unread !== undefined && { unread: summary.unread }),
  }
  const inTenant = tenantWords(alerted, collector)
  const takenOf = (key: string, app: ReviewedApp | undefined) => facts.taken?.of(evidenceKey(key, app))
  const factsOf = ({ key, app }: AlertedApp) => ({ collector, statusOf: status, taken: takenOf(key, app) })
  const elsewhere = idsInSeveral(reviewed)
  const rows = alerted.map((each) => {
    const row = inTenant(toRow(each, factsOf(each)))
    return elsewhere.has(row.id.toLowerCase()) ? { ...row, elsewhere: true as const } : row
  })
  const labelOf = labelsOf(rows)
  const { devices = [] } = facts
  const responseOf = (id: string) => itemsOf(rules.find((rule) => rule.id === id)?.response)
  const taken = takenRows(alerted, rows, facts)
  const apps = alerted
    .slice(0, limits.cards)
    .map((each, i) => toCard(each, i + 1, { row: rows[i] as AppRow, ...factsOf(each), accounts, devices, responseOf }))
  // Filters do not limit these: an accepted password or a device of an attacker matters in each view.
  const unfiltered = [
    ...collector.accepted.sentences(),
    ...firstOf(
      grouped(
        devices.map(({ account, name, at, removed }) => ({
          about: account,
          what: `registered the device ${JSON.stringify(cut(name, limits.name))} at ${time(at)} from an address in an alert: ${removed === undefined ? 'the device can start new sessions until you remove it' : `the device was deleted at ${time(removed)}`}.`,
        })),
        'account',
        ' ',
      ),
      limits.names,
    ),
  ]
  const connections = [
    ...(unfiltered.length > 0 && filteredView(summary.view).length > 0
      ? [`The filters do not limit the next ${unfiltered.length === 1 ? 'finding' : `${unfiltered.length} findings`}.`]
      : []),
    ...unfiltered,
    ...firstOf(makeCampaigns(alerted, rows, collector), limits.campaigns),
    ...firstOf(
      grouped(
        [
          ...rows.flatMap((row) => (row.theft === undefined ? [] : [{ about: labelOf(row), what: row.theft }])),
          ...rows.flatMap((row) => row.reversals.map((what) => ({ about: labelOf(row), what }))),
          ...rows.flatMap((row) => (row.late === undefined ? [] : [{ about: labelOf(row), what: row.late.sentence }])),
          ...hiddenFacts(collector, known, alerted, takenOf),
        ],
        'application',
        ': ',
      ),
      limits.messages,
    ),
  ]
  return {
    madeAt,
    made: { ...facts.made, rules: rules.length, pack: packOf(rules) },
    read: reading(facts, inputs, rules),
    summary: summarize(summary, rows, {
      detached: unattached === undefined ? 0 : total(unattached.bySeverity),
      uncounted: collector.alerted.uncounted,
      connections,
      approved: facts.approved ?? [],
      outside: taken.filter(({ isOutside }) => isOutside).length,
    }),
    timeline: makeTimeline(collector.days),
    apps: {
      shown: apps,
      more: alerted.length - apps.length,
    },
    otherApps: capped(rows.slice(limits.cards), limits.rows),
    unattached: capped(
      unattached === undefined ? [] : looseAlerts(unattached, collector, alerted, known, responseOf),
      limits.rulesOfApp,
    ),
    accounts: makeAccounts([...accounts, ...victims(alerted, accounts, facts.taken)], alerted, status, devices),
    accepted: collector.accepted.passwords(),
    taken,
    indicators: facts.indicators?.first() ?? { shown: [], more: 0 },
    inventory: capped(reviewed.filter(isApplication), limits.inventory),
    blindSpots: blindSpots(sight),
    blindRules: countBlind(sight),
    unknowns: capped(
      makeUnknowns(
        withQuietVendors(
          alerted.map((each, i) => ({
            name: labelOf(rows[i] as AppRow),
            vendor: vendorsOf(each)[0],
            app: rows[i]?.app,
            trail: trailOf(each, collector),
            taken: rows[i]?.taken,
          })),
          collector,
        ),
        collector,
        summary,
        rules,
        { rules: sight.switchedOff.length, file: facts.made.environment ?? 'the environment file' },
      ),
      limits.messages,
    ),
    limits: limitsOfReport(collector.left),
    rules: ruleNotes(
      summary,
      rules,
      environment,
      new Set(apps.flatMap((card) => card.rules.shown.map(({ id }) => id))),
    ),
  }
}

/** The IDs that several tenants have, in lower case. */
function idsInSeveral(apps: readonly ReviewedApp[]): ReadonlySet<string> {
  const [once, again] = [new Set<string>(), new Set<string>()]
  for (const { id, otherIds } of apps)
    for (const each of new Set([id, ...otherIds].map((text) => text.toLowerCase())))
      (once.has(each) ? again : once).add(each)
  return again
}

/** Adds the tenant to the name of each application if alerts concern several tenants of a vendor. */
function tenantWords(alerted: readonly AlertedApp[], { tenants }: Collector): <R extends AppRow>(row: R) => R {
  const tenantsOf = new Map<string | undefined, Set<string>>()
  for (const each of alerted) lookedUp(tenantsOf, vendorsOf(each)[0], () => new Set()).add(each.group.app?.tenant ?? '')
  const several = new Set([...tenantsOf.values()].flatMap((all) => (all.size > 1 ? [...all] : [])))
  const nameOf = (id: string) => {
    const name = tenants.get(id)
    return [...tenants.values()].filter((each) => each === name).length === 1 ? name : id
  }
  return (row) =>
    several.has(row.tenant) && row.tenant !== ''
      ? {
          ...row,
          name: `${row.name ?? row.id} in ${nameOf(row.tenant) ?? row.tenant}`,
          ownName: row.name ?? row.id,
        }
      : row
}

/** Returns the applications that used data: those with shown alerts in their order, then those with only hidden alerts. */
function takenRows(
  alerted: readonly AlertedApp[],
  rows: readonly AppRow[],
  { taken, apps }: Partial<Evidence>,
): Report['taken'] {
  const places = new Map(alerted.map(({ key, app }, i) => [evidenceKey(key, app), i]))
  const unique = new Map([...(apps?.values() ?? [])].map((app) => [app.key, app]))
  return [...unique.values()]
    .flatMap(({ key, id, name }) => {
      const data = taken?.of(key)
      const place = places.get(key)
      if (data === undefined) return []
      const label = rows[place ?? -1]?.name ?? name
      const row = {
        ...data,
        id,
        ...(label !== '' && { name: cut(label, limits.name) }),
        ...(place === undefined ? { isOutside: true as const } : place < limits.cards && { card: place + 1 }),
      }
      return [{ place: place ?? alerted.length, row }]
    })
    .sort((a, b) => a.place - b.place || (a.row.first < b.row.first ? -1 : 1))
    .map(({ row }) => row)
}

/** Returns accounts without an alert whose data or grants an application with alerts has. */
function victims(
  alerted: readonly AlertedApp[],
  known: readonly AccountTally[],
  taken: Evidence['taken'] | undefined,
): AccountTally[] {
  const keyOf = (tenant: string, name: string) => `${tenant.toLowerCase()}|${name.toLowerCase()}`
  const named = new Set(known.map(({ tenant, name }) => keyOf(tenant, name)))
  const found = new Map<string, AccountTally & { apps: Set<string> }>()
  for (const { key, app, group } of alerted.filter(({ app: each }) => each?.firstParty !== true)) {
    const tenant = group.app?.tenant ?? ''
    const holders = taken?.of(evidenceKey(key, app))?.holders.shown ?? []
    for (const name of [...(app?.actedFor ?? []), ...holders.map(({ account }) => account)]) {
      const account = keyOf(tenant, name)
      if (name === '' || named.has(account) || found.size >= limits.noted) continue
      const tally = found.get(account) ?? { name, tenant, alerts: 0, gravest: 'low', apps: new Set(), facts: {} }
      if (tally.apps.size < limits.rows) tally.apps.add(key)
      found.set(account, tally)
    }
  }
  return [...found.values()]
}

function statusAt(store: InMemoryStore, now: number): StatusOf {
  const lookup = new Lookup(store)
  return (vendor, tenant, account) => {
    const subject = subjectAt(vendor, tenantId(tenant, vendor), now)
    const found = statusOf(
      accountView(lookup, subject, accountIdentities(lookup, subject, accountOfKey(account), now)),
      now,
    )
    return found === undefined ? undefined : { status: found.status, since: isoTime(found.since) }
  }
}
