// Filters in Kibana's form that apply in addition to the query: no rule alerts on the documents that they exclude.
import {
  type Approval,
  type ApprovedUse,
  approvalsById,
  type Environment,
} from '../../mappings/environment/environment.ts'
import type { Json } from '../../mappings/kernel/json.ts'
import { lookedUp } from '../../mappings/kernel/looked-up.ts'
import { approvalKind, coverageOf } from './approvals.ts'
import { alertsDataset } from './datasets.ts'
import type { KibanaFilter } from './kibana-rule.ts'
import { knownOriginsOf, originExclusion } from './known-origins.ts'
import { ruleFields } from './portable.ts'
import { fieldReader } from './query/field-reader.ts'
import type { Rule } from './rule.ts'

const duplicateField = 'oauth.act.duplicate'
const appField = 'oauth.app.id'
const duplicateAlias = 'not already seen in another dataset'
const approvedAlias = 'not an approved application'

/** A rule on alerts excludes alerts of such rules, and the single events of a sequence: the sequence has an alert. */
export const higherOrderTag = 'Rule Type: Higher-Order Rule'

/** The tag of the portable edition. Next to the full rule, its rules alert on the same act, with IDs of their own. */
export const portableEditionTag = 'Edition: Elastic Integrations'

function notPhrase(field: string, value: string | boolean, alias: string): KibanaFilter {
  return {
    meta: { alias, disabled: false, field, key: field, negate: true, params: { query: value }, type: 'phrase' },
    query: { match_phrase: { [field]: value } },
    $state: { store: 'appState' },
  }
}

/** An act that another dataset has already recorded counts once: the negated entry does not change the query text. */
const duplicateFilter = notPhrase(duplicateField, true, duplicateAlias)

const firstOrderFilters = [
  notPhrase('kibana.alert.rule.tags', higherOrderTag, 'not an alert on alerts'),
  notPhrase('kibana.alert.rule.tags', portableEditionTag, 'not an alert of the portable edition'),
  notPhrase('kibana.alert.building_block_type', 'default', 'not a part of another alert'),
]

export function readsAlerts(rule: Rule): boolean {
  return rule.datasets.includes(alertsDataset)
}

/**
 * Fields that only one log source of an act has. No other log source contains Google Workspace acts or Exchange commands.
 */
const oneSourceField = /^(?:azure|o365)\.(?!audit\.Parameters\.)/

/**
 * Whether a rule ignores acts that another dataset has already recorded. A rule on fields of one log source does not: it
 * cannot alert on the first record, and would miss the act. A query may exclude such acts itself, for some of its
 * conditions. Documents of other integrations lack the field, so the filter does not affect them.
 */
function dropsDuplicates(rule: Rule): boolean {
  return !readsAlerts(rule) && !ruleFields(rule).some((field) => field === duplicateField || oneSourceField.test(field))
}

/** Returns the filters of an emitted rule. The exclusions of an environment are in an exception list instead. */
export function filtersOf(rule: Rule): KibanaFilter[] {
  return [...(readsAlerts(rule) ? firstOrderFilters : []), ...(dropsDuplicates(rule) ? [duplicateFilter] : [])]
}

/** A filter in the form that the engine runs: a document is ignored if its field has one of the excluded values. */
export interface Exclusion {
  /** The filter's name in Kibana. */
  readonly alias: string
  readonly field: string
  /** Returns the values of the field that exclude the document; empty if the document is not excluded. */
  readonly found: (document: object) => Json[]
  /** The values are the client IDs of approvals. */
  readonly isApproval: boolean
}

function exclusion(alias: string, field: string, test: (value: Json) => boolean): Exclusion {
  const { values } = fieldReader(field)
  return { alias, field, found: (document) => values(document).filter(test), isApproval: false }
}

/** Returns the same filters for documents in memory, plus the exclusions of the environment. */
export function exclusionsOf(rule: Rule, environment: Environment): Exclusion[] {
  const kind = approvalKind(rule)
  return [
    ...(dropsDuplicates(rule) ? [exclusion(duplicateAlias, duplicateField, (value) => value === true)] : []),
    ...knownOriginsOf(rule)
      .filter((origin) => environment[origin].length > 0)
      .map((origin) => ({ ...originExclusion(origin, environment), isApproval: false })),
    ...(kind === undefined || environment.approvedApps.length === 0 ? [] : [approvalExclusion(kind, environment)]),
  ]
}

/** One filter for all approvals: only the approvals of its application apply to a document. */
function approvalExclusion(kind: ApprovedUse, environment: Environment): Exclusion {
  const approvals = approvalsById(environment)
  const { values } = fieldReader(appField)
  const tests = new Map<Approval, (document: object) => boolean>()
  const covers = (approval: Approval, document: object): boolean =>
    lookedUp(tests, approval, () => coverageOf(kind, approval))(document)
  const isCovered = (id: Json, document: object): boolean =>
    approvals.get(String(id))?.some((each) => each.uses.includes(kind) && covers(each, document)) === true
  return {
    alias: approvedAlias,
    field: appField,
    found: (document) => values(document).filter((id) => isCovered(id, document)),
    isApproval: true,
  }
}
