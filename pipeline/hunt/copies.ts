// Drops copies that the spool does not recognize, because their `_id` or their time differs. A document from an export without
// IDs has a different `_id`: the `_id` contains the tenant, which pages of Microsoft Graph lack, or the ID of the record, which
// CSV files of the Google Admin console and of the Entra admin center lack. The document with the IDs is kept: its form has more
// facts. The time of a sign-in from Microsoft Graph has no fraction of a second. The longer document is kept, as in the spool.
import { vendorOf } from '../../mappings/entities/key.ts'
import type { EcsDocument } from '../../mappings/fields/document.ts'
import { isObject } from '../../mappings/kernel/json.ts'
import { lookedUp } from '../../mappings/kernel/looked-up.ts'
import { getPath, splitPath } from '../../mappings/kernel/path.ts'
import type { Entry } from '../../rules/lib/engine.ts'
import type { Contradictions } from './contradictions.ts'

/** A sorted document from the spool. */
export interface Sorted {
  readonly entry: Entry
  readonly line: Buffer
  /** The record lacks IDs, even if the hunt adopted a tenant for it. */
  readonly lacksIds: boolean
}

/**
 * True for a row of a CSV file without record IDs. The event ID of a row of the Google Admin console is a hash of the row,
 * not a number.
 */
function isRow({ event }: EcsDocument, dataset: string): boolean {
  if (dataset === 'azure.auditlogs') return event.id === undefined
  return dataset === 'google_workspace.token' && /^[\da-f]{32}$/.test(event.id ?? '')
}

/** Checks whether a document lacks a tenant ID or a record ID. */
export function lacksIds(document: EcsDocument, dataset: string): boolean {
  return document.organization === undefined || isRow(document, dataset)
}

/** Checks whether a sign-in may be from Microsoft Graph, which reports sign-in times in whole seconds. */
const isInSeconds = ({ '@timestamp': time = '' }: EcsDocument, dataset: string): boolean =>
  dataset === 'azure.signinlogs' && !/\.\d*[1-9]/.test(time)

/** The most documents of a second that wait for the next batch. */
const mostHeld = 1_000

/** The CSV file may have times in seconds. */
const secondOf = ({ entry }: Sorted): string =>
  (entry.document['@timestamp'] ?? '').slice(0, 'yyyy-mm-ddThh:mm:ss'.length)

/** The identity of a document without its tenant; undefined if the record has no ID. A record of Google has several events. */
function recordOf(sorted: Sorted): string | undefined {
  const { document, dataset } = sorted.entry
  const { event, user, service } = document
  if (event.id === undefined) return undefined
  const about = vendorOf(dataset) === 'google' ? [user?.target?.email, service?.id] : []
  // The ID of a sign-in is unique, and Microsoft Graph has its time in seconds. Graph requests may share an ID.
  const time = dataset === 'azure.signinlogs' ? secondOf(sorted) : document['@timestamp']
  return JSON.stringify([dataset, time, event.id, event.action, ...about])
}

const targetsPath = splitPath('azure.auditlogs.properties.target_resources_list')
/** The file of the Entra admin center has the first three targets. */
const mostTargets = 3

function targetsOf(document: EcsDocument): unknown[] {
  const targets = getPath(document, targetsPath)
  const first = Array.isArray(targets) ? targets.slice(0, mostTargets) : []
  return first.map((target) => (isObject(target) && typeof target.id === 'string' ? target.id.toLowerCase() : null))
}

/** The members that identify a record in a CSV file without record IDs; undefined if the document lacks one of them. */
function rowOf(sorted: Sorted): string | undefined {
  const { document, dataset } = sorted.entry
  const { event, user, source, oauth, trace } = document
  if (dataset === 'azure.auditlogs') {
    const correlation = trace?.id?.toLowerCase()
    if (correlation === undefined) return undefined
    return JSON.stringify([secondOf(sorted), correlation, event.action, targetsOf(document)])
  }
  const [client, account, method] = [oauth?.app?.id, user?.email?.toLowerCase(), oauth?.activity?.method]
  if (dataset !== 'google_workspace.token' || client === undefined || account === undefined) return undefined
  return JSON.stringify([secondOf(sorted), account, client, event.action, method, source?.ip])
}

/** The documents with the same `rowOf`: some with a record ID, some without. A row without an ID of its act takes its record. */
interface Alike {
  readonly records: Entry[]
  rows: number
}

const outcomeOf = ({ event }: EcsDocument): string => event.outcome ?? 'unknown'

/** Checks that two documents can have the outcome of one act. */
function isSameOutcome(one: EcsDocument, other: EcsDocument): boolean {
  const outcomes = [outcomeOf(one), outcomeOf(other)]
  return outcomes[0] === outcomes[1] || outcomes.includes('unknown')
}

