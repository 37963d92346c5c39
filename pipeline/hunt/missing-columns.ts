// By input: the missing columns that rules need to match some acts, and the records without a readable result.
import { vendorOf } from '../../mappings/entities/key.ts'
import type { EcsDocument } from '../../mappings/fields/document.ts'
import { isObject, parsedJson } from '../../mappings/kernel/json.ts'
import { lookedUp } from '../../mappings/kernel/looked-up.ts'
import { getPath, splitPath } from '../../mappings/kernel/path.ts'
import { table } from '../../mappings/kernel/table.ts'
import { csvFormatOf, missingIn } from '../decode/csv-formats.ts'
import type { Decoded, Failure, RawValue } from '../outcome.ts'

export interface MissingResult {
  readonly path: string
  readonly dataset: string
  readonly records: number
  readonly without: number
  /** The number of records whose value is not a known outcome, and some of these values. */
  readonly unreadable: number
  readonly values: readonly string[]
}

/** The member that contains the value, by dataset, if the value is not a known outcome. */
const resultPaths: Readonly<Record<string, readonly string[]>> = table({
  'azure.auditlogs': splitPath('azure.auditlogs.properties.result'),
  'azure.signinlogs': splitPath('azure.signinlogs.result_type'),
})

/** The value of Microsoft Graph for an act that ended without a known outcome. */
const undecided = 'timeout'

const mostValues = 3
const longestValue = 40

function unreadableResult(document: EcsDocument, dataset: string): string | undefined {
  const path = document.event.outcome === 'unknown' ? resultPaths[dataset] : undefined
  const value = path === undefined ? undefined : getPath(document, path)
  return typeof value !== 'string' || value.trim().toLowerCase() === undecided ? undefined : value
}

export interface LackingInput {
  readonly path: string
  /** The name of the format. */
  readonly format: string
  readonly columns: readonly string[]
}

interface Tally extends MissingResult {
  records: number
  without: number
  unreadable: number
  readonly values: string[]
}

export class MissingColumns {
  readonly #tallies = new Map<string, Tally>()
  readonly #inputs = new Map<string, { path: string; format: string; columns: readonly string[] }>()

  see(path: string, document: EcsDocument, dataset: string): void {
    const { event } = document
    // Most Google records have no result.
    if (event.kind !== 'event' || vendorOf(dataset) !== 'microsoft') return
    const tally = lookedUp(this.#tallies, `${dataset} ${path}`, () => ({
      path,
      dataset,
      records: 0,
      without: 0,
      unreadable: 0,
      values: [],
    }))
    tally.records++
    if (event.outcome === undefined || event.outcome === 'unknown') tally.without++
    const value = unreadableResult(document, dataset)?.slice(0, longestValue)
    if (value === undefined) return
    tally.unreadable++
    if (tally.values.length < mostValues && !tally.values.includes(value)) tally.values.push(value)
  }

  /** Examines a row, which has all columns of its CSV file, or the tables of a query response. */
  seeValue({ delivery: { source }, value, text }: RawValue, [first]: readonly (Decoded | Failure)[]): void {
    if (isObject(value)) this.#seeRow(source, value)
    else if (first?.element.startsWith('tables[') && text !== undefined) {
      const response = parsedJson(text)
      const tables = isObject(response) && Array.isArray(response.tables) ? response.tables : []
      for (const { columns } of tables.filter(isObject))
        if (Array.isArray(columns))
          this.#seeRow(source, Object.fromEntries(columns.map((column) => [isObject(column) ? column.name : '', ''])))
    }
  }

  #seeRow(path: string, row: object): void {
    const format = csvFormatOf(row)
    if (format === undefined) return
    const { name, needs } = format
    // `see` finds missing results in all formats.
    const others = needs.filter((column) => column !== 'Result')
    const input = lookedUp(this.#inputs, `${name} ${path}`, () => ({ path, format: name, columns: others }))
    // A row of a JSON list may omit a column without a value.
    if (input.columns.length > 0) input.columns = missingIn(row, input.columns)
  }

  /** The inputs with an unreadable result, or without any result in a dataset: some operations have no result. */
  withoutResult(): MissingResult[] {
    return [...this.#tallies.values()].filter(
      ({ records, without, unreadable }) => unreadable > 0 || without === records,
    )
  }

  /** The inputs that lack columns that rules need. */
  withoutColumns(): LackingInput[] {
    return [...this.#inputs.values()].filter(({ columns }) => columns.length > 0)
  }
}
