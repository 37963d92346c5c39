// The key that identifies an alert: for a query its document, for a sequence its documents, for a threshold its group,
// for new values the document with the values. Alerts of Kibana and our alerts are compared by this key.
import type { EcsDocument } from '../../mappings/fields/document.ts'
import type { JsonObject } from '../../mappings/kernel/json.ts'
import { fieldValues, setPath, splitPath } from '../../mappings/kernel/path.ts'
import type { Alert } from '../../rules/lib/engine.ts'
import { type Rule, ruleType } from '../../rules/lib/rule.ts'
import { sharedMembers } from '../../rules/lib/shared-members.ts'

export interface ComparedAlert {
  readonly key: string
  readonly app: string | undefined
  readonly account: string | undefined
}

/** The application and the account of an alert, in fields that every rule type can contain. */
const appFields = ['service.id']
const accountFields = ['user.email', 'user.name', 'user.id']

const firstOf = (source: object, fields: readonly string[]): string | undefined => {
  for (const field of fields) {
    const values = fieldValues(source, splitPath(field)).map(String)
    if (values.length > 0) return values.sort().join(', ')
  }
  return undefined
}

const about = (source: object) => ({ app: firstOf(source, appFields), account: firstOf(source, accountFields) })

/** Converts our alert to the form that Kibana stores. `documents` are its documents by `_id`. */
export function ourAlert(rule: Rule, alert: Alert, documents: ReadonlyMap<string, EcsDocument>): ComparedAlert {
  const terms = alert.terms ?? {}
  if (rule.type === 'threshold') {
    const group: JsonObject = {}
    for (const [field, value] of Object.entries(terms)) setPath(group, splitPath(field), value)
    return { key: groupKey(Object.entries(terms)), ...about(group) }
  }
  const ids = alert.events.map(({ _id }) => _id)
  const found = ids.flatMap((id) => documents.get(id) ?? [])
  const [first, ...others] = found
  const source = first === undefined ? {} : sharedMembers<object>([first, ...others])
  return { key: documentsKey(ids, Object.values(terms)), ...about(source) }
}

/** Converts a Kibana alert. `documents` are our documents' IDs: an alert on a sequence also references its parts. */
export function kibanaAlert(rule: Rule, source: JsonObject, documents: ReadonlySet<string>): ComparedAlert {
  const values = (field: string) => fieldValues(source, splitPath(field)).map(String)
  if (rule.type === 'threshold') {
    const [fields, terms] = ['field', 'value'].map((name) => values(`kibana.alert.threshold_result.terms.${name}`))
    const group = (fields ?? []).map((field, i): [string, string] => [field, terms?.[i] ?? ''])
    return { key: groupKey(group), ...about(source) }
  }
  const ids = values('kibana.alert.ancestors.id').filter((id) => documents.has(id))
  const terms = ruleType(rule) === 'new_terms' ? values('kibana.alert.new_terms') : []
  return { key: documentsKey(ids, terms), ...about(source) }
}

export const comparedMembers: readonly string[] = [
  'kibana.alert.rule.rule_id',
  'kibana.alert.building_block_type',
  'kibana.alert.ancestors',
  'kibana.alert.threshold_result',
  'kibana.alert.new_terms',
  ...appFields,
  ...accountFields,
]

export function documentsOfKey(key: string): string[] {
  const [kind, ids] = JSON.parse(key) as [string, string[]]
  return kind === 'documents' ? ids : []
}

function documentsKey(ids: readonly string[], terms: readonly string[]): string {
  return JSON.stringify(['documents', [...new Set(ids)].sort(), [...terms].sort()])
}

function groupKey(group: readonly (readonly [string, string])[]): string {
  return JSON.stringify(['group', group.map(([field, value]) => `${field}: ${value}`).sort()])
}
