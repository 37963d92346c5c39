// The periodic review (ATT&CK M1047): applications new, changed or due since the last review, and a record of it.

import { existsSync } from 'node:fs'
import { readNamedText } from '../../mappings/kernel/named-file.ts'
import { present } from '../../mappings/kernel/present.ts'
import { messageOf } from '../../mappings/kernel/thrown.ts'
import { isoTime } from '../entity-store/age.ts'
import { DependencyError } from '../errors/dependency-error.ts'
import { UsageError } from '../errors/usage-error.ts'
import { type Comparison, compareReview, countChanges, type ReviewChange } from '../review/compare.ts'
import { type DoneReview, firstState, parseState, type ReviewState, renderState, toSeen } from '../review/state.ts'
import { inertProse } from '../safe-output/inert-markdown.ts'
import { type AppsOptions, listFormatOf, reviewOf } from './apps.ts'
import { type ExitCode, exitCodes } from './exit.ts'
import { formatListing, type ListFormat, type Listing } from './listing.ts'
import { fileBehind, writeRecordFile } from './output.ts'
import { printable } from './terminal.ts'
import { reportUnread, unreadLines } from './unread.ts'

/** The changes since the last review, as text for a person and as a table for a spreadsheet or a ticket. */
const listing: Omit<Listing<ReviewChange>, 'json'> = {
  columns: [
    { title: 'CHANGE', width: 8, text: ({ kind }) => kind },
    { title: 'APP', width: 30, text: ({ name }) => name ?? '' },
    { title: 'ID', width: 80, text: ({ id }) => id },
    { title: 'VENDOR', width: 9, text: ({ app }) => app?.vendor ?? '' },
    { title: 'TIER', width: 8, text: ({ app }) => app?.tier ?? '' },
    { title: 'FOR', width: 6, text: ({ app }) => app?.breadth ?? '' },
    { title: 'USERS', width: 6, text: ({ app }) => (app === undefined ? '' : String(app.users)) },
    { title: 'APPROVAL', width: 8, text: ({ app }) => app?.approval ?? '' },
  ],
  below: [{ title: 'DETAILS', text: ({ what }) => what.join('; ') }],
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

export interface AppsReviewOptions extends AppsOptions {
  readonly state: string
  readonly done?: boolean
  readonly by?: string
  readonly note?: string
  readonly failOnChange?: boolean
}

function readState(path: string): ReviewState {
  if (!existsSync(path)) return firstState
  let text: string
  try {
    text = readNamedText(path)
  } catch (error) {
    throw new UsageError(`cannot read the review state ${path} (${messageOf(error)}); name a file with --state`)
  }
  const state = parseState(text)
  if (state !== undefined) return state
  throw new UsageError(`${path} is not a review state file; name another file, or delete this file to start over`)
}

export async function appsReviewCommand(paths: readonly string[], options: AppsReviewOptions): Promise<ExitCode> {
  const { state: path, done, by, note, failOnChange } = options
  if (!done && (by !== undefined || note !== undefined)) throw new UsageError('--by and --note require --done')
  const state = readState(path)
  const { apps, environment, now, readability } = await reviewOf(paths, options)
  const unread = readability.unread()
  if (unread?.nothing === true) {
    const lines = [...unreadLines(unread), 'No application was reviewed. No review was recorded.']
    throw new DependencyError('input_unread', lines.join('\n'))
  }
  const code = reportUnread(unread)
  const comparison: Comparison = compareReview(apps, state, environment, now)
  console.log(formatComparison(comparison, state.reviews.at(-1), listFormatOf(options)))
  if (done) {
    const review = {
      at: new Date().toISOString(),
      asOf: isoTime(now),
      ...present({ by, note }),
      applications: apps.length,
      changes: countChanges(comparison.changes),
    }
    await writeRecordFile(
      fileBehind(path),
      renderState({ version: 1, reviews: [...state.reviews, review], apps: apps.map(toSeen) }),
    )
    console.warn(`recorded the review of ${review.at.slice(0, 10)} in ${printable(path)}`)
  }
  if (code !== exitCodes.done) return code
  return failOnChange && comparison.changes.length > 0 ? exitCodes.found : exitCodes.done
}
