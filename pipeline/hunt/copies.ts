// Drops copies: documents of exports without IDs, if the hunt also has the same record with them. Their `_id` differs,
// because it contains the tenant, which pages of Microsoft Graph lack, or the ID of the record, which CSV files of the
// Google Admin console lack. The document with the IDs is kept: its form has more facts.
import { vendorOf } from '../../mappings/entities/key.ts'
import type { EcsDocument } from '../../mappings/fields/document.ts'
import type { Entry } from '../../rules/lib/engine.ts'
import type { Contradictions } from './contradictions.ts'

/** A sorted document from the spool. */
export interface Sorted {
  readonly entry: Entry
  readonly line: Buffer
  /** The record lacks IDs, even if the hunt adopted a tenant for it. */
  readonly lacksIds: boolean
}

/** True for a row of a Google Admin console CSV file: its event ID is a hash of the row, not a number. */
const isOfConsole = ({ event }: EcsDocument, dataset: string): boolean =>
  dataset === 'google_workspace.token' && /^[\da-f]{32}$/.test(event.id ?? '')

/** Checks whether a document lacks a tenant ID or a record ID. */
export function lacksIds(document: EcsDocument, dataset: string): boolean {
  return document.organization === undefined || isOfConsole(document, dataset)
}

/** The most documents of a second that wait for the next batch. */
const mostHeld = 1_000

/** The CSV file may have times in seconds. */
const secondOf = ({ entry }: Sorted): string =>
  (entry.document['@timestamp'] ?? '').slice(0, 'yyyy-mm-ddThh:mm:ss'.length)

/** The identity of a document without its tenant; undefined if the record has no ID. A record of Google has several events. */
function recordOf({ entry: { document, dataset } }: Sorted): string | undefined {
  const { event, user, service } = document
  const about = vendorOf(dataset) === 'google' ? [user?.target?.email, service?.id] : []
  return event.id === undefined
    ? undefined
    : JSON.stringify([dataset, document['@timestamp'], event.id, event.action, ...about])
}

/** The members that identify a record in a CSV file of the Google Admin console. */
function rowOf(sorted: Sorted): string | undefined {
  const { document, dataset } = sorted.entry
  const { event, user, source, oauth } = document
  const [client, account, method] = [oauth?.app?.id, user?.email?.toLowerCase(), oauth?.activity?.method]
  if (dataset !== 'google_workspace.token' || client === undefined || account === undefined) return undefined
  return JSON.stringify([secondOf(sorted), account, client, event.action, method, source?.ip])
}

export class Copies {
  /** Final once `without` has ended. */
  dropped = 0
  readonly #contradictions: Contradictions

  #arePossible = false

  constructor(contradictions: Contradictions) {
    this.#contradictions = contradictions
  }

  see(document: EcsDocument, dataset: string): void {
    this.#arePossible ||= lacksIds(document, dataset)
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

  #distinct<T extends Sorted>(batch: readonly T[]): readonly T[] {
    if (!batch.some(({ lacksIds }) => lacksIds)) return batch
    const kept = new Map<string | undefined, EcsDocument>()
    for (const each of batch) {
      if (each.lacksIds) continue
      for (const identity of [recordOf(each), rowOf(each)]) kept.set(identity, each.entry.document)
    }
    kept.delete(undefined)
    return batch.filter((each) => {
      const { document, dataset } = each.entry
      const same = each.lacksIds ? kept.get((isOfConsole(document, dataset) ? rowOf : recordOf)(each)) : undefined
      if (same === undefined) return true
      this.dropped++
      this.#contradictions.compare(same, each.entry.document)
      return false
    })
  }
}
