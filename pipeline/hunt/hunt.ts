// The offline run: the same stages as the service with files at both ends, then the rules in event-time order.

import { type Vendor, vendorOf } from '../../mappings/entities/key.ts'
import type { Environment } from '../../mappings/environment/environment.ts'
import { type EcsDocument, eventTime } from '../../mappings/fields/document.ts'
import type { Alert } from '../../rules/lib/alert.ts'
import { severityOf } from '../../rules/lib/emit.ts'
import type { Entry, RuleEngine, RuleRun } from '../../rules/lib/engine.ts'
import type { Rule } from '../../rules/lib/rule.ts'
import type { Chain } from '../chain.ts'
import { decode } from '../decode/decode.ts'
import type { Readability, Unread } from '../decode/readability.ts'
import { adoptAll, Tenants } from '../entity-store/tenants.ts'
import type { UpdateEntities } from '../entity-store/update-entities.ts'
import { isAboutLogSource } from '../findings/finding.ts'
import type { PassResult, VirtualPasses } from '../findings/virtual-passes.ts'
import type { DeadLetter, DeadLetterCode, Event, Failure, RawValue } from '../outcome.ts'
import { toDeadLetters } from '../sink/dead-letter.ts'
import { toFailure } from '../sink/failure.ts'
import { Contradictions } from './contradictions.ts'
import { JoinedAlerts } from './joined-alerts.ts'
import { Origins } from './origins.ts'
import { Spool, type SpoolOptions } from './spool.ts'
import type { Spooled } from './spool-run.ts'
import type { View } from './view/view.ts'

/** Documents, and their JSON text in UTF-8, one line each. */
interface Written {
  readonly documents: readonly EcsDocument[]
  readonly lines: Buffer
}

/** Where the results of a hunt go, in batches. Each call resolves when the batch is taken. */
export interface HuntOutput {
  /** Receives every document with its annotation, before the view is applied. */
  seen?(documents: readonly EcsDocument[]): void
  documents(written: Written): Promise<void>
  /** Receives the alerts of a point in time before its documents. */
  raised?(alerts: readonly Alert[]): void
  /** Receives the alerts, one for each act: most of them at the end, when all records are known. */
  alerts(alerts: readonly Alert[]): Promise<void>
  /** Receives the alerts that the view excludes only because of their documents. */
  hidden?(alerts: readonly Alert[]): void
  deadLetters(letters: readonly DeadLetter[]): Promise<void>
}

/** Asks for a view, which may depend on the records: it is shown each of them, and opened when all are read. */
export interface ViewRequest {
  see(document: EcsDocument): void
  /** May throw: the hunt ends with that error. */
  open(): View
}

export interface HuntOptions {
  readonly values: AsyncIterable<readonly RawValue[]>
  readonly chain: Chain
  /** The rules to report on, and the engine they were compiled to. */
  readonly rules: readonly Rule[]
  readonly engine: RuleEngine
  readonly environment: Environment
  readonly updateEntities: UpdateEntities
  /** Attributes what was applied without a tenant to the only tenant of the records. */
  readonly adopt?: (vendor: Vendor, tenant: string) => void
  /** Finds what falls due as time passes; without it, nothing does. */
  readonly passes?: VirtualPasses
  readonly output: HuntOutput
  /** Narrows the documents and alerts that go to the output; without it, all go there. */
  readonly view?: ViewRequest
  /** Replaces IDs in an alert with names. */
  readonly nameAlert?: (alert: Alert) => Alert
  readonly spool?: SpoolOptions
  /** Receives the outcome of each record. */
  readonly readability?: Readability
  /** Lets rules alert on log sources that fell silent and on fields that are gone, as the service does. */
  readonly judgesLogSources?: boolean
  /** Ends the hunt with its reason. */
  readonly signal?: AbortSignal
  /** Called after each batch read. */
  readonly onRecords?: (records: number) => void
}

