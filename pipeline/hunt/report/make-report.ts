// The report of a hunt: what was collected, what the entity store knows at the end, and how it was made, put into words and tables.
import { createHash } from 'node:crypto'
import type { Environment } from '../../../mappings/environment/environment.ts'
import { datasets } from '../../../rules/lib/datasets.ts'
import { severityOf } from '../../../rules/lib/emit.ts'
import { compareSeverity, type Rule } from '../../../rules/lib/rule.ts'
import { enabledRules } from '../../../rules/lib/rule-state.ts'
import type { Readability } from '../../decode/readability.ts'
import { isoTime } from '../../entity-store/age.ts'
import { statusOf } from '../../entity-store/annotate-account.ts'
import { accountIdentities, accountView } from '../../entity-store/identities.ts'
import type { InMemoryStore } from '../../entity-store/in-memory-store.ts'
import { Lookup } from '../../entity-store/lookup.ts'
import { accountOfKey, subjectAt, tenantId } from '../../entity-store/subject.ts'
import { type DeadLetterCode, deadLetterCodes } from '../../outcome.ts'
import { accountNames } from '../../review/account-names.ts'
import type { ReviewedApp } from '../../review/review.ts'
import { evidenceKey } from '../evidence/evidence-apps.ts'
import type { Evidence } from '../evidence/evidence-files.ts'
import type { HuntSummary } from '../hunt.ts'
import { makeAccounts, mergeAccounts } from './accounts.ts'
import { labelsOf } from './app-facts.ts'
import { hiddenThefts } from './app-history.ts'
import {
  type AlertedApp,
  alertedApps,
  indexApps,
  looseAlerts,
  type StatusOf,
  toCard,
  toRow,
  total,
  trailOf,
  vendorsOf,
} from './apps.ts'
import { blindSpots, countBlind, limitsOfReport } from './blind-spots.ts'
import { makeCampaigns } from './campaigns.ts'
import type { Collector } from './collect.ts'
import type { ReadInput } from './inputs.ts'
import { cut } from './kept.ts'
import { capped, cappedMap, limits } from './limits.ts'
import type { AppCard, AppRow, InputRow, Making, Reading, Report, RuleNote } from './model.ts'
import { type ApprovedApp, summarize } from './summary.ts'
import type { AccountTally } from './tallies.ts'
import { makeTimeline } from './timeline.ts'
import { makeUnknowns } from './unknowns.ts'
import { time } from './words.ts'

export interface ReportFacts extends Partial<Evidence> {
  readonly summary: HuntSummary
  readonly collector: Collector
  readonly store: InMemoryStore
  readonly environment: Environment
  /** The active rules, those that are switched off among them. */
  readonly rules: readonly Rule[]
  /** Whether acts that a rule is about came by. */
  readonly sees: (rule: Rule) => boolean
  readonly inputs: readonly ReadInput[]
  readonly made: Omit<Making, 'rules' | 'pack'>
  readonly readability: Readability
  /** The applications as of `reviewedAt`, epoch milliseconds. */
  readonly reviewed: readonly ReviewedApp[]
  readonly reviewedAt: number
  /** Approved applications, with the rule matches that their approvals excluded. */
  readonly approved?: readonly ApprovedApp[]
  /** ISO 8601: nothing else in a report depends on when it is made. */
  readonly madeAt: string
}

