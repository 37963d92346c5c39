import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import type { FieldTable } from '../../../mappings/fields/field.ts'
import { notOfARecord, prebuiltFields } from '../../../mappings/fields/prebuilt.ts'
import type { JsonObject } from '../../../mappings/kernel/json.ts'
import { fieldCatalog } from '../../../pipeline/catalog.ts'
import { loadMappings } from '../../../pipeline/chain.ts'
import { prebuiltTable, type SampleDocument } from '../../../pipeline/content-check/prebuilt-table.ts'
import { loadSamples } from '../../../pipeline/content-check/samples.ts'

const documents = loadSamples().flatMap(({ ref, goldenFile }): SampleDocument[] => {
  const golden = JSON.parse(readFileSync(goldenFile, 'utf8')) as { document: EcsDocument } | { document: EcsDocument }[]
  return [golden].flat().map(({ document }) => ({ ref, dataset: document.event.dataset ?? '', document }))
})
const rows = prebuiltTable(documents)
const catalog = fieldCatalog(await loadMappings())

it('a field that prebuilt rules read occurs in a sample of its dataset, unless no record has the field', () => {
  expect(rows.filter(({ sample, why }) => sample === undefined && why === undefined)).toEqual([])
})

it('a field that prebuilt rules read has the required type in every sample', () => {
  expect(rows.filter(({ misfit }) => misfit !== undefined)).toEqual([])
})

it('a field that prebuilt rules read is in the index with the required type', () => {
  const wrong = prebuiltFields.flatMap(({ fields }: { fields: FieldTable }) =>
    Object.entries(fields).filter(([field, { type }]) => catalog.get(field)?.type !== type),
  )
  expect(wrong).toEqual([])
})

it('a field that prebuilt rules read has an exception only if it needs one', () => {
  const excused = new Set(rows.filter(({ why }) => why !== undefined).map(({ field }) => field))
  expect(Object.keys(notOfARecord).filter((field) => !excused.has(field))).toEqual([])
})

it('the table of prebuilt rules covers the datasets of Microsoft', () => {
  const datasets = new Set(rows.map(({ dataset }) => dataset))
  for (const dataset of ['o365.audit', 'azure.auditlogs', 'azure.signinlogs']) expect(datasets).toContain(dataset)
})

it('the table names the sample with a field of another type than rules require', () => {
  const document = { event: {}, o365: { audit: { OperationCount: '2' } } as JsonObject } as unknown as EcsDocument
  const found = prebuiltTable([{ ref: 'a', dataset: 'o365.audit', document }])
  expect(found.find(({ field }) => field === 'o365.audit.OperationCount')).toMatchObject({
    type: 'long',
    misfit: 'a',
  })
})
