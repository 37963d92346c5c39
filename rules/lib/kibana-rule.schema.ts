// Our schema of Kibana's rule import format, limited to the rule types and members that our pack writes: the constraints of
// the format, or stricter ones where our pack guarantees more.
import { words } from '../../mappings/fields/field.ts'
import { closed, severity, text } from './schema-parts.ts'

const texts = { type: 'array', items: text, minItems: 1, uniqueItems: true } as const
const score = { type: 'integer', minimum: 0, maximum: 100 } as const
const duration = { type: 'string', pattern: '^[1-9]\\d*[smhd]$' } as const
const past = { type: 'string', pattern: '^now-[1-9]\\d*[smhd]$' } as const
const objects = { type: 'array', items: { type: 'object' } } as const

const attack = (pattern: string, more: object = {}) => {
  const reference = { type: 'string', pattern: '^https://attack\\.mitre\\.org/(?:tactics|techniques)/' }
  return closed({ id: { type: 'string', pattern }, name: text, reference, ...more }, ['id', 'name', 'reference'])
}

const indexPattern =
  '^(?:logs-o365\\.audit-\\*|logs-google_workspace\\.(?:[a-z_]+|\\*)-\\*|logs-azure\\.(?:auditlogs|signinlogs|identity_protection|graphactivitylogs|aadgraphactivitylogs)-\\*|logs-gcp\\.audit-\\*|logs-consentry\\.[a-z_*]+-\\*|\\.alerts-security\\.alerts-(?:\\*|[a-z0-9_-]+))$'

const suppression = closed(
  {
    group_by: { ...texts, maxItems: 3 },
    duration: { $ref: '#/$defs/suppressionDuration' },
    missing_fields_strategy: { enum: ['suppress', 'doNotSuppress'] },
  },
  ['group_by'],
)

const base = {
  type: 'object',
  required: words(`
    rule_id version name description severity risk_score type enabled interval from to author license tags threat
    references note setup false_positives required_fields
  `),
  properties: {
    rule_id: { type: 'string', pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' },
    version: { type: 'integer', minimum: 1 },
    name: { type: 'string', pattern: '^[A-Za-z0-9].*[A-Za-z0-9)]$' },
    description: text,
    severity,
    severity_mapping: {
      type: 'array',
      items: closed({ field: text, operator: { const: 'equals' }, value: { type: 'string' }, severity }),
    },
    risk_score: score,
    risk_score_mapping: { const: [] },
    type: { enum: ['query', 'eql', 'threshold', 'new_terms'] },
    enabled: { type: 'boolean' },
    interval: duration,
    from: past,
    to: { const: 'now' },
    timestamp_override: text,
    timestamp_override_fallback_disabled: { type: 'boolean' },
    max_signals: { type: 'integer', minimum: 1, maximum: 1000 },
    author: texts,
    license: text,
    tags: texts,
    threat: {
      type: 'array',
      minItems: 1,
      items: closed(
        {
          framework: { const: 'MITRE ATT&CK' },
          tactic: attack('^TA\\d{4}$'),
          technique: {
            type: 'array',
            items: attack('^T\\d{4}$', { subtechnique: { type: 'array', items: attack('^T\\d{4}\\.\\d{3}$') } }),
          },
        },
        ['framework', 'tactic'],
      ),
    },
    references: texts,
    false_positives: texts,
    note: { type: 'string', pattern: '^## Triage and analysis\\n' },
    setup: text,
    related_integrations: {
      type: 'array',
      items: closed({ package: text, version: text, integration: text }, ['package', 'version']),
    },
    required_fields: { type: 'array', minItems: 1, items: closed({ name: text, type: text }) },
    investigation_fields: closed({ field_names: texts }),
    exceptions_list: {
      type: 'array',
      items: closed({ id: text, list_id: text, type: text, namespace_type: { enum: ['agnostic', 'single'] } }),
    },
    actions: objects,
    timeline_id: text,
    timeline_title: text,
    meta: { type: 'object' },
  },
  dependentRequired: { timeline_id: ['timeline_title'], timeline_title: ['timeline_id'] },
} as const

/** Returns the schema that a rule type adds to the base schema. */
const kind = (type: string, required: readonly string[], properties: object) => ({
  if: { properties: { type: { const: type } }, required: ['type'] },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: { properties, required },
})

const index = {
  type: 'array',
  minItems: 1,
  uniqueItems: true,
  items: { type: 'string', pattern: indexPattern },
} as const
const searched = { index, filters: objects, query: text } as const
const kuery = { language: { const: 'kuery' } } as const
const terms = { type: 'array', items: text, minItems: 1, maxItems: 3, uniqueItems: true } as const

export const kibanaRuleSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://consentry.example/schema/kibana-rule.json',
  $defs: {
    base,
    suppressionDuration: closed({ value: { type: 'integer', minimum: 1 }, unit: { enum: ['s', 'm', 'h'] } }),
  },
  type: 'object',
  allOf: [
    { $ref: '#/$defs/base' },
    kind('query', ['query', 'language', 'index'], { ...searched, ...kuery, alert_suppression: suppression }),
    kind('eql', ['query', 'language', 'index'], {
      ...searched,
      language: { const: 'eql' },
      alert_suppression: suppression,
    }),
    kind('threshold', ['query', 'language', 'index', 'threshold'], {
      ...searched,
      ...kuery,
      threshold: closed(
        {
          field: { type: 'array', items: text, maxItems: 5, uniqueItems: true },
          value: { type: 'integer', minimum: 1 },
          cardinality: {
            type: 'array',
            items: closed({ field: text, value: { type: 'integer', minimum: 0 } }),
          },
        },
        ['field', 'value'],
      ),
      alert_suppression: closed({ duration: { $ref: '#/$defs/suppressionDuration' } }),
    }),
    kind('new_terms', ['query', 'language', 'index', 'new_terms_fields', 'history_window_start'], {
      ...searched,
      ...kuery,
      new_terms_fields: terms,
      history_window_start: past,
      alert_suppression: suppression,
    }),
  ],
  unevaluatedProperties: false,
} as const
