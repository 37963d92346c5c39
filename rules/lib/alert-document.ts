// An alert as Kibana stores it, for rules that read alerts.
import type { EcsDocument } from '../../mappings/fields/document.ts'
import type { JsonObject } from '../../mappings/kernel/json.ts'
import { setPath, splitPath } from '../../mappings/kernel/path.ts'
import type { Alert } from './alert.ts'
import { tagsOf } from './emit.ts'
import type { Finding } from './evaluate/evaluator.ts'
import { type Rule, ruleType } from './rule.ts'
import { sharedMembers } from './shared-members.ts'

/**
 * The alert's document: the event's own members, or what the events of a sequence share, or the group values alone of a
 * threshold, and the `kibana.alert` group.
 */
export function toAlertDocument(rule: Rule, finding: Finding, alert: Alert): EcsDocument {
  const source = rule.type === 'threshold' ? groupOf(finding) : eventOf(finding)
  return {
    ...source,
    '@timestamp': new Date(finding.at).toISOString(),
    event: { ...source.event, kind: 'signal' },
    kibana: {
      alert: {
        original_event: source.event,
        original_time: alert['@timestamp'],
        risk_score: alert.risk_score,
        rule: { name: rule.name, rule_id: rule.id, tags: tagsOf(rule), type: ruleType(rule) },
        severity: alert.severity,
        workflow_status: 'open',
      },
    },
  } as EcsDocument
}

function eventOf({ entries: [first, ...others] }: Finding): EcsDocument {
  return others.length === 0
    ? first.document
    : sharedMembers<EcsDocument>([first.document, ...others.map(({ document }) => document)])
}

function groupOf({ terms }: Finding): EcsDocument {
  const group: JsonObject = {}
  for (const [name, value] of Object.entries(terms ?? {})) setPath(group, splitPath(name), value)
  return group as unknown as EcsDocument
}