/** Makes a report. Pure: the same facts give the same report. */
export function makeReport(facts: ReportFacts): Report {
  const { summary, collector, store, reviewed, reviewedAt, environment, madeAt } = facts
  const rules = enabledRules(facts.rules, environment)
  const status = statusAt(store, reviewedAt)
  const known = indexApps(reviewed)
  const alerted = alertedApps(collector, known)
  const cards = alerted.slice(0, limits.cards)
  const accounts = mergeAccounts(collector.accounts.values(), accountNames(store, reviewedAt))
  const inputs = inputRows(facts)
  const unattached = collector.groups.get('')
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
  const rows = alerted.map((each) => inTenant(toRow(each, collector)))
  const labelOf = labelsOf(rows)
  const devices = [...new Map((facts.devices ?? []).map((device) => [device.id, device])).values()].map((device) =>
    collector.withRemoval(device),
  )
  const taken = takenRows(cards, rows, facts)
  const takenOf = (key: string, app: ReviewedApp | undefined) => facts.taken?.of(evidenceKey(key, app))
  const apps = cards.map((each, i) =>
    inTenant(
      toCard(each, i + 1, {
        collector,
        accounts,
        statusOf: status,
        taken: takenOf(each.key, each.app),
        devices,
        responseOf: (id) => itemsUnder('Response', rules.find((rule) => rule.id === id)?.triage),
      }),
    ),
  )
  const connections = [
    ...collector.accepted.sentences(),
    ...makeCampaigns(cards, rows, collector),
    ...[...apps, ...hiddenThefts(collector, known, cards, takenOf)].flatMap((card) =>
      card.theft === undefined ? [] : [`${labelOf(card)}: ${card.theft}`],
    ),
    ...rows
      .flatMap(({ name, id, late }) => (late === undefined ? [] : [`${name ?? id}: ${late.sentence}`]))
      .slice(0, limits.names),
    ...devices
      .slice(0, limits.names)
      .map(
        ({ account, name, at, removed }) =>
          `${account} registered the device ${JSON.stringify(cut(name, limits.name))} at ${time(at)} from an address in an alert: ${removed === undefined ? 'the device can start new sessions until you remove it' : `the device was deleted at ${time(removed)}`}.`,
      ),
  ]
  return {
    madeAt,
    made: { ...facts.made, rules: rules.length, pack: packOf(rules) },
    read: reading(facts, inputs, rules),
    summary: summarize(summary, rows, {
      detached: unattached === undefined ? 0 : total(unattached.bySeverity),
      uncounted: collector.uncounted,
      connections,
      approved: facts.approved ?? [],
      outside: taken.filter(({ card }) => card === undefined).length,
    }),
    timeline: makeTimeline(collector.days),
    apps: {
      shown: apps,
      more: alerted.length - cards.length,
    },
    otherApps: capped(rows.slice(limits.cards), limits.rows),
    unattached: capped(
      unattached === undefined ? [] : looseAlerts(unattached, collector, alerted, known),
      limits.rulesOfApp,
    ),
    accounts: makeAccounts([...accounts, ...victims(alerted, accounts, facts.taken)], alerted, status, devices),
    taken,
    indicators: facts.indicators?.first() ?? { shown: [], more: 0 },
    inventory: capped(
      reviewed.filter(({ firstParty }) => !firstParty),
      limits.inventory,
    ),
    blindSpots: blindSpots(sight),
    blindRules: countBlind(sight),
    unknowns: capped(
      makeUnknowns(
        cards.map((each, i) => ({
          name: labelOf(apps[i] as AppCard),
          vendor: vendorsOf(each)[0],
          app: each.app,
          trail: trailOf(each, collector),
          taken: apps[i]?.taken,
        })),
        collector,
        summary,
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

/** Adds the tenant to the name of each application if alerts concern several tenants of a vendor. */
function tenantWords(alerted: readonly AlertedApp[], { tenants }: Collector): <R extends AppRow>(row: R) => R {
  const tenantsOf = new Map<string | undefined, Set<string>>()
  for (const each of alerted) {
    const [vendor] = vendorsOf(each)
    tenantsOf.set(vendor, (tenantsOf.get(vendor) ?? new Set()).add(each.group.app?.tenant ?? ''))
  }
  const several = new Set([...tenantsOf.values()].flatMap((all) => (all.size > 1 ? [...all] : [])))
  const nameOf = (id: string) => {
    const name = tenants.get(id)
    return [...tenants.values()].filter((each) => each === name).length === 1 ? name : id
  }
  return (row) =>
    several.has(row.tenant) && row.tenant !== ''
      ? { ...row, name: `${row.name ?? row.id} in ${nameOf(row.tenant) ?? row.tenant}` }
      : row
}

/** The field that an alert in Kibana is about: the report shows its value. */
const groupField = /`[^`]+` \(group-by field\)(?:[;,.] ?)?/g

/** The items under a heading in the Markdown of a rule, as plain text. */
function itemsUnder(heading: string, triage = ''): string[] {
  const [lines = ''] = (triage.split(`#### ${heading}`)[1] ?? '').split('####')
  const items: string[] = []
  for (const line of lines.split('\n')) {
    const [, marked = ''] = /^(?:\d+\.|-) (.*)/.exec(line) ?? []
    const item = marked.replace(groupField, '').replace(/[`*]/g, '')
    // A long list of rules would separate an answer from its question.
    if (/^If (?:not|so|it was not)\b/.test(item)) items.push([...items.splice(-1), item].join(' '))
    else if (item !== '') items.push(item)
  }
  return items
}

/** The applications that used data: those with a card in its order, then those with hidden alerts only. */
function takenRows(
  cards: readonly AlertedApp[],
  rows: readonly AppRow[],
  { taken, apps }: Partial<Evidence>,
): Report['taken'] {
  const numbers = new Map(cards.map(({ key, app }, i) => [evidenceKey(key, app), i + 1]))
  const unique = new Map([...(apps?.values() ?? [])].map((app) => [app.key, app]))
  return [...unique.values()]
    .flatMap(({ key, id, name }) => {
      const data = taken?.of(key)
      const card = numbers.get(key)
      if (data === undefined) return []
      const label = rows[(card ?? 0) - 1]?.name ?? name
      return [
        { ...data, id, ...(label !== '' && { name: cut(label, limits.name) }), ...(card !== undefined && { card }) },
      ]
    })
    .sort((a, b) => (a.card ?? limits.groups) - (b.card ?? limits.groups) || (a.first < b.first ? -1 : 1))
}

/** Accounts without an alert of which an application with alerts has data or grants. */
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
      if (tally.apps.size < limits.names) tally.apps.add(key)
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

/** Rules and versions in a few signs: equal for equal packs. */
function packOf(rules: readonly Rule[]): string {
  const names = rules.map(({ id, version = 1 }) => `${id} ${version}`).sort()
  return createHash('sha256').update(names.join('\n')).digest('hex').slice(0, 12)
}

function inputRows({ inputs, readability }: ReportFacts): InputRow[] {
  return inputs.map((input) => ({ ...input, ...readability.of(input.path) }))
}

function reading({ summary, collector }: ReportFacts, inputs: readonly InputRow[], rules: readonly Rule[]): Reading {
  const { records, duplicates, firstEvent, lastEvent, unread } = summary
  return {
    records,
    documents: [...collector.datasets.values()].reduce((sum, each) => sum + each.documents, 0),
    duplicates,
    ...(firstEvent !== undefined && { firstEvent }),
    ...(lastEvent !== undefined && { lastEvent }),
    inputs: capped(inputs, limits.inputs),
    datasets: logs(collector, rules, summary.shortHistory),
    tenants: cappedMap(capped([...collector.tenants], limits.tenants), ([id, name]) => ({
      id,
      ...(name !== undefined && { name }),
    })),
    deadLetters: (Object.keys(deadLetterCodes) as DeadLetterCode[]).sort().flatMap((code) => {
      const count = summary.deadLetters[code]
      return count === undefined ? [] : [{ code, means: deadLetterCodes[code], count }]
    }),
    ...(unread !== undefined && { unread }),
  }
}

function logs(
  { datasets: tallies }: Collector,
  rules: readonly Rule[],
  shortHistory: readonly string[],
): Reading['datasets'] {
  const known: Readonly<Record<string, { readonly source: string }>> = datasets
  return [...tallies]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, tally]) => ({
      name,
      source: known[name]?.source ?? '',
      ...tally,
      shortHistory: shortHistory.includes(name),
      rules: rules.filter((rule) => (rule.datasets as readonly string[]).includes(name)).length,
    }))
}

function ruleNotes(
  { alerts }: HuntSummary,
  rules: readonly Rule[],
  environment: Environment,
  shown: ReadonlySet<string>,
): RuleNote[] {
  return alerts.byRule
    .flatMap(({ id, alerts: count }) => {
      const rule = rules.find((each) => each.id === id)
      if (rule === undefined) return []
      const { name, version = 1, attack, description, falsePositives, triage } = rule
      const severity = severityOf(rule, environment)
      const investigation = itemsUnder('Investigation', triage)
      const response = shown.has(id) ? [] : itemsUnder('Response', triage)
      return [
        {
          ...{ id, name, severity, alerts: count, version, attack, description, falsePositives },
          investigation,
          response,
        },
      ]
    })
    .sort((a, b) => compareSeverity(b.severity, a.severity) || b.alerts - a.alerts || (a.name < b.name ? -1 : 1))
}