/** What a hunt saw, by count. Keys are sorted. */
export interface HuntSummary {
  /** Raw values read: lines, rows, elements of an array. */
  readonly records: number
  readonly documents: Readonly<Record<string, number>>
  /** Documents dropped because the same record had been read before. */
  readonly duplicates: number
  /** Of those: they contradict the document that was kept. */
  readonly contradictions: Contradictions['found']
  readonly deadLetters: Readonly<Partial<Record<DeadLetterCode, number>>>
  /** What of the input was not usable; absent where all of it was. */
  readonly unread?: Unread
  readonly alerts: {
    readonly total: number
    /** Of those: alerts on what is new, in a history too short to know. */
    readonly unsettled: number
    readonly bySeverity: Readonly<Record<string, number>>
    readonly byRule: readonly {
      readonly id: string
      readonly name: string
      readonly severity: string
      readonly alerts: number
    }[]
  }
  /** What the view is narrowed by, and what it leaves out; absent where everything is shown. */
  readonly view?: {
    readonly filters: readonly string[]
    readonly period: View['period']
    /** All IDs of the application of `--app`. */
    readonly appIds?: readonly string[]
    readonly hiddenDocuments: number
    readonly hiddenAlerts: number
  }
  /** Datasets with too little history for rules about new behavior: these rules raise provisional alerts, or none. */
  readonly shortHistory: readonly string[]
  /** Event time of the first and the last document that was read; absent when there is none. */
  readonly firstEvent?: string
  readonly lastEvent?: string
}

class Counter {
  readonly #counts = new Map<string, number>()

