// The JSON schema of rules and scenarios, equivalent to the types for TypeScript literals. The checks of the pack
// validate names of datasets, techniques and fields, with better messages.
import { words } from '../../mappings/fields/field.ts'
import { ruleGroups } from './rule.ts'
import { closed, severity, text } from './schema-parts.ts'

const texts = { type: 'array', items: text } as const
const uuid = {
  type: 'string',
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
  description: 'a lowercase UUID',
} as const
const duration = {
  type: 'string',
  pattern: '^\\d{1,6}[smhd]$',
  description: 'a duration such as 10m, 24h or 7d',
} as const
const sinceNow = { type: 'string', pattern: '^now-\\d{1,6}[smhd]$', description: 'a time such as now-24h' } as const
const count = { type: 'integer', minimum: 1, description: 'a whole number of 1 or more' } as const
const yes = { const: true, description: 'true, or absent' } as const

/** The address of this schema, which editors use to complete members. Nothing else reads it. */
const schemaAddress = { type: 'string' } as const

const evidence = {
  type: 'array',
  items: {
    ...closed({ sample: text, scenario: text }, []),
    minProperties: 1,
    maxProperties: 1,
    description: '{"sample": "folder/name"} or {"scenario": "folder/name"}',
  },
} as const

const fieldsOf = (least: number) =>
  ({ type: 'array', minItems: least, maxItems: 3, items: text, description: `${least} to 3 fields` }) as const

const ofType = (type: string, required: readonly string[]) => ({
  if: { properties: { type: { const: type } }, required: ['type'] },
  // biome-ignore lint/suspicious/noThenProperty: a JSON Schema keyword
  then: { required },
})

export const ruleSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  ...closed(
    {
      $schema: schemaAddress,
      id: uuid,
      name: text,
      severity,
      severityByTier: closed({ critical: severity, high: severity, medium: severity, low: severity }, []),
      severityByRisk: closed({ high: severity, medium: severity, low: severity }, []),
      group: { enum: Object.keys(ruleGroups) },
      attack: { ...texts, minItems: 1, description: 'a list of one or more techniques' },
      datasets: { ...texts, minItems: 1, description: 'a list of one or more datasets' },
      omits: { type: 'object', additionalProperties: text },
      description: text,
      conditions: text,
      falsePositives: { ...texts, minItems: 1, description: 'a list of one or more texts' },
      investigation: text,
      response: text,
      evasion: text,
      setup: text,
      references: {
        type: 'array',
        items: { type: 'string', pattern: '^https://', description: 'an address that begins with https://' },
      },
      repeats: closed({ within: duration, by: fieldsOf(1) }, ['within']),
      yields: { type: 'array', items: uuid, minItems: 1 },
      skipsApprovedApps: yes,
      skipsAdministrators: yes,
      skipsOwnNetworks: yes,
      parameters: { type: 'object', additionalProperties: text },
      version: count,
      changes: {
        type: 'array',
        items: closed({ version: count, alerts: { enum: ['more', 'fewer', 'other'] }, what: text }),
      },
      state: { enum: ['draft', 'experimental', 'active', 'deprecated'] },
      successor: uuid,
      requires: { ...texts, minItems: 1 },
      interval: duration,
      from: sinceNow,
      noise: closed({ perThousand: { type: 'number' }, because: { type: 'string' } }),
      tests: closed({ match: evidence, noMatch: evidence }, []),
      query: text,
      type: {
        enum: ['query', 'threshold', 'new_terms', 'eql'],
        description: 'rules are in KQL or EQL, which hunts can run; ES|QL is not supported',
      },
      threshold: closed(
        {
          field: fieldsOf(0),
          value: count,
          cardinality: {
            type: 'array',
            minItems: 1,
            maxItems: 1,
            items: closed({ field: text, value: count }),
            description: 'a list of one {"field", "value"}',
          },
        },
        ['field', 'value'],
      ),
      within: duration,
      newTermsFields: fieldsOf(1),
      historyWindowStart: sinceNow,
    },
    words('id name severity attack datasets description falsePositives investigation response query'),
  ),
  allOf: [ofType('threshold', ['threshold']), ofType('new_terms', ['newTermsFields', 'historyWindowStart'])],
}

export const scenarioSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  ...closed(
    {
      $schema: schemaAddress,
      title: text,
      start: text,
      steps: {
        type: 'array',
        minItems: 1,
        items: closed(
          {
            sample: text,
            at: { anyOf: [text, { ...texts, minItems: 1 }] },
            delivered: text,
            redelivered: texts,
            replace: { type: 'object', additionalProperties: { type: 'string' } },
            personas: { type: 'object', additionalProperties: { anyOf: [text, texts, count] } },
            bundle: text,
            repeat: closed({ every: text, times: count, replace: { type: 'object', additionalProperties: texts } }, [
              'every',
              'times',
            ]),
          },
          ['sample', 'at'],
        ),
        description: 'a list of one or more steps',
      },
    },
    ['title', 'steps'],
  ),
}
