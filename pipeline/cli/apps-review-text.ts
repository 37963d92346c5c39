// What has changed since the last review, as a person reads it, and as a spreadsheet or a ticket takes it.
import { type Comparison, countChanges, type ReviewChange } from '../review/compare.ts'
import type { DoneReview } from '../review/state.ts'
import { csvTable } from '../safe-output/inert-csv.ts'
import { inertProse, markdownTable } from '../safe-output/inert-markdown.ts'
import type { ListFormat } from './listing.ts'
import { printable, safeJson, table, tableWidth } from './terminal.ts'

/** The columns of a comparison, in every format; a cell is empty where nothing is known. */
const columns: readonly { title: string; width: number; text: (change: ReviewChange) => string }[] = [
  { title: 'CHANGE', width: 8, text: ({ kind }) => kind },
  { title: 'APP', width: 30, text: ({ name }) => name ?? '' },
  { title: 'ID', width: 36, text: ({ id }) => id },
  { title: 'VENDOR', width: 9, text: ({ app }) => app?.vendor ?? '' },
  { title: 'TIER', width: 8, text: ({ app }) => app?.tier ?? '' },
  { title: 'FOR', width: 6, text: ({ app }) => app?.breadth ?? '' },
  { title: 'USERS', width: 6, text: ({ app }) => (app === undefined ? '' : String(app.users)) },
  { title: 'APPROVAL', width: 8, text: ({ app }) => app?.approval ?? '' },
]

const what = (change: ReviewChange): string => change.what.join('; ')

function summary({ changes, unchanged }: Comparison, last: DoneReview | undefined): string {
  const counts = Object.entries(countChanges(changes)).flatMap(([kind, count]) =>
    count === 0 ? [] : `${count} ${kind}`,
  )
  const by = last?.by === undefined ? '' : ` by ${last.by}`
  const since = last === undefined ? 'no earlier review' : `since the review of ${last.at.slice(0, 10)}${by}`
  return printable(`${since}: ${[...counts, `${unchanged} unchanged`].join(', ')}`)
}

/** A whole comparison. */
export function formatComparison(comparison: Comparison, last: DoneReview | undefined, format: ListFormat): string {
  const { changes, unchanged } = comparison
  const titles = [...columns.map(({ title }) => title), 'WHAT']
  const cells = (change: ReviewChange) => [...columns.map(({ text }) => text(change)), what(change)]
  switch (format) {
    case 'json':
      return safeJson({ ...(last !== undefined && { since: last }), changes, unchanged })
    case 'csv':
      return csvTable(titles, changes.map(cells))
    case 'markdown':
      return [
        inertProse(summary(comparison, last)),
        '',
        ...markdownTable(
          titles,
          changes.map((change) => cells(change).map(inertProse)),
        ),
      ].join('\n')
    case 'table':
      return changes.length === 0
        ? summary(comparison, last)
        : [
            table(changes, columns, { width: tableWidth(process.stdout), below: what }),
            '',
            summary(comparison, last),
          ].join('\n')
    default:
      return format satisfies never
  }
}
