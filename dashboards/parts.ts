// Filters, controls and panels that several dashboards share.
import type { Control } from './lib/dashboard.ts'
import { count, last, max, unique } from './lib/metrics.ts'
import { number, table } from './lib/short-forms.ts'
import { applicationIds, values } from './lib/terms.ts'

/** Google's events have no outcome, so a query excludes failures instead of requiring success. */
export const succeeded = 'not event.outcome: "failure"'
export const grants = `oauth.action: ("consent" or "delegated_grant" or "app_role_grant" or "delegation_grant" or "app_install") and ${succeeded}`
export const dataUse = `oauth.action: "app_use" and ${succeeded}`
export const use = `oauth.action: ("app_use" or "app_sign_in") and ${succeeded}`
/** Includes refused acts. */
export const actsWithoutUse = 'oauth.action: * and not oauth.action: ("app_use" or "app_sign_in")'
export const changes = `${actsWithoutUse} and ${succeeded}`
export const ended = 'oauth.account.status: ("disabled" or "suspended" or "archived" or "deleted")'

/** The single events of a sequence are building blocks. Only the alert on the sequence counts, and has a status. */
export const alerts = 'not kibana.alert.building_block_type: *'
export const open = `kibana.alert.workflow_status: "open" and ${alerts}`

export const application: Control = { field: 'service.id', title: 'Application ID' }
export const account: Control = { field: 'oauth.account.name', title: 'Account' }
export const organization: Control = { field: 'organization.id', title: 'Organization' }

/** The metric sorts a table of alerts, and has no column. */
export const risk = { ...max('kibana.alert.risk_score', 'Risk'), hidden: true } as const

/** A sequence has an application, account or address only if all its events have it; a building block has its own. */
export const sequences = unique('kibana.alert.group.id', 'Sequences')

interface Shown {
  readonly description: string
  readonly filter: string
}

export const openAlerts = ({ description, filter }: Shown) =>
  number('open-alerts', {
    title: 'Open alerts',
    description,
    view: 'alerts',
    filter: `${open} and ${filter}`,
    color: 'critical',
  })

export const sequenceAlerts = ({ description, filter }: Shown) =>
  number('sequence-alerts', {
    title: 'Alerts on sequences',
    description,
    view: 'alerts',
    filter,
    metric: sequences,
    color: 'high',
  })

export const alertsByRule = ({ description, filter }: Shown) =>
  table('alerts', {
    title: 'Alerts by rule',
    description,
    view: 'alerts',
    filter,
    rows: [values('kibana.alert.rule.name', 200, 'Rule'), applicationIds(20)],
    metrics: [
      risk,
      last('kibana.alert.severity', 'Severity'),
      count('Alerts', alerts),
      sequences,
      max('@timestamp', 'Last alert'),
    ],
  })
