// Renders the hunts as one page, and returns the columns of their indices.
import { buildEntityTemplates } from '../../../mappings/entities/templates.ts'
import { commonFields } from '../../../mappings/fields/document.ts'
import type { Artifact } from '../../../mappings/kernel/artifact.ts'
import type { Content } from '../../../mappings/kernel/discover.ts'
import { isObject, type JsonObject } from '../../../mappings/kernel/json.ts'
import { attackUrl } from '../../attack/techniques.ts'
import type { Columns } from './check-esql.ts'
import type { Hunt } from './hunt.ts'

const defaultNamespace = 'consentry'

/** Returns the columns of an index pattern in a hunt: columns of documents, or columns of one kind of entity. */
export function columnsOf(index: string): Columns | undefined {
  if (/^logs-[\w.*]+-consentry$/.test(index)) return new Map(Object.entries(commonFields))
  const template = buildEntityTemplates({ namespace: defaultNamespace }).find(({ name }) => name === index)
  if (template === undefined) return undefined
  const { mappings } = template.body.template as unknown as { mappings: { properties: JsonObject } }
  return new Map(leaves(mappings.properties, ''))
}

function* leaves(properties: JsonObject, prefix: string): Generator<[string, { type: 'keyword' }]> {
  for (const [name, property] of Object.entries(properties)) {
    if (!isObject(property)) continue
    if (isObject(property.properties)) yield* leaves(property.properties, `${prefix}${name}.`)
    else if (property.doc_values !== false) yield [`${prefix}${name}`, { type: property.type as 'keyword' }]
  }
}

/** `rules/generated/HUNTS.md`. */
export function renderHunts(hunts: readonly Content<Hunt>[]): Artifact {
  const sections = hunts
    .map(({ value }) => value)
    .sort((a, b) => (a.title < b.title ? -1 : 1))
    .map(section)
  const intro =
    '# Hunts\n\nQuestions about stored documents, independent of alerts. `consentry deploy` creates a Discover session for each question, in the namespace `CONSENTRY_NAMESPACE`. The queries on this page read the namespace `consentry`. A check validates fields, types, functions and commands; the queries were not run on a server.\n'
  return { path: 'rules/generated/HUNTS.md', text: `${[intro, ...sections].join('\n')}` }
}

function section({ title, question, attack, query, kql, reading }: Hunt): string {
  const plain = typeof kql === 'string' ? `In KQL: \`${kql}\`` : `Without ES|QL: ${kql.none}.`
  const techniques = attack.map((id) => `[${id}](${attackUrl(id)})`).join(', ')
  return `## ${title}\n\n${question} (${techniques})\n\n\`\`\`esql\n${query}\n\`\`\`\n\n${plain}\n\n${reading}\n`
}
