// The tables that all reports have, independent of their form.
import type { Severity } from '../../../rules/lib/rule.ts'
import { time } from '../../entity-store/age.ts'
import { type DataTaken, itemKinds, type PartTaken } from '../evidence/data-taken.ts'
import type { Indicator } from '../evidence/indicator-values.ts'
import type { AcceptedRow } from './accepted.ts'
import { vendorNames } from './app-facts.ts'
import type { KeyRow } from './keys.ts'
import type { AccountRow, AppRow } from './model.ts'
import { joinedNames, shortList, size, thousands } from './words.ts'

/** A text, a value to copy, a highlighted word, a time, or a severity. */
export type Cell =
  | string
  | { readonly code: string }
  | { readonly strong: string }
  | { readonly at: string }
  | { readonly severity: Severity }

export interface TableColumn<T> {
  readonly title: string
  readonly cell: (row: T) => Cell
  /** Numbers are aligned right; `wide` columns take the remaining width. */
  readonly kind?: 'figure' | 'wide'
  /** Omitted if no row has a number other than zero. */
  readonly isOptional?: true
}

export function columnsOf<T>(rows: readonly T[], columns: readonly TableColumn<T>[]): readonly TableColumn<T>[] {
  return columns.filter(
    ({ cell, isOptional }) => isOptional === undefined || rows.some((row) => !['0', ''].includes(String(cell(row)))),
  )
}

const span = [
  { title: 'first', cell: ({ first }: { readonly first: string }) => ({ at: first }) },
  { title: 'last', cell: ({ last }: { readonly last: string }) => ({ at: last }) },
] as const

export const rowColumns: readonly TableColumn<AppRow>[] = [
  { title: 'severity', cell: ({ severity }) => ({ severity }) },
  { title: 'application', kind: 'wide', cell: ({ name = '' }) => name },
  { title: 'ID', kind: 'wide', cell: ({ id }) => ({ code: id }) },
  { title: 'alerts', kind: 'figure', cell: ({ alerts }) => thousands(alerts) },
  ...span,
  { title: 'active grants', kind: 'figure', cell: ({ standing }) => thousands(standing) },
]

/** The report has more room than a ticket. */
export const reasonedColumns: readonly TableColumn<AppRow>[] = [
  ...rowColumns,
  {
    title: 'most severe alert',
    kind: 'wide',
    cell: ({ rules, suspicion }) =>
      suspicion ??
      rules.shown
        .slice(0, 1)
        .map(({ name, alerts: [alert] }) => `${name}: ${alert?.reason ?? 'see alerts.ndjson'}`)
        .join(''),
  },
]

export const accountColumns: readonly TableColumn<AccountRow>[] = [
  { title: 'account', kind: 'wide', cell: ({ name }) => ({ code: name }) },
  { title: 'vendor', cell: ({ vendor }) => (vendor === undefined ? '' : vendorNames[vendor]) },
  {
    title: 'state',
    cell: ({ status = 'not known' }) => (['active', 'not known'].includes(status) ? status : { strong: status }),
  },
  { title: 'since', cell: ({ status, since }) => (status === undefined || since === undefined ? '' : { at: since }) },
  {
    title: 'alerts',
    cell: ({ severity, alerts }) =>
      alerts === 0
        ? 'none: the account granted access to an application with alerts, or the application took its data'
        : `${thousands(alerts)}, ${severity}`,
  },
  { title: 'active grants', kind: 'figure', cell: ({ standing }) => thousands(standing) },
  {
    title: 'roles',
    cell: ({ roles, privileged }) => (privileged ? { strong: ['privileged', ...roles].join(', ') } : roles.join(', ')),
  },
  { title: 'registered devices', isOptional: true, cell: ({ devices }) => shortList(devices) },
  { title: 'applications', kind: 'wide', cell: ({ apps }) => joinedNames(apps) },
]

export const acceptedColumns: readonly TableColumn<AcceptedRow>[] = [
  { title: 'account', kind: 'wide', cell: ({ account }) => ({ code: account }) },
  { title: 'first', cell: ({ at }) => ({ at }) },
  { title: 'from', cell: ({ address }) => ({ code: address }) },
  { title: 'stopped because', kind: 'wide', cell: ({ stop }) => stop },
]

const actOf = (act: KeyRow['first']): string =>
  act === undefined
    ? ''
    : [time(act.at), act.by === undefined ? '' : `by ${act.by}`, act.address === undefined ? '' : `from ${act.address}`]
        .filter((part) => part !== '')
        .join(' ')

export const keyColumns: readonly TableColumn<KeyRow>[] = [
  { title: 'key', kind: 'wide', cell: ({ id }) => ({ code: id }) },
  { title: 'kind', cell: ({ what }) => what },
  { title: 'added', isOptional: true, cell: ({ added }) => actOf(added) },
  { title: 'reported', isOptional: true, cell: ({ reported }) => actOf(reported) },
  { title: 'first used', isOptional: true, cell: ({ first }) => actOf(first) },
  { title: 'last used', isOptional: true, cell: ({ last }) => actOf(last) },
  { title: 'uses', kind: 'figure', cell: ({ uses }) => (uses === 0 ? 'none in the records' : thousands(uses)) },
  { title: 'removed', isOptional: true, cell: ({ removed }) => actOf(removed) },
]

export const indicatorColumns: readonly TableColumn<Indicator>[] = [
  { title: 'kind', cell: ({ kind }) => kind },
  { title: 'value', kind: 'wide', cell: ({ value }) => ({ code: value }) },
  { title: 'seen', kind: 'figure', cell: ({ count: seen }) => thousands(seen) },
  ...span,
  { title: 'note', cell: ({ note, network }) => [note, network].filter((part) => part !== '').join(', ') },
  { title: 'applications', kind: 'wide', cell: ({ apps }) => joinedNames(apps) },
]

/** The columns are optional, because many logs contain no sizes. */
export const partColumns: readonly TableColumn<PartTaken>[] = [
  ...itemKinds.map(([kind, what]): (typeof partColumns)[number] => ({
    title: `${what}s`,
    kind: 'figure',
    isOptional: true,
    cell: ({ [kind]: number, atLeast }) => `${atLeast && number > 0 ? '≥ ' : ''}${thousands(number)}`,
  })),
  { title: 'size', kind: 'figure', isOptional: true, cell: ({ bytes }) => (bytes > 0 ? size(bytes) : '') },
  ...span,
]

export const networkColumns: readonly TableColumn<DataTaken['networks']['shown'][number]>[] = [
  { title: 'from network', kind: 'wide', cell: ({ network }) => (network === '' ? 'not named' : { code: network }) },
  {
    title: 'new to the application',
    cell: ({ isNew }) => (isNew === true ? { strong: 'new' } : isNew === 'first' ? 'new (first network)' : ''),
  },
  ...partColumns,
]

export const holderColumns: readonly TableColumn<DataTaken['holders']['shown'][number]>[] = [
  { title: 'account', kind: 'wide', cell: ({ account }) => (account === '' ? 'not named' : { code: account }) },
  { title: 'mailbox', cell: ({ mailbox }) => ({ code: mailbox }) },
  ...partColumns,
]
