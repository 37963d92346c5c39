// By input: the missing columns that rules need to match some acts.
import { isObject, parsedJson } from '../../mappings/kernel/json.ts'
import { lookedUp } from '../../mappings/kernel/looked-up.ts'
import { csvFormatOf, missingIn } from '../decode/csv-formats.ts'
import type { Decoded, Failure, RawValue } from '../outcome.ts'

export interface LackingInput {
  readonly path: string
  /** The name of the format. */
  readonly format: string
  readonly columns: readonly string[]
}

export class MissingColumns {
  readonly #inputs = new Map<string, { path: string; format: string; columns: readonly string[] }>()

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
    // `MissingResults` finds missing results in all formats.
    const others = needs.filter((column) => column !== 'Result')
    const input = lookedUp(this.#inputs, `${name} ${path}`, () => ({ path, format: name, columns: others }))
    // A row of a JSON list may omit a column without a value.
    if (input.columns.length > 0) input.columns = missingIn(row, input.columns)
  }

  /** The inputs that lack columns that rules need. */
  withoutColumns(): LackingInput[] {
    return [...this.#inputs.values()].filter(({ columns }) => columns.length > 0)
  }
}
