// The fields that a Kibana detection alert adds to its event. The alert index maps only these fields and ECS fields.
// The rest of the event is in the alert, but no query finds it and no rule can group by it.
import type { FieldTable } from './field.ts'

export const kibanaAlertFields = {
  'kibana.alert.building_block_type': { type: 'keyword', doc: '`default` on the single events of a sequence' },
  'kibana.alert.group.id': { type: 'keyword', doc: 'The same for the alert of a sequence and its building blocks' },
  'kibana.alert.original_event.action': { type: 'keyword', doc: 'event.action of the event' },
  'kibana.alert.original_event.dataset': { type: 'keyword', doc: 'event.dataset of the event' },
  'kibana.alert.original_time': { type: 'date', doc: 'Time of the event' },
  'kibana.alert.risk_score': { type: 'double', doc: 'Risk score of the rule, 0 to 100' },
  'kibana.alert.rule.name': { type: 'keyword', doc: 'Name of the rule' },
  'kibana.alert.rule.rule_id': { type: 'keyword', doc: 'Stable id of the rule' },
  'kibana.alert.rule.tags': { type: 'keyword', list: true, doc: 'Tags of the rule' },
  'kibana.alert.rule.type': {
    type: 'keyword',
    values: ['query', 'saved_query', 'eql', 'threshold', 'new_terms', 'esql', 'threat_match', 'machine_learning'],
    doc: 'Type of the rule',
  },
  'kibana.alert.severity': {
    type: 'keyword',
    values: ['low', 'medium', 'high', 'critical'],
    doc: 'Severity of the rule',
  },
  'kibana.alert.threshold_result.count': { type: 'long', doc: 'Number of documents that a threshold counted' },
  'kibana.alert.threshold_result.terms.field': {
    type: 'keyword',
    list: true,
    doc: 'Fields that a threshold groups by',
  },
  'kibana.alert.threshold_result.terms.value': { type: 'keyword', list: true, doc: 'Values of the group' },
  'kibana.alert.workflow_status': {
    type: 'keyword',
    values: ['open', 'acknowledged', 'closed'],
    doc: 'Status that analysts set',
  },
} as const satisfies FieldTable
