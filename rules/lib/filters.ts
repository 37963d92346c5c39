// Filters beside the query text, in Kibana's form: what no rule should alert on, whatever it asks for.
import type { Environment } from '../../mappings/environment/environment.ts'
import { alertsDataset } from './datasets.ts'
import type { KibanaFilter } from './kibana-rule.ts'
import { isPortable } from './portable.ts'
import type { Rule } from './rule.ts'

export const echoField = 'oauth.act.echo'
export const appField = 'oauth.app.id'

/** An act that another data set has told already is told once: the negated entry leaves the query text alone. */
const echoFilter: KibanaFilter = {
  meta: {
    alias: 'not already seen in another data set',
    disabled: false,
    field: echoField,
    key: echoField,
    negate: true,
    params: { query: true },
    type: 'phrase',
  },
  query: { match_phrase: { [echoField]: true } },
  $state: { store: 'appState' },
}

/** Applications that the organisation looked at and allowed. */
function approvedFilter(ids: readonly string[]): KibanaFilter {
  return {
    meta: {
      alias: 'not an approved application',
      disabled: false,
      field: appField,
      key: appField,
      negate: true,
      params: [...ids],
      type: 'phrases',
    },
    query: { bool: { minimum_should_match: 1, should: ids.map((id) => ({ match_phrase: { [appField]: id } })) } },
    $state: { store: 'appState' },
  }
}

/** A rule on alerts leaves out alerts on alerts, and the single events of a sequence, whose sequence is an alert of its own. */
export const higherOrderTag = 'Rule Type: Higher-Order Rule'

function notPhrase(field: string, value: string, alias: string): KibanaFilter {
  return {
    meta: { alias, disabled: false, field, key: field, negate: true, params: { query: value }, type: 'phrase' },
    query: { match_phrase: { [field]: value } },
    $state: { store: 'appState' },
  }
}

const firstOrderFilters = [
  notPhrase('kibana.alert.rule.tags', higherOrderTag, 'not an alert on alerts'),
  notPhrase('kibana.alert.building_block_type', 'default', 'not a part of another alert'),
]

/** Whether a rule reads alerts of other rules. */
export function readsAlerts(rule: Rule): boolean {
  return rule.datasets.includes(alertsDataset)
}

/** Whether a rule leaves out acts that another data set has told already: all do that read fields which only we write. */
export function dropsEchoes(rule: Rule): boolean {
  return !readsAlerts(rule) && !isPortable(rule)
}

/** Client ids whose documents a rule leaves alone, sorted. */
export function approvedIds(rule: Rule, environment: Environment): string[] {
  return rule.skipsApprovedApps ? [...new Set(environment.approvedApps.map(({ id }) => id))].sort() : []
}

/** The filters of an emitted rule. */
export function filtersOf(rule: Rule, environment: Environment): KibanaFilter[] {
  const approved = approvedIds(rule, environment)
  return [
    ...(readsAlerts(rule) ? firstOrderFilters : []),
    ...(dropsEchoes(rule) ? [echoFilter] : []),
    ...(approved.length === 0 ? [] : [approvedFilter(approved)]),
  ]
}
