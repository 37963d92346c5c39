// A list of rows in each of the formats of `--format`.
import { csvTable } from '../safe-output/inert-csv.ts'
import { inertProse, markdownTable } from '../safe-output/inert-markdown.ts'
import { safeJson, table } from './terminal.ts'

const listFormats = ['table', 'csv', 'json', 'markdown'] as const
export type ListFormat = (typeof listFormats)[number]

/** The columns of a list in every format. A cell is empty if its value is unknown. */
export interface Listing<T> {
  readonly columns: readonly { readonly title: string; readonly width: number; readonly text: (row: T) => string }[]
  /** Texts that a terminal shows below each row. In the other formats, these texts are the last columns. */
  readonly below: readonly { readonly title: string; readonly text: (row: T) => string }[]
  readonly json: (rows: readonly T[]) => unknown
  readonly empty: string
}

export function formatListing<T>(rows: readonly T[], format: ListFormat, listing: Listing<T>): string {
  const { columns, below, json, empty } = listing
  const all = [...columns, ...below]
  const titles = all.map(({ title }) => title)
  const cells = (row: T) => all.map(({ text }) => text(row))
  switch (format) {
    case 'json':
      return safeJson(json(rows))
    case 'csv':
      return csvTable(titles, rows.map(cells))
    case 'markdown':
      return markdownTable(
        titles,
        rows.map((row) => cells(row).map(inertProse)),
      ).join('\n')
    case 'table':
      return rows.length === 0 ? empty : table(rows, columns, { below: (row) => below.map(({ text }) => text(row)) })
  }
}
