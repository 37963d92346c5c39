import { expect, it } from 'vitest'
import { dataViews } from '../../../dashboards/lib/data-views.ts'
import { datasetPatterns } from '../../../dashboards/lib/datasets.ts'
import { alertsDataset, datasets, indexPattern } from '../../../rules/lib/datasets.ts'

it('dashboards look into the data sets that rules read, inventories, and what no table knows yet; alerts have a data view of their own', () => {
  const names = (Object.keys(datasets) as (keyof typeof datasets)[]).filter((name) => name !== alertsDataset)
  const further = ['azure.inventory', 'google_workspace.activity', 'google_workspace.inventory']
  expect(datasetPatterns).toEqual({
    ...Object.fromEntries(names.map((name) => [name, indexPattern(name)])),
    ...Object.fromEntries(further.map((name) => [name, `logs-${name}-*`])),
  })
  expect(dataViews.alerts.title).toBe(indexPattern(alertsDataset))
})
