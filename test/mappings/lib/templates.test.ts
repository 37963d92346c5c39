import { expect, it } from 'vitest'
import type { FieldType } from '../../../mappings/fields/field.ts'
import { getPath } from '../../../mappings/kernel/path.ts'
import {
  buildTemplates,
  checkTemplateFields,
  type DatasetFields,
  namespaceProblem,
  renderTemplates,
} from '../../../mappings/lib/templates.ts'

const audit: DatasetFields = {
  dataset: 'o365.audit',
  fields: {
    'o365.audit.UserId': { type: 'keyword' },
    'o365.audit.Parameters.Name': { type: 'keyword' },
    'o365.audit.ModifiedProperties.IsPublic.NewValue': { type: 'keyword' },
    'o365.audit.ParametersOther': { type: 'flattened' },
    'o365.audit.Members': { type: 'flattened', list: true },
    'o365.audit.ExchangeAggregatedFolders': { type: 'nested' },
    'o365.audit.ExchangeAggregatedFolders.FolderItems': { type: 'nested' },
    'o365.audit.ExchangeAggregatedFolders.FolderItems.SizeInBytes': { type: 'long' },
  },
  openRoots: ['o365.audit', 'o365.audit.Parameters', 'o365.audit.ModifiedProperties'],
  openNames: ['o365.audit.ModifiedProperties'],
}
const built = buildTemplates([audit], { namespace: 'soc', version: '1.2.3' })

/** The mapping of a dotted field, at any depth. */
function mapped(name: string): unknown {
  const path = ['template', 'mappings', ...name.split('.').flatMap((segment) => ['properties', segment])]
  return built.components.map(({ body }) => getPath(body, path)).find((found) => found !== undefined)
}

it('an index template contains only components that are built with it, and the operator’s component', () => {
  const names = new Set(built.components.map(({ name }) => name))
  for (const { body } of built.indexTemplates) {
    const outside = (body.composed_of as string[]).filter((name) => !names.has(name))
    expect(outside).toEqual(body.ignore_missing_component_templates)
  }
})

it('the index templates of two namespaces share no name', () => {
  const other = buildTemplates([audit], { namespace: 'lab' })
  const names = [...built.components, ...built.indexTemplates].map(({ name }) => name)
  for (const { name } of [...other.components, ...other.indexTemplates]) expect(names).not.toContain(name)
})

it('the settings sort by tenant if the index mode would sort by host', () => {
  const { components } = buildTemplates([audit], { namespace: 'soc', indexMode: 'logsdb' })
  const sort = { field: ['organization.id', '@timestamp'], order: ['asc', 'desc'] }
  expect(components[0]?.body.template).toMatchObject({ settings: { index: { mode: 'logsdb', sort } } })
})

it('the settings raise the field limit for a large catalog', () => {
  const many = Object.fromEntries(
    Array.from({ length: 1000 }, (_, i) => [`o365.audit.F${i}`, { type: 'keyword' } as const]),
  )
  const [large] = buildTemplates([{ ...audit, fields: many }], { namespace: 'soc' }).components.slice(2)
  expect(getPath(large?.body, ['template', 'settings', 'index', 'mapping', 'total_fields', 'limit'])).toBe(2000)
})

it('the mapping refuses a document without a valid time', () => {
  expect(mapped('@timestamp')).toEqual({ type: 'date', ignore_malformed: false })
})

it('the mapping does not depend on the order of objects and their members', () => {
  const reversed = Object.fromEntries(Object.entries(audit.fields).reverse())
  const again = buildTemplates([{ ...audit, fields: reversed }], { namespace: 'soc', version: '1.2.3' })
  expect(again).toEqual(built)
  expect(again.indexTemplates[0]?.fingerprint).toBe(built.indexTemplates[0]?.fingerprint)
})

const fingerprint = (...args: Parameters<typeof buildTemplates>) =>
  buildTemplates(...args).indexTemplates[0]?.fingerprint

it('the fingerprint of an index depends on the fields, but not on version or retention', () => {
  const base = fingerprint([audit], { namespace: 'soc' })
  expect(fingerprint([audit], { namespace: 'soc', version: '2.0.0', retention: '30d' })).toBe(base)
  expect(fingerprint([{ ...audit, openRoots: [] }], { namespace: 'soc' })).not.toBe(base)
  expect(fingerprint([audit], { namespace: 'soc', indexMode: 'logsdb' })).not.toBe(base)
})

it.each<[string, Record<string, FieldType>, string[], string[]]>([
  ['a field that is both object and value', { Item: 'keyword', 'Item.Id': 'keyword' }, [], ['o365.audit.Item.Id']],
  ['a field below a flattened one', { Item: 'flattened', 'Item.Id.D': 'keyword' }, [], ['o365.audit.Item.Id.D']],
  ['a value as an open root', { Item: 'flattened' }, ['o365.audit.Item'], ['o365.audit.Item']],
  ['an empty part in a name', { '.Id': 'keyword' }, [], ['o365.audit..Id']],
  ['separate fields', { Item: 'keyword', 'Other.Id': 'keyword' }, ['o365.audit.Other'], []],
])('a catalog with %s has the unmappable fields', (_, types, openRoots, unmappable) => {
  const fields = Object.fromEntries(Object.entries(types).map(([name, type]) => [`o365.audit.${name}`, { type }]))
  const findings = checkTemplateFields([{ dataset: 'o365.audit', fields, openRoots }])
  expect(findings.map(({ path }) => path)).toEqual(unmappable)
})

it.each([['user.name.first'], ['source.ip']])('a catalog cannot contradict the common field of %s', (name) => {
  const findings = checkTemplateFields([
    { dataset: 'o365.audit', fields: { [name]: { type: 'keyword' } }, openRoots: [] },
  ])
  expect(findings.map(({ path }) => path)).toEqual([name])
})

it('each template has one generated file, which can be installed and contains no version', () => {
  const files = renderTemplates([audit], { namespace: 'consentry' })
  expect(files.map(({ path }) => path)).toEqual([
    'mappings/generated/component-templates/consentry-common-consentry@settings.json',
    'mappings/generated/component-templates/consentry-common-consentry@fields.json',
    'mappings/generated/component-templates/consentry-logs-o365.audit-consentry@fields.json',
    'mappings/generated/index-templates/consentry-logs-o365.audit-consentry.json',
  ])
  for (const { text } of files) {
    expect(JSON.parse(text)._meta).toMatchObject({ managed_by: 'consentry', made_by: 'npm run generate' })
    expect(JSON.parse(text)._meta).not.toHaveProperty('version')
  }
})

it.each(['consentry', 'soc_2', 'a.b', '0'])('a namespace may be %s', (name) =>
  expect(namespaceProblem(name)).toBeUndefined(),
)
it.each(['', 'a-b', 'Soc', '.a', 'a*', 'x'.repeat(101)])('a namespace cannot be %s', (name) =>
  expect(namespaceProblem(name)).toBeDefined(),
)
