// Alerts as Kibana stores them, for rules that read alerts.
import { createHash } from 'node:crypto'
import type { EcsDocument } from '../../mappings/fields/document.ts'
import type { JsonObject } from '../../mappings/kernel/json.ts'
import { setPath, splitPath } from '../../mappings/kernel/path.ts'
import type { Alert } from './alert.ts'
import { tagsOf } from './emit.ts'
import type { Entry, Finding } from './evaluate/evaluator.ts'
import { type Rule, ruleType } from './rule.ts'
import { sharedMembers } from './shared-members.ts'

export interface StoredAlert {
  readonly document: EcsDocument
  /** The events that the alert is about. */
  readonly behind: readonly Entry[]
}

/**
 * Returns the documents of one alert. A query or new-terms rule copies the event's members. A threshold rule has only
 * the group's values. A sequence has the members that its events share, plus a building-block document for each event.
 */
export function toAlertDocuments(rule: Rule, finding: Finding, alert: Alert): StoredAlert[] {
  const stored = (source: EcsDocument, behind: readonly Entry[], more: JsonObject = {}): StoredAlert => ({
    document: toAlertDocument(source, { rule, finding, alert, more }),
    behind,
  })
  const { entries, terms = {} } = finding
  if (rule.type === 'threshold') return [stored(groupOf(terms), entries, { threshold_result: resultOf(finding) })]
  const [first, ...others] = entries.map(({ document }) => document) as [EcsDocument, ...EcsDocument[]]
  if (others.length === 0) return [stored(first, entries)]
  const group = {
    id: createHash('sha256')
      .update(entries.map(({ id }) => id).join(' '))
      .digest('hex'),
  }
  return [
    stored(sharedMembers([first, ...others]), entries, { group }),
    ...entries.map((entry, index) =>
      stored(entry.document, [entry], { building_block_type: 'default', group: { ...group, index } }),
    ),
  ]
}

interface About {
  readonly rule: Rule
  readonly finding: Finding
  readonly alert: Alert
  /** Members of `kibana.alert` in addition to the members that every alert has. */
  readonly more: JsonObject
}

function toAlertDocument(source: EcsDocument, { rule, finding, alert, more }: About): EcsDocument {
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
        ...more,
      },
    },
  } as unknown as EcsDocument
}

function groupOf(terms: Readonly<Record<string, string>>): EcsDocument {
  const group: JsonObject = {}
  for (const [name, value] of Object.entries(terms)) setPath(group, splitPath(name), value)
  return group as unknown as EcsDocument
}

function resultOf({ entries, terms = {} }: Finding): JsonObject {
  return { count: entries.length, terms: Object.entries(terms).map(([field, value]) => ({ field, value })) }
}
