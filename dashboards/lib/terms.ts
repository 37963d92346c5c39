// The values that a table, a chart or a breakdown lists, in short form: a field, the number of its values, and a label.
import type { Terms } from './layer.ts'

type Order = Pick<Terms, 'missing' | 'orderBy' | 'lowestFirst'>

export const values = (field: string, size: number, label: string, order: Order = {}) =>
  ({ field, size, label, ...order }) as const

/** Records without an application or an account also have a row. */
export const applicationIds = (size: number, order: Order = {}) =>
  values('service.id', size, 'Application ID', { missing: true, ...order })
export const accountNames = (size: number, order: Order = {}) =>
  values('oauth.account.name', size, 'Account', { missing: true, ...order })
