// The changes since the last review, as text for a person and as a table for a spreadsheet or a ticket.
import { type Comparison, countChanges, type ReviewChange } from '../review/compare.ts'
import type { DoneReview } from '../review/state.ts'
import { inertProse } from '../safe-output/inert-markdown.ts'
import { formatListing, type ListFormat, type Listing } from './listing.ts'
import { printable } from './terminal.ts'

const listing: Omit<Listing<ReviewChange>, 'json'> = {
  columns: [
    { title: 'CHANGE', width: 8, text: ({ kind }) => kind },
    { title: 'APP', width: 30, text: ({ name }) => name ?? '' },
    { title: 'ID', width: 36, text: ({ id }) => id },
    { title: 'VENDOR', width: 9, text: ({ app }) => app?.vendor ?? '' },
    { title: 'TIER', width: 8, text: ({ app }) => app?.tier ?? '' },
    { title: 'FOR', width: 6, text: ({ app }) => app?.breadth ?? '' },
    { title: 'USERS', width: 6, text: ({ app }) => (app === undefined ? '' : String(app.users)) },
    { title: 'APPROVAL', width: 8, text: ({ app }) => app?.approval ?? '' },
  ],
  below: { title: 'WHAT', text: ({ what }) => what.join('; ') },
  empty: '',
}

function summary({ changes, unchanged }: Comparison, last: DoneReview | undefined): string {
  const counts = Object.entries(countChanges(changes)).flatMap(([kind, count]) =>
    count === 0 ? [] : `${count} ${kind}`,
  )
  const by = last?.by === undefined ? '' : ` by ${last.by}`
  const since = last === undefined ? 'no earlier review' : `since the review of ${last.at.slice(0, 10)}${by}`
  return printable(`${since}: ${[...counts, `${unchanged} unchanged`].join(', ')}`)
}

export function formatComparison(comparison: Comparison, last: DoneReview | undefined, format: ListFormat): string {
  const { changes, unchanged } = comparison
  const json = () => ({ ...(last !== undefined && { since: last }), changes, unchanged })
  const rows = formatListing(changes, format, { ...listing, json })
  const said = summary(comparison, last)
  if (format === 'markdown') return `${inertProse(said)}\n\n${rows}`
  return format === 'table' ? [rows, said].filter((part) => part !== '').join('\n\n') : rows
}
