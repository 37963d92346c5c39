import { expect, it } from 'vitest'
import { datasetPatterns } from '../../../dashboards/lib/datasets.ts'
import { datasets, indexPattern } from '../../../rules/lib/datasets.ts'

it('dashboards look into the data sets that rules read', () => {
  const names = Object.keys(datasets) as (keyof typeof datasets)[]
  expect(datasetPatterns).toEqual(Object.fromEntries(names.map((name) => [name, indexPattern(name)])))
})
