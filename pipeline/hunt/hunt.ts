// The offline run: the same stages as the service with files at both ends, then the rules in event-time order.
import type { Environment } from '../../mappings/environment/environment.ts'
import { type EcsDocument, eventTime } from '../../mappings/fields/document.ts'
import type { Alert } from '../../rules/lib/alert.ts'
import type { RuleEngine } from '../../rules/lib/engine.ts'
import type { Rule } from '../../rules/lib/rule.ts'
import type { Chain } from '../chain.ts'
import { decode } from '../decode/decode.ts'
import { type MissingResult, MissingResults } from '../decode/missing-results.ts'
import type { Readability, Unread } from '../decode/readability.ts'
import { changesApp } from '../entity-store/apply.ts'
import type { InMemoryStore } from '../entity-store/in-memory-store.ts'
import { observeRegistration } from '../entity-store/links.ts'
import { readSubject } from '../entity-store/subject.ts'
import { Tenants, type WithoutTenant } from '../entity-store/tenants.ts'
import type { UpdateEntities } from '../entity-store/update-entities.ts'
import type { VirtualPasses } from '../findings/virtual-passes.ts'
import type { DeadLetter, DeadLetterCode, Event, Failure, RawValue } from '../outcome.ts'
import type { Horizon } from '../review/horizon.ts'
import { toDeadLetters } from '../sink/dead-letter.ts'
import { toFailure } from '../sink/failure.ts'
import { Contradictions } from './contradictions.ts'
import { Copies, type OnCopy } from './copies.ts'
import { Counter } from './counter.ts'
import { type Changeable, endWith, evaluate } from './evaluate.ts'
import { type LackingInput, MissingColumns } from './missing-columns.ts'
import { Origins } from './origins.ts'
import { Spool, type SpoolOptions } from './spool.ts'
import type { View } from './view/view.ts'

/** Documents and the parts of their JSON text, one line per document. Valid until the output accepts the batch. */
interface Written {
  readonly documents: readonly EcsDocument[]
  readonly text: readonly (Buffer | string)[]
}

/** The destination of the results of a hunt, in batches. Each call resolves when the batch is accepted. */
export interface HuntOutput {
  /** Receives every document with its annotation, before the view is applied. */
  seen?(documents: readonly EcsDocument[]): void
  documents(written: Written): Promise<void>
  /** Receives the alerts of a point in time before its documents. */
  raised?(alerts: readonly Alert[]): void
  /** Receives the alerts, one for each act. Most alerts arrive at the end, when all records are known. */
  alerts(alerts: readonly Alert[]): Promise<void>
  /** Receives the alerts that the view excludes only because of their documents. */
  hidden?(alerts: readonly Alert[]): void
  deadLetters(letters: readonly DeadLetter[]): Promise<void>
}

/** A request for a view that may depend on the records. It receives each record, and opens the view after the last. */
export interface ViewRequest {
  see(document: EcsDocument): void
  /** May throw an error, which ends the hunt. */
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
  /** The entity store of `updateEntities`: it receives the time-independent facts before the evaluation. */
  readonly store?: InMemoryStore
  /** Later records do not show how long the log is. It receives each record, and ends after the last. */
  readonly horizon?: Horizon
  /** Runs the periodic passes as event time advances. Without it, no passes run. */
  readonly passes?: VirtualPasses
  readonly output: HuntOutput
  /** Limits the documents and alerts in the output. Without it, the output contains all of them. */
  readonly view?: ViewRequest
  readonly nameAlert?: (alert: Alert) => Alert
  readonly spool?: SpoolOptions
  /** Receives the outcome of each record. */
  readonly readability?: Readability
  /** Lets rules alert on silent log sources and on missing fields, as the service does. */
  readonly judgesLogSources?: boolean
  /** Ends the hunt with the reason of the abort. */
  readonly signal?: AbortSignal
  readonly onCopy?: OnCopy
  readonly onRecords?: (records: number) => void
  readonly onEvaluated?: (documents: number) => void
}

/** The counts of a hunt, with sorted keys. */
export interface HuntSummary {
  /** Records read: lines, rows, elements of an array. */
  readonly records: number
  readonly documents: Readonly<Record<string, number>>
  /** Documents dropped because the same record had been read before. */
  readonly duplicates: number
  /** Duplicates that contradict the stored document. */
  readonly contradictions: Contradictions['found']
  readonly deadLetters: Readonly<Partial<Record<DeadLetterCode, number>>>
  /** The inputs in which all records of a dataset lack a result; absent if there are none. */
  readonly withoutResult?: readonly MissingResult[]
  /** The inputs that lack columns that rules need; absent if there are none. */
  readonly withoutColumns?: readonly LackingInput[]
  /** The records that name no tenant, although others do; absent if there are none. */
  readonly withoutTenant?: readonly WithoutTenant[]
  /** The unusable part of the input; absent if all of it was usable. */
  readonly unread?: Unread
  /** The results of earlier hunts and other files of Consentry in the inputs, which were not read; absent if there were none. */
  readonly earlierResults?: readonly string[]
  readonly alerts: {
    readonly total: number
    /** The number of these alerts that are provisional: they are about new behavior, but the history is too short. */
    readonly unsettled: number
    readonly bySeverity: Readonly<Record<string, number>>
    readonly byRule: readonly {
      readonly id: string
      readonly name: string
      readonly severity: string
      readonly alerts: number
    }[]
  }
  /** The filters of the view and the parts that it excludes; absent if everything is shown. */
  readonly view?: {
    readonly filters: readonly string[]
    readonly period: View['period']
    readonly appIds?: readonly string[]
    readonly hiddenDocuments: number
    readonly hiddenAlerts: number
  }
  /** Datasets with too little history for rules about new behavior: these rules raise provisional alerts, or none. */
  readonly shortHistory: readonly string[]
  /** Event time of the first and the last event that was read; absent when there is none. */
  readonly firstEvent?: string
  readonly lastEvent?: string
  /** The last event time after the time of the hunt. The others omit such times, unless there are many; absent when there is none. */
  readonly futureEvent?: string
  /** The time of the last inventory; absent when there is none. */
  readonly lastInventory?: string
}

