// The members of a Kibana detection rule that we write: the import format, with one object for each rule.
import type { Json, JsonObject } from '../../mappings/kernel/json.ts'
import type { Severity } from './rule.ts'

// These are type aliases because interfaces are not assignable to Json.
type Named = { id: string; name: string; reference: string }

export type KibanaTechnique = Named & { subtechnique?: Named[] }
export type KibanaThreat = { framework: 'MITRE ATT&CK'; tactic: Named; technique: KibanaTechnique[] }

/** A filter in the form that Kibana stores. */
type MatchPhrase = { match_phrase: { [field: string]: string | boolean } }

export type KibanaFilter = {
  meta: {
    alias: string | null
    disabled: boolean
    field: string
    key: string
    negate: boolean
    params: { query: string | boolean } | string[]
    type: 'phrase' | 'phrases'
  }
  query: MatchPhrase | { bool: { minimum_should_match: 1; should: MatchPhrase[] } }
  $state: { store: 'appState' }
}

type KibanaBase = {
  rule_id: string
  version: number
  name: string
  description: string
  severity: Severity
  severity_mapping: Json[]
  risk_score: number
  risk_score_mapping: Json[]
  enabled: boolean
  interval: string
  from: string
  to: string
  timestamp_override?: string
  timestamp_override_fallback_disabled?: boolean
  max_signals: number
  author: string[]
  license: string
  tags: string[]
  threat: KibanaThreat[]
  references: string[]
  false_positives: string[]
  note: string
  timeline_id: string
  timeline_title: string
  setup: string
  related_integrations: { package: string; version: string; integration?: string }[]
  required_fields: { name: string; type: string }[]
  investigation_fields: { field_names: string[] }
  exceptions_list: Json[]
  actions: Json[]
  /** Requires a paid license. */
  alert_suppression?: JsonObject
  /** Notes of the pack for itself. */
  meta?: JsonObject
}

type KibanaSearch = KibanaBase & { query: string; index: string[]; filters: KibanaFilter[] }

export type KibanaQueryRule = KibanaSearch & { type: 'query'; language: 'kuery' }

export type KibanaThresholdRule = KibanaSearch & {
  type: 'threshold'
  language: 'kuery'
  threshold: { field: string[]; value: number; cardinality: { field: string; value: number }[] }
}

export type KibanaNewTermsRule = KibanaSearch & {
  type: 'new_terms'
  language: 'kuery'
  new_terms_fields: string[]
  history_window_start: string
}

export type KibanaEqlRule = KibanaSearch & { type: 'eql'; language: 'eql' }

export type KibanaRule = KibanaQueryRule | KibanaThresholdRule | KibanaNewTermsRule | KibanaEqlRule
