import { expect, it } from 'vitest'
import { datasetPatterns } from '../../../dashboards/lib/datasets.ts'
import { alertsDataset, datasets, indexPattern } from '../../../rules/lib/datasets.ts'

it('dashboards look into the data sets that rules read, but for the alerts of Kibana itself', () => {
  const names = (Object.keys(datasets) as (keyof typeof datasets)[]).filter((name) => name !== alertsDataset)
  expect(datasetPatterns).toEqual(Object.fromEntries(names.map((name) => [name, indexPattern(name)])))
})
