import { expect, it } from 'vitest'
import { countFields } from '../../mappings/lib/template-fields.ts'
import { sharedFields } from '../../mappings/lib/templates.ts'
import { templateFields } from '../../pipeline/catalog.ts'
import { loadMappings } from '../../pipeline/chain.ts'

const datasets = templateFields(await loadMappings())

it.each(datasets)(
  'the data stream of $dataset has few fields, though its template allows more',
  ({ fields, openRoots, openNames }) => {
    const streamFields = ['data_stream.type', 'data_stream.dataset', 'data_stream.namespace']
    const names = [...streamFields, ...Object.keys(sharedFields), ...Object.keys(fields), ...openRoots]
    expect(countFields(names, openNames)).toBeLessThan(1_150)
  },
)

it('only the data stream of findings contains the field group of findings', () => {
  const having = datasets.filter(({ fields }) => 'oauth.finding.kind' in fields)
  expect(having.map(({ dataset }) => dataset)).toEqual(['consentry.findings'])
  expect(Object.keys(sharedFields)).not.toContain('oauth.finding.kind')
})