/** Runs a hunt to its end. Throws only dependency errors: input that cannot be read, output that cannot be written. */
export async function hunt(options: HuntOptions): Promise<HuntSummary> {
  const { chain, output, readability, signal, store } = options
  const contradictions = new Contradictions()
  const parsed = (line: Buffer) => JSON.parse(line.toString()) as EcsDocument
  const onDifference = (kept: Buffer, dropped: Buffer) => contradictions.compare(parsed(kept), parsed(dropped))
  const spool = new Spool({ ...options.spool, onDifference })
  const copies = new Copies(contradictions, options.onCopy)
  const origins = new Origins()
  const deadLetters = new Counter()
  const missingColumns = new MissingColumns()
  const results = readability?.results ?? new MissingResults()
  const tenants = new Tenants(options.environment.tenants)
  let records = 0
  try {
    for await (const values of options.values) {
      signal?.throwIfAborted()
      const failures: Failure[] = []
      const inventory: Event[] = []
      for (const value of values) {
        // A value may contain many records: the rows of a query response.
        const found = decode(value)
        missingColumns.seeValue(value, found)
        for (const decoded of found) {
          records++
          let usable = 0
          let at: string | undefined
          const unusable: Failure[] = []
          for (const outcome of chain.process(decoded)) {
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
            tenants.see(document, dataset, value.delivery.source)
            copies.see(document, dataset)
            if (store !== undefined && document.oauth?.app !== undefined) register(outcome, store)
            results.see(value.delivery.source, document, dataset)
            options.horizon?.see(Date.parse(eventTime(document)), document.event.kind === 'asset')
            options.view?.see(document)
            const [start, end] = written
            const label = `${dataset} ${Buffer.byteLength(end)} ${origins.label(outcome.decoded)}`
            const endOfRun = spool.add(`${document['@timestamp']} ${id}`, label, start, end)
            if (endOfRun !== undefined) await endOfRun
            if (document.event.kind === 'asset') inventory.push(outcome)
          }
          readability?.record(value.delivery.source, usable, unusable, at)
          for (const failure of unusable) failures.push(failure)
        }
      }
      // Facts of an inventory are valid from their own times, mostly before the snapshot. Therefore they are applied
      // before the events of the log.
      if (inventory.length > 0) await options.updateEntities(inventory)
      const letters = toDeadLetters(failures, new Date().toISOString())
      for (const { code } of letters) deadLetters.add(code)
      await output.deadLetters(letters)
      options.onRecords?.(records)
    }
    tenants.adoptAll((vendor, tenant) => store?.adopt(vendor, tenant))
    options.horizon?.end()
    const judged = await evaluate(options, spool, origins, tenants, copies)
    const unread = readability?.unread()
    const withoutResult = results.found()
    const withoutColumns = missingColumns.withoutColumns()
    const withoutTenant = tenants.withoutTenant()
    const earlierResults = readability?.earlierResults ?? []
    return {
      records,
      ...judged,
      contradictions: contradictions.found,
      deadLetters: deadLetters.sorted(),
      ...(withoutResult.length > 0 && { withoutResult }),
      ...(withoutColumns.length > 0 && { withoutColumns }),
      ...(withoutTenant.length > 0 && { withoutTenant }),
      ...(unread !== undefined && { unread }),
      ...(earlierResults.length > 0 && { earlierResults }),
    }
  } finally {
    await spool.close()
  }
}

/** A later record may contain the home tenant of an application, on which an approval depends. */
function register(event: Event, store: InMemoryStore): void {
  const subject = readSubject(event)
  if (subject !== undefined && changesApp(subject)) observeRegistration(subject, subject.app, store)
}

/** The JSON text of a document. The entity store changes only `end`, which is empty for a document without these groups. */
type DocumentText = readonly [start: string, end: string]

function writeDocument(event: Event): DocumentText | Failure {
  const document: Changeable = event.document
  const { oauth, service } = document
  try {
    if (oauth === undefined && service === undefined) return [JSON.stringify(document), '']
    const end = endWith({ service, oauth })
    // For a moment: a copy of the others costs more.
    if (oauth !== undefined) document.oauth = undefined
    if (service !== undefined) document.service = undefined
    return [JSON.stringify(document).slice(0, -1), end]
  } catch (error) {
    return toFailure(event, 'not_serializable', String(error))
  } finally {
    if (oauth !== undefined) document.oauth = oauth
    if (service !== undefined) document.service = service
  }
}
