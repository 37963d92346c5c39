// The second half of a hunt: it annotates sorted documents in the entity store, evaluates rules and writes the output.
import { vendorOf } from '../../mappings/entities/key.ts'
import { type EcsDocument, eventTime } from '../../mappings/fields/document.ts'
import { lookedUp } from '../../mappings/kernel/looked-up.ts'
import { present } from '../../mappings/kernel/present.ts'
import type { Alert } from '../../rules/lib/alert.ts'
import { riskScores, severityOf } from '../../rules/lib/emit.ts'
import type { Entry, RuleRun } from '../../rules/lib/engine.ts'
import { raiseSeverity, type Severity } from '../../rules/lib/rule.ts'
import type { Tenants } from '../entity-store/tenants.ts'
import { isAboutLogSource } from '../findings/finding.ts'
import type { PassResult } from '../findings/virtual-passes.ts'
import { Horizon } from '../review/horizon.ts'
import { type Copies, lacksIds, type Sorted } from './copies.ts'
import { Counter } from './counter.ts'
import type { HuntOptions, HuntSummary } from './hunt.ts'
import { JoinedAlerts } from './joined-alerts.ts'
import type { Origins } from './origins.ts'
import type { Spool } from './spool.ts'
import type { Spooled } from './spool-run.ts'

/** The groups of a document that the entity store may change. */
export interface Changeable {
  service?: EcsDocument['service'] | undefined
  oauth?: EcsDocument['oauth'] | undefined
}

/** The end of the text of a document: the entity store writes only into these groups. */
export const endWith = ({ service, oauth }: Changeable): string => `,${JSON.stringify({ service, oauth }).slice(1)}`

interface Changing extends Sorted {
  /** The number of bytes at the end of the line, before the line feed, that the entity store changes. */
  readonly tail: number
}

interface Raised {
  readonly alert: Alert
  readonly run: RuleRun
}

/** Records of all further tenants share one run: an export may contain any number of tenants. */
const mostTenants = 100

const withTenant = (id: string): Buffer => Buffer.from(`{"organization":${JSON.stringify({ id })},`)

function toSorted({ key, label, line }: Spooled, origins: Origins, tenants: Tenants): Changing {
  const [dataset, tail, source, offset, element] = label.split(' ') as [string, string, string, string, string]
  const document = JSON.parse(line.toString()) as EcsDocument
  const mayBeCopy = lacksIds(document, dataset)
  const only = document.organization === undefined ? tenants.only(vendorOf(dataset)) : undefined
  if (only !== undefined) document.organization = { id: only }
  const id = key.slice(key.indexOf(' ') + 1)
  // In a hunt, a document becomes visible to rules at its event time.
  const visible = Date.parse(eventTime(document))
  return {
    entry: { document, id, dataset, origin: origins.of(source, offset, element), visible },
    line: only === undefined ? line : Buffer.concat([withTenant(only), line.subarray(1)]),
    tail: Number(tail),
    lacksIds: mayBeCopy,
  }
}

/** An output document, with the parts of its one-line JSON text: bytes from the spool, then text. */
interface Line {
  readonly document: EcsDocument
  readonly dataset: string
  readonly text: readonly (Buffer | string)[]
}

/**
 * The entity store writes only into the groups `service` and `oauth`: everything before them is unchanged. In a document
 * without these groups, it writes them before the closing brace.
 */
function asAnnotated({ entry: { document, dataset }, line, tail }: Changing): Line {
  const { oauth } = document
  if (oauth === undefined) return { document, dataset, text: [line] }
  const end = `${endWith(document)}\n`
  return { document, dataset, text: [line.subarray(0, -Math.max(tail, 1) - 1), end] }
}

/** Returns the findings of a pass as entries. Rules see them at the time of the pass. */
export function foundEntries({ at, findings }: PassResult): Entry[] {
  return findings.map(({ document, id, dataset, events }) => ({ document, id, dataset, visible: at, events }))
}