  add(key: string): void {
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1)
  }

  get(key: string): number {
    return this.#counts.get(key) ?? 0
  }

  sorted(): Record<string, number> {
    return Object.fromEntries([...this.#counts].sort(([a], [b]) => (a < b ? -1 : 1)))
  }
}

/** Runs a hunt to its end. Throws only dependency errors: input that cannot be read, output that cannot be written. */
export async function hunt(options: HuntOptions): Promise<HuntSummary> {
  const { chain, output, readability, signal } = options
  const contradictions = new Contradictions()
  const spool = new Spool({ ...options.spool, onDifference: (kept, dropped) => contradictions.compare(kept, dropped) })
  const origins = new Origins()
  const deadLetters = new Counter()
  const tenants = new Tenants()
  let records = 0
  try {
    for await (const values of options.values) {
      signal?.throwIfAborted()
      const failures: Failure[] = []
      const inventory: Event[] = []
      for (const value of values) {
        records++
        let usable = 0
        let at: string | undefined
        const unusable: Failure[] = []
        for (const decoded of decode(value)) {
          for (const outcome of decoded.ok ? chain.process(decoded) : [decoded]) {
            if (!outcome.ok) {
              unusable.push(outcome)
              continue
            }
            const written = writeDocument(outcome)
            if ('code' in written) {
              unusable.push(written)
              continue
            }
            usable++
            const { document, id, dataset } = outcome
            at = document['@timestamp']
            tenants.see(document, dataset)
            options.view?.see(document)
            const [start, end] = written
            const label = `${dataset} ${Buffer.byteLength(end)} ${origins.label(outcome.decoded)}`
            const endOfRun = spool.add(`${document['@timestamp']} ${id}`, label, start, end)
            if (endOfRun !== undefined) await endOfRun
            if (document.event.kind === 'asset') inventory.push(outcome)
          }
        }
        readability?.record(value.delivery.source, usable, unusable, at)
        for (const failure of unusable) failures.push(failure)
      }
      // Facts of an inventory are valid from their own times, mostly before the snapshot: the events of the log follow
      // them.
      if (inventory.length > 0) await options.updateEntities(inventory)
      const letters = toDeadLetters(failures, new Date().toISOString())
      for (const { code } of letters) deadLetters.add(code)
      await output.deadLetters(letters)
      options.onRecords?.(records)
    }
    if (options.adopt !== undefined) adoptAll(tenants, options.adopt)
    const judged = await evaluate(options, spool, origins, tenants)
    const unread = readability?.unread()
    return {
      records,
      ...judged,
      contradictions: contradictions.found,
      deadLetters: deadLetters.sorted(),
      ...(unread !== undefined && { unread }),
    }
  } finally {
    await spool.close()
  }
}

/** The JSON text of a document. The entity store changes only `end`, which is empty if it writes nothing. */
type DocumentText = readonly [start: string, end: string]

const endWith = (oauth: EcsDocument['oauth']): string => `,"oauth":${JSON.stringify(oauth)}}`

function writeDocument(event: Event): DocumentText | Failure {
  const { oauth, ...others } = event.document
  try {
    const start = JSON.stringify(others)
    return oauth === undefined ? [start, ''] : [start.slice(0, -1), endWith(oauth)]
  } catch (error) {
    return toFailure(event, 'not_serializable', String(error))
  }
}

/** A document that came back from the spool. */
interface Sorted {
  readonly entry: Entry
  readonly line: Buffer
  /** Bytes at the end of the line, before its line feed, that the entity store changes. */
  readonly tail: number
}

const withTenant = (id: string): Buffer => Buffer.from(`{"organization":${JSON.stringify({ id })},`)

function toSorted({ key, label, line }: Spooled, origins: Origins, tenants: Tenants): Sorted {
  const [dataset, tail, source, offset, element] = label.split(' ') as [string, string, string, string, string]
  const document = JSON.parse(line.toString()) as EcsDocument
  const only = document.organization === undefined ? tenants.only(vendorOf(dataset)) : undefined
  if (only !== undefined) document.organization = { id: only }
  const id = key.slice(key.indexOf(' ') + 1)
  // Offline, rules see everything the moment it happens.
  const visible = Date.parse(eventTime(document))
  return {
    entry: { document, id, dataset, origin: origins.of(source, offset, element), visible },
    line: only === undefined ? line : Buffer.concat([withTenant(only), line.subarray(1)]),
    tail: Number(tail),
  }
}

/** A document on its way to the output, with its JSON text on one line. */
interface Line {
  readonly document: EcsDocument
  readonly dataset: string
  readonly bytes: readonly Buffer[]
}

/** The entity store writes only into the `oauth` group: everything before it is unchanged. */
function asAnnotated({ entry: { document, dataset }, line, tail }: Sorted): Line {
  if (tail === 0) return { document, dataset, bytes: [line] }
  return { document, dataset, bytes: [line.subarray(0, -tail - 1), Buffer.from(`${endWith(document.oauth)}\n`)] }
}

/** What a pass found, as rules see it: when the pass runs. */
export function foundEntries({ at, findings }: PassResult): Entry[] {
  return findings.map(({ document, id, dataset, events }) => ({ document, id, dataset, visible: at, events }))
}

const timeOf = (spooled: Spooled | undefined): string | undefined => spooled?.key.slice(0, spooled.key.indexOf(' '))

async function evaluate(
  options: HuntOptions,
  spool: Spool,
  origins: Origins,
  tenants: Tenants,
): Promise<Omit<HuntSummary, 'records' | 'contradictions' | 'deadLetters' | 'unread'>> {
  const { output, engine, passes } = options
  const documents = new Counter()
  const bySeverity = new Counter()
  const byRule = new Counter()
  const baselines = new Map<string, boolean>()
  let total = 0
  let unsettled = 0
  let firstEvent: string | undefined
  let lastEvent: string | undefined
  let hiddenDocuments = 0
  const view = options.view?.open()
  const watch = view === undefined ? undefined : (document: EcsDocument) => view.shows(document)
  /** A rule joins no records of different tenants of a vendor. */
  const runs = new Map<string, RuleRun>()
  const joined = new JoinedAlerts(options.rules)
  /** With a view: the alerts that a hunt without one has, to count those that the view leaves out. */
  const all = view === undefined ? undefined : new JoinedAlerts(options.rules)
  let unjoined = 0

  function runOf({ organization }: EcsDocument): RuleRun {
    const tenant = tenants.areSeveral ? (organization?.id ?? '').toLowerCase() : ''
    const run = runs.get(tenant) ?? engine.start(watch)
    runs.set(tenant, run)
    return run
  }

  function shown(raised: readonly Alert[]): readonly Alert[] {
    const { nameAlert = (alert) => alert } = options
    // The run knows the alerts that it raised, not their copies with names.
    const alerts = raised.map((alert) => ({
      alert: nameAlert(alert),
      isWatched: [...runs.values()].some((run) => run.isWatched(alert)),
    }))
    if (view === undefined || all === undefined) return alerts.map(({ alert }) => alert)
    unjoined += all.add(alerts.map(({ alert }) => alert)).length
    const wanted = alerts.filter(({ alert }) => view.showsAlert(alert))
    output.hidden?.(wanted.filter(({ isWatched }) => !isWatched).map(({ alert }) => alert))
    return wanted.filter(({ isWatched }) => isWatched).map(({ alert }) => alert)
  }

  async function write(alerts: readonly Alert[]): Promise<void> {
    total += alerts.length
    for (const alert of alerts) {
      if (!alert.settled) unsettled++
      bySeverity.add(alert.severity)
      byRule.add(alert.rule.id)
    }
    if (alerts.length > 0) await output.alerts(alerts)
  }

  async function take(entries: Iterable<Entry>, lines: readonly Line[]): Promise<void> {
    const raised: Alert[] = []
    for (const entry of entries) {
      // An export ends where it ends: the report lists these among what the rules could not see.
      if (options.judgesLogSources !== true && isAboutLogSource(entry.document)) continue
      const ready = entry.document.oauth?.entity_store?.baseline_ready
      if (ready !== undefined) baselines.set(entry.dataset, ready)
      for (const alert of runOf(entry.document).take(entry)) raised.push(alert)
    }
    const alerts = shown(raised)
    // Who looks closer at applications with alerts, knows by then which these are.
    output.raised?.(alerts)
    await write(joined.add(alerts))
    output.seen?.(lines.map(({ document }) => document))
    const visible = view === undefined ? lines : lines.filter(({ document }) => view.shows(document))
    hiddenDocuments += lines.length - visible.length
    for (const { dataset } of visible) documents.add(dataset)
    await output.documents({
      documents: visible.map(({ document }) => document),
      lines: Buffer.concat(visible.flatMap(({ bytes }) => bytes)),
    })
  }

  async function judge(batch: readonly Sorted[]): Promise<void> {
    if (batch.length === 0) return
    const entries = await options.updateEntities(batch.map(({ entry }) => entry))
    passes?.see(entries)
    await take(entries, batch.map(asAnnotated))
  }

  async function report(result: PassResult): Promise<void> {
    const lines = result.findings.map(({ document, dataset }) => ({
      document,
      dataset,
      bytes: [Buffer.from(`${JSON.stringify(document)}\n`)],
    }))
    await take(foundEntries(result), lines)
  }

  /** Judges what happened before a pass is due, and passes. */
  async function goOn(batch: readonly Sorted[]): Promise<void> {
    let begin = 0
    for (const [i, { entry }] of batch.entries()) {
      // An inventory can be taken at any time: its time after the end of the log has no meaning.
      if (entry.document.event.kind === 'asset') continue
      if (passes?.isDue(entry.visible) !== true) continue
      await judge(batch.slice(begin, i))
      begin = i
      for (const result of await passes.until(entry.visible)) await report(result)
    }
    await judge(batch.slice(begin))
  }

  for await (const batch of spool.sorted()) {
    options.signal?.throwIfAborted()
    firstEvent ??= timeOf(batch[0])
    lastEvent = timeOf(batch.at(-1)) ?? lastEvent
    await goOn(batch.map((spooled) => toSorted(spooled, origins, tenants)))
  }
  await write(joined.add(shown([...runs.values()].flatMap((run) => run.end()))))
  await write(joined.end())

  return {
    documents: documents.sorted(),
    duplicates: spool.duplicates,
    alerts: {
      total,
      unsettled,
      bySeverity: bySeverity.sorted(),
      byRule: options.rules
        .filter((rule) => byRule.get(rule.id) > 0)
        .map((rule) => ({
          id: rule.id,
          name: rule.name,
          severity: severityOf(rule, options.environment),
          alerts: byRule.get(rule.id),
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
    ...(firstEvent === undefined ? {} : { firstEvent }),
    ...(lastEvent === undefined ? {} : { lastEvent }),
  }
}
