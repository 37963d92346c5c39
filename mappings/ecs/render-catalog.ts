// Reduces the ECS fields of the npm package @elastic/ecs (a development dependency) to the fields that we use.
import type { Artifact } from '../kernel/artifact.ts'
import { listsBeyondEcs, usedEcsFields } from './used-fields.ts'

interface EcsFieldMetadata {
  readonly type: string
  readonly normalize: readonly string[]
  readonly multi_fields?: readonly { readonly name: string }[]
  readonly short: string
  readonly allowed_values?: readonly { readonly name: string; readonly expected_event_types?: readonly string[] }[]
}

const quote = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`

/** Renders `mappings/ecs/catalog.gen.ts`. Rejects when @elastic/ecs is not installed or lacks a used field. */
export async function renderEcsCatalog(): Promise<Artifact> {
  const { EcsFlat, EcsVersion } = await import('@elastic/ecs')
  const flat = EcsFlat as unknown as Record<string, EcsFieldMetadata>
  const lines: string[] = []
  const expectedTypes: string[] = []
  for (const name of usedEcsFields) {
    const field = flat[name]
    if (field === undefined) throw new Error(`@elastic/ecs ${EcsVersion} has no field ${name}`)
    const members = [`type: ${quote(field.type)}`]
    if (field.normalize.includes('array') || listsBeyondEcs.includes(name)) members.push('list: true')
    if (field.allowed_values) members.push(`values: [${field.allowed_values.map((v) => quote(v.name)).join(', ')}]`)
    if (field.multi_fields?.some((multi) => multi.name === 'text')) members.push('text: true')
    members.push(`doc: ${quote(field.short)}`)
    lines.push(`  ${quote(name)}: { ${members.join(', ')} },`)
    if (name === 'event.category') {
      for (const value of field.allowed_values ?? [])
        expectedTypes.push(`  ${value.name}: [${(value.expected_event_types ?? []).map(quote).join(', ')}],`)
    }
  }
  const text = [
    '// Made by `npm run generate` from the npm package @elastic/ecs and used-fields.ts. Do not edit.',
    "import type { FieldTable } from '../fields/field.ts'",
    '',
    `export const ecsVersion = ${quote(EcsVersion)}`,
    '',
    '/** The ECS fields we use. */',
    'export const ecsFields = {',
    ...lines,
    '} as const satisfies FieldTable',
    '',
    '/** event.category → the event.type values that ECS expects with it. */',
    'export const expectedEventTypes = {',
    ...expectedTypes,
    '} as const',
    '',
  ].join('\n')
  return { path: 'mappings/ecs/catalog.gen.ts', text }
}