export async function evaluate(
  options: HuntOptions,
  spool: Spool,
  origins: Origins,
  tenants: Tenants,
  copies: Copies,
): Promise<Omit<HuntSummary, 'records' | 'contradictions' | 'deadLetters' | 'unread'>> {
  const { output, engine, passes, horizon = new Horizon() } = options
  const isFuture = ({ visible }: Entry): boolean => !horizon.includes(visible)
  const documents = new Counter()
  const bySeverity = new Counter()
  const byRule = new Counter()
  /** The highest severity of the alerts of each rule: a fact of a record can raise it above that of the rule. */
  const severities = new Map<string, Severity>()
  const baselines = new Map<string, boolean>()
  let total = 0
  let evaluated = 0
  let unsettled = 0
  let firstEvent: string | undefined
  let lastEvent: string | undefined
  let lastInventory: string | undefined
  let hiddenDocuments = 0
  const view = options.view?.open()
  const watch = view === undefined ? undefined : (document: EcsDocument) => view.shows(document)
  /** One run per tenant: a rule does not join records of different tenants of a vendor. */
  const runs = new Map<string, RuleRun>()
  const joined = new JoinedAlerts(options.rules)
  /** If there is a view: the alerts of a hunt without it, to count the alerts that the view excludes. */
  const all = view === undefined ? undefined : new JoinedAlerts(options.rules)
  let unjoined = 0

  function runOf({ document, dataset }: Entry): RuleRun {
    const tenant = tenants.apart(document, dataset)
    const key = runs.size < mostTenants || runs.has(tenant) ? tenant : 'further tenants'
    return lookedUp(runs, key, () => engine.start({ watch, isSorted: true }))
  }

  function shown(raised: readonly Raised[]): readonly Alert[] {
    const { nameAlert = (alert) => alert } = options
    // The run knows the alerts that it raised, not their copies with names.
    const alerts = raised.map(({ alert, run }) => ({
      alert: nameAlert({ ...alert, risk_score: riskScores[alert.severity] }),
      isWatched: run.isWatched(alert),
    }))
    if (view === undefined || all === undefined) return alerts.map(({ alert }) => alert)
    unjoined += all.add(alerts.map(({ alert }) => alert)).length
    const wanted = alerts.filter(({ alert }) => view.showsRule(alert))
    const hidden = wanted.filter(({ alert, isWatched }) => !isWatched && isShown(alert))
    output.hidden?.(hidden.map(({ alert }) => alert))
    return wanted.filter(({ isWatched }) => isWatched).map(({ alert }) => alert)
  }

  const isShown = (alert: Alert): boolean => view?.showsSeverity(alert) ?? true

  async function write(joinedAlerts: readonly Alert[]): Promise<void> {
    const alerts = joinedAlerts.filter(isShown)
    total += alerts.length
    for (const alert of alerts) {
      if (!alert.settled) unsettled++
      bySeverity.add(alert.severity)
      byRule.add(alert.rule.id)
      raiseSeverity(severities, alert.rule.id, alert.severity)
    }
    if (alerts.length > 0) await output.alerts(alerts)
  }

  async function take(entries: Iterable<Entry>, lines: readonly Line[]): Promise<void> {
    const raised: Raised[] = []
    for (const entry of entries) {
      // The end of an export looks like a silent log source. The report lists such log sources as blind spots instead.
      if (options.judgesLogSources !== true && isAboutLogSource(entry.document)) continue
      const ready = entry.document.oauth?.entity_store?.baseline_ready
      if (ready !== undefined && !isFuture(entry)) baselines.set(entry.dataset, ready)
      const run = runOf(entry)
      joined.see(entry.document)
      for (const alert of run.take(entry)) raised.push({ alert, run })
    }
    const alerts = shown(raised)
    // This comes before the documents, so that the output can keep more about applications with alerts.
    output.raised?.(alerts.filter(isShown))
    await write(joined.add(alerts))
    output.seen?.(lines.map(({ document }) => document))
    const visible = view === undefined ? lines : lines.filter(({ document }) => view.shows(document))
    hiddenDocuments += lines.length - visible.length
    for (const { dataset } of visible) documents.add(dataset)
    await output.documents({
      documents: visible.map(({ document }) => document),
      text: visible.flatMap(({ text }) => text),
    })
  }

  async function judge(batch: readonly Changing[]): Promise<void> {
    if (batch.length === 0) return
    const entries = await options.updateEntities(batch.map(({ entry }) => entry))
    passes?.see(entries)
    await take(entries, batch.map(asAnnotated))
  }

  async function report(result: PassResult): Promise<void> {
    const lines = result.findings.map(({ document, dataset }) => ({
      document,
      dataset,
      text: [`${JSON.stringify(document)}\n`],
    }))
    await take(foundEntries(result), lines)
  }

  /** Evaluates the documents before each due pass, then runs the pass. */
  async function goOn(batch: readonly Changing[]): Promise<void> {
    let begin = 0
    for (const [i, { entry }] of batch.entries()) {
      // An inventory can be taken at any time: its time after the end of the log has no meaning.
      if (entry.document.event.kind === 'asset' || isFuture(entry)) continue
      if (passes?.isDue(entry.visible) !== true) continue
      await judge(batch.slice(begin, i))
      begin = i
      for (const result of await passes.until(entry.visible)) await report(result)
    }
    await judge(batch.slice(begin))
  }

  async function* read(): AsyncGenerator<readonly Changing[]> {
    for await (const batch of spool.sorted()) {
      const sorted = batch.map((spooled) => toSorted(spooled, origins, tenants))
      for (const { entry } of sorted) {
        const { '@timestamp': at, event } = entry.document
        // No log covers the time up to an inventory.
        if (isFuture(entry)) continue
        if (event.kind === 'asset') lastInventory = at
        else {
          firstEvent ??= at
          lastEvent = at
        }
      }
      yield sorted
    }
  }

  for await (const batch of copies.without(read())) {
    options.signal?.throwIfAborted()
    await goOn(batch)
    evaluated += batch.length
    options.onEvaluated?.(evaluated)
  }
  const last = [...runs.values()].flatMap((run) => run.end().map((alert) => ({ alert, run })))
  await write(joined.add(shown(last)))
  await write(joined.end())

  return {
    documents: documents.sorted(),
    duplicates: spool.duplicates + copies.dropped,
    alerts: {
      total,
      unsettled,
      bySeverity: bySeverity.sorted(),
      byRule: options.rules
        .filter((rule) => byRule.has(rule.id))
        .map((rule) => ({
          id: rule.id,
          name: rule.name,
          severity: severities.get(rule.id) ?? severityOf(rule, options.environment),
          alerts: byRule.of(rule.id),
        }))
        .sort((a, b) => b.alerts - a.alerts || (a.name < b.name ? -1 : 1)),
    },
    shortHistory: [...baselines].flatMap(([dataset, ready]) => (ready ? [] : [dataset])).sort(),
    ...(view !== undefined && {
      view: {
        filters: view.filters,
        period: view.period,
        ...(view.appIds !== undefined && { appIds: view.appIds }),
        hiddenDocuments,
        hiddenAlerts: Math.max(0, unjoined + (all?.end().length ?? 0) - total),
      },
    }),
    ...present({ firstEvent, lastEvent, futureEvent: horizon.futureEvent, lastInventory }),
  }
}
