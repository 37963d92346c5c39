// The metrics of panels in short form, each with its label.
import type { Kql, Metric } from './layer.ts'

/** Counts the documents, or those that match the filter. */
export const count = (label: string, filter?: Kql) =>
  ({ of: 'count', label, ...(filter !== undefined && { filter }) }) as const
const metric = (of: Exclude<Metric['of'], 'count'>) => (field: string, label: string, filter?: Kql) =>
  ({ of, field, label, ...(filter !== undefined && { filter }) }) as const
export const unique = metric('unique_count')
export const sum = metric('sum')
export const min = metric('min')
export const max = metric('max')
export const last = metric('last_value')