/**
 * The record of a row. Acts of one operation, such as two permissions for one application, differ in the ID of the act.
 * The file of the Entra admin center has only the first five properties, and the ID may depend on another one: an only row
 * and an only record are the same act.
 */
function recordOfRow(row: EcsDocument, { records, rows }: Alike): Entry | undefined {
  const act = row.oauth?.act?.id
  const possible = records.filter(({ document }) => isSameOutcome(document, row))
  const same = possible.filter(({ document }) => document.oauth?.act?.id === act)
  const found =
    same.find(({ document }) => outcomeOf(document) === outcomeOf(row)) ??
    same[0] ??
    (rows === 1 && records.length === 1 ? possible[0] : undefined)
  if (found !== undefined && act === undefined) records.splice(records.indexOf(found), 1)
  return found
}

/** Receives the `_id` of a dropped copy and of the document that is kept, if they differ. */
export type OnCopy = (dropped: string, kept: string) => void

export class Copies {
  /** Final once `without` has ended. */
  dropped = 0
  readonly #contradictions: Contradictions
  readonly #onCopy: OnCopy | undefined

  #arePossible = false

  constructor(contradictions: Contradictions, onCopy?: OnCopy) {
    this.#contradictions = contradictions
    this.#onCopy = onCopy
  }

  see(document: EcsDocument, dataset: string): void {
    this.#arePossible ||= lacksIds(document, dataset) || isInSeconds(document, dataset)
  }

  /** Takes batches in order of time, after `see` received all documents. Copies are in the same second. */
  async *without<T extends Sorted>(batches: AsyncIterable<readonly T[]>): AsyncGenerator<readonly T[]> {
    if (!this.#arePossible) return yield* batches
    let held: readonly T[] = []
    for await (const batch of batches) {
      const sorted = [...held, ...batch]
      const last = sorted.at(-1)
      const second = last === undefined ? '' : secondOf(last)
      const lastSecond = last === undefined ? 0 : sorted.findIndex((each) => secondOf(each) === second)
      const end = sorted.length - lastSecond > mostHeld ? sorted.length : lastSecond
      yield this.#distinct(sorted.slice(0, end))
      // A line is valid until the next batch.
      held = sorted.slice(end).map((each) => ({ ...each, line: Buffer.from(each.line) }))
    }
    yield this.#distinct(held)
  }

  #distinct<T extends Sorted>(all: readonly T[]): readonly T[] {
    const batch = this.#withoutTwins(all)
    if (!batch.some(({ lacksIds }) => lacksIds)) return batch
    const withTenant = new Map<string, Entry>()
    for (const each of batch) {
      const record = each.lacksIds ? undefined : recordOf(each)
      if (record !== undefined) withTenant.set(record, each.entry)
    }
    const records = batch.filter((each) => {
      const isCopy = each.lacksIds && !isRow(each.entry.document, each.entry.dataset)
      return this.#isKept(each, isCopy ? withTenant.get(recordOf(each) ?? '') : undefined)
    })
    const alike = new Map<string, Alike>()
    for (const each of records) {
      const row = rowOf(each)
      if (row === undefined) continue
      const found = lookedUp(alike, row, () => ({ records: [], rows: 0 }))
      if (isRow(each.entry.document, each.entry.dataset)) found.rows++
      else found.records.push(each.entry)
    }
    return records.filter((each) => {
      const { document, dataset } = each.entry
      const found = isRow(document, dataset) ? alike.get(rowOf(each) ?? '') : undefined
      return this.#isKept(each, found === undefined ? undefined : recordOfRow(document, found))
    })
  }

  /** Keeps the longest of the sign-ins with the same `_id`. */
  #withoutTwins<T extends Sorted>(batch: readonly T[]): readonly T[] {
    if (!batch.some(({ entry: { document, dataset } }) => isInSeconds(document, dataset))) return batch
    const longest = new Map<string, T>()
    for (const each of batch) {
      const { id, dataset } = each.entry
      if (dataset !== 'azure.signinlogs') continue
      const other = longest.get(id)
      if (other === undefined || each.line.length >= other.line.length) longest.set(id, each)
    }
    return batch.filter((each) => {
      const kept = longest.get(each.entry.id) ?? each
      return this.#isKept(each, kept === each ? undefined : kept.entry)
    })
  }

  #isKept({ entry }: Sorted, same: Entry | undefined): boolean {
    if (same === undefined) return true
    this.dropped++
    this.#contradictions.compare(same.document, entry.document)
    if (same.id !== entry.id) this.#onCopy?.(entry.id, same.id)
    return false
  }
}
