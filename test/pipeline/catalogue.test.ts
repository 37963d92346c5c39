import { expect, it } from 'vitest'
import { commonFields } from '../../mappings/fields/document.ts'
import { countFields } from '../../mappings/lib/template-fields.ts'
import { templateFields } from '../../pipeline/catalogue.ts'
import { loadMappings } from '../../pipeline/chain.ts'

const datasets = templateFields(await loadMappings())

/** The unified audit log has a hundred kinds of record in one data stream; its template raises the limit. */
const more: Readonly<Record<string, number>> = { 'o365.audit': 1_300 }

it.each(datasets)('the data stream of $dataset stays under its limit of fields', ({ dataset, fields, openRoots }) => {
  const count = countFields([...Object.keys(commonFields), ...Object.keys(fields), ...openRoots])
  expect(count).toBeLessThan(more[dataset] ?? 1_000)
})
