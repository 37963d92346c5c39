// The formats of an organization's own rules and scenarios as JSON Schema files, for editors and for other checkers.
import type { Artifact } from '../../mappings/kernel/artifact.ts'
import { type Json, prettyJson } from '../../mappings/kernel/json.ts'
import { ruleSchema, scenarioSchema } from './content.schema.ts'

/** Returns `rule.schema.json` and `scenario.schema.json`, the schemas that check a content folder. */
export function renderContentSchemas(): Artifact[] {
  const schemas = {
    rule: { title: 'Consentry rule', ...ruleSchema },
    scenario: { title: 'Consentry scenario', ...scenarioSchema },
  }
  return Object.entries(schemas).map(([name, schema]) => ({
    path: `rules/generated/schemas/${name}.schema.json`,
    text: prettyJson(schema as unknown as Json),
  }))
}
